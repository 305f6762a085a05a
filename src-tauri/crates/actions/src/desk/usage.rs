//! Counts of use, kept in the book for those who want them: how often a screen was opened, on which day.

use std::collections::BTreeMap;

use kontor_store::use_counts;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::Table;
use crate::context::Now;
use crate::errors::{Code, Refusal};

/// The most things counted at once.
const MOST: usize = 100;

/// How often something was used on a day.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct UseRow {
    pub day: chrono::NaiveDate,
    pub what: String,
    pub count: u32,
}

/// Everything that was counted.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct UseList {
    pub rows: Vec<UseRow>,
}

/// A name of a screen or action, never anything a person typed.
fn is_name(what: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte == b'-' || byte == b'_';
    !what.is_empty() && what.len() <= 40 && what.bytes().all(fits)
}

impl Table {
    pub(super) fn count_use(
        &self,
        counts: &BTreeMap<String, u32>,
        now: &Now,
    ) -> Result<(), Refusal> {
        if counts.len() > MOST || !counts.keys().all(|what| is_name(what)) {
            return Err(Refusal::new(Code::Malformed).with("what", "counts"));
        }
        let connection = self.door()?.book().connection();
        for (what, count) in counts.iter().filter(|(_, count)| **count > 0) {
            use_counts::add(connection, now.today, what, *count)?;
        }
        Ok(())
    }

    pub(super) fn list_use(&self) -> Result<Value, Refusal> {
        let rows = use_counts::list(self.door()?.book().connection())?;
        let rows = rows
            .into_iter()
            .map(|row| UseRow { day: row.day, what: row.what, count: row.count })
            .collect();
        serde_json::to_value(UseList { rows }).map_err(Refusal::bug)
    }

    pub(super) fn forget_use(&self) -> Result<(), Refusal> {
        Ok(use_counts::forget(self.door()?.book().connection())?)
    }
}
