/** Counts of use: off until somebody wants them, gathered here and handed to the book now and then. */
import { desk } from '../../api/desk';

const KEPT = 'kontor.use-counts';
const HAND_OVER_MS = 5_000;

let counts: Record<string, number> = {};
let timer: ReturnType<typeof setTimeout> | undefined;

export const areCounted = (): boolean => localStorage.getItem(KEPT) === 'on';

export function setCounted(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
  if (!on) counts = {};
}

/** Hands over what was gathered; what cannot be kept is let go, for work must not wait for it. */
export async function handOver(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const gathered = counts;
  counts = {};
  if (!Object.keys(gathered).length) return;
  await desk({ desk: 'count_use', counts: gathered }).catch(() => {});
}

/** A screen was opened or an action done. */
export function countUse(what: string): void {
  if (!areCounted()) return;
  counts = { ...counts, [what]: (counts[what] ?? 0) + 1 };
  timer ??= setTimeout(() => void handOver(), HAND_OVER_MS);
}
