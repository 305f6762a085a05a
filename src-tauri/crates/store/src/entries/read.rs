//! Reading posted entries: pages of a list, one entry, its lines.

use chrono::NaiveDate;
use kontor_ledger::account::{AccountId, Activity};
use kontor_ledger::entry::{Entry, EntryKind, Foreign, ItemId, Line};
use kontor_ledger::money::{Amount, Currency, Quantity};
use kontor_ledger::party::PartyId;
use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, OptionalExtension as _, Row};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::pages::{Keys, Page};
use crate::{date, entry_kind, period_id, period_key};

const ONE: &str = concat!(include_str!("select.sql"), "WHERE entry.id = ?1");
/// In a period the index of the order is walked too, not that of the period; dates need not be looked for outside it.
const OF_PERIOD: &str = "+entry.period = ?1";
const DATES_OF_PERIOD: &str = "+entry.period = ?1 \
     AND entry.date >= (SELECT first_day FROM period WHERE id = ?1) \
     AND entry.date <= (SELECT last_day FROM period WHERE id = ?1)";

/// In which order entries are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they were posted.
    #[default]
    Posted,
    /// By date.
    Date,
    /// By number: periods, in each the words, in each the numbers.
    Number,
    /// By what they come to.
    Total,
}

impl Order {
    /// The order of a word; nothing when there is no such order.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "posted" => Some(Self::Posted),
            "date" => Some(Self::Date),
            "number" => Some(Self::Number),
            "total" => Some(Self::Total),
            _ => None,
        }
    }

    const fn keys(self) -> Keys {
        match self {
            Self::Posted => {
                Keys { columns: &["entry.id"], of_row: "SELECT id FROM entry WHERE id = ?1" }
            }
            Self::Date => Keys {
                columns: &["entry.date", "entry.id"],
                of_row: "SELECT date, id FROM entry WHERE id = ?1",
            },
            Self::Number => Keys {
                columns: &["entry.period", "entry.word", "entry.number"],
                of_row: "SELECT period, word, number FROM entry WHERE id = ?1",
            },
            Self::Total => Keys {
                columns: &["entry.total", "entry.id"],
                of_row: "SELECT total, id FROM entry WHERE id = ?1",
            },
        }
    }

    const fn of_period(self) -> &'static str {
        match self {
            Self::Posted | Self::Number => "entry.period = ?1",
            Self::Date => DATES_OF_PERIOD,
            Self::Total => OF_PERIOD,
        }
    }
}

/// A posted entry without its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// The operation that posted it.
    pub operation: i64,
    /// The period that holds it.
    pub period: PeriodKey,
    /// The entry date.
    pub date: NaiveDate,
    /// The word.
    pub word: String,
    /// The number within word and period.
    pub number: i64,
    /// What it is for.
    pub kind: EntryKind,
    /// What happened.
    pub memo: String,
    /// The sum of its debits.
    pub total: Amount,
    /// Who prepared it.
    pub prepared_by: String,
    /// The cashier who signed it.
    pub signed_by: Option<String>,
    /// Who reviewed it, where a person did.
    pub reviewed_by: Option<String>,
    /// Who posted it.
    pub posted_by: String,
    /// The rule that made it: name and version.
    pub rule: Option<(String, i64)>,
    /// The paper that made it: kind, unique id, number.
    pub paper: Option<(String, Uuid, String)>,
    /// The entry it takes back: unique id and number.
    pub reversal_of: Option<(Uuid, String)>,
    /// The entry that takes it back: unique id and number.
    pub reversed_by: Option<(Uuid, String)>,
}

/// A line as it was posted, with its latest tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// Its number within the entry.
    pub no: i64,
    /// What it says.
    pub line: Line,
}

/// Which entries a list shows, and in which order; the latest posted first when nothing is said.
#[derive(Clone, Copy, Debug)]
pub struct Filter {
    /// Of one period only.
    pub period: Option<PeriodKey>,
    /// After this one, for the next page.
    pub after: Option<i64>,
    /// By what.
    pub order: Order,
    /// Which way.
    pub is_descending: bool,
}

impl Default for Filter {
    fn default() -> Self {
        Self { period: None, after: None, order: Order::default(), is_descending: true }
    }
}

/// The number as it is printed: 记-12.
#[must_use]
pub fn number_text(word: &str, number: i64) -> String {
    format!("{word}-{number}")
}

/// The key of an entry's unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn id_of(connection: &Connection, uid: Uuid) -> Result<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT id FROM entry WHERE uid = ?1")?
        .query_row([uid.as_bytes()], |row| row.get(0))
        .optional()?)
}

/// The entry of a unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<EntryRow>> {
    id_of(connection, uid)?.map(|id| get(connection, id)).transpose()
}

/// The entry of a key.
///
/// # Errors
/// When the book has no such entry.
pub(super) fn get(connection: &Connection, id: i64) -> Result<EntryRow> {
    let mut statement = connection.prepare_cached(ONE)?;
    let mut rows = statement.query([id])?;
    read(rows.next()?.ok_or(StoreError::Unreadable { what: "entry" })?)
}

