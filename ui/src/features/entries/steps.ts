/** The steps of entries before they are posted: which of them this person may take, taking them, and saying so. */
import { perform } from '../../api/perform';
import { session } from '../../api/session.svelte';
import { noticeDone } from '../../parts/notices.svelte';
import { say } from '../../words/words.svelte';

export type Step = 'submit' | 'sign' | 'review' | 'withdraw' | 'return';

/** What a list and the page of an entry both know of it. */
export interface Steppable {
  uid: string | null;
  status: string;
  stage: string;
  next: string | null;
  prepared_by: string;
}

/** One key each, the same wherever entries stand. */
export const STEP_KEYS: Record<Step, string> = { submit: 's', sign: 'g', review: 'v', withdraw: 'w', return: 'b' };

const isMine = (entry: Steppable) => entry.prepared_by === session.company.me.name;

/** Whether a step is offered; the core decides whether it is allowed. */
export function mayStep(step: Step, entry: Steppable): boolean {
  if (entry.status !== 'draft' || !session.may(`${step}_entries`)) return false;
  const isOwner = session.company.me.role === 'owner';
  if (step === 'submit') return entry.next === 'submit' && entry.stage === 'draft' && (isMine(entry) || isOwner);
  if (step === 'sign') return entry.next === 'sign';
  if (step === 'review') return entry.next === 'review' && (!isMine(entry) || session.company.duties.review === 'own');
  if (step === 'withdraw') return entry.stage === 'submitted' && isMine(entry);
  return entry.stage !== 'draft' && !isMine(entry);
}

export const mayPost = (entry: Steppable): boolean => entry.next === 'post' && session.may('post_entries');

/** Takes a step for all of them at once; all or none. */
export async function take(step: Exclude<Step, 'return'>, entries: Steppable[]): Promise<void> {
  const uids = uidsOf(entries);
  await perform({ do: `${step}_entries`, entries: uids });
  noticeDone(say(`step-${step}-done`, { count: uids.length }));
}

export async function sendBack(entries: Steppable[], reason: string): Promise<void> {
  const uids = uidsOf(entries);
  await perform({ do: 'return_entries', entries: uids, reason });
  noticeDone(say('step-return-done', { count: uids.length }));
}

const uidsOf = (entries: Steppable[]) => entries.flatMap((entry) => entry.uid ?? []);

/** How far an entry has come, where that is worth a word. */
export function stageWord(entry: Steppable & { is_returned?: boolean; returned?: unknown }): string {
  if (entry.status !== 'draft') return '';
  if (entry.stage === 'draft') return entry.is_returned || entry.returned ? say('stage-returned') : say('entry-draft');
  return say(`stage-${entry.stage}`);
}
