//! Every account of every chart lands on exactly one row of the balance sheet or of the income statement.

use chrono::NaiveDate;
use kontor_actions::standards::Standard;
use kontor_ledger::money::{Amount, Currency};
use kontor_reports::{ColumnFigures, ColumnKey, How, Layout, RowKind, evaluate, layouts};

/// The parts of a chart this is about: code and class of each account, those the user may add below them included.
fn chart(standard: &str) -> Vec<(String, String)> {
    let text = Standard::find(standard).unwrap().chart_csv;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let accounts: Vec<(String, String)> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[0].to_owned(), row[5].to_owned()))
        .collect();
    let below = accounts.iter().map(|(code, class)| (format!("{code}77"), class.clone()));
    accounts.iter().cloned().chain(below.collect::<Vec<_>>()).collect()
}

/// The layouts of every standard and statement that are in force on a day.
fn in_force(standard: &str, statement: &str) -> Vec<&'static Layout> {
    let mut found: Vec<&Layout> = ["2026-12-31", "2028-12-31"]
        .into_iter()
        .filter_map(|day| {
            layouts::find(standard, statement, day.parse::<NaiveDate>().unwrap()).unwrap()
        })
        .collect();
    found.dedup_by_key(|layout| layout.effective_from);
    found
}

/// What a layout shows of one account with an amount: the rows that are no sums and are not zero, and one row by key.
fn shown(layout: &Layout, account: &str, minor: i64) -> (Vec<String>, Amount) {
    let amount = vec![(account.to_owned(), Amount::from_minor(minor))];
    let key = layout.columns[0].key;
    let column = match key {
        ColumnKey::Closing => ColumnFigures { balances: amount, ..ColumnFigures::empty(key) },
        _ => ColumnFigures { movements: amount, ..ColumnFigures::empty(key) },
    };
    let statement = evaluate(layout, &[column], Currency::CNY).unwrap();
    assert!(
        statement.holds(),
        "{account} breaks {} of {}: {:?}",
        layout.statement,
        layout.standard,
        statement.checks
    );
    let is_sum = |key: &str| {
        let row = layout.rows().find(|row| row.key == key).unwrap();
        row.kind == RowKind::OfWhich || row.take.iter().any(|term| term.how == How::Row)
    };
    let rows = statement.rows.iter().filter(|row| row.values.iter().any(|value| !value.is_zero()));
    let rows = rows.filter(|row| !row.key.is_empty() && !is_sum(&row.key));
    let sum = if key == ColumnKey::Closing { "total-assets" } else { "profit" };
    (rows.map(|row| row.key.clone()).collect(), statement.row(sum).unwrap().values[0])
}

/// A balance sheet balances only with a second account: cash, which has its row too unless it is the one looked at.
fn rows_on_balance_sheet(layout: &Layout, account: &str, minor: i64) -> usize {
    let balances = vec![(account.to_owned(), Amount::from_minor(minor))];
    let column = ColumnFigures { balances, ..ColumnFigures::empty(ColumnKey::Closing) };
    let statement = evaluate(layout, &[column], Currency::CNY).unwrap();
    let value = |key: &str| statement.row(key).unwrap().values[0].minor();
    let moved = value("total-assets") - value("total-liabilities-and-equity");
    assert_eq!(moved, minor, "{account} does not move {} by its amount", layout.standard);
    let leaf = |key: &str| {
        layout.rows().find(|row| row.key == key).is_some_and(|row| {
            row.kind != RowKind::OfWhich && row.take.iter().all(|term| term.how != How::Row)
        })
    };
    // cn-small shows fixed assets at cost and their depreciation as rows of their own, a sum after them.
    statement.rows.iter().filter(|row| leaf(&row.key) && !row.values[0].is_zero()).count()
}

#[test]
fn every_account_lands_on_exactly_one_row() {
    for standard in Standard::names() {
        for (account, class) in chart(standard) {
            for minor in [1, -1] {
                for layout in in_force(standard, "balance-sheet") {
                    let rows = rows_on_balance_sheet(layout, &account, minor);
                    assert_eq!(rows, 1, "{standard} {account} {minor} on the balance sheet");
                }
                let mut statements = in_force(standard, "income-statement");
                statements.extend(in_force(standard, "income-statement-by-nature"));
                assert!(!statements.is_empty());
                for layout in statements.into_iter().filter(|_| class == "profit-loss") {
                    let (rows, profit) = shown(layout, &account, minor);
                    let is_nowhere = layout.nowhere.iter().any(|start| account.starts_with(start));
                    let (expected, moved) = if is_nowhere { (0, 0) } else { (1, minor) };
                    let place = format!("{standard} {account} on the {}", layout.statement);
                    assert_eq!(rows.len(), expected, "{place}: {rows:?}");
                    assert_eq!(profit.minor(), moved, "{place}");
                }
            }
        }
    }
}

#[test]
fn only_6901_is_in_no_row() {
    let nowhere: Vec<&String> =
        layouts::all().unwrap().iter().flat_map(|layout| &layout.nowhere).collect();
    assert_eq!(nowhere, ["6901"]);
}
