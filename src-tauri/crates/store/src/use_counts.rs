//! Counts of use: how often a screen was opened or an action done on a day. Outside the log, and only when somebody
//! wants them; they name no person.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::error::Result;
use crate::{date, day};

/// How often something was used on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseRow {
    /// The day.
    pub day: NaiveDate,
    /// The screen or action.
    pub what: String,
    /// How often.
    pub count: u32,
}

/// Adds to a count.
///
/// # Errors
/// When the file cannot be written.
pub fn add(connection: &Connection, on: NaiveDate, what: &str, count: u32) -> Result<()> {
    connection.prepare_cached(include_str!("use_counts/add.sql"))?.execute((
        day(on),
        what,
        count,
    ))?;
    Ok(())
}

/// Every count, the latest day first.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<UseRow>> {
    let mut statement = connection
        .prepare_cached("SELECT day, what, count FROM use_count ORDER BY day DESC, what")?;
    let mut rows = statement.query([])?;
    let mut counts = Vec::new();
    while let Some(row) = rows.next()? {
        counts.push(UseRow { day: date(row.get(0)?)?, what: row.get(1)?, count: row.get(2)? });
    }
    Ok(counts)
}

/// Forgets every count.
///
/// # Errors
/// When the file cannot be written.
pub fn forget(connection: &Connection) -> Result<()> {
    connection.prepare_cached("DELETE FROM use_count")?.execute([])?;
    Ok(())
}
