//! The one handle this process keeps on a book while anything uses it, and who uses it.
//!
//! On Unix, closing *any* handle on a file drops all of the process's POSIX locks on it, SQLite's
//! included. So a book is opened by us once per process, every header read and write goes through
//! that handle, and it is closed only when the last connection is gone.

use crate::error::{Result, VaultError};
use crate::faults::{self, Failure, Operation};
use crate::lock;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};

/// A book's file, open for reading and writing.
pub(crate) struct OpenFile {
    /// There until the handle is closed in `drop`.
    file: Option<File>,
    users: Mutex<Users>,
}

#[derive(Default)]
struct Users {
    /// Whether this process has the operating system's lock.
    locked: bool,
    /// Whether a `BookFile` claims the book.
    claimed: bool,
    connections: usize,
}

/// Every book open in this process, by the file it is.
static REGISTRY: Mutex<Vec<(FileIdentity, Weak<OpenFile>)>> = Mutex::new(Vec::new());
static CLOSED: Condvar = Condvar::new();

#[cfg(unix)]
type FileIdentity = (u64, u64);
#[cfg(windows)]
type FileIdentity = std::path::PathBuf;

#[cfg(unix)]
fn identify(path: &Path) -> io::Result<FileIdentity> {
    use std::os::unix::fs::MetadataExt;
    let facts = std::fs::metadata(path)?;
    if facts.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok((facts.dev(), facts.ino()))
}

#[cfg(windows)]
fn identify(path: &Path) -> io::Result<FileIdentity> {
    std::fs::canonicalize(path)
}

