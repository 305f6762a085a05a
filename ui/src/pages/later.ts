/** A component whose code comes when it is first wanted; whoever shows it keeps what stands there until then. */
import type { Component } from 'svelte';

// A component's props are known where it is used; here it is only carried.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = Component<any, any, any>;

export interface Later<Part extends Any> {
  /** The component, once its code is there. */
  readonly it: Part | undefined;
  load(): Promise<void>;
}

export function later<Part extends Any>(bring: () => Promise<{ default: Part }>): Later<Part> {
  let it: Part | undefined;
  let coming: Promise<void> | undefined;
  return {
    get it() {
      return it;
    },
    load() {
      coming ??= bring().then(
        (code) => void (it = code.default),
        (error: unknown) => {
          // Whoever asks again tries again.
          coming = undefined;
          throw error;
        },
      );
      return coming;
    },
  };
}

/** Brings several, one after the other, while nothing else is to be done. */
export async function loadInTurn(parts: Later<Any>[]): Promise<void> {
  for (const part of parts) await part.load();
}
