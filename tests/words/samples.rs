//! The papers against the samples in this folder; the window reads the same files.

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency};
use kontor_reports::{Bilingual, PaperFacts, in_words, printed, printed_quantity};

const AMOUNTS: &str = include_str!("amounts-in-words.csv");
const NUMBERS: &str = include_str!("numbers.csv");

fn rows(text: &'static str) -> Vec<Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split('|').collect()).collect()
}

#[test]
fn amounts_are_said_in_words_as_payments_are_written_out() {
    let rows = rows(AMOUNTS);
    assert!(rows.len() > 200, "{}", rows.len());
    for row in rows {
        let amount = Amount::parse(row[0], Currency::CNY).unwrap();
        let said = in_words(amount, Currency::CNY);
        assert_eq!(said, Some(Bilingual::new(row[1], row[2])), "{}", row[0]);
    }
}

#[test]
fn numbers_and_days_are_printed_as_the_window_shows_them() {
    for row in rows(NUMBERS) {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let same = |text: String| Bilingual::new(text.clone(), text);
        let shown = match row[0] {
            "money" => same(printed(Amount::parse(row[1], Currency::CNY).unwrap(), Currency::CNY)),
            "quantity" => same(printed_quantity(row[1].parse().unwrap())),
            "month" => PaperFacts::month(day(&format!("{}-01", row[1]))),
            "day" => PaperFacts::as_of(day(row[1])),
            other => panic!("{other}"),
        };
        assert_eq!(shown, Bilingual::new(row[2], row[3]), "{} {}", row[0], row[1]);
    }
}

#[test]
fn a_currency_without_hundredths_has_no_words_for_them() {
    let yen = Currency::from_code("JPY").unwrap();
    assert_eq!(in_words(Amount::from_minor(5), yen), None);
}
