//! Places that cannot be written, writers that are killed, many threads at one book.

use super::*;
use crate::VaultError;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs `work` with the rights of nobody, because root may write everywhere.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn as_nobody<T>(work: impl FnOnce() -> T) -> T {
    // SAFETY: both calls take plain numbers and concern this thread only.
    unsafe { libc::setfsuid(65_534) };
    let answer = work();
    // SAFETY: as above.
    unsafe { libc::setfsuid(libc::geteuid()) };
    answer
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_or_folder_that_cannot_be_written_is_said_to_be_so() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let allow = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    allow(desk.folder.path(), 0o555);
    for mode in [0o444, 0o666] {
        allow(&desk.path, mode);
        let before = desk.bytes();
        let answer = as_nobody(|| desk.reopen());
        assert!(matches!(answer, Err(VaultError::ReadOnly { .. })), "{mode:o}");
        assert_eq!(desk.bytes(), before);
    }
    let new = as_nobody(|| create(&desk.folder.path().join("new.kontor"), BOOK));
    assert!(matches!(new, Err(VaultError::ReadOnly { .. })));
    allow(desk.folder.path(), 0o777);
    assert!(as_nobody(|| desk.reopen()).is_ok(), "and opens once it can be written");
}

/// Run by the test below in a process of its own; alone it finds nothing to do.
#[test]
fn another_process_writes_until_it_is_killed() {
    let Ok(path) = std::env::var("KONTOR_TEST_WRITTEN_BOOK") else { return };
    let book = BookFile::unlock(Path::new(&path), None, &Secret::from(PASSWORD)).unwrap();
    let connection = book.connect().unwrap();
    for number in 1000.. {
        connection.execute("INSERT INTO entry VALUES (?1, hex(zeroblob(600)))", [number]).unwrap();
        println!("posted {number}");
    }
}

#[test]
fn a_killed_writer_loses_no_acknowledged_commit() {
    let desk = Desk::new();
    for round in 0..6u32 {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "tests::places::another_process_writes_until_it_is_killed"])
            .arg("--nocapture")
            .env("KONTOR_TEST_WRITTEN_BOOK", &desk.path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let mut last = 0;
        let until = 40 + round * 97;
        for line in lines.by_ref() {
            if let Some(number) = line.unwrap().strip_prefix("posted ") {
                last = number.parse::<i64>().unwrap();
                if last >= 1000 + i64::from(until) {
                    break;
                }
            }
        }
        writer.kill().unwrap();
        writer.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            if let Some(number) = line.strip_prefix("posted ") {
                last = number.parse().unwrap_or(last);
            }
        }
        let book = desk.reopen().unwrap();
        let connection = book.connect().unwrap();
        let sql = "SELECT count(*), max(no) FROM entry WHERE no >= 1000";
        let (count, greatest): (i64, i64) =
            connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert!(greatest >= last && count == greatest - 999, "{last} acknowledged, {greatest}");
        let check: String =
            connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(check, "ok");
        connection.execute("DELETE FROM entry WHERE no >= 1000", []).unwrap();
    }
}

#[test]
fn many_threads_at_one_book_take_turns() {
    let desk = Desk::new();
    let opened = std::sync::atomic::AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                for _ in 0..40 {
                    match desk.reopen() {
                        Ok(book) => {
                            assert_eq!(entries(&book), 3);
                            opened.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        }
                        Err(VaultError::InUse { .. }) => {}
                        Err(other) => panic!("{other}"),
                    }
                }
            });
        }
    });
    assert!(opened.into_inner() > 0);
    assert_eq!(entries(&desk.reopen().unwrap()), 3);
}
