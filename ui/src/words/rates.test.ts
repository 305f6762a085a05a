/** Rates as they are typed and as they are shown. */
import { expect, it } from 'vitest';
import { fractionOf, typedRate } from './rates';

it('takes a percentage as people write it and refuses what is none', () => {
  expect(['8.875', '20%', ' 7.50 % ', '05'].map(typedRate)).toEqual(['at-8.875', 'at-20', 'at-7.5', 'at-5']);
  expect(['', '0', '0.00', '100', '-3', '1.23456', 'abc'].map(typedRate)).toEqual([null, null, null, null, null, null, null]);
});

it('knows the fraction of a rate of the book and of a typed one', () => {
  const rates = [{ code: 'one', rate: '0.01', label_zh: '', label_en: '' }];
  expect(fractionOf('one', rates)).toBe('0.01');
  expect(fractionOf('at-8.875', rates)).toBe('0.08875');
  expect(fractionOf('at-20', rates)).toBe('0.20');
  expect(fractionOf(undefined, rates)).toBe('0');
});
