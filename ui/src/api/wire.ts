/** The types of the door as the window uses them: what the core generates, read as JSON carries it. */
import type * as core from './generated';

/** What goes to the core: a field that may be left out may also be null. */
export type ToCore<T> = T extends (infer One)[]
  ? ToCore<One>[]
  : T extends object
    ? { [Key in keyof T]: undefined extends T[Key] ? ToCore<T[Key]> | null : ToCore<T[Key]> }
    : T;

export type Role = 'owner' | 'bookkeeper' | 'cashier' | 'salesperson';
export type PartyKind = 'customer' | 'supplier' | 'employee' | 'other';
export type ItemKind = 'goods' | 'service';
export type VatKind = 'small-scale' | 'general';
export type StatementName = 'balance-sheet' | 'income-statement' | 'income-statement-by-nature' | 'cash-flow' | 'cash-flow-indirect' | 'changes-in-equity' | 'trial-balance';

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
export type TemplateLine = ToCore<core.TemplateLine>;

export type Done = core.Done;
export type Company = core.Company;
export type PeriodRow = core.PeriodRow;
export type AccountRow = core.AccountRow;
export type PartyRow = core.PartyRow;
export type ItemRow = core.ItemRow;
export type AssetListRow = core.AssetListRow;
export type AssetView = core.AssetView;
export type RateRow = core.RateRow;
export type RateList = core.RateList;
export type EntryListRow = core.EntryListRow;
export type EntryView = core.EntryView;
export type TemplateView = core.TemplateView;
export type ReceiptRow = core.ReceiptRow;
export type Opening = core.Opening;
export type ImportView = core.ImportView;
export type ImportColumn = core.ImportColumn;
export type ImportOutcome = core.ImportOutcome;
export type ImportMapping = core.ImportMapping;
export type ImportMappingRow = core.ImportMappingRow;
export type OpeningLine = ToCore<core.OpeningLine>;
export type OpenInvoiceRow = core.OpenInvoiceRow;
export type ColumnView = core.ColumnView;
export type StatementRowView = core.StatementRowView;
export type StatementView = core.StatementView;
export type OpenActivityView = core.OpenActivityView;
export type PlanView = core.PlanView;
export type FeedbackRow = core.FeedbackRow;
export type UseRow = core.UseRow;
export type CourseRow = core.CourseRow;
export type Findings = core.Findings;
export type PaperHit = core.PaperHit;
export type EntryHit = core.EntryHit;
export type GeneratedPreview = core.GeneratedPreview;
export type GeneratedEntryView = core.GeneratedEntryView;
export type TransferView = core.TransferView;
export type TransferContent = core.TransferContent;
export type TransferLineRequest = core.TransferLineRequest;
export type CloseView = core.CloseView;
export type CloseRow = core.CloseRow;
export type CloseLead = core.CloseLead;
export type ComparedRow = core.ComparedRow;
export type KeptSetView = core.KeptSetView;
export type LedgerCells = core.LedgerCells;
export type LedgerPlace = core.LedgerPlace;
export type LedgerName = 'account-ledger' | 'general-ledger' | 'journal' | 'entry-list' | 'party-balances' | 'party-ledger' | 'aging' | 'assets' | 'depreciation' | 'tax-rows' | 'gaps';
/** A return as a book, for paper and files. */
export type ReturnName = `tax-${string}`;
export type TaxReturn = core.TaxReturn;
export type TaxReturnRow = core.TaxReturnRow;
export type GetLedgerRequest = Omit<ToCore<core.GetLedger>, 'name' | 'after' | 'limit'> & { name: LedgerName | ReturnName };
export type Today = core.Today;
export type SettlementDifference = core.SettlementDifference;
export type CashForecast = core.CashForecast;
export type AttachmentView = core.AttachmentView;
export type RecordEntry = ToCore<core.RecordEntry>;
export type PrintVouchers = core.PrintVouchers;
export type ColumnSet = core.ColumnSet;
export type PrintCheck = core.PrintCheck;
export type PaperLanguage = 'zh-CN' | 'en' | 'both';

export interface PeriodRequest {
  period?: string;
  from?: string;
  to?: string;
  as_of?: string;
  include_unposted?: boolean;
  columns?: ColumnSet;
  known_at?: number;
  under?: string;
}

/** Where a list goes on: whatever the page before said. */
export type Next = string | number | number[];
type Asked<Name extends core.Question['ask']> = Omit<ToCore<Extract<core.Question, { ask: Name }>>, 'after'> & {
  ask: Name;
};
type Listed<Name extends core.Question['ask']> = Asked<Name> & { after?: Next | null };
type Listing = 'list_parties' | 'list_items' | 'list_entries' | 'list_sales' | 'list_receipts' | 'list_receivables' | 'list_operations' | 'get_account_ledger' | 'get_ledger' | 'list_feedback' | 'list_exchange_rates';
export type PagedQuestion = { [Name in Listing]: Partial<Listed<Name>> & { ask: Name } }[Listing];
export type Question =
  | PagedQuestion
  | { ask: 'company' | 'list_accounts' | 'list_cash_accounts' | 'list_cash_flow_items' | 'list_persons' | 'list_templates' | 'list_import_mappings' | 'get_opening' | 'list_awaiting' | 'list_transfers' }
  | { ask: 'get_today' | 'forecast_cash' | 'get_sales_by_month' | 'get_receivable_ages' | 'get_profit_bridge' }
  | { ask: 'list_courses' | 'list_progress' }
  | Asked<'list_rates'>
  | Asked<'find_exchange'>
  | Asked<'get_settlement_difference'>
  | Asked<'get_tax_return'>
  | { ask: 'list_tax_dues' }
  | Asked<'get_close'>
  | Asked<'preview_generated'>
  | Asked<'compare_close'>
  | Asked<'list_assets'>
  | Asked<'get_asset'>
  | Asked<'list_kept'>
  | Asked<'get_entry'>
  | Asked<'get_account_story'>
  | Asked<'get_entry_habits'>
  | Asked<'get_party'>
  | Asked<'get_sale'>
  | Asked<'get_course'>
  | Asked<'list_attachments'>
  | Asked<'list_open_invoices'>
  | Asked<'search'>
  | Asked<'list_initials'>
  | ({ ask: 'get_statement'; name: StatementName } & PeriodRequest)
  | { ask: 'check_print'; code?: string; content?: string }
  | ({ ask: 'behind_figure'; name: StatementName; row: string; column: string; limit?: number } & PeriodRequest)
  | { ask: 'preview'; action: Action };

