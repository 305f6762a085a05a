//! Cards of long-lived assets and what happened to them. A card whose first event was taken back is as if it had not been.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::depreciation::{
    Asset, AssetClass, BroughtIn, Change, Convention, Method, Month, Terms,
};
use kontor_ledger::money::{Amount, Quantity};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::write::Writing;
use crate::{date, day};

/// Names a card within one book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AssetId(pub i64);

/// What names a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// Whether it can be touched.
    pub class: AssetClass,
    /// Where it stands, or who has it.
    pub place: Option<String>,
    /// The account of its cost.
    pub cost_account: AccountId,
    /// The account of what has been charged.
    pub accumulated_account: AccountId,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It came, charged to an account from then on.
    Acquired {
        /// What it cost.
        cost: Amount,
        /// How it is charged.
        terms: Terms,
        /// What was charged before this book.
        brought_in: Option<BroughtIn>,
        /// The account it is charged to.
        expense: AccountId,
    },
    /// Cost was added.
    Added(Amount),
    /// Other terms, or another account it is charged to.
    Revised {
        /// How it is charged.
        terms: Terms,
        /// The account it is charged to.
        expense: AccountId,
    },
    /// What it did in the month of the day; the latest counts.
    Units(Quantity),
    /// It went, for so much without tax.
    Disposed(Amount),
}

impl What {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Acquired { .. } => "acquired",
            Self::Added(_) => "added",
            Self::Revised { .. } => "revised",
            Self::Units(_) => "units",
            Self::Disposed(_) => "disposed",
        }
    }
}

/// An event of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The key within the book; nothing while it is planned.
    pub id: i64,
    /// The operation that made it.
    pub operation: i64,
    /// The day it counts from.
    pub day: NaiveDate,
    /// What happened.
    pub what: What,
}

/// A card with what happened to it, in the order it was written; an event taken back is not among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetRow {
    /// The key within the book.
    pub id: AssetId,
    /// The unique id.
    pub uid: Uuid,
    /// What names it.
    pub card: Card,
    /// What happened to it.
    pub events: Vec<Event>,
}

impl AssetRow {
    /// What its schedule needs; nothing for a card whose coming was taken back.
    #[must_use]
    pub fn asset(&self, is_chinese: bool) -> Option<Asset> {
        let mut asset: Option<Asset> = None;
        for event in &self.events {
            match (&event.what, &mut asset) {
                (What::Acquired { cost, terms, brought_in, .. }, _) => {
                    asset = Some(Asset {
                        convention: Convention::of(is_chinese, self.card.class),
                        in_use: event.day,
                        cost: *cost,
                        terms: *terms,
                        brought_in: *brought_in,
                        changes: Vec::new(),
                        units: BTreeMap::new(),
                        disposed: None,
                    });
                }
                (_, None) => {}
                (What::Added(amount), Some(asset)) => {
                    asset.changes.push(Change::Added(event.day, *amount));
                }
                (What::Revised { terms, .. }, Some(asset)) => {
                    // One that changes only the account does not begin the method anew.
                    let from = Month::of(event.day);
                    if asset.terms_at(from) != *terms {
                        asset.changes.push(Change::Revised(from, *terms));
                    }
                }
                (What::Units(units), Some(asset)) => {
                    asset.units.insert(Month::of(event.day), *units);
                }
                (What::Disposed(_), Some(asset)) => asset.disposed = Some(event.day),
            }
        }
        asset
    }

    /// The account it is charged to in a month.
    #[must_use]
    pub fn expense(&self, month: Month) -> Option<AccountId> {
        let mut account = None;
        let mut since = None;
        for event in &self.events {
            let (from, expense) = match &event.what {
                What::Acquired { expense, .. } => (None, *expense),
                What::Revised { expense, .. } => (Some(Month::of(event.day)), *expense),
                _ => continue,
            };
            if from.is_none_or(|from| from <= month) && from >= since {
                (account, since) = (Some(expense), from);
            }
        }
        account
    }
}

