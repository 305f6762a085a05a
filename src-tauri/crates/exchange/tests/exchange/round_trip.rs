//! What is written is read back as it was, by us and by the csv crate; nothing written runs in a spreadsheet.

use std::fmt::Debug;

use chrono::NaiveDate;
use kontor_exchange::*;
use kontor_ledger::account::KeptCurrency;
use kontor_ledger::money::{Amount, Currency, Quantity};
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::rows;

fn written<T: Sheet>(values: &[T]) -> Vec<u8> {
    let mut writer = SheetWriter::new(Vec::new(), Currency::CNY).unwrap();
    for value in values {
        writer.write(value).unwrap();
    }
    writer.finish().unwrap()
}

fn comes_back<T: Sheet + PartialEq + Debug>(values: &[T]) -> Result<(), TestCaseError> {
    let bytes = written(values);
    // A second opinion: the csv crate finds the same number of rows, and no cell begins like a formula.
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap());
    let mut count = 0;
    for record in reader.records() {
        count += 1;
        for cell in &record.unwrap() {
            let is_number = cell.parse::<Decimal>().is_ok();
            prop_assert!(
                is_number
                    || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
            );
        }
    }
    prop_assert_eq!(count, values.len());
    prop_assert_eq!(rows::<T>(&bytes), values);
    Ok(())
}

fn text() -> impl Strategy<Value = String> {
    "([=+@\\-＝'\"\t \r\n]?[a-z\"', ;\r\n库存\t=-]{0,6})"
}

fn code() -> impl Strategy<Value = String> {
    "[=@'-]?[a-z0-9库\",'-]{1,6}"
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![any::<i64>(), -500_i64..500].prop_map(Amount::from_minor)
}

fn nonzero() -> impl Strategy<Value = Amount> {
    amount().prop_filter("a line is never nothing", |amount| !amount.is_zero())
}

fn quantity() -> impl Strategy<Value = Quantity> {
    any::<i64>().prop_map(Quantity::from_millionths)
}

fn foreign() -> impl Strategy<Value = Foreign> {
    (prop::sample::select(vec!["USD", "JPY", "KWD"]), amount())
        .prop_map(|(code, amount)| Foreign { currency: Currency::from_code(code).unwrap(), amount })
}

fn word<T: Word + Debug>() -> impl Strategy<Value = T> {
    prop::sample::select(T::WORDS.iter().map(|(_, value)| *value).collect::<Vec<_>>())
}

fn sides() -> impl Strategy<Value = (Amount, Amount)> {
    (nonzero(), any::<bool>()).prop_map(|(amount, is_debit)| {
        if is_debit { (amount, Amount::ZERO) } else { (Amount::ZERO, amount) }
    })
}

prop_compose! {
    fn entry_line()(
        memo in text(), account in code(), party in option::of(code()), item in option::of(code()),
        quantity in option::of(quantity()), (debit, credit) in sides(), foreign in option::of(foreign()),
        cash_flow_item in option::of(code()), activity in option::of(word()),
    ) -> EntryLine {
        EntryLine { memo, account, party, item, quantity, debit, credit, foreign, cash_flow_item, activity }
    }
}

prop_compose! {
    fn entry_row()(
        days in 0..60_000_i32, entry in code(), word in "[记收付转]?", kind in word(), line in entry_line(),
    ) -> EntryRow {
        let date = NaiveDate::from_num_days_from_ce_opt(700_000 + days).unwrap();
        EntryRow { date, entry, word, kind, line }
    }
}

prop_compose! {
    fn party()(
        code in code(), name in code(), kinds in prop::collection::vec(word(), 0..3), tax_number in code(),
        phone in code(), address in text(), email in code(), terms_days in option::of(any::<u32>()),
        credit_limit in option::of(0..i64::MAX), note in text(),
    ) -> PartyRow {
        let credit_limit = credit_limit.map(Amount::from_minor);
        PartyRow { code, name, kinds, tax_number, phone, address, email, terms_days, credit_limit, note }
    }
}

prop_compose! {
    fn item()(
        code in code(), name in code(), kind in option::of(word()), unit in "[台个]?",
        price in option::of((0..i64::MAX, 0..9_u32)), rate in option::of(0..1000_i64), note in text(),
    ) -> ItemRow {
        let price = price.map(|(digits, decimals)| Decimal::new(digits, decimals));
        ItemRow { code, name, kind, unit, price, tax_rate: rate.map(|rate| Decimal::new(rate, 3)), note }
    }
}

prop_compose! {
    fn opening()(
        account in code(), party in option::of(code()), item in option::of(code()), quantity in option::of(quantity()),
        (debit, credit) in sides(), foreign in option::of(foreign()), to_date in (amount(), amount()),
    ) -> OpeningRow {
        OpeningRow {
            account, party, item, quantity, debit, credit, foreign,
            year_to_date_debit: to_date.0, year_to_date_credit: to_date.1,
        }
    }
}

prop_compose! {
    fn account()(
        code in code(), parent in option::of(code()), level in option::of(1..9_u32), name_zh in code(), name_en in text(),
        class in word(), normal_balance in word(), (is_cash, has_quantity, is_monetary) in any::<(bool, bool, Option<bool>)>(),
        foreign_currency in prop::sample::select(vec![KeptCurrency::None, KeptCurrency::All, KeptCurrency::Only(Currency::CNY)]),
        activity in option::of(word()), indirect in option::of(code()), auxiliary in code(), note in text(),
    ) -> AccountRow {
        AccountRow {
            code, parent, level, name_zh, name_en, class, normal_balance, balance_sheet_row: "4; 34".into(),
            income_statement_row: String::new(), is_cash, cash_in_default: Some("CF01".into()), cash_out_default: None,
            activity, indirect, auxiliary, has_quantity, foreign_currency, is_monetary, applies_to: "all".into(),
            source: String::new(), note,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn entries_come_back(values in prop::collection::vec(entry_row(), 0..5)) {
        comes_back(&values)?;
    }

    #[test]
    fn parties_come_back(values in prop::collection::vec(party(), 0..5)) {
        comes_back(&values)?;
    }

    #[test]
    fn items_come_back(values in prop::collection::vec(item(), 0..5)) {
        comes_back(&values)?;
    }

    #[test]
    fn openings_come_back(values in prop::collection::vec(opening(), 0..5)) {
        comes_back(&values)?;
    }

    #[test]
    fn accounts_come_back(values in prop::collection::vec(account(), 0..5)) {
        comes_back(&values)?;
    }

    #[test]
    fn opening_cash_flows_come_back(values in prop::collection::vec((code(), amount()), 0..5)) {
        let values: Vec<_> = values.into_iter()
            .map(|(cash_flow_item, amount)| OpeningCashFlowRow { cash_flow_item, amount }).collect();
        comes_back(&values)?;
    }
}

#[test]
fn a_table_looks_as_spreadsheets_expect_it() {
    let rows =
        [OpeningCashFlowRow { cash_flow_item: "=CF\"01\"".into(), amount: Amount::from_minor(-5) }];
    let expected = "\u{feff}cash_flow_item,amount\r\n\"'=CF\"\"01\"\"\",-0.05\r\n";
    assert_eq!(written(&rows), expected.as_bytes());
}
