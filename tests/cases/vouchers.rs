//! A stack of vouchers as a bookkeeper writes them: drafts that change, posted together by date or not at all; templates;
//! what helps while one writes.

use kontor_actions::{Code, Door};
use kontor_ledger::permission::Role;
use kontor_store::Book;
use kontor_tests::{Desk, Template, assert_verifies, last_operation, now, perform, trial_balance};
use kontor_vault::BookFile;
use serde_json::{Value, json};
use uuid::Uuid;

fn draft(day: &str, amount: &str) -> Value {
    json!({"do": "record_entry", "date": day, "memo": "提现", "lines": [
        {"account": "1001", "debit": amount}, {"account": "1002", "credit": amount}]})
}

fn ask(door: &Door, request: Value) -> Value {
    let text = request.to_string();
    door.ask(request, &now()).unwrap_or_else(|refusal| panic!("{text}: {refusal}"))
}

fn entry(door: &Door, uid: Uuid) -> Value {
    ask(door, json!({"ask": "get_entry", "uid": uid}))
}

fn opened_by(desk: &Desk, role: Role) -> Door {
    let file = BookFile::reopen(&desk.path, &Template::small().keys(role)).unwrap();
    Door::new(Book::enter(file).unwrap()).unwrap()
}

#[test]
fn drafts_posted_together_are_numbered_by_date_and_then_as_they_were_written() {
    let desk = Desk::new();
    let mut door = desk.door();
    let days = ["2026-03-20", "2026-03-05", "2026-03-20", "2026-03-01"];
    let uids: Vec<Uuid> = days.iter().map(|day| perform(&mut door, draft(day, "10.00"))).collect();
    let before = last_operation(&door);
    let done = door.perform(json!({"do": "post_entries", "entries": uids}), &now()).unwrap();
    assert_eq!(last_operation(&door), before + 1, "one operation");
    let numbers: Vec<_> = done.given.iter().map(|given| given.number.clone().unwrap()).collect();
    assert_eq!(numbers, ["记-1", "记-2", "记-3", "记-4"]);
    let order: Vec<Uuid> = done.given.iter().map(|given| given.uid).collect();
    assert_eq!(order, [uids[3], uids[1], uids[0], uids[2]], "an entry keeps the id of its draft");
    assert_eq!(ask(&door, json!({"ask": "list_entries", "status": "draft"}))["rows"], json!([]));
    let posted = ask(&door, json!({"ask": "list_entries", "status": "posted"}));
    assert_eq!(posted["rows"].as_array().unwrap().len(), 4);
    assert_verifies(&door, "posting many");
}

#[test]
fn one_draft_that_cannot_be_posted_keeps_all_of_them_back_and_is_named() {
    let desk = Desk::new();
    let mut door = desk.door();
    let good = perform(&mut door, draft("2026-03-05", "10.00"));
    let mut unbalanced = draft("2026-03-06", "10.00");
    unbalanced["lines"][1]["credit"] = "9.00".into();
    let bad = perform(&mut door, unbalanced);
    let (before, balances) = (last_operation(&door), trial_balance(&door).unwrap());
    let request = json!({"do": "post_entries", "entries": [good, bad]});
    let refusal = door.perform(request, &now()).unwrap_err();
    assert_eq!(refusal.code, Code::Unbalanced);
    assert_eq!(refusal.details["entry"], bad.to_string());
    assert_eq!(refusal.details["draft"], "2");
    assert_eq!((last_operation(&door), trial_balance(&door).unwrap()), (before, balances));
    assert_eq!(entry(&door, good)["status"], "draft");
    let none = door.perform(json!({"do": "post_entries", "entries": []}), &now()).unwrap_err();
    assert_eq!(none.code, Code::AlreadySo);
}

