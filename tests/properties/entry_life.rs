//! An entry goes from hand to hand: each person takes the step that is theirs, and every step stands in the log.

use kontor_actions::{Code, Door};
use kontor_ledger::permission::Role;
use kontor_store::Book;
use kontor_tests::{Desk, Template, assert_verifies, now, perform};
use kontor_vault::BookFile;
use serde_json::{Value, json};
use uuid::Uuid;

/// The book, opened by the person of a role.
fn as_role(desk: &Desk, role: Role) -> Door {
    let file = BookFile::reopen(&desk.path, &Template::small().keys(role)).unwrap();
    Door::new(Book::enter(file).unwrap()).unwrap()
}

fn refused(door: &mut Door, request: Value) -> Code {
    door.perform(request, &now()).unwrap_err().code
}

fn policy(review: &str, cashier_signs: bool, words: &str) -> Value {
    json!({"do": "set_entry_policy", "from": "2026-03", "review": review,
        "cashier_signs": cashier_signs, "words": words})
}

fn entry(debit: &str, credit: &str) -> Value {
    json!({"do": "record_entry", "date": "2026-03-05", "memo": "房租", "submit": true, "lines":
        [{"account": debit, "debit": "500.00"}, {"account": credit, "credit": "500.00"}]})
}

fn step(name: &str, entry: Uuid) -> Value {
    json!({"do": name, "entries": [entry]})
}

fn get(door: &Door, uid: Uuid) -> Value {
    door.ask(json!({"ask": "get_entry", "uid": uid}), &now()).unwrap()
}

