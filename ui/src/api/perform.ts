/** The writing half of the door: one action, and the news of what changed to everybody who shows it. */
import { newsOf } from './changed.svelte';
import { asRefusal } from './errors';
import type { Action, Done } from './wire';
import { host } from './host';

export async function perform(action: Action): Promise<Done> {
  // The id makes a repeated send happen once.
  const request = { ...action, id: action.id ?? crypto.randomUUID() };
  try {
    const done = (await host.carry('perform', request)) as Done;
    newsOf(done.changed);
    return done;
  } catch (error) {
    throw asRefusal(error);
  }
}
