//! Open items: what is still owed on each invoice, and the allocations that reduce it.

use chrono::NaiveDate;
use kontor_ledger::money::Amount;
use kontor_ledger::paper::PaperId;
use kontor_ledger::party::PartyId;
use kontor_ledger::settlement::Share;
use rusqlite::{Connection, OptionalExtension as _};

use crate::error::{Result, StoreError};
use crate::write::Writing;
use crate::{date, day, payment_habits};

/// An invoice with something owed on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenRow {
    /// The invoice.
    pub paper: PaperId,
    /// When it is due.
    pub due: NaiveDate,
    /// What is owed.
    pub open: Amount,
}

/// A party's open invoices, oldest due first.
///
/// # Errors
/// When the table cannot be read.
pub fn open_items(connection: &Connection, party: PartyId) -> Result<Vec<OpenRow>> {
    let mut statement = connection.prepare_cached(
        "SELECT paper, due, open FROM open_item WHERE party = ?1 ORDER BY due, paper",
    )?;
    let mut rows = statement.query([party.0])?;
    let mut open = Vec::new();
    while let Some(row) = rows.next()? {
        open.push(OpenRow {
            paper: PaperId(row.get(0)?),
            due: date(row.get(1)?)?,
            open: Amount::from_minor(row.get(2)?),
        });
    }
    Ok(open)
}

/// Gives shares of a receipt to invoices.
///
/// # Errors
/// When the file cannot be written.
pub fn allocate(
    writing: &Writing<'_>,
    receipt: PaperId,
    date: NaiveDate,
    shares: &[Share],
) -> Result<()> {
    for share in shares {
        insert(writing, receipt, share.paper, date, share.amount)?;
        move_open(writing.connection(), share.paper, share.amount.negated()?)?;
    }
    Ok(())
}

/// Takes a receipt's shares back from its invoices; they are open again.
///
/// # Errors
/// When the file cannot be written.
pub fn release(writing: &Writing<'_>, receipt: PaperId, date: NaiveDate) -> Result<()> {
    let connection = writing.connection();
    let mut statement = connection.prepare_cached(include_str!("shares.sql"))?;
    let shares: Vec<(i64, i64)> = statement
        .query_map([receipt.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (invoice, amount) in shares {
        let amount = Amount::from_minor(amount);
        insert(writing, receipt, PaperId(invoice), date, amount.negated()?)?;
        move_open(connection, PaperId(invoice), amount)?;
    }
    Ok(())
}

fn insert(
    writing: &Writing<'_>,
    receipt: PaperId,
    invoice: PaperId,
    date: NaiveDate,
    amount: Amount,
) -> Result<()> {
    writing.connection().prepare_cached(include_str!("insert_allocation.sql"))?.execute((
        writing.operation(),
        receipt.0,
        invoice.0,
        day(date),
        amount.minor(),
    ))?;
    Ok(())
}

/// Moves what is owed on an invoice, and with it what its customer's habit is made of.
fn move_open(connection: &Connection, paper: PaperId, change: Amount) -> Result<()> {
    let (party, due): (i64, i64) = connection
        .prepare_cached("SELECT party, coalesce(due, date) FROM paper WHERE id = ?1")?
        .query_row([paper.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let open: Option<i64> = connection
        .prepare_cached("SELECT open FROM open_item WHERE paper = ?1")?
        .query_row([paper.0], |row| row.get(0))
        .optional()?;
    let open = Amount::from_minor(open.unwrap_or(0)).plus(change)?;
    if open.is_negative() {
        return Err(StoreError::Unreadable { what: "open item" });
    }
    set(connection, paper, PartyId(party), due, open)?;
    payment_habits::keep(connection, PartyId(party))
}

/// Writes what is owed on an invoice; nothing owed is no row.
pub(super) fn set(
    connection: &Connection,
    paper: PaperId,
    party: PartyId,
    due: i64,
    open: Amount,
) -> Result<()> {
    connection.prepare_cached("DELETE FROM open_item WHERE paper = ?1")?.execute([paper.0])?;
    if !open.is_zero() {
        connection
            .prepare_cached(
                "INSERT INTO open_item (paper, party, due, open) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((paper.0, party.0, due, open.minor()))?;
    }
    Ok(())
}
