/** Which invoices a receipt settles: the oldest first, unless a person says otherwise; the rest is an advance. */
import type { OpenInvoiceRow, ShareRequest } from '../../api/wire';
import { compare, isZero, minus, smaller, sum } from '../../words/amount';

/** The oldest debts first, each as far as the money goes. */
export function oldestFirst(invoices: OpenInvoiceRow[], amount: string): Record<string, string> {
  const shares: Record<string, string> = {};
  let left = amount || '0';
  const order = [...invoices].sort((one, other) => (one.due ?? one.date).localeCompare(other.due ?? other.date) || one.number.localeCompare(other.number));
  for (const invoice of order) {
    if (compare(left, '0') <= 0) break;
    const share = smaller(left, invoice.open);
    shares[invoice.uid] = share;
    left = minus(left, share);
  }
  return shares;
}

export const allocated = (shares: Record<string, string>): string => sum(Object.values(shares).map((share) => share || '0'));

export const settleToSend = (shares: Record<string, string>): ShareRequest[] =>
  Object.entries(shares)
    .filter(([, share]) => share !== '' && !isZero(share))
    .map(([sale, amount]) => ({ sale, amount }));
