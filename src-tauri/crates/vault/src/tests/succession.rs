//! Removing somebody, and putting a successor in the book's place.

use super::*;
use crate::VaultError;

const CLERK: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0003);

fn with_clerk() -> Desk {
    let desk = Desk::new();
    let mut book = desk.reopen().unwrap();
    let password = Secret::from("clerk's own");
    book.admit(&NewPerson { uid: CLERK, name: "clerk", password: &password }).unwrap();
    desk
}

#[test]
fn a_removed_person_opens_the_old_copy_only_and_the_others_need_no_new_password() {
    let desk = with_clerk();
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    let successor = book.make_successor(&connection, &[CLERK], &mut |_, _| true).unwrap();
    assert_eq!(entries(&successor), 3);
    drop(connection);
    let aside = desk.folder.path().join("old.kontor");
    let book = successor.settle_in_place_of(book, &aside).unwrap();
    assert_eq!(book.path(), desk.path);
    assert_eq!(book.person_keys(), [book.own_keys()]);
    assert_eq!(entries(&book), 3);
    drop(book);
    assert_eq!(desk.names(), ["old.kontor", "测试 company.kontor"]);

    let clerk = |path: &Path| BookFile::unlock(path, Some("clerk"), &Secret::from("clerk's own"));
    assert!(matches!(clerk(&desk.path), Err(VaultError::WrongPassword)));
    assert_eq!(entries(&clerk(&aside).unwrap()), 3);
    assert_eq!(entries(&desk.unlock().unwrap()), 3);
    assert!(BookFile::unlock_with_recovery(&desk.path, desk.sheet.groups()).is_ok());
    assert!(desk.reopen().is_err(), "the old book key opens nothing");
}

#[test]
fn nobody_removes_themselves() {
    let desk = Desk::new();
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    let answer = book.make_successor(&connection, &[OWNER], &mut |_, _| true);
    assert!(matches!(answer, Err(VaultError::NotAdmitted)));
}

#[test]
fn a_refused_succession_leaves_the_book_and_what_was_in_the_way() {
    let desk = with_clerk();
    let before = desk.bytes();
    let aside = desk.folder.path().join("old.kontor");
    std::fs::write(&aside, "mine").unwrap();
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    let stopped = book.make_successor(&connection, &[CLERK], &mut |_, _| false);
    assert!(matches!(stopped, Err(VaultError::Stopped)));
    let successor = book.make_successor(&connection, &[CLERK], &mut |_, _| true).unwrap();
    drop(connection);
    let answer = successor.settle_in_place_of(book, &aside);
    assert!(matches!(answer, Err(VaultError::AlreadyExists { .. })));
    assert_eq!(desk.bytes(), before);
    assert_eq!(std::fs::read(&aside).unwrap(), b"mine");
    assert_eq!(desk.names(), ["old.kontor", "测试 company.kontor"]);
}
