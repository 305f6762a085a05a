//! Parties of a book.

use kontor_ledger::party::{PartyId, PartyKinds};
use rusqlite::{Connection, OptionalExtension as _, Row};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::pages::{Keys, Page};
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

/// The code of the one party that is called so; nothing where none or several are.
///
/// # Errors
/// When the table cannot be read.
pub fn code_of_name(connection: &Connection, name: &str) -> Result<Option<String>> {
    let mut statement = connection
        .prepare_cached("SELECT code FROM party WHERE is_active = 1 AND name = ?1 LIMIT 2")?;
    let mut rows = statement.query([name])?;
    let first = rows.next()?.map(|row| row.get(0)).transpose()?;
    Ok(if rows.next()?.is_some() { None } else { first })
}

/// In which order parties are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By code.
    #[default]
    Code,
    /// By name, letter by letter.
    Name,
}

impl Order {
    /// The order of a word; nothing when there is no such order.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "code" => Some(Self::Code),
            "name" => Some(Self::Name),
            _ => None,
        }
    }

    const fn keys(self) -> Keys {
        match self {
            Self::Code => Keys { columns: &["code"], of_row: "SELECT ?1" },
            Self::Name => Keys {
                columns: &["name", "id"],
                of_row: "SELECT name, id FROM party WHERE code = ?1",
            },
        }
    }
}

/// Parties in an order, after a code; a page at a time.
///
/// # Errors
/// When the table cannot be read.
pub fn list(
    connection: &Connection,
    kind: Option<&str>,
    (order, is_descending): (Order, bool),
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<Party>> {
    let page = Page {
        select: "SELECT * FROM party ",
        condition: "is_active = 1 AND (?1 IS NULL OR instr(kinds, ?1) > 0)",
        values: vec![kind.map(str::to_owned).into()],
        keys: order.keys(),
        is_descending,
        after: after.map(|code| code.to_owned().into()),
        limit,
    };
    page.read(connection, read)
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
