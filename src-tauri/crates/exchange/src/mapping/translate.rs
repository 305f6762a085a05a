//! A table of another program made into a table in our own columns, which is then read like any file of ours. What was
//! passed over is said; what the book does not know is listed, so that a person can say what it is.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::rows::Reader;
use super::{Layout, Mapping, Places, own_columns};
use crate::fault::OpenError;
use crate::grid::Grid;
use crate::guard;
use crate::text::SourceFile;

/// What a book knows, asked while a table is translated.
pub trait Names {
    /// Our code of an account of the file, by its code or the names from the top.
    fn account(&self, code: &str, path: &[&str]) -> Option<String>;
    /// Whether an account of ours increases in debit.
    fn is_debit_account(&self, code: &str) -> bool;
    /// Whether an account of ours is kept by party.
    fn needs_party(&self, code: &str) -> bool;
    /// The class of an account of ours, as our files name it.
    fn class(&self, code: &str) -> Option<&'static str>;
    /// Our code of a party.
    fn party(&self, code: &str, name: &str) -> Option<String>;
    /// Our code of an item.
    fn item(&self, code: &str, name: &str) -> Option<String>;
    /// Our code of a cash-flow item.
    fn cash_flow_item(&self, text: &str) -> Option<String>;
    /// The three letters of the book's currency.
    fn currency(&self) -> &str;
}

/// Why a row was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Skip {
    /// 合计, 小计: a sum of other rows.
    Total,
    /// An account whose accounts below, or parties, stand in the file too.
    Parent,
    /// The header once more, at the top of a further page.
    Header,
    /// Who made the table and when, or another line without account and amount.
    Note,
    /// A balance of nothing.
    Nothing,
}

impl Skip {
    /// Its name in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Parent => "parent",
            Self::Header => "header",
            Self::Note => "note",
            Self::Nothing => "nothing",
        }
    }
}

/// A row that was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The row, from 1.
    pub row: u64,
    /// Why.
    pub why: Skip,
}

/// An account of the file that the book does not have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownAccount {
    /// Its code in the file, or its names where it has none.
    pub code: String,
    /// Its name in the file.
    pub name: String,
    /// The first row it stands in, from 1.
    pub row: u64,
}

/// A party of the file that the book does not have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownParty {
    /// What the translated table calls it: its code in the file, or its name.
    pub key: String,
    /// Its code in the file.
    pub code: String,
    /// Its name in the file, or the code once more.
    pub name: String,
    /// customer, supplier or employee; nothing where the file does not say.
    pub kind: Option<&'static str>,
    /// The first row it stands in, from 1.
    pub row: u64,
}

/// A table in our own columns, and what is to be said of how it was made.
#[derive(Debug)]
pub struct Translated {
    /// The table, in memory.
    pub table: SourceFile,
    /// From its cells back to those of the file.
    pub places: Places,
    /// How many rows it has.
    pub count: usize,
    /// The rows that were passed over.
    pub skipped: Vec<Skipped>,
    /// Accounts the book does not have.
    pub unknown_accounts: Vec<UnknownAccount>,
    /// Parties the book does not have.
    pub unknown_parties: Vec<UnknownParty>,
    /// Items the book does not have; their code and name.
    pub unknown_items: Vec<(String, String)>,
}

/// Values of a row by our columns.
pub(super) type Values = BTreeMap<&'static str, String>;

/// Translates a table.
///
/// # Errors
/// When the translated table cannot be held.
pub fn translate(
    grid: Grid,
    layout: &Layout,
    mapping: &Mapping,
    names: &dyn Names,
) -> Result<Translated, OpenError> {
    let mut reader = Reader::new(&grid, layout, mapping, names);
    let mut rows: Vec<(usize, Values)> = Vec::new();
    for row in layout.first_row..grid.rows().len() {
        if let Some(values) = reader.read(row) {
            rows.push((row, values));
        }
    }
    let found = reader.finish();
    let own = own_columns(&mapping.kind);
    let used: BTreeSet<&str> = rows.iter().flat_map(|(_, values)| values.keys().copied()).collect();
    let columns: Vec<&'static str> = own
        .iter()
        .copied()
        .filter(|column| used.contains(column) || is_required(&mapping.kind, column))
        .collect();
    let table = table(&columns, &rows)?;
    let places = Places {
        columns: origins(layout, &columns),
        headers: layout.headers.clone(),
        rows: rows.iter().map(|(row, _)| *row).collect(),
        inherited: found.inherited,
        grid,
    };
    Ok(Translated {
        table,
        places,
        count: rows.len(),
        skipped: found.skipped,
        unknown_accounts: found.accounts.into_values().collect(),
        unknown_parties: found.parties.into_values().collect(),
        unknown_items: found.items.into_iter().collect(),
    })
}

/// Writes our table, as a file of ours would be written.
fn table(columns: &[&'static str], rows: &[(usize, Values)]) -> Result<SourceFile, OpenError> {
    let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
    let failed = |error: csv::Error| OpenError::Io(error.into());
    out.write_record(columns).map_err(failed)?;
    for (_, values) in rows {
        let cells = columns
            .iter()
            .map(|column| guard::set(values.get(column).map_or("", String::as_str)).into_owned());
        out.write_record(cells).map_err(failed)?;
    }
    let bytes = out.into_inner().map_err(|error| OpenError::Io(error.into_error()))?;
    SourceFile::from_bytes(Arc::from(bytes))
}

fn is_required(kind: &str, column: &str) -> bool {
    match kind {
        "entries" => matches!(column, "date" | "entry" | "account" | "debit" | "credit"),
        "opening" => matches!(column, "account" | "debit" | "credit"),
        "opening-cash-flow" => matches!(column, "cash_flow_item" | "amount"),
        "exchange-rates" => matches!(column, "date" | "currency" | "rate"),
        "accounts" => matches!(column, "code" | "name_zh" | "class" | "normal_balance"),
        _ => matches!(column, "code" | "name"),
    }
}

/// For each of our columns the column of the file it is made from.
fn origins(layout: &Layout, columns: &[&'static str]) -> HashMap<&'static str, usize> {
    let from = |column: &'static str| -> &'static [&'static str] {
        match column {
            "entry" => &["entry", "word_number", "number"],
            "word" => &["word", "word_number"],
            "account" => &["account", "account_name"],
            "party" => &[
                "party",
                "customer",
                "customer_name",
                "supplier",
                "supplier_name",
                "employee",
                "employee_name",
                "auxiliary",
                "auxiliary_name",
            ],
            "item" => &["item", "item_name", "auxiliary"],
            "quantity" => &["quantity", "quantity_debit", "quantity_credit"],
            "debit" => &["debit", "amount", "balance"],
            "credit" => &["credit", "amount", "balance"],
            "foreign_amount" => &["foreign_amount", "foreign_debit", "foreign_credit"],
            _ => &[],
        }
    };
    let place = |column: &'static str| {
        let own = layout.columns.get(column).copied();
        own.or_else(|| from(column).iter().find_map(|name| layout.columns.get(*name).copied()))
    };
    columns.iter().filter_map(|column| Some((*column, place(column)?))).collect()
}
