/** The accounts money can come into, as a form offers them; the one that was chosen keeps its name in the language that is read. */
import type { Option } from '../parts/picker';
import { nameOf } from '../words/words.svelte';
import { live } from './live.svelte';

export interface CashAccounts {
  readonly options: Option[];
  find: (query: string) => Option[];
}

/** Call it while a component is set up. */
export function useCashAccounts(chosen: () => Option | null, choose: (option: Option) => void): CashAccounts {
  const accounts = live(() => ({ ask: 'list_cash_accounts' as const }), ['accounts']);
  const options = $derived((accounts.value?.rows ?? []).map((row) => ({ id: row.code, code: row.code, text: nameOf(row) })));
  $effect(() => {
    const now = chosen();
    const named = options.find((option) => option.id === now?.id);
    if (named && now && named.text !== now.text) choose(named);
  });
  return {
    get options() {
      return options;
    },
    find: (query) => options.filter((option) => option.code.startsWith(query) || option.text.includes(query)),
  };
}
