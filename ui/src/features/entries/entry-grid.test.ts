/** The walk of Enter through a voucher, and the arithmetic of its keys. */
import { describe, expect, it } from 'vitest';
import type { EntryView } from '../../api/wire';
import { nextCode, pathOf } from './account-names';
import { balancing, emptyLines, fill, FIRST_LINES, lacks, linesOf, linesOfTemplate, linesToSend, lineOf, rowOfSent, templateOf, walk, type Asks, type Cell, type GridLine } from './entry-grid';
import { movedOn } from './voucher-sums';

const option = (code: string) => ({ id: code, code, text: code });
const asks = (more: Partial<Asks> = {}): Asks => ({ needs_party: false, party_kinds: [], keeps_quantity: false, is_cash: false, class: 'asset', currency: 'none', ...more });
const ASKS: Record<string, Asks> = {
  '1002': asks({ is_cash: true }),
  '1122': asks({ needs_party: true, party_kinds: ['customer'] }),
  '1221': asks({ party_kinds: ['employee'] }),
  '1405': asks({ keeps_quantity: true }),
  '5001': asks({ class: 'profit-loss', party_kinds: ['customer'] }),
};
const asksOf = (line: Pick<GridLine, 'account'>) => ASKS[line.account?.id ?? ''];

/** The cells Enter visits from a place on, as "row:cell". */
function path(lines: GridLine[], row: number, cell: Cell, steps: number): string[] {
  const visited: string[] = [];
  let at: { row: number; cell: Cell } | null = { row, cell };
  while (at && visited.length < steps) {
    at = walk(lines, asksOf, at, 1);
    visited.push(at ? `${at.row}:${at.cell}` : 'end');
  }
  return visited;
}

describe('the walk of Enter', () => {
  it('goes memo, account, debit, credit and then down', () => {
    const lines = [lineOf({ account: option('1002') }), lineOf()];
    expect(path(lines, 0, 'memo', 5)).toEqual(['0:account', '0:debit', '0:credit', '1:memo', '1:account']);
  });
  it('skips the credit of a line that has a debit', () => {
    const lines = [lineOf({ account: option('1002'), debit: '5' }), lineOf()];
    expect(path(lines, 0, 'account', 2)).toEqual(['0:debit', '1:memo']);
  });
  it('stops at the party where the account is kept by party, and not where it only may be named', () => {
    expect(path([lineOf({ account: option('1122') })], 0, 'account', 1)).toEqual(['0:party']);
    expect(path([lineOf({ account: option('1221') })], 0, 'account', 1)).toEqual(['0:party']);
    expect(path([lineOf({ account: option('5001') })], 0, 'account', 1)).toEqual(['0:debit']);
  });
  it('stops at item and quantity where the account keeps quantities, and never at a cash-flow item', () => {
    expect(path([lineOf({ account: option('1405') })], 0, 'account', 3)).toEqual(['0:item', '0:quantity', '0:debit']);
    expect(path([lineOf({ account: option('1002') })], 0, 'account', 1)).toEqual(['0:debit']);
    expect(path([lineOf({ account: option('1002') })], 0, 'cash-flow', 1)).toEqual(['0:debit']);
  });
  it('stops only at the side that a template waits for', () => {
    const lines = [lineOf({ account: option('1002'), side: 'credit' }), lineOf({ account: option('1002'), side: 'debit' }), lineOf()];
    expect(path(lines, 0, 'account', 5)).toEqual(['0:credit', '1:memo', '1:account', '1:debit', '2:memo']);
  });
  it('walks back the same way and leaves at both ends', () => {
    const lines = [lineOf({ account: option('1002'), debit: '5' }), lineOf()];
    expect(walk(lines, asksOf, { row: 1, cell: 'memo' }, -1)).toEqual({ row: 0, cell: 'debit' });
    expect(walk(lines, asksOf, { row: 0, cell: 'memo' }, -1)).toBeNull();
    expect(walk(lines, asksOf, { row: 1, cell: 'credit' }, 1)).toBeNull();
  });
});