/// Every card, in order of code.
///
/// # Errors
/// When the tables cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<AssetRow>> {
    let mut events = events(connection, None)?;
    let mut statement = connection.prepare_cached("SELECT * FROM asset ORDER BY code")?;
    let mut rows = statement.query([])?;
    let mut assets = Vec::new();
    while let Some(row) = rows.next()? {
        let asset = read(row, &mut events)?;
        if matches!(asset.events.first().map(|event| &event.what), Some(What::Acquired { .. })) {
            assets.push(asset);
        }
    }
    Ok(assets)
}

/// The card of a unique id.
///
/// # Errors
/// When the tables cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<AssetRow>> {
    let mut statement = connection.prepare_cached("SELECT * FROM asset WHERE uid = ?1")?;
    let mut rows = statement.query([uid.as_bytes()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let id: i64 = row.get("id")?;
    read(row, &mut events(connection, Some(id))?).map(Some)
}

/// The key of a card's code.
///
/// # Errors
/// When the table cannot be read.
pub fn find_by_code(connection: &Connection, code: &str) -> Result<Option<AssetId>> {
    Ok(connection
        .prepare_cached("SELECT id FROM asset WHERE code = ?1")?
        .query_row([code], |row| row.get(0).map(AssetId))
        .optional()?)
}

/// The next free code of a class: FA001 of things, IA001 of rights.
///
/// # Errors
/// When the table cannot be read.
pub fn next_code(connection: &Connection, class: AssetClass) -> Result<String> {
    let letters = if class == AssetClass::Tangible { "FA" } else { "IA" };
    let last: Option<i64> = connection
        .prepare_cached(include_str!("assets/last_code.sql"))?
        .query_row([letters], |row| row.get(0))?;
    Ok(format!("{letters}{:03}", last.unwrap_or(0) + 1))
}

fn read(row: &Row<'_>, events: &mut BTreeMap<i64, Vec<Event>>) -> Result<AssetRow> {
    let class: String = row.get("class")?;
    let id: i64 = row.get("id")?;
    Ok(AssetRow {
        id: AssetId(id),
        uid: Uuid::from_bytes(row.get("uid")?),
        card: Card {
            code: row.get("code")?,
            name: row.get("name")?,
            class: AssetClass::from_word(&class)
                .ok_or(StoreError::Unreadable { what: "asset class" })?,
            place: row.get("place")?,
            cost_account: AccountId(row.get("cost_account")?),
            accumulated_account: AccountId(row.get("accumulated_account")?),
        },
        events: events.remove(&id).unwrap_or_default(),
    })
}

fn events(connection: &Connection, asset: Option<i64>) -> Result<BTreeMap<i64, Vec<Event>>> {
    let mut statement = connection.prepare_cached(include_str!("assets/events.sql"))?;
    let mut rows = statement.query([asset])?;
    let mut events: BTreeMap<i64, Vec<Event>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        events.entry(row.get("asset")?).or_default().push(read_event(row)?);
    }
    Ok(events)
}

fn read_event(row: &Row<'_>) -> Result<Event> {
    let unreadable = || StoreError::Unreadable { what: "asset event" };
    let amount = |name: &str| -> Result<Option<Amount>> {
        Ok(row.get::<_, Option<i64>>(name)?.map(Amount::from_minor))
    };
    let units = |name: &str| -> Result<Quantity> {
        Ok(Quantity::from_millionths(row.get::<_, Option<i64>>(name)?.unwrap_or(0)))
    };
    let terms = || -> Result<Terms> {
        let method: String = row.get("method")?;
        Ok(Terms {
            method: Method::from_word(&method).ok_or_else(unreadable)?,
            residual: amount("residual")?.unwrap_or_default(),
            life_months: row.get("life_months")?,
            total_units: units("total_units")?,
        })
    };
    let expense = || -> Result<AccountId> { Ok(AccountId(row.get("expense_account")?)) };
    let kind: String = row.get("kind")?;
    let moved = amount("amount")?.unwrap_or_default();
    let what = match kind.as_str() {
        "acquired" => {
            let before: Option<i64> = row.get("brought_in")?;
            let accumulated = amount("accumulated")?.unwrap_or_default();
            let units = units("units")?;
            let brought_in = before
                .map(|as_of| date(as_of).map(|as_of| BroughtIn { as_of, accumulated, units }))
                .transpose()?;
            What::Acquired { cost: moved, terms: terms()?, brought_in, expense: expense()? }
        }
        "added" => What::Added(moved),
        "revised" => What::Revised { terms: terms()?, expense: expense()? },
        "units" => What::Units(units("units")?),
        "disposed" => What::Disposed(moved),
        _ => return Err(unreadable()),
    };
    Ok(Event {
        id: row.get("id")?,
        operation: row.get("operation")?,
        day: date(row.get("day")?)?,
        what,
    })
}

