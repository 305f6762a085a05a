//! Operations 操作: the log of everything that changed the book, hash-chained and signed by the person.

use kontor_vault::verify_signature;
use rusqlite::{Connection, OptionalExtension as _, Row};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::{access, persons};

/// The last operation of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 in a book without operations.
    pub number: i64,
    /// When it was recorded, UTC; empty in a book without operations.
    pub at: String,
    /// Its hash.
    pub hash: [u8; 32],
    /// The digest of all rows after it.
    pub digest: [u8; 32],
}

impl Head {
    /// A short code of the hash, printed at the foot of statements: eight hexadecimal digits.
    #[must_use]
    pub fn code(&self) -> String {
        short_code(&self.hash)
    }
}

/// Eight hexadecimal digits of a hash in two groups.
fn short_code(hash: &[u8]) -> String {
    let hex: String = hash.iter().take(4).map(|byte| format!("{byte:02X}")).collect();
    let (left, right) = hex.split_at_checked(4).unwrap_or((&hex, ""));
    format!("{left} {right}")
}

/// One operation as the log shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationRow {
    /// Its number, from 1.
    pub number: i64,
    /// Its unique id.
    pub uid: Uuid,
    /// When it was recorded, UTC.
    pub at: String,
    /// Who did it.
    pub person: String,
    /// What was done, as JSON.
    pub action: String,
    /// A short code of its hash.
    pub code: String,
}

/// What an operation's hash covers, besides the hash before it. The last note of the access log is part of it, so that
/// a note cannot be taken away without a trace.
pub(crate) struct Sealed<'a> {
    pub(crate) book: Uuid,
    pub(crate) number: i64,
    pub(crate) uid: Uuid,
    pub(crate) at: &'a str,
    pub(crate) person: Uuid,
    pub(crate) action: &'a str,
    pub(crate) digest: &'a [u8],
    pub(crate) access: &'a [u8],
}

impl Sealed<'_> {
    /// The hash that continues a chain of operations.
    pub(crate) fn hash(&self, before: &[u8]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(b"kontor operation 1");
        hasher.update(self.book.as_bytes());
        hasher.update(self.number.to_le_bytes());
        hasher.update(self.uid.as_bytes());
        hasher.update(self.person.as_bytes());
        for text in [self.at, self.action] {
            hasher.update((text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        }
        hasher.update(self.digest);
        hasher.update(self.access);
        hasher.update(before);
        hasher.finalize().into()
    }
}

/// The last operation.
///
/// # Errors
/// When the log cannot be read.
pub fn head(connection: &Connection) -> Result<Head> {
    let row = connection
        .prepare_cached(
            "SELECT number, at, hash, digest FROM operation ORDER BY number DESC LIMIT 1",
        )?
        .query_row([], |row| {
            Ok(Head {
                number: row.get(0)?,
                at: row.get(1)?,
                hash: row.get(2)?,
                digest: row.get(3)?,
            })
        })
        .optional()?;
    Ok(row.unwrap_or(Head { number: 0, at: String::new(), hash: [0; 32], digest: [0; 32] }))
}

/// The book's state after an operation, if there was one of that number.
///
/// # Errors
/// When the log cannot be read.
pub fn head_at(connection: &Connection, number: i64) -> Result<Option<Head>> {
    let row = connection
        .prepare_cached("SELECT at, hash, digest FROM operation WHERE number = ?1")?
        .query_row([number], |row| {
            Ok(Head { number, at: row.get(0)?, hash: row.get(1)?, digest: row.get(2)? })
        })
        .optional()?;
    Ok(row)
}

/// The operation of a unique id, if it was performed already.
pub(crate) fn find(connection: &Connection, uid: Uuid) -> Result<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT number FROM operation WHERE uid = ?1")?
        .query_row([uid.as_bytes()], |row| row.get(0))
        .optional()?)
}

/// Operations, latest first, before a number.
///
/// # Errors
/// When the log cannot be read.
pub fn list(connection: &Connection, before: Option<i64>, limit: u32) -> Result<Vec<OperationRow>> {
    let mut statement = connection.prepare_cached(include_str!("operations/list.sql"))?;
    let rows = statement.query_map((before.unwrap_or(i64::MAX), limit), |row| {
        Ok(OperationRow {
            number: row.get(0)?,
            uid: Uuid::from_bytes(row.get(1)?),
            at: row.get(2)?,
            person: row.get(3)?,
            action: row.get(4)?,
            code: short_code(&row.get::<_, Vec<u8>>(5)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Walks the chain and its signatures; answers the number of the first operation that does not fit.
pub(crate) fn first_misfit(connection: &Connection, book: Uuid) -> Result<Option<i64>> {
    let keys = persons::keys(connection)?;
    let mut statement = connection.prepare(include_str!("operations/walk.sql"))?;
    let mut rows = statement.query([])?;
    let mut before = [0_u8; 32];
    let mut expected = 1_i64;
    // Notes come between operations: each operation covers the same note as the one before it, or a later one.
    let notes = access::hashes(connection)?;
    let mut covered = 0;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let recorded: [u8; 32] = row.get(6)?;
        let mut hash = [0_u8; 32];
        for (place, note) in notes.iter().enumerate().skip(covered) {
            hash = sealed_hash(row, book, note, &before)?;
            if hash == recorded {
                covered = place;
                break;
            }
        }
        let (signature, person): (Vec<u8>, i64) = (row.get(7)?, row.get(8)?);
        let is_signed = keys
            .iter()
            .filter(|key| key.person == person && key.operation <= number)
            .any(|key| verify_signature(&key.verify_key, &hash, &signature));
        if number != expected || hash != recorded || !is_signed {
            return Ok(Some(expected.min(number)));
        }
        before = recorded;
        expected += 1;
    }
    Ok(None)
}

fn sealed_hash(row: &Row<'_>, book: Uuid, access: &[u8], before: &[u8]) -> Result<[u8; 32]> {
    let (at, action): (String, String) = (row.get(2)?, row.get(4)?);
    let digest: Vec<u8> = row.get(5)?;
    let uid = |index| -> Result<Uuid> {
        let bytes: Vec<u8> = row.get(index)?;
        Uuid::from_slice(&bytes).map_err(|_| StoreError::Unreadable { what: "uid" })
    };
    let sealed = Sealed {
        book,
        number: row.get(0)?,
        uid: uid(1)?,
        at: &at,
        person: uid(3)?,
        action: &action,
        digest: &digest,
        access,
    };
    Ok(sealed.hash(before))
}
