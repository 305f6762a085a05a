//! Locking areas of work by period, and the one place where a plan meets the locks, whichever action made it.

use kontor_ledger::lock::Area;
use kontor_ledger::period::PeriodState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};
use crate::register::Action;

/// Locks these areas of a period and unlocks the others.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct LockPeriod {
    pub period: String,
    /// sales, receipts, entries
    pub areas: Vec<String>,
}

pub(crate) fn plan_lock(context: &Context<'_>, request: &LockPeriod) -> Result<Plan, Refusal> {
    let period = context.period(&request.period)?;
    let mut wanted = Vec::new();
    for word in &request.areas {
        let area = Area::from_word(word).ok_or_else(|| {
            Refusal::new(Code::UnknownWord).with("text", word).with("field", "areas")
        })?;
        wanted.push(area);
    }
    let changed = Area::ALL.into_iter().filter_map(|area| {
        let is_locked = wanted.contains(&area);
        (context.facts.locks.has(period.key, area) != is_locked).then_some((area, is_locked))
    });
    let steps: Vec<Step> = changed
        .map(|(area, is_locked)| Step::LockArea { period: period.key, area, is_locked })
        .collect();
    if steps.is_empty() {
        return Err(Refusal::new(Code::AlreadySo));
    }
    Ok(Plan { steps })
}

/// Closes a period softly 暂结, or opens one that is: papers are dated into it no more, entries still are.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SoftClosePeriod {
    pub period: String,
    /// Whether it is soft-closed afterwards.
    pub soft: bool,
}

pub(crate) fn plan_soft(context: &Context<'_>, request: &SoftClosePeriod) -> Result<Plan, Refusal> {
    let period = context.period(&request.period)?;
    let state = if request.soft { PeriodState::SoftClosed } else { PeriodState::Open };
    if period.state == PeriodState::Closed || period.state == state {
        return Err(Refusal::new(Code::AlreadySo));
    }
    Ok(Plan::of(Step::SetPeriod { period: period.key, state }))
}

/// The area an action writes in: that of its paper, or that of entries.
const fn area_of(action: &Action) -> Area {
    match action {
        Action::RecordSale(_) | Action::ReverseSale(_) => Area::Sales,
        Action::ReceiveMoney(_) | Action::ReverseReceipt(_) => Area::Receipts,
        _ => Area::Entries,
    }
}

/// Whether what an action would post goes where its area is not locked. Balances from before the book belong to no
/// period's work.
pub(crate) fn check(context: &Context<'_>, action: &Action, plan: &Plan) -> Result<(), Refusal> {
    let facts = &context.facts;
    for entry in plan.entries() {
        if entry.entry.kind != kontor_ledger::entry::EntryKind::Opening {
            facts.locks.check(&facts.periods, entry.period, area_of(action))?;
        }
    }
    Ok(())
}
