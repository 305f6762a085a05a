/** What a picker offers, and the marking of what was typed inside it. */

export interface Option {
  id: string;
  text: string;
  code?: string;
  /** Stands at the right: a balance, a price. */
  end?: string;
  /** Shown, but cannot be picked: an account that others stand under. */
  isFolder?: boolean;
}

export interface Piece {
  text: string;
  isHit: boolean;
}

/** The text cut at the place that was typed, so that the hit can be underlined. */
export function piecesOf(text: string, query: string): Piece[] {
  const typed = query.trim().toLowerCase();
  const at = typed ? text.toLowerCase().indexOf(typed) : -1;
  if (at < 0) return [{ text, isHit: false }];
  return [
    { text: text.slice(0, at), isHit: false },
    { text: text.slice(at, at + typed.length), isHit: true },
    { text: text.slice(at + typed.length), isHit: false },
  ].filter((piece) => piece.text !== '');
}
