//! How a company treats other currencies, from which period on; the whole history stays.

use kontor_ledger::exchange::{RateChoice, Revaluation};
use kontor_ledger::period::PeriodKey;
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::write::Writing;
use crate::{period_id, period_key};

/// How a company treats other currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrencyPolicy {
    /// The first period it holds for.
    pub from: PeriodKey,
    /// Which rate a transaction takes.
    pub rate: RateChoice,
    /// What becomes of a revaluation.
    pub revaluation: Revaluation,
}

/// Every policy, the one decided last at the end.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<CurrencyPolicy>> {
    let mut statement = connection.prepare_cached(
        "SELECT period, rate, revaluation FROM currency_policy ORDER BY operation",
    )?;
    let mut rows = statement.query([])?;
    let mut policies = Vec::new();
    let unreadable = || StoreError::Unreadable { what: "currency policy" };
    while let Some(row) = rows.next()? {
        let (rate, revaluation): (String, String) = (row.get(1)?, row.get(2)?);
        policies.push(CurrencyPolicy {
            from: period_key(row.get(0)?)?,
            rate: RateChoice::from_word(&rate).ok_or_else(unreadable)?,
            revaluation: Revaluation::from_word(&revaluation).ok_or_else(unreadable)?,
        });
    }
    Ok(policies)
}

/// Decides a policy.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, policy: &CurrencyPolicy) -> Result<()> {
    writing.connection().prepare_cached(include_str!("currency_policies/insert.sql"))?.execute(
        (
            writing.operation(),
            period_id(policy.from),
            policy.rate.word(),
            policy.revaluation.word(),
        ),
    )?;
    Ok(())
}

/// The first period from one up to another in which something was revalued: a line in a currency that moves none of it.
///
/// # Errors
/// When the table cannot be read.
pub fn first_revalued(
    connection: &Connection,
    from: PeriodKey,
    to: PeriodKey,
) -> Result<Option<PeriodKey>> {
    let period: Option<i64> = connection
        .prepare_cached(include_str!("currency_policies/first_revalued.sql"))?
        .query_row((period_id(from), period_id(to)), |row| row.get(0))?;
    period.map(period_key).transpose()
}
