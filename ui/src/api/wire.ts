/** The types of the door as the window uses them: what the core generates, read as JSON carries it. */
import type * as core from './generated';

/** What comes from the core: 64-bit counters are written as JSON numbers and read as such. */
export type FromCore<T> = T extends bigint
  ? number
  : T extends (infer One)[]
    ? FromCore<One>[]
    : T extends object
      ? { [Key in keyof T]: FromCore<T[Key]> }
      : T;

/** What goes to the core: a field that may be left out may also be null. */
export type ToCore<T> = T extends bigint
  ? number
  : T extends (infer One)[]
    ? ToCore<One>[]
    : T extends object
      ? { [Key in keyof T]: undefined extends T[Key] ? ToCore<T[Key]> | null : ToCore<T[Key]> }
      : T;

export type Role = 'owner' | 'bookkeeper' | 'cashier' | 'salesperson';
export type PartyKind = 'customer' | 'supplier' | 'employee' | 'other';
export type ItemKind = 'goods' | 'service';
export type VatKind = 'small-scale' | 'general';
export type StatementName = 'balance-sheet' | 'income-statement' | 'cash-flow' | 'trial-balance';

export interface DoorError {
  kind: 'rejected' | 'trouble' | 'bug';
  code: string;
  details: Record<string, string | number>;
}

/** An action may bring its own id, so that the same one sent twice happens once. */
export type Action = ToCore<core.Action> & { id?: string };
export type SaleLineRequest = ToCore<core.SaleLineRequest>;
export type ShareRequest = ToCore<core.ShareRequest>;
export type LineRequest = ToCore<core.LineRequest>;

export type Done = FromCore<core.Done>;
export type Company = FromCore<core.Company>;
export type PeriodRow = FromCore<core.PeriodRow>;
export type AccountRow = FromCore<core.AccountRow>;
export type PartyRow = FromCore<core.PartyRow>;
export type ItemRow = FromCore<core.ItemRow>;
export type RateRow = FromCore<core.RateRow>;
export type EntryListRow = FromCore<core.EntryListRow>;
export type EntryView = FromCore<core.EntryView>;
export type ReceiptRow = FromCore<core.ReceiptRow>;
export type OpenInvoiceRow = FromCore<core.OpenInvoiceRow>;
export type ColumnView = FromCore<core.ColumnView>;
export type StatementRowView = FromCore<core.StatementRowView>;
export type StatementView = FromCore<core.StatementView>;
export type PlanView = FromCore<core.PlanView>;

export interface PeriodRequest {
  period?: string;
  from?: string;
  to?: string;
  as_of?: string;
}

/** Where a list goes on: whatever the page before said. */
type Next = string | number;
type Asked<Name extends core.Question['ask']> = Omit<ToCore<Extract<core.Question, { ask: Name }>>, 'after'> & {
  ask: Name;
};
type Listed<Name extends core.Question['ask']> = Asked<Name> & { after?: Next | null };
type Listing = 'list_parties' | 'list_items' | 'list_entries' | 'list_sales' | 'list_receipts' | 'list_operations';
export type PagedQuestion = { [Name in Listing]: Partial<Listed<Name>> & { ask: Name } }[Listing];
export type Question =
  | PagedQuestion
  | { ask: 'company' | 'list_accounts' | 'list_cash_accounts' | 'list_persons' }
  | Asked<'list_rates'>
  | Asked<'get_entry'>
  | Asked<'get_sale'>
  | Asked<'list_open_invoices'>
  | ({ ask: 'get_statement'; name: StatementName } & PeriodRequest)
  | ({ ask: 'behind_figure'; name: StatementName; row: string; column: string; limit?: number } & PeriodRequest)
  | { ask: 'preview'; action: Action };

export interface Answers {
  company: Company;
  list_accounts: FromCore<core.AccountList>;
  list_cash_accounts: FromCore<core.CashAccountList>;
  list_parties: FromCore<core.PartyPage>;
  list_items: FromCore<core.ItemPage>;
  list_rates: FromCore<core.RateList>;
  list_entries: FromCore<core.EntryPage>;
  get_entry: EntryView;
  list_sales: FromCore<core.SalePage>;
  get_sale: FromCore<core.SaleView>;
  list_receipts: FromCore<core.ReceiptPage>;
  list_open_invoices: FromCore<core.OpenInvoiceList>;
  get_statement: StatementView;
  behind_figure: FromCore<core.Behind>;
  list_operations: FromCore<core.OperationPage>;
  list_persons: FromCore<core.PersonList>;
  preview: PlanView;
}

export type Place = FromCore<core.Place>;
export type BackupState = FromCore<core.BackupState>;
export type DeskState = FromCore<core.DeskState>;
export type SaveFormat = core.SaveFormat;
type SaveStatement = { desk: 'save_statement'; request: { name: StatementName } & PeriodRequest; format: SaveFormat; language: 'zh-CN' | 'en' | 'both' };
export type DeskRequest = ToCore<Exclude<core.DeskRequest, { desk: 'save_statement' }>> | SaveStatement;

export interface DeskAnswers {
  state: DeskState;
  choose_new_book: Place | null;
  choose_book: Place | null;
  choose_backup: Place | null;
  choose_folder: Place | null;
  create_book: { recovery_sheet: string };
  confirm_recovery: { matches: boolean };
  unlock_book: null;
  lock_book: null;
  restore_backup: { trial_balance_total: string; operations: number; company: string };
  change_password: null;
  save_statement: { label: string; folder: string } | null;
  backup_now: { file: string; verified_at: string };
  set_backup_places: null;
  set_language: null;
  save_draft: null;
  load_draft: { content: string | null };
  drop_draft: null;
}
