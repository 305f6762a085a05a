//! Checks of papers and entries: the period before, drafts, numbers, cash-flow items and activities.

use kontor_ledger::close::Check;
use kontor_ledger::money::Amount;
use kontor_store::drafts::{self, Draft};
use kontor_store::{entries as stored, figures};

use super::row::{CloseLead, Found};
use super::{Closing, before, is_closed};
use crate::entries::draft_total;
use crate::errors::Refusal;

/// How many entries with an open activity are counted; more are said to be more.
const GAPS_COUNTED: u32 = 1000;

pub(super) fn rows(closing: &Closing<'_>) -> Result<Vec<Found>, Refusal> {
    Ok(vec![
        previous(closing),
        posted(closing)?,
        numbers(closing)?,
        cash_items(closing)?,
        activities(closing)?,
    ])
}

fn previous(closing: &Closing<'_>) -> Found {
    let context = closing.context;
    let open: Vec<_> = context
        .facts
        .periods
        .iter()
        .filter(|period| period.key < closing.period.key && !is_closed(**period))
        .collect();
    match (open.first(), before(context, closing.period)) {
        (Some(first), _) => Found::new(Check::PreviousClosed, open.len() as u64, "previous-open")
            .fact("period", first.key)
            .opening(Some(CloseLead::Close(first.key.to_string()))),
        (None, Some(previous)) => Found::new(Check::PreviousClosed, 0, "previous-closed")
            .fact("period", previous.key)
            .opening(Some(CloseLead::Close(previous.key.to_string()))),
        (None, None) => Found::new(Check::PreviousClosed, 0, "previous-none"),
    }
}

fn posted(closing: &Closing<'_>) -> Result<Found, Refusal> {
    let context = closing.context;
    let drafts = drafts::list(context.connection, Some(closing.period.key))?;
    if drafts.is_empty() {
        return Ok(Found::new(Check::EntriesPosted, 0, "entries-posted"));
    }
    let count = |is: fn(&Draft) -> bool| drafts.iter().filter(|draft| is(draft)).count();
    let is_reviewed = |draft: &Draft| draft.reviewed_by.is_some();
    let is_submitted = |draft: &Draft| draft.submitted_by.is_some() && draft.reviewed_by.is_none();
    let is_returned = |draft: &Draft| draft.submitted_by.is_none() && draft.returned.is_some();
    let is_draft = |draft: &Draft| draft.submitted_by.is_none() && draft.returned.is_none();
    let mut total = Amount::ZERO;
    for draft in &drafts {
        total = total.plus(draft_total(context, draft)?)?;
    }
    let first = drafts.first().map(|draft| CloseLead::Entry(draft.uid));
    let found = Found::new(Check::EntriesPosted, drafts.len() as u64, "entries-unposted")
        .amount(total)
        .fact("drafts", count(is_draft))
        .fact("submitted", count(is_submitted))
        .fact("returned", count(is_returned))
        .fact("reviewed", count(is_reviewed));
    Ok(found.opening(first))
}

fn numbers(closing: &Closing<'_>) -> Result<Found, Refusal> {
    let words = stored::numbers(closing.context.connection, closing.period.key)?;
    let missing = words.iter().map(stored::WordNumbers::missing).sum();
    let cause = match (words.is_empty(), missing) {
        (true, _) => "numbers-none",
        (false, 0) => "numbers-continuous",
        (false, _) => "numbers-missing",
    };
    let said: Vec<String> = words
        .iter()
        .map(|word| match word.count {
            1 => format!("{}-{}", word.word, word.first),
            _ => format!("{}-{}–{}", word.word, word.first, word.last),
        })
        .collect();
    let found = Found::new(Check::NumbersContinuous, missing, cause);
    let first = (!words.is_empty()).then_some(CloseLead::Entries);
    Ok(found.fact("numbers", said.join(", ")).opening(first))
}

fn cash_items(closing: &Closing<'_>) -> Result<Found, Refusal> {
    let context = closing.context;
    if figures::may_lack_items(context.connection, closing.period.key)? {
        let lines = stored::unassigned_cash(context.connection, closing.period.key)?;
        if let Some(first) = lines.first {
            return Ok(Found::new(Check::CashItemsAssigned, lines.count, "cash-items-missing")
                .amount(lines.amount)
                .fact("entry", &first.number)
                .opening(Some(CloseLead::Entry(first.uid))));
        }
    }
    Ok(Found::new(Check::CashItemsAssigned, 0, "cash-items-assigned")
        .opening(Some(CloseLead::Statement("cash-flow"))))
}

fn activities(closing: &Closing<'_>) -> Result<Found, Refusal> {
    let period = closing.period;
    let connection = closing.context.connection;
    let gaps = stored::gaps(connection, period.first_day, period.last_day, GAPS_COUNTED)?;
    let Some(first) = gaps.first() else {
        return Ok(Found::new(Check::ActivitiesKnown, 0, "activities-known")
            .opening(Some(CloseLead::Statement("cash-flow-indirect"))));
    };
    let mut sum = Amount::ZERO;
    for gap in &gaps {
        sum = sum.plus(gap.amount)?;
    }
    Ok(Found::new(Check::ActivitiesKnown, gaps.len() as u64, "activities-open")
        .amount(sum)
        .fact("entry", &first.number)
        .opening(Some(CloseLead::Entry(first.uid))))
}
