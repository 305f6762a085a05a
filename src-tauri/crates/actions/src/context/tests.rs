//! Lists in every order they can be told in: page by page they are what one page is, over rows that share a key too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::{Value, json};

use crate::demo::opened::{moment, opened};
use crate::door::Door;
use crate::errors::Code;

const DAY: &str = "2026-03-20";

/// Each list, the field that names a row, its orders, and the field each puts in order.
const LISTS: [(&str, &[(&str, &str)]); 5] = [
    ("list_entries", &[("posted", ""), ("date", "date"), ("number", "period"), ("total", "total")]),
    ("list_sales", &[("recorded", ""), ("date", "date"), ("number", "number"), ("gross", "gross")]),
    (
        "list_receipts",
        &[("recorded", ""), ("date", "date"), ("number", "number"), ("gross", "amount")],
    ),
    ("list_parties", &[("code", "code"), ("name", "name")]),
    ("list_items", &[("code", "code"), ("name", "name")]),
];

fn pages(door: &Door, question: &Value, limit: u64) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), Value::Null);
    loop {
        let mut question = question.clone();
        question["after"] = after;
        question["limit"] = json!(limit);
        let page = door.ask(question, &moment(DAY, 1)).unwrap();
        rows.extend(page["rows"].as_array().unwrap().iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            return rows;
        }
    }
}

/// Amounts by what they are, all else as it is written.
fn key(row: &Value, field: &str) -> (i64, String) {
    let text = row[field].as_str().unwrap_or_default();
    match ["total", "gross", "amount"].contains(&field) {
        true => (text.replace('.', "").parse().unwrap(), String::new()),
        false => (0, text.to_owned()),
    }
}

/// The same rows, each once, in order of a field, whatever the size of the pages.
fn check(door: &Door, question: &Value, field: &str, is_descending: bool) -> usize {
    let whole = pages(door, question, 500);
    for limit in [1, 7, 50] {
        assert_eq!(pages(door, question, limit), whole, "{question} {limit}");
    }
    let mut uids: Vec<_> = whole.iter().map(|row| row["uid"].as_str().unwrap()).collect();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), whole.len(), "{question}");
    let keys: Vec<_> = whole.iter().map(|row| key(row, field)).collect();
    let is_so = |pair: &[(i64, String)]| match is_descending {
        true => pair[0] >= pair[1],
        false => pair[0] <= pair[1],
    };
    assert!(keys.windows(2).all(is_so), "{question}");
    keys.windows(2).filter(|pair| pair[0] == pair[1]).count()
}

#[test]
fn a_list_read_page_by_page_is_the_list_in_every_order_and_both_ways() {
    let (_folder, door) = opened(DAY);
    for (list, orders) in LISTS {
        let mut sizes = Vec::new();
        for (order, field) in orders {
            for is_descending in [true, false] {
                let question = json!({"ask": list, "order": order, "descending": is_descending,
                    "status": (list == "list_entries").then_some("posted")});
                let question = without_nulls(question);
                let ties = check(&door, &question, field, is_descending);
                sizes.push(pages(&door, &question, 500).len());
                assert!(*field != "date" || ties > 3, "{question}: {ties}");
            }
        }
        assert!(sizes[0] > 3 && sizes.iter().all(|size| *size == sizes[0]), "{list} {sizes:?}");
    }
}

#[test]
fn the_other_way_is_the_same_list_backwards() {
    let (_folder, door) = opened(DAY);
    for (list, orders) in LISTS {
        for (order, _) in orders {
            let of = |is_descending: bool| {
                let question = json!({"ask": list, "order": order, "descending": is_descending,
                    "status": (list == "list_entries").then_some("posted")});
                pages(&door, &without_nulls(question), 50)
            };
            let mut down = of(true);
            down.reverse();
            assert_eq!(down, of(false), "{list} {order}");
        }
    }
}

#[test]
fn what_narrows_a_list_narrows_it_in_every_order() {
    let (_folder, door) = opened(DAY);
    let customer = door.ask(json!({"ask": "list_sales", "limit": 1}), &moment(DAY, 1)).unwrap();
    let customer = customer["rows"][0]["customer"]["uid"].clone();
    let narrowed = [
        json!({"ask": "list_entries", "status": "posted", "period": "2026-02"}),
        json!({"ask": "list_sales", "open_only": true}),
        json!({"ask": "list_sales", "customer": customer}),
        json!({"ask": "list_sales", "customer": customer, "open_only": true}),
        json!({"ask": "list_receipts", "customer": customer}),
        json!({"ask": "list_parties", "kind": "customer"}),
    ];
    for plain in narrowed {
        let list = plain["ask"].as_str().unwrap();
        let (_, orders) = LISTS.iter().find(|(name, _)| *name == list).unwrap();
        let count = pages(&door, &plain, 500).len();
        assert!(count > 0, "{plain}");
        for (order, field) in *orders {
            for is_descending in [true, false] {
                let mut question = plain.clone();
                question["order"] = json!(order);
                question["descending"] = json!(is_descending);
                check(&door, &question, field, is_descending);
                assert_eq!(pages(&door, &question, 7).len(), count, "{question}");
            }
        }
    }
}

#[test]
fn open_invoices_go_by_their_due_days_both_ways() {
    let (_folder, door) = opened(DAY);
    for is_descending in [false, true] {
        let question =
            json!({"ask": "list_receivables", "order": "due", "descending": is_descending});
        check(&door, &question, "due", is_descending);
    }
    let page = door.ask(json!({"ask": "list_receivables", "limit": 1}), &moment(DAY, 1)).unwrap();
    let all = pages(&door, &json!({"ask": "list_receivables"}), 500);
    assert_eq!(page["count"].as_u64().unwrap() as usize, all.len());
    let total: i64 = all.iter().map(|row| key(&json!({"total": row["open"]}), "total").0).sum();
    assert_eq!(key(&page, "total").0, total);
}

#[test]
fn an_order_that_does_not_exist_is_refused_by_its_field() {
    let (_folder, door) = opened(DAY);
    for list in LISTS.map(|(list, _)| list).into_iter().chain(["list_receivables"]) {
        let refused = door.ask(json!({"ask": list, "order": "colour"}), &moment(DAY, 1));
        let refusal = refused.unwrap_err();
        assert_eq!(refusal.code, Code::UnknownField, "{list}");
    }
}

fn without_nulls(mut value: Value) -> Value {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    value
}