#[test]
fn entries_posted_together_are_reversed_together_or_not_at_all() {
    let desk = Desk::new();
    let mut door = desk.door();
    let moved = |door: &Door| {
        trial_balance(door)
            .unwrap()
            .lines()
            .filter(|line| !line.contains("\"0.00\",\"0.00\""))
            .count()
    };
    let uids: Vec<Uuid> =
        ["10.00", "20.00"].iter().map(|sum| perform(&mut door, draft("2026-03-05", sum))).collect();
    door.perform(json!({"do": "post_entries", "entries": uids}), &now()).unwrap();
    let mut request = json!({"do": "reverse_entries", "entries": [uids[0], uids[1], uids[0]],
        "date": "2026-03-06", "reason": "重复"});
    let before = last_operation(&door);
    let planned = ask(&door, json!({"ask": "preview", "action": request}));
    assert_eq!(planned["entries"].as_array().unwrap().len(), 2, "each once");
    let done = door.perform(request.clone(), &now()).unwrap();
    assert_eq!(last_operation(&door), before + 1, "one operation");
    let numbers: Vec<_> = done.given.iter().map(|given| given.number.clone().unwrap()).collect();
    assert_eq!(numbers, ["记-3", "记-4"]);
    assert_eq!(entry(&door, uids[1])["reversed_by"]["name"], "记-4");
    assert_eq!(moved(&door), 0, "no turnover is left");
    assert_verifies(&door, "reversing many");

    let third = perform(&mut door, draft("2026-03-05", "30.00"));
    door.perform(json!({"do": "post_entry", "entry": third}), &now()).unwrap();
    request["entries"] = json!([third, uids[0]]);
    let before = last_operation(&door);
    let refusal = door.perform(request.clone(), &now()).unwrap_err();
    assert_eq!(refusal.details["entry"], uids[0].to_string());
    assert_eq!(last_operation(&door), before);
    assert_eq!(entry(&door, third)["reversed_by"], Value::Null);
    request["entries"] = json!([]);
    assert_eq!(door.perform(request, &now()).unwrap_err().code, Code::AlreadySo);
}

#[test]
fn a_draft_is_changed_until_it_is_posted_and_then_stays() {
    let desk = Desk::new();
    let mut door = desk.door();
    let uid = perform(&mut door, draft("2026-03-05", "10.00"));
    let mut to = draft("2026-03-07", "25.00");
    to.as_object_mut().unwrap().remove("do");
    let change = json!({"do": "change_entry", "entry": uid, "to": to});
    door.perform(change.clone(), &now()).unwrap();
    let changed = entry(&door, uid);
    assert_eq!(
        (&changed["date"], &changed["total_debit"]),
        (&json!("2026-03-07"), &json!("25.00"))
    );
    assert_eq!(changed["typed"]["lines"][0]["debit"], "25.00");
    let mut posting = change.clone();
    posting["to"]["post"] = true.into();
    door.perform(posting, &now()).unwrap();
    assert_eq!(entry(&door, uid)["status"], "posted");
    let refusal = door.perform(change, &now()).unwrap_err();
    assert_eq!(refusal.code, Code::EntryPosted);
    assert_eq!(refusal.details["number"], "记-1");
    assert_verifies(&door, "changing a draft");
}

#[test]
fn a_complete_draft_is_held_to_the_rules_of_posting_and_an_unfinished_one_is_not() {
    let desk = Desk::new();
    let mut door = desk.door();
    let mut request = draft("2026-03-05", "10.00");
    request["lines"][0]["account"] = "1122".into();
    request["complete"] = true.into();
    let refusal = door.perform(request.clone(), &now()).unwrap_err();
    assert_eq!(refusal.code, Code::PartyMissing);
    assert_eq!((&*refusal.details["line"], &*refusal.details["field"]), ("1", "party"));
    request["complete"] = false.into();
    assert!(door.perform(request, &now()).is_ok());
}

#[test]
fn who_posts_what_another_prepared_has_reviewed_it_and_who_changes_it_has_prepared_it() {
    let desk = Desk::new();
    let mut bookkeeper = opened_by(&desk, Role::Bookkeeper);
    let (one, other) = (
        perform(&mut bookkeeper, draft("2026-03-05", "10.00")),
        perform(&mut bookkeeper, draft("2026-03-06", "20.00")),
    );
    let name = entry(&bookkeeper, one)["prepared_by"].clone();
    drop(bookkeeper);
    let mut owner = desk.door();
    let mut to = draft("2026-03-06", "21.00");
    to.as_object_mut().unwrap().remove("do");
    owner.perform(json!({"do": "change_entry", "entry": other, "to": to}), &now()).unwrap();
    owner.perform(json!({"do": "post_entries", "entries": [one, other]}), &now()).unwrap();
    let (reviewed, changed) = (entry(&owner, one), entry(&owner, other));
    assert_eq!(reviewed["prepared_by"], name);
    assert!(reviewed["reviewed_by"].is_string() && reviewed["reviewed_by"] != name);
    assert_eq!(changed["prepared_by"], reviewed["reviewed_by"]);
    assert_eq!(changed["reviewed_by"], Value::Null);
}

