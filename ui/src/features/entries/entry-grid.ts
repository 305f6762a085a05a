/** The lines of an entry being typed: sums, the missing amount, what a line still lacks, what is sent. */
import type { AccountRow, EntryView, LineRequest, TemplateLine, TemplateView } from '../../api/wire';
import type { Option } from '../../parts/picker';
import { isNegative, isZero, minus, negate, sum } from '../../words/amount';

export interface GridLine {
  key: number;
  memo: string;
  account: Option | null;
  party: Option | null;
  item: Option | null;
  quantity: string;
  /** The currency of the line where it is not the book's, the amount in it and the rate. */
  currency: string;
  foreignAmount: string;
  rate: string;
  /** What a person said; the core proposes the rest. */
  cashFlow: Option | null;
  debit: string;
  credit: string;
  /** Where a template wants the amount that it does not say. */
  side: 'debit' | 'credit' | null;
}

export type Cell = 'memo' | 'account' | 'party' | 'item' | 'quantity' | 'currency' | 'foreign-amount' | 'rate' | 'cash-flow' | 'debit' | 'credit';
export type Kept = Omit<GridLine, 'key'>;
/** What the account of a line asks of it. */
export type Asks = Pick<AccountRow, 'needs_party' | 'party_kinds' | 'keeps_quantity' | 'is_cash' | 'class' | 'currency'>;

/** As many lines as the printed form has. */
export const FIRST_LINES = 10;

let last = 0;
const blank = (): Kept => ({ memo: '', account: null, party: null, item: null, quantity: '', currency: '', foreignAmount: '', rate: '', cashFlow: null, debit: '', credit: '', side: null });
export const lineOf = (kept: Partial<Kept> = {}): GridLine => ({ ...blank(), ...kept, key: (last += 1) });
export const emptyLine = (): GridLine => lineOf();
export const emptyLines = (): GridLine[] => Array.from({ length: FIRST_LINES }, emptyLine);

/** Fills the lines that are there, so that the rows on the screen stay and only what they say changes. */
export function fill(lines: GridLine[], kept: Partial<Kept>[]): void {
  const wanted = Math.max(FIRST_LINES, kept.length + 1);
  while (lines.length < wanted) lines.push(emptyLine());
  lines.splice(wanted);
  lines.forEach((line, at) => Object.assign(line, blank(), kept[at], { key: line.key }));
}

/** What was typed, without the blank lines below it. */
export function typedOf(lines: GridLine[]): Kept[] {
  const used = lines.findLastIndex((line) => !isUntouched([line])) + 1;
  return lines.slice(0, used).map(({ key: _, ...line }) => line);
}

export const isBlank = (line: Kept): boolean => !line.account && !line.debit && !line.credit && !line.party && !line.item;
export const isUntouched = (lines: Kept[]): boolean => lines.every((line) => isBlank(line) && !line.memo);

export const totals = (lines: Kept[]) => ({
  debit: sum(lines.map((line) => line.debit || '0')),
  credit: sum(lines.map((line) => line.credit || '0')),
});

/** What this line needs for the entry to balance, on the side where it is positive. */
export function balancing(lines: Kept[], at: number): Pick<GridLine, 'debit' | 'credit'> {
  const others = totals(lines.filter((_, index) => index !== at));
  const missing = minus(others.debit, others.credit);
  if (isZero(missing)) return { debit: '', credit: '' };
  return isNegative(missing) ? { debit: negate(missing), credit: '' } : { debit: '', credit: missing };
}

/** The memo of the nearest line above that has one. */
export const memoAbove = (lines: Kept[], at: number): string => lines.slice(0, at).findLast((line) => line.memo)?.memo ?? '';

export const showsParty = (line: Kept, asks: Asks | undefined): boolean => Boolean(line.party) || (asks ? asks.needs_party || asks.party_kinds.length > 0 : false);
export const showsItem = (line: Kept, asks: Asks | undefined): boolean => Boolean(line.item) || (asks?.keeps_quantity ?? false);

/** An account of one currency always says it; others where the company has rates of any. */
export const showsCurrency = (line: Kept, asks: Asks | undefined, hasRates: boolean): boolean =>
  Boolean(line.currency) || (asks?.currency === 'all' ? hasRates : asks !== undefined && asks.currency !== 'none');
/** The side an amount goes to that was worked out: where there is one, where a template wants it, else the account's. */
export const sideOf = (line: Kept, normal: string): 'debit' | 'credit' => {
  if (line.debit || line.credit) return line.credit ? 'credit' : 'debit';
  return line.side ?? (normal === 'credit' ? 'credit' : 'debit');
};

/** What an account keeps per party wants the party at once; who was sold to may be left out. */
const wantsParty = (asks: Asks | undefined): boolean => (asks ? asks.needs_party || (asks.party_kinds.length > 0 && asks.class !== 'profit-loss' && asks.class !== 'cost') : false);

/** The cells Enter stops at in a line, in their order: those that need something. */
export function stops(line: Kept, asks: Asks | undefined): Cell[] {
  const cells: Cell[] = ['memo', 'account'];
  if (wantsParty(asks)) cells.push('party');
  if (asks?.keeps_quantity) cells.push('item', 'quantity');
  if (line.currency || (asks && asks.currency.length === 3 && asks.currency !== 'all')) cells.push('foreign-amount', 'rate');
  if (line.side !== 'credit' || line.debit) cells.push('debit');
  if (!line.debit && line.side !== 'debit') cells.push('credit');
  return cells;
}

