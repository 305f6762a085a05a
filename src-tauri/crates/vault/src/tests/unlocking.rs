//! Making, unlocking and refusing.

use super::*;
use crate::header::{COPY_OFFSETS, Header};
use crate::kdf::{self, KdfParameters};
use crate::slot::Slot;
use crate::{Damage, VaultError};
use std::time::Instant;

#[test]
fn a_new_book_is_one_file_and_opens_again() {
    let desk = Desk::new();
    assert_eq!(desk.names(), ["测试 company.kontor"], "nothing else is left in the folder");
    let book = desk.unlock().unwrap();
    assert_eq!((book.book_uid(), book.person_uid()), (BOOK, OWNER));
    assert_eq!(book.person_name(), "王小明");
    assert_eq!(entries(&book), 3);
    drop(book);
    assert_eq!(desk.names(), ["测试 company.kontor"]);
}

#[test]
fn no_name_tries_every_slot() {
    let desk = Desk::new();
    let book = BookFile::unlock(&desk.path, None, &Secret::from(PASSWORD)).unwrap();
    assert_eq!(book.person_uid(), OWNER);
}

#[test]
fn the_clear_file_holds_no_names_and_no_content() {
    let desk = Desk::new();
    let bytes = desk.bytes();
    for word in ["王小明", "cash sale", "SQLite format 3", "CREATE TABLE"] {
        let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
        assert!(!found, "{word}");
    }
}

#[test]
fn a_taken_place_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kontor");
    std::fs::write(&path, "mine").unwrap();
    assert!(matches!(create(&path, BOOK), Err(VaultError::AlreadyExists { .. })));
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_prepared_book_appears_when_it_is_settled_and_not_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kontor");
    let password = Secret::from(PASSWORD);
    let person = NewPerson { uid: OWNER, name: "owner", password: &password };
    let prepare = || BookFile::prepare(&path, BOOK, &person).unwrap().0;
    drop(prepare());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let book = prepare();
    book.connect().unwrap().execute_batch("CREATE TABLE entry (no)").unwrap();
    assert!(!path.exists());
    let book = book.settle(&path).unwrap();
    assert_eq!(entries(&book), 0);
    drop(book);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_missing_folder_is_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none/a.kontor");
    assert!(matches!(create(&path, BOOK), Err(VaultError::NotFound { .. })));
    let answer = BookFile::unlock(&path, None, &Secret::from("x"));
    assert!(matches!(answer, Err(VaultError::NotFound { .. })));
}

#[test]
fn a_wrong_password_and_an_unknown_person_get_one_answer_in_one_time() {
    let desk = Desk::new();
    let before = desk.bytes();
    let ask = |name: &str, password: &str| {
        let start = Instant::now();
        let answer = BookFile::unlock(&desk.path, Some(name), &Secret::from(password));
        assert!(matches!(answer, Err(VaultError::WrongPassword)));
        start.elapsed().as_secs_f64()
    };
    let mut wrong: Vec<f64> = (0..5).map(|_| ask("王小明", "six abacus beads")).collect();
    let mut unknown: Vec<f64> = (0..5).map(|_| ask("李四", PASSWORD)).collect();
    wrong.sort_by(f64::total_cmp);
    unknown.sort_by(f64::total_cmp);
    let ratio = wrong[2] / unknown[2];
    assert!((0.2..5.0).contains(&ratio), "the medians are alike: {ratio}");
    assert_eq!(desk.bytes(), before, "a refusal leaves the file untouched");
}

