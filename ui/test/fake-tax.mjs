/** What the make-believe book answers about tax for the first quarter of 2026. */

export const TAX = ['get_tax_return', 'list_tax_dues', 'set_tax_profile', 'record_tax_rows'];

const row = (number, label_zh, label_en, base, amount, count = 0, kinds = [], kind = 'item') => ({ number, label_zh, label_en, kind, base, amount, count, kinds, rate: null, invoice: null });

export function taxOf(book) {
  const profile = { from: '2026-01', place: 'city', filing: 'quarterly', exporter: 'none', staff: 12, assets: '1800000.00', export_rate: null, refund_rate: null, income_rate: null };
  return {
    get_tax_return(question) {
      const kind = question.kind ?? 'vat-small';
      const isVat = kind === 'vat-small';
      return {
        kind,
        kinds: ['vat-small', 'surcharges', 'income-tax'],
        form_zh: '增值税及附加税费申报表（小规模纳税人适用），本期数',
        form_en: 'VAT return for small-scale taxpayers, of the period',
        source: '国家税务总局公告2021年第20号',
        is_verified: false,
        from: '2026-01-01',
        to: '2026-03-31',
        label_zh: '2026年1月1日至3月31日',
        label_en: '1 January to 31 March 2026',
        rows: [
          row(null, '计税依据', 'Sales', null, null, 0, [], 'heading'),
          row('1', '应征增值税不含税销售额（3%征收率）', 'Taxed sales without tax (levy rate 3 %)', '50000.00', null, 3, ['output']),
          row('10', '其中：小微企业免税销售额', 'of which within the threshold', '100000.00', null),
          row(null, '税款计算', 'Tax', null, null, 0, [], 'heading'),
          row('15', '本期应纳税额', 'Tax at 3 %', null, '1500.00'),
          row('16', '本期应纳税额减征额', 'Reduction to the rate in force', null, '1000.00'),
          row('20', '应纳税额合计', 'Tax owed', null, '500.00', 0, [], 'total'),
        ],
        states: isVat ? [{ name: 'threshold', holds: true, have: '150000.00', limit: '300000.00' }] : [],
        untaxed: isVat ? [{ entry: 'entry-1', number: '记-7', line: 3, date: '2026-02-11', memo: '零星收入', account: '222101', amount: '12.00', kind: 'output' }] : [],
        agreements: [{ name: 'output', account: '222101', in_return: '1500.00', in_ledger: '1512.00', difference: '12.00', holds: false }],
        profile,
        operation: book.operation,
      };
    },
    list_tax_dues: () => ({
      rows: [
        { name: 'vat', label_zh: '增值税', label_en: 'VAT', from: '2026-01-01', to: '2026-03-31', due: '2026-04-15', owed: '500.00', paid: '500.00', state: 'paid' },
        { name: 'income-tax-year', label_zh: '企业所得税汇算清缴', label_en: 'Income tax, settlement of the year', from: '2025-01-01', to: '2025-12-31', due: '2026-06-01', owed: '0.00', paid: '0.00', state: 'nothing' },
      ],
    }),
  };
}
