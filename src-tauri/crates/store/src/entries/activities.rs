//! The activities of posted lines: derived once, kept by account and period, found again from the lines for a part of one.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::{AccountId, Activity, Chart, Class};
use kontor_ledger::activity::{ActivityLine, Found, find};
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, Rows};
use uuid::Uuid;

use super::{LineRow, number_text};
use crate::error::{Result, StoreError};
use crate::{day, period_id};

/// Keeps what an entry's operating lines do not sum to zero by, or that nothing is left open.
pub(crate) fn keep_gap(connection: &Connection, entry: i64, date: i64, gap: Amount) -> Result<()> {
    connection.prepare_cached("DELETE FROM activity_gap WHERE entry = ?1")?.execute([entry])?;
    if !gap.is_zero() {
        connection
            .prepare_cached("INSERT INTO activity_gap (entry, date, amount) VALUES (?1, ?2, ?3)")?
            .execute((entry, date, gap.minor()))?;
    }
    Ok(())
}

/// The activities of an entry's lines as they are tagged, one of them perhaps with another item.
pub(super) fn of_lines(
    lines: &[LineRow],
    chart: &Chart,
    other: Option<(i64, Option<&str>, Option<Activity>)>,
) -> Result<Found> {
    let mut found = Vec::with_capacity(lines.len());
    for row in lines {
        let Some(account) = chart.get(row.line.account) else { continue };
        let (item, said) = match other {
            Some((no, item, said)) if no == row.no => (item, said),
            _ => (row.line.cash_flow_item.as_deref(), row.line.activity),
        };
        found.push(ActivityLine {
            account: row.line.account,
            class: account.class,
            is_cash: account.is_cash,
            own: account.activity,
            has_row: account.indirect.is_some(),
            said,
            item,
            net_debit: row.line.net_debit()?,
        });
    }
    Ok(find(&found)?)
}

/// A line as the file has it.
struct Stored {
    account: AccountId,
    class: Class,
    is_cash: bool,
    own: Option<Activity>,
    has_row: bool,
    item: Option<String>,
    said: Option<Activity>,
    net_debit: Amount,
}

/// By account, what belongs to another activity than the account's own; and what each entry leaves open.
pub(crate) type Derived<Key> = (BTreeMap<Key, Amount>, BTreeMap<i64, Amount>);

/// Derives the activities of lines that come entry after entry: entry, period, account, class, whether cash, activity,
/// whether it has a row, item, activity said, debit, credit.
fn derive(rows: &mut Rows<'_>) -> Result<Derived<(i64, AccountId)>> {
    let mut derived = Derived::default();
    let mut lines: Vec<Stored> = Vec::new();
    let mut current = (0, 0);
    while let Some(row) = rows.next()? {
        let key: (i64, i64) = (row.get(0)?, row.get(1)?);
        if key != current {
            settle(&mut derived, current, &lines)?;
            lines.clear();
            current = key;
        }
        let (class, own, said): (String, Option<String>, Option<String>) =
            (row.get(3)?, row.get(5)?, row.get(8)?);
        let (debit, credit) = (Amount::from_minor(row.get(9)?), Amount::from_minor(row.get(10)?));
        lines.push(Stored {
            account: AccountId(row.get(2)?),
            class: Class::from_word(&class).ok_or(StoreError::Unreadable { what: "class" })?,
            is_cash: row.get(4)?,
            own: own.as_deref().and_then(Activity::from_code),
            has_row: row.get(6)?,
            item: row.get(7)?,
            said: said.as_deref().and_then(Activity::from_code),
            net_debit: debit.minus(credit)?,
        });
    }
    settle(&mut derived, current, &lines)?;
    Ok(derived)
}

