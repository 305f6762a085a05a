/** What can go wrong at the door, as one type, and what a person can do about it. */
import type { DoorError } from './wire';

export type Remedy = 'retry' | 'mend' | 'reopen' | 'unlock' | 'report' | 'read';

/** A refusal of the door: facts only; the words layer makes the sentence. */
export class Refusal extends Error {
  readonly kind: DoorError['kind'];
  readonly code: string;
  readonly details: Record<string, string | number>;

  constructor(error: DoorError) {
    super(error.code);
    this.kind = error.kind;
    this.code = error.code;
    this.details = error.details ?? {};
  }

  /** The field to put the caret in, when the core names one. */
  get field(): string | null {
    return typeof this.details.field === 'string' ? this.details.field : null;
  }

  get remedy(): Remedy {
    if (this.kind === 'bug') return 'report';
    const known = REMEDIES[this.code];
    if (known) return known;
    if (this.field) return 'mend';
    return this.kind === 'trouble' ? 'retry' : 'read';
  }
}

const REMEDIES: Record<string, Remedy> = {
  locked: 'unlock',
  not_open: 'unlock',
  book_locked: 'unlock',
  wrong_password: 'mend',
  period_closed: 'reopen',
  book_in_use: 'retry',
  disk_full: 'retry',
};

const isDoorError = (value: unknown): value is DoorError =>
  typeof value === 'object' && value !== null && 'kind' in value && 'code' in value;

/** Errors before the door (a bad argument, a lost connection) come as text or as anything; they become bugs with a code. */
export function asRefusal(value: unknown): Refusal {
  if (value instanceof Refusal) return value;
  if (isDoorError(value)) return new Refusal(value);
  const text = value instanceof Error ? value.message : String(value);
  return new Refusal({ kind: 'bug', code: 'door_unreachable', details: { text } });
}
