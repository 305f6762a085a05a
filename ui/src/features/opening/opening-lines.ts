/** The opening balances being typed: one line an account, or one a party where the account is kept by party. */
import type { AccountRow, Opening, OpeningLine } from '../../api/wire';
import type { Option } from '../../parts/picker';
import { isZero, minus, sum } from '../../words/amount';

export interface TypedLine {
  key: number;
  account: string;
  party: Option | null;
  debit: string;
  credit: string;
}

export const CLASSES = ['asset', 'liability', 'equity', 'cost', 'profit-loss'] as const;

let last = 0;
export const blankLine = (account: string): TypedLine => ({ key: (last += 1), account, party: null, debit: '', credit: '' });

const isLeaf = (accounts: AccountRow[], row: AccountRow) => row.is_active && !accounts.some((one) => one.parent === row.code);

/** A line for every account that takes amounts, and those that stand filled in. */
export function linesOf(accounts: AccountRow[], opening: Opening): TypedLine[] {
  const standing = (account: string) => opening.rows.filter((row) => row.account === account);
  const shown = (amount: string) => (isZero(amount) ? '' : amount);
  return accounts
    .filter((row) => isLeaf(accounts, row) || row.needs_party || standing(row.code).length > 0)
    .flatMap((row) => {
      const known = standing(row.code).map((one) => ({
        ...blankLine(row.code),
        party: one.party && { id: one.party.uid, text: one.party.name },
        debit: shown(one.debit),
        credit: shown(one.credit),
      }));
      return known.length ? known : [blankLine(row.code)];
    });
}

export const isFilled = (line: TypedLine): boolean => !isZero(line.debit || '0') || !isZero(line.credit || '0');

export function totalsOf(lines: TypedLine[]): { debit: string; credit: string; difference: string } {
  const debit = sum(lines.map((line) => line.debit || '0'));
  const credit = sum(lines.map((line) => line.credit || '0'));
  return { debit, credit, difference: minus(debit, credit) };
}

export const linesToSend = (lines: TypedLine[]): OpeningLine[] =>
  lines.filter(isFilled).map((line) => ({ account: line.account, party: line.party?.id ?? null, debit: line.debit || null, credit: line.credit || null }));

/** What was typed, as it is kept. */
export const typedOf = (lines: TypedLine[]): Omit<TypedLine, 'key'>[] =>
  lines.filter((line) => isFilled(line) || line.party).map(({ key: _, ...line }) => line);

/** Puts what was typed back over the lines that are there; a further party of an account gets a line below it. */
export function fill(lines: TypedLine[], typed: Omit<TypedLine, 'key'>[]): void {
  for (const line of lines) Object.assign(line, { party: null, debit: '', credit: '' });
  const taken = new Set<TypedLine>();
  for (const { account, party, debit, credit } of typed) {
    let place = lines.find((line) => line.account === account && !taken.has(line));
    if (!place) {
      const last = lines.findLastIndex((line) => line.account === account);
      lines.splice(last === -1 ? lines.length : last + 1, 0, blankLine(account));
      // Read back from the list, so that the screen hears of what is put into it.
      place = lines[last === -1 ? lines.length - 1 : last + 1];
    }
    if (!place) continue;
    Object.assign(place, { party, debit, credit });
    taken.add(place);
  }
}
