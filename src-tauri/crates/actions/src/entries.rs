//! Entries: recording, posting, reversing; drafts until they are posted.

mod awaiting;
mod drafts;
mod foreign;
mod proposed;
mod read;
mod steps;
mod story;
mod tags;
mod templates;
mod view;

pub use awaiting::{AwaitingList, AwaitingRow, ListAwaiting};
pub(crate) use awaiting::{list_awaiting, waits_for_asker};
pub use drafts::{ChangeEntry, DiscardEntry, PostEntries, PostEntry};
pub(crate) use drafts::{plan_change, plan_discard, plan_post, plan_post_all, request_of};
pub(crate) use proposed::{content_of_proposal, kept_whole};
pub use read::{EntryListRow, EntryPage, GetEntry, ListEntries};
pub(crate) use read::{draft_total, get, list};
pub use steps::{ReturnEntries, ReviewEntries, SignEntries, SubmitEntries, WithdrawEntries};
pub(crate) use steps::{content_of, moves_cash};
pub(crate) use steps::{plan_return, plan_review, plan_sign, plan_submit, plan_withdraw};
pub use story::{AccountStory, EntryHabits, GetAccountStory, GetEntryHabits};
pub(crate) use story::{habits, story};
pub use tags::{CashFlowItemList, CashFlowItemView, ListCashFlowItems, SetCashFlowItem};
pub(crate) use tags::{list_items, plan_retag};
pub use templates::{
    ListTemplates, RemoveTemplate, SaveTemplate, TemplateLine, TemplateLineView, TemplateList,
    TemplateView,
};
pub(crate) use templates::{list_templates, plan_remove_template, plan_save_template};
pub use view::{EntryView, LineView, Returned, RuleMark};
pub(crate) use view::{lines as line_views, provisional};

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use kontor_ledger::account::Activity;
use kontor_ledger::cash_flow;
use kontor_ledger::entry::{self, Entry, EntryKind, Line};
use kontor_ledger::reversal::{ReversalRefusal, reverse};
use kontor_store::papers::{self, PaperRow};
use kontor_store::{entries as stored, items};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::entry_policies::proposed_word;
use crate::errors::ledger::from_entry;
use crate::errors::{Code, Refusal};
use crate::generated::EntryOrigin;
use crate::parties;
use crate::plan::{KeptDraft, Plan, PlannedEntry, Step};

/// A line of an entry as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct LineRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    #[ts(as = "String")]
    pub account: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<String>,
    /// Empty or absent on a credit line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debit: Option<String>,
    /// Empty or absent on a debit line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_flow_item: Option<String>,
    /// O, I or F, where it differs from the account's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// The currency of the line, where it is not the book's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The amount in it, on the side of the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub foreign_amount: Option<String>,
    /// Units of the book's currency for one unit of it; what the two amounts say when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
}

/// Records an entry, as a draft or posted at once.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct RecordEntry {
    pub date: NaiveDate,
    /// The word of the number series; the standard's own when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    pub memo: String,
    /// normal or closing
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    pub lines: Vec<LineRequest>,
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub post: bool,
    /// Keeps a draft only when it could be posted as it stands.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub complete: bool,
    /// Keeps a draft that could be posted and hands it in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub submit: bool,
    /// The generator that made it; only `generate_entries` writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<EntryOrigin>,
    /// The posted entry it takes back; only `reverse_entry` writes it, where a reversal has to be reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<Uuid>,
}

pub(crate) fn plan_record(context: &Context<'_>, request: &RecordEntry) -> Result<Plan, Refusal> {
    if request.reverses.is_some() {
        return Err(Refusal::new(Code::DraftOfReversal));
    }
    if request.origin.is_some() {
        return Err(Refusal::new(Code::UnknownField).with("field", "origin"));
    }
    let entry = read_entry(context, request)?;
    if request.post {
        let mut planned = planned(context, entry)?;
        drafts::written_and_posted(context, &mut planned)?;
        return Ok(Plan::of(Step::PostEntry(Box::new(planned))));
    }
    Ok(Plan::of(Step::SaveDraft(drafts::kept(context, request, entry)?)))
}

