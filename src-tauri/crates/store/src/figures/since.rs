//! What was brought in of the year before the book after an operation, so that it can be taken back.

use kontor_ledger::account::AccountId;
use kontor_ledger::money::Amount;
use rusqlite::Connection;

use super::{BroughtIn, turnover};
use crate::error::Result;

/// What was brought in after an operation.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn brought_in_since(connection: &Connection, operation: i64) -> Result<BroughtIn> {
    let mut since = BroughtIn::default();
    let mut statement = connection
        .prepare_cached("SELECT account, debit, credit FROM brought_in WHERE operation > ?1")?;
    let mut rows = statement.query([operation])?;
    while let Some(row) = rows.next()? {
        let sum = since.accounts.entry(AccountId(row.get(0)?)).or_default();
        *sum = sum.plus(turnover(row.get(1)?, row.get(2)?))?;
    }
    let mut statement = connection.prepare_cached(
        "SELECT cash_flow_item, amount FROM brought_in_cash WHERE operation > ?1",
    )?;
    let mut rows = statement.query([operation])?;
    while let Some(row) = rows.next()? {
        let sum = since.cash.entry(row.get(0)?).or_default();
        *sum = sum.plus(Amount::from_minor(row.get(1)?))?;
    }
    Ok(since)
}
