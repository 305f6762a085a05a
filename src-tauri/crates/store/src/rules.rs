//! Posting rules as they were when used: every body ever used is kept by its hash.

use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};

use crate::error::Result;
use crate::write::Writing;

/// The id of a rule's body in this book, kept there now if it was not before.
///
/// # Errors
/// When the file cannot be written.
pub fn keep(writing: &Writing<'_>, name: &str, version: u32, body: &str) -> Result<i64> {
    let hash: [u8; 32] = Sha256::digest(body.as_bytes()).into();
    let connection = writing.connection();
    let known = connection
        .prepare_cached("SELECT id FROM posting_rule WHERE hash = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    connection
        .prepare_cached(
            "INSERT INTO posting_rule (operation, name, version, body, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((writing.operation(), name, version, body, hash))?;
    Ok(connection.last_insert_rowid())
}

/// Name and version of a rule.
///
/// # Errors
/// When the book has no such rule.
pub fn get(connection: &Connection, id: i64) -> Result<(String, i64)> {
    Ok(connection
        .prepare_cached("SELECT name, version FROM posting_rule WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
