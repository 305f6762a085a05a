//! Periods: closing, opening again, and the periods of a further year.

use kontor_ledger::period::{
    Pending, PeriodKey, PeriodState, calendar_year, check_close, check_reopen,
};
use kontor_store::{drafts, entries};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// Closes a period: nothing is posted into it any more.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ClosePeriod {
    pub period: String,
}

pub(crate) fn plan_close(context: &Context<'_>, request: &ClosePeriod) -> Result<Plan, Refusal> {
    let key = context.period(&request.period)?.key;
    let unassigned = entries::unassigned_cash(context.connection, key)?;
    let pending = Pending {
        unposted: drafts::count(context.connection, Some(key))?,
        unassigned_cash: unassigned.count,
        is_opening_missing: is_opening_missing(context)?,
    };
    check_close(&context.facts.periods, key, pending).map_err(|refusal| {
        let refusal = Refusal::from(refusal);
        match unassigned.first {
            Some(entry) if refusal.code == Code::UnassignedCash => refusal.with("entry", entry),
            _ => refusal,
        }
    })?;
    Ok(Plan::of(Step::SetPeriod { period: key, state: PeriodState::Closed }))
}

/// Whether balances from before the first period were announced and have not come.
fn is_opening_missing(context: &Context<'_>) -> Result<bool, Refusal> {
    let expects = context.facts.company.expects_opening;
    Ok(expects && !entries::has_opening(context.connection)?)
}

/// Opens the last closed period again; the log keeps the reason.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReopenPeriod {
    pub period: String,
    pub reason: String,
}

pub(crate) fn plan_reopen(context: &Context<'_>, request: &ReopenPeriod) -> Result<Plan, Refusal> {
    if request.reason.trim().is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "reason"));
    }
    let key = context.period(&request.period)?.key;
    check_reopen(&context.facts.periods, key)?;
    Ok(Plan::of(Step::SetPeriod { period: key, state: PeriodState::Open }))
}

/// Adds the periods of the year after the last one.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AddYear {
    pub year: i32,
}

pub(crate) fn plan_year(context: &Context<'_>, request: &AddYear) -> Result<Plan, Refusal> {
    let last = context.facts.periods.last().map(|period| period.key);
    let follows = matches!(last, Some(PeriodKey { year, .. }) if year + 1 == request.year);
    if !follows {
        return Err(Refusal::new(Code::PeriodUnknown)
            .with("period", request.year)
            .with("field", "year"));
    }
    Ok(Plan::of(Step::AddPeriods(calendar_year(request.year))))
}
