//! Cards through the door: what they say, against the accounts, and what a disposal posts in each standard.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::context::Now;
use crate::demo::opened;
use crate::door::Door;
use crate::errors::{Code, Refusal};

struct Desk {
    _folder: TempDir,
    door: Door,
    n: u128,
}

fn moment(n: u128) -> Now {
    opened::moment("2026-03-20", n)
}

impl Desk {
    fn new(standard: &str) -> Self {
        let (folder, door) = opened::new_book(standard, "general");
        Self { _folder: folder, door, n: 10 }
    }

    fn perform(&mut self, action: Value) -> Result<crate::Done, Refusal> {
        self.n += 1;
        self.door.perform(action, &moment(self.n))
    }

    fn ask(&self, question: Value) -> Value {
        self.door.ask(question, &moment(5)).unwrap()
    }

    fn add(&mut self, card: Value) -> String {
        let mut action = json!({"do": "add_asset"});
        action.as_object_mut().unwrap().extend(card.as_object().unwrap().clone());
        self.perform(action).unwrap().given[0].uid.to_string()
    }

    fn lorry(&mut self) -> String {
        self.add(json!({"name": "货车", "in_use": "2026-01-15", "cost": "60000", "residual": "0", "life_months": 60}))
    }

    fn disposed(&mut self, asset: &str, more: Value) -> Vec<(String, String, String)> {
        let mut action = json!({"do": "dispose_asset", "asset": asset, "date": "2026-03-18"});
        action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let draft = self.perform(action).unwrap().given[0].uid;
        let entry = self.ask(json!({"ask": "get_entry", "uid": draft}));
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        let lines = entry["lines"].as_array().unwrap().iter();
        lines
            .map(|line| (word(&line["account"]), word(&line["debit"]), word(&line["credit"])))
            .collect()
    }
}

fn lines(of: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    of.iter()
        .map(|(account, debit, credit)| ((*account).into(), (*debit).into(), (*credit).into()))
        .collect()
}

#[test]
fn cards_stand_against_the_accounts_they_are_kept_on() {
    let mut desk = Desk::new("cn-small");
    desk.lorry();
    let bought = json!([{"account": "1601", "debit": "59000"}, {"account": "1002", "credit": "59000", "cash_flow_item": "CF12"}]);
    desk.perform(json!({"do": "record_entry", "date": "2026-01-15", "memo": "购入", "lines": bought, "post": true})).unwrap();
    let list = desk.ask(json!({"ask": "list_assets", "period": "2026-03"}));
    let row = &list["rows"][0];
    assert_eq!(
        [&row["code"], &row["accumulated"], &row["charge"]],
        ["FA001", "2000.00", "1000.00"]
    );
    assert_eq!(list["controls"][0]["difference"], "-1000.00");
    assert_eq!(list["controls"][1]["account"], "1602");
    assert_eq!(list["controls"][1]["difference"], "-2000.00");
    let january = desk.ask(json!({"ask": "list_assets", "period": "2026-01"}));
    assert_eq!(january["total"]["charge"], "0.00");
}

#[test]
fn a_sale_goes_through_the_clearing_account_in_chinese_books() {
    let mut desk = Desk::new("cn-small");
    let lorry = desk.lorry();
    let said = desk.disposed(&lorry, json!({"proceeds": "50000", "tax": "6500"}));
    let expected = [
        ("1606", "58000.00", ""),
        ("1602", "2000.00", ""),
        ("1601", "", "60000.00"),
        ("1606", "", "50000.00"),
        ("22210106", "", "6500.00"),
        ("571101", "8000.00", ""),
        ("1606", "", "8000.00"),
        ("1002", "56500.00", ""),
    ];
    assert_eq!(said, lines(&expected));
    let again = desk.perform(json!({"do": "dispose_asset", "asset": lorry, "date": "2026-03-19"}));
    assert_eq!(again.unwrap_err().code, Code::AssetDisposed);
}

