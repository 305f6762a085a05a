//! The sample company for tests: made for a day in a folder of its own, and opened by its owner.
#![allow(clippy::unwrap_used)]

use kontor_vault::Secret;
use tempfile::TempDir;
use uuid::Uuid;

use super::{Sample, make};
use crate::context::Now;
use crate::creation::{NewCompany, create};
use crate::door::Door;
use crate::progress::Progress;

/// The folder, which is gone when this is dropped, and the open book in it.
pub(crate) fn opened(day: &str) -> (TempDir, Door) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.kontor");
    let secret = Secret::from("sample password");
    make(&path, &Sample::default(), day.parse().unwrap(), &secret, &Progress::default()).unwrap();
    let book = crate::open(&path, Some("owner"), &secret).unwrap();
    (folder, Door::new(book).unwrap())
}

/// A new book of a standard that begins with 2026, and its owner at the door.
pub(crate) fn new_book(standard: &str, vat_kind: &str) -> (TempDir, Door) {
    let folder = tempfile::tempdir().unwrap();
    let company = NewCompany {
        standard: standard.to_owned(),
        currency: "CNY".to_owned(),
        first_period: "2026-01".to_owned(),
        company: "新公司".to_owned(),
        vat_kind: Some(vat_kind.to_owned()),
        industry: None,
        expects_opening: false,
        person: "owner".to_owned(),
    };
    let secret = Secret::from("sample password");
    let now = moment("2026-01-01", 1);
    let (door, _) = create(&folder.path().join("book.kontor"), &company, &secret, &now).unwrap();
    (folder, door)
}

/// The n-th moment of a day.
pub(crate) fn moment(day: &str, n: u128) -> Now {
    Now { at: format!("{day}T10:00:00Z"), today: day.parse().unwrap(), uid: Uuid::from_u128(n) }
}
