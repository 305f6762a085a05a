/** What can go wrong at the door, as one type, and what a person can do about it, as one table. */
import type { Code, DoorError } from './wire';

/**
 * What helps: `mend` what was typed, try `again`, do it `elsewhere`, read the sentence, look at or change what stands at
 * a place of the window, or report a fault of ours.
 */
export type Remedy =
  | 'mend'
  | 'again'
  | 'elsewhere'
  | 'unlock'
  | 'read'
  | 'report'
  | 'periods'
  | 'close'
  | 'entries'
  | 'accounts'
  | 'assets'
  | 'opening'
  | 'customers'
  | 'items'
  | 'sales'
  | 'receipts'
  | 'tax'
  | 'backup'
  | 'exchange-rates';

/** Every code of the core has its remedy; the compiler misses none. */
export const REMEDIES: Record<Code, Remedy> = {
  // What was typed
  unknown_field: 'mend',
  amount_not_a_number: 'mend',
  amount_too_many_decimals: 'mend',
  amount_out_of_range: 'mend',
  not_a_date: 'mend',
  too_few_lines: 'mend',
  line_without_amount: 'mend',
  line_with_both_sides: 'mend',
  inactive_account: 'mend',
  party_missing: 'mend',
  not_cash: 'mend',
  own_currency: 'mend',
  exchange_rate_malformed: 'mend',
  exchange_rate_missing: 'exchange-rates',
  currency_not_kept: 'mend',
  currency_in_use: 'read',
  amounts_disagree: 'mend',
  revaluation_fixed: 'mend',
  unknown_rate: 'mend',
  unknown_cash_flow_item: 'mend',
  unknown_person: 'mend',
  name_missing: 'mend',
  name_taken: 'mend',
  code_taken: 'mend',
  code_malformed: 'mend',
  code_not_under_parent: 'mend',
  password_too_short: 'mend',
  wrong_password: 'mend',
  wrong_recovery: 'mend',
  no_sale_lines: 'mend',
  quantity_not_positive: 'mend',
  price_negative: 'mend',
  nothing_to_pay: 'mend',
  paid_too_much: 'mend',
  payment_not_positive: 'mend',
  customer_missing: 'mend',
  payment_account_not_cash: 'mend',
  nothing_received: 'mend',
  share_not_positive: 'mend',
  invoice_not_open: 'mend',
  share_too_large: 'mend',
  shares_more_than_received: 'mend',
  reversal_before_entry: 'mend',
  word_malformed: 'mend',
  standard_unknown: 'mend',
  currency_unknown: 'mend',
  exercise_not_done: 'mend',
  answer_wrong: 'mend',
  feedback_empty: 'mend',
  policy_period_used: 'mend',
  several_reviewers: 'mend',
  nothing_chosen: 'mend',
  cost_not_positive: 'mend',
  residual_too_large: 'mend',
  life_out_of_range: 'mend',
  life_over: 'mend',
  units_missing: 'mend',
  accumulated_too_large: 'mend',
  outside_life: 'mend',
  asset_disposed: 'read',
  not_by_units: 'read',
  refund_rate_missing: 'mend',
  tax_row_differs: 'mend',
  invoice_twice: 'mend',
  transfer_unbalanced: 'mend',
  share_malformed: 'mend',
  account_has_balance: 'read',
  account_has_children: 'read',
  account_in_rule: 'read',
  account_used: 'read',
  code_not_by_rule: 'mend',
  // What stands at another place
  date_out_of_range: 'periods',
  period_closed: 'periods',
  period_unknown: 'periods',
  next_period_missing: 'periods',
  earlier_period_open: 'periods',
  later_period_closed: 'periods',
  unposted_entries: 'entries',
  unassigned_cash: 'entries',
  close_held: 'close',
  tax_profile_missing: 'tax',
  area_locked: 'periods',
  period_not_closed: 'close',
  second_person_needed: 'periods',
  unknown_entry: 'entries',
  unknown_mapping: 'mend',
  unknown_template: 'entries',
  unknown_account: 'accounts',
  unknown_asset: 'assets',
  role_missing: 'accounts',
  unknown_party: 'customers',
  unknown_item: 'items',
  unknown_sale: 'sales',
  unknown_receipt: 'receipts',
  settled_by_receipts: 'receipts',
  unknown_place: 'backup',
  backup_differs: 'backup',
  // What stands among the opening balances
  opening_missing: 'opening',
  opening_exists: 'opening',
  // What the sentence says is all there is to say
  not_allowed: 'read',
  nothing_to_generate: 'read',
  generator_off: 'read',
  unknown_transfer: 'read',
  already_so: 'read',
  entry_posted: 'read',
  entry_submitted: 'read',
  entry_not_submitted: 'read',
  step_done: 'read',
  no_cash_to_sign: 'read',
  signature_missing: 'read',
  review_missing: 'read',
  own_entry: 'read',
  cashier_reviews: 'read',
  not_preparer: 'read',
  not_reviewer: 'read',
  draft_of_reversal: 'read',
  import_needs_review: 'read',
  unbalanced: 'read',
  already_reversed: 'read',
  is_reversal: 'read',
  prior_year: 'read',
  is_opening: 'read',
  made_by_paper: 'read',
  cell_malformed: 'read',
  unknown_word: 'read',
  import_faults: 'read',
  cancelled: 'read',
  newer_book: 'read',
  damaged: 'read',
  not_a_person: 'read',
  character_missing: 'read',
  opening_settled: 'read',
  has_amounts: 'read',
  sheet_gone: 'read',
  attachment_kind_unknown: 'read',
  attachment_malformed: 'read',
  attachment_too_large: 'read',
  attachment_twice: 'read',
  attachment_stays: 'read',
  nothing_to_print: 'read',
  // The book is not open
  no_book: 'unlock',
  locked: 'unlock',
  // The file or the system
  in_use: 'again',
  busy: 'again',
  input_output: 'again',
  not_saved: 'again',
  disk_full: 'elsewhere',
  not_found: 'elsewhere',
  already_exists: 'elsewhere',
  not_a_book: 'elsewhere',
  read_only: 'elsewhere',
  unfit_place: 'elsewhere',
  not_a_backup: 'elsewhere',
  backup_damaged: 'elsewhere',
  file_unreadable: 'elsewhere',
  // The window asked for what it must not ask for
  malformed: 'report',
  format_unknown: 'report',
  unknown_statement: 'report',
  unknown_row: 'report',
  unknown_operation: 'mend',
  no_such_columns: 'mend',
  no_mapping: 'mend',
  print_code_malformed: 'mend',
  no_print_code: 'mend',
  unknown_course: 'report',
  unknown_attachment: 'report',
  attachment_not_given: 'report',
  import_kind_unknown: 'report',
  bug: 'report',
};

