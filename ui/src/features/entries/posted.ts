/** What is said after posting: the numbers, and the way back, which is a reversal that is looked at first. */
import { session } from '../../api/session.svelte';
import type { Done } from '../../api/wire';
import { noticeDone } from '../../parts/notices.svelte';
import { say } from '../../words/words.svelte';

export function noticePosted(done: Done, onundo: (uids: string[]) => void): void {
  const posted = done.given.filter((given) => given.noun === 'entry');
  const [first, last] = [posted[0]?.number ?? '', posted.at(-1)?.number ?? ''];
  const text = posted.length > 1 ? say('entries-posted', { count: posted.length, first, last }) : say('entry-posted', { number: first });
  const mayUndo = posted.length > 0 && session.may(posted.length > 1 ? 'reverse_entries' : 'reverse_entry');
  noticeDone(text, mayUndo ? { label: say('reverse-look'), run: () => onundo(posted.map((given) => given.uid)) } : undefined);
}

/** Where entries are reviewed, a reversal waits for its steps like any other. */
export function noticeReversed(done: Done): void {
  const count = done.given.length;
  if (!done.given.some((given) => given.noun === 'entry')) noticeDone(say('entry-reversal-waits'));
  else noticeDone(count > 1 ? say('entries-reversed-done', { count }) : say('entry-reversed-done'));
}
