/** What a screen says at the right end of the key line: a check that holds, a draft that is kept. */

import { untrack } from 'svelte';

export interface Foot {
  text: string;
  tone?: 'good' | 'warn' | undefined;
}

let notes = $state.raw<(() => Foot[])[]>([]);

/** Call it while a component is set up. */
export function useFoot(note: () => Foot[]): void {
  $effect(() => {
    notes = [...untrack(() => notes), note];
    return () => {
      notes = notes.filter((other) => other !== note);
    };
  });
}

export const footNow = (): Foot[] => notes.at(-1)?.() ?? [];
