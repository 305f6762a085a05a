/** Numbers as they stand on the screen: separators, two decimals, and a true minus. Made from text, never from floats. */

const group = (whole: string) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

function parts(decimal: string): { isNegative: boolean; whole: string; part: string } | null {
  const match = /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(decimal.trim());
  if (!match) return null;
  return { isNegative: Boolean(match[1]), whole: match[2] ?? '0', part: match[3] ?? '' };
}

/** "1234.5" becomes "1,234.50", "-3" becomes "−3.00". Text that is no number comes back as it is. */
export function money(decimal: string | null | undefined, places = 2): string {
  if (decimal === null || decimal === undefined || decimal === '') return '';
  const found = parts(decimal);
  if (!found) return decimal;
  // More decimals than the currency has are shown, not cut: an amount is never rounded by the window.
  const part = found.part.slice(0, places).padEnd(places, '0') + found.part.slice(places).replace(/0+$/, '');
  const isNothing = /^0*$/.test(found.whole + part);
  return `${found.isNegative && !isNothing ? '\u2212' : ''}${group(found.whole)}${part && `.${part}`}`;
}

/** A statement leaves the place of a zero empty. */
export const moneyOrNothing = (decimal: string | null | undefined): string =>
  decimal && /[1-9]/.test(decimal) ? money(decimal) : '';

/** A quantity or a unit price: as many decimals as it has. */
export function quantity(decimal: string | null | undefined): string {
  if (!decimal) return '';
  const found = parts(decimal);
  if (!found) return decimal;
  const part = found.part.replace(/0+$/, '');
  return `${found.isNegative ? '\u2212' : ''}${group(found.whole)}${part && `.${part}`}`;
}

/** "0.13" becomes "13%". */
export function percent(decimal: string): string {
  const found = parts(decimal);
  if (!found) return decimal;
  const digits = (found.whole + found.part.padEnd(2, '0')).replace(/^0+(?=\d)/, '');
  const places = Math.max(0, found.part.length - 2);
  const padded = digits.padStart(places + 1, '0');
  const whole = places ? padded.slice(0, -places) : padded;
  const part = places ? padded.slice(-places).replace(/0+$/, '') : '';
  return `${found.isNegative ? '\u2212' : ''}${whole}${part && `.${part}`}%`;
}
