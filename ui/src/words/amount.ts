/** Amounts as decimal text: reading what was typed and adding it up exactly. No floating point anywhere. */
import { readExpression } from './expression';

const SCALE = 6;
const UNIT = 10n ** BigInt(SCALE);

/** Millionths of one; null when the text is no number. */
export function unitsOf(decimal: string): bigint | null {
  const match = /^([-−]?)(\d*)(?:\.(\d*))?$/.exec(decimal.trim());
  if (!match) return null;
  const [, sign, whole = '', part = ''] = match;
  if (!whole && !part) return null;
  const units = BigInt(whole || '0') * UNIT + BigInt((part + '0'.repeat(SCALE)).slice(0, SCALE));
  return sign ? -units : units;
}

/** Decimal text with at least the given places, longer only when the value needs it. */
export function decimalOf(units: bigint, places = 2): string {
  const sign = units < 0n ? '-' : '';
  const absolute = units < 0n ? -units : units;
  const part = (absolute % UNIT).toString().padStart(SCALE, '0');
  const needed = part.replace(/0+$/, '').length;
  const shown = part.slice(0, Math.max(places, needed));
  return `${sign}${absolute / UNIT}${shown ? `.${shown}` : ''}`;
}

/** Half up, away from zero, to whole cents (or to the places given). */
export function roundUnits(units: bigint, places = 2): bigint {
  const step = 10n ** BigInt(SCALE - places);
  const absolute = units < 0n ? -units : units;
  const rounded = ((absolute + step / 2n) / step) * step;
  return units < 0n ? -rounded : rounded;
}

/**
 * What a person types, as decimal text; null when it is no amount. A number keeps the decimals it was given, so that
 * the core can say what is wrong with it; what was worked out is rounded once, half up, to the places of the currency.
 */
export function readAmount(typed: string, places = 2): string | null {
  const read = readExpression(typed);
  if (read === undefined) return '';
  if (read === null) return null;
  const step = 10n ** BigInt(read.isPlain ? SCALE : places);
  const isBelow = read.top < 0n;
  const absolute = (isBelow ? -read.top : read.top) * step;
  const rounded = (2n * absolute + read.bottom) / (2n * read.bottom);
  const units = rounded * (UNIT / step);
  return decimalOf(isBelow ? -units : units, 0);
}

export const sum = (values: string[]): string =>
  decimalOf(values.reduce((total, value) => total + (unitsOf(value) ?? 0n), 0n));

export const minus = (left: string, right: string): string =>
  decimalOf((unitsOf(left) ?? 0n) - (unitsOf(right) ?? 0n));

export const times = (left: string, right: string): string =>
  decimalOf(roundUnits(((unitsOf(left) ?? 0n) * (unitsOf(right) ?? 0n)) / UNIT));

export const isZero = (value: string): boolean => (unitsOf(value) ?? 0n) === 0n;
export const isNegative = (value: string): boolean => (unitsOf(value) ?? 0n) < 0n;
export const compare = (left: string, right: string): number => {
  const difference = (unitsOf(left) ?? 0n) - (unitsOf(right) ?? 0n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const smaller = (left: string, right: string): string =>
  compare(left, right) <= 0 ? left : right;
export const negate = (value: string): string => decimalOf(-(unitsOf(value) ?? 0n));
