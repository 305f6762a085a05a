/** A small make-believe book for the window's own tests and for looking at its pages. It keeps no rules worth the name. */
import { CLOSE, closeOf } from './fake-close.mjs';
import { TAX, taxOf } from './fake-tax.mjs';
import { GENERATED, generatedOf } from './fake-generated.mjs';
import { fakeImport } from './fake-import.mjs';
import { TODAY, todayOf } from './fake-today.mjs';

import { makeFakeHelp } from './fake-help.mjs';

const uid = (() => {
  let last = 0;
  return (kind) => `${kind}-${String((last += 1)).padStart(4, '0')}`;
})();
const cents = (text) => {
  const [, sign, whole, part = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text || '0') ?? [];
  const value = BigInt(whole || '0') * 100n + BigInt((part + '00').slice(0, 2));
  return sign ? -value : value;
};
const text = (value) => {
  const absolute = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`;
};
const round = (over, under) => (over * 2n + under) / (under * 2n);

/** Enough hanzi to look for; the core knows them all. */
const SPOKEN = Object.fromEntries('库k存c现x金j银y行xh款k应y收s账z付f预y开k销x售s单d新x客k户h利l润r表b宁n波b青q禾h陶t瓷c有y限x公g司s杭h州z物w澜l生s活h家j居j切q换h语y言y记j凭p证z结j上s锁s'.match(/\P{ASCII}[a-z]+/gu).map((pair) => [pair.slice(0, 1), pair.slice(1)]));
function spell(text) {
  const letters = [...text.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return letters.some((letter) => letter > '\u3000') ? letters.map((letter) => SPOKEN[letter] ?? (letter > '\u3000' ? '?' : letter)).join(' ') : '';
}
const begins = (initials, typed) => initials.split(' ').length >= typed.length && [...typed].every((letter, at) => initials.split(' ')[at].includes(letter));

const ACCOUNTS = [
  ['1001', '', '库存现金', 'Cash on hand', 'asset', 'debit', '12860.40', true],
  ['1002', '', '银行存款', 'Bank deposits', 'asset', 'debit', '731888.45', true],
  ['1012', '', '其他货币资金', 'Other monetary funds', 'asset', 'debit', '8240.00', false],
  ['101201', '1012', '微信支付', 'WeChat Pay', 'asset', 'debit', '5120.00', true],
  ['101202', '1012', '支付宝', 'Alipay', 'asset', 'debit', '3120.00', true],
  ['1122', '', '应收账款', 'Accounts receivable', 'asset', 'debit', '638048.28', false],
  ['1405', '', '库存商品', 'Goods', 'asset', 'debit', '486275.40', false],
  ['2202', '', '应付账款', 'Accounts payable', 'liability', 'credit', '552260.00', false],
  ['2203', '', '预收账款', 'Advances from customers', 'liability', 'credit', '98230.80', false],
  ['2221', '', '应交税费', 'Taxes payable', 'liability', 'credit', '-38912.46', false],
  ['222101', '2221', '应交增值税', 'VAT payable', 'liability', 'credit', '-38912.46', false],
  ['3001', '', '实收资本', 'Paid-in capital', 'equity', 'credit', '800000.00', false],
  ['5001', '', '主营业务收入', 'Revenue', 'profit-loss', 'credit', '524294.48', false],
  ['5601', '', '销售费用', 'Selling expenses', 'profit-loss', 'debit', '48215.30', false],
  ['560109', '5601', '展览费', 'Exhibitions', 'profit-loss', 'debit', '28301.89', false],
  ['5602', '', '管理费用', 'Administrative expenses', 'profit-loss', 'debit', '42968.75', false],
].map(([code, parent, name_zh, name_en, kind, normal_balance, balance, is_cash]) => ({
  initials: spell(name_zh), code, parent: parent || null, name_zh, name_en, class: kind, normal_balance, balance, is_cash, level: parent ? 2 : 1, is_active: true,
  needs_party: ['1122', '2202', '2203'].includes(code), keeps_quantity: code === '1405', currency: ['1002', '1122', '2202', '2203'].includes(code) ? 'all' : 'none', is_monetary: ['1001', '1002', '1122', '2202'].includes(code), party_kinds: { 1122: ['customer'], 2202: ['supplier'], 2203: ['customer'] }[code] ?? [],
}));

const SHEET = `
L h 流动资产： Current_assets:
L i 货币资金 Cash_and_bank 744748.85 612430.22
L i 短期投资 Short-term_investments
L i 应收票据 Notes_receivable
L i 应收账款 Accounts_receivable 638048.28 471906.50
L i 预付账款 Prepayments 64000.00 30000.00
L i 应收股利 Dividends_receivable
L i 应收利息 Interest_receivable
L i 其他应收款 Other_receivables 52318.60 38744.10
L i 存货 Inventories 486275.40 541880.00
L o 其中：原材料 of_which_raw_materials
L o 在产品 work_in_progress
L o 库存商品 goods 472480.40 526330.00
L o 周转材料 turnover_materials 13795.00 15550.00
L i 其他流动资产 Other_current_assets
L t 流动资产合计 Total_current_assets 1985391.13 1694960.82
L h 非流动资产： Non-current_assets:
L i 长期债券投资 Long-term_bonds
L i 长期股权投资 Long-term_equity_investments
L i 固定资产原价 Fixed_assets_at_cost 268500.00 268500.00
L i 减：累计折旧 Less_accumulated_depreciation 91846.00 76930.00
L i 固定资产账面价值 Fixed_assets,_carrying_amount 176654.00 191570.00
L i 在建工程 Construction_in_progress
L i 工程物资 Construction_materials
L i 固定资产清理 Disposal_of_fixed_assets
L i 生产性生物资产 Productive_biological_assets
L i 无形资产 Intangible_assets 18600.00 20400.00
L i 开发支出 Development_expenditure
L i 长期待摊费用 Long-term_deferred_expenses 36000.00 48000.00
L i 其他非流动资产 Other_non-current_assets
L t 非流动资产合计 Total_non-current_assets 231254.00 259970.00
L g 资产总计 Total_assets 2216645.13 1954930.82
R h 流动负债： Current_liabilities:
R i 短期借款 Short-term_borrowings 300000.00 300000.00
R i 应付票据 Notes_payable
R i 应付账款 Accounts_payable 552260.00 438617.30
R i 预收账款 Advances_from_customers 98230.80 61200.00
R i 应付职工薪酬 Employee_benefits_payable 68400.00 64250.00
R i 应交税费 Taxes_payable -38912.46 -27408.16
R i 应付利息 Interest_payable
R i 应付利润 Profit_payable
R i 其他应付款 Other_payables 21306.20 18900.00
R i 其他流动负债 Other_current_liabilities
R t 流动负债合计 Total_current_liabilities 1001284.54 855559.14
R h 非流动负债： Non-current_liabilities:
R i 长期借款 Long-term_borrowings
R i 长期应付款 Long-term_payables
R i 递延收益 Deferred_income
R i 其他非流动负债 Other_non-current_liabilities
R t 非流动负债合计 Total_non-current_liabilities
R t 负债合计 Total_liabilities 1001284.54 855559.14
R h 所有者权益（或股东权益）： Equity:
R i 实收资本（或股本） Paid-in_capital 800000.00 800000.00
R i 资本公积 Capital_reserve
R i 盈余公积 Surplus_reserve 62480.00 62480.00
R i 未分配利润 Undistributed_profit 352880.59 236891.68
R t 所有者权益（或股东权益）合计 Total_equity 1215360.59 1099371.68
R g 负债和所有者权益（或股东权益）总计 Total_liabilities_and_equity 2216645.13 1954930.82`;

const INCOME = `
N t 一、营业收入 Revenue 524294.48 1962140.20
N i 减：营业成本 Less_cost_of_sales 392716.30 1466208.55
N i 税金及附加 Taxes_and_surcharges 1286.40 6120.75
N i 销售费用 Selling_expenses 48215.30 171330.60
N i 管理费用 Administrative_expenses 42968.75 160224.10
N o 其中：研究费用 of_which_research
N i 财务费用 Financial_expenses 3651.19 9820.44
N i 加：投资收益 Plus_investment_income
N t 二、营业利润 Operating_profit 35456.54 148435.76
N i 加：营业外收入 Plus_non-operating_income
N i 减：营业外支出 Less_non-operating_expenses 0.00 1200.00
N t 三、利润总额 Profit_before_tax 35456.54 147235.76
N i 减：所得税费用 Less_income_tax 0.00 31246.85
N g 四、净利润 Net_profit 35456.54 115988.91`;

const CASH = `
N h 一、经营活动产生的现金流量： Operating_activities:
N i 销售产成品、商品、提供劳务收到的现金 Cash_from_sales 478320.00 1840220.60
N i 收到其他与经营活动有关的现金 Other_operating_receipts 3.18 4210.00
N i 购买原材料、商品、接受劳务支付的现金 Cash_paid_for_goods_and_services 320610.00 1402880.20
N i 支付的职工薪酬 Cash_paid_to_employees 68400.00 256800.00
N i 支付的税费 Taxes_paid 18426.30 61330.20
N t 经营活动产生的现金流量净额 Net_cash_from_operating_activities 56628.50 123420.20
N h 二、投资活动产生的现金流量： Investing_activities:
N i 购建固定资产支付的现金 Cash_paid_for_fixed_assets
N t 投资活动产生的现金流量净额 Net_cash_from_investing_activities
N h 三、筹资活动产生的现金流量： Financing_activities:
N i 偿还借款利息支付的现金 Interest_paid 0.00 -8898.43
N t 筹资活动产生的现金流量净额 Net_cash_from_financing_activities 0.00 8898.43
N t 四、现金净增加额 Net_change_in_cash 56628.50 132318.63
N i 加：期初现金余额 Plus_opening_cash 688120.35 612430.22
N g 五、期末现金余额 Closing_cash 744748.85 744748.85`;

function rowsOf(source) {
  let number = 0;
  const kinds = { h: 'heading', i: 'item', o: 'of-which', t: 'total', g: 'grand-total' };
  return source.trim().split('\n').map((line) => {
    const [side, kind, zh, en, closing = '0.00', opening = '0.00'] = line.split(' ');
    const isHeading = kind === 'h';
    if (!isHeading) number += 1;
    return {
      row: isHeading ? '' : String(number), key: isHeading ? '' : `row-${number}`, label_zh: zh, label_en: en.replaceAll('_', ' '),
      indent: kind === 'o' ? 1 : 0, kind: kinds[kind], side: { L: 'left', R: 'right', N: null }[side], values: isHeading ? [] : [closing, opening],
    };
  });
}

const refuse = (kind, code, details = {}) => Object.assign(new Error(code), { refusal: { kind, code, details } });

export const ROLES = {
  owner: ['list_assets', 'get_asset', 'add_asset', 'change_asset', 'record_asset_units', 'dispose_asset', 'take_back_asset_event', 'search', 'list_initials', 'get_account_ledger', 'get_ledger', 'list_accounts', 'get_opening', 'set_opening', 'list_parties', 'list_items', 'list_rates', 'get_settlement_difference', 'list_exchange_rates', 'find_exchange', 'set_exchange_rates', 'set_currency_policy', 'list_entries', 'get_entry', 'list_sales', 'get_sale', 'list_receipts', 'list_open_invoices', 'list_cash_accounts', 'get_statement', 'behind_figure', 'check_print', 'list_operations', 'list_persons', 'record_sale', 'receive_money', 'reverse_sale', 'reverse_receipt', 'record_entry', 'change_entry', 'post_entry', 'post_entries', 'discard_entry', 'save_template', 'remove_template', 'list_templates', 'save_import_mapping', 'remove_import_mapping', 'list_import_mappings', 'get_account_story', 'get_entry_habits', 'list_cash_flow_items', 'reverse_entry', 'reverse_entries', 'add_party', 'add_item', 'add_account', 'remove_account', 'add_person', 'close_period', 'reopen_period', 'add_year', 'set_company', 'back_up'],
  salesperson: ['search', 'list_initials', 'list_parties', 'list_items', 'list_rates', 'list_sales', 'get_sale', 'list_cash_accounts', 'record_sale', 'add_party'],
};

/** What every role may do besides. */
const EVERYBODYS = ['leave_feedback', 'list_feedback', 'finish_step', 'list_courses', 'get_course', 'list_progress'];

export function makeFakeDoor({ phase = 'open', role = 'owner', isEmpty = false, hasToday = false } = {}) {
  const today = '2026-04-30';
  const book = {
    phase, operation: 4182, password: '海砚-账房-2026', drafts: new Map(), parties: [], items: [], sales: [], receipts: [], entries: [], templates: [], recorded: 0,
    persons: [
      { uid: 'person-1', name: '陈砚', role, is_active: true },
      { uid: 'person-2', name: '周敏', role: 'bookkeeper', is_active: true },
      { uid: 'person-3', name: '周航', role: 'salesperson', is_active: true },
    ],
    company: '宁波海砚贸易有限公司',
    backup: { places: [{ path: 'folder-1', label: '移动硬盘 KT-A' }], last_good: { at: '2026-04-30T00:12:00Z', place: '移动硬盘 KT-A' }, failure: null },
    periods: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => ({
      key: `2026-${month}`, first_day: `2026-${month}-01`, last_day: `2026-${month}-${['02'].includes(month) ? 28 : ['04', '06', '09', '11'].includes(month) ? 30 : 31}`, state: month < '04' ? 'closed' : 'open', locked: [],
    })),
  };
  const rates = [
    { code: 'cn-small-1', rate: '0.01', label_zh: '征收率 1%（减按）', label_en: 'Levy rate 1% (reduced)', is_default: true },
    { code: 'cn-small-3', rate: '0.03', label_zh: '征收率 3%', label_en: 'Levy rate 3%', is_default: false },
    { code: 'cn-exempt', rate: '0', label_zh: '免税', label_en: 'Exempt', is_default: false },
  ];
  const accountOf = (code) => ACCOUNTS.find((row) => row.code === code);
  const line = (no, account, debit, credit, party, memo = '') => {
    const found = accountOf(account);
    if (!found) throw refuse('rejected', 'account_unknown', { account, field: 'account' });
    return { no, memo, account, account_name_zh: found.name_zh, account_name_en: found.name_en, party: party ? { uid: party.uid, name: party.name } : null, item: null, quantity: null, debit: text(debit), credit: text(credit), cash_flow_item: found.is_cash ? 'CF01' : null, activity: null };
  };

  function work(action) {
    const amounts = action.lines.map((one) => {
      const quantity = BigInt(Math.round(Number(one.quantity) * 1_000_000));
      const amount = round(quantity * cents(one.unit_price), 1_000_000n);
      const rate = rates.find((row) => row.code === one.rate);
      if (!rate) throw refuse('rejected', 'rate_unknown', { rate: one.rate, field: 'rate' });
      const parts = BigInt(Math.round(Number(rate.rate) * 10_000));
      const tax = one.tax_included ? round(amount * parts, 10_000n + parts) : round(amount * parts, 10_000n);
      return one.tax_included ? { net: amount - tax, tax, gross: amount } : { net: amount, tax, gross: amount + tax };
    });
    const add = (key) => amounts.reduce((total, one) => total + one[key], 0n);
    return { amounts, net: add('net'), tax: add('tax'), gross: add('gross') };
  }

  function plan(action) {
    const shell = { uid: null, number: null, temporary: null, date: action.date, period: action.date.slice(0, 7), word: '记', memo: action.memo ?? '', kind: 'normal', status: 'draft', stage: 'draft', next: 'post', prepared_by: '陈砚', signed_by: null, reviewed_by: null, posted_by: null, is_own_review: false, returned: null, is_returned: false, operation: null, reversal_of: null, reversed_by: null, paper_kind: null, paper: null };
    if (action.do === 'record_sale') {
      const sums = work(action);
      const party = book.parties.find((row) => row.uid === action.customer) ?? null;
      const paid = (action.paid ?? []).map((one) => ({ account: one.account, amount: cents(one.amount) }));
      const paidTotal = paid.reduce((total, one) => total + one.amount, 0n);
      if (!party && paidTotal !== sums.gross) throw refuse('rejected', 'customer_missing', { field: 'customer' });
      const lines = [
        ...(sums.gross > paidTotal ? [['1122', sums.gross - paidTotal, 0n, party]] : []),
        ...paid.map((one) => [one.account, one.amount, 0n, null]),
        ['5001', 0n, sums.net, null],
        ...(sums.tax ? [['222101', 0n, sums.tax, null]] : []),
      ].map(([account, debit, credit, who], at) => line(at + 1, account, debit, credit, who));
      return { entries: [{ ...shell, lines, total_debit: text(sums.gross), total_credit: text(sums.gross), rule: { id: 'S02', version: 1 } }], paper: { net: text(sums.net), tax: text(sums.tax), gross: text(sums.gross), owed: text(sums.gross - paidTotal) }, sums, paidTotal, party };
    }
    if (action.do === 'receive_money') {
      const party = book.parties.find((row) => row.uid === action.customer) ?? null;
      const amount = cents(action.amount);
      const settled = action.settle.reduce((total, one) => total + cents(one.amount), 0n);
      const lines = [
        [action.account, amount, 0n, null],
        ...(settled ? [['1122', 0n, settled, party]] : []),
        ...(amount > settled ? [['2203', 0n, amount - settled, party]] : []),
      ].map(([account, debit, credit, who], at) => line(at + 1, account, debit, credit, who));
      return { entries: [{ ...shell, lines, total_debit: text(amount), total_credit: text(amount), rule: { id: 'S05', version: 1 } }], paper: null, party, amount, settled };
    }
    throw refuse('bug', 'no_preview', { action: action.do });
  }

  let entryNumber = 0;
  function addEntry(planned, memo, paper) {
    const entry = { ...planned, uid: uid('entry'), number: `记-${(entryNumber += 1)}`, status: 'posted', stage: 'posted', next: null, posted_by: '陈砚', temporary: null, memo, paper_kind: paper?.kind ?? null, paper: paper && { uid: paper.uid, name: paper.number }, operation: (book.operation += 1), lines: planned.lines.map((one) => ({ ...one, memo: one.memo || memo })) };
    book.entries.unshift(entry);
    return entry;
  }
  const red = (entry, date, paper) => {
    const flip = (value) => text(-cents(value));
    const made = addEntry({ ...entry, date, lines: entry.lines.map((one) => ({ ...one, debit: flip(one.debit), credit: flip(one.credit) })), total_debit: flip(entry.total_debit), total_credit: flip(entry.total_credit), reversal_of: { uid: entry.uid, name: entry.number } }, `冲销 ${entry.number}`, paper);
    entry.reversed_by = { uid: made.uid, name: made.number };
    return made;
  };

  const actions = {
    record_sale(action) {
      const made = plan(action);
      const number = `XS-2026-${String(book.sales.length + 1).padStart(4, '0')}`;
      const sale = { uid: uid('sale'), number, date: action.date, customer: made.party && { uid: made.party.uid, name: made.party.name }, net: made.paper.net, tax: made.paper.tax, gross: made.paper.gross, open: text(made.sums.gross - made.paidTotal), due: action.due, memo: action.memo, status: made.sums.gross === made.paidTotal ? 'settled' : 'open', settlements: [], lines: action.lines.map((one, at) => ({ ...one, no: at + 1, item: null, rate_value: rates.find((row) => row.code === one.rate).rate, net: text(made.sums.amounts[at].net), tax: text(made.sums.amounts[at].tax), gross: text(made.sums.amounts[at].gross) })) };
      const entry = addEntry(made.entries[0], `销售 ${made.party?.name ?? '零售'}`, { kind: 'sale', uid: sale.uid, number });
      book.sales.unshift({ ...sale, entry: entry.uid });
      return { given: [{ noun: 'sale', uid: sale.uid, number }, { noun: 'entry', uid: entry.uid, number: entry.number }], changed: ['sales', 'entries', 'balances', 'parties'] };
    },
    receive_money(action) {
      const made = plan(action);
      const number = `SK-2026-${String(book.receipts.length + 1).padStart(4, '0')}`;
      const entry = addEntry(made.entries[0], `收款 ${made.party?.name}`, { kind: 'receipt', uid: 'later', number });
      const receipt = { uid: uid('receipt'), number, date: action.date, customer: { uid: made.party.uid, name: made.party.name }, account: action.account, amount: text(made.amount), memo: action.memo, settlements: action.settle.map((one) => ({ paper: { uid: one.sale, name: book.sales.find((row) => row.uid === one.sale)?.number ?? '' }, date: action.date, amount: one.amount })), status: 'posted', entry: entry.uid };
      book.receipts.unshift(receipt);
      for (const one of action.settle) {
        const sale = book.sales.find((row) => row.uid === one.sale);
        sale.open = text(cents(sale.open) - cents(one.amount));
        if (cents(sale.open) === 0n) sale.status = 'settled';
        sale.settlements.push({ paper: { uid: receipt.uid, name: number }, date: action.date, amount: text(cents(one.amount)) });
      }
      return { given: [{ noun: 'receipt', uid: receipt.uid, number }], changed: ['receipts', 'sales', 'entries', 'balances', 'parties'] };
    },
    reverse_sale(action) {
      const sale = book.sales.find((row) => row.uid === action.sale);
      red(book.entries.find((row) => row.uid === sale.entry), action.date, { kind: 'sale', uid: sale.uid, number: sale.number });
      Object.assign(sale, { status: 'reversed', open: '0.00' });
      return { given: [], changed: ['sales', 'entries', 'balances'] };
    },
    record_entry(action) {
      const total = action.lines.reduce((sum, one) => sum + cents(one.debit), 0n);
      if (total !== action.lines.reduce((sum, one) => sum + cents(one.credit), 0n)) throw refuse('rejected', 'unbalanced', { debit: text(total), credit: '0.00' });
      const lines = action.lines.map((one, at) => ({ ...line(at + 1, one.account, cents(one.debit), cents(one.credit), book.parties.find((row) => row.uid === one.party)), memo: one.memo }));
      const made = addEntry({ date: action.date, period: action.date.slice(0, 7), word: '记', kind: 'normal', lines, total_debit: text(total), total_credit: text(total), prepared_by: '陈砚', reviewed_by: null, rule: null, reversal_of: null, reversed_by: null }, action.memo, null);
      if (!action.post) Object.assign(made, { status: 'draft', stage: 'draft', next: 'post', temporary: Number(made.number.slice(2)), number: null, typed: action });
      book.recorded += 1;
      return { given: [{ noun: action.post ? 'entry' : 'draft', uid: made.uid, number: made.number ?? String(made.temporary) }], changed: ['entries', 'balances'] };
    },
    change_entry(action) {
      actions.discard_entry(action);
      const made = actions.record_entry(action.to);
      book.recorded -= 1;
      book.entries.find((row) => row.uid === made.given[0].uid).uid = action.entry;
      return { given: action.to.post ? made.given : [], changed: ['entries', 'balances'] };
    },
    post_entries(action) {
      const given = action.entries.map((one) => {
        const entry = book.entries.find((row) => row.uid === one);
        Object.assign(entry, { status: 'posted', stage: 'posted', next: null, number: `记-${entry.temporary ?? entryNumber}`, temporary: null });
        return { noun: 'entry', uid: one, number: entry.number };
      });
      return { given, changed: ['entries', 'balances'] };
    },
    post_entry: (action) => actions.post_entries({ entries: [action.entry] }),
    save_template(action) {
      book.templates = book.templates.filter((row) => row.uid !== action.template);
      const lines = action.lines.map((one) => ({ ...one, party: null, item: null }));
      book.templates.push({ uid: uid('template'), name: action.name, lines });
      return { given: [], changed: ['templates'] };
    },
    remove_template(action) {
      book.templates = book.templates.filter((row) => row.uid !== action.template);
      return { given: [], changed: ['templates'] };
    },
    discard_entry(action) {
      book.entries = book.entries.filter((row) => row.uid !== action.entry);
      return { given: [], changed: ['entries'] };
    },
    reverse_entry(action) {
      red(book.entries.find((row) => row.uid === action.entry), action.date, null);
      return { given: [], changed: ['entries', 'balances'] };
    },
    set_opening: () => ({ given: [], changed: ['entries', 'balances'] }),
    add_party(action) {
      const row = { uid: uid('party'), code: action.code ?? `C${String(book.parties.length + 1).padStart(3, '0')}`, name: action.name, kinds: action.kinds, phone: action.phone };
      book.parties.push(row);
      return { given: [{ noun: 'party', uid: row.uid, number: row.code }], changed: ['parties'] };
    },
    add_item(action) {
      const row = { uid: uid('item'), code: action.code ?? `P${String(book.items.length + 1).padStart(3, '0')}`, name: action.name, kind: action.kind, unit: action.unit, price: action.price, rate: action.rate };
      book.items.push(row);
      return { given: [{ noun: 'item', uid: row.uid, number: row.code }], changed: ['items'] };
    },
    add_account: (action) => {
      ACCOUNTS.push({ ...accountOf(action.parent), ...action, level: 2, balance: '0.00' });
      return { given: [], changed: ['accounts'] };
    },
    add_person(action) {
      book.persons.push({ uid: uid('person'), name: action.name, role: action.role, is_active: true });
      return { given: [], changed: ['persons'] };
    },
    close_period(action) {
      book.periods.find((row) => row.key === action.period).state = 'closed';
      return { given: [], changed: ['periods', 'company'] };
    },
    reopen_period(action) {
      book.periods.find((row) => row.key === action.period).state = 'open';
      return { given: [], changed: ['periods', 'company'] };
    },
  };

  const page = (rows, { after, limit = 100 }) => {
    const from = after ? Number(after) : 0;
    return { rows: rows.slice(from, from + limit), next: from + limit < rows.length ? String(from + limit) : null };
  };
  const owedBy = (customer) => book.sales.filter((row) => row.customer?.uid === customer && row.status === 'open');
  const partyRow = (row) => ({ ...row, balance: text(owedBy(row.uid).reduce((sum, one) => sum + cents(one.open), 0n)), advance: '0.00' });
  const fits = (row, query) => !query || `${row.code} ${row.name}`.toLowerCase().includes(query.toLowerCase()) || begins(spell(row.name), query.toLowerCase());

  const questions = {
    ...todayOf(book, today, isEmpty),
    company: () => ({ name: book.company, standard: 'cn-small', currency: 'CNY', vat_kind: 'small-scale', tax_number: '91330206MA7HY26K8L', address: null, industry: 'trade', expects_opening: false, has_amounts: true, word: '记', unposted: 1, periods: [...book.periods], today, entry_policies: [], currency_policies: [], currencies: ['USD'], duties: { review: 'free', cashier_signs: false, words: 'general' }, me: book.persons[0], may: [...(hasToday ? [...TODAY, ...ROLES[role]] : ROLES[role]), ...(role === 'owner' ? [...CLOSE, ...GENERATED, ...TAX] : []), ...EVERYBODYS], last_operation: { number: book.operation, code: '7F3A C91D' } }),
    ...closeOf(book),
    ...taxOf(book),
    ...generatedOf(book),
    list_accounts: () => ({ rows: [...ACCOUNTS].sort((one, other) => one.code.localeCompare(other.code)) }),
    get_opening: () => ({ period: '2026-01', is_settled: false, is_expected: true, rows: [] }),
    list_cash_accounts: () => ({ rows: ACCOUNTS.filter((row) => row.is_cash).map(({ code, name_zh, name_en }) => ({ code, name_zh, name_en })) }),
    list_parties: (question) => page(book.parties.filter((row) => fits(row, question.query) && (!question.kind || row.kinds.includes(question.kind))).map(partyRow), question),
    get_party: (question) => partyRow(book.parties.find((row) => row.uid === question.uid)),
    list_items: (question) => page(book.items.filter((row) => fits(row, question.query)), question),
    list_rates: () => ({ rows: rates }),
    list_entries: (question) => page(book.entries.filter((row) => (!question.period || row.period === question.period) && (!question.status || row.status === question.status)).map((row) => ({ ...row, total: row.total_debit })), question),
    list_exchange_rates: () => ({ rows: [{ key: 2, currency: 'USD', date: '2026-03-31', rate: '7.0825', source: '中国人民银行', by: '林慧', on: '2026-03-31', is_replaced: false }, { key: 1, currency: 'USD', date: '2026-02-28', rate: '7.1034', source: '', by: '林慧', on: '2026-03-01', is_replaced: true }], next: null }),
    get_settlement_difference: (question) => ({ settles: question.account === '1122' && question.side === 'credit', carried: '7000.00', difference: '82.50', side: 'credit', account: '5601' }),
    find_exchange: (question) => ({ rate: question.rate ?? '7.0825', date: '2026-03-31', source: null, amount: question.amount ?? (question.foreign_amount ? (Number(question.foreign_amount) * Number(question.rate ?? 7.0825)).toFixed(2) : null), decimals: 2 }),
    list_awaiting: () => ({ rows: [], count: 0 }),
    list_templates: () => ({ rows: book.templates }),
    list_assets: () => ({
      period: '2026-04',
      rows: [{ uid: 'asset-1', code: 'FA001', name: '货车', class: 'tangible', place: '仓库', in_use: '2026-01-15', method: 'straight-line', life_months: 48, cost: '96000.00', accumulated: '6000.00', book_value: '90000.00', charge: '2000.00', units: null, state: 'in-use', disposed: null }],
      total: { cost: '96000.00', accumulated: '6000.00', book_value: '90000.00', charge: '2000.00' },
      controls: [{ account: '1601', name_zh: '固定资产', name_en: 'Fixed assets, cost', cards: '96000.00', ledger: '96000.00', difference: '0.00' }],
    }),
    get_asset: () => ({
      uid: 'asset-1', code: 'FA001', name: '货车', class: 'tangible', place: '仓库', in_use: '2026-01-15', disposed: null, method: 'straight-line', life_months: 48, residual: '0.00', total_units: null, units_done: null,
      first_month: '2026-02', last_month: '2030-01', brought_in: null, period: '2026-04', cost: '96000.00', accumulated: '6000.00', book_value: '90000.00', charge: '2000.00',
      cost_account: { code: '1601', name_zh: '固定资产', name_en: 'Fixed assets, cost' }, accumulated_account: { code: '1602', name_zh: '累计折旧', name_en: 'Accumulated depreciation' }, expense_account: { code: '560209', name_zh: '管理费用-折旧费', name_en: 'Depreciation' },
      events: [{ kind: 'acquired', day: '2026-01-15', operation: 12, amount: '96000.00', accumulated: null, method: 'straight-line', residual: '0.00', life_months: 48, units: null, expense_account: '560209' }],
      schedule: [{ month: '2026-02', charge: '2000.00', accumulated: '2000.00', book_value: '94000.00', is_to_come: false }, { month: '2026-05', charge: '2000.00', accumulated: '8000.00', book_value: '88000.00', is_to_come: true }],
    }),
    list_import_mappings: () => ({ rows: [] }),
    list_cash_flow_items: () => ({ rows: [{ code: 'CF01', name_zh: '销售产成品、商品、提供劳务收到的现金', name_en: 'Cash from sales' }, { code: 'CF06', name_zh: '支付其他与经营活动有关的现金', name_en: 'Other cash paid for operations' }, { code: 'XFER', name_zh: '现金账户之间划转', name_en: 'Transfer between cash accounts' }] }),
    get_account_story(question) {
      const net = (row) => (accountOf(question.account).normal_balance === 'credit' ? text(-cents(row.balance)) : row.balance);
      const uses = book.entries.filter((row) => row.status === 'posted').flatMap((row) => row.lines.filter((one) => one.account === question.account).map((one) => ({ uid: row.uid, number: row.number, date: row.date, memo: one.memo || row.memo, account: one.account, party: null, debit: one.debit === '0.00' ? '' : one.debit, credit: one.credit === '0.00' ? '' : one.credit, balance: null })));
      return { account: question.account, balance: net(accountOf(question.account)), party_balance: question.party ? '0.00' : null, uses: uses.slice(0, 5) };
    },
    get_entry_habits: () => ({ recorded: book.recorded, memos: ['提备用金', '付运费'] }),
    get_entry: (question) => structuredClone(book.entries.find((row) => row.uid === question.uid)),
    list_sales: (question) => page(book.sales.filter((row) => (!question.customer || row.customer?.uid === question.customer) && (!question.open_only || row.status === 'open')), question),
    get_sale: (question) => structuredClone(book.sales.find((row) => row.uid === question.uid)),
    list_receipts: (question) => page(book.receipts.filter((row) => !question.customer || row.customer.uid === question.customer), question),
    list_open_invoices: (question) => ({ rows: owedBy(question.customer), advance: '0.00' }),
    get_statement(question) {
      const shared = { name: question.name, numbered: true, open_activities: [], currency: 'CNY', from: '2026-04-01', to: '2026-04-30', operation: { number: book.operation, code: '7F3A C91D' }, known_at: question.known_at ?? null, lacks_before: null, under: question.under ?? null, unposted: book.entries.filter((row) => row.status === 'draft').length };
      const twice = (one, other) => [one, other].map(([key, label_zh, label_en]) => ({ key, label_zh, label_en, group_zh: null, group_en: null, unit: 'money' }));
      if (question.name === 'balance-sheet') return { ...shared, title_zh: '资产负债表', title_en: 'Balance sheet', form: '会小企01表', period_label_zh: '2026年4月30日', period_label_en: '30 April 2026', columns: twice(['closing', '期末余额', 'Closing'], ['opening', '年初余额', 'Opening']), rows: rowsOf(SHEET), checks: [{ name: 'assets', holds: true, label_zh: '资产 = 负债 + 所有者权益', label_en: 'assets = liabilities + equity' }] };
      const flow = { ...shared, period_label_zh: '2026年4月', period_label_en: 'April 2026', columns: twice(['period', '本期金额', 'Period'], ['year', '本年累计', 'Year to date']) };
      if (question.name === 'income-statement') return { ...flow, title_zh: '利润表', title_en: 'Income statement', form: '会小企02表', rows: rowsOf(INCOME), checks: [] };
      if (question.name === 'cash-flow') return { ...flow, title_zh: '现金流量表', title_en: 'Cash flow statement', form: '会小企03表', rows: rowsOf(CASH), checks: [{ name: 'cash', holds: true, label_zh: '期末现金余额 = 现金科目余额', label_en: 'closing cash = cash accounts' }] };
      const columns = [['期初余额', 'Opening'], ['本期发生额', 'Turnover'], ['期末余额', 'Closing']].flatMap(([group_zh, group_en], at) => [{ key: `debit-${at}`, label_zh: '借方', label_en: 'Debit', group_zh, group_en, unit: 'money' }, { key: `credit-${at}`, label_zh: '贷方', label_en: 'Credit', group_zh, group_en, unit: 'money' }]);
      return { ...shared, title_zh: '科目余额表', title_en: 'Trial balance', form: null, period_label_zh: '2026年4月', period_label_en: 'April 2026', columns, rows: ACCOUNTS.map((row) => ({ row: row.code, key: row.code, label_zh: row.name_zh, label_en: row.name_en, indent: 0, kind: 'item', side: null, values: row.normal_balance === 'debit' ? [row.balance, '0', row.balance, '0', row.balance, '0'] : ['0', row.balance, '0', row.balance, '0', row.balance] })), checks: [{ name: 'closing', holds: true, label_zh: '期末借方 = 期末贷方', label_en: 'closing debits = closing credits' }] };
    },
    behind_figure: () => ({ accounts: [accountOf('1122'), accountOf('2203')].map((row) => ({ code: row.code, name_zh: row.name_zh, name_en: row.name_en, amount: row.balance })), entries: book.entries.slice(0, 12).map((row) => ({ uid: row.uid, number: row.number, date: row.date, memo: row.memo, account: '1122', party: null, balance: null, debit: row.lines[0].debit, credit: '0.00' })), more: true }),
    check_print: (question) => ({ code: question.code ?? 'BS-20260401-20260430-F0-12-7K3MQ9TZAB', name: 'balance-sheet', title_zh: '资产负债表', title_en: 'Balance sheet', period_label_zh: '2026年4月30日', period_label_en: '30 April 2026', operation: 12, at: '2026-04-30T02:10:00Z', is_genuine: true, is_file: Boolean(question.content), deviations: [], changed: [{ row: '1', key: 'cash', label_zh: '货币资金', label_en: 'Cash and bank', column: 'closing', column_zh: '期末余额', column_en: 'Closing', then: '1000.00', now: '900.00' }], entries: book.entries.slice(0, 2).map((row) => ({ uid: row.uid, number: row.number, date: row.date, memo: row.memo, amount: row.lines[0].debit, operation: 13, is_tagged: false })), entry_count: 2 }),
    list_operations: (question) => page(book.entries.map((row) => ({ number: row.operation, at: `${row.date}T02:10:00Z`, person: '陈砚', action: row.paper?.kind === 'receipt' ? 'receive_money' : 'record_sale' })), question),
    list_persons: () => ({ rows: [...book.persons] }),
    preview: (question) => plan(question.action),
    list_initials: (question) => ({ rows: question.texts.map(spell) }),
    search(question) {
      const query = question.query.trim();
      const few = (rows) => rows.slice(0, 6);
      const seesBooks = ROLES[role].includes('list_entries');
      const parties = few(questions.list_parties({ query }).rows);
      const amount = /^[￥¥]?[\d,]+(\.\d{1,2})?$/.test(query) ? text(cents(query.replace(/[^\d.]/g, ''))) : null;
      const paper = (kind) => (row) => ({ uid: row.uid, kind, number: row.number, date: row.date, party: row.customer?.name ?? null, gross: row.gross ?? row.amount, is_reversed: row.status === 'reversed', entry: seesBooks ? (row.entry ?? null) : null });
      const entry = (row) => ({ uid: row.uid, number: row.number, period: row.period, date: row.date, memo: row.memo, total: row.total_debit });
      const papers = [...book.sales.map(paper('sale')), ...book.receipts.map(paper('receipt'))];
      const posted = seesBooks ? book.entries.filter((row) => row.number) : [];
      const number = /^(?:记-?)?(\d+)$/.exec(query)?.[1];
      return {
        parties, items: few(questions.list_items({ query }).rows),
        accounts: seesBooks ? few(ACCOUNTS.filter((row) => row.code.startsWith(query) || row.name_zh.includes(query) || row.name_en.toLowerCase().includes(query.toLowerCase()) || begins(row.initials, query.toLowerCase()))) : [],
        papers: few(papers.filter((row) => row.number.toLowerCase().includes(query.toLowerCase()) || parties.some((party) => party.name === row.party))),
        entries: number ? few(posted.filter((row) => row.number === `记-${number}`).map(entry)) : [],
        amount, amount_papers: amount ? few(papers.filter((row) => row.gross === amount)) : [], amount_entries: amount ? few(posted.filter((row) => row.total_debit === amount).map(entry)) : [],
      };
    },
    get_ledger(question) {
      const is = (kind, label_zh, label_en) => ({ kind, label_zh, label_en, group_zh: null, group_en: null });
      const columns = [is('code', '日期', 'Date'), is('code', '凭证号', 'Entry'), is('label', '摘要', 'Description'), is('amount', '借方', 'Debit'), is('amount', '贷方', 'Credit')];
      const lines = book.entries.filter((row) => row.number).flatMap((row) => row.lines.filter((one) => !question.account || one.account === question.account).map((one) => ({ kind: 'item', cells: [row.date, row.number, row.memo, one.debit, one.credit], cells_en: null, opens: { kind: 'entry', id: row.uid } })));
      return { name: question.name, title_zh: '账簿', title_en: 'Book', period_label_zh: '2026年4月', period_label_en: 'April 2026', columns, holds: null, operation: 4182, ...page(lines.reverse(), question) };
    },
    get_account_ledger(question) {
      const rows = book.entries.filter((row) => row.number).flatMap((row) => row.lines.filter((one) => one.account === question.account).map((one) => ({ uid: row.uid, number: row.number, date: row.date, memo: row.memo, account: one.account, party: one.party?.name ?? null, debit: one.debit, credit: one.credit, balance: null })));
      return { account: question.account, opening: '0.00', closing: accountOf(question.account).balance, ...page(rows.reverse(), question) };
    },
  };

  const desk = {
    state: () => ({ phase: book.phase, book: book.phase === 'start' ? null : { label: '海砚.kontor', company: book.company, is_sample: false }, samples: [], standards: ['cn-small'], recent: isEmpty ? [] : [{ handle: 'place-1', label: '海砚.kontor', folder: '/home/chen/账套' }], language: null, can_choose_places: true, backup: book.backup }),
    choose_new_book: (request) => ({ handle: 'place-2', label: `${request.suggested}.kontor`, folder: '/home/chen/账套' }),
    choose_book: () => ({ handle: 'place-1', label: '海砚.kontor', folder: '/home/chen/账套' }),
    choose_backup: () => ({ handle: 'backup-1', label: '海砚 2026-04-30.kontor-backup', folder: 'KT-A' }),
    choose_folder: () => ({ handle: 'folder-2', label: 'U 盘', folder: '/media' }),
    create_book(request) {
      book.password = request.password;
      book.company = request.company;
      return { recovery_sheet: 'K7QM-2F9X-VT4C-8HJN-P3WD-6RYB-MZ5A-QE7U-4KDG-X2SN-9CFT-H6VP-B8LR' };
    },
    save_recovery_sheet: () => ({ label: '恢复单.pdf', folder: '/home/chen' }),
    try_sample: () => ((book.phase = 'open'), null),
    open_sample: () => ((book.phase = 'open'), null),
    confirm_recovery: (request) => {
      const matches = request.typed.replace(/[\s-]/g, '').toUpperCase() === 'K7QM2F9XVT4C8HJNP3WD6RYBMZ5AQE7U4KDGX2SN9CFTH6VPB8LR';
      if (matches) book.phase = 'open';
      return { matches };
    },
    unlock_book(request) {
      if (request.password !== book.password) throw refuse('trouble', 'wrong_password', {});
      book.phase = 'open';
      return null;
    },
    lock_book: () => ((book.phase = 'locked'), null),
    restore_backup: () => ({ trial_balance_total: '2216645.13', operations: 4182, company: book.company }),
    change_password: () => null,
    save_export: (request) => ({ label: `${request.kind}.csv`, folder: '/home/chen/报表' }),
    save_statement: (request) => ({ label: `${request.request.name}.${request.format}`, folder: '/home/chen/报表' }),
    save_text: (request) => ({ label: `${request.name}.txt`, folder: '/home/chen/报表' }),
    progress: () => ({ works: [] }),
    stop_work: () => null,
    verify_book: () => ({ checks: [{ check: 'pages', misfit: null }, { check: 'entries', misfit: null }], operations: book.operation }),
    backup_now: () => ({ file: '海砚 2026-04-30.kontor-backup', verified_at: '2026-04-30T08:12:00Z' }),
    set_backup_places: () => null,
    set_language: () => null,
    save_draft: (request) => (book.drafts.set(request.form, request.content), null),
    load_draft: (request) => ({ content: book.drafts.get(request.form) ?? null }),
    drop_draft: (request) => (book.drafts.delete(request.form), null),
  };

  const help = makeFakeHelp(book, refuse, today);
  Object.assign(questions, help.questions);
  Object.assign(actions, help.actions);
  Object.assign(desk, help.desk, fakeImport);

  const carry = async (door, request) => {
    if (door === 'perform') {
      const done = actions[request.do]?.(request);
      if (!done) throw refuse('bug', 'action_unknown', { action: request.do });
      return { operation: (book.operation += 1), ...done };
    }
    const answer = door === 'ask' ? questions[request.ask] : desk[request.desk];
    if (!answer) throw refuse('bug', 'question_unknown', { door });
    return answer(request);
  };

  if (!isEmpty) fill(actions, book);
  return { carry, book };
}

function fill(actions, book) {
  const party = (code, name, phone) => actions.add_party({ code, name, kinds: ['customer'], phone }).given[0].uid;
  const nordlys = party('C001', 'Nordlys Home AS', '+47 22 10 00 00');
  const brightwell = party('C002', 'Brightwell Imports Ltd', '+44 20 7946 0000');
  const wulan = party('C003', '杭州物澜生活家居有限公司', '0571-8800 0000');
  const qinghe = party('C004', '宁波青禾陶瓷有限公司', '0574-8700 0000');
  const item = (code, name, price, kind = 'goods') => actions.add_item({ code, name, kind, unit: '件', price, rate: 'cn-small-1' });
  item('TW-2108', '釉下彩汤碗 7 寸', '23.50');
  item('TW-2120', '马克杯 350 ml', '19.80');
  item('WB-0312', '相思木托盘', '68.00');
  item('SV-01', '包装设计服务', '1200.00', 'service');
  const sell = (date, customer, due, ...lines) =>
    actions.record_sale({ do: 'record_sale', date, customer, due, memo: '', paid: null, lines: lines.map(([description, quantity, unit_price]) => ({ item: null, description, quantity, unit_price, tax_included: true, rate: 'cn-small-1' })) }).given[0].uid;
  const first = sell('2026-03-18', wulan, '2026-04-17', ['相思木托盘', '120', '68.00']);
  sell('2026-04-02', brightwell, '2026-05-02', ['釉下彩汤碗 7 寸', '2400', '23.50'], ['马克杯 350 ml', '2400', '19.80']);
  const paid = sell('2026-04-09', qinghe, '2026-05-09', ['包装设计服务', '2', '1200.00']);
  sell('2026-04-16', nordlys, '2026-06-15', ['相思木托盘', '1200', '68.00'], ['马克杯 350 ml', '800', '19.80']);
  const wrong = sell('2026-04-21', wulan, '2026-05-21', ['釉下彩汤碗 7 寸', '60', '23.50']);
  actions.reverse_sale({ sale: wrong, date: '2026-04-22' });
  actions.receive_money({ do: 'receive_money', date: '2026-04-23', customer: qinghe, account: '1002', amount: '2400.00', settle: [{ sale: paid, amount: '2400.00' }], memo: '' });
  actions.receive_money({ do: 'receive_money', date: '2026-04-27', customer: wulan, account: '101201', amount: '3000.00', settle: [{ sale: first, amount: '3000.00' }], memo: '' });
  actions.record_entry({ date: '2026-04-28', memo: '广交会展位费', post: true, lines: [{ memo: '广交会展位费', account: '560109', debit: '28301.89', credit: '0' }, { memo: '', account: '1002', debit: '0', credit: '28301.89' }] });
  actions.record_entry({ date: '2026-04-29', memo: '提备用金', post: false, lines: [{ memo: '提备用金', account: '1001', debit: '5000.00', credit: '0' }, { memo: '', account: '1002', debit: '0', credit: '5000.00' }] });
  for (let day = 1; day <= 24; day += 1) sell(`2026-04-${String(day).padStart(2, '0')}`, [nordlys, brightwell, wulan, qinghe][day % 4], day % 3 ? '2026-05-30' : '2026-04-20', ['马克杯 350 ml', String(day * 7), '19.80']);
  book.sales.sort((one, other) => other.date.localeCompare(one.date) || other.number.localeCompare(one.number));
  book.entries.sort((one, other) => other.date.localeCompare(one.date) || other.operation - one.operation);
}
