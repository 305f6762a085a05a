//! A file before it is imported, as a person looks at it: what it was recognised as, what its columns mean, which rows
//! are passed over, and what the book does not know yet.

use std::collections::BTreeMap;
use std::path::Path;

use kontor_exchange::grid::{Grid, column_name};
use kontor_exchange::mapping::{self, Layout, Mapping, Skip, Translated, meanings, needs, propose};
use kontor_store::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::file::{Input, known, tables, translated};
use super::{ImportRefused, Imported, KINDS, not_opened};
use crate::context::Facts;
use crate::errors::{Code, Refusal};
use crate::import_mappings::ImportMapping;

/// How many rows are shown.
const ROWS_SHOWN: usize = 40;
/// How many things of a kind the book does not know are listed.
const MOST_UNKNOWN: usize = 500;

/// A file before it is imported.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportView {
    /// The sheets of a workbook; none of a text file.
    pub sheets: Vec<String>,
    pub sheet: Option<String>,
    /// What it is taken for.
    pub kind: String,
    /// What it may be taken for.
    pub kinds: Vec<&'static str>,
    /// Whether a mapping fits; else the columns are guesses.
    pub is_recognised: bool,
    /// The name of the kept mapping that fits.
    pub kept: Option<String>,
    /// The mapping as it stands, to be changed and sent back.
    pub mapping: ImportMapping,
    pub columns: Vec<ImportColumn>,
    /// What a column may mean.
    pub meanings: Vec<&'static str>,
    /// What is still needed, each in one of several ways of one or two meanings.
    pub needs: Vec<Vec<Vec<&'static str>>>,
    pub rows: Vec<ImportRow>,
    /// How many rows would be imported.
    pub count: usize,
    pub skipped: Vec<ImportSkip>,
    pub unknown_accounts: Vec<ImportUnknown>,
    pub unknown_parties: Vec<ImportUnknown>,
    pub unknown_items: Vec<ImportUnknown>,
}

/// A column of the file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportColumn {
    /// B
    pub letter: String,
    pub header: String,
    pub meaning: Option<String>,
    /// What it most likely means, where no mapping says.
    pub proposal: Option<String>,
}

/// A row of the file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportRow {
    pub row: u64,
    pub cells: Vec<String>,
    /// title, header, data, or why it is passed over: total, parent, note, nothing
    pub state: &'static str,
}

/// Rows that are passed over for one reason.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportSkip {
    /// total, parent, header, note, nothing
    pub why: &'static str,
    pub count: usize,
    /// The first of them, from 1.
    pub rows: Vec<u64>,
}

/// An account, party or item of the file that the book does not have.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportUnknown {
    pub key: String,
    pub name: String,
    /// customer, supplier, employee
    pub kind: Option<&'static str>,
    /// The first row it stands in.
    pub row: u64,
}

/// A fault of a cell.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportFault {
    pub sheet: Option<String>,
    pub row: u64,
    /// B12; of a file that is read as it stands the name of the column.
    pub cell: Option<String>,
    pub header: Option<String>,
    /// What stands there.
    pub content: Option<String>,
    #[ts(type = "unknown")]
    pub refusal: Refusal,
}

/// What an import, or its trial, came to.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ImportOutcome {
    /// The number of the operation; nothing when nothing was written.
    pub operation: Option<i64>,
    pub count: u64,
    /// Why nothing was, or would be, written.
    #[ts(type = "unknown")]
    pub refusal: Option<Refusal>,
    pub faults: Vec<ImportFault>,
}

