//! One entry as it is shown: posted, or as a plan would post it.

use chrono::NaiveDate;
use kontor_ledger::duties::PersonId;
use kontor_ledger::entry::Line;
use kontor_ledger::money::{Amount, Quantity};
use kontor_store::drafts::Draft;
use kontor_store::{accounts, attachments, entries as stored, items, parties};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::steps::duties_of;
use super::{RecordEntry, content_of, moves_cash, request_of};
use crate::context::{Context, Named};
use crate::errors::Refusal;
use crate::plan::PlannedEntry;

/// A line.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct LineView {
    pub no: i64,
    pub memo: Option<String>,
    pub account: String,
    pub account_name_zh: String,
    pub account_name_en: String,
    pub party: Option<Named>,
    pub item: Option<Named>,
    pub quantity: Option<String>,
    /// Empty on a credit line.
    pub debit: String,
    /// Empty on a debit line.
    pub credit: String,
    pub cash_flow_item: Option<String>,
    pub activity: Option<&'static str>,
    /// The currency of the line, where it is not the book's.
    pub currency: Option<String>,
    /// The amount in it, on the side of the line.
    pub foreign_amount: Option<String>,
    pub rate: Option<String>,
}

/// The rule that made an entry.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RuleMark {
    pub id: String,
    pub version: i64,
}

/// Who sent an entry back, and why.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Returned {
    pub by: String,
    pub reason: String,
}

/// An entry.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct EntryView {
    /// Nothing while it is only planned.
    pub uid: Option<Uuid>,
    /// Nothing until it is posted.
    pub number: Option<String>,
    /// The temporary number of a draft.
    pub temporary: Option<i64>,
    pub date: NaiveDate,
    pub period: String,
    pub word: String,
    pub memo: String,
    pub kind: &'static str,
    /// planned, draft or posted
    pub status: &'static str,
    pub lines: Vec<LineView>,
    pub total_debit: String,
    pub total_credit: String,
    /// draft, submitted, signed, reviewed or posted
    pub stage: &'static str,
    /// What it waits for while it is not posted: submit, sign, review or post.
    pub next: Option<&'static str>,
    pub prepared_by: String,
    pub signed_by: Option<String>,
    pub reviewed_by: Option<String>,
    pub posted_by: Option<String>,
    /// Whether who prepared it reviewed it, as a company of one person may choose.
    pub is_own_review: bool,
    /// Who sent it back last, and why.
    pub returned: Option<Returned>,
    pub rule: Option<RuleMark>,
    pub operation: Option<i64>,
    pub reversal_of: Option<Named>,
    pub reversed_by: Option<Named>,
    /// The paper that made it: its kind, and its number.
    pub paper_kind: Option<String>,
    pub paper: Option<Named>,
    /// What was typed, while it is a draft.
    pub typed: Option<RecordEntry>,
    /// How many files are attached.
    pub attachments: u32,
}

/// Shows lines with the names behind their keys.
pub(crate) fn lines(context: &Context<'_>, lines: &[Line]) -> Result<Vec<LineView>, Refusal> {
    let names = accounts::list(context.connection)?;
    let mut shown = Vec::new();
    for (no, line) in (1_i64..).zip(lines) {
        let account = names.iter().find(|row| row.account.id == line.account);
        let party = line.party.map(|id| parties::get(context.connection, id)).transpose()?;
        let item = line.item.map(|id| items::get(context.connection, id)).transpose()?;
        let side = |amount: Amount| match amount.is_zero() {
            true => String::new(),
            false => context.text(amount),
        };
        shown.push(LineView {
            no,
            memo: line.memo.clone(),
            account: account.map(|row| row.account.code.clone()).unwrap_or_default(),
            account_name_zh: account.map(|row| row.name_zh.clone()).unwrap_or_default(),
            account_name_en: account.map(|row| row.name_en.clone()).unwrap_or_default(),
            party: party.map(|party| Named { uid: party.uid, name: party.name }),
            item: item.map(|item| Named { uid: item.uid, name: item.name }),
            quantity: line.quantity.map(|quantity: Quantity| quantity.to_string()),
            debit: side(line.debit),
            credit: side(line.credit),
            cash_flow_item: line.cash_flow_item.clone(),
            // The activity of cash is that of its item and says nothing of its own.
            activity: (line.activity.filter(|_| account.is_none_or(|row| !row.account.is_cash)))
                .map(kontor_ledger::account::Activity::code),
            currency: line.foreign.as_ref().map(|foreign| foreign.currency.code().to_owned()),
            foreign_amount: line
                .foreign
                .as_ref()
                .map(|foreign| foreign.amount.to_text(foreign.currency)),
            rate: line.foreign.as_ref().map(|foreign| foreign.rate.normalize().to_string()),
        });
    }
    Ok(shown)
}

