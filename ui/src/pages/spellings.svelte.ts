/** How names of pages and actions may be typed: in both languages at once, and by the initials the core spells. */
import { ask } from '../api/ask';
import type { Spelling } from '../features/palette/choices';
import { LANGUAGES, sayIn } from '../words/words.svelte';

/** The initials of Chinese names, asked once: names do not change while the window is open. */
let initials = $state.raw<ReadonlyMap<string, string>>(new Map());

/** Asks for the initials of the names of some keys, where they are not known yet. Without them a name is still found. */
export async function learnInitials(keys: string[]): Promise<void> {
  const texts = [...new Set(keys.map((key) => sayIn('zh-CN', key)))].filter((text) => !initials.has(text));
  if (texts.length === 0) return;
  const { rows } = await ask({ ask: 'list_initials', texts });
  initials = new Map([...initials, ...texts.map((text, at) => [text, rows[at] ?? ''] as const)]);
}

/** The spelling of a name that has several keys: what it is called, and what else it is known as. */
export function spellingOf(keys: string[]): Spelling {
  return {
    texts: keys.flatMap((key) => LANGUAGES.map((language) => sayIn(language, key))),
    initials: keys.map((key) => initials.get(sayIn('zh-CN', key)) ?? ''),
  };
}
