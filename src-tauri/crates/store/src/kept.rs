//! Statements as they stood at a moment that counts: when they were filed, before a closed period was opened again, and
//! after it was closed again. Written once; each with the hash of its figures and of its files.

use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, OptionalExtension as _, Row};
use sha2::{Digest as _, Sha256};

use crate::error::Result;
use crate::write::Writing;
use crate::{period_id, period_key};

/// One moment of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSet {
    /// The operation.
    pub operation: i64,
    /// When, UTC.
    pub at: String,
    /// Who.
    pub person: String,
    /// Who, by key.
    pub person_id: i64,
    /// The period.
    pub period: PeriodKey,
    /// filed, asked, reopened or closed-again
    pub occasion: String,
    /// Why, where it was said.
    pub reason: Option<String>,
}

/// A statement to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewKept {
    /// Which statement.
    pub name: String,
    /// Its figures as canonical text.
    pub figures: String,
    /// Its CSV, byte for byte.
    pub csv: Vec<u8>,
    /// Its PDF, byte for byte, where one was made.
    pub pdf: Option<Vec<u8>>,
}

/// A kept statement without its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptStatement {
    /// Which statement.
    pub name: String,
    /// Its figures as canonical text.
    pub figures: String,
    /// SHA-256 of the figures.
    pub figures_hash: [u8; 32],
    /// SHA-256 of the CSV.
    pub csv_hash: [u8; 32],
    /// SHA-256 of the PDF.
    pub pdf_hash: Option<[u8; 32]>,
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Keeps a moment of a period with its statements.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(
    writing: &Writing<'_>,
    period: PeriodKey,
    occasion: &str,
    reason: Option<&str>,
    statements: &[NewKept],
) -> Result<()> {
    let connection = writing.connection();
    connection.prepare_cached(include_str!("kept/insert_set.sql"))?.execute((
        writing.operation(),
        period_id(period),
        occasion,
        reason,
    ))?;
    let mut insert = connection.prepare_cached(include_str!("kept/insert.sql"))?;
    for kept in statements {
        insert.execute((
            writing.operation(),
            &kept.name,
            &kept.figures,
            hash(kept.figures.as_bytes()),
            hash(&kept.csv),
            kept.pdf.as_deref().map(hash),
            &kept.csv,
            &kept.pdf,
        ))?;
    }
    Ok(())
}

/// The moments of a period, or of all, latest first.
///
/// # Errors
/// When the table cannot be read.
pub fn sets(connection: &Connection, period: Option<PeriodKey>) -> Result<Vec<KeptSet>> {
    let mut statement = connection.prepare_cached(include_str!("kept/sets.sql"))?;
    let mut rows = statement.query([period.map(period_id)])?;
    let mut sets = Vec::new();
    while let Some(row) = rows.next()? {
        sets.push(KeptSet {
            operation: row.get(0)?,
            at: row.get(1)?,
            person: row.get(2)?,
            person_id: row.get(3)?,
            period: period_key(row.get(4)?)?,
            occasion: row.get(5)?,
            reason: row.get(6)?,
        });
    }
    Ok(sets)
}

/// The statements of a moment.
///
/// # Errors
/// When the table cannot be read.
pub fn statements(connection: &Connection, operation: i64) -> Result<Vec<KeptStatement>> {
    let mut statement = connection.prepare_cached(include_str!("kept/statements.sql"))?;
    let rows = statement.query_map([operation], |row| {
        Ok(KeptStatement {
            name: row.get(0)?,
            figures: row.get(1)?,
            figures_hash: row.get(2)?,
            csv_hash: row.get(3)?,
            pdf_hash: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The bytes of a kept statement: CSV, and PDF where one was made.
pub type KeptFiles = (Vec<u8>, Option<Vec<u8>>);

/// The files of a statement as they were kept.
///
/// # Errors
/// When the table cannot be read.
pub fn files(connection: &Connection, operation: i64, name: &str) -> Result<Option<KeptFiles>> {
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    Ok(connection
        .prepare_cached("SELECT csv, pdf FROM kept_statement WHERE operation = ?1 AND name = ?2")?
        .query_row((operation, name), read)
        .optional()?)
}