/// Reads what was typed; what does not fit yet (balance, parties) is for posting to say.
pub(crate) fn read_entry(context: &Context<'_>, request: &RecordEntry) -> Result<Entry, Refusal> {
    let kind = request.kind.as_deref().unwrap_or("normal");
    let kind = EntryKind::from_word(kind)
        .filter(|kind| *kind != EntryKind::Opening)
        .ok_or_else(|| Refusal::new(Code::UnknownField).with("field", "kind"))?;
    let mut lines = Vec::new();
    for (number, line) in (1_usize..).zip(&request.lines) {
        lines.push(read_line(context, line).map_err(|refusal| refusal.with("line", number))?);
    }
    let word = match request.word.as_deref().map(str::trim) {
        Some(word) => word.to_owned(),
        None => proposed_word(&context.facts, request.date, &lines),
    };
    if word.is_empty() || word.chars().count() > 4 {
        return Err(Refusal::new(Code::WordMalformed).with("word", word).with("field", "word"));
    }
    let mut entry =
        Entry { date: request.date, word, kind, memo: request.memo.trim().to_owned(), lines };
    if entry.memo.is_empty() {
        let said = entry.lines.iter().find_map(|line| line.memo.clone());
        entry.memo = said.unwrap_or_default();
    }
    if kind == EntryKind::Normal {
        cash_flow::propose(&mut entry.lines, &context.facts.chart);
    }
    Ok(entry)
}

fn read_line(context: &Context<'_>, request: &LineRequest) -> Result<Line, Refusal> {
    let account = context.account(&request.account, "account")?;
    let amount = |text: &Option<String>, field| match text.as_deref().map(str::trim) {
        None | Some("") => Ok(kontor_ledger::money::Amount::ZERO),
        Some(text) => context.amount(text, field),
    };
    let party = request.party.map(|uid| parties::get(context, uid, "party")).transpose()?;
    let item = match request.item {
        Some(uid) => Some(items::find(context.connection, uid)?.ok_or_else(|| {
            Refusal::new(Code::UnknownItem).with("item", uid).with("field", "item")
        })?),
        None => None,
    };
    let quantity = match request.quantity.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(text) => Some(text.parse().map_err(|error: kontor_ledger::money::AmountError| {
            Refusal::from(error).with("text", text).with("field", "quantity")
        })?),
    };
    let activity = match request.activity.as_deref() {
        None | Some("") => None,
        Some(code) => Some(
            Activity::from_code(code)
                .ok_or_else(|| Refusal::new(Code::UnknownField).with("field", "activity"))?,
        ),
    };
    let cash_flow_item = parties::filled(request.cash_flow_item.as_ref());
    if let Some(item) = &cash_flow_item {
        tags::check_item(context, item)?;
    }
    let debit = amount(&request.debit, "debit")?;
    let credit = amount(&request.credit, "credit")?;
    let one = if credit.is_zero() { debit } else { credit };
    Ok(Line {
        account: account.id,
        debit,
        credit,
        party: party.map(|party| party.id),
        item: item.map(|item| item.id),
        quantity,
        memo: parties::filled(request.memo.as_ref()),
        cash_flow_item,
        activity,
        foreign: foreign::read(context, request, one)?,
    })
}

/// An entry that has passed the rules.
pub(crate) fn planned(context: &Context<'_>, entry: Entry) -> Result<PlannedEntry, Refusal> {
    let period = entry::check(&entry, &context.facts.chart, &context.facts.periods)
        .map_err(|refusal| from_entry(refusal, context.currency()))?;
    Ok(PlannedEntry {
        entry,
        period,
        draft: None,
        signed_by: None,
        reviewed_by: None,
        rule: None,
        origin: None,
        paper: None,
        reversal_of: None,
    })
}

/// Takes back a posted entry that no paper made.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReverseEntry {
    pub entry: Uuid,
    pub date: NaiveDate,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

pub(crate) fn plan_reversal(
    context: &Context<'_>,
    request: &ReverseEntry,
) -> Result<Plan, Refusal> {
    let original = stored::find(context.connection, request.entry)?
        .ok_or_else(|| Refusal::new(Code::UnknownEntry).with("entry", request.entry))?;
    if let Some((_, _, number)) = &original.paper {
        return Err(Refusal::new(Code::MadeByPaper).with("number", number));
    }
    let mut planned = reversed(context, &original, request.date, &request.reason)?;
    match drafts::written_and_posted(context, &mut planned) {
        Ok(()) => Ok(Plan::of(Step::PostEntry(Box::new(planned)))),
        // Where entries need a second person, a reversal is handed in like any other.
        Err(refusal) if matches!(refusal.code, Code::ReviewMissing | Code::SignatureMissing) => {
            Ok(Plan::of(Step::SaveDraft(handed_in(request, &planned)?)))
        }
        Err(refusal) => Err(refusal),
    }
}

