/** A tax rate as a person picks or types it: where rates differ by place, a percentage is its own code, `at-8.875`. */
import { percent } from './numbers';
import { labelOf, say } from './words.svelte';

export interface Rate {
  code: string;
  /** As a fraction: 0.13. */
  rate: string;
  label_zh: string;
  label_en: string;
}
export interface Rates {
  rows: Rate[];
  accepts_typed: boolean;
}

const TYPED = /^(?!0+(?:\.0*)?$)(\d{1,2})(?:\.(\d{1,4}))?\s*%?$/;

/** The code of a typed percentage, written in the one way the book takes; nothing for any other text. */
export function typedRate(query: string): string | null {
  const match = TYPED.exec(query.trim());
  if (!match) return null;
  const whole = String(Number(match[1]));
  const part = (match[2] ?? '').replace(/0+$/, '');
  return `at-${whole}${part ? `.${part}` : ''}`;
}

/** The fraction of a rate: 0.08875. */
export function fractionOf(code: string | undefined, rates: Rate[]): string {
  const known = rates.find((row) => row.code === code);
  if (known) return known.rate;
  const typed = /^at-(\d+)(?:\.(\d+))?$/.exec(code ?? '');
  return typed ? `0.${typed[1]!.padStart(2, '0')}${typed[2] ?? ''}` : '0';
}

/** What a picker of rates offers for what was typed: those of the book, and the percentage itself where that may be typed. */
export function rateOptions(list: Rates | undefined, query = '') {
  const rows = list?.rows ?? [];
  const offered = rows.map((row) => ({ id: row.code, text: percent(row.rate), end: row.code.startsWith('at-') ? say('rate-typed') : labelOf(row) }));
  const fitting = offered.filter((option) => `${option.text}${option.end}`.includes(query));
  const typed = list?.accepts_typed ? typedRate(query) : null;
  if (!typed || offered.some((option) => option.id === typed)) return fitting;
  return [{ id: typed, text: percent(fractionOf(typed, [])), end: say('rate-typed') }, ...fitting];
}
