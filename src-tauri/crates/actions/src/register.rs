//! The register: every action and every question of the program, read like a page of regulations.
//!
//! From this table come the dispatch, the permission matrix, the types of the window, the command line's help and the
//! list in the manual. An action without a row does not exist.

use kontor_ledger::permission::Role;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::context::Context;
use crate::errors::Refusal;
use crate::plan::Plan;
use crate::{
    accounts, assets, attachments, close, company, courses, currency_policies, entries,
    entry_policies, exchange_differences, exchange_rates, feedback, generated, import_mappings,
    items, kept, ledgers, locks, log, opening, parties, people, periods, proofs, receipts,
    receivables, sales, search, statements, tax, today, transfers,
};

/// What the register says of an action or a question.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name through all layers.
    pub name: &'static str,
    /// Who may.
    pub roles: &'static [Role],
    /// Whether it changes the book.
    pub writes: bool,
    /// The action that takes it back, where there is one.
    pub undone_by: Option<&'static str>,
}

impl Row {
    /// Whether a role may.
    #[must_use]
    pub fn allows(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

const ALL: &[Role] = &[Role::Owner, Role::Bookkeeper, Role::Cashier, Role::Salesperson];
const BOOKS: &[Role] = &[Role::Owner, Role::Bookkeeper];
const MONEY: &[Role] = &[Role::Owner, Role::Bookkeeper, Role::Cashier];
/// The cashier's own: an owner may stand in, a bookkeeper may not (会计基础工作规范 art. 12).
const CASH: &[Role] = &[Role::Owner, Role::Cashier];
const SALES: &[Role] = &[Role::Owner, Role::Bookkeeper, Role::Salesperson];
const OWNER: &[Role] = &[Role::Owner];

macro_rules! register {
    (actions { $($action:ident $name:ident $roles:ident [$($undo:ident)?] = $plan:path : $request:ty;)+ }
     questions { $($question:ident $asks:ident $who:ident = $answer:path : $asked:ty => $answered:ty;)+ }) => {
        /// Something that changes the book.
        #[derive(Clone, Debug, Serialize, Deserialize, TS)]
        #[serde(tag = "do", rename_all = "snake_case")]
        #[ts(export)]
        #[allow(missing_docs)] // each is explained where its request is defined
        pub enum Action { $($action($request),)+ }

        /// Something that reads the book.
        #[derive(Clone, Debug, Serialize, Deserialize, TS)]
        #[serde(tag = "ask", rename_all = "snake_case")]
        #[ts(export)]
        #[allow(missing_docs)] // each is explained where its request is defined
        pub enum Question { $($question($asked),)+ }

        /// Every action.
        pub const ACTIONS: &[Row] = &[$(Row {
            name: stringify!($name), roles: $roles, writes: true,
            undone_by: register!(@undo $($undo)?),
        },)+];

        /// Every question.
        pub const QUESTIONS: &[Row] = &[$(Row {
            name: stringify!($asks), roles: $who, writes: false, undone_by: None,
        },)+];

        impl Action {
            /// Its row.
            #[must_use]
            pub fn row(&self) -> Row {
                match self { $(Self::$action(_) => Row {
                    name: stringify!($name), roles: $roles, writes: true,
                    undone_by: register!(@undo $($undo)?),
                },)+ }
            }

            /// What performing it would do. Preview shows the plan, performing applies it.
            pub(crate) fn plan(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
                let plan = match self { $(Self::$action(request) => $plan(context, request),)+ }?;
                locks::check(context, self, &plan)?;
                Ok(plan)
            }
        }

        impl Question {
            /// Its row.
            #[must_use]
            pub fn row(&self) -> Row {
                match self { $(Self::$question(_) => Row {
                    name: stringify!($asks), roles: $who, writes: false, undone_by: None,
                },)+ }
            }

            /// The answer.
            pub(crate) fn answer(&self, context: &Context<'_>) -> Result<Value, Refusal> {
                match self { $(Self::$question(request) => {
                    let answer: $answered = $answer(context, request)?;
                    serde_json::to_value(answer).map_err(Refusal::bug)
                })+ }
            }
        }

        /// For each question the name of its answer's type, for the window.
        #[cfg(test)]
        pub(crate) fn answer_types() -> Vec<(&'static str, String)> {
            let config = ts_rs::Config::default();
            vec![$((stringify!($asks), <$answered as TS>::name(&config)),)+]
        }
    };
    (@undo) => { None };
    (@undo $undo:ident) => { Some(stringify!($undo)) };
}

register! {
    actions {
        RecordSale        record_sale        ALL   [reverse_sale]    = sales::plan_sale : sales::RecordSale;
        ReverseSale       reverse_sale       BOOKS []                = sales::plan_reversal : sales::ReverseSale;
        ReceiveMoney      receive_money      MONEY [reverse_receipt] = receipts::plan_receipt : receipts::ReceiveMoney;
        ReverseReceipt    reverse_receipt    BOOKS []                = receipts::plan_reversal : receipts::ReverseReceipt;
        RecordEntry       record_entry       BOOKS [reverse_entry]   = entries::plan_record : entries::RecordEntry;
        PostEntry         post_entry         BOOKS [reverse_entry]   = entries::plan_post : entries::PostEntry;
        PostEntries       post_entries       BOOKS [reverse_entries] = entries::plan_post_all : entries::PostEntries;
        ChangeEntry       change_entry       BOOKS []                = entries::plan_change : entries::ChangeEntry;
        DiscardEntry      discard_entry      BOOKS []                = entries::plan_discard : entries::DiscardEntry;
        SubmitEntries     submit_entries     BOOKS [withdraw_entries] = entries::plan_submit : entries::SubmitEntries;
        SignEntries       sign_entries       CASH  [return_entries]  = entries::plan_sign : entries::SignEntries;
        ReviewEntries     review_entries     BOOKS [return_entries]  = entries::plan_review : entries::ReviewEntries;
        WithdrawEntries   withdraw_entries   BOOKS []                = entries::plan_withdraw : entries::WithdrawEntries;
        ReturnEntries     return_entries     MONEY []                = entries::plan_return : entries::ReturnEntries;
        SetEntryPolicy    set_entry_policy   OWNER []                = entry_policies::plan_set : entry_policies::SetEntryPolicy;
        SetExchangeRates  set_exchange_rates BOOKS []                = exchange_rates::plan_set : exchange_rates::SetExchangeRates;
        SetCurrencyPolicy set_currency_policy BOOKS []               = currency_policies::plan_set : currency_policies::SetCurrencyPolicy;
        SetTaxProfile     set_tax_profile    OWNER []                = tax::plan_set_profile : tax::SetTaxProfile;
        RecordTaxRows     record_tax_rows    BOOKS []                = tax::plan_record : tax::RecordTaxRows;
        GenerateEntries   generate_entries   BOOKS []                = generated::plan_generate : generated::GenerateEntries;
        SetGenerationPolicy set_generation_policy OWNER []           = generated::plan_set : generated::SetGenerationPolicy;
        ReverseEntry      reverse_entry      BOOKS []                = entries::plan_reversal : entries::ReverseEntry;
        ReverseEntries    reverse_entries    BOOKS []                = entries::plan_reversals : entries::ReverseEntries;
        SaveTemplate      save_template      BOOKS [remove_template] = entries::plan_save_template : entries::SaveTemplate;
        RemoveTemplate    remove_template    BOOKS []                = entries::plan_remove_template : entries::RemoveTemplate;
        SaveTransfer      save_transfer      BOOKS [remove_transfer] = transfers::plan_save : transfers::SaveTransfer;
        RemoveTransfer    remove_transfer    BOOKS []                = transfers::plan_remove : transfers::RemoveTransfer;
        SetCashFlowItem   set_cash_flow_item BOOKS []                = entries::plan_retag : entries::SetCashFlowItem;
        SetOpening        set_opening        BOOKS []                = opening::plan_set : opening::SetOpening;
        SaveImportMapping save_import_mapping BOOKS [remove_import_mapping] = import_mappings::plan_save : import_mappings::SaveImportMapping;
        RemoveImportMapping remove_import_mapping BOOKS []         = import_mappings::plan_remove : import_mappings::RemoveImportMapping;
        AttachFile        attach_file        BOOKS []                = attachments::plan_attach : attachments::AttachFile;
        DetachFile        detach_file        BOOKS []                = attachments::plan_detach : attachments::DetachFile;
        AddParty          add_party          ALL   []                = parties::plan_add : parties::AddParty;
        AddItem           add_item           ALL   []                = items::plan_add : items::AddItem;
        AddAccount        add_account        BOOKS [remove_account]  = accounts::plan_add : accounts::AddAccount;
        ChangeAccount     change_account     BOOKS []                = accounts::plan_change : accounts::ChangeAccount;
        RemoveAccount     remove_account     BOOKS []                = accounts::plan_remove : accounts::RemoveAccount;
        AddPerson         add_person         OWNER []                = people::plan_add : people::AddPerson;
        SetCompany        set_company        OWNER []                = company::plan_set : company::SetCompany;
        AddYear           add_year           BOOKS []                = periods::plan_year : periods::AddYear;
        ClosePeriod       close_period       BOOKS [reopen_period]   = periods::plan_close : periods::ClosePeriod;
        ReopenPeriod      reopen_period      OWNER []                = periods::plan_reopen : periods::ReopenPeriod;
        AddAsset          add_asset          BOOKS [take_back_asset_event] = assets::plan_add : assets::AddAsset;
        ChangeAsset       change_asset       BOOKS [take_back_asset_event] = assets::plan_change : assets::ChangeAsset;
        RecordAssetUnits  record_asset_units BOOKS [take_back_asset_event] = assets::plan_units : assets::RecordAssetUnits;
        DisposeAsset      dispose_asset      BOOKS [take_back_asset_event] = assets::plan_dispose : assets::DisposeAsset;
        TakeBackAssetEvent take_back_asset_event BOOKS []            = assets::plan_take_back : assets::TakeBackAssetEvent;
        SoftClosePeriod   soft_close_period  BOOKS []                = locks::plan_soft : locks::SoftClosePeriod;
        LockPeriod        lock_period        BOOKS []                = locks::plan_lock : locks::LockPeriod;
        MarkFiled         mark_filed         BOOKS []                = kept::plan_filed : kept::MarkFiled;
        AskReopening      ask_reopening      BOOKS []                = kept::plan_ask : kept::AskReopening;
        LeaveFeedback     leave_feedback     ALL   []                = feedback::plan_leave : feedback::LeaveFeedback;
        FinishStep        finish_step        ALL   []                = courses::plan_finish : courses::FinishStep;
    }
    questions {
        Company         company            ALL   = company::answer : company::AskCompany => company::Company;
        ListAccounts    list_accounts      BOOKS = accounts::list : accounts::ListAccounts => accounts::AccountList;
        ListCashAccounts list_cash_accounts ALL  = accounts::list_cash : accounts::ListCashAccounts => accounts::CashAccountList;
        ListCashFlowItems list_cash_flow_items BOOKS = entries::list_items : entries::ListCashFlowItems => entries::CashFlowItemList;
        ListParties     list_parties       ALL   = parties::list : parties::ListParties => parties::PartyPage;
        GetParty        get_party          ALL   = parties::get_row : parties::GetParty => parties::PartyRow;
        ListItems       list_items         ALL   = items::list : items::ListItems => items::ItemPage;
        ListRates       list_rates         ALL   = items::list_rates : items::ListRates => items::RateList;
        ListExchangeRates list_exchange_rates BOOKS = exchange_rates::list : exchange_rates::ListExchangeRates => exchange_rates::ExchangeRatePage;
        FindExchange    find_exchange      BOOKS = exchange_rates::find : exchange_rates::FindExchange => exchange_rates::Exchange;
        GetSettlementDifference get_settlement_difference BOOKS = exchange_differences::get : exchange_differences::GetSettlementDifference => exchange_differences::SettlementDifference;
        ListEntries     list_entries       BOOKS = entries::list : entries::ListEntries => entries::EntryPage;
        GetOpening      get_opening        BOOKS = opening::get : opening::GetOpening => opening::Opening;
        ListAwaiting    list_awaiting      MONEY = entries::list_awaiting : entries::ListAwaiting => entries::AwaitingList;
        GetEntry        get_entry          BOOKS = entries::get : entries::GetEntry => entries::EntryView;
        PreviewGenerated preview_generated BOOKS = generated::preview : generated::PreviewGenerated => generated::GeneratedPreview;
        GetAccountStory get_account_story BOOKS = entries::story : entries::GetAccountStory => entries::AccountStory;
        GetEntryHabits  get_entry_habits   BOOKS = entries::habits : entries::GetEntryHabits => entries::EntryHabits;
        ListTemplates   list_templates     BOOKS = entries::list_templates : entries::ListTemplates => entries::TemplateList;
        ListTransfers   list_transfers     BOOKS = transfers::list : transfers::ListTransfers => transfers::TransferList;
        ListImportMappings list_import_mappings BOOKS = import_mappings::list : import_mappings::ListImportMappings => import_mappings::ImportMappingList;
        ListAttachments list_attachments   BOOKS = attachments::list : attachments::ListAttachments => attachments::AttachmentList;
        ListSales       list_sales         ALL   = sales::list : sales::ListSales => sales::SalePage;
        GetSale         get_sale           ALL   = sales::get : sales::GetSale => sales::SaleView;
        ListReceipts    list_receipts      MONEY = receipts::list : receipts::ListReceipts => receipts::ReceiptPage;
        ListOpenInvoices list_open_invoices MONEY = receipts::list_open : receipts::ListOpenInvoices => receipts::OpenInvoiceList;
        GetStatement    get_statement      BOOKS = statements::get : statements::GetStatement => statements::StatementView;
        BehindFigure    behind_figure      BOOKS = statements::behind : statements::BehindFigure => statements::Behind;
        CheckPrint      check_print        BOOKS = proofs::check : proofs::CheckPrint => proofs::PrintCheck;
        GetAccountLedger get_account_ledger BOOKS = statements::account_ledger : statements::GetAccountLedger => statements::AccountLedger;
        GetClose        get_close          BOOKS = close::get : close::GetClose => close::CloseView;
        CompareClose    compare_close      BOOKS = close::compare : close::CompareClose => close::ComparedStatements;
        ListKept        list_kept          BOOKS = kept::list : kept::ListKept => kept::KeptSets;
        GetLedger       get_ledger         BOOKS = ledgers::get : ledgers::GetLedger => ledgers::LedgerView;
        ListAssets      list_assets        BOOKS = assets::list : assets::ListAssets => assets::AssetList;
        GetAsset        get_asset          BOOKS = assets::get : assets::GetAsset => assets::AssetView;
        GetTaxReturn    get_tax_return     BOOKS = tax::get : tax::GetTaxReturn => tax::TaxReturn;
        ListTaxDues     list_tax_dues      BOOKS = tax::list_dues : tax::ListTaxDues => tax::TaxDueList;
        GetToday        get_today          ALL   = today::get : today::GetToday => today::Today;
        ForecastCash    forecast_cash      BOOKS = today::forecast_cash : today::ForecastCash => today::CashForecast;
        GetSalesByMonth get_sales_by_month SALES = today::sales_by_month : today::GetSalesByMonth => today::SalesByMonth;
        GetReceivableAges get_receivable_ages ALL = today::receivable_ages : today::GetReceivableAges => today::ReceivableAges;
        GetProfitBridge get_profit_bridge  BOOKS = today::profit_bridge : today::GetProfitBridge => today::ProfitBridge;
        ListReceivables list_receivables   ALL   = receivables::list : receivables::ListReceivables => receivables::ReceivablePage;
        ListOperations  list_operations    BOOKS = log::list : log::ListOperations => log::OperationPage;
        Search          search             ALL   = search::answer : search::Search => search::Findings;
        ListInitials    list_initials      ALL   = search::list_initials : search::ListInitials => search::InitialsList;
        ListPersons     list_persons       ALL   = people::list : people::ListPersons => people::PersonList;
        ListFeedback    list_feedback      ALL   = feedback::list : feedback::ListFeedback => feedback::FeedbackPage;
        ListCourses     list_courses       ALL   = courses::list : courses::ListCourses => courses::CourseList;
        GetCourse       get_course         ALL   = courses::get : courses::GetCourse => courses::CourseView;
        ListProgress    list_progress      ALL   = courses::list_progress : courses::ListProgress => courses::CourseProgress;
    }
}

/// What is done with files through the door: not one request, but bound by the same permissions.
pub const FILES: &[Row] = &[
    Row { name: "import", roles: BOOKS, writes: true, undone_by: None },
    Row { name: "export", roles: BOOKS, writes: false, undone_by: None },
    Row { name: "print", roles: BOOKS, writes: false, undone_by: None },
    Row { name: "load_attachment", roles: BOOKS, writes: false, undone_by: None },
    Row { name: "back_up", roles: ALL, writes: false, undone_by: None },
    Row { name: "verify", roles: ALL, writes: false, undone_by: None },
];

/// The row of a name: action, question or what is done with files.
#[must_use]
pub fn find(name: &str) -> Option<&'static Row> {
    ACTIONS.iter().chain(QUESTIONS).chain(FILES).find(|row| row.name == name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Runs with the exports of all wire types, and writes what they do not: which type answers which question.
    #[test]
    fn export_bindings_answers() {
        let Some(folder) = std::env::var_os("TS_RS_EXPORT_DIR") else { return };
        let mut types: Vec<String> = answer_types().into_iter().map(|(_, name)| name).collect();
        types.push("PlanView".to_owned());
        types.sort();
        types.dedup();
        let mut text = String::from("// The type of the answer to each question, by its name.\n");
        for name in types {
            text += &format!("import type {{ {name} }} from \"./{name}\";\n");
        }
        text += "\nexport type Answers = {\n";
        for (question, name) in answer_types() {
            text += &format!("  {question}: {name};\n");
        }
        text += "  preview: PlanView;\n};\n";
        std::fs::write(std::path::Path::new(&folder).join("Answers.ts"), text).unwrap();
    }

    #[test]
    fn names_are_the_ones_of_the_wire() {
        let action: Action =
            serde_json::from_value(serde_json::json!({"do": "close_period", "period": "2026-03"}))
                .unwrap();
        assert_eq!(action.row().name, "close_period");
        for row in ACTIONS.iter().chain(QUESTIONS) {
            let same = ACTIONS.iter().chain(QUESTIONS).chain(FILES).filter(|r| r.name == row.name);
            assert_eq!(same.count(), 1, "{} is listed twice", row.name);
            if let Some(undo) = row.undone_by {
                assert!(find(undo).unwrap().writes, "{undo}");
            }
        }
    }

    #[test]
    fn the_owner_may_everything_and_a_salesperson_meets_no_books() {
        for row in ACTIONS.iter().chain(QUESTIONS) {
            assert!(row.allows(Role::Owner), "{}", row.name);
            let about_books = ["entr", "account", "statement", "figure", "period", "operation"];
            if about_books.iter().any(|word| row.name.contains(word))
                && row.name != "list_cash_accounts"
            {
                assert!(!row.allows(Role::Salesperson), "{}", row.name);
            }
        }
    }

    #[test]
    fn an_unknown_field_and_a_number_for_money_are_refused() {
        let read = |value| serde_json::from_value::<Action>(value).is_ok();
        assert!(!read(
            serde_json::json!({"do": "close_period", "period": "2026-03", "force": true})
        ));
        assert!(!read(serde_json::json!({"do": "no_such_thing"})));
        let line = |debit: Value| {
            serde_json::json!({"do": "record_entry", "date": "2026-01-05", "memo": "",
            "lines": [{"account": "1001", "debit": debit}]})
        };
        assert!(read(line("1.00".into())));
        assert!(!read(line(serde_json::json!(1.0))));
    }
}
