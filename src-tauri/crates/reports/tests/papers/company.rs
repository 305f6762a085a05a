//! A small trading company's figures for one month, made by hand, and the papers' facts.

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency};
use kontor_reports::{
    Bilingual, ColumnFigures, ColumnKey, Lang, PaperFacts, Statement, TrialBalanceLine, evaluate,
    layouts, trial_balance,
};

fn amount(text: &str) -> Amount {
    Amount::parse(text, Currency::CNY).unwrap()
}

fn list(lines: &[(&str, &str)]) -> Vec<(String, Amount)> {
    lines.iter().map(|(name, text)| ((*name).to_owned(), amount(text))).collect()
}

/// Balances before profit and loss are closed; a customer has paid too much, a supplier was paid in advance.
pub(crate) fn closing() -> ColumnFigures {
    let party =
        |account: &str, party: &str, text| (account.to_owned(), party.to_owned(), amount(text));
    ColumnFigures {
        balances: list(&[
            ("1001", "13470.00"),
            ("1002", "191709.12"),
            ("1122", "44564.00"),
            ("1123", "0.00"),
            ("1405", "48690.13"),
            ("1601", "36000.00"),
            ("1602", "-10800.00"),
            ("2202", "-55000.00"),
            ("2211", "-14400.00"),
            ("222102", "1438.04"),
            ("222106", "-7000.00"),
            ("3001", "-180000.00"),
            ("3101", "-2000.00"),
            ("310415", "-23710.00"),
            ("5001", "-311400.00"),
            ("5401", "209710.96"),
            ("540302", "108.99"),
            ("540303", "77.85"),
            ("560107", "4000.00"),
            ("560101", "50000.00"),
            ("560301", "1070.88"),
            ("571105", "1010.00"),
            ("571110", "198.91"),
            ("5801", "2261.12"),
        ]),
        party_balances: vec![
            party("1122", "C1", "46564.00"),
            party("1122", "C2", "-3000.00"),
            party("2202", "S1", "-58000.00"),
            party("2202", "S2", "3000.00"),
        ],
        ..ColumnFigures::empty(ColumnKey::Closing)
    }
}

/// Balances at the start of the year.
pub(crate) fn opening() -> ColumnFigures {
    ColumnFigures {
        balances: list(&[
            ("1001", "5000.00"),
            ("1002", "120000.00"),
            ("1122", "19010.00"),
            ("1405", "60000.00"),
            ("1601", "36000.00"),
            ("1602", "-9000.00"),
            ("2202", "-22000.00"),
            ("2221", "-3300.00"),
            ("3001", "-180000.00"),
            ("3101", "-2000.00"),
            ("310415", "-23710.00"),
        ]),
        ..ColumnFigures::empty(ColumnKey::Opening)
    }
}

/// Movements and cash of March.
pub(crate) fn month() -> ColumnFigures {
    ColumnFigures {
        movements: list(&[
            ("5001", "84000.00"),
            ("5401", "-56379.03"),
            ("540302", "-108.99"),
            ("540303", "-77.85"),
            ("560101", "-98000.00"),
            ("560301", "290.88"),
            ("571105", "-1010.00"),
        ]),
        cash: list(&[
            ("CF01", "108480.00"),
            ("CF03", "-80600.00"),
            ("CF04", "-14400.00"),
            ("CF06", "-290.88"),
            ("CF12", "-36000.00"),
            ("FX", "-10.00"),
        ]),
        opening_cash: amount("228000.00"),
        closing_cash: amount("205179.12"),
        ..ColumnFigures::empty(ColumnKey::Period)
    }
}

/// Movements and cash since January.
pub(crate) fn year_to_date() -> ColumnFigures {
    ColumnFigures {
        movements: list(&[
            ("5001", "311400.00"),
            ("5401", "-209710.96"),
            ("540302", "-108.99"),
            ("540303", "-77.85"),
            ("560107", "-4000.00"),
            ("560101", "-50000.00"),
            ("560301", "-1070.88"),
            ("571105", "-1010.00"),
            ("571110", "-198.91"),
            ("5801", "-2261.12"),
        ]),
        cash: list(&[
            ("CF01", "284950.00"),
            ("CF03", "-162600.00"),
            ("CF04", "-28800.00"),
            ("CF05", "-3300.00"),
            ("CF06", "-10070.88"),
        ]),
        opening_cash: amount("125000.00"),
        closing_cash: amount("205179.12"),
        ..ColumnFigures::empty(ColumnKey::YearToDate)
    }
}

/// One of the three statements of a small enterprise.
pub(crate) fn statement(name: &str) -> Statement {
    let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    let layout = layouts::find("cn-small", name, day).unwrap().unwrap();
    let columns = match name {
        "balance-sheet" => [closing(), opening()],
        _ => [month(), year_to_date()],
    };
    evaluate(layout, &columns, Currency::CNY).unwrap()
}

/// A trial balance of so many accounts, whose amounts cancel out in pairs.
pub(crate) fn many_accounts(count: i64) -> Statement {
    let lines: Vec<TrialBalanceLine> = (0..count)
        .map(|place| {
            let sign = if place % 2 == 0 { 1 } else { -1 };
            let part = |size: i64| Amount::from_minor(sign * size * (1 + place / 2));
            let (debit, credit) = if sign > 0 { (1_234_567, 0) } else { (0, 1_234_567) };
            TrialBalanceLine {
                account: format!("{}", 1001 + place),
                name: Bilingual::new(
                    format!("银行存款-基本户 {place}"),
                    format!("Bank deposit, basic account {place}"),
                ),
                level: 1,
                repeated_below: false,
                opening: part(98_765_432),
                debit: Amount::from_minor(debit * (1 + place / 2)),
                credit: Amount::from_minor(credit * (1 + place / 2)),
                closing: part(98_765_432 + 1_234_567),
            }
        })
        .collect();
    trial_balance("cn-small", Currency::CNY, &lines).unwrap()
}

/// The facts of a paper in that language.
pub(crate) fn facts(lang: Lang) -> PaperFacts {
    let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    PaperFacts {
        company: "宁波海砚贸易有限公司".to_owned(),
        period: PaperFacts::as_of(day),
        prepared_by: Some("陈砚".to_owned()),
        reviewed_by: None,
        approved_by: None,
        printed_as_of: day,
        operation: 4182,
        code: "7F3A C91D".to_owned(),
        proof: None,
        unposted: None,
        lang,
    }
}
