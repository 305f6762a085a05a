//! Disks that fail, fill up, or are larger than a gibibyte.

use super::*;
use crate::faults::{self, Failure, Operation, Plan};
use crate::placement::{HOLE_LENGTH, HOLE_START};
use crate::{VaultError, backup};
use rusqlite::Connection;

fn post(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let done = connection
        .execute("INSERT INTO entry VALUES (?1, hex(zeroblob(9000)))", [number])
        .and_then(|_| connection.execute("INSERT INTO entry VALUES (?1, 'pair')", [number + 1000]))
        .and_then(|_| connection.execute_batch("COMMIT"));
    if done.is_err() && !connection.is_autocommit() {
        // SQLite may have rolled back by itself.
        let _ = connection.execute_batch("ROLLBACK");
    }
    done
}

/// Every kind of failure at every point of `work`, until there is no such point any more. Answers
/// how many points there were.
fn sweep(mut work: impl FnMut(Plan) -> u64) -> u32 {
    let mut points = 0;
    for (operation, failure) in [
        (Operation::Read, Failure::Io),
        (Operation::Write, Failure::Io),
        (Operation::Write, Failure::Full),
        (Operation::Write, Failure::Torn),
        (Operation::Sync, Failure::Io),
    ] {
        for lasting in [false, true] {
            for nth in 1.. {
                assert!(nth < 2000, "the sweep ends");
                if work(Plan { operation, nth, lasting, failure }) == 0 {
                    break;
                }
                points += 1;
            }
        }
    }
    points
}

#[test]
fn a_commit_on_a_failing_disk_is_whole_or_absent_and_never_falsely_acknowledged() {
    let desk = Desk::new();
    let start = desk.bytes();
    let points = sweep(|plan| {
        std::fs::write(&desk.path, &start).unwrap();
        let book = desk.reopen().unwrap();
        let mut acknowledged = Vec::new();
        let connection = book.connect().unwrap();
        let armed = faults::arm(plan);
        for number in [100, 101] {
            if post(&connection, number).is_ok() {
                acknowledged.push(number);
            }
        }
        let _ = book.checkpoint(&connection);
        let struck = armed.struck();
        // Closing on a disk that still fails, as a crash would.
        drop((connection, book));
        drop(armed);
        let book = desk.reopen().unwrap_or_else(|error| panic!("{plan:?}: {error}"));
        let connection = book.connect().unwrap();
        let check: String =
            connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(check, "ok", "{plan:?}");
        for number in [100, 101] {
            let sql = "SELECT count(*) FROM entry WHERE no IN (?1, ?1 + 1000)";
            let found: i64 = connection.query_row(sql, [number], |row| row.get(0)).unwrap();
            assert!(found == 0 || found == 2, "{plan:?}: half of {number}");
            assert!(found == 2 || !acknowledged.contains(&number), "{plan:?}: lost {number}");
        }
        post(&connection, 200).unwrap();
        drop((connection, book));
        struck
    });
    assert!(points > 100, "{points} points");
}

#[test]
fn a_header_change_on_a_failing_disk_leaves_a_book_that_opens() {
    let desk = Desk::new();
    let start = desk.bytes();
    sweep(|plan| {
        std::fs::write(&desk.path, &start).unwrap();
        let mut book = desk.reopen().unwrap();
        let armed = faults::arm(plan);
        let answer = book.renew_recovery();
        let struck = armed.struck();
        drop(armed);
        drop(book);
        assert!(answer.is_ok() || struck > 0);
        assert_eq!(entries(&desk.reopen().unwrap()), 3, "{plan:?}");
        if let Ok(sheet) = answer {
            assert!(BookFile::unlock_with_recovery(&desk.path, sheet.groups()).is_ok());
        }
        struck
    });
}

#[test]
fn a_backup_on_a_failing_disk_is_there_whole_or_not_at_all() {
    let desk = Desk::new();
    let copy = desk.folder.path().join("a.kontor-backup");
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    sweep(|plan| {
        let armed = faults::arm(plan);
        let answer = backup::write(&book, &connection, &copy, b"", &mut |_, _| true);
        let struck = armed.struck();
        drop(armed);
        assert_eq!(copy.exists(), answer.is_ok(), "{plan:?}");
        if copy.exists() {
            assert!(backup::open_with_keys(&copy, &desk.keys).is_ok());
            std::fs::remove_file(&copy).unwrap();
        }
        if plan.failure == Failure::Full && struck > 0 {
            assert!(matches!(answer, Err(VaultError::DiskFull)));
        }
        struck
    });
}

#[test]
fn a_failed_making_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kontor");
    for nth in [1, 2, 3, 4, 6, 9] {
        let plan = Plan { operation: Operation::Write, nth, lasting: true, failure: Failure::Full };
        let armed = faults::arm(plan);
        assert!(matches!(create(&path, BOOK), Err(VaultError::DiskFull)), "{nth}");
        drop(armed);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{nth}");
    }
    assert!(create(&path, BOOK).is_ok());
}

#[test]
fn what_reaches_the_disk_is_counted() {
    let desk = Desk::new();
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    let before = faults::counts();
    post(&connection, 100).unwrap();
    let after = faults::counts();
    assert!(after.syncs > before.syncs && after.bytes_written >= before.bytes_written + 3 * 4096);
}

/// SQLite writes pages on both sides of the gibibyte in a file that is sparse, so cheap.
#[test]
fn a_book_grows_across_one_gibibyte() {
    let desk = Desk::new();
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    // The page that would lie on SQLite's lock bytes by its own count, and the one by ours.
    let edge = HOLE_START - 65_536;
    let padding = vec![0x5au8; 4096];
    for logical in [edge - 8192, edge - 4096, edge, edge + 4096, HOLE_START + 4096] {
        let read = crate::vfs::tests::write_and_read(&connection, logical, &padding);
        assert_eq!(read, padding, "at {logical}");
    }
    let size = crate::vfs::tests::size(&connection);
    assert_eq!(size, HOLE_START + 8192);
    let mut hole = vec![1u8; usize::try_from(HOLE_LENGTH).unwrap()];
    book.file.read(HOLE_START, &mut hole).unwrap();
    assert!(hole.iter().all(|byte| *byte == 0), "the hole is never written");
    crate::vfs::tests::truncate(&connection, edge);
    assert_eq!(crate::vfs::tests::size(&connection), edge);
    assert_eq!(book.file.length().unwrap(), HOLE_START);
    // Back to what the database really has.
    crate::vfs::tests::truncate(&connection, 2 * 4096);
    assert_eq!(entries(&book), 3);
}