/// The sums of an entry's two sides.
pub(super) fn totals(context: &Context<'_>, lines: &[Line]) -> Result<(String, String), Refusal> {
    let debit = Amount::sum(lines.iter().map(|line| line.debit))?;
    let credit = Amount::sum(lines.iter().map(|line| line.credit))?;
    Ok((context.text(debit), context.text(credit)))
}

/// An entry as a plan would post it; its number is given when it is posted.
pub(crate) fn provisional(
    context: &Context<'_>,
    planned: &PlannedEntry,
) -> Result<EntryView, Refusal> {
    let entry = &planned.entry;
    let (total_debit, total_credit) = totals(context, &entry.lines)?;
    Ok(EntryView {
        uid: None,
        number: None,
        temporary: None,
        date: entry.date,
        period: planned.period.to_string(),
        word: entry.word.clone(),
        memo: entry.memo.clone(),
        kind: entry.kind.word(),
        status: "planned",
        lines: lines(context, &entry.lines)?,
        total_debit,
        total_credit,
        stage: "draft",
        next: None,
        prepared_by: context.actor.name.clone(),
        signed_by: None,
        reviewed_by: None,
        posted_by: None,
        is_own_review: false,
        returned: None,
        rule: planned
            .rule
            .map(|rule| RuleMark { id: rule.id.clone(), version: i64::from(rule.version) }),
        operation: None,
        reversal_of: planned
            .reversal_of
            .as_ref()
            .map(|row| Named { uid: row.uid, name: row.number_text() }),
        reversed_by: None,
        paper_kind: None,
        paper: None,
        typed: None,
        attachments: 0,
    })
}

/// A posted entry.
pub(super) fn posted(context: &Context<'_>, row: stored::EntryRow) -> Result<EntryView, Refusal> {
    let entry = row.with_lines(stored::get_lines(context.connection, row.id)?);
    let (total_debit, total_credit) = totals(context, &entry.lines)?;
    let named = |pair: Option<(Uuid, String)>| pair.map(|(uid, name)| Named { uid, name });
    Ok(EntryView {
        uid: Some(row.uid),
        attachments: attachments::count(context.connection, row.uid)?,
        number: Some(row.number_text()),
        temporary: None,
        date: row.date,
        period: row.period.to_string(),
        lines: lines(context, &entry.lines)?,
        word: row.word,
        memo: row.memo,
        kind: row.kind.word(),
        status: "posted",
        total_debit,
        total_credit,
        stage: "posted",
        next: None,
        is_own_review: row.reviewed_by.as_ref() == Some(&row.prepared_by),
        prepared_by: row.prepared_by,
        signed_by: row.signed_by,
        reviewed_by: row.reviewed_by,
        posted_by: Some(row.posted_by),
        returned: None,
        rule: row.rule.map(|(id, version)| RuleMark { id, version }),
        operation: Some(row.operation),
        reversal_of: named(row.reversal_of),
        reversed_by: named(row.reversed_by),
        paper_kind: row.paper.as_ref().map(|(kind, _, _)| kind.clone()),
        paper: row.paper.map(|(_, uid, name)| Named { uid, name }),
        typed: None,
    })
}

/// An entry that is not posted yet.
pub(super) fn draft(context: &Context<'_>, draft: &Draft) -> Result<EntryView, Refusal> {
    let entry = content_of(context, draft)?;
    let marks = draft.marks(moves_cash(context, &entry));
    let typed = request_of(draft)?;
    let duties = duties_of(context, draft.period, &typed)?;
    let (total_debit, total_credit) = totals(context, &entry.lines)?;
    let reversed = typed.reverses.map(|uid| stored::find(context.connection, uid)).transpose()?;
    let named = |pair: &Option<(PersonId, String)>| pair.as_ref().map(|(_, name)| name.clone());
    Ok(EntryView {
        uid: Some(draft.uid),
        number: None,
        temporary: Some(draft.number),
        date: draft.date,
        period: draft.period.to_string(),
        lines: lines(context, &entry.lines)?,
        word: entry.word,
        memo: entry.memo,
        kind: entry.kind.word(),
        status: "draft",
        total_debit,
        total_credit,
        stage: marks.stage().word(),
        next: Some(marks.waits_for(duties).word()),
        is_own_review: marks.reviewed_by == Some(marks.prepared_by),
        prepared_by: draft.prepared_by.clone(),
        signed_by: named(&draft.signed_by),
        reviewed_by: named(&draft.reviewed_by),
        posted_by: None,
        returned: draft.returned.clone().map(|(by, reason)| Returned { by, reason }),
        rule: None,
        operation: None,
        reversal_of: reversed.flatten().map(|row| Named { uid: row.uid, name: row.number_text() }),
        reversed_by: None,
        paper_kind: None,
        paper: None,
        typed: Some(typed),
        attachments: attachments::count(context.connection, draft.uid)?,
    })
}
