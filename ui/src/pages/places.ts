/** The side navigation as data: what there is, in which order, and what a person must be allowed to see it. */
import type { Company, LedgerName } from '../api/wire';
import type { IconName } from '../parts/Icon.svelte';
import type { Route } from './route.svelte';

export interface Place {
  /** Its words are nav-<id>. */
  id: string;
  to: Route;
  needs: string[];
  /** Whether the company's standard or policy uses it; what it does not use is not shown. */
  isUsed?: (company: Company) => boolean;
  /** Routes that belong here though they have no line of their own. */
  holds?: Route['page'][];
}
export interface House {
  id: string;
  icon: IconName;
  /** What waits there, as a small number; nothing is said of zero. */
  waits?: (company: Company) => number;
  places: Place[];
}

/** Whether entries of any time need more hands than the one that types them. */
const asksForSteps = (company: Company): boolean => company.entry_policies.some((policy) => policy.review !== 'free' || policy.cashier_signs);

/** The books beside the account ledger, which is the one most asked for. */
const LEDGERS: LedgerName[] = ['general-ledger', 'journal', 'entry-list', 'party-balances', 'party-ledger', 'aging', 'depreciation', 'tax-rows', 'gaps'];

export const HOUSES: House[] = [
  { id: 'today', icon: 'today', places: [{ id: 'today', to: { page: 'today' }, needs: ['get_today'] }] },
  {
    id: 'sales',
    icon: 'sales',
    places: [
      { id: 'sales-list', to: { page: 'sales' }, needs: ['list_sales'], holds: ['sale', 'sale-new'] },
      { id: 'receivables', to: { page: 'receivables' }, needs: ['list_receivables'] },
      { id: 'customers', to: { page: 'customers' }, needs: ['list_parties'], holds: ['customer'] },
      { id: 'items', to: { page: 'items' }, needs: ['list_items'] },
    ],
  },
  {
    id: 'money',
    icon: 'money',
    places: [{ id: 'receipts', to: { page: 'receipts' }, needs: ['list_receipts'], holds: ['receive'] }],
  },
  {
    id: 'books',
    icon: 'books',
    waits: (company) => company.unposted,
    places: [
      { id: 'entries', to: { page: 'entries' }, needs: ['list_entries'], holds: ['entry', 'entry-new', 'entry-change'] },
      { id: 'awaiting', to: { page: 'awaiting' }, needs: ['list_awaiting'], isUsed: asksForSteps },
      { id: 'accounts', to: { page: 'accounts' }, needs: ['list_accounts', 'list_entries'] },
      { id: 'ledger', to: { page: 'ledger' }, needs: ['get_ledger', 'list_accounts'] },
      ...LEDGERS.map((name): Place => ({ id: name, to: { page: 'ledger', name }, needs: ['get_ledger', 'list_accounts'] })),
      { id: 'generated', to: { page: 'generated' }, needs: ['preview_generated', 'list_transfers'] },
      { id: 'close', to: { page: 'close' }, needs: ['get_close'] },
      { id: 'assets', to: { page: 'assets' }, needs: ['list_assets', 'get_ledger'], holds: ['asset'] },
      { id: 'tax', to: { page: 'tax' }, needs: ['get_tax_return'] },
      { id: 'opening', to: { page: 'opening' }, needs: ['set_opening'] },
      { id: 'import', to: { page: 'import' }, needs: ['save_import_mapping', 'list_accounts'] },
    ],
  },
  {
    id: 'reports',
    icon: 'reports',
    places: [
      { id: 'balance-sheet', to: { page: 'statement', name: 'balance-sheet' }, needs: ['get_statement'] },
      { id: 'income-statement', to: { page: 'statement', name: 'income-statement' }, needs: ['get_statement'] },
      { id: 'income-statement-by-nature', to: { page: 'statement', name: 'income-statement-by-nature' }, needs: ['get_statement'], isUsed: (company) => company.standard === 'ifrs' },
      { id: 'cash-flow', to: { page: 'statement', name: 'cash-flow' }, needs: ['get_statement'] },
      { id: 'cash-flow-indirect', to: { page: 'statement', name: 'cash-flow-indirect' }, needs: ['get_statement'] },
      // 小企业会计准则 has no such statement.
      { id: 'changes-in-equity', to: { page: 'statement', name: 'changes-in-equity' }, needs: ['get_statement'], isUsed: (company) => company.standard !== 'cn-small' },
      { id: 'trial-balance', to: { page: 'statement', name: 'trial-balance' }, needs: ['get_statement'] },
    ],
  },
  {
    id: 'people',
    icon: 'people',
    places: [{ id: 'people', to: { page: 'settings', part: 'people' }, needs: ['add_person'] }],
  },
  {
    id: 'settings',
    icon: 'settings',
    places: [
      { id: 'company', to: { page: 'settings', part: 'company' }, needs: [] },
      { id: 'periods', to: { page: 'settings', part: 'periods' }, needs: ['close_period'] },
      { id: 'entry-policy', to: { page: 'settings', part: 'entries' }, needs: ['list_entries'] },
      { id: 'currencies', to: { page: 'settings', part: 'currencies' }, needs: ['list_exchange_rates'] },
      { id: 'backup', to: { page: 'settings', part: 'backup' }, needs: ['back_up'] },
      { id: 'export', to: { page: 'settings', part: 'export' }, needs: ['export'] },
      { id: 'window', to: { page: 'settings', part: 'window' }, needs: [] },
    ],
  },
  {
    id: 'help',
    icon: 'help',
    places: [
      { id: 'manual', to: { page: 'manual' }, needs: [] },
      { id: 'courses', to: { page: 'courses' }, needs: ['list_courses'] },
      { id: 'support', to: { page: 'support' }, needs: [] },
      { id: 'feedback', to: { page: 'feedback' }, needs: ['leave_feedback'] },
    ],
  },
];

const reachable = (place: Place, may: string[]): boolean => place.needs.every((need) => may.includes(need));

/** Only what this person may see and this company uses. */
export const housesFor = (company: Company): House[] =>
  HOUSES.map((house) => ({
    ...house,
    places: house.places.filter((place) => reachable(place, company.may) && (place.isUsed?.(company) ?? true)),
  })).filter((house) => house.places.length > 0);

/** Whether a person may go to a place at all. */
export const mayReach = (to: Route, may: string[]): boolean =>
  HOUSES.some((house) => house.places.some((place) => reachable(place, may) && isHere(place, to)));

export function isHere(place: Place, now: Route | null): boolean {
  if (!now) return false;
  if (place.holds?.includes(now.page)) return true;
  if (place.to.page !== now.page) return false;
  if (place.to.page === 'statement' && now.page === 'statement') return place.to.name === now.name;
  if (place.to.page === 'ledger' && now.page === 'ledger') return (place.to.name ?? 'account-ledger') === (now.name ?? 'account-ledger');
  if (place.to.page === 'settings' && now.page === 'settings') return place.to.part === now.part;
  return true;
}
