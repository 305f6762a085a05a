/** The searches that pickers run, so that every form finds a customer, an account or an item in the same way. */
import { spelledAt } from '../words/initials';
import type { Option } from '../parts/picker';
import { ask } from './ask';
import type { AccountRow, ItemRow, PartyKind, PartyRow } from './wire';

export const findParties = async (query: string, kind?: PartyKind): Promise<PartyRow[]> =>
  (await ask({ ask: 'list_parties', query, limit: 12, ...(kind && { kind }) })).rows;

/** The party a form was opened for, as a picker holds it. */
export async function partyOption(uid: string): Promise<Option> {
  const row = await ask({ ask: 'get_party', uid });
  return { id: row.uid, code: row.code, text: row.name };
}

export const findItems = async (query: string): Promise<ItemRow[]> =>
  (await ask({ ask: 'list_items', query, limit: 12 })).rows;

/** How well an account fits a word: its code, then a beginning, then what holds it; 9 when it does not fit. */
function fitOfAccount(row: AccountRow, word: string): number {
  const names = [row.name_zh.toLowerCase(), row.name_en.toLowerCase()];
  const at = spelledAt(row.initials, word);
  if (row.code === word) return 0;
  if (row.code.startsWith(word) || names.some((name) => name.startsWith(word)) || at === 0) return 1;
  return names.some((name) => name.includes(word)) || at > 0 ? 2 : 9;
}

/** Accounts are few: they come whole and are searched here by code, by both names and by pinyin initials. */
export function matchAccounts(accounts: AccountRow[], query: string, limit = 12, alsoOutOfUse = false): AccountRow[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return accounts
    .filter((row) => row.is_active || alsoOutOfUse)
    .map((row) => ({ row, fit: Math.max(0, ...words.map((word) => fitOfAccount(row, word))) }))
    .filter(({ fit }) => fit < 9)
    .sort((one, other) => one.fit - other.fit)
    .slice(0, limit)
    .map(({ row }) => row);
}

/** An account that others stand under takes no lines itself. */
export const isLeaf = (accounts: AccountRow[], code: string): boolean =>
  !accounts.some((row) => row.parent === code);
