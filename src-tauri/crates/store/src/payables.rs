//! What suppliers are owed, and what was paid from cash for one purpose. The book has no bills yet, so a supplier's
//! balance is one amount. Costs by the suppliers that are owed something and by accounts, whatever else the book holds.

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::money::Amount;
use kontor_ledger::party::PartyId;
use rusqlite::Connection;

use crate::error::Result;
use crate::{date, day};

/// An account with more lines in a month is not looked into for monthly payments.
const MOST_LINES: u32 = 31;

/// The parties who are owed most on an account, the largest first; those who owe are not among them.
///
/// # Errors
/// When the table cannot be read or an amount does not fit.
pub fn largest(
    connection: &Connection,
    account: AccountId,
    limit: u32,
) -> Result<Vec<(PartyId, Amount)>> {
    let mut statement = connection.prepare_cached(include_str!("payables/largest.sql"))?;
    let mut rows = statement.query((account.0, limit))?;
    let mut owed = Vec::new();
    while let Some(row) = rows.next()? {
        owed.push((PartyId(row.get(0)?), Amount::from_minor(row.get(1)?).negated()?));
    }
    Ok(owed)
}

/// How many parties are owed something on an account, and how much together.
///
/// # Errors
/// When the table cannot be read or the sum does not fit.
pub fn owed(connection: &Connection, account: AccountId) -> Result<(usize, Amount)> {
    let (count, net): (u32, i64) = connection
        .prepare_cached(include_str!("payables/owed.sql"))?
        .query_row([account.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((count as usize, Amount::from_minor(net).negated()?))
}

/// The last day something was taken from a party on credit.
///
/// # Errors
/// When the table cannot be read.
pub fn last_credit(
    connection: &Connection,
    account: AccountId,
    party: PartyId,
) -> Result<Option<NaiveDate>> {
    let mut statement = connection.prepare_cached(include_str!("payables/last_credit.sql"))?;
    let mut rows = statement.query((party.0, account.0))?;
    rows.next()?.map(|row| date(row.get(0)?)).transpose()
}

/// What was paid from cash against an account between two days, in order of days; nothing when the account has too
/// many lines for a payment of the month to be told from the rest.
///
/// # Errors
/// When the tables cannot be read.
pub fn paid_from_cash(
    connection: &Connection,
    account: AccountId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(NaiveDate, Amount)>> {
    let mut statement = connection.prepare_cached(include_str!("payables/paid.sql"))?;
    let mut rows = statement.query((account.0, day(from), day(to), MOST_LINES + 1))?;
    let mut paid = Vec::new();
    let mut lines = 0;
    while let Some(row) = rows.next()? {
        lines += 1;
        let debit = Amount::from_minor(row.get(1)?);
        let cash = Amount::from_minor(row.get(2)?);
        // Of an entry that paid several things, no more than its cash; what was taken back counts against it.
        let amount = if debit.is_negative() { debit.max(cash) } else { debit.min(cash) };
        if debit.is_negative() == cash.is_negative() && !amount.is_zero() {
            paid.push((date(row.get(0)?)?, amount));
        }
    }
    Ok(if lines > MOST_LINES { Vec::new() } else { paid })
}
