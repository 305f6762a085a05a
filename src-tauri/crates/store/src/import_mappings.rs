//! Mappings of other programs' tables that a book keeps, each under a name.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::error::Result;
use crate::write::Writing;

/// A mapping that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptMapping {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// What people call it.
    pub name: String,
    /// What it says, as JSON.
    pub content: String,
}

fn read(row: &Row<'_>) -> Result<KeptMapping> {
    Ok(KeptMapping {
        id: row.get(0)?,
        uid: Uuid::from_bytes(row.get(1)?),
        name: row.get(2)?,
        content: row.get(3)?,
    })
}

/// All of them in order of their names.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<KeptMapping>> {
    let mut statement = connection
        .prepare_cached("SELECT id, uid, name, content FROM import_mapping ORDER BY name")?;
    let mut rows = statement.query([])?;
    let mut kept = Vec::new();
    while let Some(row) = rows.next()? {
        kept.push(read(row)?);
    }
    Ok(kept)
}

/// The one of a name.
///
/// # Errors
/// When the table cannot be read.
pub fn find_named(connection: &Connection, name: &str) -> Result<Option<KeptMapping>> {
    let mut statement = connection
        .prepare_cached("SELECT id, uid, name, content FROM import_mapping WHERE name = ?1")?;
    let mut rows = statement.query([name])?;
    rows.next()?.map(read).transpose()
}

/// The one of a unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<KeptMapping>> {
    let mut statement = connection
        .prepare_cached("SELECT id, uid, name, content FROM import_mapping WHERE uid = ?1")?;
    let mut rows = statement.query([uid.as_bytes()])?;
    rows.next()?.map(read).transpose()
}

/// Keeps a mapping: a new one, or what one that exists says from now on. Answers its unique id.
///
/// # Errors
/// When the file cannot be written.
pub fn save(
    writing: &mut Writing<'_>,
    mapping: Option<i64>,
    name: &str,
    content: &str,
) -> Result<Uuid> {
    if let Some(id) = mapping {
        return Ok(Uuid::from_bytes(
            writing
                .connection()
                .prepare_cached(include_str!("import_mappings/update.sql"))?
                .query_row((id, content), |row| row.get(0))?,
        ));
    }
    let uid = writing.next_uid();
    writing
        .connection()
        .prepare_cached("INSERT INTO import_mapping (uid, name, content) VALUES (?1, ?2, ?3)")?
        .execute((uid.as_bytes(), name, content))?;
    Ok(uid)
}

/// Removes a mapping.
///
/// # Errors
/// When the file cannot be written.
pub fn delete(writing: &Writing<'_>, id: i64) -> Result<()> {
    writing
        .connection()
        .prepare_cached("DELETE FROM import_mapping WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}
