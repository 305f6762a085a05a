//! How a company treats other currencies: which rate a transaction takes, and what becomes of a revaluation.

use chrono::NaiveDate;
use kontor_ledger::exchange::{RateChoice, Revaluation};
use kontor_ledger::period::{PeriodKey, open_period};
use kontor_store::currency_policies::{self, CurrencyPolicy};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::{Context, Facts};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// Decides from a period on how other currencies are treated; what is posted already stays as it is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SetCurrencyPolicy {
    /// The first period it holds for.
    pub from: String,
    /// day (the day's rate, or else the last known) or month (the month's first)
    pub rate: String,
    /// permanent, or reversed on the first day of the next period
    pub revaluation: String,
}

pub(crate) fn plan_set(
    context: &Context<'_>,
    request: &SetCurrencyPolicy,
) -> Result<Plan, Refusal> {
    let unknown = |field| Refusal::new(Code::UnknownField).with("field", field);
    let rate = RateChoice::from_word(&request.rate).ok_or_else(|| unknown("rate"))?;
    let revaluation =
        Revaluation::from_word(&request.revaluation).ok_or_else(|| unknown("revaluation"))?;
    let period = context.period(&request.from)?;
    open_period(&context.facts.periods, period.first_day)?;
    if revaluation != of(&context.facts, period.key).revaluation {
        refuse_mixing(context, period.key)?;
    }
    Ok(Plan::of(Step::SetCurrencyPolicy(CurrencyPolicy { from: period.key, rate, revaluation })))
}

/// One year revalues in one way: mixing them counts realised differences twice (posting rule X03).
fn refuse_mixing(context: &Context<'_>, from: PeriodKey) -> Result<(), Refusal> {
    let year = |number| PeriodKey { year: from.year, number };
    match currency_policies::first_revalued(context.connection, year(0), year(99))? {
        Some(used) => Err(Refusal::new(Code::RevaluationFixed)
            .with("period", used)
            .with("field", "revaluation")),
        None => Ok(()),
    }
}

/// The policy of a period: the one that begins last before it, of two for the same period the later decided; where
/// none was decided, the day's rate and a revaluation that stays.
pub(crate) fn of(facts: &Facts, period: PeriodKey) -> CurrencyPolicy {
    let decided = facts.currency_policies.iter().filter(|policy| policy.from <= period);
    decided.max_by_key(|policy| policy.from).copied().unwrap_or(CurrencyPolicy {
        from: period,
        rate: RateChoice::default(),
        revaluation: Revaluation::default(),
    })
}

/// The policy of a day.
pub(crate) fn on(facts: &Facts, date: NaiveDate) -> CurrencyPolicy {
    let mut periods = facts.periods.iter();
    let period = periods.find(|one| one.first_day <= date && date <= one.last_day);
    let key = period.or(facts.periods.last()).map(|period| period.key);
    of(facts, key.unwrap_or(PeriodKey { year: 0, number: 0 }))
}

/// A policy as a window shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CurrencyPolicyRow {
    pub from: String,
    /// day or month
    pub rate: &'static str,
    /// permanent or reversed
    pub revaluation: &'static str,
}

/// Every policy, the one decided last at the end.
pub(crate) fn rows(facts: &Facts) -> Vec<CurrencyPolicyRow> {
    let row = |policy: &CurrencyPolicy| CurrencyPolicyRow {
        from: policy.from.to_string(),
        rate: policy.rate.word(),
        revaluation: policy.revaluation.word(),
    };
    facts.currency_policies.iter().map(row).collect()
}
