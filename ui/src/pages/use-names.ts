/** What a count of use is called: the screen's name in the navigation, or the action's. */
import { say, words } from '../words/words.svelte';
import { HOUSES, isHere } from './places';
import type { Route } from './route.svelte';

/** The name a screen is counted under: that of its page, never of what it shows. */
export const screenName = (route: Route): string =>
  route.page === 'statement' ? route.name : route.page === 'settings' ? `settings-${route.part}` : route.page;

export function useName(what: string): string {
  if (what.startsWith('do-')) {
    const key = `action-${what.slice(3).replaceAll('_', '-')}`;
    return words.has(key) ? say(key) : what;
  }
  const places = HOUSES.flatMap((house) => house.places);
  const place = places.find((one) => screenName(one.to) === what) ?? places.find((one) => isHere(one, { page: what } as Route));
  return place ? say(`nav-${place.id}`) : what;
}
