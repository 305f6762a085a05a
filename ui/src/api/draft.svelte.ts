/** An open form survives a lock, a crash, a change of mind: its content is kept in the book as it is typed. */
import { onDestroy } from 'svelte';
import { desk } from './desk';

const WAIT_MS = 600;

export interface Draft<T> {
  /** When it was last kept, "10:42"; empty before. */
  readonly keptAt: string;
  load(): Promise<T | null>;
  drop(): Promise<void>;
  /** Forgets what was kept so far and goes on keeping: the form begins anew. */
  clear(): Promise<void>;
}

/** Keeps what `content` gives, a little after it last changed; null keeps nothing. Call it while a component is set up. */
export function useDraft<T>(form: string, content: () => T | null): Draft<T> {
  let keptAt = $state('');
  let isOver = false;
  /** What waits to be kept; leaving the form keeps it at once. */
  let waiting: string | null = null;
  let isKept = true;

  const keep = (text: string) => {
    isKept = true;
    return desk({ desk: 'save_draft', form, content: text })
      .then(() => {
        const now = new Date();
        keptAt = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
      })
      // A draft that cannot be kept must not stand in the way of the work it belongs to.
      .catch(() => (keptAt = ''));
  };
  onDestroy(() => {
    if (waiting !== null && !isOver) void keep(waiting);
  });

  $effect(() => {
    const value = content();
    const text = value === null ? null : JSON.stringify(value);
    waiting = text;
    if (text === null || isOver) return;
    const timer = setTimeout(() => {
      waiting = null;
      void keep(text);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  });

  return {
    get keptAt() {
      return keptAt;
    },
    async load() {
      try {
        const { content: text } = await desk({ desk: 'load_draft', form });
        return text ? (JSON.parse(text) as T) : null;
      } catch {
        return null;
      }
    },
    async drop() {
      isOver = true;
      keptAt = '';
      await desk({ desk: 'drop_draft', form }).catch(() => {});
    },
    async clear() {
      waiting = null;
      keptAt = '';
      if (!isKept) return;
      isKept = false;
      await desk({ desk: 'drop_draft', form }).catch(() => {});
    },
  };
}
