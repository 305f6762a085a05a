//! Generating, posting, generating again: nothing twice, and what changed since is posted as the difference.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::context::Now;
use crate::demo::opened;
use crate::door::Door;
use crate::errors::Code;

fn moment(n: u128) -> Now {
    opened::moment("2026-03-20", n)
}

struct Desk {
    _folder: TempDir,
    door: Door,
    n: u128,
}

impl Desk {
    fn new(standard: &str) -> Self {
        let (folder, door) = opened::new_book(standard, "small-scale");
        Self { _folder: folder, door, n: 10 }
    }

    fn perform(&mut self, action: Value) -> Result<crate::Done, crate::Refusal> {
        self.n += 1;
        self.door.perform(action, &moment(self.n))
    }

    fn post(&mut self, date: &str, lines: &Value) {
        let entry =
            json!({"do": "record_entry", "date": date, "memo": "事", "lines": lines, "post": true});
        self.perform(entry).unwrap();
    }

    fn preview(&self, period: &str) -> Value {
        self.door.ask(json!({"ask": "preview_generated", "period": period}), &moment(5)).unwrap()
    }

    fn generator(&self, period: &str, name: &str) -> Value {
        let preview = self.preview(period);
        let rows = preview["generators"].as_array().unwrap();
        rows.iter().find(|row| row["generator"] == name).unwrap().clone()
    }

    fn generate(&mut self, period: &str) -> Result<crate::Done, crate::Refusal> {
        self.perform(json!({"do": "generate_entries", "period": period}))
    }

    fn post_drafts(&mut self, period: &str) {
        let drafts = self.preview(period)["drafts"].clone();
        self.perform(json!({"do": "post_entries", "entries": drafts})).unwrap();
    }
}

fn lines(row: &Value) -> Vec<(String, String, String)> {
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let entries = row["entries"].as_array().unwrap();
    let lines = entries.iter().flat_map(|entry| entry["lines"].as_array().unwrap());
    lines
        .map(|line| (word(&line["account"]), word(&line["debit"]), word(&line["credit"])))
        .collect()
}

fn told(lines: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let own = |(account, debit, credit): &(&str, &str, &str)| {
        ((*account).to_owned(), (*debit).to_owned(), (*credit).to_owned())
    };
    lines.iter().map(own).collect()
}

#[test]
fn profit_and_loss_is_transferred_once_and_then_only_its_difference() {
    let mut desk = Desk::new("cn-small");
    desk.post(
        "2026-01-10",
        &json!([{"account": "1002", "debit": "500.00"}, {"account": "5001", "credit": "500.00"}]),
    );
    desk.post(
        "2026-01-11",
        &json!([{"account": "560212", "debit": "120.00"}, {"account": "1002", "credit": "120.00"}]),
    );
    // Interest received stands on the credit side of an expense account.
    desk.post(
        "2026-01-12",
        &json!([{"account": "1002", "debit": "3.00", "cash_flow_item": "CF02"}, {"account": "560302", "credit": "3.00"}]),
    );
    let proposed = desk.generator("2026-01", "profit-transfer");
    assert_eq!(proposed["state"], "to-write");
    assert_eq!(
        lines(&proposed),
        told(&[
            ("5001", "500.00", ""),
            ("560302", "3.00", ""),
            ("3103", "", "503.00"),
            ("560212", "", "120.00"),
            ("3103", "120.00", ""),
        ])
    );
    let done = desk.generate("2026-01").unwrap();
    assert_eq!(done.given.iter().filter(|given| given.noun == "draft").count(), 2);
    assert_eq!(desk.generator("2026-01", "profit-transfer")["state"], "draft");
    assert_eq!(desk.generate("2026-01").unwrap_err().code, Code::NothingToGenerate);
    // Business that comes later replaces the draft it touches, and leaves the other.
    desk.post(
        "2026-01-13",
        &json!([{"account": "560212", "debit": "30.00"}, {"account": "1405", "credit": "30.00"}]),
    );
    assert_eq!(desk.generator("2026-01", "profit-transfer")["state"], "stale");
    assert_eq!(desk.generate("2026-01").unwrap().given.len(), 1);
    desk.post_drafts("2026-01");
    assert_eq!(desk.generator("2026-01", "profit-transfer")["state"], "posted");
    assert_eq!(desk.generate("2026-01").unwrap_err().code, Code::NothingToGenerate);
    // After posting only the difference is asked for, in red where it is less.
    desk.post(
        "2026-01-14",
        &json!([{"account": "1405", "debit": "-100.00"}, {"account": "5001", "credit": "-100.00"}]),
    );
    let rest = desk.generator("2026-01", "profit-transfer");
    assert_eq!(
        lines(&json!({"entries": [rest["entries"][0]]})),
        told(&[("5001", "-100.00", ""), ("3103", "", "-100.00")])
    );
    assert_eq!(rest["entries"][0]["is_difference"], true);
    desk.generate("2026-01").unwrap();
    desk.post_drafts("2026-01");
    let trial = json!({"ask": "get_statement", "name": "trial-balance", "period": "2026-01"});
    let trial = desk.door.ask(trial, &moment(5)).unwrap().to_string();
    assert!(trial.contains("253.00"), "the profit account holds 403 - 150: {trial}");
    desk.perform(json!({"do": "close_period", "period": "2026-01"})).unwrap();
    assert_eq!(desk.generate("2026-01").unwrap_err().code, Code::PeriodClosed);
}