#[test]
fn a_template_keeps_accounts_parties_and_sides_and_goes_when_it_is_removed() {
    let desk = Desk::new();
    let mut door = desk.door();
    let customer = Template::small().known.customer;
    let lines = json!([
        {"memo": "收款", "account": "1002", "side": "debit"},
        {"account": "1122", "party": customer, "side": "credit", "amount": "88.00"}]);
    let save = |name: &str, template: Option<Uuid>| json!({"do": "save_template", "name": name, "template": template, "lines": lines});
    let uid = perform(&mut door, save("收货款", None));
    let taken = door.perform(save("收货款", None), &now()).unwrap_err();
    assert_eq!(taken.code, Code::NameTaken);
    door.perform(save("收尾款", Some(uid)), &now()).unwrap();
    let listed = ask(&door, json!({"ask": "list_templates"}));
    let row = &listed["rows"][0];
    assert_eq!(
        (row["name"].as_str(), listed["rows"].as_array().unwrap().len()),
        (Some("收尾款"), 1)
    );
    assert_eq!(row["lines"][0]["side"], "debit");
    assert_eq!(row["lines"][0]["amount"], Value::Null);
    assert_eq!(row["lines"][1]["party"]["uid"], customer.to_string());
    let mut unknown = save("错的", None);
    unknown["lines"][0]["account"] = "9999".into();
    assert_eq!(door.perform(unknown, &now()).unwrap_err().code, Code::UnknownAccount);
    door.perform(json!({"do": "remove_template", "template": uid}), &now()).unwrap();
    assert_eq!(ask(&door, json!({"ask": "list_templates"}))["rows"], json!([]));
    assert_verifies(&door, "templates");
}

#[test]
fn the_story_of_an_account_is_its_balance_and_its_last_five_uses() {
    let desk = Desk::new();
    let mut door = desk.door();
    let before =
        ask(&door, json!({"ask": "get_account_story", "account": "1001"}))["balance"].clone();
    for day in 1..=7 {
        let mut request = draft(&format!("2026-03-{day:02}"), &format!("{day}.00"));
        request["post"] = true.into();
        let _ = perform(&mut door, request);
    }
    let _ = perform(&mut door, draft("2026-03-20", "500.00"));
    let story = ask(&door, json!({"ask": "get_account_story", "account": "1001"}));
    let uses = story["uses"].as_array().unwrap();
    let days: Vec<_> = uses.iter().map(|row| row["date"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-03-07", "2026-03-06", "2026-03-05", "2026-03-04", "2026-03-03"]);
    assert_eq!((&uses[0]["debit"], &uses[0]["memo"]), (&json!("7.00"), &json!("提现")));
    let rows = ask(&door, json!({"ask": "list_accounts"}));
    let listed = rows["rows"].as_array().unwrap().iter().find(|row| row["code"] == "1001").unwrap();
    assert_eq!(story["balance"], listed["balance"], "before: {before}");
    let habits = ask(&door, json!({"ask": "get_entry_habits", "since": "2026-01-01T00:00:00Z"}));
    assert_eq!((&habits["recorded"], &habits["memos"]), (&json!(8), &json!(["提现"])));
    let later = ask(&door, json!({"ask": "get_entry_habits", "since": "2027-01-01T00:00:00Z"}));
    assert_eq!(later["recorded"], 0);
}

#[test]
fn a_cashier_neither_posts_nor_changes_entries() {
    let desk = Desk::new();
    let uid = perform(&mut desk.door(), draft("2026-03-05", "10.00"));
    let mut cashier = opened_by(&desk, Role::Cashier);
    for request in [
        json!({"do": "post_entries", "entries": [uid]}),
        json!({"do": "change_entry", "entry": uid, "to": {"date": "2026-03-05", "memo": "", "lines": []}}),
        json!({"do": "save_template", "name": "x", "lines": []}),
    ] {
        assert_eq!(cashier.perform(request, &now()).unwrap_err().code, Code::NotAllowed);
    }
}
