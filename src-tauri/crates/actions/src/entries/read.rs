//! Reading entries: a page of the list with its drafts on top, and one entry.

use chrono::NaiveDate;
use kontor_ledger::duties::Stage;
use kontor_ledger::money::Amount;
use kontor_store::attachments;
use kontor_store::drafts::{self, Draft};
use kontor_store::entries::{self as stored, Filter, Order};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::steps::duties_of;
use super::view::{self, EntryView};
use super::{content_of, moves_cash, request_of};
use crate::context::{Context, Named, order, page_size};
use crate::errors::{Code, Refusal};

/// Entries in an order, latest posted first unless another is wanted; drafts stand before them on the first page.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListEntries {
    pub period: Option<String>,
    /// draft (all that is not posted), written, submitted, reviewed or posted; all when nothing is said.
    pub status: Option<String>,
    pub after: Option<i64>,
    /// posted, date, number or total; posted when nothing is said.
    pub order: Option<String>,
    /// Whether the order goes down; it does when nothing is said.
    pub descending: Option<bool>,
    pub limit: Option<u32>,
}

/// All stages before posting.
const UNPOSTED: [Stage; 4] = [Stage::Draft, Stage::Submitted, Stage::Signed, Stage::Reviewed];

/// An entry in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct EntryListRow {
    pub uid: Uuid,
    pub number: Option<String>,
    /// The temporary number of a draft.
    pub temporary: Option<i64>,
    pub date: NaiveDate,
    pub period: String,
    pub memo: String,
    pub total: String,
    /// draft or posted
    pub status: &'static str,
    /// draft, submitted, signed, reviewed or posted
    pub stage: &'static str,
    /// What it waits for while it is not posted: submit, sign, review or post.
    pub next: Option<&'static str>,
    pub prepared_by: String,
    /// Whether it was sent back and not handed in again.
    pub is_returned: bool,
    pub kind: &'static str,
    pub reversal_of: Option<Named>,
    pub reversed_by: Option<Named>,
    pub paper_kind: Option<String>,
    pub paper: Option<Named>,
    /// How many files are attached.
    pub attachments: u32,
}

/// A page of entries.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct EntryPage {
    pub rows: Vec<EntryListRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<i64>,
}

pub(crate) fn list(context: &Context<'_>, request: &ListEntries) -> Result<EntryPage, Refusal> {
    let period = request.period.as_deref().map(|text| context.period(text)).transpose()?;
    let period = period.map(|period| period.key);
    let (stages, has_posted): (&[Stage], bool) = match request.status.as_deref() {
        None | Some("") => (&UNPOSTED, true),
        Some("draft") => (&UNPOSTED, false),
        Some("written") => (&[Stage::Draft], false),
        Some("submitted") => (&[Stage::Submitted, Stage::Signed], false),
        Some("reviewed") => (&[Stage::Reviewed], false),
        Some("posted") => (&[], true),
        Some(_) => return Err(Refusal::new(Code::UnknownField).with("field", "status")),
    };
    let mut rows = Vec::new();
    if request.after.is_none() && !stages.is_empty() {
        for draft in drafts::list(context.connection, period)?.into_iter().rev() {
            // The stage says nothing of cash, so the content need not be read for it.
            if stages.contains(&draft.marks(false).stage()) {
                rows.push(draft_row(context, &draft)?);
            }
        }
    }
    if !has_posted {
        return Ok(EntryPage { rows, next: None });
    }
    let limit = page_size(request.limit);
    let filter = Filter {
        period,
        after: request.after,
        order: order(request.order.as_deref(), Order::from_word)?,
        is_descending: request.descending.unwrap_or(true),
    };
    let posted = stored::list(context.connection, filter, limit)?;
    let next = (posted.len() == limit as usize).then(|| posted.last().map(|row| row.id)).flatten();
    for row in posted {
        rows.push(posted_row(context, row)?);
    }
    Ok(EntryPage { rows, next })
}

fn posted_row(context: &Context<'_>, row: stored::EntryRow) -> Result<EntryListRow, Refusal> {
    let named = |pair: Option<(Uuid, String)>| pair.map(|(uid, name)| Named { uid, name });
    Ok(EntryListRow {
        attachments: attachments::count(context.connection, row.uid)?,
        uid: row.uid,
        number: Some(row.number_text()),
        temporary: None,
        date: row.date,
        period: row.period.to_string(),
        memo: row.memo,
        total: context.text(row.total),
        status: "posted",
        stage: "posted",
        next: None,
        prepared_by: row.prepared_by,
        is_returned: false,
        kind: row.kind.word(),
        reversal_of: named(row.reversal_of),
        reversed_by: named(row.reversed_by),
        paper_kind: row.paper.as_ref().map(|(kind, _, _)| kind.clone()),
        paper: row.paper.map(|(_, uid, name)| Named { uid, name }),
    })
}

fn draft_row(context: &Context<'_>, draft: &Draft) -> Result<EntryListRow, Refusal> {
    let entry = content_of(context, draft)?;
    let marks = draft.marks(moves_cash(context, &entry));
    let typed = request_of(draft)?;
    let next = marks.waits_for(duties_of(context, draft.period, &typed)?);
    let (total, _) = view::totals(context, &entry.lines)?;
    Ok(EntryListRow {
        uid: draft.uid,
        number: None,
        temporary: Some(draft.number),
        date: draft.date,
        period: draft.period.to_string(),
        memo: entry.memo,
        total,
        status: "draft",
        stage: marks.stage().word(),
        next: Some(next.word()),
        prepared_by: draft.prepared_by.clone(),
        is_returned: draft.returned.is_some(),
        kind: entry.kind.word(),
        reversal_of: None,
        reversed_by: None,
        paper_kind: None,
        paper: None,
        attachments: attachments::count(context.connection, draft.uid)?,
    })
}

/// What a draft comes to: the larger of its sides, for a draft need not balance yet.
pub(crate) fn draft_total(context: &Context<'_>, draft: &Draft) -> Result<Amount, Refusal> {
    let entry = content_of(context, draft)?;
    let debit = Amount::sum(entry.lines.iter().map(|line| line.debit))?;
    Ok(debit.max(Amount::sum(entry.lines.iter().map(|line| line.credit))?))
}

/// One entry, posted or draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GetEntry {
    pub uid: Uuid,
}

pub(crate) fn get(context: &Context<'_>, request: &GetEntry) -> Result<EntryView, Refusal> {
    if let Some(row) = stored::find(context.connection, request.uid)? {
        return view::posted(context, row);
    }
    let draft = drafts::find(context.connection, request.uid)?
        .ok_or_else(|| Refusal::new(Code::UnknownEntry).with("entry", request.uid))?;
    view::draft(context, &draft)
}