/// What an import came to, with its faults as part of the answer.
pub(crate) fn outcome(result: Result<Imported, ImportRefused>) -> Result<ImportOutcome, Refusal> {
    let refused = match result {
        Ok(Imported { operation, count }) => {
            return Ok(ImportOutcome { operation, count, refusal: None, faults: Vec::new() });
        }
        Err(refused) => refused,
    };
    if refused.refusal.code != Code::ImportFaults {
        return Err(refused.refusal);
    }
    let faults = refused.faults.into_iter().map(|fault| match fault.place {
        Some(place) => ImportFault {
            sheet: place.sheet,
            row: place.row,
            cell: place.cell,
            header: place.header,
            content: Some(place.content).filter(|content| !content.is_empty()),
            refusal: fault.refusal,
        },
        None => ImportFault {
            sheet: None,
            row: fault.row,
            cell: None,
            header: fault.column,
            content: None,
            refusal: fault.refusal,
        },
    });
    let faults = faults.collect();
    Ok(ImportOutcome { operation: None, count: 0, refusal: Some(refused.refusal), faults })
}

/// Looks at a file. Without a kind, a sheet or a mapping they are found.
pub(crate) fn view(
    connection: &Connection,
    facts: &Facts,
    input: &Input<'_>,
    kind: Option<&str>,
    sheet: Option<&str>,
    mapping: Option<&ImportMapping>,
) -> Result<ImportView, ImportRefused> {
    let tables = tables(input, sheet).map_err(|error| not_opened(error, Path::new("-")))?;
    let kind = kind.or(mapping.map(|mapping| mapping.kind.as_str())).unwrap_or_default();
    let candidates = match mapping {
        Some(mapping) => vec![(None, Mapping::from(mapping.clone()))],
        None => known(connection, kind)?,
    };
    let (names, mappings): (Vec<_>, Vec<_>) = candidates.into_iter().unzip();
    let found = mapping::recognise(&tables.grids, &mappings);
    let is_recognised = found.is_some();
    let kept = found.as_ref().and_then(|found| names.get(found.mapping).cloned().flatten());
    let (number, layout, used) = match found {
        Some(found) => {
            let used = mappings.get(found.mapping).cloned().unwrap_or_default();
            (found.sheet, found.layout, used)
        }
        None => {
            let layout =
                tables.grids.first().map_or_else(|| Layout::guess(&Grid::default()), Layout::guess);
            let kind = if kind.is_empty() { "entries" } else { kind };
            let told = mapping.cloned().map(Mapping::from).unwrap_or_default();
            let used = Mapping { kind: kind.to_owned(), ..told };
            (0, with_meanings(layout, &used), used)
        }
    };
    let grid = tables.grids.into_iter().nth(number).unwrap_or_default();
    let shown = Shown { kept, is_recognised, sheets: tables.sheets };
    if is_recognised {
        let rows = rows(&grid, &layout);
        let columns = columns(&layout, &used);
        let sheet = grid.sheet.clone();
        let translated = translated(connection, facts, grid, layout, &used)?;
        return Ok(shown.view(sheet, used, columns, rows, Some(translated)));
    }
    let (rows, columns) = (rows(&grid, &layout), columns(&layout, &used));
    Ok(shown.view(grid.sheet, used, columns, rows, None))
}

/// The columns that a mapping which does not say enough means nevertheless.
fn with_meanings(mut layout: Layout, mapping: &Mapping) -> Layout {
    for (meaning, headers) in &mapping.columns {
        let is_one = |header: &String| {
            headers.iter().any(|one| mapping::clean(one) == mapping::clean(header))
        };
        if let Some(place) =
            layout.headers.iter().position(|header| !header.is_empty() && is_one(header))
        {
            layout.columns.insert(meaning.clone(), place);
        }
    }
    layout
}

struct Shown {
    kept: Option<String>,
    is_recognised: bool,
    sheets: Vec<String>,
}

