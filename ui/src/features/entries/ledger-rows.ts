/** The lines of an account's ledger with the balance after each, however many pages have come. */
import type { LedgerRow } from '../../api/wire';
import { decimalOf, unitsOf } from '../../words/amount';

export interface LedgerLine {
  /** An entry may have several lines on one account. */
  key: string;
  line: LedgerRow;
  /** Debit positive. */
  balance: string;
}

export function withBalances(lines: LedgerRow[], opening: string): LedgerLine[] {
  let balance = unitsOf(opening) ?? 0n;
  return lines.map((line, at) => {
    balance += (unitsOf(line.debit) ?? 0n) - (unitsOf(line.credit) ?? 0n);
    return { key: `${line.uid}-${at}`, line, balance: decimalOf(balance) };
  });
}