/// Entries in an order; a page at a time.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection, filter: Filter, limit: u32) -> Result<Vec<EntryRow>> {
    let condition = filter.period.map_or("?1 IS NULL", |_| filter.order.of_period());
    let page = Page {
        select: include_str!("select.sql"),
        condition,
        values: vec![filter.period.map(period_id).into()],
        keys: filter.order.keys(),
        is_descending: filter.is_descending,
        after: filter.after.map(Into::into),
        limit,
    };
    page.read(connection, read)
}

fn uid(bytes: Vec<u8>) -> Result<Uuid> {
    Uuid::from_slice(&bytes).map_err(|_| StoreError::Unreadable { what: "uid" })
}

fn read(row: &Row<'_>) -> Result<EntryRow> {
    let named = |uid_column: &str, word: &str, number: &str| -> Result<Option<(Uuid, String)>> {
        let Some(bytes) = row.get::<_, Option<Vec<u8>>>(uid_column)? else { return Ok(None) };
        let (word, number): (String, i64) = (row.get(word)?, row.get(number)?);
        Ok(Some((uid(bytes)?, number_text(&word, number))))
    };
    let paper = match row.get::<_, Option<Vec<u8>>>("paper_uid")? {
        Some(bytes) => {
            let kind: String = row.get("paper_kind")?;
            let number =
                crate::papers::number_text(&kind, row.get("paper_year")?, row.get("paper_number")?);
            Some((kind, uid(bytes)?, number))
        }
        None => None,
    };
    let rule: Option<String> = row.get("rule_name")?;
    Ok(EntryRow {
        id: row.get("id")?,
        uid: uid(row.get("uid")?)?,
        operation: row.get("operation")?,
        period: period_key(row.get("period")?)?,
        date: date(row.get("date")?)?,
        word: row.get("word")?,
        number: row.get("number")?,
        kind: entry_kind(row.get("kind")?)?,
        memo: row.get("memo")?,
        total: Amount::from_minor(row.get("total")?),
        prepared_by: row.get("prepared_by")?,
        signed_by: row.get("signed_by")?,
        reviewed_by: row.get("reviewed_by")?,
        posted_by: row.get("posted_by")?,
        rule: rule.map(|name| Ok::<_, StoreError>((name, row.get("rule_version")?))).transpose()?,
        paper,
        reversal_of: named("reversed_uid", "reversed_word", "reversed_number")?,
        reversed_by: named("reversing_uid", "reversing_word", "reversing_number")?,
    })
}

/// The lines of an entry with their latest tags.
///
/// # Errors
/// When the tables cannot be read.
pub fn get_lines(connection: &Connection, entry: i64) -> Result<Vec<LineRow>> {
    get_lines_at(connection, entry, i64::MAX)
}

/// The lines of an entry with the tags they had after an operation.
pub(super) fn get_lines_at(
    connection: &Connection,
    entry: i64,
    operation: i64,
) -> Result<Vec<LineRow>> {
    let mut statement = connection.prepare_cached(include_str!("lines.sql"))?;
    let mut rows = statement.query((entry, operation))?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(LineRow { no: row.get("no")?, line: read_line(row)? });
    }
    Ok(lines)
}

fn read_line(row: &Row<'_>) -> Result<Line> {
    let activity: Option<String> = row.get("activity")?;
    let currency: Option<String> = row.get("currency")?;
    let foreign = match currency {
        Some(code) => {
            let rate: Option<String> = row.get("rate")?;
            Some(Foreign {
                currency: Currency::from_code(&code)
                    .ok_or(StoreError::Unreadable { what: "currency" })?,
                amount: Amount::from_minor(row.get("foreign_amount")?),
                rate: rate
                    .and_then(|text| text.parse().ok())
                    .ok_or(StoreError::Unreadable { what: "rate" })?,
            })
        }
        None => None,
    };
    Ok(Line {
        account: AccountId(row.get("account")?),
        debit: Amount::from_minor(row.get("debit")?),
        credit: Amount::from_minor(row.get("credit")?),
        party: row.get::<_, Option<i64>>("party")?.map(PartyId),
        item: row.get::<_, Option<i64>>("item")?.map(ItemId),
        quantity: row.get::<_, Option<i64>>("quantity")?.map(Quantity::from_millionths),
        memo: row.get("memo")?,
        cash_flow_item: row.get("cash_flow_item")?,
        activity: activity.as_deref().and_then(Activity::from_code),
        foreign,
    })
}

impl EntryRow {
    /// The number as it is printed: 记-12.
    #[must_use]
    pub fn number_text(&self) -> String {
        number_text(&self.word, self.number)
    }

    /// The entry as the rules see it, with its lines.
    #[must_use]
    pub fn with_lines(&self, lines: Vec<LineRow>) -> Entry {
        Entry {
            date: self.date,
            word: self.word.clone(),
            kind: self.kind,
            memo: self.memo.clone(),
            lines: lines.into_iter().map(|row| row.line).collect(),
        }
    }
}

/// The entries an operation posted: unique id and number.
///
/// # Errors
/// When the table cannot be read.
pub fn of_operation(connection: &Connection, operation: i64) -> Result<Vec<(Uuid, String)>> {
    let mut statement = connection
        .prepare_cached("SELECT uid, word, number FROM entry WHERE operation = ?1 ORDER BY id")?;
    let mut rows = statement.query([operation])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let word: String = row.get(1)?;
        entries.push((Uuid::from_bytes(row.get(0)?), number_text(&word, row.get(2)?)));
    }
    Ok(entries)
}
