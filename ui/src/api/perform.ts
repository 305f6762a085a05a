/** The writing half of the door: one action, and the news of what changed to everybody who shows it. */
import { newsOf } from './changed.svelte';
import { asRefusal } from './errors';
import { remember } from './recent-refusals';
import type { Action, Done } from './wire';
import { host } from './host';

/** Told the name of every action that was done. */
export const whenPerformed = new Set<(name: string) => void>();

export async function perform(action: Action): Promise<Done> {
  // The id makes a repeated send happen once.
  const request = { ...action, id: action.id ?? crypto.randomUUID() };
  try {
    const done = (await host.carry('perform', request)) as Done;
    newsOf(done.changed);
    for (const tell of whenPerformed) tell(action.do);
    return done;
  } catch (error) {
    throw remember(asRefusal(error), action);
  }
}
