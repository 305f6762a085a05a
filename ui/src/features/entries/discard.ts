/** Giving up a draft, and having it back: what it said is recorded again, and what was attached to it is attached again. */
import { ask } from '../../api/ask';
import { perform } from '../../api/perform';
import { session } from '../../api/session.svelte';
import type { AttachmentView, RecordEntry } from '../../api/wire';
import { noticeDone, noticeProblem } from '../../parts/notices.svelte';
import { say } from '../../words/words.svelte';

/** Answers whether it is gone. */
export async function discardDraft(uid: string): Promise<boolean> {
  try {
    const [{ typed }, { rows }] = await Promise.all([ask({ ask: 'get_entry', uid }), ask({ ask: 'list_attachments', entry: uid })]);
    await perform({ do: 'discard_entry', entry: uid });
    const mayReturn = typed && session.may('record_entry');
    noticeDone(say('entry-discarded'), mayReturn ? { label: say('form-bring-back'), run: () => void bringBack(typed, rows) } : undefined);
    return true;
  } catch (error) {
    noticeProblem(error);
    return false;
  }
}

/** The log says both: that it was discarded, and that it was recorded again. */
async function bringBack(typed: RecordEntry, attached: AttachmentView[]): Promise<void> {
  try {
    const done = await perform({ do: 'record_entry', ...typed, post: false, complete: false, submit: false });
    const draft = done.given[0];
    if (!draft) return;
    for (const { name, media_type, hash, size } of attached) await perform({ do: 'attach_file', entry: draft.uid, name, media_type, hash, size });
    noticeDone(say('entry-back', { number: draft.number ?? '' }));
  } catch (error) {
    noticeProblem(error);
  }
}
