//! What is filed stays as it was, and a period that is opened again tells what became other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
use kontor_reports::Format;
use serde_json::{Value, json};

use crate::context::Now;
use crate::demo::opened;
use crate::door::Door;
use crate::errors::Code;

fn moment(n: u128) -> Now {
    opened::moment("2026-03-20", n)
}

/// The sample's last closed period.
fn last_closed(door: &Door) -> String {
    let company = door.ask(json!({"ask": "company"}), &moment(1)).unwrap();
    let mut periods = company["periods"].as_array().unwrap().iter();
    let closed = periods.rfind(|period| period["state"] == "closed").unwrap();
    closed["key"].as_str().unwrap().to_owned()
}

fn kept(door: &Door, period: &str) -> Vec<Value> {
    let answer = door.ask(json!({"ask": "list_kept", "period": period}), &moment(2)).unwrap();
    answer["rows"].as_array().unwrap().clone()
}

#[test]
fn what_was_filed_is_saved_again_byte_for_byte_after_the_books_have_moved_on() {
    let (_folder, mut door) = opened::opened("2026-03-20");
    let period = last_closed(&door);
    let open = json!({"do": "mark_filed", "period": "2026-03"});
    assert_eq!(door.perform(open, &moment(3)).unwrap_err().code, Code::PeriodNotClosed);
    let mark = json!({"do": "mark_filed", "period": period, "note": "税务局"});
    let done = door.perform(mark, &moment(4)).unwrap();
    let before = super::file(&door, done.operation, "balance-sheet", Format::Pdf, &moment(5));
    let lines =
        json!([{"account": "560212", "debit": "500.00"}, {"account": "1002", "credit": "500.00"}]);
    let entry = json!({"do": "record_entry", "date": "2026-03-18", "memo": "房租", "lines": lines, "post": true});
    door.perform(entry, &moment(6)).unwrap();
    let after = super::file(&door, done.operation, "balance-sheet", Format::Pdf, &moment(7));
    assert_eq!(before.unwrap().0, after.unwrap().0);
    let sets = kept(&door, &period);
    assert_eq!(
        (sets[0]["occasion"].as_str(), sets[0]["reason"].as_str()),
        (Some("filed"), Some("税务局"))
    );
    assert_eq!(sets[0]["files"][0]["pdf"].as_str().unwrap().len(), 64);
}

#[test]
fn a_period_opened_and_closed_again_tells_which_figures_are_other() {
    let (_folder, mut door) = opened::opened("2026-03-20");
    let period = last_closed(&door);
    let reopen = json!({"do": "reopen_period", "period": period, "reason": "房租漏记"});
    door.perform(reopen, &moment(10)).unwrap();
    assert_eq!(kept(&door, &period)[0]["occasion"], "reopened");
    let lines =
        json!([{"account": "560212", "debit": "500.00"}, {"account": "1002", "credit": "500.00"}]);
    let entry = json!({"do": "record_entry", "date": format!("{period}-18"), "memo": "房租", "lines": lines, "post": true});
    door.perform(entry, &moment(11)).unwrap();
    // The rent changes the profit, so the transfer's difference comes before the period closes again.
    let transfer = json!({"do": "generate_entries", "period": period,
        "generators": ["profit-transfer", "year-profit"]});
    let made = door.perform(transfer, &moment(12)).unwrap().given;
    let drafts: Vec<_> =
        made.iter().filter(|given| given.noun == "draft").map(|given| given.uid).collect();
    door.perform(json!({"do": "post_entries", "entries": drafts}), &moment(14)).unwrap();
    door.perform(json!({"do": "close_period", "period": period}), &moment(15)).unwrap();
    let sets = kept(&door, &period);
    assert_eq!(sets[0]["occasion"], "closed-again");
    let differences = sets[0]["differences"].as_array().unwrap();
    let of = |statement: &str, row: &str, column: &str| {
        differences
            .iter()
            .find(|one| {
                one["statement"] == statement && one["row"] == row && one["column"] == column
            })
            .unwrap_or_else(|| panic!("{statement} {row} in {differences:?}"))
    };
    let cents = |value: &Value| value.as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
    let cash = of("balance-sheet", "cash", "closing");
    assert_eq!(cents(&cash["after"]) - cents(&cash["before"]), -50_000);
    let profit = of("income-statement", "profit", "period");
    assert_eq!(cents(&profit["after"]) - cents(&profit["before"]), -50_000);
    assert!(!differences.iter().any(|one| one["row"] == "revenue"));
}
