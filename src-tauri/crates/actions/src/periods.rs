//! Periods: closing, opening again, and the periods of a further year.

use kontor_ledger::close::check_reopen;
use kontor_ledger::period::{PeriodKey, PeriodState, calendar_year};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::close;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::kept;
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
    let mut plan = Plan::of(Step::SetPeriod { period: period.key, state: PeriodState::Closed });
    plan.steps.extend(kept::after_closing(context, period)?);
    Ok(plan)
}

/// Opens the last closed period again. The reason is kept, and the statements as they stood; where they were filed, a
/// second person has to have asked for it.
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
    let period = context.period(&request.period)?;
    check_reopen(&context.facts.periods, period.key)?;
    kept::check_second_person(context, period.key)?;
    let keep = Step::KeepStatements {
        period: period.key,
        occasion: kept::REOPENED,
        reason: Some(request.reason.trim().to_owned()),
        statements: kept::made(context, period, false)?,
    };
    let open = Step::SetPeriod { period: period.key, state: PeriodState::Open };
    Ok(Plan { steps: vec![keep, open] })
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
