//! Another program adds up the book: hledger reads the exported journal and comes to the same balance on every account.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use kontor_actions::creation::{NewCompany, create};
use kontor_actions::imports::{Options, import};
use kontor_actions::{Door, exports};
use kontor_ledger::money::{Amount, Currency};
use kontor_tests::company::Company;
use kontor_tests::{Desk, PASSWORD, Template, now, perform};
use kontor_vault::Secret;
use serde_json::{Value, json};

/// Balances by account code, debit positive, in minor units; what is zero is left out.
type Balances = BTreeMap<String, i64>;

/// What hledger makes of the journal, each account without what stands below it, as the trial balance has them.
fn added_up_by_hledger(folder: &Path, door: &Door) -> Balances {
    let journal = folder.join("book.journal");
    std::fs::write(&journal, exports::export(door, "hledger", &now()).unwrap()).unwrap();
    let run = |words: &[&str]| {
        let told = Command::new("hledger")
            .env("LC_ALL", "C.UTF-8")
            .arg("--file")
            .arg(&journal)
            .args(words)
            .output()
            .expect("hledger, which `cargo xtask test` installs");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        String::from_utf8(told.stdout).unwrap()
    };
    run(&["check", "accounts", "commodities"]);
    let table = run(&["balance", "--flat", "--cost", "--no-total", "--output-format", "csv"]);
    let mut balances = Balances::new();
    for row in csv::Reader::from_reader(table.as_bytes()).records() {
        let row = row.unwrap();
        let amount = row[1].strip_prefix("CNY ").unwrap();
        let amount = Amount::parse(amount, Currency::CNY).unwrap().minor();
        let name = row[0].rsplit(':').next().unwrap();
        balances.insert(name.split(' ').next().unwrap().to_owned(), amount);
    }
    balances.retain(|_, amount| *amount != 0);
    balances
}

/// What the book says at the end of a year.
fn told_by_book(door: &Door, year: &str) -> Balances {
    let request = json!({"ask": "get_statement", "name": "trial-balance", "period": year});
    let answer = door.ask(request, &now()).unwrap();
    let amount =
        |value: &Value| Amount::parse(value.as_str().unwrap(), Currency::CNY).unwrap().minor();
    let rows = answer["rows"].as_array().unwrap().iter();
    rows.map(|row| (row["row"].as_str().unwrap().to_owned(), row["values"].as_array().unwrap()))
        .map(|(code, values)| (code, amount(&values[4]) - amount(&values[5])))
        .filter(|(code, amount)| *amount != 0 && code.starts_with(|c: char| c.is_ascii_digit()))
        .collect()
}

#[test]
fn hledger_agrees_on_every_balance_of_a_hundred_thousand_lines() {
    let folder = tempfile::tempdir().unwrap();
    let (book, parties, entries) = (
        folder.path().join("book.kontor"),
        folder.path().join("parties.csv"),
        folder.path().join("entries.csv"),
    );
    let new = NewCompany {
        standard: "cn-small".to_owned(),
        currency: "CNY".to_owned(),
        first_period: "2025-01".to_owned(),
        company: "海砚贸易".to_owned(),
        vat_kind: Some("general".to_owned()),
        industry: None,
        expects_opening: false,
        person: "owner".to_owned(),
    };
    let (mut door, _) = create(&book, &new, &Secret::from(PASSWORD), &now()).unwrap();
    let company = Company::new(100_000);
    company.write_parties(&parties);
    let (_, lines) = company.write_entries(&entries);
    assert!(lines >= 100_000);
    for (kind, file) in [("parties", &parties), ("entries", &entries)] {
        import(&mut door, kind, file, Options::default(), &now(), &mut |_| true).unwrap();
    }
    let told = told_by_book(&door, "2026");
    assert!(told.len() >= 10, "{told:?}");
    assert_eq!(added_up_by_hledger(folder.path(), &door), told);
}

#[test]
fn hledger_agrees_on_the_sample_company_with_its_papers_and_reversals() {
    let desk = Desk::of(Template::sample());
    let door = desk.door();
    let told = told_by_book(&door, "2026");
    assert!(told.len() > 15, "{told:?}");
    assert_eq!(added_up_by_hledger(desk.folder.path(), &door), told);
}

#[test]
fn no_word_a_person_types_changes_what_hledger_reads() {
    let desk = Desk::new();
    let mut door = desk.door();
    let account = json!({"do": "add_account", "code": "560399", "parent": "5603",
        "name_zh": "杂项: a  ; b", "name_en": "(odd) [name]"});
    let _ = perform(&mut door, account);
    let memos =
        ["; comment", "a: b, c: d", "x  CNY 1.00", "one | two\n    1001  CNY 5", "= 5 @@ CNY 7"];
    for memo in memos {
        let lines = json!([
            {"account": "560399", "debit": "12.34", "memo": memo},
            {"account": "1001", "credit": "12.34", "memo": memo}]);
        let _ = perform(
            &mut door,
            json!({"do": "record_entry", "date": "2026-02-03", "memo": memo, "post": true,
                "lines": lines}),
        );
    }
    let told = told_by_book(&door, "2026");
    assert_eq!(told["560399"], 5 * 1234);
    assert_eq!(added_up_by_hledger(desk.folder.path(), &door), told);
}
