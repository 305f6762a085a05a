//! What a person's recent entries say of their habits: the memos they write again, how many entries since a moment.

use rusqlite::Connection;

use crate::error::Result;

/// How far back among the book's entries memos are looked for.
const RECENT: u32 = 500;

/// The memos a person used most among the book's recent entries, each with how often.
///
/// # Errors
/// When the tables cannot be read.
pub fn memos(connection: &Connection, person: i64, limit: u32) -> Result<Vec<(String, u64)>> {
    let mut statement = connection.prepare_cached(include_str!("memos.sql"))?;
    let mut rows = statement.query((person, RECENT, limit))?;
    let mut memos = Vec::new();
    while let Some(row) = rows.next()? {
        memos.push((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs()));
    }
    Ok(memos)
}

/// How many entries a person has recorded since a moment (UTC); the log is read back to that moment and no further.
///
/// # Errors
/// When the log cannot be read.
pub fn recorded_since(connection: &Connection, person: i64, since: &str) -> Result<u64> {
    let mut statement = connection.prepare_cached(include_str!("recorded.sql"))?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let at: String = row.get(0)?;
        if at.as_str() < since {
            break;
        }
        if row.get::<_, i64>(1)? == person && row.get(2)? {
            count += 1;
        }
    }
    Ok(count)
}
