//! What waits for somebody: each row is there only for those who can do something about it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use kontor_ledger::close::{Check, Finding, check_close};
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodState;
use kontor_store::{drafts, entries as stored, figures, receivables};
use serde::Serialize;
use ts_rs::TS;

use super::sees;
use crate::context::Context;
use crate::entries;
use crate::errors::Refusal;
use crate::tax::dues_around;

/// What waits; what does not wait, or is not the asker's to do, is null.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Waiting {
    /// What the asker signs, reviews or mends.
    pub awaiting: Option<DraftsWaiting>,
    pub drafts: Option<DraftsWaiting>,
    pub overdue: Option<OverdueWaiting>,
    pub unassigned: Option<UnassignedWaiting>,
    pub closable: Option<Closable>,
    /// The tax that is due next and not paid.
    pub tax: Option<TaxWaiting>,
    /// Nothing was brought in, and the first period is still open.
    pub opening: bool,
}

/// Entries that are not posted.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct DraftsWaiting {
    pub count: usize,
    /// The sum of their totals.
    pub total: String,
}

/// Customers who are late.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OverdueWaiting {
    pub customers: usize,
    pub count: usize,
    pub amount: String,
    /// The customer whose invoice has been due longest.
    pub first: String,
}

/// A tax that is due and not paid.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TaxWaiting {
    pub label_zh: String,
    pub label_en: String,
    pub due: NaiveDate,
    /// What is owed of it still.
    pub amount: String,
    pub is_late: bool,
}

/// Cash lines without a cash-flow item, in the period that is closed next.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct UnassignedWaiting {
    pub period: String,
    pub count: u64,
    /// The number of the first entry that has one.
    pub entry: String,
}

/// Periods that are over and still open.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Closable {
    pub count: usize,
    /// The first of them, which is closed first.
    pub first: String,
    /// Whether nothing holds its close up.
    pub is_ready: bool,
}

pub(super) fn waiting(
    context: &Context<'_>,
    day: NaiveDate,
    owed: &[receivables::Owed],
) -> Result<Waiting, Refusal> {
    let over: Vec<_> = context
        .facts
        .periods
        .iter()
        .filter(|period| period.state != PeriodState::Closed && period.last_day < day)
        .collect();
    let mut unassigned = None;
    let mut closable = None;
    if let Some(first) = over.first().filter(|_| sees(context, "close_period")) {
        // What a close is mostly held up by; the rest is looked at where it is closed.
        let unposted = drafts::count(context.connection, Some(first.key))?;
        let mut findings = vec![Finding { check: Check::EntriesPosted, count: unposted }];
        if figures::may_lack_items(context.connection, first.key)? {
            let lines = stored::unassigned_cash(context.connection, first.key)?;
            findings.push(Finding { check: Check::CashItemsAssigned, count: lines.count });
            unassigned = lines.first.map(|entry| UnassignedWaiting {
                period: first.key.to_string(),
                count: lines.count,
                entry: entry.number,
            });
        }
        closable = Some(Closable {
            count: over.len(),
            first: first.key.to_string(),
            is_ready: check_close(&context.facts.periods, first.key, &findings).is_ok(),
        });
    }
    let first_is_open =
        context.facts.periods.first().is_some_and(|period| period.state != PeriodState::Closed);
    Ok(Waiting {
        awaiting: if sees(context, "list_awaiting") { awaiting(context)? } else { None },
        drafts: if sees(context, "post_entry") { drafts_waiting(context)? } else { None },
        overdue: overdue(context, day, owed)?,
        unassigned,
        closable,
        tax: if sees(context, "list_tax_dues") { tax(context)? } else { None },
        opening: first_is_open
            && sees(context, "import")
            && !figures::has_opening(context.connection)?,
    })
}

/// How many days before it is due a tax is named, and how many after.
const TAX_AHEAD: u64 = 15;
const TAX_BACK: u64 = 31;

fn tax(context: &Context<'_>) -> Result<Option<TaxWaiting>, Refusal> {
    let dues = dues_around(context, TAX_BACK, TAX_AHEAD)?;
    let open = dues.into_iter().find(|due| due.state == "open" || due.state == "late");
    let Some(due) = open else { return Ok(None) };
    let owed = context.amount(&due.owed, "owed")?.minus(context.amount(&due.paid, "paid")?)?;
    Ok(Some(TaxWaiting {
        label_zh: due.label_zh,
        label_en: due.label_en,
        due: due.due,
        amount: context.text(owed),
        is_late: due.state == "late",
    }))
}

fn drafts_waiting(context: &Context<'_>) -> Result<Option<DraftsWaiting>, Refusal> {
    let drafts = drafts::list(context.connection, None)?;
    let mut total = Amount::ZERO;
    for draft in &drafts {
        total = total.plus(entries::draft_total(context, draft)?)?;
    }
    let waiting = DraftsWaiting { count: drafts.len(), total: context.text(total) };
    Ok((!drafts.is_empty()).then_some(waiting))
}

fn awaiting(context: &Context<'_>) -> Result<Option<DraftsWaiting>, Refusal> {
    let waiting = entries::waits_for_asker(context)?;
    let mut total = Amount::ZERO;
    for (_, draft) in &waiting {
        total = total.plus(entries::draft_total(context, draft)?)?;
    }
    let row = DraftsWaiting { count: waiting.len(), total: context.text(total) };
    Ok((!waiting.is_empty()).then_some(row))
}

fn overdue(
    context: &Context<'_>,
    day: NaiveDate,
    owed: &[receivables::Owed],
) -> Result<Option<OverdueWaiting>, Refusal> {
    let late: Vec<_> = owed.iter().filter(|one| one.due < day).collect();
    let Some(first) = late.first() else { return Ok(None) };
    let first = receivables::find(context.connection, first.paper)?;
    let customers: BTreeSet<_> = late.iter().map(|one| one.party).collect();
    Ok(Some(OverdueWaiting {
        customers: customers.len(),
        count: late.len(),
        amount: context.text(Amount::sum(late.iter().map(|one| one.open))?),
        first: first.map(|row| row.customer_name).unwrap_or_default(),
    }))
}
