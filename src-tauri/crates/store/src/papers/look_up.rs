//! Papers by what a person remembers of them: a number, an amount.

use kontor_ledger::money::Amount;
use kontor_ledger::paper::{PaperId, PaperKind};
use rusqlite::{Connection, OptionalExtension as _};

use super::read::{PaperRow, get};
use crate::error::Result;

/// The paper of a kind, a year and a number.
///
/// # Errors
/// When the tables cannot be read.
pub fn by_number(
    connection: &Connection,
    kind: PaperKind,
    year: i32,
    number: i64,
) -> Result<Option<PaperRow>> {
    let id = connection
        .prepare_cached("SELECT id FROM paper WHERE kind = ?1 AND year = ?2 AND number = ?3")?
        .query_row((kind.word(), year, number), |row| row.get(0).map(PaperId))
        .optional()?;
    id.map(|id| get(connection, id)).transpose()
}

/// Papers of a kind that come to an amount, the latest first; of one person's, those among the latest hundreds.
///
/// # Errors
/// When the tables cannot be read.
pub fn by_gross(
    connection: &Connection,
    kind: PaperKind,
    amount: Amount,
    prepared_by: Option<i64>,
    limit: u32,
) -> Result<Vec<PaperRow>> {
    let mut statement = connection.prepare_cached(include_str!("by_gross.sql"))?;
    let ids =
        statement.query_map((amount.minor(), prepared_by, limit, kind.word()), |row| row.get(0))?;
    let ids: Vec<i64> = ids.collect::<rusqlite::Result<_>>()?;
    ids.into_iter().map(|id| get(connection, PaperId(id))).collect()
}
