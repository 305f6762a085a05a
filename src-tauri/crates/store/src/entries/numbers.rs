//! The numbers given under each word of a period: from which to which and what is missing, entries that were taken back,
//! drafts that were given up.

use chrono::NaiveDate;
use kontor_ledger::period::PeriodKey;
use rusqlite::Connection;
use rusqlite::types::Value;
use uuid::Uuid;

use super::number_text;
use crate::digest::decode_row;
use crate::error::Result;
use crate::{date, period_id};

/// The numbers of one word in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordNumbers {
    /// The word.
    pub word: String,
    /// The smallest number.
    pub first: i64,
    /// The largest.
    pub last: i64,
    /// How many there are.
    pub count: i64,
}

impl WordNumbers {
    /// How many are missing from 1 to the largest: none, unless the file was meddled with.
    #[must_use]
    pub const fn missing(&self) -> u64 {
        self.last.saturating_sub(self.count).unsigned_abs()
    }
}

/// The numbers of a period, word by word; costs by the period's entries, of which only an index is read.
///
/// # Errors
/// When the table cannot be read.
pub fn numbers(connection: &Connection, period: PeriodKey) -> Result<Vec<WordNumbers>> {
    let mut statement = connection.prepare_cached(include_str!("numbers.sql"))?;
    let rows = statement.query_map([period_id(period)], |row| {
        Ok(WordNumbers {
            word: row.get(0)?,
            first: row.get(1)?,
            last: row.get(2)?,
            count: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The numbers a word lacks in a period, from 1 to the largest.
///
/// # Errors
/// When the table cannot be read.
pub fn missing_numbers(connection: &Connection, period: PeriodKey, word: &str) -> Result<Vec<i64>> {
    let mut statement = connection.prepare_cached(
        "SELECT number FROM entry WHERE period = ?1 AND word = ?2 ORDER BY number",
    )?;
    let mut rows = statement.query((period_id(period), word))?;
    let (mut expected, mut missing) = (1, Vec::new());
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        missing.extend(expected..number);
        expected = number + 1;
    }
    Ok(missing)
}

/// An entry of a period that was taken back, in this period or a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReversedEntry {
    /// Its unique id.
    pub uid: Uuid,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// What it said.
    pub memo: String,
    /// The number of the entry that takes it back.
    pub by: String,
    /// Who took it back.
    pub person: String,
}

/// The entries of a period that were taken back, in the order of their numbers.
///
/// # Errors
/// When the tables cannot be read.
pub fn reversed_in(connection: &Connection, period: PeriodKey) -> Result<Vec<ReversedEntry>> {
    let mut statement = connection.prepare_cached(include_str!("reversed_in.sql"))?;
    let mut rows = statement.query([period_id(period)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (word, by): (String, String) = (row.get(1)?, row.get(5)?);
        found.push(ReversedEntry {
            uid: Uuid::from_bytes(row.get(0)?),
            number: number_text(&word, row.get(2)?),
            date: date(row.get(3)?)?,
            memo: row.get(4)?,
            by: number_text(&by, row.get(6)?),
            person: row.get(7)?,
        });
    }
    Ok(found)
}

/// A draft that was given up: its temporary number never became one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscardedDraft {
    /// The temporary number.
    pub number: i64,
    /// When it was given up, UTC.
    pub at: String,
    /// By whom.
    pub person: String,
    /// What it said.
    pub memo: String,
}

/// The drafts of a period that were given up, from the log; costs by the drafts there ever were.
///
/// # Errors
/// When the log cannot be read.
pub fn discarded_in(connection: &Connection, period: PeriodKey) -> Result<Vec<DiscardedDraft>> {
    let mut statement = connection.prepare_cached(include_str!("discarded.sql"))?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let before: Vec<u8> = row.get(2)?;
        let values = decode_row(&before);
        let integer = |at: usize| match values.get(at) {
            Some(Value::Integer(number)) => *number,
            _ => 0,
        };
        if integer(DRAFT_PERIOD) != period_id(period) {
            continue;
        }
        let content = match values.get(DRAFT_CONTENT) {
            Some(Value::Text(text)) => text.as_str(),
            _ => "",
        };
        let memo = connection
            .prepare_cached("SELECT coalesce(json_extract(?1, '$.memo'), '')")?
            .query_row([content], |row| row.get(0))
            .unwrap_or_default();
        found.push(DiscardedDraft {
            number: integer(DRAFT_NUMBER),
            at: row.get(0)?,
            person: row.get(1)?,
            memo,
        });
    }
    Ok(found)
}

/// Columns of `entry_draft`, from 0.
const DRAFT_NUMBER: usize = 2;
const DRAFT_PERIOD: usize = 3;
const DRAFT_CONTENT: usize = 6;
