//! Backups: a whole book in one authenticated file, written beside nothing else and never over
//! anything.
//!
//! A backup opens anywhere with the passwords of the day it was made. It is good only after it has
//! been opened again, unpacked and compared; that comparison is the caller's.

use crate::backup_container::{CHUNK, LONGEST_MANIFEST, Preamble, make_preamble};
use crate::book::{BookFile, OpenedKeys, unlock_recovery_slot, unlock_slot};
use crate::connection;
use crate::error::{Result, VaultError};
use crate::faults::{self, Failure, Operation};
use crate::header::COPY_OFFSETS;
use crate::journal;
use crate::keys::TAG_LENGTH;
use crate::placement::{database_size, place};
use crate::recovery;
use crate::secret::Secret;
use crate::settle::{folder_of, sync_folder};
use crate::slot::Unlocked;
use rusqlite::Connection;
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// How often a checkpoint is tried again when a commit comes in between.
const ATTEMPTS: u32 = 5;

/// Writes a backup of `book` to `destination`, which must be free. `connection` is the book's
/// writing connection, outside a transaction; others may read meanwhile. `progress` is told bytes
/// done and in all, and may stop the work by answering `false`.
pub fn write(
    book: &BookFile,
    connection: &Connection,
    destination: &Path,
    manifest: &[u8],
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<()> {
    let refused = |source| VaultError::from_io(source, destination);
    if destination.symlink_metadata().is_ok() {
        return Err(VaultError::AlreadyExists { path: destination.to_path_buf() });
    }
    if manifest.len() > LONGEST_MANIFEST {
        return Err(refused(io::ErrorKind::InvalidInput.into()));
    }
    let made = tempfile::Builder::new()
        .prefix(".kontor-")
        .suffix(".part")
        .tempfile_in(folder_of(destination))
        .map_err(refused)?;
    let (mut file, temporary) = made.into_parts();
    let still = Stillness::begin(book, connection)?;
    copy_sealed(book, &mut file, destination, manifest, progress)?;
    drop(still);
    sync(&file).map_err(refused)?;
    drop(file);
    temporary.persist_noclobber(destination).map_err(|kept| refused(kept.error))?;
    sync_folder(destination).map_err(refused)
}

/// While this lives, the whole database is in the file and nobody commits.
struct Stillness<'a>(&'a Connection);

impl<'a> Stillness<'a> {
    fn begin(book: &BookFile, connection: &'a Connection) -> Result<Stillness<'a>> {
        if !connection.is_autocommit() {
            return Err(VaultError::Busy);
        }
        for _ in 0..ATTEMPTS {
            connection::checkpoint(connection)?;
            connection.execute_batch("BEGIN IMMEDIATE")?;
            let still = Stillness(connection);
            if journal::length(book.path())? == 0 {
                return Ok(still);
            }
        }
        Err(VaultError::Busy)
    }
}

impl Drop for Stillness<'_> {
    fn drop(&mut self) {
        // Nothing was written in it; a failure leaves nothing to undo.
        let _ = self.0.execute_batch("ROLLBACK");
    }
}