export interface Answers {
  company: Company;
  list_accounts: core.AccountList;
  list_cash_accounts: core.CashAccountList;
  list_cash_flow_items: core.CashFlowItemList;
  get_opening: core.Opening;
  list_parties: core.PartyPage;
  get_party: PartyRow;
  list_items: core.ItemPage;
  list_rates: core.RateList;
  list_exchange_rates: core.ExchangeRatePage;
  find_exchange: core.Exchange;
  get_settlement_difference: core.SettlementDifference;
  list_assets: core.AssetList;
  get_asset: core.AssetView;
  get_tax_return: core.TaxReturn;
  list_tax_dues: core.TaxDueList;
  list_entries: core.EntryPage;
  list_awaiting: core.AwaitingList;
  get_entry: EntryView;
  get_account_story: core.AccountStory;
  get_entry_habits: core.EntryHabits;
  list_templates: core.TemplateList;
  list_import_mappings: core.ImportMappingList;
  list_attachments: core.AttachmentList;
  list_sales: core.SalePage;
  get_sale: core.SaleView;
  list_receipts: core.ReceiptPage;
  list_open_invoices: core.OpenInvoiceList;
  get_statement: StatementView;
  behind_figure: core.Behind;
  check_print: core.PrintCheck;
  get_today: core.Today;
  forecast_cash: core.CashForecast;
  get_sales_by_month: core.SalesByMonth;
  get_receivable_ages: core.ReceivableAges;
  get_profit_bridge: core.ProfitBridge;
  list_receivables: core.ReceivablePage;
  list_operations: core.OperationPage;
  get_account_ledger: core.AccountLedger;
  get_ledger: core.LedgerView;
  get_close: core.CloseView;
  preview_generated: core.GeneratedPreview;
  list_transfers: core.TransferList;
  compare_close: core.ComparedStatements;
  list_kept: core.KeptSets;
  search: core.Findings;
  list_initials: core.InitialsList;
  list_persons: core.PersonList;
  list_feedback: core.FeedbackPage;
  list_courses: core.CourseList;
  get_course: core.CourseView;
  list_progress: core.CourseProgress;
  preview: PlanView;
}

export type Code = core.Code;
export type WorkView = core.WorkView;
export type VerificationView = core.VerificationView;
export type Place = core.Place;
export type BackupState = core.BackupState;
export type DeskState = core.DeskState;
export type SaveFormat = core.SaveFormat;
type SaveStatement = { desk: 'save_statement'; request: { name: StatementName | 'today' } & PeriodRequest; format: SaveFormat; language: PaperLanguage };
type PreviewStatement = Omit<SaveStatement, 'desk' | 'format'> & { desk: 'preview_statement' };
export type DeskRequest =
  | ToCore<Exclude<core.DeskRequest, { desk: 'save_statement' | 'preview_statement' }>>
  | SaveStatement
  | PreviewStatement;

/** Where a file was written. */
export interface Saved {
  label: string;
  folder: string;
}
export type SampleKind = core.SampleKind;

export interface DeskAnswers {
  state: DeskState;
  choose_new_book: Place | null;
  choose_book: Place | null;
  choose_backup: Place | null;
  choose_folder: Place | null;
  choose_import: Place | null;
  drop_import: Place;
  read_import: core.ImportView;
  run_import: core.ImportOutcome;
  create_book: { recovery_sheet: string };
  save_recovery_sheet: { label: string; folder: string } | null;
  try_sample: null;
  open_sample: null;
  confirm_recovery: { matches: boolean };
  unlock_book: null;
  recover_book: null;
  lock_book: null;
  restore_backup: { trial_balance_total: string; operations: number; company: string };
  change_password: null;
  save_statement: Saved | null;
  save_vouchers: Saved | null;
  save_ledger: Saved | null;
  save_export: Saved | null;
  save_set: (Saved & { files: number }) | null;
  save_kept: Saved | null;
  save_attachment: Saved | null;
  preview_statement: { content: string };
  preview_vouchers: { content: string };
  preview_ledger: { content: string };
  attach_file: Done;
  choose_attachment: Done | null;
  load_attachment: { name: string; media_type: string; content: string };
  save_text: Saved | null;
  progress: core.WorkList;
  stop_work: null;
  verify_book: core.VerificationView;
  backup_now: { file: string; verified_at: string };
  set_backup_places: null;
  set_language: null;
  diagnose: { text: string };
  count_use: null;
  list_use: core.UseList;
  forget_use: null;
  save_draft: null;
  load_draft: { content: string | null };
  drop_draft: null;
}
