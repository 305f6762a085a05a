//! Reading papers: pages of a list, one paper, its lines, what settled it.

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::entry::ItemId;
use kontor_ledger::money::{Amount, Quantity};
use kontor_ledger::paper::{PaperId, PaperKind};
use kontor_ledger::party::PartyId;
use kontor_ledger::sale::TaxedAmount;
use rusqlite::{Connection, OptionalExtension as _, Row};
use uuid::Uuid;

use super::number_text;
use crate::date;
use crate::error::{Result, StoreError};
use crate::pages::{Keys, Page};

/// Of one party only the index of its papers is walked, whatever the order: they are few.
const OF_PARTY: &str = "+paper.kind = ?1 AND paper.party = ?2";
const OF_ALL: &str = "paper.kind = ?1 AND ?2 IS NULL";
const MADE_BY: &str = " AND (?3 IS NULL OR paper.prepared_by = ?3)";
const WITH_OPEN: &str = " AND open_item.open IS NOT NULL";

/// In which order papers are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they were recorded: of all parties by number, for numbers are drawn one after the other.
    #[default]
    Recorded,
    /// By date.
    Date,
    /// By number: years, in each the numbers.
    Number,
    /// By what they come to.
    Gross,
}

impl Order {
    /// The order of a word; nothing when there is no such order.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "recorded" => Some(Self::Recorded),
            "date" => Some(Self::Date),
            "number" => Some(Self::Number),
            "gross" => Some(Self::Gross),
            _ => None,
        }
    }

    const fn keys(self) -> Keys {
        match self {
            Self::Recorded => {
                Keys { columns: &["paper.id"], of_row: "SELECT id FROM paper WHERE id = ?1" }
            }
            Self::Date => Keys {
                columns: &["paper.date", "paper.id"],
                of_row: "SELECT date, id FROM paper WHERE id = ?1",
            },
            Self::Number => Keys {
                columns: &["paper.year", "paper.number"],
                of_row: "SELECT year, number FROM paper WHERE id = ?1",
            },
            Self::Gross => Keys {
                columns: &["paper.gross", "paper.id"],
                of_row: "SELECT gross, id FROM paper WHERE id = ?1",
            },
        }
    }
}

/// A paper without its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRow {
    /// The key within the book.
    pub id: PaperId,
    /// The unique id.
    pub uid: Uuid,
    /// The kind.
    pub kind: PaperKind,
    /// The number as it is printed.
    pub number: String,
    /// The document date.
    pub date: NaiveDate,
    /// The party.
    pub party: Option<PartyId>,
    /// The party's unique id.
    pub party_uid: Option<Uuid>,
    /// The party's name as it was then.
    pub party_name: Option<String>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// What it comes to.
    pub total: TaxedAmount,
    /// What is still owed.
    pub open: Amount,
    /// What it is about.
    pub memo: String,
    /// Who made it.
    pub prepared_by: i64,
    /// Whether it was taken back.
    pub is_reversed: bool,
}

/// A line of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLineRow {
    /// Its number within the paper.
    pub no: i64,
    /// The item.
    pub item: Option<ItemId>,
    /// What is printed.
    pub description: String,
    /// How many.
    pub quantity: Quantity,
    /// The price of one, decimal text.
    pub unit_price: String,
    /// Whether the price includes tax.
    pub tax_included: bool,
    /// The code of the tax rate.
    pub rate_code: String,
    /// The tax rate as a fraction, decimal text.
    pub rate: String,
    /// What it comes to.
    pub amounts: TaxedAmount,
}

/// Another paper that settled this one, or was settled by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlementRow {
    /// The other paper.
    pub uid: Uuid,
    /// Its number.
    pub number: String,
    /// When.
    pub date: NaiveDate,
    /// How much.
    pub amount: Amount,
}

/// Which papers a list shows, and in which order; the latest recorded first when nothing is said.
#[derive(Clone, Copy, Debug)]
pub struct Filter {
    /// Of one party only.
    pub party: Option<PartyId>,
    /// With something owed only.
    pub open_only: bool,
    /// Made by one person only.
    pub prepared_by: Option<i64>,
    /// After this one, for the next page.
    pub after: Option<i64>,
    /// By what.
    pub order: Order,
    /// Which way.
    pub is_descending: bool,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            party: None,
            open_only: false,
            prepared_by: None,
            after: None,
            order: Order::default(),
            is_descending: true,
        }
    }
}

impl Filter {
    /// Those of a party have an index in the order they were recorded in; of all, the index of numbers is that.
    const fn keys(&self) -> Keys {
        match (self.order, self.party) {
            (Order::Recorded, None) => Order::Number.keys(),
            (order, _) => order.keys(),
        }
    }

    fn condition(&self) -> String {
        let (of, also) = match (self.party, self.open_only) {
            (Some(_), false) => (OF_PARTY, ""),
            (Some(_), true) => (OF_PARTY, WITH_OPEN),
            (None, true) => (OF_ALL, WITH_OPEN),
            (None, false) => (OF_ALL, ""),
        };
        format!("{of}{MADE_BY}{also}")
    }
}

/// Papers of a kind in an order; a page at a time.
///
/// # Errors
/// When the table cannot be read.
pub fn list(
    connection: &Connection,
    kind: PaperKind,
    filter: Filter,
    limit: u32,
) -> Result<Vec<PaperRow>> {
    if filter.open_only && filter.party.is_none() && filter.order == Order::Recorded {
        return list_open(connection, kind, filter, limit);
    }
    let page = Page {
        select: include_str!("select.sql"),
        condition: &filter.condition(),
        values: vec![
            kind.word().to_owned().into(),
            filter.party.map(|party| party.0).into(),
            filter.prepared_by.into(),
        ],
        keys: filter.keys(),
        is_descending: filter.is_descending,
        after: filter.after.map(Into::into),
        limit,
    };
    page.read(connection, read)
}

