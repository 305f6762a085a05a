//! The methods of a connection's main file, called as SQLite would.

#![allow(clippy::unwrap_used)]

use rusqlite::Connection;
use rusqlite::ffi::{self, sqlite3_file, sqlite3_io_methods};
use std::ffi::c_int;
use std::ptr;

fn with_file<T>(
    connection: &Connection,
    work: impl FnOnce(*mut sqlite3_file, &sqlite3_io_methods) -> T,
) -> T {
    let mut file: *mut sqlite3_file = ptr::null_mut();
    // SAFETY: the operation stores the main file's pointer, good while the connection lives.
    unsafe {
        let to = ptr::from_mut(&mut file).cast();
        let op = ffi::SQLITE_FCNTL_FILE_POINTER;
        ffi::sqlite3_file_control(connection.handle(), c"main".as_ptr(), op, to);
        work(file, &*(*file).pMethods)
    }
}

pub(crate) fn write_and_read(connection: &Connection, at: u64, bytes: &[u8]) -> Vec<u8> {
    let (at, length) = (i64::try_from(at).unwrap(), c_int::try_from(bytes.len()).unwrap());
    let mut read = vec![0u8; bytes.len()];
    with_file(connection, |file, methods| {
        // SAFETY: both buffers have `length` bytes.
        unsafe {
            let code = methods.xWrite.unwrap()(file, bytes.as_ptr().cast(), length, at);
            assert_eq!(code, ffi::SQLITE_OK);
            let code = methods.xRead.unwrap()(file, read.as_mut_ptr().cast(), length, at);
            assert_eq!(code, ffi::SQLITE_OK);
        }
    });
    read
}

pub(crate) fn size(connection: &Connection) -> u64 {
    let mut size = 0;
    // SAFETY: there is room for the answer.
    with_file(connection, |file, methods| unsafe {
        assert_eq!(methods.xFileSize.unwrap()(file, &mut size), ffi::SQLITE_OK);
    });
    u64::try_from(size).unwrap()
}

pub(crate) fn truncate(connection: &Connection, size: u64) {
    let size = i64::try_from(size).unwrap();
    // SAFETY: the file is open.
    with_file(connection, |file, methods| unsafe {
        assert_eq!(methods.xTruncate.unwrap()(file, size), ffi::SQLITE_OK);
    });
}
