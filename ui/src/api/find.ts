/** The searches that pickers run, so that every form finds a customer, an account or an item in the same way. */
import { ask } from './ask';
import type { AccountRow, ItemRow, PartyKind, PartyRow } from './wire';

export const findParties = async (query: string, kind?: PartyKind): Promise<PartyRow[]> =>
  (await ask({ ask: 'list_parties', query, limit: 12, ...(kind && { kind }) })).rows;

export const findItems = async (query: string): Promise<ItemRow[]> =>
  (await ask({ ask: 'list_items', query, limit: 12 })).rows;

/** Accounts are few: they come whole and are searched here by code and by both names. */
export function matchAccounts(accounts: AccountRow[], query: string, limit = 12): AccountRow[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (row: AccountRow) =>
    row.is_active &&
    words.every(
      (word) =>
        row.code.startsWith(word) ||
        row.name_zh.toLowerCase().includes(word) ||
        row.name_en.toLowerCase().includes(word),
    );
  const found = accounts.filter(fits);
  const exact = found.filter((row) => row.code === query.trim());
  return [...exact, ...found.filter((row) => !exact.includes(row))].slice(0, limit);
}

/** An account that others stand under takes no lines itself. */
export const isLeaf = (accounts: AccountRow[], code: string): boolean =>
  !accounts.some((row) => row.parent === code);
