/** A transfer while it is edited: its lines as the form holds them, and what is sent of them. */
import type { Option } from '../../parts/picker';
import type { TransferContent, TransferLineRequest } from '../../api/wire';
import { periodLabel } from '../../words/dates';
import { say } from '../../words/words.svelte';

export const WHATS = ['amount', 'spread', 'balance', 'debit', 'credit', 'rest'] as const;
export type What = (typeof WHATS)[number];

export interface FormLine {
  account: Option | null;
  side: 'debit' | 'credit';
  what: What;
  amount: string;
  parts: string;
  of: Option | null;
  share: string;
  party: Option | null;
}

export const emptyLine = (side: 'debit' | 'credit', what: What): FormLine => ({ account: null, side, what, amount: '', parts: '', of: null, share: '', party: null });

export const isShare = (what: What): boolean => what === 'balance' || what === 'debit' || what === 'credit';

/** Only what a kind of amount asks for is sent. */
export function lineToSend(line: FormLine): TransferLineRequest {
  const hasAmount = line.what === 'amount' || line.what === 'spread';
  return {
    account: line.account?.id ?? '',
    side: line.side,
    what: line.what,
    ...(hasAmount && { amount: line.amount }),
    ...(line.what === 'spread' && { parts: Number.parseInt(line.parts, 10) || 0 }),
    ...(isShare(line.what) && { of: line.of?.id ?? '' }),
    ...(isShare(line.what) && line.share.trim() && { share: line.share.trim() }),
    ...(line.party && { party: line.party.id }),
  };
}

/** When a transfer falls due, as a reader reads it. */
export function dueText(content: TransferContent): string {
  const facts = { every: say(`transfer-every-${content.every}`), first: periodLabel(content.first) };
  return content.last ? say('transfer-due-until', { ...facts, last: periodLabel(content.last) }) : say('transfer-due', facts);
}
