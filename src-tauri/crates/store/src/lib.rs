//! The tables of a book: all SQL of the program, one module per noun, and the one way to write.
//!
//! Every change goes through [`Book::write`]: one SQL transaction, one operation in the log, the balances moved with
//! the lines. No rule of bookkeeping is decided here; the file only refuses what the rules already refused.

mod access;
mod book;
mod capture;
mod digest;
mod error;
mod migrations;
mod operations;
mod pages;
mod payment_habits;
mod write;

pub mod accounts;
pub mod assets;
pub mod attachments;
pub mod balances;
pub mod books;
pub mod census;
pub mod company;
pub mod courses;
pub mod currency_balances;
pub mod currency_policies;
pub mod drafts;
pub mod entries;
pub mod entry_policies;
pub mod exchange_rates;
pub mod feedback;
pub mod figures;
pub mod forms;
pub mod generated;
pub mod import_mappings;
pub mod items;
pub mod kept;
pub mod papers;
pub mod parties;
pub mod payables;
pub mod period_locks;
pub mod periods;
pub mod persons;
pub mod receivables;
pub mod rules;
pub mod search;
pub mod tax;
pub mod templates;
pub mod transfers;
pub mod use_counts;
pub mod verify;

pub use access::{AccessNote, record_access};
pub use book::{Book, NewBook};
pub use error::{Result, StoreError};
pub use operations::{Head, OperationRow, head, head_at, list as list_operations};
pub use write::{Stamp, Writing, Written};

/// What SQLite refused, for those who make an error of it.
pub use rusqlite::{Error as SqlError, ErrorCode as SqlErrorCode};

/// A connection that reads a book, and what stops a long read on it from another thread.
pub use rusqlite::{Connection, InterruptHandle};

use chrono::{Datelike, NaiveDate};
use kontor_ledger::entry::EntryKind;
use kontor_ledger::period::PeriodKey;

/// A day as the file keeps it: yyyymmdd.
#[must_use]
pub fn day(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// The date of a day as the file keeps it.
///
/// # Errors
/// When the number is no date, which the program never writes.
pub fn date(day: i64) -> Result<NaiveDate> {
    let part = |value: i64| u32::try_from(value).ok();
    i32::try_from(day / 10_000)
        .ok()
        .zip(part(day / 100 % 100).zip(part(day % 100)))
        .and_then(|(year, (month, day))| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or(StoreError::Unreadable { what: "date" })
}

/// A period as the file keeps it: year and number, 202603.
#[must_use]
pub fn period_id(key: PeriodKey) -> i64 {
    i64::from(key.year) * 100 + i64::from(key.number)
}

/// The period of an id.
///
/// # Errors
/// When the number is no period, which the program never writes.
pub fn period_key(id: i64) -> Result<PeriodKey> {
    i32::try_from(id / 100)
        .ok()
        .zip(u8::try_from(id % 100).ok())
        .map(|(year, number)| PeriodKey { year, number })
        .ok_or(StoreError::Unreadable { what: "period" })
}

/// An entry kind as the file keeps it.
#[must_use]
pub const fn kind_id(kind: EntryKind) -> i64 {
    match kind {
        EntryKind::Opening => 0,
        EntryKind::Normal => 1,
        EntryKind::Closing => 2,
    }
}

/// The entry kind of an id.
///
/// # Errors
/// When the number is no kind, which the program never writes.
pub const fn entry_kind(id: i64) -> Result<EntryKind> {
    match id {
        0 => Ok(EntryKind::Opening),
        1 => Ok(EntryKind::Normal),
        2 => Ok(EntryKind::Closing),
        _ => Err(StoreError::Unreadable { what: "entry kind" }),
    }
}

#[cfg(test)]
mod tests;
