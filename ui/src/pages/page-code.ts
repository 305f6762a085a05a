/** Pages whose code is no part of what the window loads to open. All of it comes once the first page stands, so that no
 * click waits for it; the page before stands until it is there. */
import { later, loadInTurn } from './later';
import type { Route } from './route.svelte';

export const code = {
  awaiting: later(() => import('../features/entries/AwaitingPage.svelte')),
  close: later(() => import('../features/close/ClosePage.svelte')),
  courses: later(() => import('../features/courses/CourseList.svelte')),
  entryForm: later(() => import('../features/entries/EntryForm.svelte')),
  generated: later(() => import('../features/generated/GeneratedPage.svelte')),
  feedback: later(() => import('../features/feedback/FeedbackPage.svelte')),
  imports: later(() => import('../features/imports/ImportPage.svelte')),
  manual: later(() => import('../features/manual/ManualPage.svelte')),
  opening: later(() => import('../features/opening/OpeningPage.svelte')),
  receive: later(() => import('../features/receipts/ReceiptForm.svelte')),
  saleForm: later(() => import('../features/sales/SaleForm.svelte')),
  settings: later(() => import('./SettingsScreen.svelte')),
  statement: later(() => import('../features/statements/StatementPage.svelte')),
  tax: later(() => import('../features/tax/TaxPage.svelte')),
  support: later(() => import('../features/support/SupportPage.svelte')),
};

const OF_PAGE: Partial<Record<Route['page'], keyof typeof code>> = {
  awaiting: 'awaiting',
  close: 'close',
  generated: 'generated',
  courses: 'courses',
  'entry-change': 'entryForm',
  'entry-new': 'entryForm',
  feedback: 'feedback',
  import: 'imports',
  manual: 'manual',
  opening: 'opening',
  receive: 'receive',
  'sale-new': 'saleForm',
  settings: 'settings',
  statement: 'statement',
  tax: 'tax',
  support: 'support',
};

/** The code a screen waits for; nothing when it can be shown at once. */
export function codeOf(to: Route | undefined): Promise<void> | null {
  const name = to && OF_PAGE[to.page];
  return name && !code[name].it ? code[name].load() : null;
}

let coming: Promise<void> | undefined;
/** Brings the code of all pages. What does not come now is asked for again by the page itself. */
export const loadPages = (): Promise<void> => (coming ??= loadInTurn(Object.values(code)).catch(() => {}));

/** Until what was begun to be brought is there. */
export const pagesComing = async (): Promise<void> => coming;
