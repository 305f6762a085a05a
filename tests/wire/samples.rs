//! One answer to every question from the sample company, as JSON that the window's tests read against their types.

use kontor_actions::Door;
use kontor_actions::register::QUESTIONS;
use kontor_tests::{Desk, Template, blessed, moment};
use serde_json::{Value, json};

fn ask(door: &Door, request: Value) -> Value {
    let text = request.to_string();
    door.ask(request, &moment(1)).unwrap_or_else(|refusal| panic!("{text}: {refusal}"))
}

fn first(door: &Door, request: Value, field: &str) -> Value {
    ask(door, request)["rows"][0][field].clone()
}

/// A question of each name that has something to show.
fn request(door: &Door, name: &str) -> Value {
    let statement = json!({"name": "balance-sheet", "period": "2026-03"});
    let customers = json!({"ask": "list_parties", "kind": "customer", "limit": 1});
    let mut request = match name {
        "list_rates" => json!({"date": "2026-03-31"}),
        "list_attachments" => {
            json!({"entry": first(door, json!({"ask": "list_entries", "limit": 1}), "uid")})
        }
        "get_entry" => {
            json!({"uid": first(door, json!({"ask": "list_entries", "limit": 1}), "uid")})
        }
        "get_sale" => json!({"uid": first(door, json!({"ask": "list_sales", "limit": 1}), "uid")}),
        "get_party" => json!({"uid": first(door, customers, "uid")}),
        "list_open_invoices" => json!({"customer": first(door, customers, "uid")}),
        "get_statement" => statement,
        "behind_figure" => {
            json!({"name": "balance-sheet", "period": "2026-03", "row": "cash", "column": "closing", "limit": 3})
        }
        "check_print" => json!({"code": "BS-20260301-20260331-F0-501-0000000000"}),
        "get_account_story" => json!({"account": "1002"}),
        "get_entry_habits" => json!({"since": "2026-03-31T00:00:00Z"}),
        "find_exchange" => {
            json!({"currency": "USD", "date": "2026-03-31", "foreign_amount": "100", "rate": "7.0825"})
        }
        "get_settlement_difference" => json!({"account": "1002", "currency": "USD",
            "foreign_amount": "100", "side": "credit", "date": "2026-03-31", "rate": "7.0825"}),
        "get_asset" => {
            json!({"asset": first(door, json!({"ask": "list_assets", "period": "2026-03"}), "uid")})
        }
        "list_assets" | "preview_generated" | "get_close" => json!({"period": "2026-03"}),
        "compare_close" => json!({"period": "2026-03", "against": "previous"}),
        "get_tax_return" => json!({"period": "2026-03"}),
        "get_course" => json!({"course": "owner"}),
        "get_account_ledger" => json!({"account": "1002", "limit": 3}),
        "get_ledger" => json!({"name": "account-ledger", "account": "1002", "limit": 3}),
        "search" => json!({"query": "hy", "limit": 2}),
        "list_initials" => json!({"texts": ["银行存款", "新销售", "New sale"]}),
        "list_entries" | "list_sales" | "list_receipts" | "list_parties" | "list_items"
        | "list_operations" => {
            json!({"limit": 3})
        }
        _ => json!({}),
    };
    request["ask"] = name.into();
    request
}

/// Covers what is drawn at random when the book is made: the short codes of hashes.
fn mask(value: &mut Value) {
    match value {
        Value::String(text) if is_hash_code(text) => "0000 0000".clone_into(text),
        Value::Array(values) => values.iter_mut().for_each(mask),
        Value::Object(fields) => fields.values_mut().for_each(mask),
        _ => {}
    }
}

fn is_hash_code(text: &str) -> bool {
    let is_half = |half: &str| half.len() == 4 && half.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split_once(' ').is_some_and(|(left, right)| is_half(left) && is_half(right))
}

#[test]
fn every_question_answers_as_its_sample_says() {
    let door = Desk::of(Template::sample()).door();
    // The sample keeps no cards; one is added beside it, so that the other answers stay as they are.
    let mut with_card = Desk::of(Template::sample()).door();
    let card = json!({"do": "add_asset", "code": "FA001", "name": "货车", "in_use": "2026-03-10", "cost": "120000.00", "residual": "6000.00", "life_months": 4});
    with_card.perform(card, &moment(2)).unwrap();
    for row in QUESTIONS {
        let door = if row.name.contains("asset") { &with_card } else { &door };
        let mut answer = ask(door, request(door, row.name));
        mask(&mut answer);
        let text = serde_json::to_string_pretty(&answer).unwrap() + "\n";
        blessed(&format!("wire/{}.json", row.name), &text);
    }
}

#[test]
fn a_preview_answers_as_its_sample_says() {
    let desk = Desk::new();
    let action = kontor_tests::sale(&Template::small().known, "2026-03-31", 2);
    let answer = ask(&desk.door(), json!({"ask": "preview", "action": action}));
    blessed("wire/preview.json", &(serde_json::to_string_pretty(&answer).unwrap() + "\n"));
}

#[test]
fn performing_answers_as_its_sample_says() {
    let desk = Desk::new();
    let mut door = desk.door();
    let action = kontor_tests::sale(&Template::small().known, "2026-03-31", 2);
    let done = door.perform(action, &moment(500)).unwrap();
    blessed("wire/done.json", &(serde_json::to_string_pretty(&done).unwrap() + "\n"));
    let refusal =
        door.perform(json!({"do": "close_period", "period": "2026-05"}), &moment(501)).unwrap_err();
    blessed("wire/refusal.json", &(serde_json::to_string_pretty(&refusal).unwrap() + "\n"));
}
