//! A company brought over from 金蝶 or 用友: their tables, made here as those programs lay them out, and the balances they
//! must give, to the cent.

use std::path::PathBuf;

use kontor_actions::creation::{NewCompany, create};
use kontor_actions::imports::{ImportRefused, Imported, Options, import};
use kontor_actions::{Code, Door, Refusal};
use kontor_tests::{PASSWORD, assert_verifies, now};
use kontor_vault::Secret;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::{Value, json};
use tempfile::TempDir;

struct Office {
    folder: TempDir,
    door: Door,
}

impl Office {
    fn new(standard: &str, first_period: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let company = NewCompany {
            standard: standard.to_owned(),
            currency: "CNY".to_owned(),
            first_period: first_period.to_owned(),
            company: "宁波海砚贸易有限公司".to_owned(),
            vat_kind: Some("general".to_owned()),
            industry: None,
            expects_opening: false,
            person: "owner".to_owned(),
        };
        let path = folder.path().join("book.kontor");
        let (door, _) = create(&path, &company, &Secret::from(PASSWORD), &now()).unwrap();
        Self { folder, door }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn import(&mut self, kind: &str, name: &str) -> Result<Imported, ImportRefused> {
        let options = Options { create_parties: true, ..Options::default() };
        let file = self.file(name);
        import(&mut self.door, kind, &file, options, &now(), &mut |_| true)
    }

    fn ask(&self, request: Value) -> Value {
        self.door.ask(request, &now()).unwrap()
    }

    fn add_account(&mut self, code: &str, name: &str, parent: &str) {
        let request = json!({"do": "add_account", "code": code, "name_zh": name, "parent": parent});
        self.door.perform(request, &now()).unwrap();
    }
}

fn row<const N: usize>(sheet: &mut Worksheet, at: u32, cells: [&str; N]) {
    for (column, text) in (0_u16..).zip(cells) {
        // Programs write amounts and codes as numbers as often as as texts.
        match text.parse::<f64>() {
            Ok(number) if !text.contains('!') => sheet.write(at, column, number).unwrap(),
            _ => sheet.write(at, column, text.trim_start_matches('!')).unwrap(),
        };
    }
}

#[test]
fn vouchers_as_kingdee_writes_them_become_entries() {
    let mut office = Office::new("cn-small", "2026-01");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("凭证序时簿").unwrap();
    sheet.merge_range(0, 0, 0, 7, "凭证序时簿", &Format::new()).unwrap();
    row(sheet, 1, ["单位：宁波海砚贸易有限公司", "", "", "期间：2026年第1期"]);
    row(
        sheet,
        3,
        ["日期", "凭证字号", "摘要", "科目代码", "科目名称", "核算项目", "借方金额", "贷方金额"],
    );
    row(sheet, 4, ["2026-1-5", "记-1", "收到投资", "1002", "银行存款", "", "100000", ""]);
    row(sheet, 5, ["", "", "收到投资", "3001", "实收资本", "", "", "100000"]);
    row(
        sheet,
        6,
        ["2026/01/08", "记-2", "销售", "1122", "应收账款", "客户:K001 河东小学", "1130.3", ""],
    );
    row(sheet, 7, ["", "", "销售", "", "主营业务收入", "", "", "1000.27"]);
    row(sheet, 8, ["", "", "销项", "22210106", "应交税费_应交增值税_销项税额", "", "", "130.03"]);
    row(
        sheet,
        9,
        ["46035", "记-3", "办公用品", "560202", "管理费用_办公费", "部门:01 销售部", "88.1", ""],
    );
    row(sheet, 10, ["", "", "办公用品", "1002", "银行存款", "", "", "88.1"]);
    row(sheet, 11, ["合计", "", "", "", "", "", "101218.4", "101218.4"]);
    row(sheet, 12, ["制单：张三"]);
    book.save(office.file("kis.xlsx")).unwrap();
    let done = office.import("entries", "kis.xlsx").unwrap();
    assert_eq!(done.count, 3);
    let entries = office.ask(json!({"ask": "list_entries"}));
    let dates: Vec<_> = entries["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["date"].as_str().unwrap())
        .collect();
    assert_eq!(
        {
            let mut dates = dates;
            dates.sort_unstable();
            dates
        },
        ["2026-01-05", "2026-01-08", "2026-01-13"]
    );
    let parties = office.ask(json!({"ask": "list_parties"}));
    let party = &parties["rows"][0];
    assert_eq!((party["code"].as_str(), party["name"].as_str()), (Some("K001"), Some("河东小学")));
    assert_eq!(party["kinds"], json!(["customer"]));
    assert_eq!(party["balance"], "1130.30");
    assert_verifies(&office.door, "bringing over");
}

#[test]
fn a_journal_as_yonyou_writes_it_becomes_entries() {
    let mut office = Office::new("cn-small", "2026-01");
    let text = "序时账,,,,,,,,\n日期,凭证号数,科目编码,科目名称,摘要,方向,数量,外币,金额\n\
        2026.01.05,记-0001,1002,银行存款,投资,借,,,\"50,000.00\"\n\
        2026.01.05,记-0001,3001,实收资本,投资,贷,,,\"50,000.00\"\n\
        2026.01.06,记-0002,560202,办公费,纸,借,,,33.30\n\
        2026.01.06,记-0002,1001,库存现金,纸,贷,,,33.30\n,,,,本月合计,,,,\"50,033.30\"\n";
    std::fs::write(office.file("t3.csv"), text).unwrap();
    assert_eq!(office.import("entries", "t3.csv").unwrap().count, 2);
    assert_verifies(&office.door, "bringing over");
}

fn balances(office: &Office) {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().write(0, 0, "导出说明").unwrap();
    let sheet = book.add_worksheet().set_name("科目余额表").unwrap();
    row(sheet, 0, ["科目余额表"]);
    row(
        sheet,
        2,
        ["科目代码", "科目名称", "核算项目", "期初余额", "", "本年累计", "", "期末余额", ""],
    );
    row(sheet, 3, ["", "", "", "借方", "贷方", "借方", "贷方", "借方", "贷方"]);
    row(sheet, 4, ["1002", "银行存款", "", "1", "", "900.1", "100.2", "800.9", ""]);
    row(sheet, 5, ["100201", "银行存款_工行", "", "1", "", "900.1", "100.2", "800.9", ""]);
    row(sheet, 6, ["1122", "应收账款", "", "0", "", "500", "200", "300", ""]);
    row(sheet, 7, ["", "", "[C01]甲公司", "0", "", "300", "200", "100", ""]);
    row(sheet, 8, ["", "", "[C02]乙公司", "0", "", "200", "0", "200", ""]);
    row(sheet, 9, ["3001", "实收资本", "", "", "1", "", "1099.9", "", "1100.9"]);
    row(sheet, 10, ["5602", "管理费用", "", "", "", "77.5", "77.5", "", ""]);
    row(sheet, 11, ["560202", "管理费用_办公费", "", "", "", "77.5", "77.5", "", ""]);
    row(sheet, 12, ["合计", "", "", "1", "1", "1477.6", "1477.6", "1100.9", "1100.9"]);
    book.save(office.file("余额.xlsx")).unwrap();
}

#[test]
fn balances_of_a_year_under_way_come_with_their_parties_and_the_year_s_turnover() {
    let mut office = Office::new("cn-small", "2026-05");
    office.add_account("100201", "工行", "1002");
    balances(&office);
    office.import("opening", "余额.xlsx").unwrap();
    let opening = office.ask(json!({"ask": "get_opening"}));
    let mut stated: Vec<String> = opening["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap().to_owned();
            let party = row["party"]["name"].as_str().unwrap_or("-");
            format!("{} {party} {} {}", text("account"), text("debit"), text("credit"))
        })
        .collect();
    stated.sort();
    assert_eq!(
        stated,
        [
            "100201 - 800.90 0.00",
            "1122 乙公司 200.00 0.00",
            "1122 甲公司 100.00 0.00",
            "3001 - 0.00 1100.90"
        ]
    );
    assert_verifies(&office.door, "bringing over");
}

#[test]
fn a_fault_is_told_by_the_cell_it_stands_in() {
    let mut office = Office::new("cn-small", "2026-01");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("一月").unwrap();
    row(sheet, 0, ["海砚公司凭证"]);
    row(sheet, 1, ["日期", "凭证字号", "摘要", "科目代码", "借方金额", "贷方金额"]);
    row(sheet, 2, ["2026-01-05", "记-1", "a", "1002", "10.555", ""]);
    row(sheet, 3, ["", "", "a", "9999", "", "10.55"]);
    row(sheet, 4, ["某日", "记-2", "b", "1002", "1", ""]);
    row(sheet, 5, ["", "", "b", "1001", "", "!一元"]);
    book.save(office.file("bad.xlsx")).unwrap();
    let refused = office.import("entries", "bad.xlsx").unwrap_err();
    assert_eq!(refused.refusal.code, Code::ImportFaults);
    let told: Vec<String> = refused
        .faults
        .iter()
        .map(|fault| {
            let place = fault.place.as_ref().unwrap();
            let cell = place.cell.as_deref().unwrap_or("-");
            format!(
                "{} {cell} {} {:?}",
                place.sheet.as_deref().unwrap(),
                place.content,
                fault.refusal.code
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "一月 E3 10.555 AmountTooManyDecimals",
            "一月 A5 某日 NotADate",
            "一月 F6 一元 AmountNotANumber",
        ]
    );
}

#[test]
fn accounts_are_translated_by_a_mapping_that_the_book_keeps() {
    let mut office = Office::new("cn-small", "2026-01");
    let text =
        "记账日,号,会计事项,科目,借,贷\n2026-01-05,1,x,1001001,5.00,\n2026-01-05,1,x,4001,,5.00\n";
    std::fs::write(office.file("own.csv"), text).unwrap();
    assert_eq!(code(office.import("entries", "own.csv")), Code::ImportFaults);
    let mapping = json!({
        "kind": "entries",
        "columns": {"date": ["记账日"], "number": ["号"], "memo": ["会计事项"], "account": ["科目"],
            "debit": ["借"], "credit": ["贷"]},
        "accounts": {"1001001": "1001", "4001": "3001"},
    });
    let save = json!({"do": "save_import_mapping", "name": "旧账", "mapping": mapping});
    office.door.perform(save.clone(), &now()).unwrap();
    assert_eq!(office.import("entries", "own.csv").unwrap().count, 1);
    let kept = office.ask(json!({"ask": "list_import_mappings"}));
    assert_eq!(kept["rows"][0]["mapping"]["accounts"]["4001"], "3001");
    let uid = kept["rows"][0]["uid"].clone();
    office.door.perform(json!({"do": "remove_import_mapping", "mapping": uid}), &now()).unwrap();
    assert_eq!(office.ask(json!({"ask": "list_import_mappings"}))["rows"], json!([]));
    assert_verifies(&office.door, "keeping a mapping");
}

fn code(result: Result<Imported, ImportRefused>) -> Code {
    let refusal: Refusal = result.unwrap_err().refusal;
    refusal.code
}

#[test]
fn a_code_that_means_something_else_here_is_found_by_its_name() {
    // 5001 is 生产成本 in 企业会计准则 and 主营业务收入 in 小企业会计准则.
    let mut office = Office::new("cn-small", "2026-01");
    let text = "日期,凭证字号,摘要,科目代码,科目名称,借方金额,贷方金额\n\
        2026-01-05,记-1,x,1001,库存现金,5.00,\n2026-01-05,记-1,x,6001,主营业务收入,,5.00\n";
    std::fs::write(office.file("a.csv"), text).unwrap();
    office.import("entries", "a.csv").unwrap();
    let ledger =
        office.ask(json!({"ask": "get_account_ledger", "account": "5001", "period": "2026-01"}));
    assert!(ledger.to_string().contains("5.00"), "{ledger}");
}
