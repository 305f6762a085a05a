//! Generated entries: which generator made an entry and for which period, and what the company decided about them.

use kontor_ledger::account::AccountId;
use kontor_ledger::balance::Turnover;
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use rusqlite::Connection;
use uuid::Uuid;

use crate::entries::{get_lines, number_text};
use crate::error::Result;
use crate::write::Writing;
use crate::{entry_kind, period_id, period_key};

/// Where a generated entry comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The generator, by its word.
    pub generator: String,
    /// Which of its entries.
    pub key: String,
    /// The period it was made for, which need not be the one that holds it.
    pub period: PeriodKey,
}

/// An entry posted for a generator, or one that takes such an entry back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedRow {
    /// The generator, by its word.
    pub generator: String,
    /// Which of its entries.
    pub key: String,
    /// The entry.
    pub uid: Uuid,
    /// Its number.
    pub number: String,
    /// The period that holds it.
    pub period: PeriodKey,
    /// What it is for.
    pub kind: EntryKind,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// What was posted for a period by generators, and what took any of it back within the same period.
///
/// # Errors
/// When the tables cannot be read.
pub fn of_period(connection: &Connection, period: PeriodKey) -> Result<Vec<GeneratedRow>> {
    let mut statement = connection.prepare_cached(include_str!("generated/of_period.sql"))?;
    let mut rows = statement.query([period_id(period)])?;
    let mut generated = Vec::new();
    while let Some(row) = rows.next()? {
        let word: String = row.get(3)?;
        let lines = get_lines(connection, row.get(5)?)?;
        generated.push(GeneratedRow {
            generator: row.get(0)?,
            key: row.get(1)?,
            uid: Uuid::from_bytes(row.get(2)?),
            number: number_text(&word, row.get(4)?),
            period: period_key(row.get(6)?)?,
            kind: entry_kind(row.get(7)?)?,
            lines: lines.into_iter().map(|row| row.line).collect(),
        });
    }
    Ok(generated)
}

/// Writes where a posted entry comes from.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, entry: i64, origin: &Origin) -> Result<()> {
    writing.connection().prepare_cached(include_str!("generated/insert.sql"))?.execute((
        entry,
        writing.operation(),
        &origin.generator,
        &origin.key,
        period_id(origin.period),
    ))?;
    Ok(())
}

/// Where the movement of an account lies, seen from a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// Before the fiscal year of the period.
    Earlier,
    /// In its fiscal year, before the period.
    Year,
    /// In the period.
    Period,
}

/// What moved on an account, by span and kind; opening and brought-in turnover stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The account.
    pub account: AccountId,
    /// When.
    pub span: Span,
    /// The kind of entry; nothing for turnover of the year that was brought in, which is in no balance.
    pub kind: Option<EntryKind>,
    /// How much.
    pub turnover: Turnover,
}

/// Everything that moved on accounts up to the end of a period: it follows accounts and years, not entries.
///
/// # Errors
/// When the table cannot be read.
pub fn moved(connection: &Connection, period: PeriodKey) -> Result<Vec<Moved>> {
    let mut statement = connection.prepare_cached(include_str!("generated/moved.sql"))?;
    let mut rows = statement.query((period_id(period), i64::from(period.year) * 100))?;
    let mut moved = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: i64 = row.get(2)?;
        moved.push(Moved {
            account: AccountId(row.get(0)?),
            span: match row.get(1)? {
                0_i64 => Span::Earlier,
                1 => Span::Year,
                _ => Span::Period,
            },
            kind: (kind != crate::balances::BROUGHT_IN).then(|| entry_kind(kind)).transpose()?,
            turnover: Turnover {
                debit: Amount::from_minor(row.get(3)?),
                credit: Amount::from_minor(row.get(4)?),
            },
        });
    }
    Ok(moved)
}

/// What a company decided about generated entries, from which period on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenerationPolicy {
    /// The first period it holds for.
    pub from: PeriodKey,
    /// Whether profit and loss is transferred every period 账结法, not only at the end of the year 表结法.
    pub is_monthly: bool,
    /// The generators that do not run, by their words.
    pub off: Vec<String>,
    /// The generators whose rule the company authorised, by their words.
    pub authorised: Vec<String>,
    /// The capital registered, where it is not what has been paid in.
    pub registered_capital: Option<Amount>,
}

/// Every policy, the one decided last at the end.
///
/// # Errors
/// When the table cannot be read.
pub fn policies(connection: &Connection) -> Result<Vec<GenerationPolicy>> {
    let mut statement = connection.prepare_cached(include_str!("generated/policies.sql"))?;
    let mut rows = statement.query([])?;
    let mut policies = Vec::new();
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect();
    while let Some(row) = rows.next()? {
        policies.push(GenerationPolicy {
            from: period_key(row.get(0)?)?,
            is_monthly: row.get(1)?,
            off: words(row.get(2)?),
            authorised: words(row.get(3)?),
            registered_capital: row.get::<_, Option<i64>>(4)?.map(Amount::from_minor),
        });
    }
    Ok(policies)
}

/// Decides a policy.
///
/// # Errors
/// When the file cannot be written.
pub fn insert_policy(writing: &Writing<'_>, policy: &GenerationPolicy) -> Result<()> {
    writing.connection().prepare_cached(include_str!("generated/insert_policy.sql"))?.execute((
        writing.operation(),
        period_id(policy.from),
        policy.is_monthly,
        policy.off.join(" "),
        policy.authorised.join(" "),
        policy.registered_capital.map(Amount::minor),
    ))?;
    Ok(())
}
