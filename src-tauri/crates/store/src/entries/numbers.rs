//! The numbers given under each word of a period: from which to which, and how many there are.

use kontor_ledger::period::PeriodKey;
use rusqlite::Connection;

use crate::error::Result;
use crate::period_id;

/// The numbers of one word in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordNumbers {
    /// The word.
    pub word: String,
    /// The smallest number.
    pub first: i64,
    /// The largest.
    pub last: i64,
    /// How many there are.
    pub count: i64,
}

impl WordNumbers {
    /// How many are missing from 1 to the largest: none, unless the file was meddled with.
    #[must_use]
    pub const fn missing(&self) -> u64 {
        self.last.saturating_sub(self.count).unsigned_abs()
    }
}

/// The numbers of a period, word by word; costs by the period's entries, of which only an index is read.
///
/// # Errors
/// When the table cannot be read.
pub fn numbers(connection: &Connection, period: PeriodKey) -> Result<Vec<WordNumbers>> {
    let mut statement = connection.prepare_cached(include_str!("numbers.sql"))?;
    let rows = statement.query_map([period_id(period)], |row| {
        Ok(WordNumbers {
            word: row.get(0)?,
            first: row.get(1)?,
            last: row.get(2)?,
            count: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
