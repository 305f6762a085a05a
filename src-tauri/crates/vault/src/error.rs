//! What can go wrong with a book file, as facts; the sentence a person reads is made elsewhere.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The vault's result.
pub type Result<T> = std::result::Result<T, VaultError>;

/// Who holds a book open, as the holder wrote it into the sealed note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The person who unlocked the book.
    pub person: String,
    /// The machine it is open on.
    pub machine: String,
    /// Since when, as the caller writes moments.
    pub since: String,
}

/// The part of a book that does not read as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Neither copy of the header is whole.
    Header,
    /// The header is whole but was not written by a holder of the book key.
    HeaderSeal,
    /// The file ends before its first page.
    Truncated,
    /// The database does not decrypt or is malformed.
    Pages,
    /// The write-ahead log beside the file has pages of another book, or damaged ones.
    Journal,
}

/// A refusal or failure of the vault.
#[derive(Debug)]
#[non_exhaustive]
pub enum VaultError {
    /// There is no such file.
    NotFound {
        /// The file asked for.
        path: PathBuf,
    },
    /// The place is taken; nothing is ever overwritten.
    AlreadyExists {
        /// The place asked for.
        path: PathBuf,
    },
    /// The file is not one of ours.
    NotABook,
    /// The file was written by a newer program.
    NewerBook {
        /// The file's format version.
        format: u16,
    },
    /// The file is one of ours and does not read as written.
    Damaged {
        /// Which part.
        what: Damage,
    },
    /// Unknown person, wrong password, or a person no longer admitted: one answer for all.
    WrongPassword,
    /// The recovery sheet has a typing error or belongs to another book.
    WrongRecovery,
    /// The book is open already.
    InUse {
        /// By whom, if they said so.
        holder: Option<Holder>,
    },
    /// A connection still reads or writes, so the step cannot be finished now.
    Busy,
    /// The file or its folder cannot be written.
    ReadOnly {
        /// What cannot be written.
        path: PathBuf,
    },
    /// The file system cannot hold an open book: no shared memory, as on some network drives.
    UnfitPlace {
        /// The book.
        path: PathBuf,
    },
    /// The slot's password parameters are too cheap to guess against; refused before deriving.
    WeakParameters,
    /// The slot's password parameters would exhaust the machine; refused before deriving.
    ExcessiveParameters,
    /// The person's name is empty or does not fit its slot, or their uid is nil.
    UnfitPerson,
    /// A person of this name or uid has a slot already.
    AlreadyAdmitted,
    /// No slot belongs to this person.
    NotAdmitted,
    /// Every key slot is taken.
    NoFreeSlot,
    /// The file is not a backup.
    NotABackup,
    /// The backup does not read as written.
    BackupDamaged,
    /// The caller asked to stop; nothing was left behind.
    Stopped,
    /// No room on the disk.
    DiskFull,
    /// The linked SQLite has a known fault in its write-ahead log.
    SqliteTooOld,
    /// The system gave no randomness.
    NoRandomness,
    /// The operating system refused.
    Io {
        /// Its reason.
        source: io::Error,
        /// The file concerned.
        path: PathBuf,
    },
    /// SQLite refused.
    Sql(rusqlite::Error),
}

impl VaultError {
    /// The operating system's answer about `path` as a fact of ours.
    pub(crate) fn from_io(source: io::Error, path: &Path) -> VaultError {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::NotFound => VaultError::NotFound { path },
            io::ErrorKind::AlreadyExists => VaultError::AlreadyExists { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                VaultError::ReadOnly { path }
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => VaultError::DiskFull,
            _ => VaultError::Io { source, path },
        }
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> VaultError {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => VaultError::DiskFull,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                VaultError::Damaged { what: Damage::Pages }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => VaultError::Busy,
            _ => VaultError::Sql(error),
        }
    }
}

impl fmt::Display for VaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            VaultError::NotFound { path } => write!(f, "no such file: {}", path.display()),
            VaultError::AlreadyExists { path } => write!(f, "already exists: {}", path.display()),
            VaultError::NotABook => f.write_str("not a book"),
            VaultError::NewerBook { format } => write!(f, "book of the newer format {format}"),
            VaultError::Damaged { what } => write!(f, "damaged book: {what:?}"),
            VaultError::WrongPassword => f.write_str("unknown person or wrong password"),
            VaultError::WrongRecovery => f.write_str("wrong recovery sheet"),
            VaultError::InUse { .. } => f.write_str("the book is open already"),
            VaultError::Busy => f.write_str("a connection is still reading or writing"),
            VaultError::ReadOnly { path } => write!(f, "cannot be written: {}", path.display()),
            VaultError::UnfitPlace { path } => {
                write!(f, "no shared memory for an open book: {}", path.display())
            }
            VaultError::WeakParameters => f.write_str("password parameters below the floor"),
            VaultError::ExcessiveParameters => f.write_str("password parameters above the ceiling"),
            VaultError::UnfitPerson => {
                f.write_str("the name is empty or too long, or the uid is nil")
            }
            VaultError::AlreadyAdmitted => f.write_str("this person is admitted already"),
            VaultError::NotAdmitted => f.write_str("this person has no key slot"),
            VaultError::NoFreeSlot => f.write_str("every key slot is taken"),
            VaultError::NotABackup => f.write_str("not a backup"),
            VaultError::BackupDamaged => f.write_str("damaged backup"),
            VaultError::Stopped => f.write_str("stopped by the caller"),
            VaultError::DiskFull => f.write_str("no room on the disk"),
            VaultError::SqliteTooOld => f.write_str("SQLite older than 3.51.3"),
            VaultError::NoRandomness => f.write_str("the system gave no randomness"),
            VaultError::Io { source, path } => write!(f, "{}: {source}", path.display()),
            VaultError::Sql(error) => write!(f, "SQLite: {error}"),
        }
    }
}

impl std::error::Error for VaultError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            VaultError::Io { source, .. } => Some(source),
            VaultError::Sql(error) => Some(error),
            _ => None,
        }
    }
}
