//! The sample company for tests: made for a day in a folder of its own, and opened by its owner.
#![allow(clippy::unwrap_used)]

use kontor_vault::Secret;
use tempfile::TempDir;
use uuid::Uuid;

use super::{Sample, make};
use crate::context::Now;
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

/// The n-th moment of a day.
pub(crate) fn moment(day: &str, n: u128) -> Now {
    Now { at: format!("{day}T10:00:00Z"), today: day.parse().unwrap(), uid: Uuid::from_u128(n) }
}