fn settle(
    derived: &mut Derived<(i64, AccountId)>,
    (entry, period): (i64, i64),
    lines: &[Stored],
) -> Result<()> {
    let lines: Vec<ActivityLine<'_>> = lines
        .iter()
        .map(|line| ActivityLine {
            account: line.account,
            class: line.class,
            is_cash: line.is_cash,
            own: line.own,
            has_row: line.has_row,
            said: line.said,
            item: line.item.as_deref(),
            net_debit: line.net_debit,
        })
        .collect();
    let found = find(&lines)?;
    for (account, amount) in found.shifts {
        let sum = derived.0.entry((period, account)).or_default();
        *sum = sum.plus(amount)?;
    }
    if !found.gap.is_zero() {
        derived.1.insert(entry, found.gap);
    }
    Ok(())
}

/// What was kept of a whole period.
pub(crate) fn of_period(
    connection: &Connection,
    period: PeriodKey,
) -> Result<BTreeMap<AccountId, Amount>> {
    let mut statement = connection
        .prepare_cached("SELECT account, amount FROM activity_balance WHERE period = ?1")?;
    let rows = statement.query_map([period_id(period)], |row| {
        Ok((AccountId(row.get(0)?), Amount::from_minor(row.get(1)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Derived anew from the lines of some days of a period.
pub(crate) fn of_days(
    connection: &Connection,
    period: PeriodKey,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<BTreeMap<AccountId, Amount>> {
    let mut statement = connection.prepare_cached(include_str!("activities_of_days.sql"))?;
    let (sums, _) = derive(&mut statement.query((period_id(period), day(from), day(to)))?)?;
    Ok(sums.into_iter().map(|((_, account), amount)| (account, amount)).collect())
}

/// The first account and period, or entry, of which something else is kept than its lines say.
pub(crate) fn misfit(connection: &Connection) -> Result<Option<String>> {
    let mut statement = connection.prepare(include_str!("activities.sql"))?;
    let (mut sums, mut gaps) = derive(&mut statement.query([])?)?;
    let mut kept = connection.prepare("SELECT period, account, amount FROM activity_balance")?;
    let mut rows = kept.query([])?;
    while let Some(row) = rows.next()? {
        let (period, account): (i64, i64) = (row.get(0)?, row.get(1)?);
        let sum = sums.remove(&(period, AccountId(account))).unwrap_or_default();
        if sum.minor() != row.get::<_, i64>(2)? {
            return Ok(Some(format!("account {account} in period {period}")));
        }
    }
    if let Some(((period, account), _)) = sums.iter().find(|(_, amount)| !amount.is_zero()) {
        return Ok(Some(format!("account {} in period {period}", account.0)));
    }
    let mut kept = connection.prepare("SELECT entry, amount FROM activity_gap")?;
    let mut rows = kept.query([])?;
    while let Some(row) = rows.next()? {
        let entry: i64 = row.get(0)?;
        if gaps.remove(&entry).unwrap_or_default().minor() != row.get::<_, i64>(1)? {
            return Ok(Some(format!("entry {entry}")));
        }
    }
    Ok(gaps.keys().next().map(|entry| format!("entry {entry}")))
}

/// An entry whose activities are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The entry.
    pub uid: Uuid,
    /// Its word and number.
    pub number: String,
    /// Its day.
    pub date: NaiveDate,
    /// What it says.
    pub memo: String,
    /// Debit minus credit of its operating lines.
    pub amount: Amount,
}

/// The first entries between two days whose activities are open.
///
/// # Errors
/// When the tables cannot be read.
pub fn gaps(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
    limit: u32,
) -> Result<Vec<Gap>> {
    let mut statement = connection.prepare_cached(include_str!("activity_gaps.sql"))?;
    let mut rows = statement.query((day(from), day(to), limit))?;
    let mut gaps = Vec::new();
    while let Some(row) = rows.next()? {
        let word: String = row.get(1)?;
        gaps.push(Gap {
            uid: Uuid::from_slice(&row.get::<_, Vec<u8>>(0)?)
                .map_err(|_| StoreError::Unreadable { what: "uid" })?,
            number: number_text(&word, row.get(2)?),
            date: crate::date(row.get(3)?)?,
            memo: row.get(4)?,
            amount: Amount::from_minor(row.get(5)?),
        });
    }
    Ok(gaps)
}
