//! Items 商品: goods and services the company sells.

use kontor_ledger::entry::ItemId;
use rusqlite::{Connection, OptionalExtension as _, Row};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::pages::{Keys, Page};
use crate::search::{self, Noun, Wanted};
use crate::write::Writing;

/// An item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The key within the book.
    pub id: ItemId,
    /// The unique id.
    pub uid: Uuid,
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// `goods` or `service`.
    pub kind: String,
    /// The unit it is counted in.
    pub unit: Option<String>,
    /// The usual price of one.
    pub unit_price: Option<Decimal>,
    /// The code of its usual tax rate.
    pub rate_code: Option<String>,
}

/// An item that wants to be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewItem {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// `goods` or `service`.
    pub kind: String,
    /// The unit it is counted in.
    pub unit: Option<String>,
    /// The usual price of one.
    pub unit_price: Option<Decimal>,
    /// The code of its usual tax rate.
    pub rate_code: Option<String>,
}

fn read(row: &Row<'_>) -> Result<Item> {
    let unit_price: Option<String> = row.get("unit_price")?;
    Ok(Item {
        id: ItemId(row.get("id")?),
        uid: Uuid::from_bytes(row.get("uid")?),
        code: row.get("code")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        unit: row.get("unit")?,
        unit_price: unit_price
            .map(|text| text.parse().map_err(|_| StoreError::Unreadable { what: "price" }))
            .transpose()?,
        rate_code: row.get("rate_code")?,
    })
}

/// The item of a unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<Item>> {
    let mut statement = connection.prepare_cached("SELECT * FROM item WHERE uid = ?1")?;
    let mut rows = statement.query([uid.as_bytes()])?;
    rows.next()?.map(read).transpose()
}

/// The item of a key.
///
/// # Errors
/// When the book has no such item.
pub fn get(connection: &Connection, id: ItemId) -> Result<Item> {
    let mut statement = connection.prepare_cached("SELECT * FROM item WHERE id = ?1")?;
    let mut rows = statement.query([id.0])?;
    read(rows.next()?.ok_or(StoreError::Unreadable { what: "item" })?)
}

/// The key of an item's code.
///
/// # Errors
/// When the table cannot be read.
pub fn find_by_code(connection: &Connection, code: &str) -> Result<Option<ItemId>> {
    Ok(connection
        .prepare_cached("SELECT id FROM item WHERE code = ?1")?
        .query_row([code], |row| row.get(0).map(ItemId))
        .optional()?)
}

/// The code of the one item that is called so; nothing where none or several are.
///
/// # Errors
/// When the table cannot be read.
pub fn code_of_name(connection: &Connection, name: &str) -> Result<Option<String>> {
    let mut statement = connection
        .prepare_cached("SELECT code FROM item WHERE is_active = 1 AND name = ?1 LIMIT 2")?;
    let mut rows = statement.query([name])?;
    let first = rows.next()?.map(|row| row.get(0)).transpose()?;
    Ok(if rows.next()?.is_some() { None } else { first })
}

/// In which order items are told.
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
                of_row: "SELECT name, id FROM item WHERE code = ?1",
            },
        }
    }
}

/// Items in an order, after a code; a page at a time.
///
/// # Errors
/// When the table cannot be read.
pub fn list(
    connection: &Connection,
    (order, is_descending): (Order, bool),
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<Item>> {
    let page = Page {
        select: "SELECT * FROM item ",
        condition: "is_active = 1",
        values: Vec::new(),
        keys: order.keys(),
        is_descending,
        after: after.map(|code| code.to_owned().into()),
        limit,
    };
    page.read(connection, read)
}

/// Items that fit a text, the best first, and where the next page begins.
///
/// # Errors
/// When the tables cannot be read.
pub fn search(connection: &Connection, wanted: &Wanted<'_>) -> Result<(Vec<Item>, Option<String>)> {
    let found = search::find(connection, Noun::Item, wanted)?;
    let rows = found.ids.into_iter().map(|id| get(connection, ItemId(id)));
    Ok((rows.collect::<Result<_>>()?, found.next))
}

/// The codes of rates that somebody typed for an item, each once.
///
/// # Errors
/// When the table cannot be read.
pub fn typed_rates(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(include_str!("items/typed_rates.sql"))?;
    let codes = statement.query_map([], |row| row.get(0))?;
    Ok(codes.collect::<rusqlite::Result<_>>()?)
}

/// A code nobody has yet: P and the next number.
///
/// # Errors
/// When the table cannot be read.
pub fn next_code(connection: &Connection) -> Result<String> {
    let last: i64 = connection
        .prepare_cached(include_str!("items/last_code.sql"))?
        .query_row([], |row| row.get(0))?;
    Ok(format!("P{:04}", last + 1))
}

/// Adds an item.
///
/// # Errors
/// When the code is taken or the file cannot be written.
pub fn insert(writing: &mut Writing<'_>, new: &NewItem) -> Result<(ItemId, Uuid)> {
    let uid = writing.next_uid();
    writing.connection().prepare_cached(include_str!("items/insert.sql"))?.execute((
        uid.as_bytes(),
        &new.code,
        &new.name,
        &new.kind,
        &new.unit,
        new.unit_price.map(|price| price.to_string()),
        &new.rate_code,
    ))?;
    let id = writing.connection().last_insert_rowid();
    search::keep(writing.connection(), Noun::Item, id, &[&new.code, &new.name])?;
    Ok((ItemId(id), uid))
}
