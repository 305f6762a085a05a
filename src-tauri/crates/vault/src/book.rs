//! An open book: made, unlocked, held, and given up again.

use crate::connection;
use crate::error::{Damage, Holder, Result, VaultError};
use crate::header::{COPY_LENGTH, COPY_OFFSETS, Header, ReadHeader};
use crate::identity::{Identity, PersonKeys};
use crate::journal;
use crate::kdf::{self, derive_from_password, derive_from_recovery};
use crate::keys::{BookKey, Key};
use crate::note;
use crate::open_file::OpenFile;
use crate::placement::{HEADER_LENGTH, PAGE_LENGTH, database_size};
use crate::recovery::{self, RecoverySheet};
use crate::secret::Secret;
use crate::settle::folder_of;
use crate::slot::{SlotKind, Unlocked, derive_name_tag, make_decoy_salt};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempPath;
use uuid::Uuid;

/// A person about to get a key slot.
#[derive(Debug, Clone, Copy)]
pub struct NewPerson<'a> {
    /// Who, for good.
    pub uid: Uuid,
    /// The name typed to unlock.
    pub name: &'a str,
    /// The password to begin with.
    pub password: &'a Secret,
}

/// What an open book was unlocked with, to open it or its verified successor again without asking
/// for the password. Wiped when dropped; its bytes cannot be read.
#[derive(Clone)]
pub struct OpenedKeys(pub(crate) Unlocked);

/// An open book. It is held against other processes, and its keys are in memory, until this is
/// dropped and the last of its connections closed.
pub struct BookFile {
    pub(crate) path: PathBuf,
    pub(crate) file: Claim,
    pub(crate) header: Header,
    pub(crate) keys: Unlocked,
    /// The file's temporary place while it is not settled; removed with this.
    pub(crate) unsettled: Option<TempPath>,
}

/// The right to a book's file, given up when dropped.
pub(crate) struct Claim(pub(crate) Arc<OpenFile>);

impl std::ops::Deref for Claim {
    type Target = Arc<OpenFile>;
    fn deref(&self) -> &Arc<OpenFile> {
        &self.0
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // A note left behind misleads nobody: it is read only while somebody has the lock.
        let _ = note::clear(&self.0);
        self.0.disclaim();
    }
}

impl BookFile {
    /// Makes a book with one person in it. The file appears under its name only when it is whole.
    pub fn create(
        path: &Path,
        book_uid: Uuid,
        person: &NewPerson<'_>,
    ) -> Result<(BookFile, RecoverySheet)> {
        let (book, sheet) = BookFile::prepare(path, book_uid, person)?;
        Ok((book.settle(path)?, sheet))
    }

    /// Makes a book like [`BookFile::create`], but under a temporary name beside `path`, so that
    /// the caller can put its tables in before the book appears. Then close its connections and
    /// [`BookFile::settle`] it at `path`; dropped before that, it leaves nothing behind.
    pub fn prepare(
        path: &Path,
        book_uid: Uuid,
        person: &NewPerson<'_>,
    ) -> Result<(BookFile, RecoverySheet)> {
        if path.symlink_metadata().is_ok() {
            return Err(VaultError::AlreadyExists { path: path.to_path_buf() });
        }
        if person.uid.is_nil() {
            return Err(VaultError::UnfitPerson);
        }
        let identity = Identity::make(person.uid, person.name)?;
        let keys = Unlocked { identity, book_key: BookKey::make(book_uid)? };
        let header = Header { book_uid, sequence: 0, slots: Vec::new() };
        let mut book = BookFile::create_unsettled(path, header, keys)?;
        let sheet = book.write_first_slots(person.password)?;
        let connection = book.connect()?;
        // A database of one page, so that opening can tell a right key from a wrong one.
        connection.execute_batch("PRAGMA application_id = 0x4b4e5452")?;
        book.checkpoint(&connection)?;
        drop(connection);
        Ok((book, sheet))
    }

    /// Unlocks a book with a person's name and password; without a name, every slot is tried.
    pub fn unlock(path: &Path, name: Option<&str>, password: &Secret) -> Result<BookFile> {
        let file = OpenFile::open(path)?;
        let header = read_header(&file, path)?.header;
        let keys = unlock_slot(&header, name, password)?;
        BookFile::enter(path, file, keys)
    }

    /// Unlocks a book with its recovery sheet.
    pub fn unlock_with_recovery(path: &Path, sheet: &str) -> Result<BookFile> {
        let secret = recovery::decode(sheet).ok_or(VaultError::WrongRecovery)?;
        let file = OpenFile::open(path)?;
        let header = read_header(&file, path)?.header;
        let keys = unlock_recovery_slot(&header, &secret).ok_or(VaultError::WrongRecovery)?;
        BookFile::enter(path, file, keys)
    }

    /// Unlocks a book with the keys it was open with before.
    pub fn reopen(path: &Path, keys: &OpenedKeys) -> Result<BookFile> {
        BookFile::enter(path, OpenFile::open(path)?, keys.0.clone())
    }

    /// Takes the book with keys that fit, once everything but its content has been checked.
    /// Nothing is written before that.
    fn enter(path: &Path, file: Arc<OpenFile>, keys: Unlocked) -> Result<BookFile> {
        let refused = |source| VaultError::from_io(source, path);
        if !file.claim().map_err(refused)? {
            return Err(VaultError::InUse { holder: note::read(&file, &keys.book_key) });
        }
        let file = Claim(file);
        // Read again: only now can nobody change it.
        let read = read_header(&file, path)?;
        read.verify(&keys.book_key)?;
        let person = keys.identity.public();
        if !read.header.slots.iter().any(|slot| slot.person == person) {
            return Err(VaultError::WrongPassword);
        }
        check_folder(path)?;
        // Without a log, the file ends with a whole page.
        let size = database_size(file.length().map_err(refused)?);
        if journal::length(path)? == 0 && !size.is_multiple_of(PAGE_LENGTH) {
            return Err(VaultError::Damaged { what: Damage::Truncated });
        }
        journal::check(path, &keys.book_key)?;
        connection::probe(path, &keys.book_key)?;
        let path = std::path::absolute(path).map_err(refused)?;
        let header = read.header.clone();
        let book = BookFile { path, file, header, keys, unsettled: None };
        if read.needs_repair {
            book.write_copies(read.bytes())?;
        }
        Ok(book)
    }

