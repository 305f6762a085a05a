//! What changed among the posted entries after an operation: entries posted since, and lines tagged anew since. With it
//! any figure can be taken back to what the book knew at that operation.

use kontor_ledger::entry::Entry;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::read::{get_lines_at, number_text};
use crate::error::Result;
use crate::{date, entry_kind};

/// An entry that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The unique id.
    pub uid: Uuid,
    /// The number as it is printed.
    pub number: String,
    /// The operation that posted it.
    pub operation: i64,
    /// What it was; nothing where it was not posted yet.
    pub before: Option<Entry>,
    /// What it is now.
    pub now: Entry,
}

/// The entries posted after an operation, and those tagged anew after it.
///
/// # Errors
/// When the tables cannot be read.
pub fn since(connection: &Connection, operation: i64) -> Result<Vec<Changed>> {
    let mut changed = Vec::new();
    for sql in [include_str!("since.sql"), include_str!("tagged_since.sql")] {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([operation])?;
        while let Some(row) = rows.next()? {
            changed.push(read(connection, row, operation)?);
        }
    }
    Ok(changed)
}

fn read(connection: &Connection, row: &Row<'_>, since: i64) -> Result<Changed> {
    let (id, operation): (i64, i64) = (row.get("id")?, row.get("operation")?);
    let word: String = row.get("word")?;
    let number = number_text(&word, row.get("number")?);
    let mut entry = Entry {
        date: date(row.get("date")?)?,
        word,
        kind: entry_kind(row.get("kind")?)?,
        memo: row.get("memo")?,
        lines: Vec::new(),
    };
    let mut with = |at: i64| -> Result<Entry> {
        let lines = get_lines_at(connection, id, at)?;
        entry.lines = lines.into_iter().map(|row| row.line).collect();
        Ok(entry.clone())
    };
    let before = if operation <= since { Some(with(since)?) } else { None };
    let now = with(i64::MAX)?;
    Ok(Changed { uid: Uuid::from_bytes(row.get("uid")?), number, operation, before, now })
}
