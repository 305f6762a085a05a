/** The samples that window and papers share: tests/words, read by both sides. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayInWords, periodLabel } from './dates';
import { inWords } from './in-words';
import { money, quantity } from './numbers';
import { words } from './words.svelte';

const SAMPLES = join(import.meta.dirname, '../../../tests/words');
const rowsOf = (name: string): string[][] =>
  readFileSync(join(SAMPLES, name), 'utf8').trim().split('\n').slice(1).map((line) => line.split('|'));

const SHOW: Record<string, (value: string) => string> = {
  money: (value) => money(value),
  quantity: (value) => quantity(value),
  month: periodLabel,
  day: dayInWords,
};

describe('amounts in words', () => {
  const rows = rowsOf('amounts-in-words.csv');
  it('has samples enough', () => expect(rows.length).toBeGreaterThan(200));
  it.each(rows)('says %s', (amount, chinese, english) => {
    expect(inWords(amount!, 'zh-CN')).toBe(chinese);
    expect(inWords(amount!, 'en')).toBe(english);
  });
});

describe('numbers and days', () => {
  it.each(rowsOf('numbers.csv'))('shows the %s %s', (kind, value, chinese, english) => {
    words.speak('zh-CN');
    expect(SHOW[kind!]!(value!)).toBe(chinese);
    words.speak('en');
    expect(SHOW[kind!]!(value!)).toBe(english);
  });
});