fn lock_or_inherit<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl OpenFile {
    /// The file at `path`: the handle this process has already, or a new one.
    pub(crate) fn open(path: &Path) -> Result<Arc<OpenFile>> {
        let refused = |source| VaultError::from_io(source, path);
        let mut registry = lock_or_inherit(&REGISTRY);
        loop {
            let identity = identify(path).map_err(refused)?;
            match registry.iter().find(|(known, _)| *known == identity) {
                None => {
                    let file = File::options().read(true).write(true).open(path);
                    return Ok(OpenFile::enter(&mut registry, identity, file.map_err(refused)?));
                }
                Some((_, known)) => match known.upgrade() {
                    Some(open) => return Ok(open),
                    // Another thread is about to close it; a handle opened now would lose its
                    // locks to that close.
                    None => {
                        registry = CLOSED.wait(registry).unwrap_or_else(PoisonError::into_inner);
                    }
                },
            }
        }
    }

    /// Takes over a handle on a file just made.
    pub(crate) fn adopt(file: File, path: &Path) -> Result<Arc<OpenFile>> {
        let identity = identify(path).map_err(|source| VaultError::from_io(source, path))?;
        Ok(OpenFile::enter(&mut lock_or_inherit(&REGISTRY), identity, file))
    }

    fn enter(
        registry: &mut Vec<(FileIdentity, Weak<OpenFile>)>,
        identity: FileIdentity,
        file: File,
    ) -> Arc<OpenFile> {
        let open = Arc::new(OpenFile { file: Some(file), users: Mutex::default() });
        registry.push((identity, Arc::downgrade(&open)));
        open
    }

    /// The open book at `path`, if there is one.
    pub(crate) fn find(path: &Path) -> Option<Arc<OpenFile>> {
        let identity = identify(path).ok()?;
        let registry = lock_or_inherit(&REGISTRY);
        let (_, known) = registry.iter().find(|(known, _)| *known == identity)?;
        known.upgrade()
    }

    /// Follows the file to its new place.
    pub(crate) fn moved(self: &Arc<Self>, path: &Path) -> Result<()> {
        let moved_to = identify(path).map_err(|source| VaultError::from_io(source, path))?;
        let mut registry = lock_or_inherit(&REGISTRY);
        for (identity, known) in registry.iter_mut() {
            if std::ptr::eq(known.as_ptr(), Arc::as_ptr(self)) {
                identity.clone_from(&moved_to);
            }
        }
        Ok(())
    }

    /// Takes the book for this process; `false` if anybody has it.
    pub(crate) fn claim(&self) -> io::Result<bool> {
        let mut users = lock_or_inherit(&self.users);
        if users.locked || users.claimed || !lock::take(self.file()?)? {
            return Ok(false);
        }
        (users.locked, users.claimed) = (true, true);
        Ok(true)
    }

    /// Ends the claim. The lock goes with it, or with the last connection.
    pub(crate) fn disclaim(&self) {
        let mut users = lock_or_inherit(&self.users);
        users.claimed = false;
        self.release_if_unused(&mut users);
    }

    pub(crate) fn connected(&self) {
        lock_or_inherit(&self.users).connections += 1;
    }

    pub(crate) fn disconnected(&self) {
        let mut users = lock_or_inherit(&self.users);
        users.connections = users.connections.saturating_sub(1);
        self.release_if_unused(&mut users);
    }

    pub(crate) fn connections(&self) -> usize {
        lock_or_inherit(&self.users).connections
    }

    fn release_if_unused(&self, users: &mut Users) {
        if users.locked && !users.claimed && users.connections == 0 {
            // Closing the handle, which comes next, gives the lock back in any case.
            let _ = self.file().and_then(lock::release);
            users.locked = false;
        }
    }

    fn file(&self) -> io::Result<&File> {
        self.file.as_ref().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    pub(crate) fn length(&self) -> io::Result<u64> {
        Ok(self.file()?.metadata()?.len())
    }

    /// Reads at a place in the file; a file that ends too early is an error.
    pub(crate) fn read(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        if faults::strike(Operation::Read, 0).is_some() {
            return Err(io::Error::other("read fault on order"));
        }
        read_exact_at(self.file()?, offset, into)
    }

    /// Writes at a place in the file.
    pub(crate) fn write(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        match faults::strike(Operation::Write, bytes.len() as u64) {
            None => write_all_at(self.file()?, offset, bytes),
            Some(Failure::Full) => Err(io::ErrorKind::StorageFull.into()),
            Some(Failure::Io) => Err(io::Error::other("write fault on order")),
            Some(Failure::Torn) => {
                let half = bytes.len() / 2;
                write_all_at(self.file()?, offset, bytes.split_at(half).0)?;
                Err(io::Error::other("torn write on order"))
            }
        }
    }

    /// Returns when the disk has what was written. (Rust asks macOS for F_FULLFSYNC.)
    pub(crate) fn sync(&self) -> io::Result<()> {
        if faults::strike(Operation::Sync, 0).is_some() {
            return Err(io::Error::other("sync fault on order"));
        }
        self.file()?.sync_all()
    }
}

impl Drop for OpenFile {
    fn drop(&mut self) {
        // Closed under the registry's lock: nobody opens the file anew in between.
        let mut registry = lock_or_inherit(&REGISTRY);
        drop(self.file.take());
        let this: *const OpenFile = self;
        registry.retain(|(_, known)| !std::ptr::eq(known.as_ptr(), this));
        CLOSED.notify_all();
    }
}

#[cfg(unix)]
fn read_exact_at(file: &File, offset: u64, into: &mut [u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, into, offset)
}

#[cfg(unix)]
fn write_all_at(file: &File, offset: u64, bytes: &[u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_exact_at(file: &File, mut offset: u64, mut into: &mut [u8]) -> io::Result<()> {
    use std::os::windows::fs::FileExt;
    while !into.is_empty() {
        let read = file.seek_read(into, offset)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        into = into.get_mut(read..).unwrap_or_default();
        offset += read as u64;
    }
    Ok(())
}

#[cfg(windows)]
fn write_all_at(file: &File, mut offset: u64, mut bytes: &[u8]) -> io::Result<()> {
    use std::os::windows::fs::FileExt;
    while !bytes.is_empty() {
        let written = file.seek_write(bytes, offset)?;
        if written == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        bytes = bytes.get(written..).unwrap_or_default();
        offset += written as u64;
    }
    Ok(())
}
