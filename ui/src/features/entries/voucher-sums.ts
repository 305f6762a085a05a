/** What an entry being typed does to one account: debit less credit over its lines, and the part of one party. */
import { minus, sum } from '../../words/amount';
import type { Kept } from './entry-grid';

export function movedOn(lines: Kept[], account: string | undefined, party?: string | undefined): string {
  const own = lines.filter((line) => line.account?.id === account && (party === undefined || line.party?.id === party));
  return sum(own.map((line) => minus(line.debit || '0', line.credit || '0')));
}
