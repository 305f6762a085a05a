/** What the make-believe book answers about closing April 2026. */

export const CLOSE = ['get_close', 'compare_close', 'list_kept', 'lock_period', 'mark_filed'];

const row = (check, state, count, amount, cause, facts = {}, opens = null) => ({ check, state, count, amount, cause, facts, opens });
const AMOUNT = /[1-9]/;
const minus = (one, other) => (Number(one) - Number(other)).toFixed(2);
const compared = (key, kind, label_zh, label_en, now, other) => ({ key, kind, label_zh, label_en, now, other, change: other === null ? null : minus(now, other) });

export function closeOf(book) {
  const hash = 'a3'.repeat(32);
  return {
    list_kept: () => ({
      rows: [
        {
          operation: 4100, at: '2026-04-12T08:12:00Z', person: '陈砚', period: '2026-03', occasion: 'filed', reason: '税务局', differences: [],
          files: [['balance-sheet', '资产负债表', 'Balance Sheet'], ['income-statement', '利润表', 'Income Statement']].map(([name, title_zh, title_en]) => ({ name, title_zh, title_en, figures: hash, csv: hash, pdf: hash })),
        },
      ],
    }),
    get_close(question) {
      const drafts = book.entries.filter((entry) => !entry.number);
      const period = book.periods.find((one) => one.key === question.period);
      const groups = [
        {
          name: 'entries',
          rows: [
            row('previous-closed', 'holds', 0, null, 'previous-closed', { period: '2026-03' }, { kind: 'close', id: '2026-03' }),
            drafts.length
              ? row('entries-posted', 'stops', drafts.length, drafts[0].total_debit, 'entries-unposted', { drafts: String(drafts.length), submitted: '0', returned: '0', reviewed: '0' }, { kind: 'entry', id: drafts[0].uid })
              : row('entries-posted', 'holds', 0, null, 'entries-posted'),
            row('numbers-continuous', 'holds', 0, null, 'numbers-continuous', { numbers: '记-1–85' }, { kind: 'entries' }),
            row('cash-items-assigned', 'holds', 0, null, 'cash-items-assigned', {}, { kind: 'statement', id: 'cash-flow' }),
            row('activities-known', 'warns', 1, '3600.00', 'activities-open', { entry: '记-12' }, { kind: 'entry', id: book.entries.find((entry) => entry.number)?.uid ?? '' }),
          ],
        },
        {
          name: 'ledgers',
          rows: [
            row('trial-balance', 'holds', 0, '2861520.44', 'trial-balance-even', {}, { kind: 'statement', id: 'trial-balance' }),
            row('parties-agree', 'holds', 0, null, 'parties-agree', { accounts: '5' }),
            row('receivables-agree', 'warns', 1, '638048.28', 'receivables-differ', { invoices: '6', open: '620048.28', difference: '18000.00' }, { kind: 'aging' }),
            row('advances-agree', 'holds', 0, '98230.80', 'advances-right', { account: '2203' }, { kind: 'party-balances', id: '2203' }),
          ],
        },
        {
          name: 'accounts',
          rows: [
            row('opening-present', 'holds', 0, null, 'opening-present', {}, { kind: 'opening' }),
            row('clearing-empty', 'holds', 0, '0.00', 'clearing-empty', { accounts: '1901, 4101' }),
            row('profit-transferred', 'warns', 12, '35456.54', 'profit-standing', { account: '5001' }, { kind: 'account', id: '5001' }),
          ],
        },
      ];
      const rows = groups.flatMap((group) => group.rows);
      return { period: period.key, state: period.state, groups, holding: rows.filter((one) => one.state === 'holds').length, checks: rows.length, may_close: period.state === 'open' && drafts.length === 0, entries: 85 };
    },
    compare_close(question) {
      const with_ = (now, other) => (question.against === 'year' ? [now, null] : [now, other]);
      const income = [
        ['revenue', 'total', '一、营业收入', 'Revenue', '524294.48', '468920.00'],
        ['cost-of-sales', 'item', '减：营业成本', 'Cost of sales', '392716.30', '352633.40'],
        ['selling-expenses', 'item', '销售费用', 'Selling expenses', '48215.30', '44720.00'],
        ['profit-before-tax', 'total', '三、利润总额', 'Profit before tax', '35456.54', '26204.00'],
        ['profit', 'grand-total', '四、净利润', 'Net profit', '35456.54', '21965.45'],
      ];
      const sheet = [
        ['cash', 'item', '货币资金', 'Cash and bank', '744748.85', '688120.35'],
        ['receivables', 'item', '应收账款', 'Accounts receivable', '638048.28', '678653.00'],
        ['total-assets', 'grand-total', '资产总计', 'Total assets', '2216645.13', '2148902.66'],
        ['total-liabilities-and-equity', 'grand-total', '负债和所有者权益（或股东权益）总计', 'Total liabilities and equity', '2216645.13', '2148902.66'],
      ];
      const shown = (rows) => rows.filter(([, , , , now]) => AMOUNT.test(now)).map(([key, kind, zh, en, now, other]) => compared(key, kind, zh, en, ...with_(now, other)));
      return {
        other: question.against === 'previous' ? '2026-03' : null,
        statements: [
          { name: 'income-statement', title_zh: '利润表', title_en: 'Income Statement', rows: shown(income) },
          { name: 'balance-sheet', title_zh: '资产负债表', title_en: 'Balance Sheet', rows: shown(sheet) },
        ],
        cash: '56628.50', holding: 9, checks: 9,
      };
    },
  };
}
