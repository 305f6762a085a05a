/** Which nouns changed: whoever shows sales heeds "sales" and asks again when news comes. */
import { SvelteMap } from 'svelte/reactivity';

const versions = new SvelteMap<string, number>();

export function newsOf(nouns: string[]): void {
  for (const noun of nouns) versions.set(noun, (versions.get(noun) ?? 0) + 1);
}

/** Reading this inside an effect makes the effect run again when one of the nouns changes. */
export function heed(nouns: string[]): number {
  return nouns.reduce((sum, noun) => sum + (versions.get(noun) ?? 0), 0);
}
