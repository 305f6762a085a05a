/** Changing to the practice book: the open book is locked first, so that nothing of it is lost or mixed in. */
import { desk } from '../api/desk';
import { session } from '../api/session.svelte';
import { noticeProblem } from '../parts/notices.svelte';
import { words } from '../words/words.svelte';
import { route } from './route.svelte';

/** Whether the open book is a sample company of this machine. */
export const isPractice = (): boolean => session.desk?.book?.is_sample ?? false;

export async function practise(): Promise<void> {
  try {
    await desk({ desk: 'try_sample', kind: 'retail', language: words.language });
    await session.refresh();
    route.start({ page: 'courses' });
  } catch (error) {
    noticeProblem(error);
  }
}
