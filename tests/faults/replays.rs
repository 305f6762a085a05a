//! Old parts of a book put back into the newer one: every seal fits, so only the chain of operations can tell.

use kontor_actions::Door;
use kontor_store::Book;
use kontor_tests::{Desk, Template, assert_verifies, last_operation, now, perform, receipt, sale};
use kontor_vault::BookFile;
use serde_json::json;

const BODY: usize = 64 * 1024;
const PAGE: usize = 4096;

fn checkpointed(desk: &Desk) -> Vec<u8> {
    desk.door().book().checkpoint().unwrap();
    std::fs::read(&desk.path).unwrap()
}

fn pages(bytes: &[u8]) -> Vec<&[u8]> {
    bytes[BODY..].chunks(PAGE).collect()
}

/// A bit of everything a day at the desk leaves in a book.
fn live(door: &mut Door, sales: u64, day: &str) {
    let known = &Template::small().known;
    for n in 1..=sales {
        let _ = perform(door, sale(known, day, n));
        let _ = perform(door, receipt(known, day, "12.34"));
        let _ = perform(
            door,
            json!({"do": "add_party", "name": format!("客户 {day} {n}"), "kinds": ["customer"]}),
        );
        let _ =
            perform(door, json!({"do": "record_entry", "date": day, "memo": "草稿", "lines": []}));
        for what in ["print", "export", "unlock"] {
            door.note(&now(), what, &json!({"day": day, "n": n})).unwrap();
        }
    }
}

/// Puts every page that changed between two states of a book back, one by one; answers those nobody notices.
fn unnoticed(desk: &Desk, old: &[u8], new: &[u8], at_least: usize) -> Vec<usize> {
    let changed: Vec<usize> = pages(old)
        .iter()
        .zip(pages(new))
        .enumerate()
        .filter_map(|(number, (old, new))| (*old != new).then_some(number))
        .collect();
    println!("{} pages", changed.len());
    assert!(changed.len() > at_least, "{changed:?}");
    let mut unnoticed = Vec::new();
    for number in changed {
        let at = BODY + number * PAGE;
        let mut mixed = new.to_vec();
        mixed[at..at + PAGE].copy_from_slice(&old[at..at + PAGE]);
        std::fs::write(&desk.path, &mixed).unwrap();
        let holds =
            desk.try_book().is_ok_and(|book| book.verify().is_ok_and(|found| found.holds()));
        if holds {
            unnoticed.push(number);
        }
    }
    unnoticed
}

#[test]
fn one_old_page_put_back_is_named_by_verification_whichever_it_is() {
    let desk = Desk::new();
    live(&mut desk.door(), 8, "2026-02-10");
    let old = checkpointed(&desk);
    live(&mut desk.door(), 8, "2026-02-20");
    let _ = perform(&mut desk.door(), json!({"do": "close_period", "period": "2026-01"}));
    let new = checkpointed(&desk);
    assert_eq!(unnoticed(&desk, &old, &new, 30), Vec::<usize>::new());
}

#[test]
fn a_page_of_a_moment_ago_put_back_is_named_as_well() {
    let desk = Desk::new();
    live(&mut desk.door(), 3, "2026-02-10");
    let old = checkpointed(&desk);
    let mut door = desk.door();
    door.note(&now(), "refused", &json!({"action": "close_period"})).unwrap();
    let _ = perform(&mut door, sale(&Template::small().known, "2026-02-11", 1));
    drop(door);
    let new = checkpointed(&desk);
    assert_eq!(unnoticed(&desk, &old, &new, 10), Vec::<usize>::new());
}

/// The book and its log as a crash after these sales leaves them.
fn crashed(desk: &Desk, sales: u64) -> (Vec<u8>, Vec<u8>) {
    let mut door = desk.door();
    for n in 0..sales {
        let _ = perform(&mut door, sale(&Template::small().known, "2026-02-10", n + 1));
    }
    let log = std::fs::read(log(desk)).unwrap();
    (std::fs::read(&desk.path).unwrap(), log)
}

fn log(desk: &Desk) -> std::path::PathBuf {
    desk.path.with_extension("kontor-wal")
}

#[test]
fn without_its_log_a_book_opens_in_the_whole_older_state_which_the_file_alone_cannot_tell() {
    let desk = Desk::new();
    let before = last_operation(&desk.door());
    let (book, saved) = crashed(&desk, 3);
    assert!(!saved.is_empty());
    let alone = Desk::new();
    std::fs::write(&alone.path, &book).unwrap();
    let door = alone.door();
    assert_eq!(last_operation(&door), before, "all three sales were in the log");
    assert_verifies(&door, "without its log");
    drop(door);
    std::fs::write(&alone.path, &book).unwrap();
    std::fs::write(log(&alone), &saved).unwrap();
    let door = alone.door();
    assert_eq!(last_operation(&door), before + 3, "with its log nothing is lost");
    assert_verifies(&door, "with its log");
}

#[test]
fn with_an_older_log_of_its_own_a_book_opens_whole_or_is_refused() {
    let desk = Desk::new();
    let start = last_operation(&desk.door());
    let (_, older) = crashed(&desk, 2);
    drop(desk.door());
    let (book, _) = crashed(&desk, 2);
    let mixed = Desk::new();
    std::fs::write(&mixed.path, &book).unwrap();
    std::fs::write(log(&mixed), &older).unwrap();
    let opened = BookFile::reopen(&mixed.path, &mixed.keys).map(Book::enter);
    let Ok(Ok(book)) = opened else { return };
    let state = kontor_store::head(book.connection()).unwrap().number;
    let verified = book.verify().map(|found| found.holds());
    // A mixture of two states would be named; what verifies is one whole state.
    if matches!(verified, Ok(true)) {
        assert!([start + 2, start + 4].contains(&state), "{state}");
    }
}

#[test]
fn with_the_log_of_another_book_a_book_is_refused_and_neither_is_touched() {
    let (desk, other) = (Desk::new(), Desk::of(Template::sample()));
    let (book, _) = crashed(&desk, 1);
    let held = other.door();
    held.note(&now(), "print", &json!({})).unwrap();
    let foreign = std::fs::read(log(&other)).unwrap();
    assert!(!foreign.is_empty());
    let mixed = Desk::new();
    std::fs::write(&mixed.path, &book).unwrap();
    std::fs::write(log(&mixed), &foreign).unwrap();
    let refusal = mixed.try_door().err().map(|refusal| refusal.code);
    assert_eq!(refusal, Some(kontor_actions::Code::Damaged));
    assert_eq!(std::fs::read(&mixed.path).unwrap(), book);
    assert_eq!(std::fs::read(log(&mixed)).unwrap(), foreign);
}
