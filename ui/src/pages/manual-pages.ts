/** Which page of the manual belongs to which screen. Every route has one: a new screen without it does not compile. */
import type { Route } from './route.svelte';

type PageFor<Name extends Route['page']> = string | ((route: Extract<Route, { page: Name }>) => string);

const PAGES: { [Name in Route['page']]: PageFor<Name> } = {
  today: 'today',
  receivables: 'today',
  sales: 'sales',
  'sale-new': 'sales',
  sale: 'sales',
  customers: 'customers-and-items',
  customer: 'customers-and-items',
  items: 'customers-and-items',
  receipts: 'receipts',
  receive: 'receipts',
  entries: 'entries',
  awaiting: 'entry-steps',
  entry: 'entries',
  'entry-new': 'entries',
  'entry-change': 'entries',
  accounts: 'entries',
  assets: 'fixed-assets',
  asset: 'fixed-assets',
  ledger: 'ledgers',
  close: 'month-close',
  tax: 'tax',
  generated: 'period-end-entries',
  import: 'bringing-over',
  opening: 'first-steps',
  statement: (route) => (route.name === 'trial-balance' ? 'statements' : 'reading-statements'),
  settings: (route) => SETTINGS[route.part],
  manual: 'index',
  courses: 'courses-and-help',
  support: 'courses-and-help',
  feedback: 'courses-and-help',
};

const SETTINGS: Record<Extract<Route, { page: 'settings' }>['part'], string> = {
  company: 'books',
  export: 'command-line',
  people: 'books',
  periods: 'entries',
  entries: 'entry-steps',
  currencies: 'foreign-currency',
  backup: 'backup',
  window: 'window',
};

/** What the manual shows where no book is open. */
export const START_PAGE = 'first-steps';

export function manualPageFor(route: Route | null): string {
  if (!route) return START_PAGE;
  const page = PAGES[route.page] as string | ((route: Route) => string);
  return typeof page === 'string' ? page : page(route);
}

/** Every page a screen opens, for the test that they exist. */
export const pagesOfScreens = (): string[] => [
  ...Object.values(PAGES).filter((page): page is string => typeof page === 'string'),
  ...Object.values(SETTINGS),
  START_PAGE,
  'statements',
  'reading-statements',
];
