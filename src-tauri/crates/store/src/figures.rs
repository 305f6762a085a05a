//! Figures for statements: balances and movements up to and between any two days.
//!
//! Whole periods come from the balance tables, so their cost follows accounts and periods. A day inside a period
//! reads at most that period's lines.

mod cash_now;
mod ledger;
mod since;

pub use cash_now::{cash_at, has_opening, is_empty, may_lack_items};
pub use ledger::{LedgerPage, LedgerRow, account_ledger, cash_lines, last_uses};
pub use since::brought_in_since;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::{AccountId, Chart};
use kontor_ledger::balance::{Turnover, reclassified};
use kontor_ledger::entry::EntryKind;
use kontor_ledger::money::Amount;
use kontor_ledger::party::PartyId;
use kontor_ledger::period::{Period, PeriodKey};
use rusqlite::{Connection, OptionalExtension as _};

use crate::balances::{BEFORE_ALL_PERIODS, BROUGHT_IN};
use crate::entries::activities;
use crate::error::Result;
use crate::{day, entry_kind, period_id, periods};

/// Turnover of an account, told apart by the kind of entry.
pub type Movement = BTreeMap<(AccountId, EntryKind), Turnover>;

/// The part of a span of days that lies in one period.
struct Part {
    period: Period,
    from: NaiveDate,
    to: NaiveDate,
}

impl Part {
    fn is_whole(&self) -> bool {
        self.from == self.period.first_day && self.to == self.period.last_day
    }
}

/// The periods a span touches, each with the days that belong to the span.
fn parts(connection: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Part>> {
    Ok(periods::list(connection)?
        .into_iter()
        .filter(|period| period.first_day <= to && from <= period.last_day)
        .map(|period| Part {
            from: period.first_day.max(from),
            to: period.last_day.min(to),
            period,
        })
        .collect())
}

/// What moved on each account between two days, both included; opening balances are no movement.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn movement(connection: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Movement> {
    let mut sums = Movement::new();
    for part in parts(connection, from, to)? {
        let period = period_id(part.period.key);
        let mut add = |rows: &mut rusqlite::Rows<'_>| -> Result<()> {
            while let Some(row) = rows.next()? {
                let turnover = turnover(row.get(2)?, row.get(3)?);
                let sum =
                    sums.entry((AccountId(row.get(0)?), entry_kind(row.get(1)?)?)).or_default();
                *sum = sum.plus(turnover)?;
            }
            Ok(())
        };
        if part.is_whole() {
            let mut statement =
                connection.prepare_cached(include_str!("figures/period_movement.sql"))?;
            add(&mut statement.query([period])?)?;
        } else {
            let mut statement =
                connection.prepare_cached(include_str!("figures/partial_movement.sql"))?;
            add(&mut statement.query((period, day(part.from), day(part.to)))?)?;
        }
    }
    Ok(sums)
}

fn turnover(debit: i64, credit: i64) -> Turnover {
    Turnover { debit: Amount::from_minor(debit), credit: Amount::from_minor(credit) }
}

/// The balance of each account at the end of a day, debit positive. The day before the first period gives the
/// opening balances.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn balances(connection: &Connection, at: NaiveDate) -> Result<BTreeMap<AccountId, Amount>> {
    let mut sums: BTreeMap<AccountId, Amount> = BTreeMap::new();
    let mut opening = connection.prepare_cached(include_str!("figures/opening.sql"))?;
    let mut rows = opening.query([])?;
    while let Some(row) = rows.next()? {
        let sum = sums.entry(AccountId(row.get(0)?)).or_default();
        *sum = sum.plus(turnover(row.get(1)?, row.get(2)?).net_debit()?)?;
    }
    for ((account, _), turnover) in movement(connection, NaiveDate::MIN, at)? {
        let sum = sums.entry(account).or_default();
        *sum = sum.plus(turnover.net_debit()?)?;
    }
    Ok(sums)
}

