/** What the make-believe book answers about the period-end entries of April 2026. */

export const GENERATED = ['preview_generated', 'generate_entries', 'set_generation_policy', 'list_transfers', 'save_transfer', 'remove_transfer'];

const line = (no, account, account_name_zh, account_name_en, debit, credit) => ({ no, memo: null, account, account_name_zh, account_name_en, party: null, item: null, quantity: null, debit, credit, cash_flow_item: null, activity: null });
const entry = (key, memo, state, lines, total, effect, more = {}) => ({ key, date: '2026-04-30', memo, kind: 'closing', state, lines, total, effect, is_difference: false, draft: null, posted: [], ...more });
const generator = (name, rule, state, entries = [], effect = '0.00') => ({ generator: name, rule, version: 1, state, is_authorised: name === 'profit-transfer', entries, refusal: null, effect });

const RENT = [line(1, '560109', '展览费', 'Exhibitions', '1200.00', ''), line(2, '2202', '应付账款', 'Accounts payable', '', '1200.00')];
const INCOME = [line(1, '5001', '主营业务收入', 'Revenue', '524294.48', ''), line(2, '3103', '本年利润', 'Current-year profit', '', '524294.48')];

export function generatedOf(book) {
  return {
    preview_generated(question) {
      const posted = book.entries.find((one) => one.number);
      return {
        period: question.period,
        is_open: true,
        is_year_end: false,
        transfer: 'monthly',
        policies: [],
        generators: [
          generator('transfers', 'R06', 'to-write', [entry('t', '预提四月展位费', 'to-write', RENT, '1200.00', '-1200.00', { kind: 'normal' })], '-1200.00'),
          generator('profit-transfer', 'C01', 'to-write', [
            entry('income', '结转收入类科目余额', 'posted', INCOME, '524294.48', '0.00', { posted: posted ? [{ uid: posted.uid, name: posted.number }] : [] }),
            entry('expenses', '结转成本费用类科目余额', 'to-write', RENT, '1200.00', '0.00', { is_difference: true }),
          ]),
          generator('year-profit', 'C03', 'nothing'),
          generator('appropriation', 'C04', 'nothing'),
          generator('distribution', 'C06', 'off'),
        ],
        other_drafts: 1,
        to_write: 2,
        drafts: [],
      };
    },
    list_transfers: () => ({
      rows: [
        {
          uid: 'transfer-1',
          name: '预提四月展位费',
          version: 1,
          content: { first: '2026-04', last: '2026-12', every: 'month', reverses: true, lines: [{ account: '560109', side: 'debit', what: 'amount', amount: '1200.00' }, { account: '2202', side: 'credit', what: 'rest' }] },
          parties: [],
        },
      ],
    }),
  };
}
