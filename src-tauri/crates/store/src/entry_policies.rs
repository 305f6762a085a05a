//! What a company asks of its entries, from which period on; the whole history stays.

use kontor_ledger::duties::{Duties, Review};
use kontor_ledger::period::PeriodKey;
use kontor_ledger::voucher_word::WordScheme;
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::write::Writing;
use crate::{period_id, period_key};

/// What a company asks of its entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryPolicy {
    /// The first period it holds for.
    pub from: PeriodKey,
    /// The steps before posting.
    pub duties: Duties,
    /// One word or three.
    pub words: WordScheme,
}

/// Every policy, the one decided last at the end.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<EntryPolicy>> {
    let mut statement = connection.prepare_cached(
        "SELECT period, review, cashier_signs, words FROM entry_policy ORDER BY operation",
    )?;
    let mut rows = statement.query([])?;
    let mut policies = Vec::new();
    let unreadable = || StoreError::Unreadable { what: "entry policy" };
    while let Some(row) = rows.next()? {
        let (review, words): (String, String) = (row.get(1)?, row.get(3)?);
        policies.push(EntryPolicy {
            from: period_key(row.get(0)?)?,
            duties: Duties {
                review: Review::from_word(&review).ok_or_else(unreadable)?,
                cashier_signs: row.get(2)?,
            },
            words: WordScheme::from_word(&words).ok_or_else(unreadable)?,
        });
    }
    Ok(policies)
}

/// Decides a policy.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, policy: &EntryPolicy) -> Result<()> {
    writing.connection().prepare_cached(include_str!("entry_policies/insert.sql"))?.execute((
        writing.operation(),
        period_id(policy.from),
        policy.duties.review.word(),
        policy.duties.cashier_signs,
        policy.words.word(),
    ))?;
    Ok(())
}

/// The first period from one on that has a posted entry other than the opening.
///
/// # Errors
/// When the table cannot be read.
pub fn first_used(connection: &Connection, from: PeriodKey) -> Result<Option<PeriodKey>> {
    let period: Option<i64> = connection
        .prepare_cached("SELECT min(period) FROM entry WHERE period >= ?1 AND kind <> 0")?
        .query_row([period_id(from)], |row| row.get(0))?;
    period.map(period_key).transpose()
}
