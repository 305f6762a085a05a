//! The month close over the sample company's book: every check says what it found and where it leads.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use crate::context::Now;
use crate::demo::opened;

fn moment(n: u128) -> Now {
    opened::moment("2026-03-20", n)
}

fn row<'a>(view: &'a Value, check: &str) -> &'a Value {
    let groups = view["groups"].as_array().unwrap().iter();
    groups
        .flat_map(|group| group["rows"].as_array().unwrap())
        .find(|row| row["check"] == check)
        .unwrap()
}

#[test]
fn each_check_says_what_it_found_and_where_it_leads() {
    let (_folder, mut door) = opened::opened("2026-03-20");
    let close = |door: &crate::Door| {
        door.ask(json!({"ask": "get_close", "period": "2026-03"}), &moment(1)).unwrap()
    };
    let drafts = door.ask(json!({"ask": "list_entries", "status": "draft"}), &moment(3)).unwrap();
    for (n, draft) in (100..).zip(drafts["rows"].as_array().unwrap()) {
        door.perform(json!({"do": "discard_entry", "entry": draft["uid"]}), &moment(n)).unwrap();
    }
    let view = close(&door);
    assert_eq!(view["state"], "open");
    for check in ["entries-posted", "numbers-continuous", "trial-balance", "parties-agree"] {
        assert_eq!(row(&view, check)["state"], "holds", "{check}: {view}");
    }
    let standing = row(&view, "profit-transferred");
    assert_eq!(
        (standing["state"].as_str(), standing["opens"]["kind"].as_str()),
        (Some("warns"), Some("account"))
    );

    let lines =
        json!([{"account": "560212", "debit": "500.00"}, {"account": "1002", "credit": "500.00"}]);
    let draft = door
        .perform(
            json!({"do": "record_entry", "date": "2026-03-18", "memo": "房租", "lines": lines}),
            &moment(200),
        )
        .unwrap();
    let view = close(&door);
    let unposted = row(&view, "entries-posted");
    assert_eq!(unposted["state"], "stops");
    assert_eq!(
        (unposted["count"].as_u64(), unposted["amount"].as_str()),
        (Some(1), Some("500.00"))
    );
    assert_eq!(unposted["opens"], json!({"kind": "entry", "id": draft.given[0].uid}));
    assert_eq!(view["may_close"], false);
}

#[test]
fn open_invoices_agree_with_receivables_on_any_day_of_the_sample() {
    let (_folder, door) = opened::opened("2026-03-20");
    for period in ["2026-01", "2026-02", "2026-03"] {
        let about = json!({"ask": "get_close", "period": period});
        let view = door.ask(about, &moment(1)).unwrap();
        let found = row(&view, "receivables-agree");
        assert_eq!(found["state"], "holds", "{period}: {found}");
    }
}

#[test]
fn the_statements_beside_it_compare_with_the_period_before() {
    let (_folder, door) = opened::opened("2026-03-20");
    let compare = |against: &str| {
        let about = json!({"ask": "compare_close", "period": "2026-03", "against": against});
        door.ask(about, &moment(1))
    };
    let previous = compare("previous").unwrap();
    assert_eq!(previous["other"], "2026-02");
    assert_eq!(previous["holding"], previous["checks"]);
    let sheet = &previous["statements"][1];
    let total = sheet["rows"].as_array().unwrap().iter().find(|row| row["key"] == "total-assets");
    let amount = |value: &Value| value.as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
    let total = total.unwrap();
    assert_eq!(amount(&total["now"]) - amount(&total["other"]), amount(&total["change"]));
    assert_eq!(compare("year").unwrap()["other"], "2025-03");
    assert_eq!(compare("sideways").unwrap_err().code, crate::Code::UnknownWord);
}
