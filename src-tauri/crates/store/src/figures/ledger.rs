//! The ledger of one account 明细账: its lines in order of date, a page at a time.

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::money::Amount;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::entries::number_text;
use crate::error::Result;
use crate::{date, day};

/// One line of an account's ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// The entry.
    pub entry: Uuid,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// What happened.
    pub memo: String,
    /// The party.
    pub party: Option<String>,
    /// The debit.
    pub debit: Amount,
    /// The credit.
    pub credit: Amount,
}

/// A page of an account's ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerPage {
    /// The lines.
    pub rows: Vec<LedgerRow>,
    /// Where the next page begins: date, entry key and line number; nothing when this is the last.
    pub next: Option<(i64, i64, i64)>,
}

/// The lines of an account between two days, after a place, in order of date.
///
/// # Errors
/// When the tables cannot be read.
pub fn account_ledger(
    connection: &Connection,
    account: AccountId,
    from: NaiveDate,
    to: NaiveDate,
    after: Option<(i64, i64, i64)>,
    limit: u32,
) -> Result<LedgerPage> {
    let (after_day, after_entry, after_no) = after.unwrap_or((day(from), 0, 0));
    let mut statement = connection.prepare_cached(include_str!("ledger.sql"))?;
    let mut rows =
        statement.query((account.0, after_day, after_entry, after_no, day(to), limit))?;
    let mut page = LedgerPage::default();
    while let Some(row) = rows.next()? {
        page.rows.push(read(row)?);
        page.next = Some((row.get("date")?, row.get("entry")?, row.get("no")?));
    }
    if page.rows.len() < limit as usize {
        page.next = None;
    }
    Ok(page)
}

fn read(row: &Row<'_>) -> Result<LedgerRow> {
    let word: String = row.get("word")?;
    Ok(LedgerRow {
        entry: Uuid::from_bytes(row.get("uid")?),
        number: number_text(&word, row.get("number")?),
        date: date(row.get("date")?)?,
        memo: row.get("memo")?,
        party: row.get("party")?,
        debit: Amount::from_minor(row.get("debit")?),
        credit: Amount::from_minor(row.get("credit")?),
    })
}

/// The last lines of an account, the latest first.
///
/// # Errors
/// When the tables cannot be read.
pub fn last_uses(
    connection: &Connection,
    account: AccountId,
    limit: u32,
) -> Result<Vec<LedgerRow>> {
    let mut statement = connection.prepare_cached(include_str!("uses.sql"))?;
    let mut rows = statement.query((account.0, limit))?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(read(row)?);
    }
    Ok(lines)
}

/// The cash lines of a cash-flow item between two days, each with the code of its account.
///
/// # Errors
/// When the tables cannot be read.
pub fn cash_lines(
    connection: &Connection,
    item: &str,
    from: NaiveDate,
    to: NaiveDate,
    limit: u32,
) -> Result<Vec<(String, LedgerRow)>> {
    let mut statement = connection.prepare_cached(include_str!("cash_lines.sql"))?;
    let mut rows = statement.query((item, day(from), day(to), limit))?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push((row.get("account")?, read(row)?));
    }
    Ok(lines)
}
