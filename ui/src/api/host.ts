/** The only file that knows where the window runs: inside the desktop shell, or in a browser before a test bridge. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

export type Door = 'perform' | 'ask' | 'desk';
/** The desk was opened or locked; nouns changed in another window; a command was chosen in the system's menu. */
export type HostEvent = 'desk' | 'changed' | 'menu';
type Carry = (door: Door, request: unknown) => Promise<unknown>;

export type MenuItemRequest =
  | { kind: 'command'; id: string; label: string; key: string | null; checked: boolean | null }
  | { kind: 'line' }
  | { kind: 'system'; what: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'select_all'; label: string };
export interface MenuRequest {
  label: string;
  items: MenuItemRequest[];
}

/** What the shell says with an event: which window it came from, or is meant for. */
interface Told {
  from?: string | null;
  to?: string;
  nouns?: string[];
  id?: string;
}

interface Internals {
  metadata?: { currentWindow?: { label?: string } };
}
const internals = () => (window as unknown as { __TAURI_INTERNALS__?: Internals }).__TAURI_INTERNALS__;
const isInShell = () => internals() !== undefined;
const ownLabel = () => internals()?.metadata?.currentWindow?.label ?? 'main';

const throughShell: Carry = (door, request) => invoke(door, { request });

/** A window asks the shell about itself; a refusal of the system there is no reason to stop anybody's work. */
const toShell = (request: object): void => {
  if (isInShell()) void invoke('window', { request }).catch(() => {});
};

const token = () =>
  new URLSearchParams(location.search).get('token') ??
  document.querySelector<HTMLMetaElement>('meta[name="bridge-token"]')?.content ??
  '';

const throughBridge: Carry = async (door, request) => {
  const response = await fetch(`/bridge/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bridge-token': token() },
    body: JSON.stringify(request),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw answer;
  tellOthers(door, request, answer);
  return answer;
};

/** Before a bridge the other windows are other tabs: what the shell would tell them, they hear from this one. */
let tabs: BroadcastChannel | null = null;
const otherTabs = (): BroadcastChannel | null => {
  if (token() && typeof BroadcastChannel === 'function') tabs ??= new BroadcastChannel(`kontor-${token()}`);
  return tabs;
};
const TURNS = ['lock_book', 'unlock_book', 'recover_book', 'create_book', 'try_sample', 'open_sample'];

function tellOthers(door: Door, request: unknown, answer: unknown): void {
  const asked = (request as { desk?: string }).desk ?? '';
  if (door === 'perform') otherTabs()?.postMessage({ event: 'changed', told: { nouns: (answer as { changed: string[] }).changed } });
  else if (door === 'desk' && TURNS.includes(asked)) otherTabs()?.postMessage({ event: 'desk', told: {} });
}

const payloadOf = (told: Told): unknown => told.nouns ?? told.id ?? null;

export const host = {
  carry: ((door, request) =>
    isInShell() ? throughShell(door, request) : throughBridge(door, request)) as Carry,

  /** On a Mac all windows share one menu. */
  hasOneMenu: isInShell() && /Mac/.test(navigator.platform),

  /** Calls back when the desk was opened or locked, another window changed the book, or the menu was used. */
  on(event: HostEvent, call: (payload: unknown) => void): () => void {
    if (!isInShell()) {
      const channel = otherTabs();
      const heed = (message: MessageEvent<{ event: HostEvent; told: Told }>) => {
        if (message.data.event === event) call(payloadOf(message.data.told));
      };
      channel?.addEventListener('message', heed);
      return () => channel?.removeEventListener('message', heed);
    }
    const stop = listen<Told>(event, ({ payload }) => {
      // A window knows what it did itself, and chooses nothing for another.
      if (payload.from === ownLabel() || (payload.to && payload.to !== ownLabel())) return;
      call(payloadOf(payload));
    });
    return () => void stop.then((end) => end());
  },

  /** A further window of the same book, at a screen where one is named. */
  openWindow(at: object | null): void {
    if (isInShell()) return toShell({ window: 'open', at });
    const address = new URL(location.href);
    if (at) address.searchParams.set('at', JSON.stringify(at));
    else address.searchParams.delete('at');
    window.open(address);
  },
  /** The screen this window was opened for; said once. */
  takeFirstScreen(): unknown {
    const address = new URL(location.href);
    const at = address.searchParams.get('at');
    if (at === null) return null;
    address.searchParams.delete('at');
    history.replaceState(null, '', address);
    try {
      return JSON.parse(at);
    } catch {
      return null;
    }
  },
  closeWindow(): void {
    if (isInShell()) toShell({ window: 'close' });
    else window.close();
  },
  setMenu: (menus: MenuRequest[]): void => toShell({ window: 'set_menu', menus }),
  setTitle(title: string): void {
    document.title = title;
    toShell({ window: 'set_title', title });
  },
};
