/** The lines of a return, and what stands behind each. */
import { describe, expect, it } from 'vitest';
import type { TaxReturn } from '../../api/wire';
import { byOf, sheetRows, type Words } from './worksheet';

const words: Words = {
  isEnglish: true,
  count: (count) => `${count} rows`,
  agreement: (name) => `agreement ${name}`,
  heading: (which) => which,
  difference: (amount) => `differs by ${amount}`,
  agrees: 'agrees',
  sides: ['return', 'ledger'],
  record: 'record',
};

const made = {
  rows: [
    { number: '12', label_zh: '进项税额', label_en: 'Input tax', kind: 'item', base: null, amount: '130.00', count: 2, kinds: ['input', 'customs'], rate: null, invoice: null },
    { number: '13', label_zh: '上期留抵税额', label_en: 'Credit brought forward', kind: 'item', base: null, amount: '0.00', count: 0, kinds: [], rate: null, invoice: null },
  ],
  agreements: [{ name: 'input', account: '22210101', in_return: '130.00', in_ledger: '156.00', difference: '26.00', holds: false }],
  untaxed: [{ entry: 'e', number: '记-3', line: 1, date: '2026-01-13', memo: '进货', account: '22210101', amount: '26.00', kind: 'input' }],
} as unknown as TaxReturn;

describe('the page of a return', () => {
  it('shows the rows, then the ledger beside them, then what no tax row speaks of', () => {
    const rows = sheetRows(made, words);
    expect(rows.map((row) => row.label)).toEqual(['Input tax', 'Credit brought forward', 'agreement', 'agreement input', 'untaxed', '2026-01-13 22210101 进货']);
    expect(rows.map((row) => row.opens?.what ?? null)).toEqual(['rows', null, null, 'account', null, 'line']);
    expect(rows[3]?.behind).toBe('differs by 26.00');
    expect(sheetRows(undefined, words)).toEqual([]);
  });

  it('asks the tax ledger for just the rows behind a figure', () => {
    expect(byOf({ kinds: ['input', 'customs'], rate: null, invoice: null })).toBe('input,customs');
    expect(byOf({ kinds: ['output'], rate: '13', invoice: null })).toBe('output@13');
    expect(byOf({ kinds: ['output'], rate: null, invoice: 'special' })).toBe('output#special');
  });
});
