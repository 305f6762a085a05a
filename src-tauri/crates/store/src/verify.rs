//! Verification: walks everything that can be checked and names the first thing that does not fit.
//!
//! Both chains and all signatures, the digest of all rows, every derived figure recomputed from its source, the
//! mutable rows replayed from their images, and SQLite's own checks of structure and pages.

mod derived;
mod rows;

use std::collections::BTreeMap;

use kontor_vault::VaultError;
use rusqlite::{Connection, InterruptHandle};
use uuid::Uuid;

use crate::book::Book;
use crate::digest::RowHasher;
use crate::error::{Result, StoreError};
use crate::operations::Head;
use crate::{access, attachments, migrations, operations, search};

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

/// A look through a whole book, on a connection of its own: it can go on while the book is worked in.
pub struct Verifier {
    connection: Connection,
    book: Uuid,
    hasher: RowHasher,
}

impl Book {
    /// Makes ready to verify the book.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn verifier(&self) -> Result<Verifier> {
        let (connection, book) = (self.reader()?, self.file().book_uid());
        Ok(Verifier { connection, book, hasher: self.row_hasher() })
    }

    /// Verifies the book.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn verify(&self) -> Result<Verification> {
        self.verifier()?.run(&mut |_, _| true)
    }
}

/// One check: what it finds in a book whose log ends with a given operation.
type Check = fn(&Verifier, &Head) -> Result<Option<String>>;

/// Every check after the pages, in the order they are made.
const CHECKS: &[(&str, Check)] = &[
    ("structure", |it, _| structure(&it.connection)),
    ("schema", |it, _| schema(&it.connection)),
    ("operations", |it, _| {
        Ok(named("operation", operations::first_misfit(&it.connection, it.book)?))
    }),
    ("access", |it, _| Ok(named("note", access::first_misfit(&it.connection, it.book)?))),
    ("rows", |it, head| rows::digest_misfit(&it.connection, &it.hasher, head)),
    ("images", |it, _| rows::image_misfit(&it.connection)),
    ("entries", |it, _| derived::entry_misfit(&it.connection)),
    ("account-balances", |it, _| derived::account_misfit(&it.connection)),
    ("party-balances", |it, _| derived::party_misfit(&it.connection)),
    ("side-balances", |it, _| derived::side_misfit(&it.connection)),
    ("cash-balances", |it, _| derived::cash_misfit(&it.connection)),
    ("currency-balances", |it, _| derived::currency_misfit(&it.connection)),
    ("activities", |it, _| crate::entries::activities::misfit(&it.connection)),
    ("open-items", |it, _| derived::open_item_misfit(&it.connection)),
    ("attachments", |it, _| attachments::misfit(&it.connection)),
    ("search", |it, _| search::misfit(&it.connection)),
];

impl Verifier {
    /// What stops the look from another thread; it then ends with SQLite's word that it was interrupted.
    #[must_use]
    pub fn interrupt(&self) -> InterruptHandle {
        self.connection.get_interrupt_handle()
    }

    /// Looks; `tell` hears before each check how many are done and of how many, and stops the look by `false`.
    ///
    /// # Errors
    /// When the file cannot be read at all, or the look was stopped.
    pub fn run(&self, tell: &mut dyn FnMut(u64, u64) -> bool) -> Result<Verification> {
        let mut go_on = |done: usize| match tell(done as u64, CHECKS.len() as u64 + 1) {
            true => Ok(()),
            false => Err(StoreError::Vault(VaultError::Stopped)),
        };
        // One state of the book throughout, whatever is written meanwhile.
        let _snapshot = self.connection.unchecked_transaction()?;
        let mut findings = Vec::with_capacity(CHECKS.len() + 1);
        go_on(0)?;
        // Pages first: what follows reads them, and could only say that it cannot.
        let misfit = match pages(&self.connection)? {
            // A page that was being written while it was read fits when it is read again.
            Some(_) => pages(&self.connection)?,
            None => None,
        };
        let is_broken = misfit.is_some();
        findings.push(Finding { check: "pages", misfit });
        if is_broken {
            return Ok(Verification { findings, operations: 0 });
        }
        let head = operations::head(&self.connection)?;
        for (check, look) in CHECKS {
            go_on(findings.len())?;
            findings.push(Finding { check, misfit: look(self, &head)? });
        }
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
