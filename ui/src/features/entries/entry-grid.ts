/** The lines of an entry being typed, and the arithmetic that helps: sums, the missing amount, what is sent. */
import type { LineRequest } from '../../api/wire';
import type { Option } from '../../parts/picker';
import { isZero, minus, negate, isNegative, sum } from '../../words/amount';

export interface GridLine {
  key: number;
  memo: string;
  account: Option | null;
  party: Option | null;
  debit: string;
  credit: string;
}

let last = 0;
export const emptyLine = (): GridLine => ({ key: (last += 1), memo: '', account: null, party: null, debit: '', credit: '' });

export const isBlank = (line: GridLine): boolean => !line.account && !line.debit && !line.credit && !line.party;

export const totals = (lines: GridLine[]) => ({
  debit: sum(lines.map((line) => line.debit || '0')),
  credit: sum(lines.map((line) => line.credit || '0')),
});

/** What this line needs for the entry to balance, on the side where it is positive. */
export function balancing(lines: GridLine[], at: number): Pick<GridLine, 'debit' | 'credit'> {
  const others = totals(lines.filter((_, index) => index !== at));
  const missing = minus(others.debit, others.credit);
  if (isZero(missing)) return { debit: '', credit: '' };
  return isNegative(missing) ? { debit: negate(missing), credit: '' } : { debit: '', credit: missing };
}

/** The lines as the door takes them: without the blank ones, a memo left out taken from the line above. */
export function linesToSend(lines: GridLine[]): LineRequest[] {
  let memo = '';
  return lines
    .filter((line) => !isBlank(line))
    .map((line) => {
      memo = line.memo.trim() || memo;
      return {
        memo,
        account: line.account?.id ?? '',
        party: line.party?.id ?? null,
        item: null,
        quantity: null,
        debit: line.debit || null,
        credit: line.credit || null,
        cash_flow_item: null,
      };
    });
}
