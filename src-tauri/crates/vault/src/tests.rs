//! The vault as its callers use it: making, unlocking, sharing and losing books.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod backups;
mod damage;
mod disk;
mod holding;
mod people;
mod places;
mod succession;
mod unlocking;

use crate::{BookFile, NewPerson, RecoverySheet, Secret};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) const BOOK: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
pub(crate) const OWNER: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002);
pub(crate) const PASSWORD: &str = "seven abacus beads";

/// A folder with one book in it, which holds three entries.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
    pub(crate) sheet: RecoverySheet,
    pub(crate) keys: crate::OpenedKeys,
}

pub(crate) fn create(path: &Path, uid: Uuid) -> crate::Result<(BookFile, RecoverySheet)> {
    let password = Secret::from(PASSWORD);
    BookFile::create(path, uid, &NewPerson { uid: OWNER, name: "王小明", password: &password })
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("测试 company.kontor");
        let (book, sheet) = create(&path, BOOK).unwrap();
        let connection = book.connect().unwrap();
        connection
            .execute_batch(
                "CREATE TABLE entry (no INTEGER PRIMARY KEY, memo TEXT NOT NULL);
                 INSERT INTO entry VALUES (1, 'cash sale'), (2, 'rent'), (3, 'wages');",
            )
            .unwrap();
        book.checkpoint(&connection).unwrap();
        drop(connection);
        let keys = book.opened_keys();
        Desk { folder, path, sheet, keys }
    }

    pub(crate) fn unlock(&self) -> crate::Result<BookFile> {
        BookFile::unlock(&self.path, Some("王小明"), &Secret::from(PASSWORD))
    }

    /// Without the cost of a password.
    pub(crate) fn reopen(&self) -> crate::Result<BookFile> {
        BookFile::reopen(&self.path, &self.keys)
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).unwrap()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

pub(crate) fn entries(book: &BookFile) -> i64 {
    let connection = book.connect_read_only().unwrap();
    connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0)).unwrap()
}
