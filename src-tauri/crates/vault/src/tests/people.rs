//! Several people and one book.

use super::*;
use crate::{VaultError, verify_signature};

const CLERK: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0003);

fn unlock_as(desk: &Desk, name: &str, password: &str) -> crate::Result<BookFile> {
    BookFile::unlock(&desk.path, Some(name), &Secret::from(password))
}

fn unlock_error(desk: &Desk, name: &str, password: &str) -> VaultError {
    unlock_as(desk, name, password).err().expect("refused")
}

#[test]
fn a_changed_password_is_the_only_one_and_the_database_is_untouched() {
    let desk = Desk::new();
    let pages = desk.bytes().split_off(65_536);
    let mut book = desk.unlock().unwrap();
    let (old, new) = (Secret::from(PASSWORD), Secret::from("eight abacus beads"));
    assert!(matches!(book.change_password(&new, &old), Err(VaultError::WrongPassword)));
    let (keys, before) = (book.own_keys(), desk.keys.clone());
    book.change_password(&old, &new).unwrap();
    assert_eq!(book.own_keys(), keys, "the person's keys stay");
    drop(book);
    assert_eq!(desk.bytes().split_off(65_536), pages);
    assert!(matches!(unlock_error(&desk, "王小明", PASSWORD), VaultError::WrongPassword));
    assert_eq!(entries(&unlock_as(&desk, "王小明", "eight abacus beads").unwrap()), 3);
    // The old wrapping is in neither copy: both are alike.
    let bytes = desk.bytes();
    assert_eq!(bytes[..28_672], bytes[32_768..32_768 + 28_672]);
    assert!(BookFile::reopen(&desk.path, &before).is_ok());
}

#[test]
fn an_admitted_person_opens_the_same_book_with_their_own_password() {
    let desk = Desk::new();
    let mut book = desk.unlock().unwrap();
    let password = Secret::from("clerk's own");
    let clerk = NewPerson { uid: CLERK, name: "Li Si", password: &password };
    let keys = book.admit(&clerk).unwrap();
    assert_eq!(book.person_keys(), [book.own_keys(), keys]);
    let again = NewPerson { uid: Uuid::from_u128(77), name: " LI  SI", password: &password };
    assert!(matches!(book.admit(&again), Err(VaultError::AlreadyAdmitted)));
    let same_uid = NewPerson { name: "someone else", ..clerk };
    assert!(matches!(book.admit(&same_uid), Err(VaultError::AlreadyAdmitted)));
    let row_key = book.derive_key("row-digest");
    drop(book);

    let theirs = unlock_as(&desk, "li si", "clerk's own").unwrap();
    assert_eq!((theirs.person_uid(), theirs.own_keys()), (CLERK, keys));
    assert_eq!(*theirs.derive_key("row-digest"), *row_key, "keys of the book are shared");
    assert_ne!(*theirs.derive_key("other"), *row_key);
    let signature = theirs.sign(b"operation");
    assert!(verify_signature(&keys.verify_key, b"operation", &signature));
    assert_eq!(entries(&theirs), 3);
    drop(theirs);
    assert!(matches!(unlock_error(&desk, "li si", PASSWORD), VaultError::WrongPassword));
    assert!(unlock_as(&desk, "王小明", PASSWORD).is_ok());
}

#[test]
fn the_recovery_sheet_opens_the_book_and_gives_a_new_password() {
    let desk = Desk::new();
    let typed = desk.sheet.groups().to_lowercase().replace('-', " ");
    assert!(desk.sheet.confirm(&typed));
    let mut book = BookFile::unlock_with_recovery(&desk.path, &typed).unwrap();
    assert!(book.is_recovery());
    assert_eq!(book.person_name(), "");
    let password = Secret::from("found again");
    let keys =
        book.readmit(&NewPerson { uid: OWNER, name: "王小明", password: &password }).unwrap();
    drop(book);
    assert!(matches!(unlock_error(&desk, "王小明", PASSWORD), VaultError::WrongPassword));
    let book = unlock_as(&desk, "王小明", "found again").unwrap();
    assert_eq!(book.own_keys(), keys);
    assert_eq!(entries(&book), 3);
    drop(book);
    assert!(matches!(desk.reopen(), Err(VaultError::WrongPassword)), "the old identity is out");
}

#[test]
fn a_sheet_of_another_book_or_with_a_slip_opens_nothing() {
    let desk = Desk::new();
    let (other, _) = RecoverySheet::make().unwrap();
    let slip = desk.sheet.groups().replacen(|c: char| c != '-', "~", 1);
    for typed in [other.groups(), &slip, "", "abc"] {
        let answer = BookFile::unlock_with_recovery(&desk.path, typed);
        assert!(matches!(answer, Err(VaultError::WrongRecovery)));
    }
}

#[test]
fn a_renewed_sheet_replaces_the_one_before() {
    let desk = Desk::new();
    let mut book = desk.unlock().unwrap();
    let sheet = book.renew_recovery().unwrap();
    drop(book);
    let old = BookFile::unlock_with_recovery(&desk.path, desk.sheet.groups());
    assert!(matches!(old, Err(VaultError::WrongRecovery)));
    assert!(BookFile::unlock_with_recovery(&desk.path, sheet.groups()).is_ok());
}

#[test]
fn readmitting_needs_somebody_who_was_admitted() {
    let desk = Desk::new();
    let mut book = desk.unlock().unwrap();
    let password = Secret::from("x");
    for uid in [CLERK, Uuid::nil()] {
        let nobody = NewPerson { uid, name: "nobody", password: &password };
        assert!(matches!(book.readmit(&nobody), Err(VaultError::NotAdmitted)));
    }
}

#[test]
fn a_slot_can_be_taken_back_at_once_but_not_ones_own() {
    let desk = Desk::new();
    let mut book = desk.unlock().unwrap();
    let password = Secret::from("clerk's own");
    let clerk = NewPerson { uid: CLERK, name: "clerk", password: &password };
    let keys = book.admit(&clerk).unwrap();
    book.withdraw(&keys).unwrap();
    assert!(matches!(book.withdraw(&keys), Err(VaultError::NotAdmitted)));
    let own = book.own_keys();
    assert!(matches!(book.withdraw(&own), Err(VaultError::NotAdmitted)));
    assert!(book.admit(&clerk).is_ok(), "and given again");
}
