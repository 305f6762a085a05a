//! Access: reads that matter (unlocking, refusals, exports, prints), in a chain of their own, so that printing never
//! changes what is printed.

use kontor_vault::{BookFile, verify_signature};
use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::persons;

/// A read that matters.
#[derive(Clone, Copy, Debug)]
pub struct AccessNote<'a> {
    /// When, UTC.
    pub at: &'a str,
    /// Who, where somebody had unlocked the book.
    pub person: Option<i64>,
    /// What: `unlock`, `refused`, `export`, `print`, `backup` ...
    pub what: &'a str,
    /// Facts, as JSON.
    pub details: &'a str,
}

impl AccessNote<'_> {
    fn hash(&self, book: Uuid, number: i64, before: &[u8]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(b"kontor access 1");
        hasher.update(book.as_bytes());
        hasher.update(number.to_le_bytes());
        hasher.update(self.person.unwrap_or(0).to_le_bytes());
        for text in [self.at, self.what, self.details] {
            hasher.update((text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        }
        hasher.update(before);
        hasher.finalize().into()
    }
}

/// Appends a note to the access log, in a transaction of its own.
///
/// # Errors
/// When the file cannot be written.
pub fn record_access(connection: &Connection, file: &BookFile, note: AccessNote<'_>) -> Result<()> {
    let transaction = connection.unchecked_transaction()?;
    let last: Option<(i64, Vec<u8>)> = transaction
        .prepare_cached("SELECT number, hash FROM access ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (number, before) = last.map_or((1, vec![0; 32]), |(number, hash)| (number + 1, hash));
    let hash = note.hash(file.book_uid(), number, &before);
    transaction.prepare_cached(include_str!("access/insert.sql"))?.execute((
        number,
        note.at,
        note.person,
        note.what,
        note.details,
        hash,
        file.sign(&hash),
    ))?;
    transaction.commit()?;
    Ok(())
}

/// The hash of the last note; zeros before the first.
pub(crate) fn last_hash(connection: &Connection) -> Result<[u8; 32]> {
    let last = connection
        .prepare_cached("SELECT hash FROM access ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or([0; 32]))
}

/// Zeros, and then the hash of every note in order: what an operation may have covered.
pub(crate) fn hashes(connection: &Connection) -> Result<Vec<[u8; 32]>> {
    let mut hashes = vec![[0; 32]];
    let mut statement = connection.prepare("SELECT hash FROM access ORDER BY number")?;
    for hash in statement.query_map([], |row| row.get(0))? {
        hashes.push(hash?);
    }
    Ok(hashes)
}

/// Walks the chain; answers the number of the first note that does not fit. Each note is signed by whoever held the
/// book open.
pub(crate) fn first_misfit(connection: &Connection, book: Uuid) -> Result<Option<i64>> {
    let keys = persons::keys(connection)?;
    let mut statement = connection.prepare(include_str!("access/walk.sql"))?;
    let mut rows = statement.query([])?;
    let mut before = vec![0_u8; 32];
    let mut expected = 1_i64;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let (at, what, details): (String, String, String) = (row.get(1)?, row.get(3)?, row.get(4)?);
        let note = AccessNote { at: &at, person: row.get(2)?, what: &what, details: &details };
        let hash = note.hash(book, number, &before);
        let (recorded, signature): (Vec<u8>, Vec<u8>) = (row.get(5)?, row.get(6)?);
        let signed = keys.iter().any(|key| verify_signature(&key.verify_key, &hash, &signature));
        if number != expected || recorded != hash || !signed {
            return Ok(Some(expected.min(number)));
        }
        before = recorded;
        expected = expected.checked_add(1).ok_or(StoreError::OutOfRange)?;
    }
    Ok(None)
}
