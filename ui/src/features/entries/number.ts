/** The number of an entry: of its period once posted, provisional before. */
import { say } from '../../words/words.svelte';

export const numberOf = (entry: { number: string | null; temporary: number | null }): string =>
  entry.number ?? (entry.temporary === null ? '' : say('entry-draft-number', { number: String(entry.temporary) }));
