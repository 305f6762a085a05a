//! What SQLite does with an open file: offsets of a book are shifted, the rest passes through.
//!
//! Every read, write and sync is counted and can be made to fail by `faults`. There is no memory
//! mapping: the interface is version 2, which has none.

use super::ShimFile;
use crate::faults::{self, Failure, Operation};
use crate::placement::{database_size, file_length, place, straddles};
use rusqlite::ffi::{self, sqlite3_file, sqlite3_io_methods};
use std::ffi::{c_int, c_void};
use std::ptr;
use std::sync::Arc;

pub(super) static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

pub(super) unsafe fn inner(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: `szOsFile` leaves room for both structures, one after the other.
    unsafe { file.cast::<ShimFile>().add(1).cast() }
}

unsafe fn is_book(file: *mut sqlite3_file) -> bool {
    // SAFETY: every file with our methods starts with a `ShimFile`.
    unsafe { !(*file.cast::<ShimFile>()).book.is_null() }
}

/// Calls the base system's method on the base system's file.
macro_rules! base {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        let inner = inner($file);
        match (*(*inner).pMethods).$method {
            Some(call) => call(inner $(, $argument)*),
            None => ffi::SQLITE_IOERR,
        }
    }};
}

/// A method that goes on unchanged.
macro_rules! unchanged {
    ($name:ident, $method:ident $(, $argument:ident: $kind:ty)*) => {
        unsafe extern "C" fn $name(file: *mut sqlite3_file $(, $argument: $kind)*) -> c_int {
            // SAFETY: the file is one of ours and the arguments are SQLite's own.
            unsafe { base!(file, $method $(, $argument)*) }
        }
    };
}
unchanged!(lock, xLock, level: c_int);
unchanged!(unlock, xUnlock, level: c_int);
unchanged!(check_reserved_lock, xCheckReservedLock, answer: *mut c_int);
unchanged!(sector_size, xSectorSize);
unchanged!(device_characteristics, xDeviceCharacteristics);
unchanged!(shm_map, xShmMap, region: c_int, size: c_int, extend: c_int, to: *mut *mut c_void);
unchanged!(shm_lock, xShmLock, offset: c_int, count: c_int, flags: c_int);
unchanged!(shm_unmap, xShmUnmap, delete: c_int);

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: the file is one of ours.
    unsafe {
        let inner = inner(file);
        if let Some(call) = (*(*inner).pMethods).xShmBarrier {
            call(inner);
        }
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file once; the count taken at opening is given back after the base
    // system has closed its handle, so ours is the later one to go.
    unsafe {
        let code = base!(file, xClose);
        let shim = &mut *file.cast::<ShimFile>();
        if !shim.book.is_null() {
            let book = Arc::from_raw(shim.book);
            shim.book = ptr::null();
            book.disconnected();
        }
        shim.methods = ptr::null();
        code
    }
}

/// The place of `length` bytes in the file, or `None` where they may not lie.
unsafe fn placed(file: *mut sqlite3_file, offset: i64, length: c_int) -> Option<i64> {
    // SAFETY: as for `is_book`.
    if !unsafe { is_book(file) } {
        return Some(offset);
    }
    let (offset, length) = (u64::try_from(offset).ok()?, u64::try_from(length).ok()?);
    if straddles(offset, length) {
        return None;
    }
    i64::try_from(place(offset)).ok()
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, n: c_int, at: i64) -> c_int {
    if faults::strike(Operation::Read, 0).is_some() {
        return ffi::SQLITE_IOERR_READ;
    }
    // SAFETY: the file is one of ours; SQLite has `n` bytes at `to`.
    unsafe {
        match placed(file, at, n) {
            Some(at) => base!(file, xRead, to, n, at),
            None => ffi::SQLITE_IOERR_READ,
        }
    }
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    n: c_int,
    at: i64,
) -> c_int {
    let failure = faults::strike(Operation::Write, u64::try_from(n).unwrap_or(0));
    // SAFETY: the file is one of ours; SQLite has `n` bytes at `from`.
    unsafe {
        let Some(at) = placed(file, at, n) else { return ffi::SQLITE_IOERR_WRITE };
        match failure {
            None => base!(file, xWrite, from, n, at),
            Some(Failure::Full) => ffi::SQLITE_FULL,
            Some(Failure::Io) => ffi::SQLITE_IOERR_WRITE,
            Some(Failure::Torn) => {
                base!(file, xWrite, from, n / 2, at);
                ffi::SQLITE_IOERR_WRITE
            }
        }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: i64) -> c_int {
    // SAFETY: the file is one of ours.
    unsafe {
        match length_for(file, size) {
            Some(length) => base!(file, xTruncate, length),
            None => ffi::SQLITE_IOERR_TRUNCATE,
        }
    }
}

/// The length the file must have for a database of `size` bytes.
unsafe fn length_for(file: *mut sqlite3_file, size: i64) -> Option<i64> {
    // SAFETY: as for `is_book`.
    if unsafe { is_book(file) } {
        i64::try_from(file_length(u64::try_from(size).ok()?)).ok()
    } else {
        Some(size)
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    if faults::strike(Operation::Sync, 0).is_some() {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    // SAFETY: the file is one of ours.
    unsafe { base!(file, xSync, flags) }
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut i64) -> c_int {
    // SAFETY: the file is one of ours; SQLite has room for the answer.
    unsafe {
        let code = base!(file, xFileSize, size);
        if code == ffi::SQLITE_OK && is_book(file) {
            let length = u64::try_from(*size).unwrap_or(0);
            *size = i64::try_from(database_size(length)).unwrap_or(0);
        }
        code
    }
}

unsafe extern "C" fn file_control(file: *mut sqlite3_file, op: c_int, with: *mut c_void) -> c_int {
    // SAFETY: the file is one of ours; SQLite documents what `with` points to for each operation.
    unsafe {
        match op {
            ffi::SQLITE_FCNTL_SIZE_HINT => {
                let Some(mut length) = length_for(file, *with.cast::<i64>()) else {
                    return ffi::SQLITE_OK;
                };
                base!(file, xFileControl, op, ptr::from_mut(&mut length).cast())
            }
            // No mapping; and no growing by chunks, whose unwritten pages would read as damaged.
            ffi::SQLITE_FCNTL_MMAP_SIZE | ffi::SQLITE_FCNTL_CHUNK_SIZE => ffi::SQLITE_NOTFOUND,
            _ => base!(file, xFileControl, op, with),
        }
    }
}