    /// Where the book is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The book's uid, for good.
    pub fn book_uid(&self) -> Uuid {
        self.header.book_uid
    }

    /// Who unlocked it; nil for the recovery sheet.
    pub fn person_uid(&self) -> Uuid {
        self.keys.identity.uid
    }

    /// The name they were admitted under; empty for the recovery sheet.
    pub fn person_name(&self) -> &str {
        if self.is_recovery() { "" } else { &self.keys.identity.name }
    }

    /// Whether the recovery sheet unlocked it. Somebody must get a password before work goes on.
    pub fn is_recovery(&self) -> bool {
        self.keys.identity.uid.is_nil()
    }

    /// The public keys of who unlocked it.
    pub fn own_keys(&self) -> PersonKeys {
        self.keys.identity.public()
    }

    /// The public keys of everybody with a password, in the order they were admitted.
    pub fn person_keys(&self) -> Vec<PersonKeys> {
        let people = self.header.slots.iter().filter(|slot| slot.kind == SlotKind::Password);
        people.map(|slot| slot.person).collect()
    }

    /// What the book was unlocked with, to open it again.
    pub fn opened_keys(&self) -> OpenedKeys {
        OpenedKeys(self.keys.clone())
    }

    /// Signs for who unlocked it.
    pub fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.keys.identity.sign(bytes)
    }

    /// A key of this book for one purpose of the caller's.
    pub fn derive_key(&self, purpose: &str) -> Key {
        self.keys.book_key.derive(&format!("caller/{purpose}"))
    }

    /// Says in the sealed note who has the book, for others who try to open it.
    pub fn announce(&self, machine: &str, since: &str) -> Result<()> {
        let (machine, since) = (machine.to_owned(), since.to_owned());
        let holder = Holder { person: self.person_name().to_owned(), machine, since };
        note::write(&self.file, &self.keys.book_key, &holder)
            .map_err(|source| VaultError::from_io(source, &self.path))
    }

    /// The connection that writes.
    pub fn connect(&self) -> Result<Connection> {
        connection::open_writer(&self.path, &self.keys.book_key)
    }

    /// A connection that only reads.
    pub fn connect_read_only(&self) -> Result<Connection> {
        connection::open_reader(&self.path, &self.keys.book_key)
    }

    /// Moves everything from the write-ahead log into the file.
    pub fn checkpoint(&self, connection: &Connection) -> Result<()> {
        connection::checkpoint(connection)
    }
}

/// The identity and book key behind a name and password. Every refusal takes one derivation.
pub(crate) fn unlock_slot(
    header: &Header,
    name: Option<&str>,
    password: &Secret,
) -> Result<Unlocked> {
    let tag = name.map(|name| derive_name_tag(header.book_uid, name));
    let slots = || header.slots.iter().filter(|slot| slot.kind == SlotKind::Password);
    let mut tried = false;
    for slot in slots().filter(|slot| tag.is_none_or(|tag| slot.name_tag == tag)) {
        let keys = derive_from_password(password, &slot.salt, &slot.parameters)?;
        if let Some(unlocked) = slot.unlock(header.book_uid, &keys) {
            return Ok(unlocked);
        }
        tried = true;
    }
    if !tried {
        let usual = slots().map(|slot| slot.parameters).find(|usual| usual.check().is_ok());
        derive_from_password(password, &*make_decoy_salt()?, &usual.unwrap_or(kdf::DEFAULT))?;
    }
    Err(VaultError::WrongPassword)
}

pub(crate) fn unlock_recovery_slot(header: &Header, secret: &Key) -> Option<Unlocked> {
    let mut slots = header.slots.iter().filter(|slot| slot.kind == SlotKind::Recovery);
    slots.find_map(|slot| slot.unlock(header.book_uid, &derive_from_recovery(secret, &slot.salt)))
}

/// The header as it lies in the file.
fn read_header(file: &OpenFile, path: &Path) -> Result<ReadHeader> {
    let refused = |source| VaultError::from_io(source, path);
    let length = file.length().map_err(refused)?;
    let mut copies = [vec![0u8; COPY_LENGTH], vec![0u8; COPY_LENGTH]];
    for (copy, offset) in copies.iter_mut().zip(COPY_OFFSETS) {
        // A file that ends early has what it has; the rest reads as zeros.
        let present = usize::try_from(length.saturating_sub(offset)).unwrap_or(usize::MAX);
        let present = present.min(COPY_LENGTH);
        if let Some(part) = copy.get_mut(..present) {
            file.read(offset, part).map_err(refused)?;
        }
    }
    let [first, second] = &copies;
    let read = ReadHeader::choose(first, second)?;
    if length < HEADER_LENGTH + PAGE_LENGTH {
        return Err(VaultError::Damaged { what: Damage::Truncated });
    }
    Ok(read)
}

/// SQLite keeps its log beside the file, so the folder must take one.
fn check_folder(path: &Path) -> Result<()> {
    let folder = folder_of(path);
    match tempfile::Builder::new().prefix(".kontor-").tempfile_in(folder) {
        Ok(_) => Ok(()),
        Err(source) => Err(VaultError::from_io(source, folder)),
    }
}
