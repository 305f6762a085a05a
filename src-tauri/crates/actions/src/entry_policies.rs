//! What a company asks of its entries before they are posted, and how it words them: decided from a period on.

use kontor_ledger::duties::{Duties, Review};
use kontor_ledger::entry::Line;
use kontor_ledger::period::{PeriodKey, open_period};
use kontor_ledger::permission::Role;
use kontor_ledger::voucher_word::{CashMove, WordScheme, cash_move};
use kontor_store::entry_policies::{self, EntryPolicy};
use kontor_store::persons;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::{Context, Facts};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// Decides what entries go through from a period on; what is posted already stays as it is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SetEntryPolicy {
    /// The first period it holds for.
    pub from: String,
    /// free, other or own
    pub review: String,
    /// Whether the cashier signs what moves cash.
    pub cashier_signs: bool,
    /// general (one word) or split (receipt, payment, transfer)
    pub words: String,
}

pub(crate) fn plan_set(context: &Context<'_>, request: &SetEntryPolicy) -> Result<Plan, Refusal> {
    let unknown = |field| Refusal::new(Code::UnknownField).with("field", field);
    let review = Review::from_word(&request.review).ok_or_else(|| unknown("review"))?;
    let words = WordScheme::from_word(&request.words).ok_or_else(|| unknown("words"))?;
    let period = context.period(&request.from)?;
    open_period(&context.facts.periods, period.first_day)?;
    if words != words_of(&context.facts, period.key)
        && let Some(used) = entry_policies::first_used(context.connection, period.key)?
    {
        return Err(Refusal::new(Code::PolicyPeriodUsed)
            .with("period", used)
            .with("field", "from"));
    }
    if review == Review::Own && reviewers(context)? > 1 {
        return Err(Refusal::new(Code::SeveralReviewers).with("field", "review"));
    }
    let duties = Duties { review, cashier_signs: request.cashier_signs };
    Ok(Plan::of(Step::SetEntryPolicy(EntryPolicy { from: period.key, duties, words })))
}

/// How many may review.
fn reviewers(context: &Context<'_>) -> Result<usize, Refusal> {
    let may = |role| matches!(role, Role::Owner | Role::Bookkeeper);
    let persons = persons::list(context.connection)?;
    Ok(persons.iter().filter(|person| person.is_active && may(person.role)).count())
}

/// The policy of a period: the one that begins last before it, of two for the same period the later decided.
fn of(facts: &Facts, period: PeriodKey) -> Option<&EntryPolicy> {
    facts.policies.iter().filter(|policy| policy.from <= period).max_by_key(|policy| policy.from)
}

/// The steps that entries of a period go through. Nobody reviews their own once there is somebody else who could.
pub(crate) fn duties(context: &Context<'_>, period: PeriodKey) -> Result<Duties, Refusal> {
    let mut duties = of(&context.facts, period).map(|policy| policy.duties).unwrap_or_default();
    if duties.review == Review::Own && reviewers(context)? > 1 {
        duties.review = Review::Other;
    }
    Ok(duties)
}

/// Whether entries of a period pass through more hands than one before they are posted.
pub(crate) fn needs_second_person(facts: &Facts, period: PeriodKey) -> bool {
    of(facts, period)
        .is_some_and(|policy| policy.duties.review == Review::Other || policy.duties.cashier_signs)
}

/// How the entries of a period are worded.
pub(crate) fn words_of(facts: &Facts, period: PeriodKey) -> WordScheme {
    of(facts, period).map(|policy| policy.words).unwrap_or_default()
}

/// The word an entry gets when nobody says one: the standard's, or what its lines do with cash.
pub(crate) fn proposed_word(facts: &Facts, date: chrono::NaiveDate, lines: &[Line]) -> String {
    let general = || facts.standard.word.to_owned();
    let Some(period) =
        facts.periods.iter().find(|one| one.first_day <= date && date <= one.last_day)
    else {
        return general();
    };
    if words_of(facts, period.key) == WordScheme::General {
        return general();
    }
    let words = facts.standard.words();
    match cash_move(lines, &facts.chart) {
        CashMove::Receipt => words.say("word-receipt", &[]),
        CashMove::Payment => words.say("word-payment", &[]),
        CashMove::Transfer => words.say("word-transfer", &[]),
    }
}

/// A policy as a window shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PolicyRow {
    pub from: String,
    /// free, other or own
    pub review: &'static str,
    pub cashier_signs: bool,
    /// general or split
    pub words: &'static str,
}

/// Every policy, the one decided last at the end.
pub(crate) fn rows(facts: &Facts) -> Vec<PolicyRow> {
    let row = |policy: &EntryPolicy| PolicyRow {
        from: policy.from.to_string(),
        review: policy.duties.review.word(),
        cashier_signs: policy.duties.cashier_signs,
        words: policy.words.word(),
    };
    facts.policies.iter().map(row).collect()
}
