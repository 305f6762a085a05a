//! Figures against sums that anybody can make of the exported entries, and both ways of bringing entries in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_actions::imports::{Options, import};
use kontor_actions::{Door, exports};
use kontor_ledger::money::{Amount, Currency};
use kontor_tests::{Desk, Template, assert_verifies, now, trial_balance};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::random::{attempt, tries};

/// A line as it was exported.
#[derive(Clone, Debug, serde::Deserialize)]
struct Line {
    date: NaiveDate,
    entry: String,
    word: String,
    memo: String,
    account: String,
    party: String,
    debit: String,
    credit: String,
    cash_flow_item: String,
    activity: String,
}

fn cents(text: &str) -> i64 {
    if text.is_empty() { 0 } else { Amount::parse(text, Currency::CNY).unwrap().minor() }
}

fn exported(door: &Door) -> (Vec<u8>, Vec<Line>) {
    let bytes = exports::export(door, "entries", &now()).unwrap();
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let lines = csv::Reader::from_reader(text).into_deserialize().map(Result::unwrap).collect();
    (bytes, lines)
}

/// A book in which random things have been tried.
fn lived(tried: &[super::random::Try]) -> (Desk, Door) {
    let desk = Desk::new();
    let mut door = desk.door();
    for one in tried {
        attempt(&mut door, &Template::small().known, one);
    }
    (desk, door)
}

/// Types entries one by one, as a person would from the printed journal.
fn type_in(door: &mut Door, lines: &[Line]) {
    let known = &Template::small().known;
    let mut entries: Vec<Vec<&Line>> = Vec::new();
    for line in lines {
        match entries.last_mut() {
            Some(entry) if entry[0].entry == line.entry => entry.push(line),
            _ => entries.push(vec![line]),
        }
    }
    for entry in entries {
        let typed: Vec<Value> = entry
            .iter()
            .map(|line| {
                let mut typed = json!({"account": line.account, "memo": line.memo, "debit": line.debit,
                    "credit": line.credit, "cash_flow_item": line.cash_flow_item, "activity": line.activity});
                if line.party == "C1" {
                    typed["party"] = json!(known.customer);
                }
                typed
            })
            .collect();
        let request = json!({"do": "record_entry", "date": entry[0].date, "word": entry[0].word,
            "memo": entry[0].memo, "lines": typed, "post": true});
        door.perform(request, &now()).unwrap();
    }
}

fn rows(door: &Door, from: NaiveDate, to: NaiveDate) -> BTreeMap<String, Vec<i64>> {
    let request = json!({"ask": "get_statement", "name": "trial-balance", "from": from, "to": to});
    let answer = door.ask(request, &now()).unwrap();
    let rows = answer["rows"].as_array().unwrap().iter().filter(|row| row["kind"] == "item");
    rows.map(|row| {
        let values = row["values"].as_array().unwrap();
        (
            row["row"].as_str().unwrap().to_owned(),
            values.iter().map(|v| cents(v.as_str().unwrap())).collect(),
        )
    })
    .collect()
}

/// Compares a trial balance of any days with the sums of the exported lines.
fn assert_sums(door: &Door, lines: &[Line], from: NaiveDate, to: NaiveDate) {
    let mut sums: BTreeMap<String, [i64; 4]> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.date <= to) {
        let sum = sums.entry(line.account.clone()).or_default();
        let (debit, credit) = (cents(&line.debit), cents(&line.credit));
        if line.date < from {
            sum[0] += debit - credit;
        } else {
            sum[1] += debit;
            sum[2] += credit;
        }
        sum[3] += debit - credit;
    }
    let mut shown = rows(door, from, to);
    for (account, sum) in sums {
        let values = shown.remove(&account).unwrap_or_else(|| vec![0; 6]);
        let found = [values[0] - values[1], values[2], values[3], values[4] - values[5]];
        assert_eq!(found, sum, "{account} from {from} to {to}");
    }
    assert!(shown.values().flatten().all(|value| *value == 0), "{shown:?}");
}

fn assert_statements_hold(door: &Door, from: NaiveDate, to: NaiveDate) {
    for name in ["income-statement", "cash-flow", "trial-balance", "balance-sheet"] {
        let mut request = json!({"ask": "get_statement", "name": name, "from": from, "to": to});
        if name == "balance-sheet" {
            request = json!({"ask": "get_statement", "name": name, "as_of": to});
        }
        let answer = door.ask(request, &now()).unwrap();
        let checks = answer["checks"].as_array().unwrap();
        assert!(!checks.is_empty(), "{name}");
        assert!(
            checks.iter().all(|check| check["holds"] == true),
            "{name} from {from} to {to}: {checks:?}"
        );
    }
}

/// The value of a statement's row in its first column.
fn value(door: &Door, request: Value, key: &str) -> i64 {
    let answer = door.ask(request, &now()).unwrap();
    let row =
        answer["rows"].as_array().unwrap().iter().find(|row| row["key"] == key).unwrap().clone();
    cents(row["values"][0].as_str().unwrap())
}

/// Compares profit and cash with what the exported lines say of accounts 5xxx, and of 1001, 1002 and 1012.
fn assert_profit_and_cash(door: &Door, lines: &[Line], from: NaiveDate, to: NaiveDate) {
    let sum = |is_meant: &dyn Fn(&Line) -> bool| -> i64 {
        let meant = lines.iter().filter(|line| line.date <= to && is_meant(line));
        meant.map(|line| cents(&line.debit) - cents(&line.credit)).sum()
    };
    let profit = -sum(&|line| line.date >= from && line.account.starts_with('5'));
    let cash =
        sum(&|line| ["1001", "1002", "1012"].iter().any(|cash| line.account.starts_with(cash)));
    let income =
        json!({"ask": "get_statement", "name": "income-statement", "from": from, "to": to});
    assert_eq!(value(door, income, "profit"), profit, "profit from {from} to {to}");
    let balance = json!({"ask": "get_statement", "name": "balance-sheet", "as_of": to});
    assert_eq!(value(door, balance, "cash"), cash, "cash on {to}");
}

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Duration::days(n)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_of_any_days_are_the_sums_of_the_exported_lines_and_every_check_holds(
        tried in tries(20),
        spans in proptest::collection::vec((0..119_i64, 0..119_i64), 4),
    ) {
        let (_desk, door) = lived(&tried);
        let (_, lines) = exported(&door);
        for (one, other) in spans {
            let (from, to) = (day(one.min(other)), day(one.max(other)));
            assert_sums(&door, &lines, from, to);
            assert_profit_and_cash(&door, &lines, from, to);
            assert_statements_hold(&door, from, to);
        }
    }

    #[test]
    fn imported_and_typed_the_exported_entries_give_the_same_trial_balance(tried in tries(20)) {
        let (desk, door) = lived(&tried);
        let right = trial_balance(&door).unwrap();
        let (bytes, lines) = exported(&door);
        prop_assume!(!lines.is_empty());
        let file = desk.folder.path().join("entries.csv");
        std::fs::write(&file, bytes).unwrap();
        let (by_import, by_hand) = (Desk::new(), Desk::new());
        let mut importing = by_import.door();
        import(&mut importing, "entries", &file, Options::default(), &now(), &mut |_| true).unwrap();
        prop_assert_eq!(trial_balance(&importing).unwrap(), right.clone());
        assert_verifies(&importing, "imported");
        let mut typing = by_hand.door();
        type_in(&mut typing, &lines);
        prop_assert_eq!(trial_balance(&typing).unwrap(), right);
        assert_verifies(&typing, "typed");
    }
}
