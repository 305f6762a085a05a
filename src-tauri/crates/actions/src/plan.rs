//! Plans: what an action would do, as values. Preview shows a plan, performing applies it; they are one function.

mod apply;

use chrono::NaiveDate;
use kontor_ledger::account::{AccountId, Activity};
use kontor_ledger::duties::Marks;
use kontor_ledger::entry::Entry;
use kontor_ledger::lock::Area;
use kontor_ledger::paper::PaperId;
use kontor_ledger::period::{Period, PeriodKey, PeriodState};
use kontor_ledger::permission::Role;
use kontor_ledger::posting::Rule;
use kontor_ledger::settlement::Share;
use kontor_store::accounts::{AccountChange, AccountRow};
use kontor_store::assets::{AssetId, Card, Event, What};
use kontor_store::company::Company;
use kontor_store::currency_policies::CurrencyPolicy;
use kontor_store::entries::{EntryRow, LineRow};
use kontor_store::entry_policies::EntryPolicy;
use kontor_store::exchange_rates::ExchangeRate;
use kontor_store::feedback::NewFeedback;
use kontor_store::generated::{GenerationPolicy, Origin};
use kontor_store::items::NewItem;
use kontor_store::kept::NewKept;
use kontor_store::papers::NewPaper;
use kontor_store::parties::NewParty;
use kontor_store::tax::{NewTaxRow, TaxProfile};
use kontor_store::transfers::TransferRow;
use uuid::Uuid;

pub(crate) use apply::{Beside, Given, apply};

use crate::attachments::AttachFile;

/// The draft that an entry was before it is posted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drafted {
    pub(crate) uid: Uuid,
    pub(crate) prepared_by: i64,
}

/// A draft as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct KeptDraft {
    pub(crate) period: PeriodKey,
    pub(crate) date: NaiveDate,
    /// What was typed, as JSON.
    pub(crate) content: String,
    /// Whether it is handed in at once.
    pub(crate) is_submitted: bool,
    /// The entry it will be once it is posted, where it was found fit for that.
    pub(crate) becomes: Option<Box<PlannedEntry>>,
}

/// An authorised rule other than a posting rule, as the book keeps it.
#[derive(Clone, Debug)]
pub(crate) struct PlannedRule {
    pub(crate) id: String,
    pub(crate) version: u32,
    pub(crate) body: String,
}

/// Where an entry comes from that a generator made, and the rule that reviewed it where that was authorised.
#[derive(Clone, Debug)]
pub(crate) struct PlannedOrigin {
    pub(crate) origin: Origin,
    pub(crate) rule: Option<PlannedRule>,
}

/// An entry about to be posted.
#[derive(Clone, Debug)]
pub(crate) struct PlannedEntry {
    pub(crate) entry: Entry,
    pub(crate) period: PeriodKey,
    pub(crate) draft: Option<Drafted>,
    pub(crate) signed_by: Option<i64>,
    pub(crate) reviewed_by: Option<i64>,
    pub(crate) rule: Option<&'static Rule>,
    pub(crate) origin: Option<PlannedOrigin>,
    pub(crate) paper: Option<PaperId>,
    pub(crate) reversal_of: Option<EntryRow>,
}

/// A paper about to be issued, with the entry it makes and what it settles.
#[derive(Clone, Debug)]
pub(crate) struct PlannedPaper {
    pub(crate) paper: NewPaper,
    pub(crate) entry: PlannedEntry,
    pub(crate) shares: Vec<Share>,
}

/// One step of a plan.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    AddParty(NewParty),
    AddItem(NewItem),
    AddAccount(Box<AccountRow>),
    DropAccount {
        id: AccountId,
    },
    ChangeAccount {
        id: AccountId,
        change: AccountChange,
    },
    AddPerson {
        name: String,
        role: Role,
    },
    AddPeriods(Vec<Period>),
    ReplacePeriods(Vec<Period>),
    SetPeriod {
        period: PeriodKey,
        state: PeriodState,
    },
    LockArea {
        period: PeriodKey,
        area: Area,
        is_locked: bool,
    },
    KeepStatements {
        period: PeriodKey,
        occasion: &'static str,
        reason: Option<String>,
        statements: Vec<NewKept>,
    },
    SetCompany(Box<Company>),
    IssuePaper(Box<PlannedPaper>),
    ReversePaper {
        paper: PaperId,
        date: NaiveDate,
        reason: String,
        release: bool,
    },
    PostEntry(Box<PlannedEntry>),
    SetEntryPolicy(EntryPolicy),
    SetCurrencyPolicy(CurrencyPolicy),
    AddExchangeRates(Vec<ExchangeRate>),
    SetTaxProfile(Box<TaxProfile>),
    RecordTaxRows(Vec<NewTaxRow>),
    SetGenerationPolicy(Box<GenerationPolicy>),
    SaveDraft(KeptDraft),
    ChangeDraft {
        id: i64,
        kept: KeptDraft,
    },
    MarkDraft {
        id: i64,
        marks: Marks,
        reason: Option<String>,
    },
    DropDraft {
        id: i64,
    },
    SaveTemplate {
        template: Option<i64>,
        name: String,
        content: String,
    },
    DropTemplate {
        id: i64,
    },
    SaveTransfer {
        transfer: Option<Box<TransferRow>>,
        name: String,
        content: String,
    },
    DropTransfer {
        id: i64,
    },
    SaveImportMapping {
        mapping: Option<i64>,
        name: String,
        content: String,
    },
    DropImportMapping {
        id: i64,
    },
    KeepFeedback(Box<NewFeedback>),
    FinishLesson {
        course: String,
        step: String,
    },
    AttachFile(Box<AttachFile>),
    DetachFile {
        id: i64,
    },
    AddAsset {
        card: Box<Card>,
        day: NaiveDate,
        first: Box<What>,
    },
    RenameAsset {
        id: AssetId,
        name: String,
        place: Option<String>,
    },
    KeepAssetEvent {
        id: AssetId,
        day: NaiveDate,
        what: Box<What>,
    },
    TakeBackAssetEvent {
        id: AssetId,
        event: Box<Event>,
    },
    Retag {
        entry: Box<EntryRow>,
        line: Box<LineRow>,
        item: Option<String>,
        activity: Option<Activity>,
    },
}

