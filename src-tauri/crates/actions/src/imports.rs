//! Imports: files of accounts, parties, items, opening balances and entries, all or nothing.
//!
//! A file of ours is read as it stands; a workbook, or a table of another program, is first translated by a mapping
//! (`file.rs`), and its faults are told by the cells of the file.
//!
//! An import is one operation. It goes through the same rules as a person's action, row by row; a bad row refuses the
//! whole file and is named with row and column.

mod assets;
mod entries;
mod exchange_rates;
mod file;
mod masters;
mod names;
mod opening;
mod view;

use std::collections::BTreeMap;
use std::path::Path;

use kontor_exchange::mapping::{Mapping, Place, UnknownParty};
use kontor_exchange::text::SourceFile;
use kontor_exchange::{Fault, FaultReason, OpenError, Rows, Sheet};
use kontor_store::{Stamp, StoreError, Writing, Written};
use serde_json::json;

use crate::context::{Facts, Now};
use crate::door::Door;
use crate::errors::{Code, Refusal};
pub use file::Input;
use file::Opened;
pub use view::{
    ImportColumn, ImportFault, ImportOutcome, ImportRow, ImportSkip, ImportUnknown, ImportView,
};
pub(crate) use view::{outcome, view};

/// What may be imported.
pub const KINDS: [&str; 8] = [
    "accounts",
    "parties",
    "items",
    "assets",
    "opening",
    "opening-cash-flow",
    "exchange-rates",
    "entries",
];

/// The most faults that are listed.
const MOST_FAULTS: usize = 1000;

/// How to import.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Reads and checks everything and writes nothing; every fault is listed.
    pub dry_run: bool,
    /// Adds parties and items the file names and the book does not have.
    pub create_parties: bool,
    /// How the table of another program is read; found by its headers when nothing is said.
    pub mapping: Option<Mapping>,
    /// The sheet of a workbook; the one that fits when nothing is said.
    pub sheet: Option<String>,
}

/// What is wrong with a row, as a person is told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The row of the file, from 1, the header counted.
    pub row: u64,
    /// The column, where it is one.
    pub column: Option<String>,
    /// What is wrong.
    pub refusal: Refusal,
    /// The cell of a translated file; nothing where the file is read as it stands.
    pub place: Option<Place>,
}

/// Why a file was not imported.
#[derive(Clone, Debug)]
pub struct ImportRefused {
    /// The error as a whole.
    pub refusal: Refusal,
    /// Every fault found.
    pub faults: Vec<RowFault>,
}

impl From<Refusal> for ImportRefused {
    fn from(refusal: Refusal) -> Self {
        Self { refusal, faults: Vec::new() }
    }
}

impl From<StoreError> for ImportRefused {
    fn from(error: StoreError) -> Self {
        Refusal::from(error).into()
    }
}

/// What an import came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The number of the operation; nothing in a dry run.
    pub operation: Option<i64>,
    /// How many things were imported: accounts, parties, items, lines of opening balances, entries.
    pub count: u64,
}

/// An import under way.
pub(crate) struct Import<'a, 'b> {
    pub(crate) writing: &'a mut Writing<'b>,
    pub(crate) facts: &'a Facts,
    pub(crate) options: Options,
    /// What the file says of parties the book does not have, by what the table calls them.
    pub(crate) new_parties: BTreeMap<String, UnknownParty>,
    /// The same of items: their names.
    pub(crate) new_items: BTreeMap<String, String>,
    faults: Vec<RowFault>,
    progress: &'a mut dyn FnMut(u64) -> bool,
}

impl Import<'_, '_> {
    /// Keeps a fault; further rows are still looked at so that all are found at once.
    pub(crate) fn fault(&mut self, row: u64, column: Option<&str>, refusal: Refusal) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(RowFault {
                row,
                column: column.map(str::to_owned),
                refusal,
                place: None,
            });
        }
    }

    /// Keeps a fault of the file's form.
    pub(crate) fn form_fault(&mut self, fault: Fault) {
        let row_fault = from_fault(fault);
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(row_fault);
        }
    }

    /// Whether the file can still be imported; rows are only written while it can.
    pub(crate) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// Tells how far it is; a caller may stop it.
    pub(crate) fn told(&mut self, count: u64) -> Result<(), ImportRefused> {
        if count.is_multiple_of(1000) && !(self.progress)(count) {
            return Err(Refusal::new(Code::Cancelled).into());
        }
        Ok(())
    }
}

