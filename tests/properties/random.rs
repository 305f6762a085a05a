//! Random sequences of actions: what is shown beforehand is what happens, what is refused changes nothing, and the
//! book verifies after each.

use kontor_actions::Door;
use kontor_tests::{
    Desk, Known, Template, assert_verifies, last_operation, now, receipt, sale, trial_balance,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Something a person might try; numbers choose among what is there.
#[derive(Clone, Debug)]
pub(super) enum Try {
    Sale { month: u8, day: u8, pieces: u64, paid: bool },
    Receipt { month: u8, day: u8, cents: u64 },
    Entry { month: u8, day: u8, cents: i64, post: bool },
    ReverseSale(usize),
    ReverseReceipt(usize),
    ReverseEntry(usize),
    PostDraft(usize),
    Discard(usize),
    Close(u8),
    Reopen(u8),
}

pub(super) fn tries(most: usize) -> impl Strategy<Value = Vec<Try>> {
    let (month, day) = (1..=4_u8, 1..=28_u8);
    let one = prop_oneof![
        6 => (month.clone(), day.clone(), 0..9_u64, any::<bool>())
            .prop_map(|(month, day, pieces, paid)| Try::Sale { month, day, pieces, paid }),
        4 => (month.clone(), day.clone(), 0..90_000_u64)
            .prop_map(|(month, day, cents)| Try::Receipt { month, day, cents }),
        4 => (month, day, -9_000..50_000_i64, any::<bool>())
            .prop_map(|(month, day, cents, post)| Try::Entry { month, day, cents, post }),
        2 => any::<usize>().prop_map(Try::ReverseSale),
        2 => any::<usize>().prop_map(Try::ReverseReceipt),
        2 => any::<usize>().prop_map(Try::ReverseEntry),
        2 => any::<usize>().prop_map(Try::PostDraft),
        1 => any::<usize>().prop_map(Try::Discard),
        1 => (1..=3_u8).prop_map(Try::Close),
        1 => (1..=3_u8).prop_map(Try::Reopen),
    ];
    proptest::collection::vec(one, 1..most)
}

fn chosen(door: &Door, question: &str, status: &str, place: usize) -> Value {
    let answer = door.ask(json!({"ask": question, "limit": 500}), &now()).unwrap();
    let rows = answer["rows"].as_array().unwrap();
    let fitting: Vec<&Value> = rows.iter().filter(|row| row["status"] == status).collect();
    match fitting.len() {
        0 => json!(uuid::Uuid::from_u128(1)),
        count => fitting[place % count]["uid"].clone(),
    }
}

fn money(cents: i64) -> String {
    kontor_ledger::money::Amount::from_minor(cents).to_text(kontor_ledger::money::Currency::CNY)
}

/// The action that an attempt comes to in this book.
fn action(door: &Door, known: &Known, attempt: &Try) -> Value {
    let date = |month: u8, day: u8| format!("2026-{month:02}-{day:02}");
    match attempt {
        Try::Sale { month, day, pieces, paid } => {
            let mut action = sale(known, &date(*month, *day), *pieces);
            if *paid {
                let half = i64::try_from(*pieces).unwrap() * 5_000;
                action["paid"] = json!([{"account": "1001", "amount": money(half)}]);
            }
            action
        }
        Try::Receipt { month, day, cents } => {
            receipt(known, &date(*month, *day), &money(i64::try_from(*cents).unwrap()))
        }
        Try::Entry { month, day, cents, post } => {
            // Red amounts stay away from cash: a red payment that nobody tags has no place in the cash flow.
            let (amount, from) = (money(*cents), if *cents < 0 { "1405" } else { "1002" });
            json!({"do": "record_entry", "date": date(*month, *day), "memo": "管理费用", "post": post, "lines": [
                {"account": "5602", "debit": amount}, {"account": from, "credit": amount}]})
        }
        Try::ReverseSale(place) => {
            json!({"do": "reverse_sale", "date": "2026-04-28", "sale": chosen(door, "list_sales", "posted", *place)})
        }
        Try::ReverseReceipt(place) => json!({"do": "reverse_receipt", "date": "2026-04-28",
            "receipt": chosen(door, "list_receipts", "posted", *place)}),
        Try::ReverseEntry(place) => json!({"do": "reverse_entry", "date": "2026-04-28",
            "entry": chosen(door, "list_entries", "posted", *place)}),
        Try::PostDraft(place) => {
            json!({"do": "post_entry", "entry": chosen(door, "list_entries", "draft", *place)})
        }
        Try::Discard(place) => {
            json!({"do": "discard_entry", "entry": chosen(door, "list_entries", "draft", *place)})
        }
        Try::Close(month) => json!({"do": "close_period", "period": format!("2026-{month:02}")}),
        Try::Reopen(month) => {
            json!({"do": "reopen_period", "period": format!("2026-{month:02}"), "reason": "再看一遍"})
        }
    }
}

/// What an entry says, planned or posted.
fn content(entry: &Value) -> Value {
    let mut lines = entry["lines"].clone();
    for line in lines.as_array_mut().unwrap() {
        line.as_object_mut().unwrap().remove("no");
    }
    json!([
        entry["date"],
        entry["period"],
        entry["word"],
        entry["memo"],
        entry["kind"],
        entry["rule"],
        lines,
        entry["total_debit"],
        entry["total_credit"],
        entry["reversal_of"]
    ])
}

/// Tries something: previews it, performs it, and compares the two. Says whether it was done.
pub(super) fn attempt(door: &mut Door, known: &Known, attempt: &Try) -> bool {
    let action = action(door, known, attempt);
    let planned = door.ask(json!({"ask": "preview", "action": action}), &now());
    let before = (last_operation(door), trial_balance(door).unwrap());
    let done = door.perform(action.clone(), &now());
    match (planned, done) {
        (Ok(planned), Ok(done)) => {
            let given = done.given.iter().filter(|given| given.noun == "entry");
            let posted: Vec<Value> = given
                .map(|given| {
                    door.ask(json!({"ask": "get_entry", "uid": given.uid}), &now()).unwrap()
                })
                .filter(|entry| entry["status"] == "posted")
                .map(|entry| content(&entry))
                .collect();
            let planned: Vec<Value> =
                planned["entries"].as_array().unwrap().iter().map(content).collect();
            assert_eq!(planned, posted, "{action}: the preview was another");
            true
        }
        (Err(planned), Err(done)) => {
            assert_eq!(planned.code, done.code, "{action}");
            assert_ne!(done.kind, kontor_actions::Kind::Bug, "{action}: {done}");
            assert_eq!(
                (last_operation(door), trial_balance(door).unwrap()),
                before,
                "{action}: a refusal wrote"
            );
            false
        }
        (planned, done) => panic!("{action}: previewed {planned:?}, performed {done:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_the_preview_is_what_happens_and_the_book_verifies(tries in tries(24)) {
        let desk = Desk::new();
        let mut door = desk.door();
        for one in &tries {
            attempt(&mut door, &Template::small().known, one);
        }
        assert_verifies(&door, "random actions");
        drop(door);
        assert_verifies(&desk.door(), "random actions, reopened");
    }
}
