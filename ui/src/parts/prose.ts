/** Markdown taken apart into blocks that components draw: no HTML is ever made of it, so none can be smuggled in. */
import { marked, type Token, type Tokens } from 'marked';

export type { Token, Tokens };

/** A heading of a page, with the name links point at. */
export interface Heading {
  depth: number;
  text: string;
  anchor: string;
}

export interface Prose {
  /** The first heading; empty when the text has none. */
  title: string;
  blocks: Token[];
  headings: Heading[];
  /** The anchor of each heading block. */
  anchors: Map<Token, string>;
}

const childrenOf = (token: Token): Token[] =>
  'tokens' in token && Array.isArray(token.tokens) ? token.tokens : [];

/** What a person reads of a token: its words without the marks. */
export function plainText(token: Token): string {
  if (token.type === 'table') {
    const table = token as Tokens.Table;
    return [table.header, ...table.rows].map((row) => row.map((cell) => cell.tokens.map(plainText).join('')).join('  ')).join('\n');
  }
  if (token.type === 'list') return (token as Tokens.List).items.map(plainText).join('\n');
  if (token.type === 'br') return '\n';
  const children = childrenOf(token);
  if (children.length) return children.map(plainText).join('');
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

/** The name of a heading in a link: small letters, signs left out, hyphens for spaces. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s+/g, '-');

/** Reads a text. Two headings of one name get different anchors. */
export function readProse(text: string): Prose {
  const blocks = marked.lexer(text).filter((token) => token.type !== 'space');
  const taken = new Map<string, number>();
  const anchors = new Map<Token, string>();
  const headings: Heading[] = [];
  for (const token of blocks) {
    if (token.type !== 'heading') continue;
    const words = plainText(token);
    const name = anchorOf(words);
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    const anchor = before ? `${name}-${before}` : name;
    anchors.set(token, anchor);
    headings.push({ depth: (token as Tokens.Heading).depth, text: words, anchor });
  }
  return { title: headings[0]?.text ?? '', blocks, headings, anchors };
}

/** Where a link leads: a page of the same folder, a place on this page, or somewhere outside that only is named. */
export type Target = { page: string | null; anchor: string | null } | { outside: string };

export function targetOf(href: string): Target {
  const inside = /^([a-z0-9-]+)\.md(?:#(.+))?$/.exec(href);
  if (inside) return { page: inside[1] ?? null, anchor: anchorIn(inside[2]) };
  if (href.startsWith('#')) return { page: null, anchor: anchorIn(href.slice(1)) };
  return { outside: href };
}

function anchorIn(text: string | undefined): string | null {
  if (!text) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
