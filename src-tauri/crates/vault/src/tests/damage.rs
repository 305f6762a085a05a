//! Bits flipped, copies torn, logs mixed up: right content, a refusal, never something else.

use super::*;
use crate::header::{COPY_LENGTH, COPY_OFFSETS, ReadHeader};
use crate::{Damage, VaultError};

fn copies(bytes: &[u8]) -> [Vec<u8>; 2] {
    COPY_OFFSETS.map(|offset| {
        let at = usize::try_from(offset).unwrap();
        bytes[at..at + COPY_LENGTH].to_vec()
    })
}

/// The slot table a reader with the right key would work with.
fn table(first: &[u8], second: &[u8], desk: &Desk) -> Result<Vec<u8>, VaultError> {
    let read = ReadHeader::choose(first, second)?;
    read.verify(&desk.keys.0.book_key)?;
    Ok(read.bytes().to_vec())
}

#[test]
fn every_flipped_bit_of_either_copy_is_harmless() {
    let desk = Desk::new();
    let [first, second] = copies(&desk.bytes());
    let right = table(&first, &second, &desk).unwrap();
    let used = right.len() * 8;
    for bit in (0..used).chain((used..COPY_LENGTH * 8).step_by(997)) {
        let mut flipped = first.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let one = table(&flipped, &second, &desk).unwrap();
        let other = table(&first, &flipped, &desk).unwrap();
        assert!(one == right && other == right, "bit {bit}");
        match table(&flipped, &flipped, &desk) {
            Ok(read) => assert!(read == right && bit >= used, "bit {bit}"),
            Err(VaultError::Damaged { .. } | VaultError::NotABook) => assert!(bit < used),
            Err(other) => panic!("bit {bit}: {other}"),
        }
    }
}

#[test]
fn a_header_torn_anywhere_between_two_tables_reads_as_one_of_them() {
    let desk = Desk::new();
    let old = copies(&desk.bytes());
    let mut book = desk.reopen().unwrap();
    book.renew_recovery().unwrap();
    let keys = book.opened_keys();
    drop(book);
    let new = copies(&desk.bytes());
    let tables = [table(&old[0], &old[1], &desk), table(&new[0], &new[1], &desk)]
        .map(|table| table.unwrap());
    assert_ne!(tables[0], tables[1]);
    for cut in (0..=COPY_LENGTH).step_by(16) {
        let torn = [&new[0][..cut], &old[0][cut..]].concat();
        assert!(tables.contains(&table(&torn, &old[1], &desk).unwrap()), "first, cut {cut}");
        let torn = [&new[1][..cut], &old[1][cut..]].concat();
        assert_eq!(table(&new[0], &torn, &desk).unwrap(), tables[1], "second, cut {cut}");
    }
    // On disk the torn copy is written again once the book is unlocked.
    let mut bytes = desk.bytes();
    bytes[100] ^= 1;
    std::fs::write(&desk.path, &bytes).unwrap();
    drop(BookFile::reopen(&desk.path, &keys).unwrap());
    assert_eq!(copies(&desk.bytes()), new);
}

#[test]
fn copies_of_two_books_are_not_repaired_into_one() {
    let (desk, other) = (Desk::new(), tempfile::tempdir().unwrap());
    let path = other.path().join("other.kontor");
    drop(create(&path, Uuid::from_u128(99)).unwrap());
    let theirs = std::fs::read(&path).unwrap();
    let mut bytes = desk.bytes();
    bytes[32_768..61_440].copy_from_slice(&theirs[32_768..61_440]);
    std::fs::write(&desk.path, &bytes).unwrap();
    assert!(matches!(desk.reopen(), Err(VaultError::Damaged { what: Damage::Header })));
    assert_eq!(desk.bytes(), bytes);
}

/// The desk's book and its log as a crash leaves them, in a folder of their own; `commits` rows
/// are only in the log.
fn crashed(desk: &Desk, commits: i64) -> (TempDir, PathBuf, PathBuf) {
    let book = desk.reopen().unwrap();
    let connection = book.connect().unwrap();
    for number in 0..commits {
        connection.execute("INSERT INTO entry VALUES (?1, 'in the log')", [10 + number]).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let (path, log) = (folder.path().join("b.kontor"), folder.path().join("b.kontor-wal"));
    std::fs::copy(&desk.path, &path).unwrap();
    std::fs::copy(desk.path.with_extension("kontor-wal"), &log).unwrap();
    (folder, path, log)
}

#[test]
fn after_a_crash_the_log_is_read_and_no_commit_lost() {
    let desk = Desk::new();
    let (_folder, path, log) = crashed(&desk, 5);
    assert!(std::fs::metadata(&log).unwrap().len() > 0);
    let book = BookFile::reopen(&path, &desk.keys).unwrap();
    assert_eq!(entries(&book), 8);
    drop(book);
    assert!(!log.exists(), "and tidied into the file");
}

#[test]
fn a_log_of_another_book_is_refused_and_nothing_touched() {
    let (desk, other) = (Desk::new(), Desk::new());
    let (_folder, path, log) = crashed(&desk, 3);
    let (_theirs, _, foreign) = crashed(&other, 3);
    std::fs::copy(&foreign, &log).unwrap();
    let (book, journal) = (std::fs::read(&path).unwrap(), std::fs::read(&log).unwrap());
    let answer = BookFile::reopen(&path, &desk.keys);
    assert!(matches!(answer, Err(VaultError::Damaged { what: Damage::Journal })));
    assert_eq!(std::fs::read(&path).unwrap(), book);
    assert_eq!(std::fs::read(&log).unwrap(), journal);
}

#[test]
fn a_damaged_log_is_refused_unless_only_its_last_commits_are_gone() {
    let desk = Desk::new();
    let (_folder, path, log) = crashed(&desk, 8);
    let (book, whole) = (std::fs::read(&path).unwrap(), std::fs::read(&log).unwrap());
    let (mut refused, mut shortened) = (0, 0);
    for at in (32..whole.len()).step_by(611) {
        let mut flipped = whole.clone();
        flipped[at] ^= 4;
        std::fs::write(&path, &book).unwrap();
        std::fs::write(&log, &flipped).unwrap();
        match BookFile::reopen(&path, &desk.keys) {
            Err(VaultError::Damaged { what: Damage::Journal }) => refused += 1,
            Ok(book) => {
                assert!((9..=11).contains(&entries(&book)), "at {at}: {}", entries(&book));
                shortened += 1;
            }
            Err(other) => panic!("at {at}: {other}"),
        }
    }
    assert!(refused > 5 * shortened, "{refused} refused, {shortened} shortened");
}
