//! Processes killed while they post: what was acknowledged is in the book, and nothing is there by half.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use kontor_tests::{
    Desk, Dice, PASSWORD, Program, Template, assert_verifies, last_operation, receipt, sale,
};
use serde_json::{Value, json};

/// How many processes die, in all.
const KILLS: u64 = 100;
/// Books that are posted into at the same time.
const BOOKS: u64 = 2;
/// More actions than any process lives to perform.
const ACTIONS: u64 = 400;

/// Actions with unique ids of this round: sales, and now and then money received.
fn actions(seed: u64) -> String {
    let known = &Template::small().known;
    let mut lines = String::new();
    for n in 0..ACTIONS {
        let mut action = match n % 4 {
            3 => receipt(known, "2026-03-15", "150.00"),
            _ => sale(known, "2026-03-14", 1 + n % 5),
        };
        action["id"] =
            json!(uuid::Uuid::from_u128((u128::from(seed) << 64) | u128::from(n) | 1 << 127));
        lines += &format!("{action}\n");
    }
    lines
}

/// Starts the program on a file of actions, kills it after some answers, and gives every answer that it had written.
fn killed_after(desk: &Desk, seed: u64, answers: u64) -> Vec<Value> {
    let file = desk.folder.path().join(format!("{seed}.jsonl"));
    std::fs::write(&file, actions(seed)).unwrap();
    let mut child = Program::command()
        .args(["act", &desk.path.to_string_lossy(), &file.to_string_lossy(), "--user", "owner"])
        .env("KONTOR_PASSWORD", PASSWORD)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    for _ in 0..answers {
        assert!(out.read_line(&mut text).unwrap() > 0, "it died by itself after:\n{text}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had said before it died counts as well.
    out.read_to_string(&mut text).unwrap();
    std::fs::remove_file(file).unwrap();
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    whole.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_hundred_killed_processes_lose_nothing_they_acknowledged_and_leave_nothing_half_done() {
    std::thread::scope(|scope| {
        for book in 0..BOOKS {
            scope.spawn(move || kill_and_look(book));
        }
    });
}

fn kill_and_look(book: u64) {
    let desk = Desk::new();
    let mut dice = Dice::new(book + 1);
    let mut last = last_operation(&desk.door());
    for round in 0..KILLS / BOOKS {
        let seed = book * 1000 + round;
        let told = killed_after(&desk, seed, 1 + dice.below(24));
        let door = desk.door();
        let acknowledged = i64::try_from(told.len()).unwrap();
        let place = format!("book {book}, round {round}");
        for (answer, number) in told.iter().zip(last + 1..) {
            assert_eq!(answer["operation"], number, "{place}");
            let entry =
                answer["given"].as_array().unwrap().iter().find(|given| given["noun"] == "entry");
            let uid = &entry.unwrap_or_else(|| panic!("{place}: {answer}"))["uid"];
            let found =
                door.ask(json!({"ask": "get_entry", "uid": uid}), &kontor_tests::now()).unwrap();
            assert_eq!(found["total_debit"], found["total_credit"], "{place}");
        }
        let now = last_operation(&door);
        // At most one more had been committed when the process died on its way to say so.
        assert!(
            (last + acknowledged..=last + acknowledged + 1).contains(&now),
            "{place}: {last} {acknowledged} {now}"
        );
        assert_verifies(&door, &place);
        last = now;
    }
    println!("book {book}: {last} operations survived");
}