impl Shown {
    fn view(
        self,
        sheet: Option<String>,
        mapping: Mapping,
        columns: Vec<ImportColumn>,
        mut rows: Vec<ImportRow>,
        translated: Option<Translated>,
    ) -> ImportView {
        let meant: Vec<&str> =
            columns.iter().filter_map(|column| column.meaning.as_deref()).collect();
        let is_met = |ways: &&&[&[&str]]| {
            ways.iter().any(|way| way.iter().all(|meaning| meant.contains(meaning)))
        };
        let needs = needs(&mapping.kind)
            .iter()
            .filter(|ways| !is_met(ways))
            .map(|ways| ways.iter().map(|way| way.to_vec()).collect())
            .collect();
        let mut view = ImportView {
            sheets: self.sheets,
            sheet,
            kinds: KINDS.to_vec(),
            is_recognised: self.is_recognised,
            kept: self.kept,
            meanings: meanings(&mapping.kind),
            needs,
            kind: mapping.kind.clone(),
            mapping: as_chosen(mapping, &columns),
            columns,
            rows: Vec::new(),
            count: 0,
            skipped: Vec::new(),
            unknown_accounts: Vec::new(),
            unknown_parties: Vec::new(),
            unknown_items: Vec::new(),
        };
        if let Some(translated) = translated {
            for skipped in &translated.skipped {
                if let Some(row) = rows.iter_mut().find(|row| row.row == skipped.row) {
                    row.state = skipped.why.name();
                }
            }
            view.take(translated);
        }
        view.rows = rows;
        view
    }
}

impl ImportView {
    fn take(&mut self, translated: Translated) {
        self.count = translated.count;
        let mut skipped: BTreeMap<Skip, Vec<u64>> = BTreeMap::new();
        for one in translated.skipped {
            skipped.entry(one.why).or_default().push(one.row);
        }
        self.skipped = skipped
            .into_iter()
            .map(|(why, rows)| {
                let count = rows.len();
                ImportSkip { why: why.name(), count, rows: rows.into_iter().take(8).collect() }
            })
            .collect();
        let accounts = translated.unknown_accounts.into_iter().take(MOST_UNKNOWN);
        self.unknown_accounts = accounts
            .map(|one| ImportUnknown { key: one.code, name: one.name, kind: None, row: one.row })
            .collect();
        let parties = translated.unknown_parties.into_iter().take(MOST_UNKNOWN);
        self.unknown_parties = parties
            .map(|one| ImportUnknown { key: one.key, name: one.name, kind: one.kind, row: one.row })
            .collect();
        let items = translated.unknown_items.into_iter().take(MOST_UNKNOWN);
        self.unknown_items =
            items.map(|(key, name)| ImportUnknown { key, name, kind: None, row: 0 }).collect();
    }
}

/// The mapping with the headers of this very file, which is what a person changes and keeps.
fn as_chosen(mapping: Mapping, columns: &[ImportColumn]) -> ImportMapping {
    let mut wire = ImportMapping::from(mapping);
    wire.sheet = None;
    wire.columns = columns
        .iter()
        .filter_map(|column| Some((column.meaning.clone()?, vec![column.header.clone()])))
        .collect();
    wire
}

fn columns(layout: &Layout, mapping: &Mapping) -> Vec<ImportColumn> {
    let built_in = mapping::built_in();
    let meaning_of = |place: usize| {
        layout.columns.iter().find(|(_, column)| **column == place).map(|(name, _)| name.clone())
    };
    let columns = layout.headers.iter().enumerate().map(|(place, header)| {
        let meaning = meaning_of(place);
        let proposal = match &meaning {
            Some(_) => None,
            None => propose(&mapping.kind, header, &built_in)
                .filter(|proposal| !layout.columns.contains_key(proposal)),
        };
        ImportColumn { letter: column_name(place), header: header.clone(), meaning, proposal }
    });
    columns.collect()
}

fn rows(grid: &Grid, layout: &Layout) -> Vec<ImportRow> {
    let state = |row: usize| match row {
        row if row < layout.header_row => "title",
        row if row < layout.first_row => "header",
        _ => "data",
    };
    let width = layout.headers.len();
    let rows = grid.rows().iter().enumerate().filter(|(_, cells)| !cells.is_empty());
    rows.take(ROWS_SHOWN)
        .map(|(row, _)| ImportRow {
            row: row as u64 + 1,
            cells: (0..width).map(|column| grid.cell(row, column).to_owned()).collect(),
            state: state(row),
        })
        .collect()
}
