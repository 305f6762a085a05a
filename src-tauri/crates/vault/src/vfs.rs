//! SQLite's view of a book: a database that starts behind the header (see `placement`).
//!
//! A thin layer over SQLite's own file system. It opens main databases only where a book is open
//! already, shifts their offsets, and keeps the book's handle alive until SQLite has closed its
//! own. Journals and temporary files pass through unshifted. What it does with an open file is in
//! `methods`.

#![allow(unsafe_code)]

mod methods;
#[cfg(test)]
pub(crate) mod tests;

use crate::error::{Result, VaultError};
use crate::open_file::OpenFile;
use methods::{METHODS, inner};
use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};
use std::ffi::{CStr, c_char, c_int};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::{mem, ptr};

/// The name connections ask for.
pub(crate) const NAME: &CStr = c"kontor";

/// What SQLite allocates for us per file; the base system's own structure follows it. SQLite
/// promises eight-byte alignment and no more.
#[repr(C, align(8))]
struct ShimFile {
    methods: *const sqlite3_io_methods,
    /// One count of the `Arc` for a main database, null for other files.
    book: *const OpenFile,
}

struct Vfs(sqlite3_vfs);
// SAFETY: the structure is written before it is registered and only read afterwards, save for
// SQLite's own `pNext`, which SQLite guards with its mutex.
unsafe impl Sync for Vfs {}
// SAFETY: as above; nothing in it belongs to a thread.
unsafe impl Send for Vfs {}

/// Gives SQLite the key of a connection just opened, without passing it through SQL text.
pub(crate) fn key(connection: &rusqlite::Connection, text: &str) -> Result<()> {
    let length = c_int::try_from(text.len()).unwrap_or(0);
    // SAFETY: the handle is open while the connection is borrowed; the bytes are only read.
    let code = unsafe { ffi::sqlite3_key(connection.handle(), text.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(failure(code)) }
}

/// Registers the file system, once per process and not as the default.
pub(crate) fn register() -> Result<()> {
    static REGISTERED: OnceLock<(Box<Vfs>, c_int)> = OnceLock::new();
    let (_, code) = REGISTERED.get_or_init(|| {
        // SAFETY: SQLite may be initialised at any time; all zeros are a valid `sqlite3_vfs`; the
        // box is never moved out of the static, so SQLite's pointer to it stays good.
        unsafe {
            let code = ffi::sqlite3_initialize();
            let base = ffi::sqlite3_vfs_find(ptr::null());
            let mut vfs = Box::new(Vfs(mem::zeroed()));
            if code != ffi::SQLITE_OK || base.is_null() {
                return (vfs, ffi::SQLITE_CANTOPEN);
            }
            vfs.0 = layer_over(base);
            let code = ffi::sqlite3_vfs_register(&mut vfs.0, 0);
            (vfs, code)
        }
    });
    if *code == ffi::SQLITE_OK { Ok(()) } else { Err(failure(*code)) }
}

fn failure(code: c_int) -> VaultError {
    VaultError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
}

/// # Safety
/// `base` must be a registered file system.
unsafe fn layer_over(base: *mut sqlite3_vfs) -> sqlite3_vfs {
    // SAFETY: the caller's word; registered systems stay.
    let base_system = unsafe { &*base };
    sqlite3_vfs {
        iVersion: 2,
        szOsFile: base_system.szOsFile + mem::size_of::<ShimFile>() as c_int,
        mxPathname: base_system.mxPathname,
        pNext: ptr::null_mut(),
        zName: NAME.as_ptr(),
        pAppData: base.cast(),
        xOpen: Some(open),
        xDelete: Some(delete),
        xAccess: Some(access),
        xFullPathname: Some(full_pathname),
        // No extension is ever loaded.
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        xRandomness: Some(randomness),
        xSleep: Some(sleep),
        xCurrentTime: Some(current_time),
        xGetLastError: Some(last_error),
        xCurrentTimeInt64: Some(current_time_int64),
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    }
}

unsafe fn base_of(vfs: *mut sqlite3_vfs) -> *mut sqlite3_vfs {
    // SAFETY: SQLite hands us the structure we registered, whose data is the base system.
    unsafe { (*vfs).pAppData.cast() }
}

/// Passes a call on to the base system.
macro_rules! pass_on {
    ($name:ident, $method:ident, ($($argument:ident: $kind:ty),*) -> $answer:ty, else $missing:expr) => {
        unsafe extern "C" fn $name(vfs: *mut sqlite3_vfs $(, $argument: $kind)*) -> $answer {
            // SAFETY: the arguments are SQLite's own and go on unchanged.
            unsafe {
                let base = base_of(vfs);
                match (*base).$method {
                    Some(call) => call(base $(, $argument)*),
                    None => $missing,
                }
            }
        }
    };
}
pass_on!(delete, xDelete, (name: *const c_char, sync: c_int) -> c_int, else ffi::SQLITE_IOERR);
pass_on!(access, xAccess, (name: *const c_char, flags: c_int, answer: *mut c_int) -> c_int,
    else ffi::SQLITE_IOERR);
pass_on!(full_pathname, xFullPathname, (name: *const c_char, room: c_int, to: *mut c_char) -> c_int,
    else ffi::SQLITE_IOERR);
pass_on!(randomness, xRandomness, (room: c_int, to: *mut c_char) -> c_int, else 0);
pass_on!(sleep, xSleep, (microseconds: c_int) -> c_int, else 0);
pass_on!(current_time, xCurrentTime, (to: *mut f64) -> c_int, else ffi::SQLITE_ERROR);
pass_on!(last_error, xGetLastError, (room: c_int, to: *mut c_char) -> c_int, else 0);
pass_on!(current_time_int64, xCurrentTimeInt64, (to: *mut sqlite3_int64) -> c_int,
    else ffi::SQLITE_ERROR);

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    flags_given: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives room for `szOsFile` bytes at `file`, aligned to eight, and a
    // name that is null or ends in zero. A null `pMethods` tells it not to call `xClose`.
    unsafe {
        let shim = file.cast::<ShimFile>();
        shim.write(ShimFile { methods: ptr::null(), book: ptr::null() });
        let mut book = None;
        if flags & ffi::SQLITE_OPEN_MAIN_DB != 0 && !name.is_null() {
            book = path_of(CStr::from_ptr(name)).and_then(|path| OpenFile::find(&path));
            if book.is_none() {
                return ffi::SQLITE_CANTOPEN;
            }
        }
        let (base, inner) = (base_of(vfs), inner(file));
        (*inner).pMethods = ptr::null();
        let Some(call) = (*base).xOpen else { return ffi::SQLITE_CANTOPEN };
        let code = call(base, name, inner, flags, flags_given);
        if code != ffi::SQLITE_OK {
            if !(*inner).pMethods.is_null()
                && let Some(close) = (*(*inner).pMethods).xClose
            {
                close(inner);
            }
            return code;
        }
        if let Some(book) = book {
            book.connected();
            (*shim).book = Arc::into_raw(book);
        }
        (*shim).methods = &METHODS;
        ffi::SQLITE_OK
    }
}

#[cfg(unix)]
fn path_of(name: &CStr) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Some(PathBuf::from(std::ffi::OsStr::from_bytes(name.to_bytes())))
}

#[cfg(windows)]
fn path_of(name: &CStr) -> Option<PathBuf> {
    name.to_str().ok().map(PathBuf::from)
}
