//! What is found in a book, in which order, page after page; and that verification sees an index that does not fit.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rusqlite::Connection;

use super::{Found, MOST_CANDIDATES, Noun, Wanted, enter, find, keep, misfit};

fn book(parties: &[(&str, &str)]) -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    crate::migrations::make(&connection).unwrap();
    enter(&connection).unwrap();
    for (code, name) in parties {
        add(&connection, code, name);
    }
    connection
}

fn add(connection: &Connection, code: &str, name: &str) {
    let count: i64 =
        connection.query_row("SELECT count(*) FROM party", [], |row| row.get(0)).unwrap();
    let uid = i128::from(count).to_be_bytes();
    let values =
        (uid, code, name, "customer", None::<&str>, None::<&str>, None::<&str>, None::<i64>);
    connection.execute(include_str!("../parties/insert.sql"), values).unwrap();
    keep(connection, Noun::Party, connection.last_insert_rowid(), &[code, name]).unwrap();
}

fn page(connection: &Connection, text: &str, after: Option<&str>, limit: u32) -> Found {
    find(connection, Noun::Party, &Wanted { text, kind: None, after, limit }).unwrap()
}

fn codes(connection: &Connection, found: &Found) -> Vec<String> {
    let code = |id: &i64| {
        connection
            .query_row("SELECT code FROM party WHERE id = ?1", [id], |row| row.get(0))
            .unwrap()
    };
    found.ids.iter().map(code).collect()
}

fn found(connection: &Connection, text: &str) -> Vec<String> {
    codes(connection, &page(connection, text, None, 50))
}

#[test]
fn two_hanzi_initials_readings_and_codes_are_found() {
    let book = book(&[
        ("C0001", "宁波海砚贸易有限公司"),
        ("C0002", "长江银行"),
        ("C0003", "Nordlys Home AS"),
        ("S0001", "上海长宁纸业"),
    ]);
    for (text, expected) in [
        ("海砚", vec!["C0001"]),
        ("nbhy", vec!["C0001"]),
        ("宁", vec!["C0001", "S0001"]),
        ("yh", vec!["C0002"]),
        ("zj", vec!["C0002"]),
        ("cj", vec!["C0002"]),
        ("cn", vec!["S0001"]),
        ("home", vec!["C0003"]),
        ("c0003", vec!["C0003"]),
        ("C000", vec!["C0001", "C0002", "C0003"]),
        ("0001", vec!["C0001", "S0001"]),
        ("纸业 s", vec!["S0001"]),
        ("业", vec!["S0001"]),
        ("海宁", vec![]),
        ("。", vec![]),
    ] {
        assert_eq!(found(&book, text), expected, "{text}");
    }
}

#[test]
fn the_exact_code_comes_first_then_what_begins_so_then_what_holds_it() {
    let book =
        book(&[("A1", "x B1 y"), ("B", "y"), ("B1", "z"), ("B12", "w"), ("C1", "B1 corner")]);
    assert_eq!(found(&book, "b1"), ["B1", "B12", "C1", "A1"]);
}

#[test]
fn pages_follow_one_another_without_gap_or_repetition() {
    let few = book(&[("A", "海一"), ("B", "山海"), ("C", "海二"), ("D", "大海"), ("海", "x")]);
    let many = book(&[]);
    for number in 0..=MOST_CANDIDATES {
        add(&many, &format!("C{number:05}"), "海港");
    }
    add(&many, "海", "x");
    for (book, all) in [(&few, 5), (&many, 2 + usize::try_from(MOST_CANDIDATES).unwrap())] {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = page(book, "海", after.as_deref(), 2);
            seen.extend(codes(book, &page));
            after = page.next;
            if after.is_none() || seen.len() > all {
                break;
            }
        }
        assert_eq!(seen.len(), all);
        assert_eq!(seen[0], "海", "the exact code stands first");
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), all, "nothing comes twice");
    }
}

#[test]
fn verification_finds_what_is_missing_and_what_is_too_much() {
    let book = book(&[("C0001", "宁波海砚"), ("C0002", "长江银行")]);
    assert_eq!(misfit(&book).unwrap(), None);
    book.execute("INSERT INTO search_gram VALUES (1, 'zz', 1)", []).unwrap();
    assert_eq!(misfit(&book).unwrap().unwrap(), "1 grams of nothing");
    book.execute("DELETE FROM search_gram WHERE id = 2 AND gram = 'yh'", []).unwrap();
    assert_eq!(misfit(&book).unwrap().unwrap(), "party C0002");
}

#[test]
fn an_index_that_is_absent_is_made_when_the_book_is_entered() {
    let book = book(&[("C0001", "宁波海砚"), ("C0002", "长江银行")]);
    book.execute("DELETE FROM search_gram", []).unwrap();
    assert!(found(&book, "yh").is_empty());
    enter(&book).unwrap();
    assert_eq!(found(&book, "yh"), ["C0002"]);
    assert_eq!(misfit(&book).unwrap(), None);
}
