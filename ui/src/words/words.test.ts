/** Both languages are complete, and every word the code asks for exists. */
import { FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const MESSAGES = join(import.meta.dirname, '../../../assets/messages');
const LAYOUTS = join(import.meta.dirname, '../../../assets/statements');
const SOURCE = join(import.meta.dirname, '..');

function messagesOf(language: string): Map<string, { file: string; text: string }> {
  const found = new Map<string, { file: string; text: string }>();
  for (const file of readdirSync(join(MESSAGES, language))) {
    const text = readFileSync(join(MESSAGES, language, file), 'utf8');
    for (const message of new FluentResource(text).body) {
      expect(found.has(message.id), `${message.id} stands twice`).toBe(false);
      found.set(message.id, { file, text: JSON.stringify(message.value) });
    }
    const written = [...text.matchAll(/^([a-z][\w-]*) =/gim)].length;
    expect(new FluentResource(text).body, `${language}/${file} has a line that is no message`).toHaveLength(written);
  }
  return found;
}

const placeablesOf = (text: string) => [...new Set([...text.matchAll(/"type":"var","name":"(\w+)"/g)].map((match) => match[1]))].sort();

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => /\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const zh = messagesOf('zh-CN');
const en = messagesOf('en');

describe('messages', () => {
  it('have the same keys in the same files', () => {
    const list = (messages: typeof zh) => [...messages].map(([key, { file }]) => `${file} ${key}`).sort();
    expect(list(en)).toEqual(list(zh));
  });

  it('have the same placeables', () => {
    for (const [key, { text }] of zh) expect(placeablesOf(en.get(key)?.text ?? ''), key).toEqual(placeablesOf(text));
  });

  it('exist for every key the code names', () => {
    const missing: string[] = [];
    for (const { path, text } of sources(SOURCE)) {
      for (const call of text.matchAll(/\bsay\(([^;\n]{0,120}?)(?:, \{|\))/g)) {
        for (const literal of (call[1] ?? '').matchAll(/'([a-z][\w-]*)'/gi)) {
          const key = literal[1] ?? '';
          const isCondition = new RegExp(`[!=]==? '${key}'`).test(call[1] ?? '');
          if (!isCondition && !zh.has(key) && !key.startsWith('error-')) missing.push(`${path}: ${key}`);
        }
        for (const family of (call[1] ?? '').matchAll(/`([\w-]*)\$\{/g)) {
          const prefix = family[1] ?? '';
          if (![...zh.keys()].some((key) => key.startsWith(prefix))) missing.push(`${path}: ${prefix}…`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it('set every printed title in the serif that comes with the program', () => {
    const css = readFileSync(join(SOURCE, 'styles/fonts.css'), 'utf8');
    const range = /"Kontor Titles".*unicode-range: ([^;]+);/.exec(css)?.[1] ?? '';
    const cut = new Set(range.split(', ').map((point) => Number.parseInt(point.slice(2), 16)));
    const titles = [...zh].filter(([key]) => /^(house|seal|start-title|voucher|nav-.*(sheet|statement|flow|balance)|(create|recovery|unlock|open|restore)-(.*-)?title|(sales|receipts|parties|items|entries)-empty)$/.test(key));
    const layouts = readdirSync(LAYOUTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.toml'));
    const statements = layouts.map((name) => [name, { text: /^title = .*?zh = "([^"]+)"/m.exec(readFileSync(join(LAYOUTS, name), 'utf8'))?.[1] ?? '' }] as const);
    expect(Math.min(titles.length, statements.length)).toBeGreaterThan(12);
    for (const [key, { text }] of [...titles, ...statements]) {
      expect(text, key).not.toBe('');
      const lost = [...text].filter((letter) => letter > '\u2fff' && !cut.has(letter.codePointAt(0) ?? 0));
      expect(lost, key).toEqual([]);
    }
  });
});
