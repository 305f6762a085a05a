/** An honest word about a password. The book can be copied and guessed at in peace, so only real length helps. */

export type Strength = 'short' | 'weak' | 'fair' | 'good';

const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** How many of the characters say something new: repeats and runs like 1234 or qwer do not. */
function tellingLength(password: string): number {
  const lower = password.toLowerCase();
  let telling = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const pair = lower.slice(at - 1, at + 1);
    const isRepeat = at > 0 && pair[0] === pair[1];
    const isRun = at > 0 && RUNS.some((run) => run.includes(pair) || [...run].reverse().join('').includes(pair));
    telling += isRepeat || isRun ? 0.25 : 1;
  }
  return telling;
}

function bitsPerCharacter(password: string): number {
  if (/[^\x20-\x7e]/.test(password)) return 8;
  const pool =
    (/[a-z]/.test(password) ? 26 : 0) +
    (/[A-Z]/.test(password) ? 26 : 0) +
    (/\d/.test(password) ? 10 : 0) +
    (/[^a-zA-Z0-9]/.test(password) ? 20 : 0);
  return Math.log2(Math.max(2, pool));
}

export function strengthOf(password: string): Strength {
  if ([...password].length < 8) return 'short';
  // People choose words and dates: count two thirds of what chance would give.
  const bits = (tellingLength(password) * bitsPerCharacter(password) * 2) / 3;
  if (bits < 34) return 'weak';
  return bits < 50 ? 'fair' : 'good';
}
