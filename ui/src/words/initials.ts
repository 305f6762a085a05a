/** Pinyin initials as the core spells them: letter by letter, several where a hanzi has several readings, "y xh". */

/** Where typed letters are the initials of a text: 0 from its beginning, its place further on, -1 nowhere. */
export function spelledAt(initials: string, typed: string): number {
  const letters = initials ? initials.split(' ') : [];
  const wanted = [...typed.toLowerCase()];
  if (wanted.length === 0) return -1;
  for (let at = 0; at + wanted.length <= letters.length; at += 1) {
    if (wanted.every((letter, step) => letters[at + step]?.includes(letter))) return at;
  }
  return -1;
}
