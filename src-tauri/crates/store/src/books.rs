//! What the bound books 账簿 are written from: the lines of an account, of a party on it, of a period's entries; what an
//! account had come to before a day; which other accounts an entry moved. A page costs by its lines and by periods.

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::balance::Turnover;
use kontor_ledger::money::{Amount, Currency, Quantity};
use kontor_ledger::party::PartyId;
use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::balances::BROUGHT_IN;
use crate::entries::number_text;
use crate::error::{Result, StoreError};
use crate::{date, day, period_id, periods};

/// A line of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookLine {
    /// The account it stands on.
    pub account: AccountId,
    /// Where the next page begins when this line ends one: date or number, entry, line.
    pub place: (i64, i64, i64),
    /// The entry.
    pub entry: Uuid,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// What happened.
    pub memo: String,
    /// The party.
    pub party: Option<String>,
    /// The amount on its side.
    pub turnover: Turnover,
    /// The quantity, on the line's side.
    pub quantity: Option<Quantity>,
    /// The amount in another currency, on the line's side.
    pub foreign: Option<(String, i64)>,
}

/// Whose lines a part of a book holds: an account's, or those of one party on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The account.
    pub account: AccountId,
    /// The party.
    pub party: Option<PartyId>,
}

/// What a part had come to before a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// The balance, debit positive.
    pub balance: Amount,
    /// Turnover of the day's period so far.
    pub period: Turnover,
    /// Turnover of the day's year so far.
    pub year: Turnover,
}

/// The lines of a part between two days, after a place, in order of date.
///
/// # Errors
/// When the tables cannot be read.
pub fn lines(
    connection: &Connection,
    part: Part,
    (from, to): (NaiveDate, NaiveDate),
    after: Option<(i64, i64, i64)>,
    limit: u32,
) -> Result<Vec<BookLine>> {
    let (on, entry, no) = after.unwrap_or((day(from), 0, 0));
    let account = part.account.0;
    let until = day(to);
    let mut lines = Vec::new();
    if let Some(party) = part.party {
        let mut statement = connection.prepare_cached(include_str!("books/party_lines.sql"))?;
        let mut rows = statement.query((account, on, entry, no, until, limit, party.0))?;
        while let Some(row) = rows.next()? {
            lines.push(read(row)?);
        }
    } else {
        let mut statement = connection.prepare_cached(include_str!("books/lines.sql"))?;
        let mut rows = statement.query((account, on, entry, no, until, limit))?;
        while let Some(row) = rows.next()? {
            lines.push(read(row)?);
        }
    }
    Ok(lines)
}

/// The lines of the entries of a word in a period, in order of number, after a number and line.
///
/// # Errors
/// When the tables cannot be read.
pub fn entry_lines(
    connection: &Connection,
    (period, word): (PeriodKey, &str),
    (from, to): (NaiveDate, NaiveDate),
    after: (i64, i64),
    limit: u32,
) -> Result<Vec<BookLine>> {
    let mut statement = connection.prepare_cached(include_str!("books/entries.sql"))?;
    let key = (period_id(period), word, after.0, after.1, day(from), day(to), limit);
    let mut rows = statement.query(key)?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let line = read(row)?;
        let place = (row.get("number")?, line.place.1, line.place.2);
        lines.push(BookLine { place, ..line });
    }
    Ok(lines)
}