const isCode = (code: string): code is Code => Object.hasOwn(REMEDIES, code);

/** A code that came before the door (no answer at all, a fault of the page) has none of the core's remedies. */
export function remedyOf(problem: { kind: string; code: string }): Remedy {
  if (problem.kind === 'bug') return 'report';
  if (isCode(problem.code)) return REMEDIES[problem.code];
  return problem.kind === 'trouble' ? 'again' : 'read';
}

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
    return remedyOf(this);
  }
}

const isDoorError = (value: unknown): value is DoorError =>
  typeof value === 'object' && value !== null && 'kind' in value && 'code' in value;

/** Errors before the door (a bad argument, a lost connection) come as text or as anything; they become bugs with a code. */
export function asRefusal(value: unknown): Refusal {
  if (value instanceof Refusal) return value;
  if (isDoorError(value)) return new Refusal(value);
  const text = value instanceof Error ? value.message : String(value);
  return new Refusal({ kind: 'bug', code: 'door_unreachable', details: { text } });
}

/** An exception or a promise nobody caught: a fault of the page, with the place in its code and nothing a person typed. */
export function asFault(value: unknown): Refusal {
  if (value instanceof Refusal) return value;
  if (isDoorError(value)) return new Refusal(value);
  const error = value instanceof Error ? value : new Error(String(value));
  const at = (error.stack ?? '').split('\n').find((line) => /:\d+:\d+/.test(line))?.trim() ?? '';
  return new Refusal({ kind: 'bug', code: 'page_fault', details: { what: `${error.name}: ${error.message}`, at: at.replace(/\w+:\/\/[^/]*\//, '') } });
}
