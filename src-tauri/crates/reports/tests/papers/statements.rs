//! The engine with the three layouts of a small enterprise.

use kontor_ledger::money::{Amount, Currency};
use kontor_reports::{
    ColumnFigures, ColumnKey, Format, Lang, ReportError, Statement, evaluate, layouts, render,
};

use super::company;

fn value(statement: &Statement, key: &str, column: usize) -> String {
    let row = statement.row(key).unwrap_or_else(|| panic!("{key}"));
    row.values[column].to_text(statement.currency)
}

fn failed(statement: &Statement) -> Vec<&str> {
    statement.checks.iter().filter(|c| !c.holds).map(|c| c.name.as_str()).collect()
}

fn with(name: &str, change: impl Fn(&mut ColumnFigures)) -> Result<Statement, ReportError> {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    let layout = layouts::find("cn-small", name, day).unwrap().unwrap();
    let mut column = if name == "balance-sheet" { company::closing() } else { company::month() };
    change(&mut column);
    evaluate(layout, &[column], Currency::CNY)
}

#[test]
fn a_balance_sheet_balances_before_profit_and_loss_are_closed() {
    let sheet = company::statement("balance-sheet");
    assert_eq!(value(&sheet, "cash", 0), "205179.12");
    assert_eq!(value(&sheet, "total-assets", 0), "329633.25");
    assert_eq!(value(&sheet, "total-liabilities-and-equity", 0), "329633.25");
    assert_eq!(value(&sheet, "undistributed-profit", 0), "66671.29");
    assert_eq!(value(&sheet, "accumulated-depreciation", 0), "10800.00");
    assert_eq!(value(&sheet, "total-assets", 1), "231010.00");
    assert!(sheet.holds(), "{:?}", failed(&sheet));
}

#[test]
fn a_customer_who_paid_too_much_is_shown_as_a_liability_and_nothing_is_netted_away() {
    let sheet = company::statement("balance-sheet");
    // 1122 stands at 44,564: one customer owes 46,564, one has 3,000 to his credit, 1,000 belongs to nobody.
    assert_eq!(value(&sheet, "receivables", 0), "47564.00");
    assert_eq!(value(&sheet, "advances-from-customers", 0), "3000.00");
    assert_eq!(value(&sheet, "payables", 0), "58000.00");
    assert_eq!(value(&sheet, "prepayments", 0), "3000.00");
}

#[test]
fn an_account_on_no_row_is_found() {
    let stray = |column: &mut ColumnFigures| {
        column.balances.push(("9999".to_owned(), Amount::from_minor(1)));
        column.balances.push(("1001".to_owned(), Amount::from_minor(-1)));
    };
    let sheet = with("balance-sheet", stray).unwrap();
    assert_eq!(failed(&sheet), ["assets-equal-liabilities-and-equity"]);
    let stray = |column: &mut ColumnFigures| {
        column.movements.push(("5999".to_owned(), Amount::from_minor(1)));
    };
    let income = with("income-statement", stray).unwrap();
    let expected = ["profit-before-tax-agrees-with-accounts", "profit-agrees-with-accounts"];
    assert_eq!(failed(&income), expected);
}

#[test]
fn an_income_statement_uses_net_movements_and_keeps_deductions_positive() {
    let income = company::statement("income-statement");
    assert_eq!(value(&income, "revenue", 1), "311400.00");
    assert_eq!(value(&income, "cost-of-sales", 0), "56379.03");
    assert_eq!(value(&income, "taxes-and-surcharges", 1), "186.84");
    assert_eq!(value(&income, "urban-construction-tax", 1), "108.99");
    assert_eq!(value(&income, "interest-expense", 0), "-290.88");
    assert_eq!(value(&income, "operating-profit", 1), "46431.32");
    assert_eq!(value(&income, "profit-before-tax", 1), "45222.41");
    assert_eq!(value(&income, "profit", 1), "42961.29");
    assert!(income.holds(), "{:?}", failed(&income));
    // The form prints the year first; data keeps the order of the figures.
    assert_eq!(
        (income.columns[0].key.as_str(), income.paper_order.clone()),
        ("period", vec![1, 0])
    );
}

#[test]
fn a_cash_flow_ends_with_the_cash_accounts_or_says_so() {
    let cash = company::statement("cash-flow");
    assert_eq!(value(&cash, "cash-operating", 1), "80179.12");
    assert_eq!(value(&cash, "other-operating-payments", 0), "300.88");
    assert_eq!(value(&cash, "cash-investing", 0), "-36000.00");
    assert_eq!(value(&cash, "cash-closing", 0), "205179.12");
    assert!(cash.holds(), "{:?}", failed(&cash));
    let unassigned = with("cash-flow", |column| column.closing_cash = Amount::ZERO).unwrap();
    assert_eq!(failed(&unassigned), ["closing-cash-equals-cash-accounts"]);
}

#[test]
fn a_row_knows_what_it_is_made_of() {
    let sheet = company::statement("balance-sheet");
    assert_eq!(sheet.row("cash").unwrap().sources.accounts, ["1001", "1002"]);
    let total = sheet.row("total-assets").unwrap();
    assert_eq!(total.sources.rows, ["15", "29"]);
    let cash = company::statement("cash-flow");
    assert_eq!(cash.row("other-operating-payments").unwrap().sources.items, ["CF06", "FX"]);
}

#[test]
fn an_account_that_two_beginnings_fit_counts_once() {
    let layout = kontor_reports::Layout::parse(
        r#"
        standard = "x"
        statement = "y"
        effective_from = "2020-01-01"
        title = { zh = "表", en = "Sheet" }
        columns = [{ key = "closing", zh = "期末", en = "Closing" }]
        [[sections]]
        rows = [{ row = 1, key = "a", zh = "甲", en = "A", take = [
            { how = "debit-balance", accounts = ["10", "1001"] },
        ] }]
        "#,
    )
    .unwrap();
    let mut column = ColumnFigures::empty(ColumnKey::Closing);
    column.balances.push(("1001".to_owned(), Amount::from_minor(7)));
    let statement = evaluate(&layout, &[column], Currency::CNY).unwrap();
    assert_eq!(value(&statement, "a", 0), "0.07");
    let other = [ColumnFigures::empty(ColumnKey::Period)];
    let refused = evaluate(&layout, &other, Currency::CNY);
    assert_eq!(refused, Err(ReportError::NoSuchColumn("period".to_owned())));
}

#[test]
fn a_sum_beyond_64_bits_is_an_error_that_names_the_row() {
    let huge = |column: &mut ColumnFigures| {
        column.balances.push(("1001".to_owned(), Amount::from_minor(i64::MAX)));
    };
    let refused = with("balance-sheet", huge).unwrap_err();
    assert!(matches!(refused, ReportError::TooLarge { .. }), "{refused}");
}

#[test]
fn the_text_of_the_balance_sheet_is_as_a_bookkeeper_reads_it() {
    let sheet = company::statement("balance-sheet");
    let text = render(&sheet, Format::Text, &company::facts(Lang::Zh)).unwrap();
    assert_eq!(String::from_utf8(text).unwrap(), include_str!("balance-sheet.txt"));
}