/// The words entries of a period are numbered under.
///
/// # Errors
/// When the table cannot be read.
pub fn words(connection: &Connection, period: PeriodKey) -> Result<Vec<String>> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT word FROM entry WHERE period = ?1 ORDER BY word")?;
    let rows = statement.query_map([period_id(period)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> Result<BookLine> {
    let word: String = row.get("word")?;
    let quantity: Option<i64> = row.get("quantity")?;
    let currency: Option<String> = row.get("currency")?;
    let foreign: Option<i64> = row.get("foreign_amount")?;
    let on: i64 = row.get("date")?;
    Ok(BookLine {
        account: AccountId(row.get("account")?),
        place: (on, row.get("entry")?, row.get("no")?),
        entry: Uuid::from_bytes(row.get("uid")?),
        number: number_text(&word, row.get("number")?),
        date: date(on)?,
        memo: row.get("memo")?,
        party: row.get("party")?,
        turnover: turnover(row.get("debit")?, row.get("credit")?),
        quantity: quantity.map(Quantity::from_millionths),
        foreign: currency.zip(foreign),
    })
}

fn turnover(debit: i64, credit: i64) -> Turnover {
    Turnover { debit: Amount::from_minor(debit), credit: Amount::from_minor(credit) }
}

/// What a part had come to before a day: whole periods from the balances, the day's own period from its lines.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn before(connection: &Connection, part: Part, from: NaiveDate) -> Result<Before> {
    let periods = periods::list(connection)?;
    let current = periods.iter().find(|one| one.first_day <= from && from <= one.last_day);
    let year = current.map(|one| one.key.year);
    let mut before = Before::default();
    for (period, kind, moved) in by_period(connection, part)? {
        let Some(period) = periods.iter().find(|one| period_id(one.key) == period) else {
            continue;
        };
        let is_past = period.last_day < from;
        match kind {
            0 => before.balance = before.balance.plus(moved.net_debit()?)?,
            BROUGHT_IN if Some(period.key.year) == year => {
                before.year = before.year.plus(moved)?;
            }
            1 | 2 if is_past => {
                before.balance = before.balance.plus(moved.net_debit()?)?;
                if Some(period.key.year) == year {
                    before.year = before.year.plus(moved)?;
                }
            }
            _ => {}
        }
    }
    if let Some(current) = current.filter(|one| one.first_day < from) {
        let last = from.pred_opt().unwrap_or(from);
        let moved = sum(connection, part, current.first_day, last)?;
        before.balance = before.balance.plus(moved.net_debit()?)?;
        before.period = moved;
        before.year = before.year.plus(moved)?;
    }
    Ok(before)
}

/// What moved on a part by period and kind of entry.
///
/// # Errors
/// When the tables cannot be read.
pub fn by_period(connection: &Connection, part: Part) -> Result<Vec<(i64, i64, Turnover)>> {
    let account = part.account.0;
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, turnover(row.get(2)?, row.get(3)?)));
    let rows = if let Some(party) = part.party {
        connection
            .prepare_cached(include_str!("balances/list_by_party.sql"))?
            .query_map((account, party.0), read)?
            .collect::<rusqlite::Result<_>>()?
    } else {
        connection
            .prepare_cached(include_str!("books/by_account.sql"))?
            .query_map([account], read)?
            .collect::<rusqlite::Result<_>>()?
    };
    Ok(rows)
}

/// The quantity a part held before a day, debit positive; costs by the lines before.
///
/// # Errors
/// When the table cannot be read.
pub fn quantity_before(connection: &Connection, part: Part, from: NaiveDate) -> Result<i64> {
    let key = (part.account.0, day(from), part.party.map(|one| one.0));
    Ok(connection
        .prepare_cached(include_str!("books/quantity_before.sql"))?
        .query_row(key, |row| row.get(0))?)
}

/// The amount of another currency a part held before a day, debit positive; costs by its lines in that currency.
///
/// # Errors
/// When the table cannot be read.
pub fn foreign_before(
    connection: &Connection,
    part: Part,
    currency: &str,
    from: NaiveDate,
) -> Result<i64> {
    let key = (part.account.0, currency, day(from), part.party.map(|one| one.0));
    Ok(connection
        .prepare_cached(include_str!("books/foreign_before.sql"))?
        .query_row(key, |row| row.get(0))?)
}

/// The other currency an account has lines in, the first where it has several.
///
/// # Errors
/// When the table cannot be read or names a currency there is not.
pub fn currency(connection: &Connection, account: AccountId) -> Result<Option<Currency>> {
    let mut statement = connection.prepare_cached(include_str!("books/currency.sql"))?;
    let mut rows = statement.query([account.0])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let code: String = row.get(0)?;
    Currency::from_code(&code).map(Some).ok_or(StoreError::Unreadable { what: "currency" })
}

