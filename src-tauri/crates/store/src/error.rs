//! What can go wrong between the program and the file.

use std::fmt;

use kontor_ledger::money::AmountError;
use kontor_vault::VaultError;

/// The result of working with a book's tables.
pub type Result<T> = std::result::Result<T, StoreError>;

/// What went wrong, as facts.
#[derive(Debug)]
pub enum StoreError {
    /// The file itself: locked, damaged, wrong password, full disk.
    Vault(VaultError),
    /// SQLite refused.
    Sql(rusqlite::Error),
    /// The tables were written by a newer program.
    NewerTables {
        /// The version found.
        version: i64,
    },
    /// What a row holds cannot be read back; the file was changed by another program.
    Unreadable {
        /// What it should have been.
        what: &'static str,
    },
    /// A sum does not fit into 64 bits of minor units.
    OutOfRange,
    /// The person is not one of this book's.
    NotAPerson,
}

impl StoreError {
    /// Whether there was no room left on the disk.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        match self {
            Self::Vault(error) => matches!(error, VaultError::DiskFull),
            Self::Sql(rusqlite::Error::SqliteFailure(failure, _)) => {
                failure.code == rusqlite::ErrorCode::DiskFull
            }
            _ => false,
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vault(error) => error.fmt(f),
            Self::Sql(error) => error.fmt(f),
            other => write!(f, "{other:?}"),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<VaultError> for StoreError {
    fn from(error: VaultError) -> Self {
        Self::Vault(error)
    }
}

impl From<AmountError> for StoreError {
    fn from(_: AmountError) -> Self {
        Self::OutOfRange
    }
}