/// Those with something owed are found among what is owed, however many were made since.
fn list_open(
    connection: &Connection,
    kind: PaperKind,
    filter: Filter,
    limit: u32,
) -> Result<Vec<PaperRow>> {
    let page = Page {
        select: include_str!("open.sql"),
        condition: "paper.kind = ?1 AND (?2 IS NULL OR paper.prepared_by = ?2)",
        values: vec![kind.word().to_owned().into(), filter.prepared_by.into()],
        keys: Keys { columns: &["open_item.paper"], of_row: "SELECT id FROM paper WHERE id = ?1" },
        is_descending: filter.is_descending,
        after: filter.after.map(Into::into),
        limit,
    };
    let ids = page.read(connection, |row| Ok(PaperId(row.get(0)?)))?;
    ids.into_iter().map(|id| get(connection, id)).collect()
}

/// The paper of a unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn find(connection: &Connection, kind: PaperKind, uid: Uuid) -> Result<Option<PaperRow>> {
    let id = connection
        .prepare_cached("SELECT id FROM paper WHERE uid = ?1 AND kind = ?2")?
        .query_row((uid.as_bytes(), kind.word()), |row| row.get(0).map(PaperId))
        .optional()?;
    id.map(|id| get(connection, id)).transpose()
}

/// The paper of a key.
///
/// # Errors
/// When the book has no such paper.
pub fn get(connection: &Connection, id: PaperId) -> Result<PaperRow> {
    let mut statement =
        connection.prepare_cached(concat!(include_str!("select.sql"), "WHERE paper.id = ?1"))?;
    let mut rows = statement.query([id.0])?;
    read(rows.next()?.ok_or(StoreError::Unreadable { what: "paper" })?)
}

fn read(row: &Row<'_>) -> Result<PaperRow> {
    let kind: String = row.get("kind")?;
    let due: Option<i64> = row.get("due")?;
    let party_uid: Option<Vec<u8>> = row.get("party_uid")?;
    Ok(PaperRow {
        id: PaperId(row.get("id")?),
        uid: Uuid::from_bytes(row.get("uid")?),
        kind: PaperKind::from_word(&kind).ok_or(StoreError::Unreadable { what: "paper kind" })?,
        number: number_text(&kind, row.get("year")?, row.get("number")?),
        date: date(row.get("date")?)?,
        party: row.get::<_, Option<i64>>("party")?.map(PartyId),
        party_uid: party_uid.and_then(|bytes| Uuid::from_slice(&bytes).ok()),
        party_name: row.get("party_name")?,
        due: due.map(date).transpose()?,
        total: amounts(row)?,
        open: Amount::from_minor(row.get::<_, Option<i64>>("open")?.unwrap_or(0)),
        memo: row.get("memo")?,
        prepared_by: row.get("prepared_by")?,
        is_reversed: row.get("is_reversed")?,
    })
}

fn amounts(row: &Row<'_>) -> Result<TaxedAmount> {
    Ok(TaxedAmount {
        net: Amount::from_minor(row.get("net")?),
        tax: Amount::from_minor(row.get("tax")?),
        gross: Amount::from_minor(row.get("gross")?),
    })
}

/// The lines of a paper.
///
/// # Errors
/// When the table cannot be read.
pub fn lines(connection: &Connection, paper: PaperId) -> Result<Vec<PaperLineRow>> {
    let mut statement = connection.prepare_cached(include_str!("lines.sql"))?;
    let mut rows = statement.query([paper.0])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(PaperLineRow {
            no: row.get("no")?,
            item: row.get::<_, Option<i64>>("item")?.map(ItemId),
            description: row.get("description")?,
            quantity: Quantity::from_millionths(row.get("quantity")?),
            unit_price: row.get("unit_price")?,
            tax_included: row.get("tax_included")?,
            rate_code: row.get("rate_code")?,
            rate: row.get("rate")?,
            amounts: amounts(row)?,
        });
    }
    Ok(lines)
}

/// What was paid with a paper, and to which account.
///
/// # Errors
/// When the table cannot be read.
pub fn payments(connection: &Connection, paper: PaperId) -> Result<Vec<(AccountId, Amount)>> {
    let mut statement = connection
        .prepare_cached("SELECT account, amount FROM paper_payment WHERE paper = ?1 ORDER BY no")?;
    let rows = statement.query_map([paper.0], |row| {
        Ok((AccountId(row.get(0)?), Amount::from_minor(row.get(1)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The receipts that settled an invoice, or the invoices that a receipt settled.
///
/// # Errors
/// When the tables cannot be read.
pub fn settlements(connection: &Connection, paper: &PaperRow) -> Result<Vec<SettlementRow>> {
    let text = match paper.kind {
        PaperKind::Sale => include_str!("settled_by.sql"),
        PaperKind::Receipt => include_str!("settles.sql"),
    };
    let mut statement = connection.prepare_cached(text)?;
    let mut rows = statement.query([paper.id.0])?;
    let mut settlements = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get("kind")?;
        settlements.push(SettlementRow {
            uid: Uuid::from_bytes(row.get("uid")?),
            number: number_text(&kind, row.get("year")?, row.get("number")?),
            date: date(row.get("date")?)?,
            amount: Amount::from_minor(row.get("amount")?),
        });
    }
    Ok(settlements)
}

/// The entry that a paper made: its key and unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn entry_of(connection: &Connection, paper: PaperId) -> Result<Option<(i64, Uuid)>> {
    Ok(connection
        .prepare_cached(include_str!("entry_of.sql"))?
        .query_row([paper.0], |row| Ok((row.get(0)?, Uuid::from_bytes(row.get(1)?))))
        .optional()?)
}
