/** Finding words in the manual as they are typed: by section, in both languages, hanzi without spaces between words. */
import { plainText } from '../../parts/prose';
import type { Language } from '../../words/words.svelte';
import type { Page } from './library';

export interface Section {
  language: Language;
  page: string;
  title: string;
  /** Empty for what stands before the first heading below the title. */
  heading: string;
  anchor: string | null;
  text: string;
}

/** A piece of a snippet; marked pieces are what was looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}
export interface Hit {
  section: Section;
  snippet: Piece[];
}

/** Cuts pages into what stands under each of their headings. */
export function sectionsOf(pages: Page[]): Section[] {
  return pages.flatMap((page) => {
    const sections: Section[] = [];
    let section: Section = { language: page.language, page: page.name, title: page.prose.title, heading: '', anchor: null, text: '' };
    for (const block of page.prose.blocks) {
      if (block.type === 'heading') {
        sections.push(section);
        const isTitle = page.prose.blocks[0] === block;
        section = { ...section, heading: isTitle ? '' : plainText(block), anchor: isTitle ? null : (page.prose.anchors.get(block) ?? null), text: '' };
      } else {
        section.text += `${plainText(block)}\n`;
      }
    }
    sections.push(section);
    return sections.filter((one) => one.heading || one.text.trim());
  });
}

const HANZI = /\p{Script=Han}/u;

/**
 * The words of a query. A run of hanzi has no spaces to tell its words apart: it is looked for as it stands first,
 * and else by its pairs, which is how most Chinese words are long.
 */
export function wordsOf(query: string): string[] {
  return query.toLowerCase().match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];
}

const pairsOf = (word: string): string[] =>
  HANZI.test(word) && word.length > 2
    ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
    : [word];

interface Scored {
  section: Section;
  words: string[];
  score: number;
}

function score(section: Section, words: string[]): number {
  const [title, heading, text] = [section.title, section.heading, section.text].map((part) => part.toLowerCase()) as [string, string, string];
  let sum = 0;
  for (const word of words) {
    const place = heading.includes(word) ? 12 : title.includes(word) ? (section.heading ? 4 : 16) : 0;
    const count = text.split(word).length - 1;
    if (!place && !count) return 0;
    sum += place + Math.min(count, 4);
  }
  return sum;
}

/** The sections that hold every word, the reader's own language first, the best first. */
export function findIn(sections: Section[], query: string, language: Language, limit = 30): Hit[] {
  const words = wordsOf(query);
  if (!words.length) return [];
  const pick = (wanted: string[], factor: number): Scored[] =>
    sections
      .map((section) => ({ section, words: wanted, score: score(section, wanted) * factor }))
      .filter((one) => one.score > 0);
  const whole = pick(words, 2);
  const pairs = words.flatMap(pairsOf);
  const found = whole.length || pairs.length === words.length ? whole : pick(pairs, 1);
  const own = (one: Scored) => (one.section.language === language ? 0 : 1);
  return found
    .sort((one, other) => own(one) - own(other) || other.score - one.score)
    .slice(0, limit)
    .map((one) => ({ section: one.section, snippet: snippetOf(one.section.text, one.words) }));
}

const AROUND = 36;

/** What stands around the first word found; from the start of the section when only its heading has it. */
export function snippetOf(text: string, words: string[]): Piece[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const small = flat.toLowerCase();
  const first = Math.min(...words.map((word) => small.indexOf(word)).filter((at) => at >= 0));
  const from = Number.isFinite(first) ? Math.max(0, first - AROUND) : 0;
  const to = Math.min(flat.length, from + AROUND * 3);
  const cut = `${from ? '…' : ''}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`;
  return piecesOf(cut, words);
}

/** A text with the words that were looked for told apart from the rest. */
export function piecesOf(text: string, words: string[]): Piece[] {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((one, other) => other.length - one.length);
  if (!escaped.length) return [{ text, isHit: false }];
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'iu'))
    .map((piece, at) => ({ text: piece, isHit: at % 2 === 1 }))
    .filter((piece) => piece.text);
}
