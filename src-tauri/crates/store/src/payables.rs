//! What suppliers are owed, and what was paid from cash for one purpose. The book has no bills yet, so a supplier's
//! balance is one amount. Costs by suppliers and by accounts, whatever else the book holds.

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::money::Amount;
use kontor_ledger::party::PartyId;
use rusqlite::Connection;

use crate::error::Result;
use crate::{date, day};

/// An account with more lines in a month is not looked into for monthly payments.
const MOST_LINES: u32 = 31;

/// What each party is owed on an account, the largest first; those who owe are not in it.
///
/// # Errors
/// When the table cannot be read or a difference does not fit.
pub fn owed(connection: &Connection, account: AccountId) -> Result<Vec<(PartyId, Amount)>> {
    let mut statement = connection.prepare_cached(include_str!("payables/owed.sql"))?;
    let mut rows = statement.query([account.0])?;
    let mut owed = Vec::new();
    while let Some(row) = rows.next()? {
        let (credit, debit) = (Amount::from_minor(row.get(1)?), Amount::from_minor(row.get(2)?));
        let amount = credit.minus(debit)?;
        if amount > Amount::ZERO {
            owed.push((PartyId(row.get(0)?), amount));
        }
    }
    owed.sort_by_key(|(party, amount)| (std::cmp::Reverse(*amount), *party));
    Ok(owed)
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
