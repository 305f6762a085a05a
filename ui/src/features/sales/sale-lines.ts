/** The lines of a sale being typed, and what they come to: each line rounded once, tax outside or inside. */
import type { RateRow, SaleLineRequest } from '../../api/wire';
import type { Option } from '../../parts/picker';
import { fractionOf } from '../../words/rates';
import { decimalOf, isZero, minus, roundUnits, sum, times, unitsOf } from '../../words/amount';

export interface LineDraft {
  key: number;
  item: Option | null;
  description: string;
  quantity: string;
  price: string;
  rate: Option | null;
  /** Whether an item of this name and price is made with the sale. */
  isNew: boolean;
}
export interface Sums {
  net: string;
  tax: string;
  gross: string;
}

let last = 0;
export const emptyLine = (rate: Option | null): LineDraft => ({
  key: (last += 1),
  item: null,
  description: '',
  quantity: '1',
  price: '',
  rate,
  isNew: false,
});

export const isBlank = (line: LineDraft): boolean => !line.item && !line.description.trim() && !line.price;

/** What one line comes to. A preview by the core follows at once; this is for the moment of typing. */
export function sumsOf(line: LineDraft, taxIncluded: boolean, rates: RateRow[]): Sums {
  const rate = fractionOf(line.rate?.id, rates);
  const amount = times(line.quantity || '0', line.price || '0');
  if (!taxIncluded) {
    const tax = times(amount, rate);
    return { net: amount, tax, gross: sum([amount, tax]) };
  }
  const gross = unitsOf(amount) ?? 0n;
  const divisor = 1_000_000n + (unitsOf(rate) ?? 0n);
  // Tax inside: gross × rate / (1 + rate), rounded once.
  const scaled = (gross * (unitsOf(rate) ?? 0n) * 10n) / divisor;
  const tax = decimalOf(roundUnits((scaled + (scaled < 0n ? -5n : 5n)) / 10n));
  return { net: minus(amount, tax), tax, gross: amount };
}

export function addSums(all: Sums[]): Sums {
  return {
    net: sum(all.map((one) => one.net)),
    tax: sum(all.map((one) => one.tax)),
    gross: sum(all.map((one) => one.gross)),
  };
}

/** The lines as the door takes them, without the blank ones. */
export const linesToSend = (lines: LineDraft[], taxIncluded: boolean): SaleLineRequest[] =>
  lines
    .filter((line) => !isBlank(line))
    .map((line) => ({
      item: line.item?.id ?? null,
      description: line.item?.text ?? line.description.trim(),
      quantity: line.quantity || '0',
      unit_price: line.price || '0',
      tax_included: taxIncluded,
      rate: line.rate?.id ?? '',
    }));

/** A sale can be tried out once it has a line with a price, a quantity and a rate. */
export const canPreview = (lines: LineDraft[]): boolean =>
  lines.some((line) => !isBlank(line)) &&
  lines.every((line) => isBlank(line) || (line.price !== '' && !isZero(line.quantity || '0') && line.rate !== null));
