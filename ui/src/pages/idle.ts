/** Locks the book when nobody has touched the window for a while. */

export const IDLE_MINUTES = [1, 5, 15, 30] as const;
const KEPT = 'kontor.idle-minutes';
const CHECK_MS = 5_000;

export const idleMinutes = (): number => Number(localStorage.getItem(KEPT)) || 5;
export const setIdleMinutes = (minutes: number): void => localStorage.setItem(KEPT, String(minutes));

/** Calls back once after the chosen time without a key, a click or a movement. Ends when the returned function is called. */
export function watchIdle(lock: () => void, now: () => number = Date.now): () => void {
  let last = now();
  const touch = () => (last = now());
  const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
  for (const name of events) window.addEventListener(name, touch, { passive: true });
  const timer = setInterval(() => {
    if (now() - last < idleMinutes() * 60_000) return;
    stop();
    lock();
  }, CHECK_MS);
  function stop() {
    clearInterval(timer);
    for (const name of events) window.removeEventListener(name, touch);
  }
  return stop;
}
