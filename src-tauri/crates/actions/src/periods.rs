//! Periods: closing, opening again, and the periods of a further year.

use kontor_ledger::close::check_reopen;
use kontor_ledger::period::{PeriodKey, PeriodState, calendar_year};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::close;
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
    let period = context.period(&request.period)?;
    close::check(context, period)?;
    Ok(Plan::of(Step::SetPeriod { period: period.key, state: PeriodState::Closed }))
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
