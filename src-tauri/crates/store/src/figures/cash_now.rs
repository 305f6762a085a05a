//! Cash at the end of any day, without reading the lines before it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::{AccountId, Chart};
use kontor_ledger::balance::Turnover;
use kontor_ledger::money::Amount;
use rusqlite::Connection;

use super::balances;
use crate::error::Result;
use crate::{day, periods};

/// The balances of the cash accounts at the end of a day.
///
/// Balances of whole periods, less what the cash accounts have moved later in the day's own period: people rarely post
/// ahead, so few lines are read where [`balances`] would read those of the month.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn cash_at(
    connection: &Connection,
    chart: &Chart,
    at: NaiveDate,
) -> Result<BTreeMap<AccountId, Amount>> {
    let period = periods::list(connection)?
        .into_iter()
        .find(|period| period.first_day <= at && at <= period.last_day);
    let end = period.map_or(at, |period| period.last_day);
    let mut cash = balances(connection, end)?;
    cash.retain(|account, _| chart.get(*account).is_some_and(|account| account.is_cash));
    if at < end {
        let mut statement = connection.prepare_cached(include_str!("later_lines.sql"))?;
        for (account, balance) in &mut cash {
            let mut rows = statement.query((account.0, day(at), day(end)))?;
            while let Some(row) = rows.next()? {
                let later = Turnover {
                    debit: Amount::from_minor(row.get(0)?),
                    credit: Amount::from_minor(row.get(1)?),
                };
                *balance = balance.minus(later.net_debit()?)?;
            }
        }
    }
    Ok(cash)
}

/// Whether cash lines of a period may lack their cash-flow item: a row of the period's cash stands for them.
///
/// # Errors
/// When the table cannot be read.
pub fn may_lack_items(
    connection: &Connection,
    period: kontor_ledger::period::PeriodKey,
) -> Result<bool> {
    let mut statement = connection.prepare_cached(include_str!("may_lack_items.sql"))?;
    Ok(statement.query_row([crate::period_id(period)], |row| row.get(0))?)
}

/// Whether anything was brought in: opening balances or turnover of the year before the book.
///
/// # Errors
/// When the table cannot be read.
pub fn has_opening(connection: &Connection) -> Result<bool> {
    let mut statement = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM account_balance WHERE kind IN (0, 3))")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Whether nothing was ever posted.
///
/// # Errors
/// When the table cannot be read.
pub fn is_empty(connection: &Connection) -> Result<bool> {
    let mut statement =
        connection.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM account_balance)")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
