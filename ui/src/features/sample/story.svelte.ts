/** The story of a sample company: its steps, and which of them the book's log says are done. */
import { ask } from '../../api/ask';
import { session } from '../../api/session.svelte';
import type { PartyRow, SampleKind } from '../../api/wire';
import stories from '../../../../assets/sample/stories.json';

export interface StoryStep {
  id: string;
  /** The page it opens. */
  go: string;
  keys: string[];
  action: string;
  /** The code of the customer it must be about. */
  customer?: string;
}
/** What this computer remembers of a story, by the sample's file. */
interface Kept {
  /** The last operation before the story began. */
  since: number;
  done: string[];
  isAway: boolean;
}

const RECENT = 60;
const keyOf = (file: string) => `kontor.story.${file}`;
export const stepsOf = (kind: SampleKind): StoryStep[] => stories[kind];

/** `trade-zh-2.kontor` is a trading company. */
export const kindOf = (file: string): SampleKind | null =>
  (Object.keys(stories) as SampleKind[]).find((kind) => file.startsWith(`${kind}-`)) ?? null;

function read(file: string): Kept {
  const text = localStorage.getItem(keyOf(file));
  const fresh: Kept = { since: session.company.last_operation.number, done: [], isAway: false };
  try {
    return text ? { ...fresh, ...(JSON.parse(text) as Partial<Kept>) } : fresh;
  } catch {
    return fresh;
  }
}

/** The steps that operations of the log have done, told by their action and the customer in it. */
export function doneBy(steps: StoryStep[], operations: { number: number; action: string; content: string }[], since: number, uidOf: (code: string) => string | undefined): string[] {
  const later = operations.filter((one) => one.number > since);
  return steps
    .filter((step) => later.some((one) => one.action === step.action && (!step.customer || one.content.includes(uidOf(step.customer) ?? '?'))))
    .map((step) => step.id);
}

/** The story of the open sample; null elsewhere. Call it while the frame is set up. */
export function useStory() {
  const file = $derived(session.desk?.book?.is_sample ? session.desk.book.label : null);
  const kind = $derived(file && kindOf(file));
  let kept = $state<Kept | null>(null);
  let customers = $state.raw<PartyRow[]>([]);

  $effect(() => {
    if (!file) {
      kept = null;
      return;
    }
    kept = read(file);
    void ask({ ask: 'list_parties', kind: 'customer', limit: 20 }).then((page) => (customers = page.rows)).catch(() => {});
  });
  $effect(() => {
    if (file && kept) localStorage.setItem(keyOf(file), JSON.stringify(kept));
  });
  $effect(() => {
    // Every action moves the last operation, so every action asks the log what the story has come to.
    if (!kind || session.company.last_operation.number <= (kept?.since ?? 0)) return;
    void ask({ ask: 'list_operations', limit: RECENT })
      .then((page) => {
        if (!kept) return;
        const now = doneBy(stepsOf(kind), page.rows, kept.since, (code) => customers.find((row) => row.code === code)?.uid);
        const news = now.filter((id) => !kept?.done.includes(id));
        if (news.length) kept.done = [...kept.done, ...news];
      })
      .catch(() => {});
  });

  return {
    get kind() {
      return kind;
    },
    get steps(): StoryStep[] {
      return kind ? stepsOf(kind) : [];
    },
    get isOpen(): boolean {
      return kind !== null && kept !== null && !kept.isAway;
    },
    isDone: (id: string): boolean => kept?.done.includes(id) ?? false,
    uidOf: (code: string | undefined): string | undefined => customers.find((row) => row.code === code)?.uid,
    turn(): void {
      if (kept) kept.isAway = !kept.isAway;
    },
  };
}
export type Story = ReturnType<typeof useStory>;
