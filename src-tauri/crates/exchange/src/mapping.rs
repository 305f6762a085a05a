//! What the columns of another program's table mean: which of our columns is under which of its headers, and which of
//! its accounts are which of ours. A mapping is plain data: built in, saved in a book, or a TOML file.

pub(crate) mod cells;
mod header;
mod known;
mod places;
mod rows;
mod translate;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use cells::path;
pub use header::{Layout, clean, propose};
pub use known::{Recognised, built_in, recognise};
pub use places::{Place, Places};
pub use translate::{Names, Skip, Skipped, Translated, UnknownAccount, UnknownParty, translate};

use crate::fault::{Fault, FaultReason, OpenError};
use crate::sheet::{Column, RecordsUnderHeader, Sheet};
use crate::sheets::accounts::AccountRow;
use crate::sheets::entry_lines::EntryRow;
use crate::sheets::exchange_rates::ExchangeRateRow;
use crate::sheets::items::ItemRow;
use crate::sheets::opening::OpeningRow;
use crate::sheets::opening_cash_flow::OpeningCashFlowRow;
use crate::sheets::parties::PartyRow;
use crate::text::SourceFile;

/// How the table of another program is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What is imported by it: entries, opening, accounts ...
    pub kind: String,
    /// Whose tables they are: kingdee, yonyou, kontor; empty for a mapping of a person's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub program: String,
    /// The sheet; the first that fits when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// For a meaning the headers it may stand under, the likeliest first.
    #[serde(default)]
    pub columns: BTreeMap<String, Vec<String>>,
    /// For the code of an account in the file the code in the book.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub accounts: BTreeMap<String, String>,
    /// For the code or name of a party in the file the code in the book.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parties: BTreeMap<String, String>,
}

impl Mapping {
    /// Reads a mapping from a TOML file.
    ///
    /// # Errors
    /// What is wrong with it, as the parser says.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let mapping: Self = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        mapping.check().map(|()| mapping)
    }

    /// Whether every meaning it names is one.
    ///
    /// # Errors
    /// The first word that is none.
    pub fn check(&self) -> Result<(), String> {
        let known = meanings(&self.kind);
        if known.is_empty() {
            return Err(self.kind.clone());
        }
        let unknown = self.columns.keys().find(|name| !known.contains(&name.as_str()));
        unknown.map_or(Ok(()), |name| Err(name.clone()))
    }
}

/// Meanings beyond our own columns that a table of entries and one of balances may have.
const OF_BOTH: &[&str] = &[
    "account_name",
    "customer",
    "customer_name",
    "supplier",
    "supplier_name",
    "employee",
    "employee_name",
    "auxiliary",
    "auxiliary_kind",
    "auxiliary_name",
    "item_name",
    "direction",
];

/// Those of a table of entries alone.
const OF_ENTRIES: &[&str] = &[
    "number",
    "word_number",
    "amount",
    "foreign_debit",
    "foreign_credit",
    "quantity_debit",
    "quantity_credit",
];

/// Those of a table of balances alone.
const OF_OPENING: &[&str] = &["balance"];

/// What a column may mean in a table of a kind; empty for a kind that is none.
#[must_use]
pub fn meanings(kind: &str) -> Vec<&'static str> {
    let own = own_columns(kind).into_iter();
    let more: [&[&str]; 2] = match kind {
        "entries" => [OF_BOTH, OF_ENTRIES],
        "opening" => [OF_BOTH, OF_OPENING],
        _ => [&[], &[]],
    };
    own.chain(more.concat()).collect()
}

/// Whether a text file is a table of ours: its first line names every column we need. One that names others besides is
/// ours too, and is refused for them: what stands under a mistyped name must not be passed over.
#[must_use]
pub fn is_own(kind: &str, source: &SourceFile) -> bool {
    let columns = columns_of(kind);
    let is_name = |fault: &Fault| {
        matches!(fault.reason, FaultReason::UnknownColumn | FaultReason::DuplicateColumn)
    };
    match RecordsUnderHeader::open(source, columns) {
        _ if columns.is_empty() => false,
        Ok(_) => true,
        Err(OpenError::Faults(faults)) => faults.iter().all(is_name),
        Err(OpenError::Io(_)) => false,
    }
}

/// Our own columns of a kind.
#[must_use]
pub fn own_columns(kind: &str) -> Vec<&'static str> {
    columns_of(kind).iter().map(|column| column.name).collect()
}

fn columns_of(kind: &str) -> &'static [Column] {
    match kind {
        "accounts" => AccountRow::COLUMNS,
        "parties" => PartyRow::COLUMNS,
        "items" => ItemRow::COLUMNS,
        "opening" => OpeningRow::COLUMNS,
        "opening-cash-flow" => OpeningCashFlowRow::COLUMNS,
        "exchange-rates" => ExchangeRateRow::COLUMNS,
        "entries" => EntryRow::COLUMNS,
        _ => &[],
    }
}

/// What a table must say at least, each line in one of several ways; each way is one or two meanings.
#[must_use]
pub fn needs(kind: &str) -> &'static [&'static [&'static [&'static str]]] {
    const ACCOUNT: &[&[&str]] = &[&["account"], &["account_name"]];
    const NAMED: &[&[&str]] = &[&["code"], &["name"]];
    match kind {
        "entries" => &[
            &[&["date"]],
            &[&["word_number"], &["number"], &["entry"]],
            ACCOUNT,
            &[&["debit", "credit"], &["direction", "amount"]],
        ],
        "opening" => &[ACCOUNT, &[&["debit", "credit"], &["balance"]]],
        "opening-cash-flow" => &[&[&["cash_flow_item"]], &[&["amount"]]],
        "exchange-rates" => &[&[&["date"]], &[&["currency"]], &[&["rate"]]],
        "accounts" => &[&[&["code"]], &[&["name_zh"]]],
        "parties" | "items" => &[&[&["code"]], &[&["name"]]],
        _ => &[NAMED],
    }
}
