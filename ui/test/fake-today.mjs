/** What the make-believe book answers about today: the figures of one company on 30 April 2026. */

const addDays = (day, count) => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
const FLOWS = [[108, 292], [131, 97], [45, 168], [0, 19], [0, 232], [174, 68], [0, 379], [180, 0], [46, 0], [0, 68], [130, 0], [0, 25], [0, 19]];
const ROWS = { 'cost-of-sales': ['营业成本', 'Cost of sales'], 'selling-expenses': ['销售费用', 'Selling expenses'], 'administrative-expenses': ['管理费用', 'Administrative expenses'], revenue: ['营业收入', 'Revenue'], 'finance-costs': ['财务费用', 'Finance costs'] };
const named = (key) => ({ key, label_zh: ROWS[key][0], label_en: ROWS[key][1] });
const NOW = ['417900.00', '242366.00', '473200.00', '524294.48'];
const BEFORE = ['382600.00', '209400.00', '442830.00', '475960.00', '512000.00', '498100.00', '529900.00', '489200.00', '563000.00', '591800.00', '634900.00', '703400.00'];

export const TODAY = ['get_today', 'forecast_cash', 'get_sales_by_month', 'get_receivable_ages', 'get_profit_bridge', 'list_receivables', 'print'];

export function todayOf(book, today, isEmpty) {
  let left = 744748.85;
  const weeks = FLOWS.map(([inflow, outflow], at) => {
    left += (inflow - outflow) * 1000;
    const spread = (at + 1) * 2400;
    return { from: addDays(today, at * 7), to: addDays(today, at * 7 + 6), inflow: `${inflow * 1000}.00`, outflow: `${outflow * 1000}.00`, left: left.toFixed(2), low: (left - spread).toFixed(2), high: (left + spread).toFixed(2) };
  });
  const loan = { kind: 'monthly', name_zh: '短期借款', name_en: 'Short-term borrowings', day: '2026-06-15', amount: '300000.00' };
  const open = () => book.sales.filter((row) => row.status === 'open');
  return {
    get_today: () => ({
      day: today, is_empty: isEmpty,
      cash: { amount: '744748.85', accounts: 4 },
      due_in: { amount: '458316.00', count: 9, overdue: '108185.00', overdue_count: 2, total: '638048.28' },
      due_out: { amount: '389010.00', suppliers: 6, total: '552260.00' },
      profit: { period: '2026-04', profit: '35456.54', last_period: '2026-03', last_profit: '21965.45', lacks: [named('cost-of-sales'), named('finance-costs')] },
      sales: null,
      waiting: { drafts: { count: 2, total: '29187.80' }, overdue: { customers: 2, count: 2, amount: '108185.00', first: 'Harbor & Pine' }, unassigned: { period: '2026-03', count: 3, entry: '记-12' }, closable: { count: 1, first: '2026-03', is_ready: false }, tax: { label_zh: '增值税', label_en: 'VAT', due: '2026-04-15', amount: '500.00', is_late: true }, opening: false },
    }),
    forecast_cash: () => ({
      cash: '744748.85', weeks, invoices: 11, invoices_with_habit: 8,
      payments: [{ kind: 'supplier', name_zh: '义乌锦盒包装', name_en: '义乌锦盒包装', day: '2026-05-02', amount: '22600.00' }, loan],
      shortfall: { day: '2026-06-15', week: 6, balance: weeks[6].left, cause: loan, help: [{ sale: book.sales[0]?.uid ?? '', number: 'SI-2026-0038', customer: { uid: 'c', name: 'Nordlys Home AS' }, open: '179732.28', due: '2026-06-10', expected: '2026-06-20', sooner_days: 5, covers: true }] },
      late_shortfall: null,
    }),
    get_sales_by_month: () => ({ year: 2026, months: BEFORE.map((before, at) => ({ month: at + 1, now: NOW[at] ?? null, before })), total: '1657760.48', total_before: '1510790.00', change: '146970.48' }),
    get_receivable_ages: () => ({ rows: [['current', 7, '529863.28'], ['to-30', 1, '63120.00'], ['to-60', 1, '45065.00'], ['to-90', 0, '0.00'], ['over-90', 0, '0.00']].map(([age, count, amount]) => ({ age, count, amount })), total: '638048.28', overdue: '108185.00' }),
    get_profit_bridge: () => ({ from_period: '2026-03', to_period: '2026-04', before: '21965.45', steps: [['revenue', '51094.48'], ['cost-of-sales', '-29401.20'], ['selling-expenses', '-9120.44'], ['administrative-expenses', '1203.25'], ['finance-costs', '-285.00']].map(([key, change]) => ({ ...named(key), change })), after: '35456.54' }),
    list_receivables: () => ({ rows: open().map((row) => ({ uid: row.uid, number: row.number, date: row.date, customer: row.customer, due: row.due ?? row.date, days_late: Math.round((Date.parse(today) - Date.parse(row.due ?? row.date)) / 86_400_000), age: 'current', gross: row.gross, open: row.open })), next: null, count: open().length, total: '638048.28' }),
  };
}
