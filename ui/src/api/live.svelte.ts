/** Questions that stay true on the screen: asked again when what they depend on, or the book, changes. */
import { untrack } from 'svelte';
import { ask } from './ask';
import { heed } from './changed.svelte';
import { asRefusal, type Refusal } from './errors';
import type { Answers, Next, PagedQuestion, Question } from './wire';

export interface Live<T> {
  readonly value: T | undefined;
  readonly refusal: Refusal | null;
  readonly isAsking: boolean;
}

/** One answer. A question of null asks nothing and clears the answer. Call it while a component is set up. */
export function live<Q extends Question>(
  question: () => Q | null,
  nouns: string[] = [],
  wait_ms = 0,
): Live<Answers[Q['ask']]> {
  let value = $state.raw<Answers[Q['ask']]>();
  let refusal = $state.raw<Refusal | null>(null);
  let isAsking = $state(true);
  let latest = 0;

  $effect(() => {
    const wanted = question();
    heed(nouns);
    const mine = ++latest;
    if (!wanted) {
      value = undefined;
      refusal = null;
      isAsking = false;
      return;
    }
    isAsking = true;
    const start = () =>
      ask(wanted)
        .then((answer) => {
          if (mine !== latest) return;
          value = answer;
          refusal = null;
        })
        .catch((error: unknown) => {
          if (mine === latest) refusal = asRefusal(error);
        })
        .finally(() => {
          if (mine === latest) isAsking = false;
        });
    if (!wait_ms) {
      void untrack(start);
      return;
    }
    const timer = setTimeout(start, wait_ms);
    return () => clearTimeout(timer);
  });

  return {
    get value() {
      return value;
    },
    get refusal() {
      return refusal;
    },
    get isAsking() {
      return isAsking;
    },
  };
}

export interface LivePages<Row> {
  readonly rows: Row[];
  readonly hasMore: boolean;
  readonly refusal: Refusal | null;
  readonly isAsking: boolean;
  more(): void;
}

type Paged = PagedQuestion;
type RowOf<Q extends Paged> = Answers[Q['ask']] extends { rows: (infer Row)[] } ? Row : never;

/** A list read page by page by key. News rereads as many rows as are shown, so the eye does not lose its place. */
export function livePages<Q extends Paged>(
  question: () => Q | null,
  nouns: string[],
  limit = 100,
): LivePages<RowOf<Q>> {
  let rows = $state.raw<RowOf<Q>[]>([]);
  let next = $state.raw<Next | null>(null);
  let refusal = $state.raw<Refusal | null>(null);
  let isAsking = $state(true);
  let current: Q | null = null;
  let latest = 0;
  let lastKey = '';
  let lastOf = '';

  async function read(extra: { after?: Next; limit: number }, mine: number) {
    if (!current) return;
    isAsking = true;
    try {
      const answer = (await ask({ ...current, ...extra })) as unknown as {
        rows: RowOf<Q>[];
        next: Next | null;
      };
      if (mine !== latest) return;
      rows = extra.after ? [...rows, ...answer.rows] : answer.rows;
      next = answer.next;
      refusal = null;
    } catch (error) {
      if (mine === latest) refusal = asRefusal(error);
    } finally {
      if (mine === latest) isAsking = false;
    }
  }

  $effect(() => {
    current = question();
    heed(nouns);
    const mine = ++latest;
    const key = JSON.stringify(current);
    untrack(() => {
      const shown = key === lastKey ? rows.length : 0;
      // The same rows in another order stand until they are told in it: nothing flashes.
      const of = JSON.stringify({ ...current, order: null, descending: null });
      if (of !== lastOf) rows = [];
      [lastKey, lastOf] = [key, of];
      if (current) void read({ limit: Math.max(limit, shown) }, mine);
      else isAsking = false;
    });
  });

  return {
    get rows() {
      return rows;
    },
    get hasMore() {
      return next !== null;
    },
    get refusal() {
      return refusal;
    },
    get isAsking() {
      return isAsking;
    },
    more() {
      if (next !== null && !isAsking) void read({ after: next, limit }, latest);
    },
  };
}
