/** Which stretch of time a statement is asked for: a month, a quarter, the year so far, a range, or a day. */
import type { PeriodRow, PeriodRequest, StatementName } from '../../api/wire';

export type Mode = 'month' | 'quarter' | 'year' | 'range' | 'day';
export interface Stretch {
  mode: Mode;
  /** The month it is about, or ends with. */
  period: string;
  from: string;
  to: string;
}

/** A balance sheet stands on a day; the others cover a stretch. */
export const modesFor = (name: StatementName): Mode[] =>
  name === 'balance-sheet' ? ['month', 'day'] : ['month', 'quarter', 'year', 'range'];

/** The three months of the quarter a month lies in, as far as the book has them. */
export function quarterOf(periods: PeriodRow[], key: string): PeriodRow[] {
  const at = periods.findIndex((period) => period.key === key);
  const yearStart = firstOfYear(periods, key);
  const start = yearStart + Math.floor((at - yearStart) / 3) * 3;
  return periods.slice(Math.max(0, start), Math.min(start + 3, periods.length)).filter((one) => one.key.slice(0, 4) === key.slice(0, 4));
}

const firstOfYear = (periods: PeriodRow[], key: string): number =>
  Math.max(0, periods.findIndex((period) => period.key.slice(0, 4) === key.slice(0, 4)));

export function requestOf(stretch: Stretch, periods: PeriodRow[], name: StatementName): PeriodRequest {
  const period = periods.find((one) => one.key === stretch.period);
  if (name === 'balance-sheet') return stretch.mode === 'day' ? { as_of: stretch.to } : { period: stretch.period };
  if (stretch.mode === 'range') return { from: stretch.from, to: stretch.to };
  if (stretch.mode === 'quarter') {
    const months = quarterOf(periods, stretch.period);
    const [first, last] = [months[0], months.at(-1)];
    if (first && last) return { from: first.first_day, to: last.last_day };
  }
  if (stretch.mode === 'year' && period) {
    const first = periods[firstOfYear(periods, stretch.period)];
    if (first) return { from: first.first_day, to: period.last_day };
  }
  return { period: stretch.period };
}

/** One month (or quarter) on or back; the same when there is none. */
export function step(stretch: Stretch, periods: PeriodRow[], by: 1 | -1): Stretch {
  const at = periods.findIndex((period) => period.key === stretch.period);
  const next = periods[at + by * (stretch.mode === 'quarter' ? 3 : 1)] ?? periods[at + by];
  return next ? { ...stretch, period: next.key } : stretch;
}
