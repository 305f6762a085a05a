//! Keeping this process's memory, which holds keys while a book is open, out of files.

/// Forbids core dumps, and on Linux also that other programs of the same user read our memory.
/// Best effort: a system that refuses is not a reason to refuse the books.
pub fn forbid_core_dumps() {
    #[cfg(unix)]
    forbid();
}

#[cfg(unix)]
#[allow(unsafe_code)]
fn forbid() {
    let none = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: the structure lives through the call, which copies it.
    unsafe { libc::setrlimit(libc::RLIMIT_CORE, &none) };
    #[cfg(target_os = "linux")]
    // SAFETY: this option takes plain numbers.
    unsafe {
        libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0)
    };
}
