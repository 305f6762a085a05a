//! Backups: one file, good only after it has been opened again and compared; restored into a new file only.

mod automatic;

pub use automatic::{Kept, keep};

use std::path::{Path, PathBuf};

use kontor_store::{Book, Connection, accounts, company, figures, head, periods};
use kontor_vault::backup;
use kontor_vault::{BookFile, Secret, VaultError};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::context::Now;
use crate::door::Door;
use crate::errors::{Code, Refusal};

/// What a backup says of its book; a copy must say the same of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Manifest {
    pub book: String,
    pub company: String,
    /// The last operation's number and hash.
    pub operation: i64,
    pub hash: String,
    /// The digest of all rows.
    pub digest: String,
    /// How many rows the tables of entries, lines and papers have.
    pub entries: i64,
    pub lines: i64,
    pub papers: i64,
    /// The sum of debit balances of the trial balance, in minor units.
    pub trial_balance: i64,
}

/// The ending of a backup's name.
pub const ENDING: &str = "kontor-backup";

/// What an open book says of itself.
///
/// # Errors
/// When the book cannot be read.
pub fn manifest(connection: &Connection) -> Result<Manifest, Refusal> {
    let company = company::get(connection)?;
    let head = head(connection)?;
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let last_day = periods::list(connection)?.last().map(|period| period.last_day);
    let chart = accounts::chart(connection)?;
    let mut trial_balance = kontor_ledger::money::Amount::ZERO;
    if let Some(day) = last_day {
        for (account, balance) in figures::balances(connection, day)? {
            if chart.get(account).is_some() && !balance.is_negative() {
                trial_balance = trial_balance.plus(balance)?;
            }
        }
    }
    let counts = kontor_store::verify::counts(connection)?;
    Ok(Manifest {
        book: company.uid.to_string(),
        company: company.name,
        operation: head.number,
        hash: hex(&head.hash),
        digest: hex(&head.digest),
        entries: counts.entries,
        lines: counts.lines,
        papers: counts.papers,
        trial_balance: trial_balance.minor(),
    })
}

/// Backs a book up into a folder and proves the backup by opening and comparing it. Answers the file.
///
/// # Errors
/// When the folder cannot be written, or the copy is not the book.
pub fn back_up(door: &Door, folder: &Path, now: &Now) -> Result<PathBuf, Refusal> {
    door.allow("back_up", now)?;
    let book = door.book();
    book.checkpoint()?;
    let manifest = manifest(book.connection())?;
    let file = free_name(book.file(), folder, now);
    let bytes = serde_json::to_vec(&manifest).map_err(Refusal::bug)?;
    backup::write(book.file(), book.connection(), &file, &bytes, &mut |_, _| true)?;
    if let Err(refusal) = prove(book, &file, &manifest) {
        // The copy was made a moment ago by this very operation and is not worth its name.
        let _ = std::fs::remove_file(&file);
        return Err(refusal);
    }
    door.note(now, "backup", &json!({ "operation": manifest.operation }))?;
    Ok(file)
}

/// How the names of a book's backups begin: the file's name and a part of the book's id, for two books may have the
/// same name.
fn name_start(book: &BookFile) -> String {
    let stem = book.path().file_stem().unwrap_or_default().to_string_lossy();
    let uid = book.book_uid().simple().to_string();
    format!("{stem}-{}-", uid.get(24..).unwrap_or(&uid))
}

/// A name for a backup that is not taken: the book's, the moment, and a number where needed.
fn free_name(book: &BookFile, folder: &Path, now: &Now) -> PathBuf {
    let start = name_start(book);
    let moment: String = now.at.chars().filter(char::is_ascii_digit).take(14).collect();
    let named = |suffix: &str| folder.join(format!("{start}{moment}{suffix}.{ENDING}"));
    let mut file = named("");
    let mut n = 1;
    while file.exists() {
        n += 1;
        file = named(&format!("-{n}"));
    }
    file
}

/// Opens a backup with the keys of the open book, unpacks it to a temporary place and compares.
fn prove(book: &Book, file: &Path, manifest: &Manifest) -> Result<(), Refusal> {
    let opened = backup::open_with_keys(file, &book.file().opened_keys())?;
    let place = file.with_extension("proof");
    let copy = opened.extract(&place)?;
    compare(copy, manifest).map(drop)
}

/// Compares an unpacked copy with what it should be; gives the copy back when it is.
fn compare(copy: BookFile, manifest: &Manifest) -> Result<BookFile, Refusal> {
    let book = Book::enter(copy)?;
    let verification = book.verify()?;
    let same = self::manifest(book.connection())? == *manifest;
    if let Some(finding) = verification.first_misfit() {
        return Err(Refusal::new(Code::BackupDiffers).with("what", finding.check));
    }
    if !same {
        return Err(Refusal::new(Code::BackupDiffers).with("what", "manifest"));
    }
    Ok(book.into_file())
}

/// What a restored book is, told before it is used.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Restored {
    pub manifest: Manifest,
    #[ts(type = "string")]
    pub path: PathBuf,
}

/// Restores a backup into a new file, which appears under its name only when it has been compared.
///
/// # Errors
/// When the backup is damaged, the password is wrong, the place is taken, or the copy differs.
pub fn restore(
    backup: &Path,
    new_path: &Path,
    person: Option<&str>,
    password: &Secret,
) -> Result<Restored, Refusal> {
    if new_path.symlink_metadata().is_ok() {
        return Err(VaultError::AlreadyExists { path: new_path.to_path_buf() }.into());
    }
    let opened = backup::open(backup, person, password)?;
    let manifest: Manifest =
        serde_json::from_slice(opened.manifest()).map_err(|_| Refusal::new(Code::BackupDamaged))?;
    let copy = compare(opened.extract(new_path)?, &manifest)?;
    copy.settle(new_path)?;
    Ok(Restored { manifest, path: new_path.to_path_buf() })
}
