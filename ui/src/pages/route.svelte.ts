/** Where the person is, and the way back. A screen is a name and the uid or figure it shows. */
import { host } from '../api/host';
import { stepped } from '../api/steps';
import type { LedgerName, PeriodRequest, StatementName } from '../api/wire';
import { codeOf } from './page-code';
import { mayReach } from './places';

export type Route =
  | { page: 'today' }
  | { page: 'receivables' }
  | { page: 'sales' }
  | { page: 'sale-new'; customer?: string }
  /** To undo: its reversal stands open, to be looked at and given a reason. */
  | { page: 'sale'; uid: string; undo?: boolean }
  /** With a name: the form for a new one, begun with it. */
  | { page: 'customers'; make?: string }
  | { page: 'customer'; uid: string }
  | { page: 'items'; make?: string; find?: string }
  | { page: 'receipts'; undo?: string }
  | { page: 'receive'; customer?: string }
  | { page: 'entries'; undo?: string[] }
  | { page: 'awaiting' }
  | { page: 'entry'; uid: string; undo?: boolean }
  | { page: 'entry-new'; copy?: string }
  /** New: made while it was being typed, and followed by another new one. */
  | { page: 'entry-change'; uid: string; isNew?: boolean }
  | { page: 'accounts' }
  | { page: 'assets' }
  | { page: 'asset'; uid: string }
  | { page: 'ledger'; name?: LedgerName; account?: string; party?: string }
  | { page: 'generated'; period?: string }
  | { page: 'close'; period?: string }
  | { page: 'tax' }
  | { page: 'opening' }
  | { page: 'import' }
  | { page: 'statement'; name: StatementName; period?: PeriodRequest }
  | { page: 'manual'; name?: string }
  | { page: 'courses' }
  | { page: 'support' }
  | { page: 'feedback' }
  | { page: 'settings'; part: 'company' | 'people' | 'backup' | 'periods' | 'entries' | 'currencies' | 'export' | 'window' };

/** What is on the screen; nobody goes elsewhere before the code of that page is there. */
let path = $state.raw<Route[]>([]);
/** Where the person is going: the same, unless they wait for a page. */
let wanted: Route[] = [];

function show(next: Route[]): void {
  wanted = next;
  const coming = codeOf(next.at(-1));
  if (!coming) path = next;
  else void coming.then(() => wanted === next && (path = next));
}

export const route = {
  get now(): Route | null {
    return path.at(-1) ?? null;
  },
  get isDeep(): boolean {
    return path.length > 1;
  },
  /** To a screen of the side navigation: the way back ends there. */
  start(to: Route): void {
    stepped('screen', to.page);
    show([to]);
  },
  /** To a screen whose way back is another one. */
  startDeep(from: Route, to: Route): void {
    show([from, to]);
  },
  /** Deeper: Esc comes back. */
  go(to: Route): void {
    stepped('screen', to.page);
    show([...wanted.slice(-20), to]);
  },
  back(): void {
    if (wanted.length > 1) show(wanted.slice(0, -1));
  },
  replace(to: Route): void {
    stepped('screen', to.page);
    show([...wanted.slice(0, -1), to]);
  },
  /** The screen this window was opened for, if the person may see it. */
  wanted(may: string[]): Route | null {
    const at = host.takeFirstScreen();
    const isRoute = typeof at === 'object' && at !== null && 'page' in at && typeof at.page === 'string';
    return isRoute && mayReach(at as Route, may) ? (at as Route) : null;
  },
  forget(): void {
    show([]);
  },
};
