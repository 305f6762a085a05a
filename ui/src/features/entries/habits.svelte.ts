/** What a person's entries so far say: how many today, and the memos they write again. Asked once per form, then kept up. */
import { ask } from '../../api/ask';

export interface Habits {
  readonly recorded: number;
  readonly memos: string[];
  /** One more was recorded, with these memos. */
  add(memos: string[]): void;
}

/** Call it while a component is set up. */
export function useHabits(today: string): Habits {
  let recorded = $state(0);
  let memos = $state.raw<string[]>([]);

  // The day begins at the desk, wherever that stands; the log tells moments in UTC.
  const since = new Date(`${today}T00:00:00`).toISOString().replace('.000', '');
  ask({ ask: 'get_entry_habits', since }).then(
    (answer) => {
      recorded = answer.recorded;
      memos = [...new Set([...memos, ...answer.memos])];
    },
    // Without habits nothing is proposed; the entry is written all the same.
    () => {},
  );

  return {
    get recorded() {
      return recorded;
    },
    get memos() {
      return memos;
    },
    add(said) {
      recorded += 1;
      memos = [...new Set([...said.filter(Boolean), ...memos])].slice(0, 80);
    },
  };
}
