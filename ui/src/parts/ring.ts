/** Walking by arrows through a group of which one is chosen, for all parts that offer one of a few. */

const BY: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Chooses the next or the previous when the key is an arrow, puts the caret there, and keeps the key from what lies around. */
export function walkRing<Id extends string>(event: KeyboardEvent, ids: Id[], now: Id, choose: (id: Id) => void): void {
  const by = BY[event.key];
  if (!by || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  const next = ids[(ids.indexOf(now) + by + ids.length) % ids.length];
  if (next === undefined) return;
  choose(next);
  (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-id="${next}"]`)?.focus();
}
