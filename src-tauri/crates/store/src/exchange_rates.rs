//! Rates of exchange by day: typed or imported, never changed; of two of one day the later counts.

use chrono::NaiveDate;
use kontor_ledger::money::Currency;
use rusqlite::{Connection, OptionalExtension as _, Row};
use rust_decimal::Decimal;

use crate::error::{Result, StoreError};
use crate::write::Writing;
use crate::{date, day};

/// The rate of a currency on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeRate {
    /// The currency.
    pub currency: Currency,
    /// The day.
    pub date: NaiveDate,
    /// Units of the book's currency for one unit of it.
    pub rate: Decimal,
    /// Who says so; may be empty.
    pub source: String,
}

/// A rate as it was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its key.
    pub id: i64,
    /// The rate.
    pub rate: ExchangeRate,
    /// Who wrote it down.
    pub by: String,
    /// On which day: `2026-03-05`.
    pub on: String,
}

/// Every currency that has a rate.
///
/// # Errors
/// When the table cannot be read.
pub fn currencies(connection: &Connection) -> Result<Vec<Currency>> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT currency FROM exchange_rate ORDER BY currency")?;
    let codes = statement.query_map([], |row| row.get::<_, String>(0))?;
    let codes = codes.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(codes.iter().filter_map(|code| Currency::from_code(code)).collect())
}

/// Writes a rate down.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, rate: &ExchangeRate) -> Result<()> {
    writing.connection().prepare_cached(include_str!("exchange_rates/insert.sql"))?.execute((
        writing.operation(),
        rate.currency.code(),
        day(rate.date),
        rate.rate.normalize().to_string(),
        &rate.source,
    ))?;
    Ok(())
}

/// The last rate of a currency within days.
///
/// # Errors
/// When the table cannot be read.
pub fn last(
    connection: &Connection,
    currency: Currency,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Option<ExchangeRate>> {
    one(connection, include_str!("exchange_rates/last.sql"), currency, from, to)
}

/// The first rate of a currency within days.
///
/// # Errors
/// When the table cannot be read.
pub fn first(
    connection: &Connection,
    currency: Currency,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Option<ExchangeRate>> {
    one(connection, include_str!("exchange_rates/first.sql"), currency, from, to)
}

/// The key of the rate that counts for a currency on a day.
///
/// # Errors
/// When the table cannot be read.
pub fn last_key(
    connection: &Connection,
    currency: Currency,
    date: NaiveDate,
) -> Result<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT max(id) FROM exchange_rate WHERE currency = ?1 AND date = ?2")?
        .query_row((currency.code(), day(date)), |row| row.get(0))?)
}

fn one(
    connection: &Connection,
    query: &str,
    currency: Currency,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Option<ExchangeRate>> {
    let found = connection
        .prepare_cached(query)?
        .query_row((currency.code(), day(from), day(to)), |row| Ok(read(row)))
        .optional()?;
    found.transpose()
}

/// A page of rates, the latest day first; `before` is the day and key of the last one seen.
///
/// # Errors
/// When the table cannot be read.
pub fn list(
    connection: &Connection,
    currency: Option<Currency>,
    before: Option<(NaiveDate, i64)>,
    count: u32,
) -> Result<Vec<Recorded>> {
    let mut statement = connection.prepare_cached(include_str!("exchange_rates/list.sql"))?;
    let (until, id) = before.map_or((i64::MAX, i64::MAX), |(date, id)| (day(date), id));
    let code = currency.map(|currency| currency.code().to_owned());
    let mut rows = statement.query((code, until, id, count))?;
    let mut page = Vec::new();
    while let Some(row) = rows.next()? {
        page.push(Recorded { id: row.get(0)?, rate: read(row)?, by: row.get(5)?, on: row.get(6)? });
    }
    Ok(page)
}

fn read(row: &Row<'_>) -> Result<ExchangeRate> {
    let (code, rate): (String, String) = (row.get(1)?, row.get(3)?);
    let unreadable = || StoreError::Unreadable { what: "exchange rate" };
    Ok(ExchangeRate {
        currency: Currency::from_code(&code).ok_or_else(unreadable)?,
        date: date(row.get(2)?)?,
        rate: Decimal::from_str_exact(&rate).map_err(|_| unreadable())?,
        source: row.get(4)?,
    })
}
