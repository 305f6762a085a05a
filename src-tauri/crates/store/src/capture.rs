//! Capture: every row written reaches the digest, and every change of a mutable row is copied before and after.
//!
//! Triggers that live only in the writing connection call one function; they are made from the tables' own columns,
//! so a new column cannot be forgotten.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use crate::digest::{RowDigest, RowHasher, encode_value};
use crate::error::Result;

/// Tables whose rows are never changed: hashed where they lie.
pub(crate) const APPEND_ONLY: [&str; 31] = [
    "operation_image",
    "person_key",
    "entry_policy",
    "currency_policy",
    "exchange_rate",
    "tax_profile",
    "entry_tax_row",
    "generation_policy",
    "period_lock",
    "kept_set",
    "kept_statement",
    "posting_rule",
    "paper",
    "paper_line",
    "paper_link",
    "paper_payment",
    "tax_row",
    "paper_reversal",
    "allocation",
    "entry",
    "entry_line",
    "generated_entry",
    "line_tag",
    "brought_in",
    "brought_in_cash",
    "asset_event",
    "feedback",
    "course_step",
    "attachment_content",
    "attachment",
    "attachment_removal",
];

/// Tables whose rows may change: copied before and after.
pub(crate) const MUTABLE: [&str; 11] = [
    "book",
    "person",
    "account",
    "period",
    "party",
    "item",
    "asset",
    "entry_draft",
    "entry_template",
    "transfer",
    "import_mapping",
];

/// Tables that can be recomputed, keep themselves (the chains), or lie outside the log.
#[cfg(test)]
pub(crate) const UNCAPTURED: [&str; 15] = [
    "operation",
    "access",
    "account_balance",
    "party_balance",
    "party_net",
    "currency_balance",
    "side_balance",
    "cash_balance",
    "activity_balance",
    "activity_gap",
    "open_item",
    "payment_habit",
    "search_gram",
    "form_draft",
    "use_count",
];

/// A mutable row before and after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Image {
    /// The table.
    pub(crate) noun: String,
    /// The row before, unless it is new.
    pub(crate) before: Option<Vec<u8>>,
    /// The row after, unless it is gone.
    pub(crate) after: Option<Vec<u8>>,
}

/// What has been captured since the operation began.
pub(crate) struct Capture {
    pub(crate) digest: RowDigest,
    pub(crate) images: Vec<Image>,
    hasher: RowHasher,
    row: Vec<u8>,
}

/// The capture shared by the connection's function and the writing of an operation.
pub(crate) type SharedCapture = Arc<Mutex<Capture>>;

impl Capture {
    fn one(&mut self, context: &Context<'_>, columns: std::ops::Range<usize>) -> Vec<u8> {
        self.row.clear();
        columns.for_each(|index| encode_value(&mut self.row, context.get_raw(index)));
        self.row.clone()
    }

    fn append(&mut self, noun: &str, context: &Context<'_>) {
        let mut row = self.hasher.begin(noun, &mut self.row);
        for index in 2..context.len() {
            row.value(context.get_raw(index));
        }
        self.digest.add(row.finish());
    }

    fn change(&mut self, noun: &str, what: &str, context: &Context<'_>) {
        let (before, after) = match what {
            "insert" => (None, Some(self.one(context, 2..context.len()))),
            "delete" => (Some(self.one(context, 2..context.len())), None),
            _ => {
                let half = 2 + (context.len() - 2) / 2;
                (Some(self.one(context, 2..half)), Some(self.one(context, half..context.len())))
            }
        };
        if before == after {
            return;
        }
        if let Some(row) = &before {
            self.digest.take(self.hasher.hash(noun, row));
        }
        if let Some(row) = &after {
            self.digest.add(self.hasher.hash(noun, row));
        }
        self.images.push(Image { noun: noun.to_owned(), before, after });
    }
}

/// Installs the function and the triggers on the writing connection, beginning from a known digest.
pub(crate) fn install(
    connection: &Connection,
    hasher: RowHasher,
    digest: RowDigest,
) -> Result<SharedCapture> {
    let shared: SharedCapture =
        Arc::new(Mutex::new(Capture { digest, images: Vec::new(), hasher, row: Vec::new() }));
    let capture = Arc::clone(&shared);
    connection.create_scalar_function(
        "kontor_capture",
        -1,
        FunctionFlags::SQLITE_UTF8,
        move |context| {
            let mut capture = capture.lock().unwrap_or_else(PoisonError::into_inner);
            let noun = context.get_raw(0).as_str()?;
            match context.get_raw(1).as_str()? {
                "append" => capture.append(noun, context),
                what => capture.change(noun, what, context),
            }
            Ok(rusqlite::types::Null)
        },
    )?;
    let mut triggers = String::new();
    for noun in APPEND_ONLY {
        let new = columns(connection, noun, "NEW")?;
        triggers += &trigger(noun, "insert", "append", &new);
    }
    for noun in MUTABLE {
        let (old, new) = (columns(connection, noun, "OLD")?, columns(connection, noun, "NEW")?);
        triggers += &trigger(noun, "insert", "insert", &new);
        triggers += &trigger(noun, "update", "update", &format!("{old}, {new}"));
        triggers += &trigger(noun, "delete", "delete", &old);
    }
    connection.execute_batch(&triggers)?;
    Ok(shared)
}

fn trigger(noun: &str, event: &str, what: &str, values: &str) -> String {
    format!(
        "CREATE TEMP TRIGGER capture_{noun}_{event} AFTER {event} ON main.{noun} \
         BEGIN SELECT kontor_capture('{noun}', '{what}', {values}); END;\n"
    )
}

/// A table's columns in their order, each after a prefix.
fn columns(connection: &Connection, noun: &str, prefix: &str) -> Result<String> {
    let names = column_names(connection, noun)?;
    Ok(names.iter().map(|name| format!("{prefix}.{name}")).collect::<Vec<_>>().join(", "))
}

/// A table's columns in their order.
pub(crate) fn column_names(connection: &Connection, noun: &str) -> Result<Vec<String>> {
    let mut statement =
        connection.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement.query_map([noun], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}