/** Where Enter goes from a cell; nothing when it leaves the last line, which then gets a line below. */
export function walk(lines: Kept[], asksOf: (line: Kept) => Asks | undefined, from: { row: number; cell: Cell }, step: 1 | -1): { row: number; cell: Cell } | null {
  const line = lines[from.row];
  if (!line) return null;
  const here = stops(line, asksOf(line));
  // From a cell Enter would not have stopped at, it goes on to the next that it would.
  const order: Cell[] = ['memo', 'account', 'party', 'item', 'quantity', 'currency', 'foreign-amount', 'rate', 'cash-flow', 'debit', 'credit'];
  const rank = order.indexOf(from.cell);
  const next = step === 1 ? here.find((cell) => order.indexOf(cell) > rank) : here.findLast((cell) => order.indexOf(cell) < rank);
  if (next) return { row: from.row, cell: next };
  const other = lines[from.row + step];
  if (!other) return null;
  const there = stops(other, asksOf(other));
  return { row: from.row + step, cell: (step === 1 ? there[0] : there.at(-1)) ?? 'memo' };
}

/** The cells of a line that was left without what its account needs. */
export function lacks(line: Kept, asks: Asks | undefined): Cell[] {
  if (isBlank(line)) return [];
  const cells: Cell[] = [];
  if (!line.account) cells.push('account');
  if (asks?.needs_party && !line.party) cells.push('party');
  if (!line.debit && !line.credit) cells.push('debit', 'credit');
  return cells;
}

/** The lines as the door takes them: without the blank ones, a memo left out taken from the line above. */
export function linesToSend(lines: Kept[]): LineRequest[] {
  let memo = '';
  return lines
    .filter((line) => !isBlank(line))
    .map((line) => {
      memo = line.memo.trim() || memo;
      return {
        memo,
        account: line.account?.id ?? '',
        party: line.party?.id ?? null,
        item: line.item?.id ?? null,
        quantity: line.quantity || null,
        debit: line.debit || null,
        credit: line.credit || null,
        cash_flow_item: line.cashFlow?.id ?? null,
        ...(line.currency ? { currency: line.currency, foreign_amount: line.foreignAmount || null, rate: line.rate || null } : {}),
      };
    });
}

/** The row on the screen of the n-th line that was sent, counted from 1 as the core counts. */
export const rowOfSent = (lines: Kept[], sent: number): number =>
  lines.findIndex((line, at) => !isBlank(line) && lines.slice(0, at + 1).filter((one) => !isBlank(one)).length === sent);

/** The cell that a refusal means by the name of a field. */
export const cellOfField = (field: string | null): Cell =>
  (({ account: 'account', party: 'party', item: 'item', quantity: 'quantity', credit: 'credit', cash_flow_item: 'cash-flow', currency: 'currency', foreign_amount: 'foreign-amount', rate: 'rate', memo: 'memo' }) as Record<string, Cell>)[field ?? ''] ?? 'debit';

const named = (one: { uid: string; name: string } | null): Option | null => (one ? { id: one.uid, text: one.name } : null);
/** The name follows when the accounts are there; the code is enough to begin with. */
const accountOption = (code: string): Option => ({ id: code, code, text: '' });

/** The lines of an entry to write another like it, or to go on with a draft: only what somebody typed is kept. */
export function linesOf(entry: EntryView): Kept[] {
  return entry.lines.map((line, at) => {
    const typed = entry.typed?.lines[at];
    const item = typed?.cash_flow_item;
    return {
      memo: line.memo ?? (at === 0 ? entry.memo : ''),
      account: accountOption(line.account),
      party: named(line.party),
      item: named(line.item),
      quantity: line.quantity ?? '',
      currency: line.currency ?? '',
      foreignAmount: line.foreign_amount ?? '',
      rate: line.rate ?? '',
      cashFlow: item ? { id: item, code: item, text: '' } : null,
      debit: line.debit,
      credit: line.credit,
      side: null,
    };
  });
}

/** A template as lines; the side without an amount waits for one. */
export const linesOfTemplate = (template: TemplateView): Kept[] =>
  template.lines.map((line) => ({
    ...blank(),
    memo: line.memo ?? '',
    account: accountOption(line.account),
    party: named(line.party),
    item: named(line.item),
    debit: line.side === 'debit' ? (line.amount ?? '') : '',
    credit: line.side === 'credit' ? (line.amount ?? '') : '',
    side: line.amount ? null : line.side === 'credit' ? 'credit' : 'debit',
  }));

/** The lines as a template keeps them. */
export const templateOf = (lines: Kept[], keepsAmounts: boolean): TemplateLine[] =>
  lines
    .filter((line) => line.account)
    .map((line) => ({
      memo: line.memo.trim() || null,
      account: line.account?.id ?? '',
      party: line.party?.id ?? null,
      item: line.item?.id ?? null,
      side: line.credit || (line.side === 'credit' && !line.debit) ? 'credit' : 'debit',
      amount: keepsAmounts ? line.debit || line.credit || null : null,
    }));
