//! Backups there and back.

use super::*;
use crate::{VaultError, backup};

fn write(desk: &Desk, to: &Path) -> crate::Result<()> {
    let book = desk.reopen()?;
    let connection = book.connect()?;
    backup::write(&book, &connection, to, b"three entries", &mut |_, _| true)
}

fn grow(desk: &Desk, rows: u32) {
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    let sql = "WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
               INSERT INTO entry SELECT i, hex(randomblob(100)) FROM n";
    connection.execute(sql, [rows]).unwrap();
}

#[test]
fn a_backup_comes_back_as_a_book_of_the_same_people() {
    let desk = Desk::new();
    grow(&desk, 3000);
    let (copy, back) = (desk.folder.path().join("a.kontor-backup"), desk.folder.path().join("b"));
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    connection.execute("INSERT INTO entry VALUES (0, 'not yet checkpointed')", []).unwrap();
    let mut told = Vec::new();
    backup::write(&book, &connection, &copy, b"facts", &mut |done, all| {
        told.push((done, all));
        true
    })
    .unwrap();
    assert!(told.len() > 4 && told.iter().all(|(done, all)| done <= all));
    assert_eq!(told.last().map(|(done, all)| done == all), Some(true));

    let opened = backup::open(&copy, Some("王小明"), &Secret::from(PASSWORD)).unwrap();
    assert_eq!(opened.manifest(), b"facts");
    let unpacked = opened.extract(&back, &mut |_, _| true).unwrap();
    assert!(!back.exists(), "not in place before it was compared");
    assert_eq!(entries(&unpacked), 3001);
    let settled = unpacked.settle(&back).unwrap();
    assert_eq!(settled.path(), back);
    assert_eq!((entries(&settled), settled.book_uid()), (3001, BOOK));
    drop((settled, connection, book));
    assert_eq!(desk.names(), ["a.kontor-backup", "b", "测试 company.kontor"]);
    let again = BookFile::unlock(&back, Some("王小明"), &Secret::from(PASSWORD)).unwrap();
    let check: String =
        again.connect().unwrap().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
}

#[test]
fn a_backup_opens_with_the_recovery_sheet_and_with_the_keys_of_the_open_book() {
    let desk = Desk::new();
    let copy = desk.folder.path().join("a.kontor-backup");
    write(&desk, &copy).unwrap();
    assert!(backup::open_with_recovery(&copy, desk.sheet.groups()).is_ok());
    assert!(backup::open_with_keys(&copy, &desk.keys).is_ok());
    let wrong = backup::open(&copy, Some("王小明"), &Secret::from("x"));
    assert!(matches!(wrong, Err(VaultError::WrongPassword)));
}

#[test]
fn a_dropped_unpacking_leaves_nothing_behind() {
    let desk = Desk::new();
    let copy = desk.folder.path().join("a.kontor-backup");
    write(&desk, &copy).unwrap();
    let unpacked = backup::open_with_keys(&copy, &desk.keys)
        .unwrap()
        .extract(&desk.folder.path().join("b"), &mut |_, _| true)
        .unwrap();
    assert_eq!(entries(&unpacked), 3);
    drop(unpacked);
    assert_eq!(desk.names(), ["a.kontor-backup", "测试 company.kontor"]);
}

#[test]
fn nothing_is_ever_overwritten() {
    let desk = Desk::new();
    let (copy, mine) = (desk.folder.path().join("a.kontor-backup"), desk.folder.path().join("m"));
    write(&desk, &copy).unwrap();
    let before = std::fs::read(&copy).unwrap();
    assert!(matches!(write(&desk, &copy), Err(VaultError::AlreadyExists { .. })));
    assert_eq!(std::fs::read(&copy).unwrap(), before);

    std::fs::write(&mine, "mine").unwrap();
    let opened = || backup::open_with_keys(&copy, &desk.keys).unwrap();
    assert!(matches!(
        opened().extract(&mine, &mut |_, _| true),
        Err(VaultError::AlreadyExists { .. })
    ));
    // A file that appears while the backup is unpacked and compared.
    let other = desk.folder.path().join("other");
    let unpacked = opened().extract(&other, &mut |_, _| true).unwrap();
    std::fs::write(&other, "mine").unwrap();
    assert!(matches!(unpacked.settle(&other), Err(VaultError::AlreadyExists { .. })));
    assert_eq!(std::fs::read(&other).unwrap(), b"mine");
    assert_eq!(desk.names().len(), 4);
}