/// What an action would do.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) steps: Vec<Step>,
}

impl Plan {
    pub(crate) fn of(step: Step) -> Self {
        Self { steps: vec![step] }
    }

    /// The entries it would post, or hand in to be posted.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &PlannedEntry> {
        self.steps.iter().filter_map(|step| match step {
            Step::PostEntry(entry) => Some(entry.as_ref()),
            Step::IssuePaper(paper) => Some(&paper.entry),
            Step::SaveDraft(kept) | Step::ChangeDraft { kept, .. } => kept.becomes.as_deref(),
            _ => None,
        })
    }

    /// The paper it would issue.
    pub(crate) fn paper(&self) -> Option<&PlannedPaper> {
        self.steps.iter().find_map(|step| match step {
            Step::IssuePaper(paper) => Some(paper.as_ref()),
            _ => None,
        })
    }

    /// The nouns it would change, so that a window refreshes just those.
    pub(crate) fn changes(&self) -> Vec<&'static str> {
        let mut nouns = Vec::new();
        for step in &self.steps {
            let changed: &[&str] = match step {
                Step::AddParty(_) => &["parties"],
                Step::AddItem(_) => &["items"],
                Step::AddAccount(_) | Step::ChangeAccount { .. } | Step::DropAccount { .. } => {
                    &["accounts"]
                }
                Step::AddPerson { .. } => &["persons"],
                Step::AddPeriods(_)
                | Step::ReplacePeriods(_)
                | Step::SetPeriod { .. }
                | Step::LockArea { .. } => &["periods", "company"],
                Step::KeepStatements { .. } => &["kept"],
                Step::SetCompany(_) => &["company"],
                Step::IssuePaper(paper) => match paper.paper.kind {
                    kontor_ledger::paper::PaperKind::Sale => {
                        &["sales", "entries", "parties", "balances"]
                    }
                    kontor_ledger::paper::PaperKind::Receipt => {
                        &["receipts", "sales", "entries", "parties", "balances"]
                    }
                },
                Step::ReversePaper { .. } => &["sales", "receipts", "parties", "balances"],
                Step::PostEntry(_) => &["entries", "parties", "balances"],
                Step::SetEntryPolicy(_) | Step::SetGenerationPolicy(_) => &["company", "entries"],
                Step::SetCurrencyPolicy(_) | Step::AddExchangeRates(_) => {
                    &["exchange-rates", "company"]
                }
                Step::SetTaxProfile(_) | Step::RecordTaxRows(_) => &["taxes"],
                Step::SaveDraft(_)
                | Step::ChangeDraft { .. }
                | Step::MarkDraft { .. }
                | Step::DropDraft { .. } => &["entries"],
                Step::SaveTemplate { .. } | Step::DropTemplate { .. } => &["templates"],
                Step::SaveTransfer { .. } | Step::DropTransfer { .. } => &["transfers"],
                Step::SaveImportMapping { .. } | Step::DropImportMapping { .. } => {
                    &["import_mappings"]
                }
                Step::KeepFeedback(_) => &["feedback"],
                Step::FinishLesson { .. } => &["courses"],
                Step::Retag { .. } => &["entries", "balances"],
                Step::AttachFile(_) | Step::DetachFile { .. } => &["attachments", "entries"],
                Step::AddAsset { .. }
                | Step::RenameAsset { .. }
                | Step::KeepAssetEvent { .. }
                | Step::TakeBackAssetEvent { .. } => &["assets"],
            };
            nouns.extend(changed.iter().filter(|noun| !nouns.contains(*noun)).collect::<Vec<_>>());
        }
        nouns
    }

    /// Whether it changes facts that are read once per book.
    pub(crate) fn changes_facts(&self) -> bool {
        self.steps.iter().any(|step| {
            matches!(
                step,
                Step::AddAccount(_)
                    | Step::DropAccount { .. }
                    | Step::ChangeAccount { .. }
                    | Step::AddPeriods(_)
                    | Step::ReplacePeriods(_)
                    | Step::SetPeriod { .. }
                    | Step::LockArea { .. }
                    | Step::SetCompany(_)
                    | Step::SetEntryPolicy(_)
                    | Step::SetCurrencyPolicy(_)
                    | Step::AddExchangeRates(_)
                    | Step::SetTaxProfile(_)
                    | Step::SetGenerationPolicy(_)
            )
        })
    }
}

/// An account of the chart by its key, for lines already checked.
pub(crate) fn account_code(chart: &kontor_ledger::account::Chart, id: AccountId) -> String {
    chart.get(id).map_or_else(String::new, |account| account.code.clone())
}
