/** What a person has typed about a new company: kept on this computer until the book is made, the password never. */
import type { VatKind } from '../../api/wire';

export type Industry = 'trade' | 'retail' | 'workshop' | 'services' | 'other';
export type OpeningPlan = 'none' | 'later' | 'now';
export const INDUSTRIES: Industry[] = ['trade', 'retail', 'workshop', 'services', 'other'];
export const VAT_KINDS: VatKind[] = ['small-scale', 'general'];
export const OPENING_PLANS: OpeningPlan[] = ['none', 'later', 'now'];

export interface NewCompany {
  step: number;
  company: string;
  person: string;
  industry: Industry;
  vat: VatKind;
  standard: string;
  currency: string;
  month: string;
  opening: OpeningPlan;
}

/** The currency a book of a standard is kept in when nobody says another, as the command line takes it. */
export const usualCurrency = (standard: string): string => ({ ifrs: 'EUR', 'us-gaap': 'USD' })[standard] ?? 'CNY';

const KEPT = 'kontor.new-company';

const blank = (): NewCompany => ({
  step: 0,
  company: '',
  person: '',
  industry: 'trade',
  vat: 'small-scale',
  standard: 'cn-small',
  currency: 'CNY',
  month: `${new Date().getFullYear()}-01`,
  opening: 'none',
});

function kept(): NewCompany {
  try {
    const text = localStorage.getItem(KEPT);
    return text ? { ...blank(), ...(JSON.parse(text) as Partial<NewCompany>) } : blank();
  } catch {
    return blank();
  }
}

/** Keeps what is typed from now on; call it while a component is set up. */
export function useNewCompany() {
  const typed = $state(kept());
  let isOver = false;
  $effect(() => {
    const text = JSON.stringify(typed);
    if (!isOver) localStorage.setItem(KEPT, text);
  });
  return {
    typed,
    /** The book is made: nothing of it stays beside the book. */
    forget(): void {
      isOver = true;
      localStorage.removeItem(KEPT);
    },
  };
}
