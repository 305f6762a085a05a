/** What a person chose last in the palette. Kept in the book like a form in progress: names stay encrypted. */
import { desk } from '../api/desk';
import type { IconName } from '../parts/Icon.svelte';
import type { Route } from './route.svelte';

export interface Recent {
  id: string;
  icon: IconName;
  text: string;
  to: Route;
}

const FORM = 'palette';
const MOST = 6;

let kept = $state.raw<Recent[]>([]);

export const recent = {
  get all(): Recent[] {
    return kept;
  },
  async load(): Promise<void> {
    try {
      const { content } = await desk({ desk: 'load_draft', form: FORM });
      const read: unknown = content ? JSON.parse(content) : [];
      if (Array.isArray(read)) kept = read as Recent[];
    } catch {
      // Nothing hangs on it: the palette then begins with the actions.
      kept = [];
    }
  },
  keep(one: Recent): void {
    // What was offered because nothing was found is not offered again by itself.
    if (one.id.startsWith('new-')) return;
    kept = [one, ...kept.filter((other) => other.id !== one.id)].slice(0, MOST);
    desk({ desk: 'save_draft', form: FORM, content: JSON.stringify(kept) }).catch(() => {});
  },
};
