//! Verification: walks everything that can be checked and names the first thing that does not fit.
//!
//! Both chains and all signatures, the digest of all rows, every derived figure recomputed from its source, the
//! mutable rows replayed from their images, and SQLite's own checks of structure and pages.

mod derived;
mod rows;

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::book::Book;
use crate::error::Result;
use crate::{access, migrations, operations, search};

/// One check and what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check's name, stable: words are made from it.
    pub check: &'static str,
    /// The first thing that does not fit; nothing when all fits.
    pub misfit: Option<String>,
}

/// What verification found, in the order it looked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Every check.
    pub findings: Vec<Finding>,
    /// The number of operations walked.
    pub operations: i64,
}

impl Verification {
    /// Whether everything fits.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.first_misfit().is_none()
    }

    /// The first check that found something.
    #[must_use]
    pub fn first_misfit(&self) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.misfit.is_some())
    }
}

impl Book {
    /// Verifies the book.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn verify(&self) -> Result<Verification> {
        let connection = self.reader()?;
        let mut findings = Vec::new();
        let mut note = |check, misfit| findings.push(Finding { check, misfit });
        // Pages first: what follows reads them, and could only say that it cannot.
        let broken = pages(&connection)?;
        note("pages", broken.clone());
        if broken.is_some() {
            return Ok(Verification { findings, operations: 0 });
        }
        let head = operations::head(&connection)?;
        note("structure", structure(&connection)?);
        note("schema", schema(&connection)?);
        let book = self.file().book_uid();
        note("operations", named("operation", operations::first_misfit(&connection, book)?));
        note("access", named("note", access::first_misfit(&connection, book)?));
        note("rows", rows::digest_misfit(&connection, &self.row_hasher(), &head)?);
        note("images", rows::image_misfit(&connection)?);
        note("entries", derived::entry_misfit(&connection)?);
        note("account-balances", derived::account_misfit(&connection)?);
        note("party-balances", derived::party_misfit(&connection)?);
        note("side-balances", derived::side_misfit(&connection)?);
        note("cash-balances", derived::cash_misfit(&connection)?);
        note("open-items", derived::open_item_misfit(&connection)?);
        note("search", search::misfit(&connection)?);
        Ok(Verification { findings, operations: head.number })
    }
}

fn named(what: &str, number: Option<i64>) -> Option<String> {
    number.map(|number| format!("{what} {number}"))
}

/// SQLCipher's check of every page's seal, on the file as it lies; what is still in the log beside it is checked as
/// it is read.
fn pages(connection: &Connection) -> Result<Option<String>> {
    first_text(connection, "PRAGMA cipher_integrity_check")
}

/// SQLite's check of tables against indices and of references.
fn structure(connection: &Connection) -> Result<Option<String>> {
    let found = first_text(connection, "PRAGMA integrity_check(1)")?;
    match found {
        Some(text) if text != "ok" => Ok(Some(text)),
        _ => first_text(connection, "PRAGMA foreign_key_check"),
    }
}

fn first_text(connection: &Connection, pragma: &str) -> Result<Option<String>> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    Ok(match rows.next()? {
        Some(row) => Some(row.get::<_, String>(0)?),
        None => None,
    })
}

/// The tables, indices and triggers must be the ones this version makes: nothing missing, nothing added.
fn schema(connection: &Connection) -> Result<Option<String>> {
    let fresh = Connection::open_in_memory()?;
    migrations::make(&fresh)?;
    let (expected, found) = (objects(&fresh)?, objects(connection)?);
    let differs = expected.iter().find(|(name, sql)| found.get(*name) != Some(sql));
    let added = found.keys().find(|name| !expected.contains_key(*name));
    Ok(differs.map(|(name, _)| name).or(added).cloned())
}

fn objects(connection: &Connection) -> Result<BTreeMap<String, Option<String>>> {
    let mut statement = connection.prepare(
        "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many rows the largest tables have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Posted entries.
    pub entries: i64,
    /// Their lines.
    pub lines: i64,
    /// Papers.
    pub papers: i64,
}

/// Counts rows, for a backup's manifest.
///
/// # Errors
/// When the file cannot be read.
pub fn counts(connection: &Connection) -> Result<Counts> {
    let count = |table: &str| {
        connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
    };
    Ok(Counts { entries: count("entry")?, lines: count("entry_line")?, papers: count("paper")? })
}
