/** Large amounts in few digits, as charts have room for: 10.8 of 万 in Chinese, 108 of k in English. Rounded from text, never from floats. */
import { decimalOf, roundUnits, unitsOf } from './amount';
import { words } from './words.svelte';

/** What amounts are counted in: its words are chart-unit-<id>. */
export interface ShortUnit {
  id: 'one' | 'k' | 'm' | 'wan' | 'yi';
  power: number;
  places: number;
}

const ONE: ShortUnit = { id: 'one', power: 0, places: 0 };
const CHINESE: ShortUnit[] = [{ id: 'yi', power: 8, places: 1 }, { id: 'wan', power: 4, places: 1 }];
const ENGLISH: ShortUnit[] = [{ id: 'm', power: 6, places: 1 }, { id: 'k', power: 3, places: 0 }];

/** The unit in which the largest of some amounts has few digits. */
export function unitFor(most: number): ShortUnit {
  const units = words.language === 'en' ? ENGLISH : CHINESE;
  // A unit is worth its word from ten of the largest on; 12,000 stay 1.2 万 and 12 k.
  return units.find((unit) => Math.abs(most) >= 10 ** unit.power * (unit.power > 4 ? 10 : 1)) ?? ONE;
}

/** An amount in a unit, rounded half up, with a true minus. */
export function inUnit(decimal: string, unit: ShortUnit): string {
  const units = unitsOf(decimal);
  if (units === null) return decimal;
  const text = decimalOf(roundUnits(units / 10n ** BigInt(unit.power), unit.places), unit.places);
  return text.replace(/^-(?=[0.]*$)/, '').replace('-', '\u2212');
}
