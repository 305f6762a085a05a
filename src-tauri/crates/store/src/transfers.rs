//! Transfers a company defined: their content as it was saved, and how often it changed.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::error::Result;
use crate::write::Writing;

/// A transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferRow {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// What people call it.
    pub name: String,
    /// Grows with every change.
    pub version: u32,
    /// When it is due and its lines, as JSON.
    pub content: String,
}

fn read(row: &Row<'_>) -> Result<TransferRow> {
    Ok(TransferRow {
        id: row.get(0)?,
        uid: Uuid::from_bytes(row.get(1)?),
        name: row.get(2)?,
        version: row.get(3)?,
        content: row.get(4)?,
    })
}

/// All transfers in the order they were made, in which they also run.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<TransferRow>> {
    let mut statement = connection
        .prepare_cached("SELECT id, uid, name, version, content FROM transfer ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut transfers = Vec::new();
    while let Some(row) = rows.next()? {
        transfers.push(read(row)?);
    }
    Ok(transfers)
}

/// Keeps a transfer under a name, or changes one; answers its unique id.
///
/// # Errors
/// When the file cannot be written.
pub fn save(
    writing: &mut Writing<'_>,
    transfer: Option<&TransferRow>,
    name: &str,
    content: &str,
) -> Result<Uuid> {
    if let Some(transfer) = transfer {
        writing
            .connection()
            .prepare_cached(
                "UPDATE transfer SET name = ?2, version = version + 1, content = ?3 WHERE id = ?1",
            )?
            .execute((transfer.id, name, content))?;
        return Ok(transfer.uid);
    }
    let uid = writing.next_uid();
    writing
        .connection()
        .prepare_cached(
            "INSERT INTO transfer (uid, name, version, content) VALUES (?1, ?2, 1, ?3)",
        )?
        .execute((uid.as_bytes(), name, content))?;
    Ok(uid)
}

/// Removes a transfer; what it posted stays.
///
/// # Errors
/// When the file cannot be written.
pub fn delete(writing: &Writing<'_>, id: i64) -> Result<()> {
    writing.connection().prepare_cached("DELETE FROM transfer WHERE id = ?1")?.execute([id])?;
    Ok(())
}
