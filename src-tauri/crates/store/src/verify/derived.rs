//! Derived figures recomputed from their sources: each query answers the first row that does not fit.

use rusqlite::Connection;

use crate::error::Result;
use crate::payment_habits;

fn first(connection: &Connection, query: &str) -> Result<Option<String>> {
    let mut statement = connection.prepare(query)?;
    let mut rows = statement.query([])?;
    Ok(match rows.next()? {
        Some(row) => Some(row.get(0)?),
        None => None,
    })
}

/// Entries that do not balance, have too few lines, do not sum to their total, or leave a gap in their numbers.
pub(super) fn entry_misfit(connection: &Connection) -> Result<Option<String>> {
    first(connection, include_str!("entries.sql"))
}

/// Account balances against lines and what was brought in.
pub(super) fn account_misfit(connection: &Connection) -> Result<Option<String>> {
    first(connection, include_str!("account_balances.sql"))
}

/// Party balances against lines, and what stands on each party's account against those.
pub(super) fn party_misfit(connection: &Connection) -> Result<Option<String>> {
    match first(connection, include_str!("party_balances.sql"))? {
        None => first(connection, include_str!("party_nets.sql")),
        misfit => Ok(misfit),
    }
}

/// Sums of debit and credit balances against the parties' balances at the end of each period.
pub(super) fn side_misfit(connection: &Connection) -> Result<Option<String>> {
    first(connection, include_str!("side_balances.sql"))
}

/// Cash flow against the tags of cash lines and what was brought in.
pub(super) fn cash_misfit(connection: &Connection) -> Result<Option<String>> {
    first(connection, include_str!("cash_balances.sql"))
}

/// What stands in other currencies against lines.
pub(super) fn currency_misfit(connection: &Connection) -> Result<Option<String>> {
    first(connection, include_str!("currency_balances.sql"))
}

/// Open items against invoices, payments, allocations and reversals, and habits against what was settled.
pub(super) fn open_item_misfit(connection: &Connection) -> Result<Option<String>> {
    match first(connection, include_str!("open_items.sql"))? {
        None => payment_habits::misfit(connection),
        misfit => Ok(misfit),
    }
}