/// The balance of one account with everything that is posted, debit positive; one key of each period is read.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn balance(connection: &Connection, account: AccountId) -> Result<Amount> {
    let mut sum = Amount::ZERO;
    let mut statement = connection.prepare_cached(include_str!("figures/account_balance.sql"))?;
    let mut rows = statement.query([account.0])?;
    while let Some(row) = rows.next()? {
        sum = sum.plus(turnover(row.get(0)?, row.get(1)?).net_debit()?)?;
    }
    Ok(sum)
}

/// The balance of one party on one account with everything that is posted, debit positive.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn party_balance(
    connection: &Connection,
    account: AccountId,
    party: PartyId,
) -> Result<Amount> {
    let net: Option<i64> = connection
        .prepare_cached("SELECT net FROM party_net WHERE account = ?1 AND party = ?2")?
        .query_row((account.0, party.0), |row| row.get(0))
        .optional()?;
    Ok(Amount::from_minor(net.unwrap_or(0)))
}

/// For each account kept per party, the sum of its parties' debit balances and of their credit balances at the end of
/// a day.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn sides(connection: &Connection, at: NaiveDate) -> Result<BTreeMap<AccountId, Turnover>> {
    let parts = parts(connection, NaiveDate::MIN, at)?;
    let whole = parts.iter().rev().find(|part| part.is_whole());
    let through = whole.map_or(BEFORE_ALL_PERIODS, |part| period_id(part.period.key));
    let mut sums: BTreeMap<AccountId, Turnover> = BTreeMap::new();
    let mut statement = connection.prepare_cached(include_str!("figures/sides.sql"))?;
    let mut rows = statement.query([through])?;
    while let Some(row) = rows.next()? {
        sums.insert(AccountId(row.get(0)?), turnover(row.get(1)?, row.get(2)?));
    }
    for part in parts.iter().filter(|part| !part.is_whole()) {
        let mut statement =
            connection.prepare_cached(include_str!("figures/partial_parties.sql"))?;
        let mut rows =
            statement.query((period_id(part.period.key), day(part.from), day(part.to), through))?;
        while let Some(row) = rows.next()? {
            let moved = turnover(row.get(1)?, row.get(2)?).net_debit()?;
            let before = turnover(row.get(3)?, row.get(4)?).net_debit()?;
            let sum = sums.entry(AccountId(row.get(0)?)).or_default();
            *sum = sum.plus(reclassified(before, before.plus(moved)?)?)?;
        }
    }
    Ok(sums)
}

/// The balance of one party on an account at the end of a day, debit positive.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn party_balance_at(
    connection: &Connection,
    account: AccountId,
    party: PartyId,
    at: NaiveDate,
) -> Result<Amount> {
    let parts = parts(connection, NaiveDate::MIN, at)?;
    let whole = parts.iter().rev().find(|part| part.is_whole());
    let through = whole.map_or(BEFORE_ALL_PERIODS, |part| period_id(part.period.key));
    let read = |row: &rusqlite::Row<'_>| Ok(turnover(row.get(0)?, row.get(1)?));
    let mut sum = connection
        .prepare_cached(include_str!("figures/party_before.sql"))?
        .query_row((account.0, party.0, through), read)?;
    for part in parts.iter().filter(|part| !part.is_whole()) {
        let within = connection
            .prepare_cached(include_str!("figures/party_within.sql"))?
            .query_row((party.0, account.0, day(part.from), day(part.to)), read)?;
        sum = sum.plus(within)?;
    }
    Ok(sum.net_debit()?)
}

/// Cash in minus cash out between two days, by cash-flow item; empty for what is not assigned yet.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn cash(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<String, Amount>> {
    let mut sums: BTreeMap<String, Amount> = BTreeMap::new();
    for part in parts(connection, from, to)? {
        let period = period_id(part.period.key);
        let mut add = |rows: &mut rusqlite::Rows<'_>| -> Result<()> {
            while let Some(row) = rows.next()? {
                let sum = sums.entry(row.get(0)?).or_default();
                *sum = sum.plus(turnover(row.get(1)?, row.get(2)?).net_debit()?)?;
            }
            Ok(())
        };
        if part.is_whole() {
            let mut statement =
                connection.prepare_cached(include_str!("figures/period_cash.sql"))?;
            add(&mut statement.query([period])?)?;
        } else {
            let mut statement =
                connection.prepare_cached(include_str!("figures/partial_cash.sql"))?;
            add(&mut statement.query((period, day(part.from), day(part.to)))?)?;
        }
    }
    Ok(sums)
}