/// Adds a card with its first event.
///
/// # Errors
/// When the code is taken or the file cannot be written.
pub fn insert(
    writing: &mut Writing<'_>,
    card: &Card,
    day: NaiveDate,
    first: &What,
) -> Result<(AssetId, Uuid)> {
    let uid = writing.next_uid();
    writing.connection().prepare_cached(include_str!("assets/insert.sql"))?.execute(params![
        uid.as_bytes(),
        card.code,
        card.name,
        card.class.word(),
        card.place,
        card.cost_account.0,
        card.accumulated_account.0,
    ])?;
    let id = AssetId(writing.connection().last_insert_rowid());
    keep(writing, id, day, first)?;
    Ok((id, uid))
}

/// Changes what names a card.
///
/// # Errors
/// When the file cannot be written.
pub fn rename(writing: &Writing<'_>, id: AssetId, name: &str, place: Option<&str>) -> Result<()> {
    writing
        .connection()
        .prepare_cached("UPDATE asset SET name = ?2, place = ?3 WHERE id = ?1")?
        .execute((id.0, name, place))?;
    Ok(())
}

/// Keeps an event of a card.
///
/// # Errors
/// When the file cannot be written.
pub fn keep(writing: &Writing<'_>, id: AssetId, from: NaiveDate, what: &What) -> Result<()> {
    let (mut amount, mut units, mut terms, mut expense, mut before) =
        (None, None, None, None, None);
    match what {
        What::Acquired { cost, terms: at_first, brought_in, expense: to } => {
            (amount, terms, expense, before) =
                (Some(*cost), Some(*at_first), Some(*to), *brought_in);
            units = before.map(|before| before.units);
        }
        What::Added(moved) | What::Disposed(moved) => amount = Some(*moved),
        What::Revised { terms: other, expense: to } => (terms, expense) = (Some(*other), Some(*to)),
        What::Units(done) => units = Some(*done),
    }
    writing.connection().prepare_cached(include_str!("assets/insert_event.sql"))?.execute(
        params![
            writing.operation(),
            id.0,
            what.word(),
            day(from),
            amount.map(Amount::minor),
            before.map(|before| day(before.as_of)),
            before.map(|before| before.accumulated.minor()),
            terms.map(|terms| terms.method.word()),
            terms.map(|terms| terms.residual.minor()),
            terms.map(|terms| terms.life_months),
            terms.map(|terms| terms.total_units.millionths()),
            units.map(Quantity::millionths),
            expense.map(|account| account.0),
            None::<i64>,
        ],
    )?;
    Ok(())
}

/// Takes an event back.
///
/// # Errors
/// When the file cannot be written.
pub fn take_back(writing: &Writing<'_>, id: AssetId, event: &Event) -> Result<()> {
    if matches!(event.what, What::Acquired { .. }) {
        // The card is gone from every list; its code is free for the one that takes its place.
        writing
            .connection()
            .prepare_cached("UPDATE asset SET code = code || '~' || id WHERE id = ?1")?
            .execute([id.0])?;
    }
    let nothing = None::<i64>;
    writing.connection().prepare_cached(include_str!("assets/insert_event.sql"))?.execute(
        params![
            writing.operation(),
            id.0,
            "taken-back",
            day(event.day),
            nothing,
            nothing,
            nothing,
            None::<String>,
            nothing,
            nothing,
            nothing,
            nothing,
            nothing,
            event.id,
        ],
    )?;
    Ok(())
}
