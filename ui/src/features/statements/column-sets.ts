/** Which columns a statement may have beside its own, and which comes next when the key is pressed. */
import type { ColumnSet, StatementName } from '../../api/wire';

/** The standards a book of another one may be seen under. */
export const seenUnder = (own: string, name: StatementName): string[] =>
  own === 'cn-small' && (name === 'balance-sheet' || name === 'income-statement') ? ['cn-enterprise', 'ifrs', 'us-gaap'] : [];

const OF_ROWS: ColumnSet[] = ['form', 'comparative', 'months', 'quarters', 'growth', 'year-growth'];

/** A trial balance has its own columns; a cash flow is no share of anything. */
export function setsFor(name: StatementName): ColumnSet[] {
  if (name === 'trial-balance') return ['form'];
  if (name === 'changes-in-equity') return ['form', 'comparative'];
  if (name.startsWith('cash-flow')) return OF_ROWS;
  return [...OF_ROWS, 'share'];
}

/** The set after one, round again at the end; what is not among them is left for the first. */
export function nextSet(name: StatementName, set: ColumnSet): ColumnSet {
  const sets = setsFor(name);
  return sets[(sets.indexOf(set) + 1) % sets.length] ?? 'form';
}