describe('the lines of a voucher', () => {
  it('are balanced on the side where the amount is positive', () => {
    const lines = [lineOf({ debit: '100' }), lineOf({ credit: '30.50' }), lineOf()];
    expect(balancing(lines, 2)).toEqual({ debit: '', credit: '69.50' });
    expect(balancing([lineOf({ debit: '-20' }), lineOf()], 1)).toEqual({ debit: '20.00', credit: '' });
    expect(balancing([lineOf({ debit: '1' }), lineOf({ credit: '1' }), lineOf()], 2)).toEqual({ debit: '', credit: '' });
  });
  it('say what a line was left without', () => {
    expect(lacks(lineOf({ memo: 'x' }), undefined)).toEqual([]);
    expect(lacks(lineOf({ debit: '1' }), undefined)).toEqual(['account']);
    expect(lacks(lineOf({ account: option('1122') }), ASKS['1122'])).toEqual(['party', 'debit', 'credit']);
  });
  it('are sent without the blank ones, and a refused one is found again on the screen', () => {
    const lines = [lineOf({ memo: 'a', account: option('1002'), debit: '1' }), lineOf(), lineOf({ account: option('1002'), credit: '1' })];
    expect(linesToSend(lines).map((line) => [line.memo, line.account])).toEqual([['a', '1002'], ['a', '1002']]);
    expect([rowOfSent(lines, 1), rowOfSent(lines, 2)]).toEqual([0, 2]);
  });
  it('are filled in place, so that a row on the screen stays the same row', () => {
    const lines = emptyLines();
    const keys = lines.map((line) => line.key);
    fill(lines, [{ memo: 'a' }, { memo: 'b' }]);
    expect(lines.map((line) => line.key)).toEqual(keys);
    fill(lines, Array.from({ length: 14 }, () => ({ memo: 'x' })));
    expect(lines).toHaveLength(15);
    fill(lines, []);
    expect(lines).toHaveLength(FIRST_LINES);
    expect(lines.every((line) => line.memo === '')).toBe(true);
  });
  it('come from a template and go into one with their sides', () => {
    const template = { uid: 't', name: 't', lines: [{ memo: '租金', account: '5602', party: null, item: null, side: 'debit', amount: '500.00' }, { memo: null, account: '1002', party: null, item: null, side: 'credit', amount: null }] };
    const lines = linesOfTemplate(template);
    expect(lines.map((line) => [line.debit, line.credit, line.side])).toEqual([['500.00', '', null], ['', '', 'credit']]);
    expect(templateOf(lines, true).map((line) => [line.side, line.amount])).toEqual([['debit', '500.00'], ['credit', null]]);
    expect(templateOf(lines, false).map((line) => line.amount)).toEqual([null, null]);
  });
  it('come from an entry with what was typed, not with what was proposed', () => {
    const line = { no: 1, memo: null, account: '1002', account_name_zh: '', account_name_en: '', party: { uid: 'p', name: '甲' }, item: null, quantity: null, debit: '', credit: '5.00', cash_flow_item: 'CF01', activity: null };
    const entry = { memo: '付款', lines: [line], typed: null } as unknown as EntryView;
    expect(linesOf(entry)[0]).toMatchObject({ memo: '付款', party: { id: 'p', text: '甲' }, credit: '5.00', cashFlow: null });
    const typed = { ...entry, typed: { lines: [{ account: '1002', cash_flow_item: 'CF02' }] } } as unknown as EntryView;
    expect(linesOf(typed)[0]?.cashFlow?.id).toBe('CF02');
  });
  it('add up on one account and for one party', () => {
    const lines = [lineOf({ account: option('1122'), party: option('a'), debit: '10' }), lineOf({ account: option('1122'), party: option('b'), credit: '4' }), lineOf({ account: option('1002'), credit: '6' })];
    expect([movedOn(lines, '1122'), movedOn(lines, '1122', 'a'), movedOn(lines, '1002')]).toEqual(['6.00', '10.00', '-6.00']);
  });
});

describe('the name of an account', () => {
  const rows = [
    { code: '1002', parent: null, name_zh: '银行存款', name_en: 'Bank' },
    { code: '100201', parent: '1002', name_zh: '中行基本户', name_en: 'BOC' },
    { code: '1012', parent: null, name_zh: '其他货币资金', name_en: 'Other' },
    { code: '101201', parent: '1012', name_zh: '其他货币资金-微信支付', name_en: 'Other - WeChat' },
  ];
  const get = (code: string) => rows.find((row) => row.code === code);
  it('is the way down to it, and repeats nothing', () => {
    expect(pathOf(get, rows[1]!, false)).toBe('银行存款 / 中行基本户');
    expect(pathOf(get, rows[3]!, false)).toBe('其他货币资金 / 微信支付');
    expect(pathOf(get, rows[3]!, true)).toBe('Other / WeChat');
  });
  it('gets the next free code under its parent', () => {
    expect(nextCode('1002', [])).toBe('100201');
    expect(nextCode('1002', [{ code: '100201' }, { code: '100203' }])).toBe('100204');
    expect(nextCode('2221', [{ code: '222101' }, { code: '222199' }])).toBe('2221100');
  });
});
