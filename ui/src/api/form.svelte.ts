/** An open form: what is typed is kept in the book, given back after a lock, a crash or a change of mind, and taken back step by step. */
import { onDestroy, untrack } from 'svelte';
import { useFoot, type Foot } from '../parts/foot.svelte';
import { useHistory } from '../parts/history.svelte';
import { useKeys, type Binding } from '../parts/keys.svelte';
import { noticeDone } from '../parts/notices.svelte';
import { say } from '../words/words.svelte';
import { desk } from './desk';

const WAIT_MS = 600;

export interface FormOptions<T> {
  /** What is not worth keeping, beside what the form began with. */
  isEmpty?: (content: T) => boolean;
  /** The form was opened with something in it already: what was kept is offered, not put over it. */
  isBegun?: boolean;
  /** Settles once `write` may be called. */
  ready?: Promise<unknown>;
}

export interface Form {
  /** Ctrl Z and its opposite, for a dialog: on a page they work already. */
  keys: () => Binding[];
  undo: () => void;
  /** When it was last kept, for a screen whose foot says more than that. */
  foot: () => Foot[];
  /** It was sent or given up: what was kept is forgotten. */
  end: () => Promise<void>;
  /** The next one begins on the same form, which goes on being kept. */
  clear: () => Promise<void>;
}

/** Keeps something for a form that is not open yet. */
export async function keepFor(name: string, content: object): Promise<void> {
  await desk({ desk: 'save_draft', form: name, content: JSON.stringify(content) }).catch(() => {});
}

/**
 * Call it while a component is set up. `read` gives everything a person can type, never a password; `write` puts it
 * back.
 */
export function useForm<T>(name: string, read: () => T, write: (content: T) => void, options: FormOptions<T> = {}): Form {
  const { isEmpty = () => false, isBegun = false, ready } = options;
  const history = useHistory(read, write);
  /** What the form says when nobody has typed anything. */
  let blank = untrack(() => JSON.stringify(read()));
  let keptAt = $state('');
  let isOver = false;
  let isKept = false;
  /** What waits to be kept; leaving the form keeps it at once. */
  let waiting: { act: () => void; timer: ReturnType<typeof setTimeout> } | null = null;
  function rest() {
    if (waiting) clearTimeout(waiting.timer);
    waiting = null;
  }

  function keep(text: string) {
    isKept = true;
    void desk({ desk: 'save_draft', form: name, content: text })
      .then(() => {
        const now = new Date();
        keptAt = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
      })
      // What cannot be kept must not stand in the way of the work it belongs to.
      .catch(() => (keptAt = ''));
  }
  async function forget() {
    rest();
    keptAt = '';
    if (!isKept) return;
    isKept = false;
    await desk({ desk: 'drop_draft', form: name }).catch(() => {});
  }

  $effect(() => {
    const content = read();
    const text = JSON.stringify(content);
    // What the form fills in of its own accord is still a blank form.
    if (!history.isTouched && !isKept) blank = text;
    const act = text === blank || isEmpty(content) ? (isKept ? () => void forget() : null) : () => keep(text);
    rest();
    if (!act || isOver) return;
    const timer = setTimeout(() => {
      waiting = null;
      act();
    }, WAIT_MS);
    waiting = { act, timer };
  });
  onDestroy(() => {
    const left = waiting;
    rest();
    if (!isOver) left?.act();
    isOver = true;
  });

  async function load(): Promise<T | null> {
    try {
      const { content } = await desk({ desk: 'load_draft', form: name });
      return content ? (JSON.parse(content) as T) : null;
    } catch {
      return null;
    }
  }
  void open();
  async function open() {
    const [kept] = await Promise.all([load(), ready]);
    if (kept === null || isOver) return;
    const take = () => {
      isKept = true;
      write(kept);
    };
    if (isBegun || history.isTouched) return noticeDone(say('form-kept'), { label: say('form-bring-back'), run: take });
    const before = JSON.parse(blank) as T;
    take();
    noticeDone(say('form-given-back'), { label: say('form-begin-anew'), run: () => write(before) });
  }

  useKeys(history.keys);
  const foot = () => (keptAt ? [{ text: say('draft-kept', { at: keptAt }) }] : []);
  useFoot(foot);

  return {
    keys: history.keys,
    undo: history.undo,
    foot,
    async end() {
      isOver = true;
      await forget();
    },
    async clear() {
      history.clear();
      await forget();
    },
  };
}
