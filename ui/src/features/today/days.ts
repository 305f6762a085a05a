/** Days as the charts and sentences of today write them. */
import { addDays, periodLabel } from '../../words/dates';
import { say, words } from '../../words/words.svelte';

const partsOf = (day: string) => {
  const [, month = '', date = ''] = day.split('-');
  return { month: say(`chart-month-${Number(month)}`), number: String(Number(month)), day: Number(date) };
};

/** "6/15" or "15 Jun". */
export const dayName = (day: string): string => {
  const { month, number, day: date } = partsOf(day);
  return say('today-day-short', { month: words.language === 'en' ? month : number, day: date });
};

/** "6月15日" or "15 Jun". */
export const dayWords = (day: string): string => {
  const { month, day: date } = partsOf(day);
  return say('today-day', { month, day: date });
};

/** "2026年6月15日" or "15 Jun 2026". */
export const fullDay = (day: string): string => {
  const { month, day: date } = partsOf(day);
  return say('today-date', { year: day.slice(0, 4), month, day: date });
};

/** A period near today: without its year where that is plain. */
export const periodName = (key: string, today: string): string =>
  key.slice(0, 4) === today.slice(0, 4) ? say(`chart-month-${Number(key.slice(5, 7))}`) : periodLabel(key);

/** How many days ago a moment's day was. */
export function daysSince(day: string, today: string): number {
  let count = 0;
  for (let at = day; at < today && count < 1000; at = addDays(at, 1)) count += 1;
  return count;
}