#[test]
fn a_transfer_that_was_taken_back_is_proposed_again() {
    let mut desk = Desk::new("cn-small");
    desk.post(
        "2026-01-10",
        &json!([{"account": "1002", "debit": "500.00"}, {"account": "5001", "credit": "500.00"}]),
    );
    desk.generate("2026-01").unwrap();
    desk.post_drafts("2026-01");
    let posted =
        desk.generator("2026-01", "profit-transfer")["entries"][0]["posted"][0]["uid"].clone();
    desk.perform(json!({"do": "reverse_entry", "entry": posted, "date": "2026-01-31"})).unwrap();
    let again = desk.generator("2026-01", "profit-transfer");
    assert_eq!(lines(&again), told(&[("5001", "500.00", ""), ("3103", "", "500.00")]));
}

#[test]
fn foreign_books_transfer_at_the_end_of_the_year_unless_the_company_decides_otherwise() {
    let mut desk = Desk::new("us-gaap");
    desk.post(
        "2026-01-10",
        &json!([{"account": "1010", "debit": "500.00"}, {"account": "4010", "credit": "500.00"}]),
    );
    assert_eq!(desk.generator("2026-01", "profit-transfer")["state"], "nothing");
    assert_eq!(
        lines(&desk.generator("2026-12", "profit-transfer")),
        told(&[("4010", "500.00", ""), ("3200", "", "500.00")])
    );
    let decide = json!({"do": "set_generation_policy", "from": "2026-01", "transfer": "monthly"});
    desk.perform(decide).unwrap();
    assert_eq!(desk.generator("2026-01", "profit-transfer")["state"], "to-write");
}

#[test]
fn an_authorised_rule_reviews_its_entries_until_a_person_changes_them() {
    let mut desk = Desk::new("cn-small");
    desk.perform(json!({"do": "set_entry_policy", "from": "2026-02", "review": "other",
        "cashier_signs": false, "words": "general"}))
        .unwrap();
    desk.post(
        "2026-01-10",
        &json!([{"account": "1002", "debit": "500.00"}, {"account": "5001", "credit": "500.00"}]),
    );
    desk.generate("2026-02").unwrap();
    let drafts = desk.preview("2026-02")["drafts"].clone();
    let post = json!({"do": "post_entries", "entries": drafts});
    assert_eq!(desk.perform(post.clone()).unwrap_err().code, Code::ReviewMissing);
    desk.perform(json!({"do": "set_generation_policy", "from": "2026-01", "transfer": "monthly",
        "authorised": ["profit-transfer"]}))
        .unwrap();
    let uid = drafts[0].clone();
    let view = desk.door.ask(json!({"ask": "get_entry", "uid": uid}), &moment(5)).unwrap();
    assert_eq!(view["next"], "post");
    desk.perform(post).unwrap();
    let view = desk.door.ask(json!({"ask": "get_entry", "uid": uid}), &moment(5)).unwrap();
    assert_eq!((&view["rule"]["id"], &view["reviewed_by"]), (&json!("C01"), &Value::Null));

    desk.post(
        "2026-01-10",
        &json!([{"account": "1002", "debit": "50.00"}, {"account": "5001", "credit": "50.00"}]),
    );
    desk.generate("2026-02").unwrap();
    let uid = desk.preview("2026-02")["drafts"][0].clone();
    let mut typed =
        desk.door.ask(json!({"ask": "get_entry", "uid": uid}), &moment(5)).unwrap()["typed"]
            .clone();
    typed["memo"] = "改过".into();
    typed.as_object_mut().unwrap().remove("origin");
    desk.perform(json!({"do": "change_entry", "entry": uid, "to": typed})).unwrap();
    let view = desk.door.ask(json!({"ask": "get_entry", "uid": uid}), &moment(5)).unwrap();
    assert_eq!(view["typed"]["origin"]["by_hand"], true);
    assert_eq!(
        desk.perform(json!({"do": "post_entry", "entry": uid})).unwrap_err().code,
        Code::ReviewMissing
    );
}

