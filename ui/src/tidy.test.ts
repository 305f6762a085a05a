/** The laws of the window that no compiler holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const SOURCE = import.meta.dirname;
const files = readdirSync(SOURCE, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(SOURCE, path), text: readFileSync(path, 'utf8') }))
  .filter(({ path }) => !path.startsWith('api/generated'));

const offenders = (wrong: (file: { path: string; text: string }) => boolean) => files.filter(wrong).map(({ path }) => path);

describe('every file', () => {
  it('says in its first line what it is for', () => {
    expect(offenders(({ text }) => !/^(\/\*\*? |<!-- ).{12,}[.。]/.test(text.split('\n')[0] ?? ''))).toEqual([]);
  });
  it('takes its colours from the tokens', () => {
    const raw = /#[0-9a-f]{3,8}\b(?=[;,\s)}])|\b(rgb|hsl|oklch)a?\(/i;
    expect(offenders(({ path, text }) => !path.endsWith('tokens.css') && !path.endsWith('.ts') && raw.test(text))).toEqual([]);
  });
  it('leaves the shell to host.ts', () => {
    expect(offenders(({ path, text }) => path !== 'api/host.ts' && path !== 'tidy.test.ts' && /from '@tauri-apps/.test(text))).toEqual([]);
  });
  it('reads Enter through composing.ts', () => {
    const compares = /[!=]==?\s*['"]Enter['"]|['"]Enter['"]\s*[!=]==?|case ['"]Enter['"]/;
    expect(offenders(({ path, text }) => !/^parts\/composing/.test(path) && path !== 'tidy.test.ts' && compares.test(text))).toEqual([]);
  });
  it('turns no amount into a float', () => {
    expect(offenders(({ path, text }) => !path.endsWith('.test.ts') && /parseFloat|Number\((?:[\w.]*(?:amount|price|debit|credit|gross|net|open))\b/.test(text))).toEqual([]);
  });
});

interface Node {
  type?: string;
  data?: string;
  name?: string;
  value?: unknown;
  [key: string]: unknown;
}

/** Letters of any script in markup: words belong to the messages. Spaces, signs and digits may stand. */
function literalWords(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const child of node) literalWords(child, found);
  else if (node && typeof node === 'object') {
    const { type, data, name, value } = node as Node;
    if (type === 'Text' && /\p{L}/u.test(data ?? '')) found.push(data ?? '');
    if (type === 'StyleDirective') return found;
    if (type === 'Attribute') {
      const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'label', 'text', 'hint'].includes(name ?? '');
      if (spoken) literalWords(value, found);
      return found;
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'metadata' && key !== 'css') literalWords(child, found);
  }
  return found;
}

describe('a component', () => {
  it('holds no words of its own', () => {
    const worded = files
      .filter(({ path }) => path.endsWith('.svelte'))
      .map(({ path, text }) => ({ path, words: literalWords(parse(text, { modern: true }).fragment) }))
      .filter(({ words }) => words.length > 0);
    expect(worded).toEqual([]);
  });
});
