//! The book that is measured: made, opened and filled through the same doors as everybody's.

use std::path::Path;

use chrono::NaiveDate;
use kontor_actions::creation::{NewCompany, create};
use kontor_actions::{Door, Now};
use kontor_vault::Secret;
use serde_json::{Value, json};
use uuid::Uuid;

/// The password of the books measured.
pub(crate) fn password() -> Secret {
    Secret::from("bench bench bench")
}

/// The n-th moment, a second after the one before; the same every time.
pub(crate) fn moment(n: u128) -> Now {
    // As in every id of version 7, the first six bytes are the milliseconds.
    let milliseconds = 1_798_704_000_000 + n * 1000;
    let bytes = ((milliseconds << 80) | n).to_be_bytes();
    Now {
        at: "2026-12-31T08:00:00Z".to_owned(),
        today: NaiveDate::from_ymd_opt(2026, 12, 31).unwrap(),
        uid: uuid::Builder::from_bytes(bytes).with_version(uuid::Version::SortRand).into_uuid(),
    }
}

/// A new book of a general taxpayer with two years of periods.
pub(crate) fn make(path: &Path) -> Door {
    let new = NewCompany {
        standard: "cn-small".to_owned(),
        currency: "CNY".to_owned(),
        first_period: "2025-01".to_owned(),
        company: "Bench".to_owned(),
        vat_kind: Some("general".to_owned()),
        industry: None,
        expects_opening: false,
        person: "bench".to_owned(),
    };
    create(path, &new, &password(), &moment(1)).unwrap().0
}

/// Opens it again.
pub(crate) fn open(path: &Path) -> Door {
    Door::new(kontor_actions::open(path, Some("bench"), &password()).unwrap()).unwrap()
}

/// Adds something and answers its id.
pub(crate) fn add(door: &mut Door, action: Value, n: u128) -> Uuid {
    door.perform(action, &moment(n)).unwrap().given[0].uid
}

/// The first customers of the book.
pub(crate) fn customers(door: &Door) -> Vec<Uuid> {
    let page = door.ask(json!({ "ask": "list_parties", "limit": 200 }), &moment(2)).unwrap();
    let rows = page["rows"].as_array().unwrap();
    rows.iter().map(|row| serde_json::from_value(row["uid"].clone()).unwrap()).collect()
}

/// A sale of some items, in shares paid at once to the given accounts and the rest on credit.
pub(crate) fn sale(customer: Uuid, item: Uuid, items: usize, paid: &[&str]) -> Value {
    let line = json!({
        "item": item, "quantity": "2", "unit_price": "150.00", "tax_included": false,
        "rate": "general-13",
    });
    let paid: Vec<Value> =
        paid.iter().map(|account| json!({ "account": account, "amount": "100.00" })).collect();
    json!({
        "do": "record_sale", "date": "2026-12-15", "customer": customer,
        "lines": vec![line; items], "paid": paid,
    })
}
