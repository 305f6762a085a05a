//! Persons 操作员: who may open the book, their role, and the keys they sign with.

use kontor_ledger::permission::Role;
use kontor_vault::PersonKeys;
use rusqlite::{Connection, OptionalExtension as _};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::write::Writing;

/// A person of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// The name typed to unlock.
    pub name: String,
    /// The duty.
    pub role: Role,
    /// Whether they may still act.
    pub is_active: bool,
}

/// The person of a unique id, for the log.
pub(crate) fn find_by_uid(connection: &Connection, uid: Uuid) -> Result<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT id FROM person WHERE uid = ?1")?
        .query_row([uid.as_bytes()], |row| row.get(0))
        .optional()?)
}

/// The person who unlocked the book.
///
/// # Errors
/// When they are not one of the book's.
pub fn get(connection: &Connection, uid: Uuid) -> Result<Person> {
    list(connection)?
        .into_iter()
        .find(|person| person.uid == uid && person.is_active)
        .ok_or(StoreError::NotAPerson)
}

/// Everybody, in the order they came.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<Person>> {
    let mut statement = connection
        .prepare_cached("SELECT id, uid, name, role, is_active FROM person ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut persons = Vec::new();
    while let Some(row) = rows.next()? {
        let role: String = row.get(3)?;
        persons.push(Person {
            id: row.get(0)?,
            uid: Uuid::from_bytes(row.get(1)?),
            name: row.get(2)?,
            role: Role::from_word(&role).ok_or(StoreError::Unreadable { what: "role" })?,
            is_active: row.get(4)?,
        });
    }
    Ok(persons)
}

/// Adds a person whose key slot has been made.
///
/// # Errors
/// When the name is taken or the file cannot be written.
pub fn insert(writing: &Writing<'_>, name: &str, role: Role, keys: &PersonKeys) -> Result<()> {
    let connection = writing.connection();
    connection.prepare_cached(include_str!("persons/insert.sql"))?.execute((
        keys.uid.as_bytes(),
        name,
        role.word(),
    ))?;
    give_keys(writing, connection.last_insert_rowid(), keys)
}

/// Gives a person the keys they sign with from this operation on.
///
/// # Errors
/// When the file cannot be written.
pub fn give_keys(writing: &Writing<'_>, person: i64, keys: &PersonKeys) -> Result<()> {
    writing.connection().prepare_cached(include_str!("persons/insert_key.sql"))?.execute((
        person,
        writing.operation(),
        keys.verify_key,
        keys.seal_key,
    ))?;
    Ok(())
}

/// A key a person signed with from an operation on.
pub(crate) struct KeySince {
    pub(crate) person: i64,
    pub(crate) operation: i64,
    pub(crate) verify_key: [u8; 32],
}

/// Every key of every person.
pub(crate) fn keys(connection: &Connection) -> Result<Vec<KeySince>> {
    let mut statement =
        connection.prepare("SELECT person, operation, verify_key FROM person_key")?;
    let rows = statement.query_map([], |row| {
        Ok(KeySince { person: row.get(0)?, operation: row.get(1)?, verify_key: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
