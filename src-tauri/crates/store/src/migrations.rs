//! The shapes the tables have had, in order. Forward only; a released one never changes.

use rusqlite::Connection;

use crate::error::{Result, StoreError};

/// Each migration's text; its place in the list is the version it leads to.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/0001_first_book.sql")];

/// The version this program reads and writes.
pub(crate) const VERSION: i64 = 1;

/// The version of a file's tables; 0 before the first migration.
pub(crate) fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses tables of a newer program before anything is read from them.
pub(crate) fn refuse_newer(connection: &Connection) -> Result<()> {
    let version = version(connection)?;
    if version > VERSION { Err(StoreError::NewerTables { version }) } else { Ok(()) }
}

/// Makes the tables of an empty file.
pub(crate) fn make(connection: &Connection) -> Result<()> {
    for migration in MIGRATIONS {
        connection.execute_batch(migration)?;
    }
    Ok(())
}
