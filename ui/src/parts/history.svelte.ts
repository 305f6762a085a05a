/** What a form said before each change, so that it can be taken back field by field. Inside a field its own undo comes first. */
import { tick, untrack } from 'svelte';
import type { Binding } from './keys.svelte';

export interface History {
  /** Whether a person has changed anything since the form began. */
  readonly isTouched: boolean;
  keys: () => Binding[];
  undo: () => void;
  /** What was done so far belongs to another form: nothing of it is taken back any more. */
  clear: () => void;
}

const MOST_STEPS = 200;

/** What a person did to the window so far: a change without a new deed is the program's own. */
let deeds = 0;
/** Each stay in a field is one step, however many letters it brings. */
let stay = 0;
/** What the field said before it was typed into. */
let begun: { field: HTMLInputElement | HTMLTextAreaElement; said: string } | null = null;

const isField = (element: unknown): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** While what was typed still stands in the field, the field itself takes it back. */
const isFieldsOwn = (): boolean =>
  begun !== null && begun.field === document.activeElement && begun.field.value !== begun.said;

if (typeof window !== 'undefined') {
  const on = (event: string, heed: (event: Event) => void) => window.addEventListener(event, heed, { capture: true });
  on('keydown', (event) => {
    deeds += 1;
    if ((event as KeyboardEvent).ctrlKey || (event as KeyboardEvent).metaKey) stay += 1;
  });
  on('pointerdown', () => (deeds += 1));
  on('input', () => (deeds += 1));
  on('focusin', () => {
    stay += 1;
    begun = null;
  });
  on('beforeinput', ({ target }) => {
    if (isField(target) && begun?.field !== target) begun = { field: target, said: target.value };
  });
}

/** Call it while a component is set up; `write` puts the form back to what `read` once gave. */
export function useHistory<T>(read: () => T, write: (content: T) => void): History {
  let past = $state.raw<string[]>([]);
  let future = $state.raw<string[]>([]);
  let isTouched = $state(false);
  let present = untrack(() => JSON.stringify(read()));
  let heeded = deeds;
  let lastStay = -1;

  $effect(() => {
    const text = JSON.stringify(read());
    untrack(() => note(text));
  });

  function note(text: string) {
    if (text === present) return;
    const isByPerson = deeds !== heeded;
    heeded = deeds;
    if (isByPerson) {
      isTouched = true;
      const here = isField(document.activeElement) ? stay : -1;
      if (here === -1 || here !== lastStay) past = [...past, present].slice(-MOST_STEPS);
      lastStay = here;
      future = [];
    }
    present = text;
  }

  /** Fields show what they are given once they have been left. */
  function put(text: string) {
    const active = document.activeElement;
    if (active instanceof HTMLElement) active.blur();
    write(JSON.parse(text) as T);
    present = text;
    heeded = deeds;
    lastStay = -1;
    void tick().then(() => {
      // What the form makes of what it was given is no step of anybody's.
      heeded = deeds;
      if (active instanceof HTMLElement && active.isConnected && document.activeElement === document.body) active.focus();
    });
  }
  function undo() {
    const before = past.at(-1);
    if (before === undefined) return;
    past = past.slice(0, -1);
    future = [...future, present];
    put(before);
  }
  function redo() {
    const after = future.at(-1);
    if (after === undefined) return;
    future = future.slice(0, -1);
    past = [...past, present];
    put(after);
  }

  return {
    get isTouched() {
      return isTouched;
    },
    keys: () => [
      ...(past.length && !isFieldsOwn() ? [{ key: 'Ctrl+z', run: undo }] : []),
      ...(future.length && !isFieldsOwn() ? [{ key: 'Ctrl+Shift+z', run: redo }, { key: 'Ctrl+y', run: redo }] : []),
    ],
    undo,
    clear() {
      past = future = [];
      lastStay = -1;
      isTouched = false;
      heeded = deeds;
    },
  };
}
