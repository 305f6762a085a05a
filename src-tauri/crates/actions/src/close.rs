//! Month close 月末结账: a row per check, in groups, each with its count, figure, cause and the place where it is put right;
//! the statements now against those before; and the close itself, which the same checks decide.

mod accounts;
mod assets;
mod compared;
mod entries;
mod ledgers;
mod row;
mod taxes;

pub(crate) use compared::compare;
pub use compared::{CompareClose, ComparedRow, ComparedStatement, ComparedStatements};
pub use row::{CloseGroup, CloseLead, CloseRow};

use std::collections::BTreeMap;

use kontor_ledger::account::AccountId;
use kontor_ledger::balance::Turnover;
use kontor_ledger::close::{self, Finding, Outcome, check_close, is_year_end};
use kontor_ledger::money::Amount;
use kontor_ledger::period::{Period, PeriodState};
use kontor_store::{drafts, entries as stored, figures};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::errors::Refusal;
use row::Found;

/// What stands between a period and its close.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GetClose {
    pub period: String,
}

/// The checks of a period.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CloseView {
    pub period: String,
    /// open, soft-closed or closed
    pub state: &'static str,
    pub groups: Vec<CloseGroup>,
    /// How many checks hold, of how many.
    pub holding: usize,
    pub checks: usize,
    /// Whether nothing stops the close.
    pub may_close: bool,
    /// How many entries the close makes final.
    pub entries: u64,
}

/// The groups of checks, in the order of the work. A further group is a file and a line here.
const GROUPS: [(&str, Group); 4] = [
    ("entries", entries::rows),
    ("ledgers", ledgers::rows),
    ("accounts", accounts::rows),
    ("taxes", taxes::rows),
];

type Group = fn(&Closing<'_>) -> Result<Vec<Found>, Refusal>;

/// What the checks look at.
pub(crate) struct Closing<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) period: Period,
    /// What every account stands at when the period ends, debit positive; read once for all checks.
    pub(crate) balances: BTreeMap<AccountId, Amount>,
    /// The sums of parties' debit and of their credit balances on each account then.
    pub(crate) sides: BTreeMap<AccountId, Turnover>,
}

impl<'a> Closing<'a> {
    fn read(context: &'a Context<'a>, period: Period) -> Result<Self, Refusal> {
        let (connection, at) = (context.connection, period.last_day);
        let balances = figures::balances(connection, at)?;
        Ok(Self { context, period, balances, sides: figures::sides(connection, at)? })
    }

    /// What an account stands at when the period ends.
    fn balance(&self, account: AccountId) -> Amount {
        self.balances.get(&account).copied().unwrap_or_default()
    }
}

fn look(closing: &Closing<'_>) -> Result<Vec<(&'static str, Vec<Found>)>, Refusal> {
    GROUPS.iter().map(|(name, rows)| Ok((*name, rows(closing)?))).collect()
}

pub(crate) fn get(context: &Context<'_>, request: &GetClose) -> Result<CloseView, Refusal> {
    let period = context.period(&request.period)?;
    let periods = &context.facts.periods;
    let found = look(&Closing::read(context, period)?)?;
    let year_end = is_year_end(periods, period.key);
    let findings: Vec<Finding> =
        found.iter().flat_map(|(_, rows)| rows.iter().map(|row| row.finding)).collect();
    let holds = |finding: &&Finding| finding.outcome(year_end) == Outcome::Holds;
    let numbers = stored::numbers(context.connection, period.key)?;
    let entries = numbers.iter().map(|word| word.count.unsigned_abs()).sum();
    Ok(CloseView {
        period: period.key.to_string(),
        state: period.state.word(),
        holding: findings.iter().filter(holds).count(),
        checks: findings.len(),
        may_close: check_close(periods, period.key, &findings).is_ok(),
        entries,
        groups: found
            .into_iter()
            .map(|(name, rows)| CloseGroup {
                name,
                rows: rows.into_iter().map(|row| row.shown(context, year_end)).collect(),
            })
            .collect(),
    })
}

/// Whether a period may be closed now; what stops it is named with the entry where it begins, where there is one.
pub(crate) fn check(context: &Context<'_>, period: Period) -> Result<(), Refusal> {
    let periods = &context.facts.periods;
    // Whether it is its turn needs no look at the book.
    check_close(periods, period.key, &[])?;
    // Nor is a book looked through while entries wait.
    let count = drafts::count(context.connection, Some(period.key))?;
    check_close(periods, period.key, &[Finding { check: close::Check::EntriesPosted, count }])?;
    let found = look(&Closing::read(context, period)?)?;
    let rows: Vec<Found> = found.into_iter().flat_map(|(_, rows)| rows).collect();
    let findings: Vec<Finding> = rows.iter().map(|row| row.finding).collect();
    check_close(periods, period.key, &findings).map_err(|refusal| {
        let close::CloseRefusal::Held(finding) = refusal else { return refusal.into() };
        let first = rows.iter().find(|row| row.finding.check == finding.check);
        match first.and_then(|row| row.facts.get("entry")) {
            Some(entry) => Refusal::from(refusal).with("entry", entry),
            None => refusal.into(),
        }
    })
}

/// The period before another one, in the order of the book's periods.
pub(crate) fn before(context: &Context<'_>, period: Period) -> Option<Period> {
    context.facts.periods.iter().rev().find(|other| other.key < period.key).copied()
}

/// Whether a period is closed for good.
pub(crate) fn is_closed(period: Period) -> bool {
    period.state == PeriodState::Closed
}

#[cfg(test)]
mod tests;
