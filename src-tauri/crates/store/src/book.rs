//! An open book: its file, the connection that writes, and connections that only read.

use std::path::Path;

use kontor_vault::{BookFile, NewPerson, RecoverySheet, Secret};
use rusqlite::Connection;
use uuid::Uuid;

use crate::access::{AccessNote, record_access};
use crate::capture::{self, SharedCapture};
use crate::digest::{RowDigest, RowHasher};
use crate::error::{Result, StoreError};
use crate::{migrations, operations, search};

/// What a new book begins with.
#[derive(Debug)]
pub struct NewBook<'a> {
    /// The book's id, for good.
    pub uid: Uuid,
    /// Its first person.
    pub person_uid: Uuid,
    /// The first person's name.
    pub person: &'a str,
    /// Their password.
    pub password: &'a Secret,
}

/// An open book.
pub struct Book {
    // Connections are declared before the file, so that they close before its lock is given up.
    writer: Connection,
    capture: Option<SharedCapture>,
    file: BookFile,
}

impl Book {
    /// Makes a book whose first content the caller writes. The file appears under its name only when that is done.
    ///
    /// # Errors
    /// When the place is taken or cannot be written, or what the caller's writing refuses; nothing is left behind then.
    pub fn create<E: From<StoreError>>(
        path: &Path,
        new: &NewBook<'_>,
        fill: impl FnOnce(&mut Self) -> std::result::Result<(), E>,
    ) -> std::result::Result<(Self, RecoverySheet), E> {
        let (mut book, sheet) = Self::prepare(path, new)?;
        fill(&mut book)?;
        Ok((book.settle(path)?, sheet))
    }

    /// A book under a temporary name, with its tables and nothing in them.
    fn prepare(path: &Path, new: &NewBook<'_>) -> Result<(Self, RecoverySheet)> {
        let person = NewPerson { uid: new.person_uid, name: new.person, password: new.password };
        let (file, sheet) = BookFile::prepare(path, new.uid, &person)?;
        let writer = file.connect()?;
        migrations::make(&writer)?;
        search::enter(&writer)?;
        Ok((Self { writer, capture: None, file }, sheet))
    }

    /// Gives a prepared book its name.
    fn settle(self, path: &Path) -> Result<Self> {
        self.checkpoint()?;
        let Self { writer, capture, file } = self;
        drop((writer, capture));
        Self::enter(file.settle(path)?)
    }

    /// Opens a book with a person's name and password; without a name, every person is tried.
    ///
    /// # Errors
    /// When the file refuses, or was written by a newer program.
    pub fn open(path: &Path, person: Option<&str>, password: &Secret) -> Result<Self> {
        Self::enter(BookFile::unlock(path, person, password)?)
    }

    /// Takes a file that has been unlocked.
    ///
    /// # Errors
    /// When its tables were written by a newer program or cannot be read.
    pub fn enter(file: BookFile) -> Result<Self> {
        let reader = file.connect_read_only()?;
        migrations::refuse_newer(&reader)?;
        drop(reader);
        let writer = file.connect()?;
        search::enter(&writer)?;
        Ok(Self { writer, capture: None, file })
    }

    /// The file behind the book.
    #[must_use]
    pub const fn file(&self) -> &BookFile {
        &self.file
    }

    /// The file behind the book, to admit persons and change passwords.
    pub const fn file_mut(&mut self) -> &mut BookFile {
        &mut self.file
    }

    /// Gives up the tables and keeps the file.
    #[must_use]
    pub fn into_file(self) -> BookFile {
        self.file
    }

    /// The connection that writes; reading through it sees what is being written.
    #[must_use]
    pub const fn connection(&self) -> &Connection {
        &self.writer
    }

    /// A further connection that only reads, for questions while something is being written.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reader(&self) -> Result<Connection> {
        Ok(self.file.connect_read_only()?)
    }

    /// Moves everything into the one file and leaves nothing beside it.
    ///
    /// # Errors
    /// When the file cannot be written, or somebody is still reading.
    pub fn checkpoint(&self) -> Result<()> {
        Ok(self.file.checkpoint(&self.writer)?)
    }

    /// Whether a commit waits until the disk has it. Only while a book is made that can be made again may it not; a
    /// checkpoint after it waits for everything.
    ///
    /// # Errors
    /// When the connection refuses.
    pub fn wait_for_disk(&self, waits: bool) -> Result<()> {
        let pragma = if waits { "PRAGMA synchronous = FULL" } else { "PRAGMA synchronous = OFF" };
        Ok(self.writer.execute_batch(pragma)?)
    }

    /// Notes a read that matters.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note_access(&self, note: AccessNote<'_>) -> Result<()> {
        record_access(&self.writer, &self.file, note)
    }

    /// The capture of written rows; installed at the first write, so that reading opens fast.
    pub(crate) fn capture(&mut self) -> Result<SharedCapture> {
        if let Some(capture) = &self.capture {
            return Ok(SharedCapture::clone(capture));
        }
        let head = operations::head(&self.writer)?;
        let digest =
            RowDigest::from_bytes(&head.digest).ok_or(StoreError::Unreadable { what: "digest" })?;
        let capture = capture::install(&self.writer, self.row_hasher(), digest)?;
        self.capture = Some(SharedCapture::clone(&capture));
        Ok(capture)
    }

    pub(crate) fn row_hasher(&self) -> RowHasher {
        RowHasher::new(&self.file.derive_key("row digest"))
    }

    pub(crate) const fn parts(&mut self) -> (&mut Connection, &BookFile) {
        (&mut self.writer, &self.file)
    }
}
