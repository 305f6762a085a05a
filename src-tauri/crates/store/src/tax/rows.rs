//! Tax rows: those of papers and those recorded for entries' lines, one list. What was taken back stands once more with
//! the other sign, in the period it was taken back in (红字).

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, OptionalExtension as _, Row};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::decimal;
use crate::entries::number_text;
use crate::error::Result;
use crate::write::Writing;
use crate::{date, day, period_id};

/// A tax row about to be recorded for a line.
#[derive(Clone, Debug)]
pub struct NewTaxRow {
    /// The key of the entry.
    pub entry: i64,
    /// The line's number.
    pub line: i64,
    /// Its kind, as the rules word it.
    pub kind: &'static str,
    /// What the tax is reckoned on.
    pub base: Amount,
    /// The rate as a fraction.
    pub rate: Decimal,
    /// The tax.
    pub tax: Amount,
    /// `special`, `ordinary` or `other`; nothing without an invoice.
    pub invoice_kind: Option<String>,
    /// The invoice's number.
    pub invoice_number: Option<String>,
    /// The period whose return it belongs to.
    pub tax_period: PeriodKey,
}

/// Records tax rows; for each line they take the place of what was recorded before.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, rows: &[NewTaxRow]) -> Result<()> {
    let mut statement = writing.connection().prepare_cached(include_str!("insert.sql"))?;
    for (no, row) in (1_i64..).zip(rows) {
        statement.execute(rusqlite::params![
            row.entry,
            row.line,
            writing.operation(),
            no,
            row.kind,
            row.base.minor(),
            row.rate.to_string(),
            row.tax.minor(),
            row.invoice_kind,
            row.invoice_number,
            period_id(row.tax_period),
        ])?;
    }
    Ok(())
}

/// Periods one after the other, and their days.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    /// The first and the last period.
    pub periods: (PeriodKey, PeriodKey),
    /// The first and the last day.
    pub days: (NaiveDate, NaiveDate),
}

/// The sum of tax rows that are alike.
#[derive(Clone, Debug)]
pub struct TaxSum {
    /// The kind; of papers the code of their rate, which says it.
    pub kind: String,
    /// The rate as a fraction.
    pub rate: Decimal,
    /// The kind of invoice.
    pub invoice_kind: Option<String>,
    /// What the tax is reckoned on.
    pub base: Amount,
    /// The tax.
    pub tax: Amount,
    /// How many rows.
    pub count: i64,
}

/// The sums of all tax rows of some periods.
///
/// # Errors
/// When the tables cannot be read.
pub fn sums(connection: &Connection, of: Days) -> Result<Vec<TaxSum>> {
    let periods = (period_id(of.periods.0), period_id(of.periods.1));
    let days = (day(of.days.0), day(of.days.1));
    let mut sums = Vec::new();
    for (text, between) in [
        (include_str!("paper_sums.sql"), periods),
        (include_str!("reversed_paper_sums.sql"), days),
        (include_str!("entry_sums.sql"), periods),
        (include_str!("reversed_entry_sums.sql"), days),
    ] {
        let mut statement = connection.prepare_cached(text)?;
        let mut rows = statement.query(between)?;
        while let Some(row) = rows.next()? {
            let rate: String = row.get(1)?;
            sums.push(TaxSum {
                kind: row.get(0)?,
                rate: decimal(&rate)?,
                invoice_kind: row.get(2)?,
                base: Amount::from_minor(row.get(3)?),
                tax: Amount::from_minor(row.get(4)?),
                count: row.get(5)?,
            });
        }
    }
    Ok(sums)
}

/// A tax row with what it belongs to.
#[derive(Clone, Debug)]
pub struct TaxRow {
    /// Where the next page begins when this row ends one: paper or entry, line, row.
    pub place: (i64, i64, i64),
    /// The kind; of papers the code of their rate, which says it.
    pub kind: String,
    /// The rate as a fraction.
    pub rate: Decimal,
    /// What the tax is reckoned on.
    pub base: Amount,
    /// The tax.
    pub tax: Amount,
    /// The kind of invoice.
    pub invoice_kind: Option<String>,
    /// The number of the invoice.
    pub invoice_number: Option<String>,
    /// The day.
    pub date: NaiveDate,
    /// The party.
    pub party: Option<String>,
    /// What happened.
    pub memo: String,
    /// The entry.
    pub entry: Uuid,
    /// Its number.
    pub number: String,
}

