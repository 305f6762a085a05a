/** The small arithmetic of the forms: what balances, what settles what, what a line comes to, which figure comes next. */
import { describe, expect, it } from 'vitest';
import type { OpenInvoiceRow, RateRow, StatementRowView } from '../api/wire';
import { balancing, emptyLine as emptyEntryLine, linesToSend as entryLines } from './entries/entry-grid';
import { strengthOf } from './book/password-strength';
import { allocated, oldestFirst, settleToSend } from './receipts/allocation';
import { emptyLine, linesToSend, sumsOf } from './sales/sale-lines';
import { firstSpot, move, sheetOf, withoutEmpty } from './statements/figures';
import { modesFor, requestOf, step } from './statements/period-request';

describe('an entry being typed', () => {
  const line = (debit: string, credit: string) => ({ ...emptyEntryLine(), debit, credit });
  it('fills the missing amount on the side where it is positive', () => {
    const lines = [line('28301.89', ''), line('1698.11', ''), line('', '')];
    expect(balancing(lines, 2)).toEqual({ debit: '', credit: '30000.00' });
    expect(balancing([line('', '5'), line('', '')], 1)).toEqual({ debit: '5.00', credit: '' });
    expect(balancing([line('5', ''), line('', '5'), line('', '')], 2)).toEqual({ debit: '', credit: '' });
  });
  it('takes a memo left out from the line above and leaves out blank lines', () => {
    const sent = entryLines([
      { ...line('5', ''), memo: '提现', account: { id: '1001', text: '' } },
      { ...line('', '5'), account: { id: '1002', text: '' } },
      line('', ''),
    ]);
    expect(sent.map(({ memo, account, debit, credit }) => [memo, account, debit, credit])).toEqual([
      ['提现', '1001', '5', null],
      ['提现', '1002', null, '5'],
    ]);
  });
});

describe('a sale being typed', () => {
  const rates: RateRow[] = [{ code: 'one', rate: '0.01', label_zh: '', label_en: '', is_default: true }];
  const line = { ...emptyLine({ id: 'one', text: '1%' }), quantity: '12', price: '68', description: '托盘' };
  it('takes the tax out of the price or puts it on top', () => {
    expect(sumsOf(line, true, rates)).toEqual({ net: '807.92', tax: '8.08', gross: '816.00' });
    expect(sumsOf(line, false, rates)).toEqual({ net: '816.00', tax: '8.16', gross: '824.16' });
  });
  it('sends no blank line', () => {
    expect(linesToSend([line, emptyLine(null)], true)).toHaveLength(1);
  });
});

describe('money received', () => {
  const invoice = (uid: string, due: string, open: string): OpenInvoiceRow => ({ uid, number: uid, date: '2026-01-01', due, gross: open, open });
  const invoices = [invoice('late', '2026-03-01', '80.00'), invoice('early', '2026-02-01', '50.00')];
  it('settles the oldest first and leaves the rest', () => {
    expect(oldestFirst(invoices, '100')).toEqual({ early: '50.00', late: '50.00' });
    expect(oldestFirst(invoices, '30.00')).toEqual({ early: '30.00' });
    expect(allocated(oldestFirst(invoices, '500'))).toBe('130.00');
    expect(oldestFirst(invoices, '')).toEqual({});
  });
  it('sends no empty share', () => {
    expect(settleToSend({ a: '0.00', b: '', c: '5' })).toEqual([{ sale: 'c', amount: '5' }]);
  });
});

describe('a statement on the sheet', () => {
  const row = (row_number: string, kind: StatementRowView['kind'], side: StatementRowView['side'], values: string[]): StatementRowView => ({
    row: row_number, key: row_number, label_zh: '', label_en: '', indent: 0, kind, side, values,
  });
  const rows = [
    row('', 'heading', 'left', []), row('1', 'item', 'left', ['1', '2']), row('2', 'item', 'left', ['0.00', '0.00']), row('3', 'item', 'left', ['1', '2']), row('9', 'grand-total', 'left', ['1', '2']),
    row('10', 'item', 'right', ['1', '2']), row('', 'heading', 'right', []), row('11', 'grand-total', 'right', ['1', '2']),
  ];
  const sheet = sheetOf(rows).rows;
  it('ends both sides in the same line', () => {
    expect(sheet).toHaveLength(5);
    expect(sheet.at(-1)?.left?.row).toBe('9');
    expect(sheet.at(-1)?.right?.row).toBe('11');
    expect(sheet[1]?.right).toBeNull();
  });
  it('moves over figures, past headings and from side to side', () => {
    const first = firstSpot(sheet);
    expect(first).toEqual({ row: 1, side: 'left', column: 0 });
    expect(move(sheet, first!, 'ArrowUp')).toEqual(first);
    expect(move(sheet, { row: 4, side: 'left', column: 1 }, 'ArrowRight')).toEqual({ row: 4, side: 'right', column: 0 });
    expect(move(sheet, { row: 4, side: 'right', column: 0 }, 'ArrowLeft')).toEqual({ row: 4, side: 'left', column: 1 });
    expect(move(sheet, { row: 4, side: 'right', column: 0 }, 'ArrowUp')).toEqual({ row: 0, side: 'right', column: 0 });
    expect(move(sheet, { row: 4, side: 'right', column: 1 }, 'ArrowRight')).toEqual({ row: 4, side: 'right', column: 1 });
  });
  it('hides rows that say nothing, never a total', () => {
    expect(withoutEmpty(rows).map((one) => one.row)).not.toContain('2');
    expect(withoutEmpty(rows)).toHaveLength(rows.length - 1);
  });
});

describe('the time of a statement', () => {
  const periods = Array.from({ length: 12 }, (_, at) => {
    const key = `2026-${String(at + 1).padStart(2, '0')}`;
    return { key, first_day: `${key}-01`, last_day: `${key}-28`, state: 'open' as const, locked: [] };
  });
  const stretch = { mode: 'month' as const, period: '2026-05', from: '2026-01-01', to: '2026-05-10' };
  it('is asked as a month, a quarter, a year so far, a range or a day', () => {
    expect(requestOf(stretch, periods, 'income-statement')).toEqual({ period: '2026-05' });
    expect(requestOf({ ...stretch, mode: 'quarter' }, periods, 'income-statement')).toEqual({ from: '2026-04-01', to: '2026-06-28' });
    expect(requestOf({ ...stretch, mode: 'year' }, periods, 'cash-flow')).toEqual({ from: '2026-01-01', to: '2026-05-28' });
    expect(requestOf({ ...stretch, mode: 'range' }, periods, 'trial-balance')).toEqual({ from: '2026-01-01', to: '2026-05-10' });
    expect(requestOf({ ...stretch, mode: 'day' }, periods, 'balance-sheet')).toEqual({ as_of: '2026-05-10' });
    expect(modesFor('balance-sheet')).toEqual(['month', 'day']);
  });
  it('steps from period to period and stays at the ends', () => {
    expect(step(stretch, periods, 1).period).toBe('2026-06');
    expect(step({ ...stretch, period: '2026-12' }, periods, 1).period).toBe('2026-12');
  });
});

describe('a password', () => {
  it.each([
    ['1234567', 'short'],
    ['12345678', 'weak'],
    ['aaaaaaaaaaaa', 'weak'],
    ['20260430', 'weak'],
    ['correct horse battery', 'good'],
    ['海砚 账房 二零二六年', 'good'],
  ])('%s is %s', (password, strength) => expect(strengthOf(password)).toBe(strength));
});