/// Why the transaction of an import was rolled back.
enum Outcome {
    Refused(ImportRefused),
    /// A dry run found nothing wrong.
    Tried(u64),
}

impl From<StoreError> for Outcome {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

/// Imports a file. `progress` is told how many rows were read and answers whether to go on.
///
/// # Errors
/// What is wrong with the file or its rows, each with its place; nothing is written then.
pub fn import(
    door: &mut Door,
    kind: &str,
    path: &Path,
    options: Options,
    now: &Now,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Imported, ImportRefused> {
    import_from(door, kind, &Input::Path(path), options, now, progress)
}

/// Imports a file that lies on the disk or is held in memory.
///
/// # Errors
/// As [`import`].
pub fn import_from(
    door: &mut Door,
    kind: &str,
    input: &Input<'_>,
    options: Options,
    now: &Now,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Imported, ImportRefused> {
    door.allow("import", now)?;
    if !KINDS.contains(&kind) {
        let known = KINDS.join(", ");
        return Err(Refusal::new(Code::ImportKindUnknown)
            .with("kind", kind)
            .with("known", known)
            .into());
    }
    let facts = door.facts();
    let Opened { source, hash, translated } =
        file::open(door.book().connection(), &facts, kind, input, &options)?;
    let action = json!({
        "do": "import", "kind": kind, "sha256": hash, "create_parties": options.create_parties,
    })
    .to_string();
    let (places, new_parties, new_items) = match translated {
        Some(found) => (Some(found.places), found.parties, found.items),
        None => (None, BTreeMap::new(), BTreeMap::new()),
    };
    let stamp = Stamp { uid: now.uid, at: &now.at, action: &action };
    let is_dry = options.dry_run;
    let written = door.book_mut().write(&stamp, |writing| {
        let faults = Vec::new();
        let mut import =
            Import { writing, facts: &facts, options, new_parties, new_items, faults, progress };
        let read = match kind {
            "accounts" => masters::accounts(&mut import, source),
            "parties" => masters::parties(&mut import, source),
            "items" => masters::items(&mut import, source),
            "assets" => assets::cards(&mut import, source),
            "opening" => opening::balances(&mut import, source),
            "opening-cash-flow" => opening::cash_flow(&mut import, source),
            "exchange-rates" => exchange_rates::rates(&mut import, source),
            _ => entries::entries(&mut import, source),
        };
        let count = read.map_err(Outcome::Refused)?;
        if !import.faults.is_empty() {
            return Err(Outcome::Refused(refused(import.faults)));
        }
        if is_dry {
            return Err(Outcome::Tried(count));
        }
        Ok(count)
    });
    match written {
        Ok(Written::Now { operation, answer }) => {
            door.refresh()?;
            Ok(Imported { operation: Some(operation), count: answer })
        }
        Ok(Written::Before { operation }) => Ok(Imported { operation: Some(operation), count: 0 }),
        Err(Outcome::Tried(count)) => Ok(Imported { operation: None, count }),
        Err(Outcome::Refused(refused)) => Err(match places {
            Some(places) => file::placed(refused, &places),
            None => refused,
        }),
    }
}

/// The error of a file with faults: it names the first and counts them.
fn refused(mut faults: Vec<RowFault>) -> ImportRefused {
    faults.sort_by_key(|fault| fault.row);
    let mut refusal = Refusal::new(Code::ImportFaults).with("count", faults.len());
    if let Some(first) = faults.first() {
        refusal = refusal.with("row", first.row);
        refusal = refusal.with("column", first.column.as_deref().unwrap_or("-"));
    }
    ImportRefused { refusal, faults }
}

fn not_opened(error: OpenError, path: &Path) -> ImportRefused {
    match error {
        OpenError::Io(error) => crate::errors::vault::from_io(&error, path).into(),
        OpenError::Faults(faults) => refused(faults.into_iter().map(from_fault).collect()),
    }
}

/// Reads the rows of a sheet one by one; a row with a fault is noted and passed over. Answers how many were whole.
pub(crate) fn each_row<T: Sheet>(
    import: &mut Import<'_, '_>,
    source: SourceFile,
    mut take: impl FnMut(&mut Import<'_, '_>, u64, T) -> Result<(), ImportRefused>,
) -> Result<u64, ImportRefused> {
    let currency = import.facts.company.currency;
    let mut count = 0;
    for row in Rows::<T>::from_source(source, currency).map_err(sheet_refused)? {
        match row {
            Ok((number, row)) => {
                count += 1;
                import.told(count)?;
                take(import, number, row)?;
            }
            Err(fault) => import.form_fault(fault),
        }
    }
    Ok(count)
}

/// What opening a sheet refused, as faults of the import.
pub(crate) fn sheet_refused(error: OpenError) -> ImportRefused {
    not_opened(error, Path::new("-"))
}

fn from_fault(fault: Fault) -> RowFault {
    let refusal = from_reason(fault.reason);
    RowFault { row: fault.row, column: fault.column, refusal, place: None }
}

fn from_reason(reason: FaultReason) -> Refusal {
    let form = |what: &'static str| Refusal::new(Code::CellMalformed).with("what", what);
    match reason {
        FaultReason::NotANumber { text } => Refusal::new(Code::AmountNotANumber).with("text", text),
        FaultReason::TooManyDecimals { allowed } => {
            Refusal::new(Code::AmountTooManyDecimals).with("allowed", allowed)
        }
        FaultReason::OutOfRange => Refusal::new(Code::AmountOutOfRange),
        FaultReason::NotADate { text } => Refusal::new(Code::NotADate).with("text", text),
        FaultReason::NotACurrency { text } => {
            Refusal::new(Code::CurrencyUnknown).with("currency", text)
        }
        FaultReason::UnknownWord { text, allowed } => {
            Refusal::new(Code::UnknownWord).with("text", text).with("known", allowed.join(", "))
        }
        FaultReason::WrongFieldCount { expected, found } => {
            form("wrong-field-count").with("expected", expected).with("found", found)
        }
        FaultReason::CellTooLong { limit } => form("cell-too-long").with("limit", limit),
        FaultReason::DiffersFromFirstLine { first_row } => {
            form("differs-from-first-line").with("first", first_row)
        }
        FaultReason::EntryTooLarge { lines } => form("entry-too-large").with("lines", lines),
        FaultReason::BothDebitAndCredit => form("both-debit-and-credit"),
        FaultReason::NeitherDebitNorCredit => form("neither-debit-nor-credit"),
        FaultReason::NoHeader => form("no-header"),
        FaultReason::Utf16 => form("utf-16"),
        FaultReason::NulByte => form("nul-byte"),
        FaultReason::NotText => form("not-text"),
        FaultReason::ChangedWhileReading => form("changed-while-reading"),
        FaultReason::Unreadable(_) => form("unreadable"),
        FaultReason::MissingColumn => form("missing-column"),
        FaultReason::UnknownColumn => form("unknown-column"),
        FaultReason::DuplicateColumn => form("duplicate-column"),
        FaultReason::BrokenQuote => form("broken-quote"),
        FaultReason::EndsInsideQuote => form("ends-inside-quote"),
        FaultReason::Empty => form("empty"),
        FaultReason::OldWorkbook => form("old-workbook"),
        FaultReason::NotAWorkbook => form("not-a-workbook"),
        FaultReason::TableTooLarge => form("table-too-large"),
        FaultReason::NoSuchSheet { name } => form("no-such-sheet").with("sheet", name),
        FaultReason::NotRecognised => form("not-recognised"),
    }
}