/// By account, what of its movement between two days, credit minus debit, belongs to another activity than its own: more
/// than nothing where it is operating although the account is not.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn activities(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<AccountId, Amount>> {
    let mut sums: BTreeMap<AccountId, Amount> = BTreeMap::new();
    for part in parts(connection, from, to)? {
        let key = part.period.key;
        let moved = if part.is_whole() {
            activities::of_period(connection, key)?
        } else {
            activities::of_days(connection, key, (part.from, part.to))?
        };
        for (account, amount) in moved {
            let sum = sums.entry(account).or_default();
            *sum = sum.plus(amount)?;
        }
    }
    Ok(sums)
}

/// What was brought in of the year before the book was opened: turnover by account, and cash by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BroughtIn {
    /// Turnover by account.
    pub accounts: BTreeMap<AccountId, Turnover>,
    /// Cash in minus cash out by cash-flow item.
    pub cash: BTreeMap<String, Amount>,
}

/// What was brought in with a period, which is the book's first.
///
/// # Errors
/// When the tables cannot be read.
pub fn brought_in(connection: &Connection, period: PeriodKey) -> Result<BroughtIn> {
    let mut brought_in = BroughtIn::default();
    let key = (period_id(period), BROUGHT_IN);
    let mut statement = connection.prepare_cached(
        "SELECT account, debit, credit FROM account_balance WHERE period = ?1 AND kind = ?2",
    )?;
    let mut rows = statement.query(key)?;
    while let Some(row) = rows.next()? {
        brought_in.accounts.insert(AccountId(row.get(0)?), turnover(row.get(1)?, row.get(2)?));
    }
    let mut statement = connection.prepare_cached(
        "SELECT cash_flow_item, amount FROM cash_balance WHERE period = ?1 AND kind = ?2",
    )?;
    let mut rows = statement.query(key)?;
    while let Some(row) = rows.next()? {
        brought_in.cash.insert(row.get(0)?, Amount::from_minor(row.get(1)?));
    }
    Ok(brought_in)
}

/// Writes turnover of the year before the book was opened.
///
/// # Errors
/// When the file cannot be written.
pub fn bring_in(
    writing: &crate::Writing<'_>,
    period: PeriodKey,
    account: AccountId,
    turnover: Turnover,
) -> Result<()> {
    let connection = writing.connection();
    connection
        .prepare_cached(
            "INSERT INTO brought_in (operation, account, debit, credit) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((
            writing.operation(),
            account.0,
            turnover.debit.minor(),
            turnover.credit.minor(),
        ))?;
    crate::balances::add_account(connection, period_id(period), account.0, BROUGHT_IN, turnover)
}

/// Writes cash flow of the year before the book was opened.
///
/// # Errors
/// When the file cannot be written.
pub fn bring_in_cash(
    writing: &crate::Writing<'_>,
    period: PeriodKey,
    item: &str,
    amount: Amount,
) -> Result<()> {
    let connection = writing.connection();
    connection
        .prepare_cached(
            "INSERT INTO brought_in_cash (operation, cash_flow_item, amount) VALUES (?1, ?2, ?3)",
        )?
        .execute((writing.operation(), item, amount.minor()))?;
    crate::balances::add_cash(connection, period_id(period), item, BROUGHT_IN, amount)
}

/// The balance of the cash accounts in a set of balances.
///
/// # Errors
/// When the sum does not fit.
pub fn cash_total(balances: &BTreeMap<AccountId, Amount>, chart: &Chart) -> Result<Amount> {
    let cash = balances
        .iter()
        .filter(|(account, _)| chart.get(**account).is_some_and(|account| account.is_cash))
        .map(|(_, amount)| *amount);
    Ok(Amount::sum(cash)?)
}