/// A reversal that waits for its steps: what it takes back is named, its lines follow from that.
fn handed_in(request: &ReverseEntry, planned: &PlannedEntry) -> Result<KeptDraft, Refusal> {
    let typed = RecordEntry {
        date: request.date,
        word: Some(planned.entry.word.clone()),
        memo: planned.entry.memo.clone(),
        kind: Some(planned.entry.kind.word().to_owned()),
        lines: Vec::new(),
        post: false,
        complete: true,
        submit: false,
        origin: None,
        reverses: Some(request.entry),
    };
    let content = serde_json::to_string(&typed).map_err(Refusal::bug)?;
    let becomes = Some(Box::new(planned.clone()));
    let (period, date) = (planned.period, request.date);
    Ok(KeptDraft { period, date, content, is_submitted: true, becomes })
}

/// Takes back several posted entries as one operation, all or none.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReverseEntries {
    pub entries: Vec<Uuid>,
    pub date: NaiveDate,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

pub(crate) fn plan_reversals(
    context: &Context<'_>,
    request: &ReverseEntries,
) -> Result<Plan, Refusal> {
    let mut plan = Plan::default();
    let mut seen = BTreeSet::new();
    for entry in request.entries.iter().copied().filter(|entry| seen.insert(*entry)) {
        let (date, reason) = (request.date, request.reason.clone());
        let one = plan_reversal(context, &ReverseEntry { entry, date, reason })
            .map_err(|refusal| refusal.with("entry", entry))?;
        plan.steps.extend(one.steps);
    }
    if plan.steps.is_empty() {
        return Err(Refusal::new(Code::AlreadySo));
    }
    Ok(plan)
}

/// The entry that takes back a posted one, with its reason in the memo.
fn reversed(
    context: &Context<'_>,
    original: &stored::EntryRow,
    date: NaiveDate,
    reason: &str,
) -> Result<PlannedEntry, Refusal> {
    let memo = reversal_memo(context, original, reason);
    reversed_saying(context, original, date, memo)
}

/// The entry that takes back a posted one, if it may be taken back.
fn reversed_saying(
    context: &Context<'_>,
    original: &stored::EntryRow,
    date: NaiveDate,
    memo: String,
) -> Result<PlannedEntry, Refusal> {
    if original.reversed_by.is_some() {
        return Err(ReversalRefusal::AlreadyReversed.into());
    }
    if original.reversal_of.is_some() {
        return Err(ReversalRefusal::IsReversal.into());
    }
    let entry = original.with_lines(stored::get_lines(context.connection, original.id)?);
    let entry = reverse(&entry, date, memo, context.facts.standard.reversal)?;
    let mut planned = planned(context, entry)?;
    planned.reversal_of = Some(original.clone());
    Ok(planned)
}

/// Which entry is taken back (会计基础工作规范 art. 51(5)), and why.
fn reversal_memo(context: &Context<'_>, original: &stored::EntryRow, reason: &str) -> String {
    let words = context.words();
    let (number, reason) = (original.number_text(), reason.trim());
    let (month, day) = (original.date.month().to_string(), original.date.day().to_string());
    let date = words.say("memo-date", &[("month", month.into()), ("day", day.into())]);
    let mut facts = vec![("number", number.into()), ("date", date.into())];
    if reason.is_empty() {
        return words.say("memo-reversal", &facts);
    }
    facts.push(("reason", reason.into()));
    words.say("memo-reversal-why", &facts)
}

/// Takes back a paper: its entry is reversed, and what it settled is open again where asked.
pub(crate) fn plan_paper_reversal(
    context: &Context<'_>,
    paper: &PaperRow,
    date: NaiveDate,
    reason: &str,
    release: bool,
) -> Result<Plan, Refusal> {
    let (_, uid) = papers::entry_of(context.connection, paper.id)?
        .ok_or_else(|| Refusal::bug("paper without entry"))?;
    let original = stored::find(context.connection, uid)?
        .ok_or_else(|| Refusal::bug("paper without entry"))?;
    let mut planned = reversed(context, &original, date, reason)?;
    planned.paper = Some(paper.id);
    Ok(Plan {
        steps: vec![
            Step::PostEntry(Box::new(planned)),
            Step::ReversePaper { paper: paper.id, date, reason: reason.to_owned(), release },
        ],
    })
}
