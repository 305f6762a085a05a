//! Every case's closing entries, made by rule from its ledger before closing: the same amounts on the same accounts.

use std::collections::BTreeMap;

use kontor_actions::Door;
use kontor_actions::creation::create;
use kontor_actions::imports::{Options, import};
use kontor_ledger::generated::Generator;
use kontor_ledger::money::{Amount, Currency};
use kontor_tests::{PASSWORD, assert_verifies, moment};
use kontor_vault::Secret;
use serde_json::{Value, json};

use super::case::{Case, Sheet, all};

/// Debits and credits by account.
type Sides = BTreeMap<String, (Amount, Amount)>;

fn amount(text: &str) -> Amount {
    match text {
        "" => Amount::ZERO,
        text => Amount::parse(text, Currency::CNY).unwrap(),
    }
}

fn add(sides: &mut Sides, account: &str, debit: &str, credit: &str) {
    let sum = sides.entry(account.to_owned()).or_default();
    sum.0 = sum.0.plus(amount(debit)).unwrap();
    sum.1 = sum.1.plus(amount(credit)).unwrap();
}

/// What a case lists as its closing entries, by period.
fn listed(sheet: &Sheet) -> BTreeMap<String, Sides> {
    let column = |name| sheet.column(name).unwrap();
    let mut periods: BTreeMap<String, Sides> = BTreeMap::new();
    for row in &sheet.rows {
        let period = periods.entry(row[column("date")][..7].to_owned()).or_default();
        add(period, &row[column("account")], &row[column("debit")], &row[column("credit")]);
    }
    periods
}

/// What is left of each account's sides: a rule may need two entries where a case writes one.
fn net(sides: &Sides) -> BTreeMap<&str, i64> {
    let left = |(debit, credit): &(Amount, Amount)| debit.minor() - credit.minor();
    sides.iter().map(|(account, sides)| (account.as_str(), left(sides))).collect()
}

fn generated(preview: &Value) -> Sides {
    let mut sides = Sides::new();
    for generator in preview["generators"].as_array().unwrap() {
        assert_eq!(generator["refusal"], Value::Null);
        for entry in generator["entries"].as_array().unwrap() {
            assert_eq!(entry["state"], "draft");
            for line in entry["lines"].as_array().unwrap() {
                let word = |name: &str| line[name].as_str().unwrap();
                add(&mut sides, word("account"), word("debit"), word("credit"));
            }
        }
    }
    sides
}

fn opened(case: &Case, folder: &std::path::Path) -> Door {
    let secret = Secret::from(PASSWORD);
    let (mut door, _) =
        create(&folder.join("book.kontor"), &case.new_company(), &secret, &moment(1)).unwrap();
    let before = case.sheets.split_last().unwrap().1;
    for (number, (kind, sheet)) in (2..).zip(before) {
        let file = folder.join(format!("{number}.csv"));
        sheet.write(&file);
        import(&mut door, kind, &file, Options::default(), &moment(number), &mut |_| true).unwrap();
    }
    door
}

#[test]
fn the_rules_make_exactly_the_closing_entries_that_every_case_lists() {
    for case in all() {
        let folder = tempfile::tempdir().unwrap();
        let mut door = opened(&case, folder.path());
        let mut n = 100;
        let mut perform = |door: &mut Door, action: Value| {
            n += 1;
            door.perform(action, &moment(n))
                .unwrap_or_else(|refused| panic!("{}: {refused}", case.name))
        };
        // The cases close every period, also where books usually wait for the end of the year; taxes they state themselves.
        let from = &case.company.first_period;
        let others: Vec<_> = Generator::ALL
            .iter()
            .filter(|generator| **generator < Generator::ProfitTransfer)
            .map(|generator| generator.word())
            .collect();
        let decide = json!({"do": "set_generation_policy", "from": from, "transfer": "monthly",
            "off": others});
        perform(&mut door, decide);
        let periods = listed(&case.sheets.last().unwrap().1);
        assert!(!periods.is_empty(), "{}", case.name);
        for (period, expected) in periods {
            perform(&mut door, json!({"do": "generate_entries", "period": period}));
            let ask = json!({"ask": "preview_generated", "period": period});
            let preview = door.ask(ask, &moment(99)).unwrap();
            assert_eq!(net(&generated(&preview)), net(&expected), "{}, {period}", case.name);
            perform(&mut door, json!({"do": "post_entries", "entries": preview["drafts"]}));
        }
        assert_verifies(&door, &case.name);
    }
}
