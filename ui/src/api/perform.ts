/** The writing half of the door: one action, and the news of what changed to everybody who shows it. */
import { newsOf } from './changed.svelte';
import { remember } from './recent-refusals';
import { refused } from './refused';
import type { Action, Done } from './wire';
import { host } from './host';
import { stepped } from './steps';
import { watched } from './waiting.svelte';

/** Told the name of every action that was done. */
export const whenPerformed = new Set<(name: string) => void>();

export async function perform(action: Action): Promise<Done> {
  // The id makes a repeated send happen once.
  const request = { ...action, id: action.id ?? crypto.randomUUID() };
  stepped('perform', action.do);
  try {
    const done = (await watched(host.carry('perform', request))) as Done;
    newsOf(done.changed);
    for (const tell of whenPerformed) tell(action.do);
    return done;
  } catch (error) {
    throw remember(refused(error), action);
  }
}