fn awaiting(door: &Door) -> Vec<String> {
    let list = door.ask(json!({"ask": "list_awaiting"}), &now()).unwrap();
    let steps = list["rows"].as_array().unwrap().iter();
    steps.map(|row| row["step"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn preparer_cashier_and_reviewer_are_three_hands_and_all_stand_on_the_posted_entry() {
    let desk = Desk::new();
    let _ = perform(&mut as_role(&desk, Role::Owner), policy("other", true, "general"));
    let mut bookkeeper = as_role(&desk, Role::Bookkeeper);
    let uid = perform(&mut bookkeeper, entry("560212", "1002"));
    assert_eq!(
        refused(&mut bookkeeper, json!({"do": "post_entry", "entry": uid})),
        Code::SignatureMissing
    );
    assert!(awaiting(&bookkeeper).is_empty());
    drop(bookkeeper);

    let mut cashier = as_role(&desk, Role::Cashier);
    assert_eq!(awaiting(&cashier), ["sign"]);
    assert_eq!(refused(&mut cashier, step("review_entries", uid)), Code::NotAllowed);
    cashier.perform(step("sign_entries", uid), &now()).unwrap();
    assert!(awaiting(&cashier).is_empty());
    drop(cashier);

    let mut bookkeeper = as_role(&desk, Role::Bookkeeper);
    assert_eq!(refused(&mut bookkeeper, step("review_entries", uid)), Code::OwnEntry);
    assert_eq!(refused(&mut bookkeeper, step("withdraw_entries", uid)), Code::NotReviewer);
    drop(bookkeeper);

    let mut owner = as_role(&desk, Role::Owner);
    assert_eq!(awaiting(&owner), ["review"]);
    owner.perform(step("review_entries", uid), &now()).unwrap();
    drop(owner);

    let mut bookkeeper = as_role(&desk, Role::Bookkeeper);
    assert_eq!(
        refused(&mut bookkeeper, json!({"do": "return_entries", "entries": [uid], "reason": "x"})),
        Code::NotReviewer
    );
    bookkeeper.perform(json!({"do": "post_entry", "entry": uid}), &now()).unwrap();
    let posted = get(&bookkeeper, uid);
    let hands = ["prepared_by", "signed_by", "reviewed_by", "posted_by"];
    let names = hands.map(|hand| posted[hand].as_str().unwrap().to_owned());
    assert_eq!(names[0], names[3]);
    assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), 3, "{names:?}");
    for name in ["submit_entries", "review_entries", "withdraw_entries", "post_entries"] {
        assert_eq!(refused(&mut bookkeeper, step(name, uid)), Code::EntryPosted, "{name}");
    }
    assert_verifies(&bookkeeper, "three hands");
}

#[test]
fn what_is_sent_back_says_why_and_can_be_mended_by_its_preparer_alone() {
    let desk = Desk::new();
    let mut owner = as_role(&desk, Role::Owner);
    let _ = perform(&mut owner, policy("other", false, "general"));
    drop(owner);
    let mut bookkeeper = as_role(&desk, Role::Bookkeeper);
    let uid = perform(&mut bookkeeper, entry("560212", "1002"));
    drop(bookkeeper);
    let mut owner = as_role(&desk, Role::Owner);
    let back = json!({"do": "return_entries", "entries": [uid], "reason": "缺发票"});
    owner.perform(back, &now()).unwrap();
    assert_eq!(get(&owner, uid)["returned"]["reason"], "缺发票");
    assert!(awaiting(&owner).is_empty());
    drop(owner);
    let mut bookkeeper = as_role(&desk, Role::Bookkeeper);
    assert_eq!(awaiting(&bookkeeper), ["mend"]);
    let mut to = entry("560212", "1001");
    to.as_object_mut().unwrap().remove("do");
    let change = json!({"do": "change_entry", "entry": uid, "to": to});
    bookkeeper.perform(change, &now()).unwrap();
    let again = get(&bookkeeper, uid);
    assert_eq!((&again["stage"], &again["returned"]), (&json!("submitted"), &Value::Null));
    bookkeeper.perform(step("withdraw_entries", uid), &now()).unwrap();
    drop(bookkeeper);
    let owner_entry = {
        let mut owner = as_role(&desk, Role::Owner);
        perform(&mut owner, entry("560212", "1002"))
    };
    let mut bookkeeper = as_role(&desk, Role::Bookkeeper);
    assert_eq!(refused(&mut bookkeeper, step("withdraw_entries", owner_entry)), Code::NotPreparer);
}

#[test]
fn who_signs_as_the_cashier_does_not_review() {
    let desk = Desk::new();
    let _ = perform(&mut as_role(&desk, Role::Owner), policy("other", true, "general"));
    let uid = perform(&mut as_role(&desk, Role::Bookkeeper), entry("560212", "1002"));
    let mut owner = as_role(&desk, Role::Owner);
    owner.perform(step("sign_entries", uid), &now()).unwrap();
    assert_eq!(refused(&mut owner, step("review_entries", uid)), Code::CashierReviews);
}

#[test]
fn a_reversal_that_needs_review_is_handed_in_and_posted_as_a_reversal() {
    let desk = Desk::new();
    let mut bookkeeper = as_role(&desk, Role::Bookkeeper);
    let mut plain = entry("560212", "1002");
    plain["submit"] = json!(false);
    plain["post"] = json!(true);
    let original = perform(&mut bookkeeper, plain);
    drop(bookkeeper);
    let _ = perform(&mut as_role(&desk, Role::Owner), policy("other", false, "general"));
    let mut bookkeeper = as_role(&desk, Role::Bookkeeper);
    let reversal = perform(
        &mut bookkeeper,
        json!({"do": "reverse_entry", "entry": original, "date": "2026-03-06", "reason": "重复"}),
    );
    assert_eq!(get(&bookkeeper, reversal)["stage"], "submitted");
    assert_eq!(get(&bookkeeper, original)["reversed_by"], Value::Null);
    drop(bookkeeper);
    let mut owner = as_role(&desk, Role::Owner);
    owner.perform(step("review_entries", reversal), &now()).unwrap();
    owner.perform(json!({"do": "post_entry", "entry": reversal}), &now()).unwrap();
    assert_eq!(get(&owner, original)["reversed_by"]["uid"], json!(reversal));
    assert_verifies(&owner, "a reviewed reversal");
}

#[test]
fn split_words_follow_the_cash_and_each_is_numbered_by_itself() {
    let desk = Desk::new();
    let mut owner = as_role(&desk, Role::Owner);
    let _ = perform(&mut owner, policy("free", false, "split"));
    let mut number = |debit, credit| {
        let mut request = entry(debit, credit);
        request["submit"] = json!(false);
        request["post"] = json!(true);
        let uid = perform(&mut owner, request);
        get(&owner, uid)["number"].as_str().unwrap().to_owned()
    };
    assert_eq!(number("560212", "1002"), "付-1");
    assert_eq!(number("1002", "5001"), "收-1");
    assert_eq!(number("1002", "1001"), "付-2");
    assert_eq!(number("560212", "2241"), "转-1");
}
