//! How late each customer usually pays: kept with whatever changes it, because a look ahead asks it of every customer
//! who owes, and read by verification from the invoices again.

use kontor_ledger::forecast::{Habit, habit};
use kontor_ledger::party::PartyId;
use rusqlite::{Connection, Row};

use crate::date;
use crate::error::Result;

/// How many of a customer's latest invoices tell how late they usually pay.
const TELLING: u32 = 24;

/// Works a customer's habit out again, after a change of what they were sold or have paid.
pub(crate) fn keep(connection: &Connection, party: PartyId) -> Result<()> {
    match of(connection, party)? {
        Some(Habit { early, usual, late }) => connection
            .prepare_cached(include_str!("payment_habits/set.sql"))?
            .execute((party.0, early, usual, late))?,
        None => connection
            .prepare_cached("DELETE FROM payment_habit WHERE party = ?1")?
            .execute([party.0])?,
    };
    Ok(())
}

/// The habit behind how many days after its due day each of a customer's latest settled invoices was paid in full.
fn of(connection: &Connection, party: PartyId) -> Result<Option<Habit>> {
    let mut statement = connection.prepare_cached(include_str!("payment_habits/delays.sql"))?;
    let mut rows = statement.query((party.0, TELLING))?;
    let mut delays = Vec::new();
    while let Some(row) = rows.next()? {
        let (due, paid) = (date(row.get(0)?)?, date(row.get(1)?)?);
        delays.push((paid - due).num_days());
    }
    Ok(habit(&delays))
}

/// The habit in a row's columns; nothing where the customer has none.
pub(crate) fn read(row: &Row<'_>) -> Result<Option<Habit>> {
    let usual: Option<i64> = row.get("usual")?;
    let habit = |usual| {
        Ok::<_, rusqlite::Error>(Habit { early: row.get("early")?, usual, late: row.get("late")? })
    };
    Ok(usual.map(habit).transpose()?)
}

/// Compares every habit with what it is made from: the first party whose habit is another.
pub(crate) fn misfit(connection: &Connection) -> Result<Option<String>> {
    let mut statement = connection.prepare(include_str!("payment_habits/walk.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if of(connection, PartyId(row.get("id")?))? != read(row)? {
            return Ok(Some(format!("party {}", row.get::<_, String>("code")?)));
        }
    }
    Ok(None)
}
