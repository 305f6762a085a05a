//! Tags of posted lines: cash-flow item and activity. The latest counts; the line itself never changes.

use kontor_ledger::account::{Activity, Chart};
use kontor_ledger::balance::Movements;
use kontor_ledger::entry::EntryKind;
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use rusqlite::Connection;
use uuid::Uuid;

use super::{EntryRow, LineRow, activities, get_lines};
use crate::balances;
use crate::error::Result;
use crate::period_id;
use crate::write::Writing;

/// Gives a posted cash line another cash-flow item and moves the cash balances with it.
///
/// # Errors
/// When the file cannot be written or a sum does not fit.
pub fn retag(
    writing: &Writing<'_>,
    entry: &EntryRow,
    row: &LineRow,
    item: Option<&str>,
    activity: Option<Activity>,
    chart: &Chart,
) -> Result<()> {
    let connection = writing.connection();
    let lines = get_lines(connection, entry.id)?;
    let activity = activity.or_else(|| item.and_then(|item| chart.item_activity(item)));
    // A closing entry has no activities.
    let lines = if entry.kind == EntryKind::Normal { lines } else { Vec::new() };
    let before = activities::of_lines(&lines, chart, None)?;
    let after = activities::of_lines(&lines, chart, Some((row.no, item, activity)))?;
    connection.prepare_cached(include_str!("insert_tag.sql"))?.execute((
        entry.id,
        row.no,
        writing.operation(),
        item,
        activity.map(Activity::code),
    ))?;
    let net = row.line.net_debit()?;
    let mut change = Movements::default();
    let key = |item: Option<&str>| (entry.period, item.unwrap_or("").to_owned(), entry.kind);
    let old = change.cash.entry(key(row.line.cash_flow_item.as_deref())).or_default();
    *old = old.minus(net)?;
    let new = change.cash.entry(key(item)).or_default();
    *new = new.plus(net)?;
    for (account, amount) in after.shifts {
        change.activities.insert((entry.period, account), amount);
    }
    for (account, amount) in before.shifts {
        let sum = change.activities.entry((entry.period, account)).or_default();
        *sum = sum.minus(amount)?;
    }
    activities::keep_gap(connection, entry.id, Writing::day(entry.date), after.gap)?;
    balances::apply(connection, change)
}

/// Cash lines of a period that carry no cash-flow item; they hold up its close.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnassignedCash {
    /// How many.
    pub count: u64,
    /// What they come to, in and out together.
    pub amount: Amount,
    /// The first entry that has one.
    pub first: Option<NumberedEntry>,
}

/// An entry by its unique id and its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedEntry {
    /// The unique id.
    pub uid: Uuid,
    /// The number: 记-12.
    pub number: String,
}

/// The cash lines of a period that carry no cash-flow item.
///
/// # Errors
/// When the tables cannot be read.
pub fn unassigned_cash(connection: &Connection, period: PeriodKey) -> Result<UnassignedCash> {
    let mut statement = connection.prepare_cached(include_str!("unassigned_cash.sql"))?;
    let mut rows = statement.query([period_id(period)])?;
    let Some(row) = rows.next()? else { return Ok(UnassignedCash::default()) };
    let count: i64 = row.get(0)?;
    if count == 0 {
        return Ok(UnassignedCash::default());
    }
    let word: String = row.get(3)?;
    Ok(UnassignedCash {
        count: count.unsigned_abs(),
        amount: Amount::from_minor(row.get(1)?),
        first: Some(NumberedEntry {
            uid: Uuid::from_bytes(row.get(5)?),
            number: super::number_text(&word, row.get(4)?),
        }),
    })
}
