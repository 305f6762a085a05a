//! Every fault, with the row and the column it is found in.

use kontor_exchange::FaultReason::{self, *};
use kontor_exchange::{EntryRow, ItemRow, OpeningCashFlowRow, OpeningRow, PartyRow};

use crate::{at, faults, of_row, rows};

const HEADER: &str = "date,entry,account,debit,credit\n";

fn entry_faults(body: &str) -> Vec<kontor_exchange::Fault> {
    faults::<EntryRow>(format!("{HEADER}{body}"))
}

fn number(text: &str) -> FaultReason {
    NotANumber { text: text.to_owned() }
}

#[test]
fn a_header_must_have_the_required_columns_and_no_others() {
    assert_eq!(faults::<PartyRow>(""), [of_row(1, NoHeader)]);
    assert_eq!(faults::<PartyRow>("\n\n"), [of_row(1, NoHeader)]);
    assert_eq!(faults::<PartyRow>("code,kind\n"), [at(1, "name", MissingColumn)]);
    assert_eq!(faults::<PartyRow>("code,name,nmae\n"), [at(1, "nmae", UnknownColumn)]);
    assert_eq!(faults::<PartyRow>("code,name,Code \n"), [at(1, "Code", DuplicateColumn)]);
    assert_eq!(faults::<PartyRow>("code;name\n").len(), 3);
    let wide = format!("code,name{}\n", ",x".repeat(100_000));
    let reason = WrongFieldCount { expected: 10, found: 100_002 };
    assert_eq!(faults::<PartyRow>(wide), [of_row(1, reason)]);
}

#[test]
fn a_header_may_be_in_any_order_and_case() {
    let parties: Vec<PartyRow> = rows("\r\n NAME , Code\r\nQinghe,C1\r\n");
    assert_eq!((parties[0].code.as_str(), parties[0].name.as_str()), ("C1", "Qinghe"));
}

#[test]
fn a_row_has_as_many_cells_as_the_header() {
    let reason = |found| WrongFieldCount { expected: 5, found };
    assert_eq!(
        entry_faults("2026-01-05,1,1001,5\n2026-01-05,1,1001,5,,\n2026-01-05,1,10"),
        [of_row(2, reason(4)), of_row(3, reason(6)), of_row(4, reason(3))]
    );
    // A last line without its end is complete when its cells are, and rows of nothing are nothing.
    assert_eq!(entry_faults("\n,,,,\n,,\n2026-01-05,1,1001,5,"), []);
}

#[test]
fn half_a_file_and_a_wrong_quote_are_faults_and_end_the_reading() {
    assert_eq!(entry_faults("2026-01-05,1,\"1001"), [at(2, "account", EndsInsideQuote)]);
    assert_eq!(
        entry_faults("2026-01-05,1,\"10\n01,5\n\n2026-01-05,1,1001,5,\n"),
        [at(2, "account", EndsInsideQuote)]
    );
    assert_eq!(
        entry_faults("x,1,1001,5,\n2026-01-05,\"1\"2,1001,5,\nx,1,1001,5,\n"),
        [at(2, "date", NotADate { text: "x".into() }), at(3, "entry", BrokenQuote)]
    );
    assert_eq!(entry_faults("2026-01-05,1\",1001,5,\n"), []);
}

#[test]
fn rows_are_counted_in_lines_of_the_file() {
    let parties = "code,name,terms_days\r\n1,\"two\r\nlines\",x\r\n\r\n2,b,y\r3,c,z\n";
    let numbers = [(2, "x"), (5, "y"), (6, "z")];
    let expected: Vec<_> =
        numbers.iter().map(|(row, text)| at(*row, "terms_days", number(text))).collect();
    assert_eq!(faults::<PartyRow>(parties), expected);
}

#[test]
fn a_cell_of_ten_megabytes_is_refused_and_the_reading_goes_on() {
    for quote in ["", "\""] {
        let long = "长".repeat(3_500_000);
        let body = format!("2026-01-05,1,{quote}{long}{quote},5,\n2026-01-05,1,1001,x,\n");
        assert_eq!(
            entry_faults(&body),
            [at(2, "account", CellTooLong { limit: 65_536 }), at(3, "debit", number("x"))]
        );
    }
    let just = "a".repeat(65_536);
    assert_eq!(entry_faults(&format!("2026-01-05,1,{just},5,\n")), []);
    let header = faults::<EntryRow>(format!("date,{just}a\n"));
    assert_eq!(header, [of_row(1, CellTooLong { limit: 65_536 })]);
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(faults::<PartyRow>(b"\xFF\xFEc\0o\0"), [of_row(1, Utf16)]);
    assert_eq!(faults::<PartyRow>(b"\xFE\xFF\0c\0o"), [of_row(1, Utf16)]);
    assert_eq!(faults::<PartyRow>(b"code,name\n1,a\n2,\0\n"), [of_row(3, NulByte)]);
    let mut bytes = b"code,name,terms_days\n1,a,x\n2,".to_vec();
    bytes.extend(b"\xFF\xFF\n");
    assert_eq!(faults::<PartyRow>(bytes), [at(2, "terms_days", number("x")), of_row(3, NotText)]);
}

