/** Feedback and counts as the text of a file, the same that is read on the screen. */
import type { FeedbackRow, UseRow } from '../../api/wire';
import { say } from '../../words/words.svelte';

/** What a row is about, in words: a survey's question, or the kind. */
export const aboutOf = (row: FeedbackRow): string =>
  row.kind === 'survey' && row.subject ? say(`survey-${row.subject}`) : say(`feedback-kind-${row.kind}`);

export const feelingOf = (feeling: number | null): string => (feeling ? say(`feeling-${feeling}`) : '');

const dayOf = (at: string): string => at.slice(0, 10);

/** Names are left out: who said it stays in the book. */
export function feedbackText(rows: FeedbackRow[]): string {
  return rows
    .map((row) => [`${dayOf(row.at)}  ${aboutOf(row)}${row.feeling ? `  ${row.feeling}/5 ${feelingOf(row.feeling)}` : ''}`, ...row.words.split('\n').map((line) => `  ${line}`)].join('\n').trimEnd())
    .join('\n\n');
}

export const useText = (rows: UseRow[]): string => rows.map((row) => `${row.day}  ${row.what}  ${row.count}`).join('\n');