#[test]
fn the_year_ends_with_its_profit_undistributed_and_a_tenth_of_it_in_the_reserve() {
    let mut desk = Desk::new("cn-small");
    desk.post(
        "2026-01-02",
        &json!([{"account": "1002", "debit": "1000.00"}, {"account": "3001", "credit": "1000.00"}]),
    );
    desk.post(
        "2026-12-10",
        &json!([{"account": "1002", "debit": "700.00"}, {"account": "5001", "credit": "700.00"}]),
    );
    desk.post(
        "2026-12-11",
        &json!([{"account": "310410", "debit": "50.00"}, {"account": "2232", "credit": "50.00"}]),
    );
    desk.generate("2026-12").unwrap();
    let of = |desk: &Desk, name| lines(&desk.generator("2026-12", name));
    assert_eq!(of(&desk, "year-profit"), told(&[("3103", "700.00", ""), ("310415", "", "700.00")]));
    assert_eq!(
        of(&desk, "appropriation"),
        told(&[("310402", "70.00", ""), ("310101", "", "70.00")])
    );
    assert_eq!(
        of(&desk, "distribution"),
        told(&[("310402", "", "70.00"), ("310410", "", "50.00"), ("310415", "120.00", "")])
    );
    desk.post_drafts("2026-12");
    assert_eq!(desk.generate("2026-12").unwrap_err().code, Code::NothingToGenerate);
    // The reserve stays right when it alone is run again after more profit.
    desk.post("2026-12-12", &json!([{"account": "1002", "debit": "10000.00"}, {"account": "5001", "credit": "10000.00"}]));
    desk.generate("2026-12").unwrap();
    assert_eq!(
        of(&desk, "appropriation"),
        told(&[("310402", "430.00", ""), ("310101", "", "430.00")]),
        "half the capital is 500.00"
    );
    desk.post_drafts("2026-12");
    let only =
        json!({"do": "generate_entries", "period": "2026-12", "generators": ["appropriation"]});
    assert_eq!(desk.perform(only).unwrap_err().code, Code::NothingToGenerate);
}

#[test]
fn a_transfer_comes_when_it_is_due_and_an_accrual_is_taken_back() {
    let mut desk = Desk::new("cn-small");
    let save = |name: &str, content: Value| json!({"do": "save_transfer", "name": name, "content": content});
    desk.perform(save(
        "预提租金",
        json!({"first": "2026-01", "every": "quarter", "reverses": true, "lines": [
        {"account": "560212", "side": "debit", "what": "amount", "amount": "300.00"},
        {"account": "224102", "side": "credit", "what": "rest"}]}),
    ))
    .unwrap();
    desk.perform(save(
        "摊销",
        json!({"first": "2026-01", "last": "2026-03", "every": "month", "lines": [
        {"account": "560212", "side": "debit", "what": "spread", "amount": "100.00", "parts": 3},
        {"account": "1801", "side": "credit", "what": "rest"}]}),
    ))
    .unwrap();
    // A share of what the transfers before have moved already.
    desk.perform(save(
        "分摊",
        json!({"first": "2026-02", "every": "month", "lines": [
        {"account": "560107", "side": "debit", "what": "balance", "of": "5602", "share": "1/2"},
        {"account": "560212", "side": "credit", "what": "rest"}]}),
    ))
    .unwrap();
    let january = desk.generator("2026-01", "transfers");
    let dates: Vec<_> =
        january["entries"].as_array().unwrap().iter().map(|entry| entry["date"].clone()).collect();
    assert_eq!(dates, ["2026-02-01", "2026-01-31", "2026-01-31"]);
    assert_eq!(january["effect"], "-333.33", "what is taken back in February is February's");
    desk.generate("2026-01").unwrap();
    desk.post_drafts("2026-01");
    assert_eq!(desk.generate("2026-01").unwrap_err().code, Code::NothingToGenerate);
    // January is transferred with profit and loss, so February begins with the accrual taken back.
    let february = lines(&desk.generator("2026-02", "transfers"));
    assert_eq!(
        february,
        told(&[
            ("560212", "33.34", ""),
            ("1801", "", "33.34"),
            ("560107", "-133.33", ""),
            ("560212", "", "-133.33"),
        ])
    );
    let april = desk.generator("2026-04", "transfers");
    let memos: Vec<_> =
        april["entries"].as_array().unwrap().iter().map(|entry| entry["memo"].clone()).collect();
    assert!(memos.contains(&json!("预提租金")) && !memos.contains(&json!("摊销")));
    // What was posted by a transfer stays when the transfer goes.
    let list = desk.door.ask(json!({"ask": "list_transfers"}), &moment(5)).unwrap();
    desk.perform(json!({"do": "remove_transfer", "transfer": list["rows"][0]["uid"]})).unwrap();
    assert_eq!(desk.generate("2026-01").unwrap_err().code, Code::NothingToGenerate);
}
