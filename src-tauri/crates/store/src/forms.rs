//! Drafts of open forms: what was typed and not sent yet, kept in the encrypted file and outside the log.

use rusqlite::{Connection, OptionalExtension as _};

use crate::error::Result;

/// Keeps what a person typed into a form.
///
/// # Errors
/// When the file cannot be written.
pub fn save(connection: &Connection, person: i64, form: &str, content: &str) -> Result<()> {
    connection.prepare_cached(include_str!("forms/save.sql"))?.execute((person, form, content))?;
    Ok(())
}

/// What a person had typed into a form.
///
/// # Errors
/// When the file cannot be read.
pub fn load(connection: &Connection, person: i64, form: &str) -> Result<Option<String>> {
    Ok(connection
        .prepare_cached("SELECT content FROM form_draft WHERE person = ?1 AND form = ?2")?
        .query_row((person, form), |row| row.get(0))
        .optional()?)
}

/// Forgets what a person had typed into a form.
///
/// # Errors
/// When the file cannot be written.
pub fn forget(connection: &Connection, person: i64, form: &str) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM form_draft WHERE person = ?1 AND form = ?2")?
        .execute((person, form))?;
    Ok(())
}