#[test]
fn what_is_not_a_book_is_said_to_be_none_and_stays_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.kontor");
    for bytes in [Vec::new(), b"hello".to_vec(), vec![0x4b; 200_000], vec![0; 200_000]] {
        std::fs::write(&path, &bytes).unwrap();
        let answer = BookFile::unlock(&path, None, &Secret::from(PASSWORD));
        assert!(matches!(answer, Err(VaultError::NotABook)));
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn a_newer_book_is_refused_politely() {
    use sha2::{Digest, Sha256};
    let desk = Desk::new();
    let mut bytes = desk.bytes();
    let length = usize::from(u16::from_le_bytes([bytes[10], bytes[11]]));
    for offset in COPY_OFFSETS {
        let at = usize::try_from(offset).unwrap();
        bytes[at + 8] = 9;
        let checksum = Sha256::digest(&bytes[at..at + length - 32]);
        bytes[at + length - 32..at + length].copy_from_slice(&checksum);
    }
    std::fs::write(&desk.path, &bytes).unwrap();
    assert!(matches!(desk.unlock(), Err(VaultError::NewerBook { format: 9 })));
    assert_eq!(desk.bytes(), bytes);
}

#[test]
fn a_file_cut_short_is_damaged_wherever_it_is_cut() {
    let desk = Desk::new();
    let whole = desk.bytes();
    for length in [1, 7] {
        std::fs::write(&desk.path, &whole[..length]).unwrap();
        assert!(matches!(desk.reopen(), Err(VaultError::NotABook)));
    }
    let mut lengths: Vec<usize> = (8..2000).step_by(7).collect();
    lengths.extend((2000..70_000).step_by(487));
    lengths.extend([28_672, 32_768, 61_440, 65_535, 65_536, 65_537, 69_631, 69_632, 69_633]);
    lengths.extend((69_632..whole.len()).step_by(4096));
    for length in lengths {
        std::fs::write(&desk.path, &whole[..length]).unwrap();
        let answer = desk.reopen();
        assert!(matches!(answer, Err(VaultError::Damaged { .. })), "cut at {length}");
        assert_eq!(desk.bytes().len(), length, "a refusal leaves the file untouched");
    }
}

#[test]
fn a_damaged_first_page_is_found_at_once() {
    let desk = Desk::new();
    let mut bytes = desk.bytes();
    bytes[65_536 + 300] ^= 1;
    std::fs::write(&desk.path, &bytes).unwrap();
    assert!(matches!(desk.unlock(), Err(VaultError::Damaged { what: Damage::Pages })));
    assert_eq!(desk.bytes(), bytes);
}

#[test]
fn cheap_and_dear_parameters_are_refused_before_deriving() {
    let desk = Desk::new();
    let whole = desk.bytes();
    let weak = KdfParameters { memory_kib: 64, passes: 1, lanes: 1 };
    let dear = KdfParameters { memory_kib: u32::MAX, passes: u32::MAX, lanes: 1 };
    for (parameters, is_weak) in [(weak, true), (dear, false)] {
        rewrite_header(&desk, |header| {
            header.slots.iter_mut().for_each(|slot| slot.parameters = parameters);
        });
        let edited = desk.bytes();
        for name in [Some("王小明"), None] {
            let answer = BookFile::unlock(&desk.path, name, &Secret::from(PASSWORD));
            match answer {
                Err(VaultError::WeakParameters) => assert!(is_weak),
                Err(VaultError::ExcessiveParameters) => assert!(!is_weak),
                _ => panic!("accepted"),
            }
        }
        assert_eq!(desk.bytes(), edited);
        std::fs::write(&desk.path, &whole).unwrap();
    }
}

#[test]
fn a_slot_of_another_book_opens_nothing_here() {
    let (desk, other) = (Desk::new(), tempfile::tempdir().unwrap());
    let other_path = other.path().join("other.kontor");
    drop(create(&other_path, Uuid::from_u128(99)).unwrap());
    let theirs = std::fs::read(&other_path).unwrap();
    let slots = crate::header::ReadHeader::single(&theirs[..28_672]).unwrap().header.slots;
    rewrite_header(&desk, |header| header.slots = slots);
    let edited = desk.bytes();
    let answer = BookFile::unlock(&desk.path, None, &Secret::from(PASSWORD));
    assert!(matches!(answer, Err(VaultError::WrongPassword)));
    assert_eq!(desk.bytes(), edited);
}

#[test]
fn a_slot_given_another_number_person_name_cost_or_key_opens_nothing() {
    let desk = Desk::new();
    let whole = desk.bytes();
    let edits: [fn(&mut Slot); 5] = [
        |slot| slot.number = 9,
        |slot| slot.person.uid = Uuid::from_u128(77),
        |slot| slot.name_tag = [7; 16],
        |slot| slot.parameters.passes = 4,
        |slot| slot.person.seal_key = [7; 32],
    ];
    for (number, edit) in edits.iter().enumerate() {
        rewrite_header(&desk, |header| header.slots.iter_mut().for_each(edit));
        let answer = BookFile::unlock(&desk.path, None, &Secret::from(PASSWORD));
        assert!(matches!(answer, Err(VaultError::WrongPassword)), "edit {number}");
        std::fs::write(&desk.path, &whole).unwrap();
    }
}

#[test]
fn a_slot_table_edited_with_the_checksum_put_right_is_refused() {
    let desk = Desk::new();
    rewrite_header(&desk, |header| header.slots.truncate(1));
    let answer = desk.unlock();
    assert!(matches!(answer, Err(VaultError::Damaged { what: Damage::HeaderSeal })));
}

#[test]
fn new_slots_are_made_at_the_floor_or_above() {
    assert!(kdf::DEFAULT.check().is_ok());
}

/// Edits the header as somebody without the book key can: the checksum fits, the MAC does not.
fn rewrite_header(desk: &Desk, edit: impl FnOnce(&mut Header)) {
    let mut bytes = desk.bytes();
    let mut header = crate::header::ReadHeader::single(&bytes[..28_672]).unwrap().header;
    edit(&mut header);
    let stranger = crate::keys::BookKey::make(header.book_uid).unwrap();
    let mut copy = header.encode(&stranger);
    copy.resize(28_672, 0);
    for offset in COPY_OFFSETS {
        let at = usize::try_from(offset).unwrap();
        bytes[at..at + copy.len()].copy_from_slice(&copy);
    }
    std::fs::write(&desk.path, &bytes).unwrap();
}
