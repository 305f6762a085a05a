//! Courses 课程: which steps a person has finished, and the facts by which an exercise is checked.

use kontor_ledger::entry::ItemId;
use kontor_ledger::money::{Amount, Quantity};
use kontor_ledger::party::PartyId;
use rusqlite::Connection;

use crate::error::Result;
use crate::write::Writing;

/// A step that somebody finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// Who.
    pub person: i64,
    /// Their name.
    pub name: String,
    /// The course.
    pub course: String,
    /// The step.
    pub step: String,
    /// The operation that recorded it.
    pub operation: i64,
    /// When, UTC.
    pub at: String,
}

/// Where a fact is looked for: what one person did after an operation.
#[derive(Clone, Copy, Debug)]
pub struct Since {
    /// Who did it.
    pub person: i64,
    /// The operation after which it counts.
    pub operation: i64,
}

/// Records a finished step.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, course: &str, step: &str) -> Result<()> {
    writing.connection().prepare_cached(include_str!("courses/insert.sql"))?.execute((
        writing.operation(),
        writing.person(),
        course,
        step,
    ))?;
    Ok(())
}

/// Finished steps in the order they were finished, of one person or of everybody.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection, person: Option<i64>) -> Result<Vec<StepRow>> {
    let mut statement = connection.prepare_cached(include_str!("courses/list.sql"))?;
    let rows = statement.query_map([person], |row| {
        Ok(StepRow {
            person: row.get(0)?,
            name: row.get(1)?,
            course: row.get(2)?,
            step: row.get(3)?,
            operation: row.get(4)?,
            at: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn exists(connection: &Connection, sql: &str, values: impl rusqlite::Params) -> Result<bool> {
    Ok(connection.prepare_cached(sql)?.exists(values)?)
}

/// Whether a sale of so much of an item to a customer stands, on credit or paid at once.
///
/// # Errors
/// When the tables cannot be read.
pub fn has_sale(
    connection: &Connection,
    since: Since,
    customer: PartyId,
    item: ItemId,
    quantity: Quantity,
    is_paid: bool,
) -> Result<bool> {
    let values =
        (since.operation, since.person, customer.0, item.0, quantity.millionths(), is_paid);
    exists(connection, include_str!("courses/sale.sql"), values)
}

/// Whether a receipt of an amount from a customer stands.
///
/// # Errors
/// When the tables cannot be read.
pub fn has_receipt(
    connection: &Connection,
    since: Since,
    customer: PartyId,
    amount: Amount,
) -> Result<bool> {
    let values = (since.operation, since.person, customer.0, amount.minor());
    exists(connection, include_str!("courses/receipt.sql"), values)
}

/// Whether an entry with an amount on the debit of one account and the credit of another was posted; accounts below
/// the named ones count too.
///
/// # Errors
/// When the tables cannot be read.
pub fn has_entry(
    connection: &Connection,
    since: Since,
    debit: &str,
    credit: &str,
    amount: Amount,
) -> Result<bool> {
    let values =
        (since.operation, since.person, format!("{debit}*"), format!("{credit}*"), amount.minor());
    exists(connection, include_str!("courses/entry.sql"), values)
}

/// Whether an entry was taken back.
///
/// # Errors
/// When the tables cannot be read.
pub fn has_reversal(connection: &Connection, since: Since) -> Result<bool> {
    let values = (since.operation, since.person);
    exists(connection, include_str!("courses/reversal.sql"), values)
}
