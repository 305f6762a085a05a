//! The cases with other currencies once more, their revaluations made by the program: it must come to what was worked
//! out by hand, to the cent, with a rerun adding nothing.

use kontor_actions::Door;
use kontor_actions::creation::create;
use kontor_actions::imports::{Options, import};
use kontor_actions::prints::print;
use kontor_actions::statements::GetStatement;
use kontor_reports::{Format, Lang};
use kontor_tests::{PASSWORD, assert_verifies, now};
use kontor_vault::Secret;
use serde_json::{Value, json};

use super::case::{Case, OF_ALL_TIME, STATEMENTS, Sheet, all};
use super::compare::{assert_expected, span};

/// Closing rates: the month, the currency and the rate.
type Rates = &'static [(&'static str, &'static str, &'static str)];

/// A case, how it revalues, and its closing rates as its text says them.
const REVALUED: [(&str, &str, Rates); 3] = [
    ("case8", "permanent", &[("2026-11-30", "USD", "0.93"), ("2026-12-31", "USD", "0.945")]),
    (
        "case9",
        "permanent",
        &[
            ("2026-11-30", "JPY", "0.0068"),
            ("2026-11-30", "EUR", "1.12"),
            ("2026-11-30", "KWD", "3.26"),
            ("2026-12-31", "JPY", "0.0066"),
            ("2026-12-31", "KWD", "3.24"),
        ],
    ),
    (
        "case10",
        "reversed",
        &[
            ("2026-11-30", "EUR", "0.87"),
            ("2026-11-30", "USD", "0.79"),
            ("2026-12-31", "EUR", "0.89"),
            ("2026-12-31", "USD", "0.81"),
        ],
    ),
];

/// Whether a row belongs to an entry that the program makes itself.
fn is_made(memo: &str) -> bool {
    memo.contains("at the closing rate") || memo.contains("revaluation taken back")
}

/// The rows of a month that a person wrote, the closing entries or the others.
fn written(sheet: &Sheet, month: &str, is_closing: bool) -> Sheet {
    let at = |name: &str| sheet.column(name).unwrap();
    let (date, memo, kind) = (at("date"), at("memo"), at("kind"));
    let is_meant = |row: &&Vec<String>| {
        row[date].starts_with(month)
            && !is_made(&row[memo])
            && (row[kind] == "closing") == is_closing
    };
    let rows = sheet.rows.iter().filter(is_meant).cloned().collect();
    Sheet { header: sheet.header.clone(), rows }
}

fn generate(door: &mut Door, period: &str) -> Result<usize, kontor_actions::Refusal> {
    let request =
        json!({"do": "generate_entries", "period": period, "generators": ["revaluation"]});
    let done = door.perform(request, &now())?;
    let drafts: Vec<_> = done.given.iter().map(|given| given.uid).collect();
    door.perform(json!({"do": "post_entries", "entries": drafts}), &now())?;
    Ok(drafts.len())
}

fn assert_stated(door: &Door, case: &Case) {
    for name in STATEMENTS {
        let words = span(case, name);
        let mut request = GetStatement { name: name.to_owned(), ..GetStatement::default() };
        if OF_ALL_TIME.contains(&name) {
            request.from = Some(words[1].parse().unwrap());
            request.to = Some(words[3].parse().unwrap());
        } else {
            request.period = Some(words[1].clone());
        }
        let json = print(door, &request, Format::Json, Lang::En, &now()).unwrap();
        assert_expected(case, name, &json, "revalued by the program");
    }
}

fn play(case: &Case, way: &str, rates: Rates) {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.kontor");
    let (mut door, _) =
        create(&book, &case.new_company(), &Secret::from(PASSWORD), &now()).unwrap();
    let policy =
        json!({"do": "set_currency_policy", "from": "2026-11", "rate": "day", "revaluation": way});
    door.perform(policy, &now()).unwrap();
    let bring = |door: &mut Door, kind: &str, sheet: &Sheet| {
        let file = folder.path().join("sheet.csv");
        sheet.write(&file);
        import(door, kind, &file, Options::default(), &now(), &mut |_| true).unwrap();
    };
    let mut entries = Sheet { header: Vec::new(), rows: Vec::new() };
    for (kind, sheet) in &case.sheets {
        if *kind == "entries" {
            entries.header.clone_from(&sheet.header);
            entries.rows.extend(sheet.rows.iter().cloned());
        } else {
            bring(&mut door, kind, sheet);
        }
    }
    for month in ["2026-11", "2026-12"] {
        bring(&mut door, "entries", &written(&entries, month, false));
        // Without closing rates nothing is made, and the refusal names what is missing.
        let refused = generate(&mut door, month).unwrap_err();
        assert_eq!(refused.code, kontor_actions::Code::ExchangeRateMissing, "{}", case.name);
        assert!(refused.details["date"].starts_with(month), "{refused}");
        let of_month: Vec<Value> = rates
            .iter()
            .filter(|(date, _, _)| date.starts_with(month))
            .map(|(date, currency, rate)| json!({"date": date, "currency": currency, "rate": rate}))
            .collect();
        door.perform(json!({"do": "set_exchange_rates", "rates": of_month}), &now()).unwrap();
        assert!(generate(&mut door, month).unwrap() > 0, "{} {month}", case.name);
        let again = generate(&mut door, month).unwrap_err();
        assert_eq!(again.code, kontor_actions::Code::NothingToGenerate, "{} {month}", case.name);
    }
    bring(&mut door, "entries", &written(&entries, "2026-12", true));
    assert_stated(&door, case);
    assert_verifies(&door, &case.name);
}

#[test]
fn revaluation_comes_to_what_was_worked_out_by_hand() {
    let cases = all();
    for (name, way, rates) in REVALUED {
        play(cases.iter().find(|case| case.name == name).unwrap(), way, rates);
    }
}
