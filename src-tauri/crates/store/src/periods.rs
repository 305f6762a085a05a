//! Periods of a book.

use kontor_ledger::period::{Period, PeriodKey, PeriodState};
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::write::Writing;
use crate::{date, day, period_id, period_key};

/// All periods in order of time.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<Period>> {
    let mut statement = connection
        .prepare_cached("SELECT id, first_day, last_day, state FROM period ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut periods = Vec::new();
    while let Some(row) = rows.next()? {
        periods.push(Period {
            key: period_key(row.get(0)?)?,
            first_day: date(row.get(1)?)?,
            last_day: date(row.get(2)?)?,
            state: state(row.get(3)?)?,
        });
    }
    Ok(periods)
}

/// Adds periods, as at the beginning of a book or of a year.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, periods: &[Period]) -> Result<()> {
    let mut insert = writing.connection().prepare_cached(
        "INSERT INTO period (id, first_day, last_day, state) VALUES (?1, ?2, ?3, 0)",
    )?;
    for period in periods {
        insert.execute((period_id(period.key), day(period.first_day), day(period.last_day)))?;
    }
    Ok(())
}

/// Puts other periods in the place of all there are, as while nothing is posted yet.
///
/// # Errors
/// When something refers to one of them or the file cannot be written.
pub fn replace(writing: &Writing<'_>, periods: &[Period]) -> Result<()> {
    writing.connection().execute("DELETE FROM period", [])?;
    insert(writing, periods)
}

/// Opens a period, closes it softly or for good.
///
/// # Errors
/// When the file cannot be written.
pub fn set_state(writing: &Writing<'_>, key: PeriodKey, state: PeriodState) -> Result<()> {
    writing
        .connection()
        .prepare_cached("UPDATE period SET state = ?2 WHERE id = ?1")?
        .execute((period_id(key), state_id(state)))?;
    Ok(())
}

const fn state_id(state: PeriodState) -> i64 {
    match state {
        PeriodState::Open => 0,
        PeriodState::SoftClosed => 1,
        PeriodState::Closed => 2,
    }
}

const fn state(id: i64) -> Result<PeriodState> {
    match id {
        0 => Ok(PeriodState::Open),
        1 => Ok(PeriodState::SoftClosed),
        2 => Ok(PeriodState::Closed),
        _ => Err(StoreError::Unreadable { what: "period" }),
    }
}
