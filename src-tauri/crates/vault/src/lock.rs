//! The operating system's lock on one byte of the header: who has it has the book.

#![allow(unsafe_code)]

use std::fs::File;
use std::io;

/// The last byte of the header. Nobody reads or writes it, because Windows enforces locks.
const LOCK_OFFSET: i64 = 64 * 1024 - 1;

/// Takes the lock if nobody has it.
#[cfg(unix)]
pub(crate) fn take(file: &File) -> io::Result<bool> {
    match set(file, libc::F_WRLCK) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.raw_os_error(), Some(libc::EAGAIN | libc::EACCES)) => {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// Gives the lock back.
#[cfg(unix)]
pub(crate) fn release(file: &File) -> io::Result<()> {
    set(file, libc::F_UNLCK)
}

/// A lock of the open file, not of the process: SQLite closing its own handle on the same file
/// does not drop it.
#[cfg(unix)]
fn set(file: &File, kind: impl TryInto<libc::c_short>) -> io::Result<()> {
    use std::os::fd::AsRawFd;
    let kind = kind.try_into().map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
    // SAFETY: all zeros are a valid `flock`; its unnamed fields differ between systems.
    let mut wanted: libc::flock = unsafe { std::mem::zeroed() };
    wanted.l_type = kind;
    wanted.l_whence = libc::SEEK_SET as libc::c_short;
    wanted.l_start = LOCK_OFFSET;
    wanted.l_len = 1;
    // SAFETY: the descriptor is open as long as `file` is borrowed, and the call only reads
    // `wanted`.
    let answer = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_OFD_SETLK, &wanted) };
    if answer == -1 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// Takes the lock if nobody has it.
#[cfg(windows)]
pub(crate) fn take(file: &File) -> io::Result<bool> {
    use std::os::windows::io::AsRawHandle;
    use windows_sys::Win32::Foundation::ERROR_LOCK_VIOLATION;
    use windows_sys::Win32::Storage::FileSystem::{
        LOCKFILE_EXCLUSIVE_LOCK, LOCKFILE_FAIL_IMMEDIATELY, LockFileEx,
    };
    let flags = LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY;
    let mut place = place();
    // SAFETY: the handle is open as long as `file` is borrowed; without an event the call is over
    // when it returns, so `place` outlives it.
    let taken = unsafe { LockFileEx(file.as_raw_handle(), flags, 0, 1, 0, &mut place) };
    if taken != 0 {
        return Ok(true);
    }
    let error = io::Error::last_os_error();
    match error.raw_os_error().and_then(|code| u32::try_from(code).ok()) {
        Some(ERROR_LOCK_VIOLATION) => Ok(false),
        _ => Err(error),
    }
}

/// Gives the lock back.
#[cfg(windows)]
pub(crate) fn release(file: &File) -> io::Result<()> {
    use std::os::windows::io::AsRawHandle;
    use windows_sys::Win32::Storage::FileSystem::UnlockFileEx;
    let mut place = place();
    // SAFETY: as for taking it.
    let released = unsafe { UnlockFileEx(file.as_raw_handle(), 0, 1, 0, &mut place) };
    if released != 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

#[cfg(windows)]
fn place() -> windows_sys::Win32::System::IO::OVERLAPPED {
    // SAFETY: all zeros are a valid OVERLAPPED.
    let mut place: windows_sys::Win32::System::IO::OVERLAPPED = unsafe { std::mem::zeroed() };
    place.Anonymous.Anonymous.Offset = LOCK_OFFSET as u32;
    place
}
