//! Backups: one file, good only after it has been opened again and compared; restored into a new file only.

mod automatic;

pub use automatic::{Written, write_due};

use std::path::{Path, PathBuf};

use kontor_store::verify::{Verification, Verifier};
use kontor_store::{Book, Connection, accounts, company, figures, head, periods};
use kontor_vault::backup;
use kontor_vault::{BookFile, OpenedKeys, Secret, VaultError};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::context::Now;
use crate::door::Door;
use crate::errors::{Code, Refusal};
use crate::progress::{Phase, Progress};

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
/// When the folder cannot be written, the copy is not the book, or the work was stopped; no file is left then.
pub fn back_up(
    door: &Door,
    folder: &Path,
    now: &Now,
    progress: &Progress,
) -> Result<PathBuf, Refusal> {
    let proved = write(door, folder, now, progress)?.prove(progress)?;
    proved.note(door, now)?;
    Ok(proved.file)
}

/// A backup that nobody has opened yet. Proving it is the long part and needs the book no more.
pub struct Unproved {
    file: PathBuf,
    keys: OpenedKeys,
    manifest: Manifest,
}

/// A backup that was opened and is the book.
#[derive(Debug)]
pub struct Proved {
    /// The file.
    pub file: PathBuf,
    /// The operation it reaches to.
    pub operation: i64,
}

/// Writes a backup of a book into a folder.
///
/// # Errors
/// When the folder cannot be written, or the work was stopped; no file is left then.
pub fn write(
    door: &Door,
    folder: &Path,
    now: &Now,
    progress: &Progress,
) -> Result<Unproved, Refusal> {
    door.allow("back_up", now)?;
    let book = door.book();
    progress.at(Phase::Begin, 0, 0)?;
    book.checkpoint()?;
    let manifest = manifest(book.connection())?;
    let file = free_name(book.file(), folder, now);
    let bytes = serde_json::to_vec(&manifest).map_err(Refusal::bug)?;
    let mut tell = |done, of| progress.may_go_on(Phase::Copy, done, of);
    backup::write(book.file(), book.connection(), &file, &bytes, &mut tell)?;
    Ok(Unproved { file, keys: book.file().opened_keys(), manifest })
}

impl Unproved {
    /// Opens the backup, unpacks it to a temporary place and compares it with what the book said of itself.
    ///
    /// # Errors
    /// When the copy is not the book, or the work was stopped; the backup is removed then.
    pub fn prove(self, progress: &Progress) -> Result<Proved, Refusal> {
        match self.compare(progress) {
            Ok(()) => Ok(Proved { file: self.file, operation: self.manifest.operation }),
            Err(refusal) => {
                // The copy was made a moment ago by this very operation and is not worth its name.
                let _ = std::fs::remove_file(&self.file);
                Err(refusal)
            }
        }
    }

    fn compare(&self, progress: &Progress) -> Result<(), Refusal> {
        let opened = backup::open_with_keys(&self.file, &self.keys)?;
        let place = self.file.with_extension("proof");
        let mut tell = |done, of| progress.may_go_on(Phase::Unpack, done, of);
        let copy = opened.extract(&place, &mut tell)?;
        compare(copy, &self.manifest, progress).map(drop)
    }
}

impl Proved {
    /// Notes in the book's log that it was backed up.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note(&self, door: &Door, now: &Now) -> Result<(), Refusal> {
        door.note(now, "backup", &json!({ "operation": self.operation }))
    }
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

/// Compares an unpacked copy with what it should be; gives the copy back when it is.
fn compare(copy: BookFile, manifest: &Manifest, progress: &Progress) -> Result<BookFile, Refusal> {
    let book = Book::enter(copy)?;
    let verification = verify(book.verifier()?, progress)?;
    let same = self::manifest(book.connection())? == *manifest;
    if let Some(finding) = verification.first_misfit() {
        return Err(Refusal::new(Code::BackupDiffers).with("what", finding.check));
    }
    if !same {
        return Err(Refusal::new(Code::BackupDiffers).with("what", "manifest"));
    }
    Ok(book.into_file())
}

/// Looks through a whole book.
///
/// # Errors
/// When the file cannot be read at all, or the work was stopped.
pub fn verify(verifier: Verifier, progress: &Progress) -> Result<Verification, Refusal> {
    progress.reads_with(verifier.interrupt());
    Ok(verifier.run(&mut |done, of| progress.may_go_on(Phase::Check, done, of))?)
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
/// When the backup is damaged, the password is wrong, the place is taken, the copy differs, or the work was stopped;
/// no file is left then.
pub fn restore(
    backup: &Path,
    new_path: &Path,
    person: Option<&str>,
    password: &Secret,
    progress: &Progress,
) -> Result<Restored, Refusal> {
    if new_path.symlink_metadata().is_ok() {
        return Err(VaultError::AlreadyExists { path: new_path.to_path_buf() }.into());
    }
    let opened = backup::open(backup, person, password)?;
    let manifest: Manifest =
        serde_json::from_slice(opened.manifest()).map_err(|_| Refusal::new(Code::BackupDamaged))?;
    let mut tell = |done, of| progress.may_go_on(Phase::Unpack, done, of);
    let copy = compare(opened.extract(new_path, &mut tell)?, &manifest, progress)?;
    progress.at(Phase::Check, 1, 1)?;
    copy.settle(new_path)?;
    Ok(Restored { manifest, path: new_path.to_path_buf() })
}
