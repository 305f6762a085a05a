/** The accounts of the book, asked for once and again when they or their balances change; every form shares them. */
import { untrack } from 'svelte';
import { ask } from './ask';
import { heed } from './changed.svelte';
import { session } from './session.svelte';
import type { AccountRow } from './wire';

export interface Chart {
  readonly rows: AccountRow[];
  get(code: string | undefined): AccountRow | undefined;
  isLeaf(code: string): boolean;
  childrenOf(code: string): AccountRow[];
}

let rows = $state.raw<AccountRow[]>([]);
let known = -1;
let asking: Promise<AccountRow[]> | null = null;

const byCode = $derived.by(() => new Map(rows.map((row) => [row.code, row])));
const children = $derived.by(() => {
  const found = new Map<string, AccountRow[]>();
  for (const row of rows) if (row.parent) found.set(row.parent, [...(found.get(row.parent) ?? []), row]);
  return found;
});

// What was read goes with the book: a locked window holds nothing of it.
$effect.root(() => {
  $effect(() => {
    if (session.isOpen) return;
    rows = [];
    known = -1;
    asking = null;
  });
});

function read(version: number): Promise<AccountRow[]> {
  known = version;
  const mine = ask({ ask: 'list_accounts' }).then((answer) => {
    if (asking === mine) rows = answer.rows;
    return answer.rows;
  });
  asking = mine;
  // A failed read is tried again by whoever needs it next.
  mine.catch(() => {
    if (asking === mine) known = -1;
  });
  return mine;
}

/** The accounts as soon as they are there: fast fingers are in the field before the first answer. */
export const allAccounts = async (): Promise<AccountRow[]> => (rows.length ? rows : (asking ?? read(0)));

/** Call it while a component is set up. */
export function useChart(): Chart {
  $effect(() => {
    const version = heed(['accounts', 'balances']);
    if (version !== known && session.isOpen) untrack(() => void read(version).catch(() => {}));
  });
  return {
    get rows() {
      return rows;
    },
    get: (code) => (code === undefined ? undefined : byCode.get(code)),
    isLeaf: (code) => !children.has(code),
    childrenOf: (code) => children.get(code) ?? [],
  };
}
