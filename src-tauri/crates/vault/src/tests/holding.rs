//! One opener at a time, in this process and between processes.

use super::*;
use crate::{Holder, VaultError};
use std::process::Command;

#[test]
fn a_second_opener_learns_who_has_the_book_and_only_with_the_right_password() {
    let desk = Desk::new();
    let before = desk.bytes();
    let book = desk.unlock().unwrap();
    assert!(matches!(desk.unlock(), Err(VaultError::InUse { holder: None })));
    book.announce("front desk", "2026-03-31 09:00").unwrap();
    let holder = Holder {
        person: "王小明".to_owned(),
        machine: "front desk".to_owned(),
        since: "2026-03-31 09:00".to_owned(),
    };
    match desk.unlock() {
        Err(VaultError::InUse { holder: Some(told) }) => assert_eq!(told, holder),
        _ => panic!("opened twice"),
    }
    let wrong = BookFile::unlock(&desk.path, None, &Secret::from("x"));
    assert!(matches!(wrong, Err(VaultError::WrongPassword)));
    let name = "front desk".as_bytes();
    assert!(!desk.bytes().windows(name.len()).any(|window| window == name), "the note is sealed");
    // The refusals closed nothing the holder needs.
    assert_eq!(entries(&book), 3);
    drop(book);
    assert_eq!(desk.bytes(), before, "the note goes with the holder");
    assert!(desk.unlock().is_ok());
}

#[test]
fn a_book_stays_held_until_its_last_connection_is_closed() {
    let desk = Desk::new();
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    drop(book);
    assert!(matches!(desk.reopen(), Err(VaultError::InUse { .. })));
    let count: i64 =
        connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 3);
    drop(connection);
    assert!(desk.reopen().is_ok());
}

#[test]
fn connections_are_given_only_while_the_book_is_open() {
    let desk = Desk::new();
    crate::vfs::register().unwrap();
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE;
    let answer = rusqlite::Connection::open_with_flags_and_vfs(&desk.path, flags, crate::vfs::NAME);
    assert!(answer.is_err());
}

#[test]
fn another_name_for_the_same_file_is_the_same_book() {
    let desk = Desk::new();
    let alias = desk.folder.path().join("alias.kontor");
    std::fs::hard_link(&desk.path, &alias).unwrap();
    let book = desk.reopen().unwrap();
    assert!(matches!(BookFile::reopen(&alias, &desk.keys), Err(VaultError::InUse { .. })));
    drop(book);
}

/// Run by the test below in a process of its own; alone it finds nothing to do.
#[test]
fn another_process_tries_the_book() {
    let Ok(path) = std::env::var("KONTOR_TEST_HELD_BOOK") else { return };
    let answer = BookFile::unlock(Path::new(&path), None, &Secret::from(PASSWORD));
    match answer {
        Err(VaultError::InUse { holder: Some(holder) }) => println!("held at {}", holder.machine),
        Ok(_) => println!("opened"),
        Err(other) => println!("{other}"),
    }
}

#[test]
fn another_process_is_refused_and_told_who_has_the_book() {
    let desk = Desk::new();
    let ask = || {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "tests::holding::another_process_tries_the_book", "--nocapture"])
            .env("KONTOR_TEST_HELD_BOOK", &desk.path)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let book = desk.reopen().unwrap();
    book.announce("front desk", "today").unwrap();
    let connection = book.connect().unwrap();
    assert!(ask().contains("held at front desk"));
    // The other process opened and closed the file; ours still holds it.
    connection.execute("INSERT INTO entry VALUES (4, 'still ours')", []).unwrap();
    assert!(ask().contains("held at front desk"));
    drop((connection, book));
    assert!(ask().contains("opened"));
}

#[test]
fn two_connections_of_one_book_see_each_other() {
    let desk = Desk::new();
    let book = desk.reopen().unwrap();
    let (writer, reader) = (book.connect().unwrap(), book.connect_read_only().unwrap());
    writer.execute("INSERT INTO entry VALUES (4, 'new')", []).unwrap();
    let count = |connection: &rusqlite::Connection| -> i64 {
        connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count(&writer), count(&reader)), (4, 4));
    assert!(reader.execute("DELETE FROM entry", []).is_err());
}
