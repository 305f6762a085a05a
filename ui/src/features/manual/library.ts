/** The pages of the manual as they lie in assets/manual: found by their folder, read only when somebody opens the manual. */
import { readProse, type Prose } from '../../parts/prose';
import type { Language } from '../../words/words.svelte';

const files = import.meta.glob<string>('../../../../assets/manual/*/*.md', { query: '?raw', import: 'default' });

export interface Page {
  name: string;
  language: Language;
  text: string;
  prose: Prose;
}

/** The page everything starts from; pages it links to as a whole stand in that order, all others after them. */
export const FIRST = 'index';

const placeOf = (path: string): { language: string; name: string } | null => {
  const found = /\/manual\/([^/]+)\/([^/]+)\.md$/.exec(path);
  return found ? { language: found[1]!, name: found[2]! } : null;
};

/** The names of the pages of a language, in no order. */
export const pageNames = (language: Language): string[] =>
  Object.keys(files).flatMap((path) => {
    const place = placeOf(path);
    return place?.language === language ? [place.name] : [];
  });

/** Pages linked from the first page come in the order of its links; the rest follows by name. */
export function ordered(pages: Page[]): Page[] {
  const first = pages.find((page) => page.name === FIRST);
  const links = [...(first?.text ?? '').matchAll(/\]\(([a-z0-9-]+)\.md\)/g)].map((link) => link[1]!);
  const wanted = [FIRST, ...links];
  const rank = (page: Page) => {
    const at = wanted.indexOf(page.name);
    return at < 0 ? wanted.length : at;
  };
  return [...pages].sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

const shelves = new Map<Language, Promise<Page[]>>();

/** All pages of a language in their order; read once. */
export function readManual(language: Language): Promise<Page[]> {
  let shelf = shelves.get(language);
  if (!shelf) {
    shelf = Promise.all(
      Object.entries(files).flatMap(([path, load]) => {
        const place = placeOf(path);
        if (place?.language !== language) return [];
        const read = async (): Promise<Page> => {
          const text = await load();
          return { name: place.name, language, text, prose: readProse(text) };
        };
        return [read()];
      }),
    ).then(ordered);
    shelves.set(language, shelf);
    // What could not be read now may be read the next time.
    shelf.catch(() => shelves.delete(language));
  }
  return shelf;
}
