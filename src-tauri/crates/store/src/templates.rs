//! Templates of entries 凭证模板: what people write again and again, kept as it was typed.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::error::Result;
use crate::write::Writing;

/// A template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// What people call it.
    pub name: String,
    /// Its lines as they were typed, as JSON.
    pub content: String,
}

fn read(row: &Row<'_>) -> Result<Template> {
    Ok(Template {
        id: row.get(0)?,
        uid: Uuid::from_bytes(row.get(1)?),
        name: row.get(2)?,
        content: row.get(3)?,
    })
}

/// All templates in order of their names.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<Template>> {
    let mut statement = connection
        .prepare_cached("SELECT id, uid, name, content FROM entry_template ORDER BY name")?;
    let mut rows = statement.query([])?;
    let mut templates = Vec::new();
    while let Some(row) = rows.next()? {
        templates.push(read(row)?);
    }
    Ok(templates)
}

/// The template of a unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<Template>> {
    let mut statement = connection
        .prepare_cached("SELECT id, uid, name, content FROM entry_template WHERE uid = ?1")?;
    let mut rows = statement.query([uid.as_bytes()])?;
    rows.next()?.map(read).transpose()
}

/// The template of a name.
///
/// # Errors
/// When the table cannot be read.
pub fn find_named(connection: &Connection, name: &str) -> Result<Option<Template>> {
    let mut statement = connection
        .prepare_cached("SELECT id, uid, name, content FROM entry_template WHERE name = ?1")?;
    let mut rows = statement.query([name])?;
    rows.next()?.map(read).transpose()
}

/// Keeps a template: a new one, or what one that exists says from now on. Answers its unique id.
///
/// # Errors
/// When the file cannot be written.
pub fn save(
    writing: &mut Writing<'_>,
    template: Option<i64>,
    name: &str,
    content: &str,
) -> Result<Uuid> {
    if let Some(id) = template {
        return Ok(Uuid::from_bytes(
            writing
                .connection()
                .prepare_cached(include_str!("templates/update.sql"))?
                .query_row((id, name, content), |row| row.get(0))?,
        ));
    }
    let uid = writing.next_uid();
    writing
        .connection()
        .prepare_cached("INSERT INTO entry_template (uid, name, content) VALUES (?1, ?2, ?3)")?
        .execute((uid.as_bytes(), name, content))?;
    Ok(uid)
}

/// Removes a template.
///
/// # Errors
/// When the file cannot be written.
pub fn delete(writing: &Writing<'_>, id: i64) -> Result<()> {
    writing
        .connection()
        .prepare_cached("DELETE FROM entry_template WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}