#[test]
fn settling_waits_for_its_connections() {
    let desk = Desk::new();
    let copy = desk.folder.path().join("a.kontor-backup");
    write(&desk, &copy).unwrap();
    let back = desk.folder.path().join("b");
    let unpacked = backup::open_with_keys(&copy, &desk.keys)
        .unwrap()
        .extract(&back, &mut |_, _| true)
        .unwrap();
    let connection = unpacked.connect().unwrap();
    assert!(matches!(unpacked.settle(&back), Err(VaultError::Busy)));
    drop(connection);
    assert!(!back.exists());
}

#[test]
fn stopping_leaves_nothing_behind() {
    let desk = Desk::new();
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    let copy = desk.folder.path().join("a.kontor-backup");
    let answer = backup::write(&book, &connection, &copy, b"", &mut |_, _| false);
    assert!(matches!(answer, Err(VaultError::Stopped)));
    connection.execute("INSERT INTO entry VALUES (9, 'work goes on')", []).unwrap();
    drop((connection, book));
    assert_eq!(desk.names(), ["测试 company.kontor"]);
}

#[test]
fn every_damage_to_a_backup_is_found() {
    let desk = Desk::new();
    grow(&desk, 1500);
    let copy = desk.folder.path().join("a.kontor-backup");
    write(&desk, &copy).unwrap();
    let whole = std::fs::read(&copy).unwrap();
    let bad = desk.folder.path().join("bad.kontor-backup");
    let refuse = |bytes: &[u8], what: &str| {
        std::fs::write(&bad, bytes).unwrap();
        let target = desk.folder.path().join("never");
        let answer = backup::open_with_keys(&bad, &desk.keys)
            .and_then(|opened| opened.extract(&target, &mut |_, _| true));
        assert!(
            matches!(answer, Err(VaultError::BackupDamaged | VaultError::NotABackup)),
            "{what}"
        );
    };
    // Every bit up to the first chunk's start, then some all over.
    let front = 8 * 70;
    let far = (whole.len() - 1) * 8;
    for bit in (0..front).chain((front..far).step_by(8009)).chain([far, far + 7]) {
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        refuse(&flipped, &format!("bit {bit}"));
    }
    let lengths = (0..1200).step_by(13).chain((1200..whole.len()).step_by(7919));
    let chunk = 64 * 1024 + 16;
    let borders =
        (1..4).filter_map(|n| whole.len().checked_sub(n * chunk)).chain([whole.len() - 1]);
    for length in lengths.chain(borders) {
        refuse(&whole[..length], &format!("cut at {length}"));
    }
    refuse(&[whole.as_slice(), b"x"].concat(), "a byte more");
    // Two chunks in each other's place.
    let end = whole.len() - (whole.len() - 1500) % chunk;
    let mut swapped = whole[..end - 2 * chunk].to_vec();
    swapped.extend(&whole[end - chunk..end]);
    swapped.extend(&whole[end - 2 * chunk..end - chunk]);
    swapped.extend(&whole[end..]);
    refuse(&swapped, "swapped chunks");
    assert_eq!(desk.names().len(), 3, "no refusal leaves a file");
}

#[test]
fn a_book_is_no_backup_and_a_backup_no_book() {
    let desk = Desk::new();
    let copy = desk.folder.path().join("a.kontor-backup");
    write(&desk, &copy).unwrap();
    let answer = backup::open_with_keys(&desk.path, &desk.keys);
    assert!(matches!(answer, Err(VaultError::NotABackup)));
    assert!(matches!(BookFile::reopen(&copy, &desk.keys), Err(VaultError::NotABook)));
}
