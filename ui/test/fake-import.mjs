/** A file that the make-believe desk reads: vouchers as another program exports them, with two things to put right. */
const HEADERS = ['日期', '凭证字号', '摘要', '科目代码', '科目名称', '核算项目', '借方金额', '贷方金额', '制单人说明'];
const MEANINGS = ['date', 'word_number', 'memo', 'account', 'account_name', 'auxiliary', 'debit', 'credit', null];
const ROWS = [
  ['凭证序时簿', '', '', '', '', '', '', '', ''],
  ['单位：宁波海砚贸易有限公司', '', '', '', '', '', '', '', ''],
  HEADERS,
  ['2026-01-05', '记-1', '收到投资', '1002', '银行存款', '', '100000', '', ''],
  ['', '', '收到投资', '3001', '实收资本', '', '', '100000', ''],
  ['2026-01-08', '记-2', '销售', '1122', '应收账款', '客户:K001 河东小学', '1130.3', '', ''],
  ['', '', '销售', '600101', '主营业务收入_内销', '', '', '1000.27', ''],
  ['', '', '销项', '22210106', '应交税费_应交增值税_销项税额', '', '', '130.03', ''],
  ['合计', '', '', '', '', '', '101130.3', '101130.3', ''],
];

const columnsOf = (mapping) =>
  HEADERS.map((header, place) => {
    const chosen = mapping && Object.entries(mapping.columns).find(([, headers]) => headers.includes(header));
    return { letter: 'ABCDEFGHI'[place], header, meaning: mapping ? (chosen?.[0] ?? null) : MEANINGS[place], proposal: place === 8 ? 'memo' : null };
  });

export const fakeImport = {
  choose_import: () => ({ handle: 'import-1', label: '凭证序时簿 2026-01.xlsx', folder: '/home/chen/金蝶' }),
  drop_import: (request) => ({ handle: 'dropped', label: request.name, folder: '' }),
  read_import(request) {
    const columns = columnsOf(request.mapping);
    const known = request.mapping?.accounts ?? {};
    const own = Object.fromEntries(columns.filter((one) => one.meaning).map((one) => [one.meaning, [one.header]]));
    return {
      sheets: ['凭证序时簿', '说明'], sheet: request.sheet ?? '凭证序时簿', kind: request.kind ?? 'entries', kinds: ['accounts', 'parties', 'items', 'opening', 'opening-cash-flow', 'entries'],
      is_recognised: true, kept: null, mapping: { kind: 'entries', program: 'kingdee', columns: own, accounts: known, parties: {} }, columns,
      meanings: ['date', 'word', 'memo', 'account', 'debit', 'credit', 'number', 'word_number', 'account_name', 'auxiliary', 'direction', 'amount'],
      needs: columns.some((one) => one.meaning === 'debit') ? [] : [[['debit', 'credit'], ['direction', 'amount']]],
      rows: ROWS.map((cells, place) => ({ row: place + 1, cells, state: place < 2 ? 'title' : place === 2 ? 'header' : place === 8 ? 'total' : 'data' })),
      count: 5, skipped: [{ why: 'total', count: 1, rows: [9] }],
      unknown_accounts: known['600101'] ? [] : [{ key: '600101', name: '主营业务收入_内销', kind: null, row: 7 }],
      unknown_parties: [{ key: 'K001', name: '河东小学', kind: 'customer', row: 6 }], unknown_items: [],
    };
  },
  run_import: (request) =>
    request.dry_run
      ? { operation: null, count: 0, refusal: { kind: 'rejected', code: 'import_faults', details: { count: '1', row: '6', column: 'G6' } }, faults: [{ sheet: '凭证序时簿', row: 6, cell: 'G6', header: '借方金额', content: '1130.305', refusal: { kind: 'rejected', code: 'amount_too_many_decimals', details: { allowed: '2' } } }] }
      : { operation: 9, count: 2, refusal: null, faults: [] },
};
