//! What customers owe, over all of them: sums, pages in order of the due day, and how late each usually pays. Costs
//! by open invoices, whatever else the book holds.

use chrono::NaiveDate;
use kontor_ledger::forecast::Habit;
use kontor_ledger::money::Amount;
use kontor_ledger::paper::PaperId;
use kontor_ledger::party::PartyId;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::error::Result;
use crate::pages::{Keys, Page};
use crate::papers::number_text;
use crate::{date, day, payment_habits};

/// What is owed on an invoice, without the invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The invoice.
    pub paper: PaperId,
    /// Who owes it.
    pub party: PartyId,
    /// When it is due.
    pub due: NaiveDate,
    /// How much.
    pub open: Amount,
}

/// An open invoice with its customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivableRow {
    /// What is owed.
    pub owed: Owed,
    /// The invoice's unique id.
    pub uid: Uuid,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// The customer's unique id.
    pub customer: Uuid,
    /// The customer, as named on the invoice.
    pub customer_name: String,
    /// What it came to.
    pub gross: Amount,
}

/// Everything that is owed, of one person's invoices or of all, oldest due first.
///
/// # Errors
/// When the tables cannot be read.
pub fn owed(connection: &Connection, prepared_by: Option<i64>) -> Result<Vec<Owed>> {
    let mut statement = connection.prepare_cached(include_str!("receivables/owed.sql"))?;
    let mut rows = statement.query([prepared_by])?;
    let mut owed = Vec::new();
    while let Some(row) = rows.next()? {
        owed.push(read_owed(row)?);
    }
    Ok(owed)
}

/// Everything that is owed, each with how late its customer usually pays, oldest due first.
///
/// # Errors
/// When the tables cannot be read.
pub fn owed_by_habit(connection: &Connection) -> Result<Vec<(Owed, Option<Habit>)>> {
    let mut statement = connection.prepare_cached(include_str!("receivables/by_habit.sql"))?;
    let mut rows = statement.query([])?;
    let mut owed = Vec::new();
    while let Some(row) = rows.next()? {
        owed.push((read_owed(row)?, payment_habits::read(row)?));
    }
    Ok(owed)
}

/// How many open invoices there are, of one person or of all, and what is owed on them together.
///
/// # Errors
/// When the tables cannot be read or the sum does not fit.
pub fn total(connection: &Connection, prepared_by: Option<i64>) -> Result<(usize, Amount)> {
    let (count, sum): (u32, i64) = connection
        .prepare_cached(include_str!("receivables/total.sql"))?
        .query_row([prepared_by], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((count as usize, Amount::from_minor(sum)))
}

/// How many invoices were open at the end of a day, and what was owed on them together; costs by those that are open
/// now and by what was settled since.
///
/// # Errors
/// When the tables cannot be read or the sum does not fit.
pub fn open_at(connection: &Connection, at: NaiveDate) -> Result<(u64, Amount)> {
    let (count, sum): (i64, i64) = connection
        .prepare_cached(include_str!("receivables/open_at.sql"))?
        .query_row([day(at)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((count.unsigned_abs(), Amount::from_minor(sum)))
}

/// A page of open invoices in order of their due days, after one of them.
///
/// # Errors
/// When the tables cannot be read.
pub fn list(
    connection: &Connection,
    prepared_by: Option<i64>,
    is_descending: bool,
    after: Option<PaperId>,
    limit: u32,
) -> Result<Vec<ReceivableRow>> {
    let page = Page {
        select: include_str!("receivables/select.sql"),
        condition: "(?1 IS NULL OR paper.prepared_by = ?1)",
        values: vec![prepared_by.into()],
        keys: Keys {
            columns: &["open_item.due", "open_item.paper"],
            of_row: "SELECT coalesce(due, date), id FROM paper WHERE id = ?1",
        },
        is_descending,
        after: after.map(|paper| paper.0.into()),
        limit,
    };
    page.read(connection, read)
}

/// One open invoice with its customer.
///
/// # Errors
/// When the tables cannot be read.
pub fn find(connection: &Connection, paper: PaperId) -> Result<Option<ReceivableRow>> {
    let mut statement = connection.prepare_cached(concat!(
        include_str!("receivables/select.sql"),
        "WHERE open_item.paper = ?1",
    ))?;
    let mut rows = statement.query([paper.0])?;
    rows.next()?.map(read).transpose()
}

/// What a person's invoices between two days came to without tax, and how many there were; those taken back not.
///
/// # Errors
/// When the tables cannot be read or the sum does not fit.
pub fn sold_by(
    connection: &Connection,
    person: i64,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<(u64, Amount)> {
    let mut statement = connection.prepare_cached(include_str!("receivables/sold_by.sql"))?;
    let mut rows = statement.query((person, day(from), day(to)))?;
    let (mut count, mut sum) = (0, Amount::ZERO);
    while let Some(row) = rows.next()? {
        count += 1;
        sum = sum.plus(Amount::from_minor(row.get(0)?))?;
    }
    Ok((count, sum))
}

fn read_owed(row: &Row<'_>) -> Result<Owed> {
    Ok(Owed {
        paper: PaperId(row.get("paper")?),
        party: PartyId(row.get("party")?),
        due: date(row.get("due")?)?,
        open: Amount::from_minor(row.get("open")?),
    })
}

fn read(row: &Row<'_>) -> Result<ReceivableRow> {
    let kind: String = row.get("kind")?;
    Ok(ReceivableRow {
        owed: read_owed(row)?,
        uid: Uuid::from_bytes(row.get("uid")?),
        number: number_text(&kind, row.get("year")?, row.get("number")?),
        date: date(row.get("date")?)?,
        customer: Uuid::from_bytes(row.get("customer")?),
        customer_name: row.get("customer_name")?,
        gross: Amount::from_minor(row.get("gross")?),
    })
}
