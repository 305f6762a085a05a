//! Drafts of entries: everything about them may still change, and they move no balance.

use chrono::NaiveDate;
use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::error::Result;
use crate::write::Writing;
use crate::{date, day, period_id, period_key};

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// The temporary number on its paper.
    pub number: i64,
    /// The period its date proposes.
    pub period: PeriodKey,
    /// The entry date.
    pub date: NaiveDate,
    /// Who prepared it.
    pub prepared_by: String,
    /// Who prepared it, by key.
    pub prepared_by_id: i64,
    /// The entry as it was typed, as JSON.
    pub content: String,
}

fn read(row: &Row<'_>) -> Result<Draft> {
    Ok(Draft {
        id: row.get(0)?,
        uid: Uuid::from_bytes(row.get(1)?),
        number: row.get(2)?,
        period: period_key(row.get(3)?)?,
        date: date(row.get(4)?)?,
        prepared_by: row.get(5)?,
        prepared_by_id: row.get(6)?,
        content: row.get(7)?,
    })
}

/// All drafts, or those of one period, in the order they were made.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection, period: Option<PeriodKey>) -> Result<Vec<Draft>> {
    let mut statement = connection.prepare_cached(include_str!("drafts/list.sql"))?;
    let mut rows = statement.query((period.map(period_id), None::<&[u8]>))?;
    let mut drafts = Vec::new();
    while let Some(row) = rows.next()? {
        drafts.push(read(row)?);
    }
    Ok(drafts)
}

/// The draft of a unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<Draft>> {
    let mut statement = connection.prepare_cached(include_str!("drafts/list.sql"))?;
    let mut rows = statement.query((None::<i64>, Some(uid.as_bytes().as_slice())))?;
    rows.next()?.map(read).transpose()
}

/// How many entries of a period are not posted yet; of all periods without one.
///
/// # Errors
/// When the table cannot be read.
pub fn count(connection: &Connection, period: Option<PeriodKey>) -> Result<u64> {
    let count: i64 = connection
        .prepare_cached("SELECT count(*) FROM entry_draft WHERE ?1 IS NULL OR period = ?1")?
        .query_row([period.map(period_id)], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Adds a draft; answers its unique id and temporary number.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(
    writing: &mut Writing<'_>,
    period: PeriodKey,
    date: NaiveDate,
    content: &str,
) -> Result<(Uuid, i64)> {
    let uid = writing.next_uid();
    let connection = writing.connection();
    let number: i64 = connection
        .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM entry_draft")?
        .query_row([], |row| row.get(0))?;
    connection.prepare_cached(include_str!("drafts/insert.sql"))?.execute((
        uid.as_bytes(),
        number,
        period_id(period),
        day(date),
        writing.person(),
        content,
    ))?;
    Ok((uid, number))
}

/// Changes what a draft says; who changes it has prepared it.
///
/// # Errors
/// When the file cannot be written.
pub fn update(
    writing: &Writing<'_>,
    id: i64,
    period: PeriodKey,
    date: NaiveDate,
    content: &str,
) -> Result<()> {
    writing.connection().prepare_cached(include_str!("drafts/update.sql"))?.execute((
        id,
        period_id(period),
        day(date),
        writing.person(),
        content,
    ))?;
    Ok(())
}

/// Removes a draft that was posted or given up.
///
/// # Errors
/// When the file cannot be written.
pub fn delete(writing: &Writing<'_>, id: i64) -> Result<()> {
    writing.connection().prepare_cached("DELETE FROM entry_draft WHERE id = ?1")?.execute([id])?;
    Ok(())
}
