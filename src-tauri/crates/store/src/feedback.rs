//! Feedback 意见: what people said of the program, kept in their own book.

use rusqlite::Connection;

use crate::error::Result;
use crate::write::Writing;

/// Something somebody wants to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFeedback {
    /// problem, wish, praise or survey
    pub kind: &'static str,
    /// The screen it is about, or the survey's question.
    pub subject: Option<String>,
    /// What they say.
    pub words: String,
    /// How it felt, from 1 to 5.
    pub feeling: Option<u8>,
}

/// Something somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackRow {
    /// The operation that recorded it.
    pub operation: i64,
    /// When, UTC.
    pub at: String,
    /// Who.
    pub person: String,
    /// problem, wish, praise or survey
    pub kind: String,
    /// The screen it is about, or the survey's question.
    pub subject: Option<String>,
    /// What they said.
    pub words: String,
    /// How it felt, from 1 to 5.
    pub feeling: Option<u8>,
}

/// Keeps what somebody says.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, new: &NewFeedback) -> Result<()> {
    writing.connection().prepare_cached(include_str!("feedback/insert.sql"))?.execute((
        writing.operation(),
        writing.person(),
        new.kind,
        &new.subject,
        &new.words,
        new.feeling,
    ))?;
    Ok(())
}

/// What one person or everybody said, latest first, before an operation.
///
/// # Errors
/// When the table cannot be read.
pub fn list(
    connection: &Connection,
    person: Option<i64>,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<FeedbackRow>> {
    let mut statement = connection.prepare_cached(include_str!("feedback/list.sql"))?;
    let rows = statement.query_map((person, before.unwrap_or(i64::MAX), limit), |row| {
        Ok(FeedbackRow {
            operation: row.get(0)?,
            at: row.get(1)?,
            person: row.get(2)?,
            kind: row.get(3)?,
            subject: row.get(4)?,
            words: row.get(5)?,
            feeling: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