#[test]
fn every_fault_of_a_row_is_found() {
    let faults = entry_faults("2026-02-30,,1001,1.005,abc\n");
    assert_eq!(
        faults,
        [
            at(2, "date", NotADate { text: "2026-02-30".into() }),
            at(2, "entry", Empty),
            at(2, "debit", TooManyDecimals { allowed: 2 }),
            at(2, "credit", number("abc")),
        ]
    );
}

#[test]
fn a_line_stands_on_exactly_one_side() {
    assert_eq!(
        entry_faults("2026-01-05,1,1001,1,2\n2026-01-05,1,1001,,0.00\n2026-01-05,1,1001,0.00,2\n"),
        [of_row(2, BothDebitAndCredit), of_row(3, NeitherDebitNorCredit)]
    );
    let opening = "account,debit,credit,ytd_debit\n1001,1,2,\n5001,,,30\n";
    assert_eq!(faults::<OpeningRow>(opening), [of_row(2, BothDebitAndCredit)]);
}

#[test]
fn amounts_are_exact_or_refused() {
    let read = |text: &str| {
        let table = format!("cash_flow_item,amount\nCF01,\"{text}\"\n");
        let faults = faults::<OpeningCashFlowRow>(&table);
        match faults.first() {
            Some(fault) => Err(fault.reason.clone()),
            None => Ok(rows::<OpeningCashFlowRow>(&table)[0].amount.minor()),
        }
    };
    let good = [
        ("1234.50", 123_450),
        ("1,234.50", 123_450),
        ("￥1,234,567.8", 123_456_780),
        ("-¥3", -300),
        ("¥-3", -300),
        (" 3.1000 ", 310),
        (".5", 50),
        ("-0.01", -1),
        ("92233720368547758.07", i64::MAX),
    ];
    for (text, minor) in good {
        assert_eq!(read(text), Ok(minor), "{text}");
    }
    for text in
        ["1,23", "12,34.5", "1,2345", ",123", "1.2.3", "1e3", "(5)", "--1", "5.", "-", "٣", "1 000"]
    {
        assert_eq!(read(text), Err(number(text)), "{text}");
    }
    assert_eq!(read(""), Err(Empty));
    assert_eq!(read("1.005"), Err(TooManyDecimals { allowed: 2 }));
    assert_eq!(read("92233720368547758.08"), Err(OutOfRange));
    assert_eq!(read(&"9".repeat(60)), Err(OutOfRange));
    assert_eq!(read(&"x".repeat(60)), Err(number(&"x".repeat(40))));
}

#[test]
fn dates_are_read_in_three_ways() {
    let lines = "2026-01-05,1,1,1,\n2026/1/5,1,1,1,\n20260105,1,1,1,\n";
    let entries: Vec<EntryRow> = rows(format!("{HEADER}{lines}"));
    assert!(entries.iter().all(|entry| entry.date.to_string() == "2026-01-05"));
    for text in
        ["26-01-05", "2026-13-01", "05.01.2026", "2026-01", "2026-1/5", "46027", "1026-01-05"]
    {
        let reason = NotADate { text: text.to_owned() };
        assert_eq!(entry_faults(&format!("{text},1,1,1,\n")), [at(2, "date", reason)]);
    }
}

#[test]
fn foreign_amounts_need_their_currency_and_its_decimals() {
    let read = |cells: &str| {
        faults::<EntryRow>(format!(
            "date,entry,account,debit,credit,currency,foreign_amount\n2026-01-05,1,1,5,,{cells}\n"
        ))
    };
    assert_eq!(read("usd,0.70"), []);
    assert_eq!(read("USD,0"), []);
    assert_eq!(read("CNY,"), []);
    assert_eq!(read("CNY,5.00"), []);
    assert_eq!(read("CNY,4"), [at(2, "foreign_amount", OutOfRange)]);
    assert_eq!(read("USD,"), [at(2, "foreign_amount", Empty)]);
    assert_eq!(read(",0.70"), [at(2, "currency", Empty)]);
    assert_eq!(read("JPY,0.7"), [at(2, "foreign_amount", TooManyDecimals { allowed: 0 })]);
    assert_eq!(read("$,7"), [at(2, "currency", NotACurrency { text: "$".into() })]);
}

#[test]
fn words_and_rates_are_those_of_the_list() {
    let allowed = vec!["customer", "supplier", "employee", "other"];
    assert_eq!(
        faults::<PartyRow>("code,name,kind,credit_limit\n1,a,customer/friend,-1\n"),
        [
            at(2, "credit_limit", OutOfRange),
            at(2, "kind", UnknownWord { text: "friend".into(), allowed }),
        ]
    );
    assert_eq!(
        faults::<ItemRow>("code,name,tax_rate\n1,a,13%\n2,b,0.13\n3,c,13\n4, ,-1%\n"),
        [at(4, "tax_rate", OutOfRange), at(5, "name", Empty), at(5, "tax_rate", OutOfRange)]
    );
    let kinds =
        "date,entry,account,debit,credit,kind\n2026-01-05,1,1,5,,Closing\n2026-01-05,1,1,5,,x\n";
    let allowed = vec!["normal", "opening", "closing"];
    assert_eq!(
        faults::<EntryRow>(kinds),
        [at(3, "kind", UnknownWord { text: "x".into(), allowed })]
    );
}