/// The accounts on the other side of an entry 对方科目, at most four.
///
/// # Errors
/// When the table cannot be read.
pub fn counter_accounts(
    connection: &Connection,
    entry: i64,
    is_debit: bool,
) -> Result<Vec<AccountId>> {
    let mut statement = connection.prepare_cached(include_str!("books/counter.sql"))?;
    let rows = statement.query_map((entry, is_debit), |row| row.get(0).map(AccountId))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A party that an account has, or had, something to do with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyOn {
    /// The key.
    pub id: PartyId,
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
}

/// The parties of an account, in order of their codes.
///
/// # Errors
/// When the tables cannot be read.
pub fn parties(connection: &Connection, account: AccountId) -> Result<Vec<PartyOn>> {
    let mut statement = connection.prepare_cached(include_str!("books/parties.sql"))?;
    let mut rows = statement.query([account.0])?;
    let mut parties = Vec::new();
    while let Some(row) = rows.next()? {
        parties.push(PartyOn { id: PartyId(row.get(0)?), code: row.get(1)?, name: row.get(2)? });
    }
    Ok(parties)
}

/// What an invoice was open with on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenOn {
    /// Who owed it.
    pub party: PartyOn,
    /// The invoice's date.
    pub date: NaiveDate,
    /// When it is due.
    pub due: NaiveDate,
    /// How much.
    pub open: Amount,
}

/// What was open on a day, rebuilt from invoices, allocations and reversals up to it; never from what is open now.
/// Costs by the invoices of the book.
///
/// # Errors
/// When the tables cannot be read.
pub fn open_on(connection: &Connection, at: NaiveDate) -> Result<Vec<OpenOn>> {
    let mut statement = connection.prepare_cached(include_str!("books/open_on.sql"))?;
    let mut rows = statement.query([day(at)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let open = Amount::from_minor(row.get("open")?);
        if open.is_zero() {
            continue;
        }
        found.push(OpenOn {
            party: PartyOn { id: PartyId(row.get(0)?), code: row.get(1)?, name: row.get(2)? },
            date: date(row.get("date")?)?,
            due: date(row.get("due")?)?,
            open,
        });
    }
    Ok(found)
}

/// What a part began a span with, and its turnover between the two days, both included.
///
/// # Errors
/// When the tables cannot be read or a sum does not fit.
pub fn moved(
    connection: &Connection,
    part: Part,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<(Amount, Turnover)> {
    let periods = periods::list(connection)?;
    let (mut opening, mut turnover) = (Amount::ZERO, Turnover::default());
    for (period, kind, moved) in by_period(connection, part)? {
        let Some(period) = periods.iter().find(|one| period_id(one.key) == period) else {
            continue;
        };
        match kind {
            0 => opening = opening.plus(moved.net_debit()?)?,
            1 | 2 if period.last_day < from => opening = opening.plus(moved.net_debit()?)?,
            1 | 2 if from <= period.first_day && period.last_day <= to => {
                turnover = turnover.plus(moved)?;
            }
            _ => {}
        }
    }
    // Periods that the span cuts are read line by line.
    for period in &periods {
        let is_cut = period.first_day < from || to < period.last_day;
        if !is_cut || period.last_day < from || to < period.first_day {
            continue;
        }
        let start = from.pred_opt().unwrap_or(from);
        let before = sum(connection, part, period.first_day, start)?;
        opening = opening.plus(before.net_debit()?)?;
        let within = sum(connection, part, period.first_day.max(from), period.last_day.min(to))?;
        turnover = turnover.plus(within)?;
    }
    Ok((opening, turnover))
}

/// The turnover of a part between two days from its lines.
fn sum(connection: &Connection, part: Part, from: NaiveDate, to: NaiveDate) -> Result<Turnover> {
    if to < from {
        return Ok(Turnover::default());
    }
    let key = (part.account.0, day(from), day(to), part.party.map(|one| one.0));
    Ok(connection
        .prepare_cached(include_str!("books/moved.sql"))?
        .query_row(key, |row| Ok(turnover(row.get(0)?, row.get(1)?)))?)
}