/// Where tax rows come from, in the order they are listed.
const SOURCES: [&str; 4] = [
    include_str!("paper_rows.sql"),
    include_str!("reversed_paper_rows.sql"),
    include_str!("entry_rows.sql"),
    include_str!("reversed_entry_rows.sql"),
];

/// The tax rows of a period from one of the sources (0 to 3), after a place; nothing when there is no such source.
///
/// # Errors
/// When the tables cannot be read.
pub fn rows(
    connection: &Connection,
    source: usize,
    of: Days,
    after: (i64, i64, i64),
    limit: u32,
) -> Result<Option<Vec<TaxRow>>> {
    let Some(text) = SOURCES.get(source) else { return Ok(None) };
    let mut statement = connection.prepare_cached(text)?;
    let (from, to) = (day(of.days.0), day(of.days.1));
    let values = (period_id(of.periods.0), from, to, after.0, after.1, after.2, limit);
    let mut rows = statement.query(values)?;
    let mut read = Vec::new();
    while let Some(row) = rows.next()? {
        let rate: String = row.get("rate")?;
        let word: String = row.get("word")?;
        read.push(TaxRow {
            place: (row.get("place")?, row.get("line")?, row.get("no")?),
            kind: row.get("kind")?,
            rate: decimal(&rate)?,
            base: Amount::from_minor(row.get("base")?),
            tax: Amount::from_minor(row.get("tax")?),
            invoice_kind: row.get("invoice_kind")?,
            invoice_number: row.get("invoice_number")?,
            date: date(row.get("date")?)?,
            party: row.get("party")?,
            memo: row.get("memo")?,
            entry: Uuid::from_bytes(row.get("uid")?),
            number: number_text(&word, row.get("number")?),
        });
    }
    Ok(Some(read))
}

/// The entry an invoice number is recorded with already, other than a line of one entry: its unique id and number.
///
/// # Errors
/// When the tables cannot be read.
pub fn invoice(
    connection: &Connection,
    number: &str,
    (entry, line): (i64, i64),
) -> Result<Option<(Uuid, String)>> {
    let read = |row: &Row<'_>| -> rusqlite::Result<(Uuid, String)> {
        let word: String = row.get(1)?;
        Ok((Uuid::from_bytes(row.get(0)?), number_text(&word, row.get(2)?)))
    };
    let of_paper = connection
        .prepare_cached(include_str!("invoice_of_paper.sql"))?
        .query_row([number], read)
        .optional()?;
    if of_paper.is_some() {
        return Ok(of_paper);
    }
    let of_entry = connection
        .prepare_cached(include_str!("invoice_of_entry.sql"))?
        .query_row((number, entry, line), read)
        .optional()?;
    Ok(of_entry)
}

/// A line on a tax account that no tax row speaks of.
#[derive(Clone, Debug)]
pub struct UntaxedLine {
    /// The entry.
    pub entry: Uuid,
    /// Its number.
    pub number: String,
    /// The line's number within it.
    pub line: i64,
    /// The day.
    pub date: NaiveDate,
    /// What happened.
    pub memo: String,
    /// The amount on the side that was asked for.
    pub amount: Amount,
}

/// The lines on one side of an account, between two days, that neither a paper nor a tax row speaks of.
///
/// # Errors
/// When the tables cannot be read.
pub fn untaxed(
    connection: &Connection,
    account: AccountId,
    is_debit: bool,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<UntaxedLine>> {
    let mut statement = connection.prepare_cached(include_str!("untaxed.sql"))?;
    let side = if is_debit { "debit" } else { "credit" };
    let mut rows = statement.query((account.0, day(from), day(to), side))?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let word: String = row.get("word")?;
        lines.push(UntaxedLine {
            entry: Uuid::from_bytes(row.get("uid")?),
            number: number_text(&word, row.get("number")?),
            line: row.get("no")?,
            date: date(row.get("date")?)?,
            memo: row.get("memo")?,
            amount: Amount::from_minor(row.get(side)?),
        });
    }
    Ok(lines)
}

/// Input tax posted up to a day that is kept for a refund of a period after the given one; of every period where none is
/// given.
///
/// # Errors
/// When the tables cannot be read.
pub fn export_pending(
    connection: &Connection,
    after: Option<PeriodKey>,
    until: NaiveDate,
) -> Result<Amount> {
    let minor = connection
        .prepare_cached(include_str!("export_pending.sql"))?
        .query_row((after.map_or(0, period_id), day(until)), |row| row.get(0))?;
    Ok(Amount::from_minor(minor))
}
