//! Parties of a book and what they owe or are owed.

use kontor_ledger::money::Amount;
use kontor_ledger::party::{PartyId, PartyKinds};
use rusqlite::{Connection, OptionalExtension as _, Row};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::search::{self, Noun, Wanted};
use crate::write::Writing;

/// A party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The key within the book.
    pub id: PartyId,
    /// The unique id.
    pub uid: Uuid,
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// What they are to the company.
    pub kinds: PartyKinds,
    /// Their tax number.
    pub tax_number: Option<String>,
    /// Their telephone.
    pub phone: Option<String>,
    /// Their address.
    pub address: Option<String>,
    /// Days until an invoice is due.
    pub terms_days: Option<i64>,
}

/// A party that wants to be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewParty {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// What they are to the company.
    pub kinds: PartyKinds,
    /// Their tax number.
    pub tax_number: Option<String>,
    /// Their telephone.
    pub phone: Option<String>,
    /// Their address.
    pub address: Option<String>,
    /// Days until an invoice is due.
    pub terms_days: Option<i64>,
}

fn read(row: &Row<'_>) -> Result<Party> {
    let kinds: String = row.get("kinds")?;
    Ok(Party {
        id: PartyId(row.get("id")?),
        uid: Uuid::from_bytes(row.get("uid")?),
        code: row.get("code")?,
        name: row.get("name")?,
        kinds: PartyKinds::from_words(kinds.split('/'))
            .ok_or(StoreError::Unreadable { what: "party kinds" })?,
        tax_number: row.get("tax_number")?,
        phone: row.get("phone")?,
        address: row.get("address")?,
        terms_days: row.get("terms_days")?,
    })
}

/// The party of a unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<Party>> {
    let mut statement = connection.prepare_cached("SELECT * FROM party WHERE uid = ?1")?;
    let mut rows = statement.query([uid.as_bytes()])?;
    rows.next()?.map(read).transpose()
}

/// The party of a key.
///
/// # Errors
/// When the book has no such party.
pub fn get(connection: &Connection, id: PartyId) -> Result<Party> {
    let mut statement = connection.prepare_cached("SELECT * FROM party WHERE id = ?1")?;
    let mut rows = statement.query([id.0])?;
    let row = rows.next()?.ok_or(StoreError::Unreadable { what: "party" })?;
    read(row)
}

/// The key of a party's code.
///
/// # Errors
/// When the table cannot be read.
pub fn find_by_code(connection: &Connection, code: &str) -> Result<Option<PartyId>> {
    Ok(connection
        .prepare_cached("SELECT id FROM party WHERE code = ?1")?
        .query_row([code], |row| row.get(0).map(PartyId))
        .optional()?)
}

/// Parties in order of code, after a code.
///
/// # Errors
/// When the table cannot be read.
pub fn list(
    connection: &Connection,
    kind: Option<&str>,
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<Party>> {
    let mut statement = connection.prepare_cached(include_str!("parties/list.sql"))?;
    let mut rows = statement.query((after.unwrap_or(""), kind, limit))?;
    let mut parties = Vec::new();
    while let Some(row) = rows.next()? {
        parties.push(read(row)?);
    }
    Ok(parties)
}

/// Parties that fit a text, the best first, and where the next page begins.
///
/// # Errors
/// When the tables cannot be read.
pub fn search(
    connection: &Connection,
    wanted: &Wanted<'_>,
) -> Result<(Vec<Party>, Option<String>)> {
    let found = search::find(connection, Noun::Party, wanted)?;
    let rows = found.ids.into_iter().map(|id| get(connection, PartyId(id)));
    Ok((rows.collect::<Result<_>>()?, found.next))
}

/// A code nobody has yet: a letter and the next number.
///
/// # Errors
/// When the table cannot be read.
pub fn next_code(connection: &Connection, letter: char) -> Result<String> {
    let last: i64 = connection
        .prepare_cached(include_str!("parties/last_code.sql"))?
        .query_row([format!("{letter}[0-9]*")], |row| row.get(0))?;
    Ok(format!("{letter}{:04}", last + 1))
}

/// Adds a party.
///
/// # Errors
/// When the code is taken or the file cannot be written.
pub fn insert(writing: &mut Writing<'_>, new: &NewParty) -> Result<(PartyId, Uuid)> {
    let uid = writing.next_uid();
    writing.connection().prepare_cached(include_str!("parties/insert.sql"))?.execute((
        uid.as_bytes(),
        &new.code,
        &new.name,
        new.kinds.words().join("/"),
        &new.tax_number,
        &new.phone,
        &new.address,
        new.terms_days,
    ))?;
    let id = writing.connection().last_insert_rowid();
    search::keep(writing.connection(), Noun::Party, id, &[&new.code, &new.name])?;
    Ok((PartyId(id), uid))
}

/// What a party owes on an account, debit positive.
///
/// # Errors
/// When the table cannot be read or a sum does not fit.
pub fn balance(connection: &Connection, party: PartyId, account: i64) -> Result<Amount> {
    let (debit, credit): (i64, i64) = connection
        .prepare_cached(include_str!("parties/balance.sql"))?
        .query_row([account, party.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Amount::from_minor(debit).minus(Amount::from_minor(credit))?)
}
