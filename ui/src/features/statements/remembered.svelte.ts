/** The time last chosen for each statement, so that coming back from an entry shows the same sheet. */
import type { StatementName } from '../../api/wire';
import type { Stretch } from './period-request';

class Memory {
  stretch: Stretch = $state.raw({ mode: 'month', period: '', from: '', to: '' });
  constructor(first: Stretch) {
    this.stretch = first;
  }
}

const memories = new Map<StatementName, Memory>();

export function remembered(name: StatementName, first: Stretch): Memory {
  const found = memories.get(name);
  if (found?.stretch.period) return found;
  const made = new Memory(first);
  memories.set(name, made);
  return made;
}
