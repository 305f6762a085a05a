/** Days and periods in the reader's language. Days travel as "2026-04-30" and are never turned into moments. */
import { say } from './words.svelte';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export const isDay = (text: string): boolean => {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const pad = (value: number) => String(value).padStart(2, '0');
export const dayOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** What a person types for a day: 30, 4-30, 0430, 20260430, 2026.4.30, or -1 and +7 counted from `near`, which also gives missing parts. */
export function readDay(typed: string, near: string): string | null {
  const [nearYear, nearMonth] = near.split('-').map(Number) as [number, number];
  const plain = typed.normalize('NFKC').trim().replace(/[−–]/g, '-');
  const count = /^([+-]\d{1,4})$/.exec(plain)?.[1];
  if (count) return isDay(near) ? addDays(near, Number(count)) : null;
  const text = plain.replace(/[年月./日号]/g, '-').replace(/-+$/, '');
  const found = /^\d+$/.test(text) ? splitDigits(text) : text.split('-').map(Number);
  if (!found || found.some((part) => !Number.isInteger(part))) return null;
  const parts = found.length === 1 ? [nearYear, nearMonth, ...found] : found;
  const [year, month, day] = parts.length === 2 ? [nearYear, ...parts] : parts;
  if (year === undefined || month === undefined || day === undefined) return null;
  const result = dayOf(year < 100 ? 2000 + year : year, month, day);
  return isDay(result) ? result : null;
}

function splitDigits(text: string): number[] | null {
  if (text.length <= 2) return [Number(text)];
  if (text.length === 3 || text.length === 4) {
    return [Number(text.slice(0, -2)), Number(text.slice(-2))];
  }
  if (text.length === 6 || text.length === 8) {
    return [Number(text.slice(0, -4)), Number(text.slice(-4, -2)), Number(text.slice(-2))];
  }
  return null;
}

/** "2026-04" becomes "2026年4月" or "April 2026". */
export function periodLabel(key: string): string {
  const [year = '', month = ''] = key.split('-');
  const number = Number(month);
  if (!(number >= 1 && number <= 12)) return key;
  return say('period-month', { year, month: say(`month-${number}`) });
}

/** "2026-04-05" becomes "2026年4月5日" or "5 April 2026", as on paper. */
export function dayInWords(day: string): string {
  if (!isDay(day)) return day;
  const [year = '', month, date] = day.split('-');
  return say('report-as-of', { year, month: say(`month-${Number(month)}`), day: String(Number(date)) });
}

/** The day alone for a list whose year is plain: "04-30". */
export const shortDay = (day: string): string => day.slice(5);

/** A moment, in the reader's own clock: "2026-04-30 08:12". */
export function moment(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const day = dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
