//! Every case through the library: imported, stated before and after its closing entries, verified.

use kontor_actions::Door;
use kontor_actions::creation::create;
use kontor_actions::imports::{Options, import};
use kontor_actions::prints::print;
use kontor_actions::statements::GetStatement;
use kontor_reports::{Format, Lang};
use kontor_tests::{PASSWORD, assert_verifies, now};
use kontor_vault::Secret;

use super::case::{Case, OF_ALL_TIME, STATEMENTS, all};
use super::compare::{assert_expected, span};

fn assert_stated(door: &Door, case: &Case, when: &str) {
    for name in STATEMENTS {
        // Before profit and loss are closed the trial balance is another; its own checks must hold all the same.
        let words = span(case, name);
        let day = |at: usize| words[at].parse().unwrap();
        let request = match name {
            _ if OF_ALL_TIME.contains(&name) => GetStatement {
                name: name.to_owned(),
                from: Some(day(1)),
                to: Some(day(3)),
                ..GetStatement::default()
            },
            _ => GetStatement {
                name: name.to_owned(),
                period: Some(words[1].clone()),
                ..GetStatement::default()
            },
        };
        let json = print(door, &request, Format::Json, Lang::Zh, &now()).unwrap();
        if name == "trial-balance" && when == "before closing" {
            let told = serde_json::from_slice(&json).unwrap();
            super::compare::assert_checks_hold(&told, &case.name);
        } else {
            assert_expected(case, name, &json, when);
        }
    }
}

fn play(case: &Case) {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("账 套.kontor");
    let (mut door, _) =
        create(&book, &case.new_company(), &Secret::from(PASSWORD), &now()).unwrap();
    let last = case.sheets.len() - 1;
    for (number, (kind, sheet)) in case.sheets.iter().enumerate() {
        if number == last {
            assert_stated(&door, case, "before closing");
            assert_verifies(&door, &case.name);
        }
        let file = folder.path().join(format!("{number}.csv"));
        sheet.write(&file);
        let imported = import(&mut door, kind, &file, Options::default(), &now(), &mut |_| true);
        let imported =
            imported.unwrap_or_else(|refused| panic!("{}, {kind}: {refused:?}", case.name));
        assert!(imported.count > 0, "{}, {kind}", case.name);
    }
    assert_stated(&door, case, "after closing");
    assert_verifies(&door, &case.name);
}

#[test]
fn every_case_gives_the_expected_statements_before_and_after_its_closing_entries() {
    let cases = all();
    assert!(!cases.is_empty());
    cases.iter().for_each(play);
}

#[test]
fn every_case_does_so_with_seven_times_the_money_and_other_names() {
    all().iter().map(Case::in_another_life).for_each(|case| play(&case));
}
