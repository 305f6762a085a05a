//! Posted entries by what a person remembers of them: a number, an amount.

use kontor_ledger::money::Amount;
use rusqlite::{Connection, Params};

use super::read::{EntryRow, get};
use crate::error::Result;

/// An entry's number as a person says it: 12, 记-12, 记-12 of March.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// The word, in small letters.
    pub word: Option<String>,
    /// The fiscal year.
    pub year: Option<i32>,
    /// The period within the year.
    pub period: Option<u8>,
    /// The number.
    pub number: i64,
}

/// Entries of a number, the latest period first.
///
/// # Errors
/// When the tables cannot be read.
pub fn by_number(connection: &Connection, number: &Number, limit: u32) -> Result<Vec<EntryRow>> {
    let text = include_str!("by_number.sql");
    rows(connection, text, (number.number, number.year, number.period, &number.word, limit))
}

/// Entries whose total is an amount, in red too; the latest first.
///
/// # Errors
/// When the tables cannot be read.
pub fn by_amount(connection: &Connection, amount: Amount, limit: u32) -> Result<Vec<EntryRow>> {
    let red = amount.negated()?;
    rows(connection, include_str!("by_amount.sql"), (amount.minor(), red.minor(), limit))
}

fn rows(connection: &Connection, text: &str, values: impl Params) -> Result<Vec<EntryRow>> {
    let mut statement = connection.prepare_cached(text)?;
    let ids = statement.query_map(values, |row| row.get(0))?;
    let ids: Vec<i64> = ids.collect::<rusqlite::Result<_>>()?;
    ids.into_iter().map(|id| get(connection, id)).collect()
}