#[test]
fn elsewhere_a_sale_is_straight_and_the_month_it_goes_is_not_charged() {
    let mut desk = Desk::new("ifrs");
    let lorry = desk.lorry();
    let said = desk.disposed(&lorry, json!({"proceeds": "58500"}));
    let expected = [
        ("1510", "2000.00", ""),
        ("1500", "", "60000.00"),
        ("6400", "", "500.00"),
        ("1010", "58500.00", ""),
    ];
    assert_eq!(said, lines(&expected));
}

#[test]
fn what_was_there_before_the_book_is_brought_in_with_what_was_charged() {
    let mut desk = Desk::new("cn-small");
    let old = desk
        .add(json!({"name": "机器", "in_use": "2025-06-10", "cost": "12000", "life_months": 60}));
    let card = desk.ask(json!({"ask": "get_asset", "asset": old}));
    assert_eq!(
        [&card["brought_in"], &card["accumulated"], &card["last_month"]],
        ["2025-12-31", "1800.00", "2030-06"]
    );
    assert_eq!(card["schedule"][0]["month"], "2026-01");
    assert_eq!(card["schedule"].as_array().unwrap().len(), 54);
}

#[test]
fn no_card_changes_a_closed_period_and_the_last_event_can_be_taken_back() {
    let mut desk = Desk::new("cn-small");
    let lorry = desk.lorry();
    desk.perform(json!({"do": "close_period", "period": "2026-01"})).unwrap();
    let early = json!({"do": "change_asset", "asset": lorry, "addition": {"date": "2026-01-20", "amount": "1"}});
    assert_eq!(desk.perform(early).unwrap_err().code, Code::PeriodClosed);
    let longer = json!({"do": "change_asset", "asset": lorry, "revision": {"from": "2026-03", "life_months": 119}});
    desk.perform(longer).unwrap();
    let charge =
        |desk: &Desk| desk.ask(json!({"ask": "get_asset", "asset": lorry}))["charge"].clone();
    assert_eq!(charge(&desk), "500.00");
    desk.perform(json!({"do": "take_back_asset_event", "asset": lorry})).unwrap();
    assert_eq!(charge(&desk), "1000.00");
    desk.perform(json!({"do": "take_back_asset_event", "asset": lorry})).unwrap();
    assert!(desk.ask(json!({"ask": "list_assets"}))["rows"].as_array().unwrap().is_empty());
    assert_eq!(
        desk.ask(json!({"ask": "get_ledger", "name": "assets", "period": "2026-03"}))["rows"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_period_is_charged_once_and_what_changes_afterwards_is_posted_as_the_difference() {
    let mut desk = Desk::new("cn-small");
    let lorry = desk.lorry();
    desk.add(json!({"name": "软件", "class": "intangible", "in_use": "2026-03-02", "cost": "3600", "life_months": 36}));
    let generated = |desk: &mut Desk| {
        desk.perform(json!({"do": "generate_entries", "period": "2026-03", "generators": ["depreciation", "amortisation"]})).unwrap();
        let preview = desk.ask(json!({"ask": "preview_generated", "period": "2026-03"}));
        let drafts = preview["drafts"].as_array().unwrap().clone();
        let mut said = Vec::new();
        for draft in &drafts {
            let entry = desk.ask(json!({"ask": "get_entry", "uid": draft}));
            for line in entry["lines"].as_array().unwrap() {
                let of = |name: &str| line[name].as_str().unwrap().to_owned();
                said.push((of("account"), of("debit"), of("credit")));
            }
        }
        (drafts, said)
    };
    let (drafts, said) = generated(&mut desk);
    let first = [
        ("560209", "1000.00", ""),
        ("1602", "", "1000.00"),
        ("560210", "100.00", ""),
        ("1702", "", "100.00"),
    ];
    assert_eq!(said[..4], lines(&first));
    desk.perform(json!({"do": "post_entries", "entries": drafts})).unwrap();
    let list = desk.ask(json!({"ask": "list_assets", "period": "2026-03"}));
    assert_eq!(list["controls"][3]["difference"], "0.00");
    let longer = json!({"do": "change_asset", "asset": lorry, "revision": {"from": "2026-03", "life_months": 119}});
    desk.perform(longer).unwrap();
    let (_, said) = generated(&mut desk);
    assert_eq!(said[..2], lines(&[("560209", "-500.00", ""), ("1602", "", "-500.00")]));
}
