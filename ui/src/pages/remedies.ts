/** Where a remedy leads in this window: the caret into the field, or a button to the place that helps. */
import { remedyOf, type Remedy } from '../api/errors';
import { session } from '../api/session.svelte';
import { noticeProblem, openFault, type Act, type Offers, type Problem } from '../parts/notices.svelte';
import { say } from '../words/words.svelte';
import { isHere, mayReach } from './places';
import { route, type Route } from './route.svelte';

const LEADS_TO: Partial<Record<Remedy, Route>> = {
  periods: { page: 'settings', part: 'periods' },
  close: { page: 'close' },
  entries: { page: 'entries' },
  accounts: { page: 'accounts' },
  assets: { page: 'assets' },
  opening: { page: 'opening' },
  customers: { page: 'customers' },
  items: { page: 'items' },
  sales: { page: 'sales' },
  receipts: { page: 'receipts' },
  'exchange-rates': { page: 'settings', part: 'currencies' },
  tax: { page: 'tax' },
  backup: { page: 'settings', part: 'backup' },
};

/** The field that a refusal names, in the dialog on top or on the screen. Every field is hooked as <form>-<field> or <form>-<line>-<field>. */
export function fieldNamed(field: string, line?: string | number): HTMLElement | null {
  const root = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.querySelector('main') ?? document.body;
  const ending = line === undefined ? `-${field}` : `-${line}-${field}`;
  return root.querySelector<HTMLElement>(`input[data-test$="${CSS.escape(ending)}"]`);
}

function again(offers: Offers): Act | undefined {
  const run = offers.again;
  return run && { label: say('remedy-again'), run };
}
function elsewhere(offers: Offers): Act | undefined {
  const run = offers.elsewhere;
  return run && { label: say('remedy-elsewhere'), run };
}

export function remedyHere(problem: Problem, offers: Offers): Act | undefined {
  const remedy = remedyOf(problem);
  if (remedy === 'again') return again(offers) ?? elsewhere(offers);
  if (remedy === 'elsewhere') return elsewhere(offers) ?? again(offers);
  if (remedy === 'report') return { label: say('remedy-report'), run: () => openFault(problem) };
  if (remedy === 'unlock') return { label: say('remedy-unlock'), run: () => void session.refresh().catch(noticeProblem) };
  const to = LEADS_TO[remedy];
  if (!to || !session.isOpen || !mayReach(to, session.company.may)) return undefined;
  if (isHere({ id: '', to, needs: [] }, route.now)) return undefined;
  return { label: say(`remedy-${remedy}`), run: () => route.go(to) };
}

/** Puts the caret where the refusal points, once the notice is on its way. */
export function pointAt(problem: Problem): void {
  const { field, line } = problem.details;
  if (typeof field === 'string') fieldNamed(field, line)?.focus();
}
