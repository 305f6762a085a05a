/** Where a person stood in each book, so that coming back from an entry shows the same row. */
import type { LedgerName } from '../../api/wire';

class Memory {
  period: string | null = $state(null);
  by: 'due' | 'paper' = $state('due');
  selected: string | null = $state(null);
  constructor(period: string | null) {
    this.period = period;
  }
}

const memories = new Map<string, Memory>();

export function remembered(name: LedgerName, of: string, first: string | null): Memory {
  const key = `${name}/${of}`;
  const found = memories.get(key);
  if (found) return found;
  const made = new Memory(first);
  memories.set(key, made);
  return made;
}
