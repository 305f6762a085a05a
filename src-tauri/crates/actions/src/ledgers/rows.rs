//! The rows of a book before they are shown or printed, and what the window gets of them.

use kontor_ledger::money::{Amount, Quantity};
use kontor_reports::{Bilingual, Check, ColumnKind, Content, RowKind, TableColumn};
use kontor_store::head;
use serde::Serialize;
use ts_rs::TS;

use super::GetLedger;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::statements::Span;

/// Some rows of a book.
pub(super) struct Page {
    pub(super) columns: Vec<TableColumn>,
    /// The place of the column that says what a row is, for what is carried.
    pub(super) label: usize,
    pub(super) rows: Vec<BookRow>,
    /// Where the next page begins.
    pub(super) next: Option<String>,
    /// The equalities that were checked; of books that come whole.
    pub(super) checks: Vec<Check>,
}

/// A row of a book.
pub(super) struct BookRow {
    pub(super) kind: RowKind,
    pub(super) contents: Vec<Content>,
    /// What a page that ends below this row carries forward; nothing where nothing goes on.
    pub(super) carried: Vec<Content>,
    pub(super) opens: Option<LedgerPlace>,
}

impl BookRow {
    pub(super) fn new(kind: RowKind, contents: Vec<Content>) -> Self {
        Self { kind, contents, carried: Vec::new(), opens: None }
    }

    pub(super) fn opening(self, opens: LedgerPlace) -> Self {
        Self { opens: Some(opens), ..self }
    }
}

/// What Enter on a row of a book opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
#[ts(export)]
#[allow(missing_docs)]
pub enum LedgerPlace {
    /// The unique id of an entry.
    Entry(String),
    /// The code of an account.
    Account(String),
    /// The codes of an account and of a party on it.
    Party(String, String),
    /// The unique id of an asset card.
    Asset(String),
}

/// A column of a book.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct LedgerColumn {
    pub label_zh: String,
    pub label_en: String,
    pub group_zh: Option<String>,
    pub group_en: Option<String>,
    /// label, code, side or amount
    pub kind: &'static str,
}

/// A row of a book as the window shows it: texts in the order of the columns, amounts as plain decimals.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct LedgerCells {
    /// heading, item, total or grand-total
    #[ts(type = "string")]
    pub kind: RowKind,
    pub cells: Vec<String>,
    /// The same in English; nothing where that is the same.
    pub cells_en: Option<Vec<String>>,
    pub opens: Option<LedgerPlace>,
}

/// A page of a book of account.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct LedgerView {
    pub name: String,
    pub title_zh: String,
    pub title_en: String,
    pub period_label_zh: String,
    pub period_label_en: String,
    pub columns: Vec<LedgerColumn>,
    pub rows: Vec<LedgerCells>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<String>,
    /// Whether every equality holds, of a book that is checked.
    pub holds: Option<bool>,
    /// The number of the last operation in the book.
    pub operation: i64,
}

pub(super) fn title(name: &str) -> Bilingual {
    Bilingual::word(&format!("ledger-title-{name}"))
}

pub(super) fn period(request: &GetLedger, span: Span) -> Bilingual {
    span.label(["aging", "assets"].contains(&request.name.as_str()))
}

pub(super) fn show(
    context: &Context<'_>,
    request: &GetLedger,
    span: Span,
    page: Page,
) -> Result<LedgerView, Refusal> {
    let (title, period) = (title(&request.name), period(request, span));
    let holds = page.checks.iter().all(|check| check.holds);
    let columns = page.columns.into_iter().map(|column| LedgerColumn {
        group_zh: column.group.as_ref().map(|group| group.zh.clone()),
        group_en: column.group.map(|group| group.en),
        label_zh: column.label.zh,
        label_en: column.label.en,
        kind: match column.kind {
            ColumnKind::Label | ColumnKind::Bar => "label",
            ColumnKind::Code => "code",
            ColumnKind::RowNumber => "side",
            ColumnKind::Amount => "amount",
        },
    });
    let rows = page.rows.into_iter().map(|row| {
        let cells: Vec<Bilingual> =
            row.contents.iter().map(|content| text(context, content)).collect();
        let is_same = cells.iter().all(|cell| cell.zh == cell.en);
        LedgerCells {
            kind: row.kind,
            cells_en: (!is_same).then(|| cells.iter().map(|cell| cell.en.clone()).collect()),
            cells: cells.into_iter().map(|cell| cell.zh).collect(),
            opens: row.opens,
        }
    });
    Ok(LedgerView {
        name: request.name.clone(),
        title_zh: title.zh,
        title_en: title.en,
        period_label_zh: period.zh,
        period_label_en: period.en,
        columns: columns.collect(),
        rows: rows.collect(),
        next: page.next,
        holds: (!page.checks.is_empty()).then_some(holds),
        operation: head(context.connection)?.number,
    })
}

fn text(context: &Context<'_>, content: &Content) -> Bilingual {
    let same = |text: String| Bilingual::new(text.clone(), text);
    match content {
        Content::Empty | Content::Bar(_) => Bilingual::default(),
        Content::Text(text) | Content::Number(text) => same(text.clone()),
        Content::Label(label, _) => label.clone(),
        Content::Amount(amount) => same(context.text(*amount)),
        Content::PerCent(value) => same(kontor_reports::per_cent_text(*value)),
        Content::Date(day) => same(day.to_string()),
    }
}

/// A column of a book.
pub(super) fn column(key: &str, kind: ColumnKind) -> TableColumn {
    TableColumn { label: Bilingual::word(key), group: None, kind, opens_half: false }
}

/// A column that shares a heading with its neighbours.
pub(super) fn grouped(group: &str, key: &str) -> TableColumn {
    TableColumn { group: Some(Bilingual::word(group)), ..column(key, ColumnKind::Amount) }
}

pub(super) fn word(key: &str) -> Content {
    Content::Label(Bilingual::word(key), 0)
}

/// An amount on its side; the other side stays blank, as it is written by hand.
pub(super) fn unless_zero(amount: Amount) -> Content {
    if amount.is_zero() { Content::Empty } else { Content::Amount(amount) }
}

/// The side of a balance and its size: 借, 贷 or 平.
pub(super) fn sided(balance: Amount) -> Result<[Content; 2], Refusal> {
    Ok(if balance.is_zero() {
        [word("ledger-side-none"), Content::Amount(balance)]
    } else if balance.is_negative() {
        [word("ledger-side-credit"), Content::Amount(balance.negated()?)]
    } else {
        [word("ledger-side-debit"), Content::Amount(balance)]
    })
}

/// A balance on the debit and on the credit side.
pub(super) fn split(balance: Amount) -> Result<[Amount; 2], Refusal> {
    Ok(if balance.is_negative() {
        [Amount::ZERO, balance.negated()?]
    } else {
        [balance, Amount::ZERO]
    })
}

/// A quantity as plain decimal text.
pub(super) fn quantity(millionths: i64) -> Content {
    match millionths {
        0 => Content::Empty,
        _ => Content::Number(Quantity::from_millionths(millionths).to_string()),
    }
}

/// What a page after the first begins with, as the page before wrote it.
pub(super) fn read_place<T: serde::de::DeserializeOwned>(
    after: Option<&str>,
) -> Result<Option<T>, Refusal> {
    after
        .map(|text| {
            serde_json::from_str(text)
                .map_err(|error| Refusal::new(Code::Malformed).with("what", error))
        })
        .transpose()
}

pub(super) fn write_place(place: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(place).map_err(Refusal::bug)
}
