/** What a book of account is asked for: its name, its time, and what narrows it; and what is known of each book. */
import type { Company, GetLedgerRequest, LedgerName } from '../../api/wire';



/** The books one account is chosen for. */
export const takesAccount = (name: LedgerName): boolean => !['entry-list', 'aging', 'general-ledger', 'assets', 'depreciation', 'tax-rows'].includes(name);
/** The books that say nothing before an account is chosen. */
export const needsAccount = (name: LedgerName): boolean => name === 'account-ledger';

export interface LedgerWish {
  name: LedgerName;
  account: string | null;
  party: string | null;
  /** A month, a year, or the whole of the book. */
  period: string | null;
  by: 'due' | 'paper';
}

/** The question of a wish; nothing while it lacks its account. */
export function requestOf(wish: LedgerWish, company: Company): GetLedgerRequest | null {
  if (needsAccount(wish.name) && wish.account === null) return null;
  const [first, last] = [company.periods[0], company.periods.at(-1)];
  const span = wish.period ? { period: wish.period } : first && last ? { from: first.first_day, to: last.last_day } : {};
  return {
    name: wish.name,
    ...span,
    ...(wish.account && takesAccount(wish.name) ? { account: wish.account } : {}),
    ...(wish.party && wish.name !== 'aging' && wish.name !== 'entry-list' && wish.name !== 'tax-rows' ? { party: wish.party } : {}),
    ...(wish.name === 'aging' ? { by: wish.by } : {}),
  };
}
