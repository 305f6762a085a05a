/** The key walks the columns round, and a trial balance keeps its own. */
import { expect, test } from 'vitest';
import { nextSet, setsFor } from './column-sets';

test('the key walks all columns and comes back to the form', () => {
  const seen = [];
  let set = nextSet('income-statement', 'form');
  while (set !== 'form') {
    seen.push(set);
    set = nextSet('income-statement', set);
  }
  expect(seen).toEqual(setsFor('income-statement').slice(1));
});

test('a trial balance has no other columns, and then and now lead back to the form', () => {
  expect(nextSet('trial-balance', 'form')).toBe('form');
  expect(nextSet('balance-sheet', 'then-now')).toBe('form');
});