fn copy_sealed(
    book: &BookFile,
    file: &mut File,
    destination: &Path,
    manifest: &[u8],
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<()> {
    let unreadable = |source| VaultError::from_io(source, book.path());
    let unwritable = |source| VaultError::from_io(source, destination);
    let size = database_size(book.file.length().map_err(unreadable)?);
    let header = book.header.encode(&book.keys.book_key);
    let (preamble, mut seal) = make_preamble(&book.keys.book_key, &header, manifest, size)?;
    put(file, &preamble).map_err(unwritable)?;
    let mut done = 0u64;
    let mut chunk = Vec::with_capacity(CHUNK + TAG_LENGTH);
    loop {
        let left = size.saturating_sub(done);
        chunk.clear();
        chunk.resize(CHUNK.min(usize::try_from(left).unwrap_or(CHUNK)), 0);
        let is_last = left <= CHUNK as u64;
        book.file.read(place(done), &mut chunk).map_err(unreadable)?;
        done += chunk.len() as u64;
        if is_last {
            seal.last(&mut chunk)?;
            put(file, &chunk).map_err(unwritable)?;
            // The last word is still the caller's: up to here nothing is in place.
            return if progress(done, size) { Ok(()) } else { Err(VaultError::Stopped) };
        }
        seal.next(&mut chunk)?;
        put(file, &chunk).map_err(unwritable)?;
        if !progress(done, size) {
            return Err(VaultError::Stopped);
        }
    }
}

fn put(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    match faults::strike(Operation::Write, bytes.len() as u64) {
        None => file.write_all(bytes),
        Some(Failure::Full) => Err(io::ErrorKind::StorageFull.into()),
        Some(_) => Err(io::Error::other("write fault on order")),
    }
}

fn sync(file: &File) -> io::Result<()> {
    match faults::strike(Operation::Sync, 0) {
        None => file.sync_all(),
        Some(_) => Err(io::Error::other("sync fault on order")),
    }
}

/// A backup whose password was right and whose manifest is authentic; its chunks are read when it
/// is unpacked.
pub struct OpenedBackup {
    path: PathBuf,
    from: BufReader<File>,
    preamble: Preamble,
    manifest: Zeroizing<Vec<u8>>,
    keys: Unlocked,
}

/// Opens a backup with a name and password of the day it was made.
pub fn open(path: &Path, name: Option<&str>, password: &Secret) -> Result<OpenedBackup> {
    open_by(path, |preamble| unlock_slot(&preamble.header.header, name, password))
}

/// Opens a backup with the recovery sheet of the day it was made.
pub fn open_with_recovery(path: &Path, sheet: &str) -> Result<OpenedBackup> {
    let secret = recovery::decode(sheet).ok_or(VaultError::WrongRecovery)?;
    open_by(path, |preamble| {
        unlock_recovery_slot(&preamble.header.header, &secret).ok_or(VaultError::WrongRecovery)
    })
}

/// Opens a backup with the keys its book is open with: to compare it as soon as it is written.
pub fn open_with_keys(path: &Path, keys: &OpenedKeys) -> Result<OpenedBackup> {
    open_by(path, |_| Ok(keys.0.clone()))
}

fn open_by(
    path: &Path,
    unlock: impl FnOnce(&Preamble) -> Result<Unlocked>,
) -> Result<OpenedBackup> {
    let file = File::open(path).map_err(|source| VaultError::from_io(source, path))?;
    let mut from = BufReader::with_capacity(CHUNK + TAG_LENGTH, file);
    let preamble = Preamble::read(&mut from)?;
    let keys = unlock(&preamble)?;
    preamble.header.verify(&keys.book_key).map_err(|_| VaultError::BackupDamaged)?;
    let manifest = preamble.open_manifest(&keys.book_key)?;
    Ok(OpenedBackup { path: path.to_path_buf(), from, preamble, manifest, keys })
}

impl OpenedBackup {
    /// What the backup says it holds, as its writer put it.
    pub fn manifest(&self) -> &[u8] {
        &self.manifest
    }

    /// Unpacks the book beside `new_path`, which must be free, under a temporary name. Compare it,
    /// close its connections, then [`BookFile::settle`] it at `new_path`; dropped before that, it
    /// leaves nothing behind. `progress` is told bytes done and in all, and may stop the work by
    /// answering `false`.
    pub fn extract(
        mut self,
        new_path: &Path,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<BookFile> {
        let refused = |source| VaultError::from_io(source, new_path);
        if new_path.symlink_metadata().is_ok() {
            return Err(VaultError::AlreadyExists { path: new_path.to_path_buf() });
        }
        let header = self.preamble.header.header.clone();
        let book = BookFile::create_unsettled(new_path, header, self.keys.clone())?;
        for offset in COPY_OFFSETS {
            book.file.write(offset, self.preamble.header.bytes()).map_err(refused)?;
        }
        self.unpack(&book, new_path, progress)?;
        book.file.sync().map_err(refused)?;
        connection::probe(&book.path, &book.keys.book_key)?;
        Ok(book)
    }

    fn unpack(
        &mut self,
        book: &BookFile,
        new_path: &Path,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<()> {
        let refused = |source| VaultError::from_io(source, new_path);
        let size = self.preamble.database_size;
        let mut opening = self.preamble.open_chunks(&self.keys.book_key);
        let mut done = 0u64;
        let mut chunk = Vec::with_capacity(CHUNK + TAG_LENGTH);
        loop {
            let left = size.saturating_sub(done);
            self.fill(&mut chunk, CHUNK.min(usize::try_from(left).unwrap_or(CHUNK)))?;
            if left <= CHUNK as u64 {
                opening.last(&mut chunk)?;
                book.file.write(place(done), &chunk).map_err(refused)?;
                return self.expect_end();
            }
            opening.next(&mut chunk)?;
            book.file.write(place(done), &chunk).map_err(refused)?;
            done += chunk.len() as u64;
            if !progress(done, size) {
                return Err(VaultError::Stopped);
            }
        }
    }

    /// Reads the next sealed chunk.
    fn fill(&mut self, chunk: &mut Vec<u8>, plain_length: usize) -> Result<()> {
        chunk.clear();
        chunk.resize(plain_length + TAG_LENGTH, 0);
        self.from.read_exact(chunk).map_err(|source| match source.kind() {
            io::ErrorKind::UnexpectedEof => VaultError::BackupDamaged,
            _ => VaultError::from_io(source, &self.path),
        })
    }

    fn expect_end(&mut self) -> Result<()> {
        match self.from.read(&mut [0u8; 1]) {
            Ok(0) => Ok(()),
            Ok(_) => Err(VaultError::BackupDamaged),
            Err(source) => Err(VaultError::from_io(source, &self.path)),
        }
    }
}
