//! Statements as data for scripts and spreadsheets.

use kontor_reports::{Format, Lang, render};
use serde_json::{Value, json};

use super::company;

#[test]
fn json_is_the_contract_of_the_command_line() {
    let bytes =
        render(&company::statement("balance-sheet"), Format::Json, &company::facts(Lang::En))
            .unwrap();
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(value["statement"], "balance-sheet");
    assert_eq!(value["standard"], "cn-small");
    assert_eq!(value["currency"], "CNY");
    assert_eq!(value["columns"][0]["key"], "closing");
    let rows = value["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 53);
    assert_eq!(rows[3]["row"], "4");
    assert_eq!(rows[3]["key"], "receivables");
    assert_eq!(rows[3]["label_zh"], "应收账款");
    assert_eq!(rows[3]["label_en"], "Accounts receivable");
    assert_eq!(rows[3]["values"], json!(["47564.00", "19010.00"]));
    let check = &value["checks"][0];
    assert_eq!(
        (&check["name"], &check["holds"]),
        (&json!("assets-equal-liabilities-and-equity"), &json!(true))
    );
}

#[test]
fn the_trial_balance_has_its_six_values_in_json() {
    let bytes =
        render(&company::many_accounts(2), Format::Json, &company::facts(Lang::Zh)).unwrap();
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(value["rows"][0]["row"], "1001");
    let six = json!(["987654.32", "0.00", "12345.67", "0.00", "999999.99", "0.00"]);
    assert_eq!(value["rows"][0]["values"], six);
    assert_eq!(value["rows"][2]["key"], "total");
}

#[test]
fn csv_has_one_line_per_row_in_the_order_of_the_values() {
    let bytes =
        render(&company::statement("income-statement"), Format::Csv, &company::facts(Lang::En))
            .unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.lines().next(), Some("Item,Row,Current month,Year to date"));
    assert_eq!(text.lines().count(), 33);
    assert!(text.contains("\nFinance costs,18,-290.88,1070.88\n"));
}

#[test]
fn a_spreadsheet_is_the_same_bytes_every_time() {
    for name in ["balance-sheet", "cash-flow"] {
        let make = || render(&company::statement(name), Format::Xlsx, &company::facts(Lang::Both));
        let bytes = make().unwrap();
        assert!(bytes.starts_with(b"PK"));
        assert_eq!(bytes, make().unwrap());
    }
}
