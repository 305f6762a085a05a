//! A print is genuine, a changed figure is found and named, and what came since is told.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use base64::Engine as _;
use kontor_reports::{Format, Lang, Print};
use serde_json::{Value, json};

use super::PrintCode;
use crate::context::Now;
use crate::demo::opened;
use crate::door::Door;
use crate::statements::{ColumnSet, GetStatement, Span};

fn moment(n: u128) -> Now {
    opened::moment("2026-03-20", n)
}

fn printed(door: &Door, name: &str, format: Format, columns: ColumnSet) -> Vec<u8> {
    let period = Some("2026-03".to_owned());
    let request =
        GetStatement { name: name.to_owned(), period, columns, ..GetStatement::default() };
    crate::prints::print(door, &request, format, Lang::Zh, &moment(1)).unwrap()
}

fn check(door: &Door, bytes: &[u8]) -> Value {
    let content = base64::engine::general_purpose::STANDARD.encode(bytes);
    door.ask(json!({"ask": "check_print", "content": content}), &moment(2)).unwrap()
}

fn post(door: &mut Door, n: u128) {
    let lines =
        json!([{"account": "560212", "debit": "500.00"}, {"account": "1002", "credit": "500.00"}]);
    let entry = json!({"do": "record_entry", "date": "2026-03-18", "memo": "补记", "lines": lines, "post": true});
    door.perform(entry, &moment(n)).unwrap();
}

#[test]
fn a_code_is_read_as_it_was_printed_and_as_people_type_it() {
    let code = PrintCode {
        name: "balance-sheet",
        span: Span { from: "2026-03-01".parse().unwrap(), to: "2026-03-31".parse().unwrap() },
        columns: ColumnSet::ThenNow,
        level: None,
        under: Some("ifrs"),
        operation: 1234,
        known_at: Some(1200),
        digest: "0123456789".to_owned(),
    };
    assert_eq!(code.text(), "BS-20260301-20260331-N0I-1234.1200-0123456789");
    assert_eq!(PrintCode::parse(&code.text()), Some(code.clone()));
    assert_eq!(PrintCode::parse(" bs-20260301-20260331-n0i-1234.1200-ol23456789 "), Some(code));
    assert_eq!(PrintCode::parse("BS-20260301-20260331-F0-1234"), None);
}

#[test]
fn every_print_is_genuine_also_after_the_book_went_on() {
    let (_folder, mut door) = opened::opened("2026-03-20");
    let mut prints = Vec::new();
    for name in ["balance-sheet", "income-statement", "cash-flow", "trial-balance"] {
        for format in [Format::Csv, Format::Xlsx, Format::Pdf] {
            prints.push((name, format, printed(&door, name, format, ColumnSet::Form)));
        }
    }
    prints.push((
        "balance-sheet",
        Format::Csv,
        printed(&door, "balance-sheet", Format::Csv, ColumnSet::Months),
    ));
    for (name, format, bytes) in &prints {
        let found = check(&door, bytes);
        assert_eq!(found["is_genuine"], true, "{name} {format:?}");
        assert_eq!(found["changed"], json!([]), "{name} {format:?}");
    }
    post(&mut door, 10);
    for (name, format, bytes) in &prints {
        let found = check(&door, bytes);
        assert_eq!(found["is_genuine"], true, "{name} {format:?}");
        assert_eq!(found["deviations"], json!([]), "{name} {format:?}");
        assert_ne!(found["changed"], json!([]), "{name} {format:?}");
        assert_eq!(found["entry_count"], 1, "{name} {format:?}");
        assert_eq!(found["entries"][0]["memo"], "补记");
    }
}

#[test]
fn a_changed_figure_in_a_csv_is_named() {
    let (_folder, door) = opened::opened("2026-03-20");
    let text =
        String::from_utf8(printed(&door, "balance-sheet", Format::Csv, ColumnSet::Form)).unwrap();
    let row = text.lines().nth(2).unwrap();
    let amount = row.split(',').nth(2).unwrap();
    let forged = text.replacen(amount, "9999999.99", 1);
    let found = check(&door, forged.as_bytes());
    assert_eq!(found["is_genuine"], true);
    let deviations = found["deviations"].as_array().unwrap();
    assert_eq!(deviations.len(), 1, "{deviations:?}");
    assert_eq!(deviations[0]["printed"], "9999999.99");
    assert_eq!(deviations[0]["recorded"], amount);
    assert_eq!(deviations[0]["label"], row.split(',').next().unwrap());
}

#[test]
fn a_forged_code_is_not_genuine_and_a_stranger_s_file_has_none() {
    let (_folder, door) = opened::opened("2026-03-20");
    let bytes = printed(&door, "balance-sheet", Format::Csv, ColumnSet::Form);
    let code = Print::read(&bytes).unwrap().code(PrintCode::parse).unwrap();
    let forged = PrintCode { digest: "0000000000".to_owned(), ..code.clone() }.text();
    let found = door.ask(json!({"ask": "check_print", "code": forged}), &moment(3)).unwrap();
    assert_eq!(found["is_genuine"], false);
    let found = door.ask(json!({"ask": "check_print", "code": code.text()}), &moment(3)).unwrap();
    assert_eq!(
        (found["is_genuine"].as_bool(), found["is_file"].as_bool()),
        (Some(true), Some(false))
    );
    for (about, wanted) in [
        (json!({"ask": "check_print", "code": "hello"}), "print_code_malformed"),
        (json!({"ask": "check_print", "content": "SGVsbG8="}), "no_print_code"),
        (json!({"ask": "check_print"}), "no_print_code"),
    ] {
        let refusal = door.ask(about, &moment(4)).unwrap_err();
        assert_eq!(refusal.code.word(), wanted);
    }
}

#[test]
fn what_was_known_then_stands_beside_what_is_known_now() {
    let (_folder, mut door) = opened::opened("2026-03-20");
    let about = json!({"ask": "get_statement", "name": "balance-sheet", "period": "2026-03"});
    let before = door.ask(about.clone(), &moment(5)).unwrap();
    let operation = before["operation"]["number"].clone();
    post(&mut door, 20);
    let mut known = about.clone();
    known["known_at"] = operation.clone();
    let then = door.ask(known, &moment(6)).unwrap();
    assert_eq!(then["rows"], before["rows"]);
    let mut both = about;
    both["known_at"] = operation.clone();
    both["columns"] = json!("then-now");
    let both = door.ask(both, &moment(7)).unwrap();
    let cash = both["rows"].as_array().unwrap().iter().find(|row| row["key"] == "cash").unwrap();
    assert_eq!(cash["values"][2], "-500.00");
    let behind = json!({"ask": "behind_figure", "name": "balance-sheet", "row": "cash", "period": "2026-03",
        "columns": "then-now", "known_at": operation, "column": "difference"});
    let behind = door.ask(behind, &moment(8)).unwrap();
    assert_eq!(behind["entries"].as_array().unwrap().len(), 1);
    let sum: f64 = behind["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["amount"].as_str().unwrap().parse::<f64>().unwrap())
        .sum();
    assert_eq!(sum.to_string(), "-500");
}
