//! Locks of areas of work by period; each row locks or unlocks, the latest counts.

use kontor_ledger::lock::{Area, Locks};
use kontor_ledger::period::PeriodKey;
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::write::Writing;
use crate::{period_id, period_key};

/// The locks that are in force.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Locks> {
    let mut statement = connection.prepare_cached(include_str!("period_locks/list.sql"))?;
    let mut rows = statement.query([])?;
    let mut locked = Vec::new();
    while let Some(row) = rows.next()? {
        let area: String = row.get(1)?;
        let area = Area::from_word(&area).ok_or(StoreError::Unreadable { what: "area" })?;
        locked.push((period_key(row.get(0)?)?, area));
    }
    Ok(Locks::new(locked))
}

/// Locks an area of a period or unlocks it.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, period: PeriodKey, area: Area, is_locked: bool) -> Result<()> {
    writing.connection().prepare_cached(include_str!("period_locks/insert.sql"))?.execute((
        writing.operation(),
        period_id(period),
        area.word(),
        is_locked,
    ))?;
    Ok(())
}
