//! Bits flipped and ends cut off in the body of a book: right numbers or a refusal, never a wrong number.

use kontor_tests::{Desk, Dice, Template, perform, receipt, sale, trial_balance};
use serde_json::json;

/// Where the pages begin, behind the header.
const BODY: usize = 64 * 1024;
const PAGE: usize = 4096;

/// A small book with a few operations in it, closed and in one file.
fn small_book() -> (Desk, Vec<u8>, String) {
    let desk = Desk::new();
    let mut door = desk.door();
    let known = &Template::small().known;
    for n in 1..=5 {
        let _ = perform(&mut door, sale(known, "2026-02-10", n));
    }
    let _ = perform(&mut door, receipt(known, "2026-02-11", "333.33"));
    let _ = perform(
        &mut door,
        json!({"do": "record_entry", "date": "2026-02-12", "memo": "租金", "post": true,
        "lines": [{"account": "5602", "debit": "50.00"}, {"account": "1002", "credit": "50.00"}]}),
    );
    let right = trial_balance(&door).unwrap();
    door.book().checkpoint().unwrap();
    drop(door);
    let bytes = std::fs::read(&desk.path).unwrap();
    assert!(bytes.len() > BODY + 10 * PAGE);
    (desk, bytes, right)
}

/// What reading a book whose body is not as it was came to.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Refused,
    Named,
    Right,
}

fn read(desk: &Desk, bytes: &[u8], right: &str, what: &str) -> Outcome {
    std::fs::write(&desk.path, bytes).unwrap();
    let Ok(door) = desk.try_door() else { return Outcome::Refused };
    let figures = trial_balance(&door);
    if let Ok(figures) = &figures {
        assert_eq!(figures, right, "{what}: a wrong number");
    }
    match door.book().verify() {
        Err(_) => Outcome::Refused,
        Ok(verification) if !verification.holds() => Outcome::Named,
        Ok(_) if figures.is_err() => panic!("{what}: verified, and cannot be read"),
        Ok(_) => Outcome::Right,
    }
}

#[test]
fn of_a_thousand_flipped_bits_each_is_refused_or_named_and_none_changes_a_number() {
    let (desk, bytes, right) = small_book();
    let mut dice = Dice::new(7);
    let mut unnoticed = Vec::new();
    for n in 0..1000 {
        let mut flipped = bytes.clone();
        let at = BODY + dice.place(bytes.len() - BODY);
        flipped[at] ^= 1 << dice.below(8);
        if read(&desk, &flipped, &right, &format!("flip {n} at {at}")) == Outcome::Right {
            unnoticed.push(at);
        }
    }
    assert_eq!(unnoticed, Vec::<usize>::new(), "flips that verification does not see");
}

#[test]
fn cut_off_at_any_page_or_a_byte_beside_it_a_book_is_refused_or_its_loss_named() {
    let (desk, bytes, right) = small_book();
    let pages = (bytes.len() - BODY) / PAGE;
    for page in 0..=pages {
        for end in [-1_isize, 0, 1].map(|beside| (BODY + page * PAGE).wrapping_add_signed(beside)) {
            let mut cut = bytes.clone();
            cut.resize(end, 0x5a);
            let outcome = read(&desk, &cut, &right, &format!("cut at {end}"));
            assert_eq!(outcome == Outcome::Right, end == bytes.len(), "cut at {end}: {outcome:?}");
        }
    }
}
