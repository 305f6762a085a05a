/** Who sits at the desk and whose book is open: asked after unlocking, kept true while it is open. */
import { tick } from 'svelte';
import { ask } from './ask';
import { desk } from './desk';
import type { BackupState, Company, DeskState, PeriodRow } from './wire';

let state = $state.raw<DeskState | null>(null);
let company = $state.raw<Company | null>(null);

/** Forgets the company once the frame that shows it is gone from the screen. */
async function clear(): Promise<void> {
  await tick();
  if (state?.phase !== 'open') company = null;
}

export const session = {
  get desk(): DeskState | null {
    return state;
  },
  /** The open company. Only pages inside the frame read it, and they exist only while a book is open. */
  get company(): Company {
    if (!company) throw new Error('no book is open');
    return company;
  },
  get isOpen(): boolean {
    return state?.phase === 'open' && company !== null;
  },
  may(...names: string[]): boolean {
    return company !== null && names.every((name) => company!.may.includes(name));
  },
  /** The period a day falls into, if the book has it. */
  periodOf(day: string): PeriodRow | undefined {
    return company?.periods.find((period) => period.first_day <= day && day <= period.last_day);
  },
  /** The first period still open: the one people work in. */
  get currentPeriod(): PeriodRow | undefined {
    const periods = company?.periods ?? [];
    const open = periods.filter((period) => period.state !== 'closed');
    const today = company?.today ?? '';
    return (
      open.find((period) => period.first_day <= today && today <= period.last_day) ??
      open[0] ??
      periods.at(-1)
    );
  },
  /** The state of the backups; the shell keeps it. */
  get backup(): BackupState {
    return state?.backup ?? { places: [], last_good: null, failure: null };
  },
  async refresh(): Promise<void> {
    const now = await desk({ desk: 'state' });
    if (now.phase === 'open') company = await ask({ ask: 'company' });
    state = now;
    if (now.phase !== 'open') await clear();
  },
  async refreshCompany(): Promise<void> {
    if (state?.phase !== 'open') return;
    company = await ask({ ask: 'company' });
    state = await desk({ desk: 'state' });
  },
  async lock(): Promise<void> {
    await desk({ desk: 'lock_book' });
    await session.refresh();
  },
  forget(): void {
    if (state) state = { ...state, phase: 'locked' };
    void clear();
  },
};
