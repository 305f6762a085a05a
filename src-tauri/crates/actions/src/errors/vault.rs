//! What the file and the system refuse, as errors with facts. Paths are shown; keys and contents never are.

use std::io;
use std::path::Path;

use kontor_vault::{Damage, VaultError};

use super::{Code, Refusal};

impl From<VaultError> for Refusal {
    fn from(error: VaultError) -> Self {
        let at = |code, path: &Path| Self::new(code).with("path", path.display());
        match error {
            VaultError::NotFound { path } => at(Code::NotFound, &path),
            VaultError::AlreadyExists { path } => at(Code::AlreadyExists, &path),
            VaultError::NotABook => Self::new(Code::NotABook),
            VaultError::NewerBook { format } => Self::new(Code::NewerBook).with("format", format),
            VaultError::Damaged { what } => Self::new(Code::Damaged).with(
                "what",
                match what {
                    Damage::Header | Damage::HeaderSeal => "header",
                    Damage::Truncated => "length",
                    Damage::Pages => "pages",
                    Damage::Journal => "journal",
                },
            ),
            VaultError::WrongPassword => Self::new(Code::WrongPassword).with("field", "password"),
            VaultError::WrongRecovery => Self::new(Code::WrongRecovery),
            VaultError::InUse { holder } => {
                let refusal = Self::new(Code::InUse);
                match holder {
                    Some(holder) => refusal
                        .with("person", holder.person)
                        .with("machine", holder.machine)
                        .with("since", holder.since),
                    None => refusal.with("person", "?").with("machine", "?").with("since", "?"),
                }
            }
            VaultError::Busy => Self::new(Code::Busy),
            VaultError::ReadOnly { path } => at(Code::ReadOnly, &path),
            VaultError::UnfitPlace { path } => at(Code::UnfitPlace, &path),
            VaultError::WeakParameters | VaultError::ExcessiveParameters => {
                Self::new(Code::Damaged).with("what", "header")
            }
            VaultError::UnfitPerson => Self::new(Code::NameMissing).with("field", "name"),
            VaultError::AlreadyAdmitted => Self::new(Code::NameTaken).with("field", "name"),
            VaultError::NotABackup => Self::new(Code::NotABackup),
            VaultError::BackupDamaged => Self::new(Code::BackupDamaged),
            VaultError::Stopped => Self::new(Code::Cancelled),
            VaultError::DiskFull => Self::new(Code::DiskFull),
            VaultError::Io { source, path } => from_io(&source, &path),
            VaultError::Sql(error) => from_sql(&error),
            other => Self::bug(other),
        }
    }
}

/// What the system refuses about a file.
pub(crate) fn from_io(error: &io::Error, path: &Path) -> Refusal {
    let code = match error.kind() {
        io::ErrorKind::NotFound => Code::NotFound,
        io::ErrorKind::AlreadyExists => Code::AlreadyExists,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Code::ReadOnly,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Code::DiskFull,
        _ => {
            return Refusal::new(Code::InputOutput)
                .with("path", path.display())
                .with("what", error);
        }
    };
    Refusal::new(code).with("path", path.display())
}

/// What SQLite refuses: the rest is a fault of ours.
pub(super) fn from_sql(error: &kontor_store::SqlError) -> Refusal {
    use kontor_store::SqlErrorCode as Sql;
    match error.sqlite_error_code() {
        Some(Sql::DiskFull) => Refusal::new(Code::DiskFull),
        Some(Sql::DatabaseBusy | Sql::DatabaseLocked) => Refusal::new(Code::Busy),
        Some(Sql::ReadOnly) => Refusal::new(Code::ReadOnly).with("path", "-"),
        Some(Sql::NotADatabase | Sql::DatabaseCorrupt) => {
            Refusal::new(Code::Damaged).with("what", "pages")
        }
        Some(Sql::SystemIoFailure) => Refusal::new(Code::NotSaved),
        Some(Sql::OperationInterrupted) => Refusal::new(Code::Cancelled),
        _ => Refusal::bug(error),
    }
}
