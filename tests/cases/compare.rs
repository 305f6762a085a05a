//! Expected rows against a statement as JSON, to the cent.

use std::collections::BTreeMap;

use serde_json::Value;

use super::case::{Case, OF_ALL_TIME, Sheet};

/// Where the values of a statement stand in an expected file, in the order of the statement's columns.
fn columns(statement: &str) -> &'static [&'static str] {
    match statement {
        "trial-balance" => &[
            "opening_debit",
            "opening_credit",
            "debit",
            "credit",
            "closing_debit",
            "closing_credit",
        ],
        "balance-sheet" => &["closing", "opening"],
        // The cases begin with their year.
        "cash-flow-indirect" => &["amount", "amount"],
        _ => &["period", "ytd"],
    }
}

/// What the expected file names its rows by: the account, the number on the form, or the key where there is no form with
/// numbers.
fn row_name(sheet: &Sheet) -> &'static str {
    let mut names = ["account", "row"].into_iter();
    names.find(|name| sheet.column(name).is_some()).unwrap_or("key")
}

/// The words after `kontor report BOOK NAME` for the days a case is about.
pub(super) fn span(case: &Case, statement: &str) -> Vec<String> {
    let (first, last) = (&case.company.first_period, &case.company.last_period);
    if OF_ALL_TIME.contains(&statement) {
        let last_day =
            chrono::NaiveDate::parse_from_str(&format!("{last}-28"), "%Y-%m-%d").unwrap();
        let month_after = last_day.checked_add_days(chrono::Days::new(7)).unwrap();
        let last_day = chrono::Datelike::with_day(&month_after, 1).unwrap().pred_opt().unwrap();
        vec!["--from".to_owned(), format!("{first}-01"), "--to".to_owned(), last_day.to_string()]
    } else {
        vec!["--period".to_owned(), last.clone()]
    }
}

/// Fails unless a statement holds its checks and has the expected rows and no others that are not zero.
pub(super) fn assert_expected(case: &Case, statement: &str, json: &[u8], when: &str) {
    let told: Value = serde_json::from_slice(json).unwrap();
    let place = format!("{}, {statement}, {when}", case.name);
    assert_checks_hold(&told, &place);
    let named_by = row_name(&case.expected[statement]);
    let name_in_json = if named_by == "account" { "row" } else { named_by };
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in told["rows"].as_array().unwrap() {
        let values = row["values"].as_array().unwrap();
        let values = values.iter().map(|value| value.as_str().unwrap().to_owned()).collect();
        let name = row[name_in_json].as_str().unwrap().to_owned();
        if !name.is_empty() {
            assert_eq!(found.insert(name.clone(), values), None, "{place}: row {name} twice");
        }
    }
    for (name, expected) in expected(&case.expected[statement], statement) {
        let zeros = || vec!["0.00".to_owned(); expected.len()];
        let values = match found.remove(&name) {
            Some(values) => values,
            None if statement == "trial-balance" => zeros(),
            None => panic!("{place}: row {name} is missing"),
        };
        assert_eq!(values, expected, "{place}: row {name}");
    }
    for (name, values) in found {
        assert!(values.iter().all(|value| value == "0.00"), "{place}: row {name} has {values:?}");
    }
}

/// Fails unless there are checks and all hold.
pub(super) fn assert_checks_hold(told: &Value, place: &str) {
    let checks = told["checks"].as_array().unwrap();
    assert!(!checks.is_empty(), "{place}: nothing is checked");
    for check in checks {
        assert_eq!(check["holds"], true, "{place}: {check}");
    }
}

fn expected(sheet: &Sheet, statement: &str) -> Vec<(String, Vec<String>)> {
    let name = sheet.column(row_name(sheet)).unwrap();
    let columns: Vec<usize> =
        columns(statement).iter().map(|column| sheet.column(column).unwrap()).collect();
    let rows = sheet.rows.iter().filter(|row| !row[name].is_empty());
    rows.map(|row| (row[name].clone(), columns.iter().map(|at| row[*at].clone()).collect()))
        .collect()
}
