/** What the palette offers, and how well each fits what was typed. Knows no pages: a choice brings what it does. */
import type { IconName } from '../../parts/Icon.svelte';
import { spelledAt } from '../../words/initials';

export type Sort = 'recent' | 'parties' | 'items' | 'accounts' | 'entries' | 'papers' | 'amounts' | 'do' | 'pages';

export interface Choice {
  /** Stays the same for the same thing: "do:record_sale", "party:<uid>". */
  id: string;
  icon: IconName;
  text: string;
  note?: string | undefined;
  /** Stands at the right: an amount, and what it is. */
  end?: string | undefined;
  endNote?: string | undefined;
  run: () => void;
  /** The same in a window of its own; nothing for what is no screen. */
  runApart?: (() => void) | undefined;
}

export interface Group {
  sort: Sort;
  title: string;
  choices: Choice[];
}

/** A name of an action or a page in every form it may be typed in: both languages, and the initials of the Chinese. */
export interface Spelling {
  texts: string[];
  initials: string[];
}

/** 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 somewhere inside; nothing when it does not fit. */
export function fitOf(spelling: Spelling, typed: string): number | null {
  const query = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (!query) return 0;
  const fits = [
    ...spelling.texts.map((text) => fitOfText(text.toLowerCase(), query)),
    ...spelling.initials.map((initials) => fitOfInitials(initials, query.replaceAll(' ', ''))),
  ].filter((fit) => fit !== null);
  return fits.length ? Math.min(...fits) : null;
}

function fitOfText(text: string, query: string): number | null {
  if (text === query) return 0;
  if (text.startsWith(query)) return 1;
  if (text.includes(` ${query}`)) return 2;
  if (text.includes(query)) return 3;
  // "new sa" means "New sale" wherever its words stand.
  const words = text.split(/[\s·]+/);
  const pieces = query.split(' ');
  return pieces.length > 1 && pieces.every((piece) => words.some((word) => word.startsWith(piece))) ? 3 : null;
}

function fitOfInitials(initials: string, query: string): number | null {
  const at = spelledAt(initials, query);
  if (at < 0) return null;
  if (at > 0) return 3;
  return initials.split(' ').length === query.length ? 0 : 1;
}

/** The ones that fit, the best first; among equals the order they came in stays. */
export function ranked<T>(all: T[], spellingOf: (one: T) => Spelling, typed: string): { one: T; fit: number }[] {
  return all
    .map((one) => ({ one, fit: fitOf(spellingOf(one), typed) }))
    .filter((found): found is { one: T; fit: number } => found.fit !== null)
    .sort((one, other) => one.fit - other.fit);
}

/** What was typed begins with ">": actions only. */
export const actionsOnly = (typed: string): boolean => /^[>》〉＞]/.test(typed.trim());
export const withoutMark = (typed: string): string => typed.trim().replace(/^[>》〉＞]\s*/, '');
