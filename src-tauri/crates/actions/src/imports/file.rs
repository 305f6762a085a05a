//! The file of an import: ours is read as it stands, a workbook or another program's table is translated.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use kontor_exchange::grid::Grid;
use kontor_exchange::mapping::{
    self, Layout, Mapping, Places, Translated, UnknownParty, translate,
};
use kontor_exchange::text::SourceFile;
use kontor_exchange::workbook::{LARGEST_FILE, Workbook, is_workbook};
use kontor_exchange::{Fault, FaultReason, OpenError};
use kontor_store::Connection;

use super::names::BookNames;
use super::{ImportRefused, Options, not_opened};
use crate::context::Facts;
use crate::errors::Refusal;
use crate::import_mappings;

/// Where a file comes from.
#[derive(Clone, Debug)]
pub enum Input<'a> {
    /// It lies on the disk.
    Path(&'a Path),
    /// It was dropped on the window.
    Bytes(Arc<[u8]>),
}

/// A file as one of ours, and what is known of how it became that.
pub(super) struct Opened {
    pub(super) source: SourceFile,
    /// The fingerprint of the file as it was given.
    pub(super) hash: String,
    pub(super) translated: Option<Found>,
}

/// What translating found.
pub(super) struct Found {
    pub(super) places: Places,
    pub(super) parties: BTreeMap<String, UnknownParty>,
    pub(super) items: BTreeMap<String, String>,
}

/// The tables of a file before anything is made of them.
pub(super) struct Tables {
    pub(super) grids: Vec<Grid>,
    pub(super) sheets: Vec<String>,
    pub(super) hash: String,
    /// A text file, which may be one of ours.
    pub(super) text: Option<SourceFile>,
}

/// Opens a file for an import of a kind.
pub(super) fn open(
    connection: &Connection,
    facts: &Facts,
    kind: &str,
    input: &Input<'_>,
    options: &Options,
) -> Result<Opened, ImportRefused> {
    let refused = |error| not_opened(error, path_of(input));
    if !is_book(input).map_err(refused)? && options.mapping.is_none() {
        let source = text(input).map_err(refused)?;
        // A file of ours is never held as a whole; one that is close to ours is told what is wrong with it.
        if mapping::is_own(kind, &source) {
            let hash = hex(source.sha256());
            return Ok(Opened { source, hash, translated: None });
        }
    }
    let tables = tables(input, options.sheet.as_deref()).map_err(refused)?;
    let known = match &options.mapping {
        Some(mapping) => vec![Mapping { kind: kind.to_owned(), ..mapping.clone() }],
        None => known(connection, kind)?.into_iter().map(|(_, mapping)| mapping).collect(),
    };
    let Some(found) = mapping::recognise(&tables.grids, &known) else {
        return match tables.text.filter(|_| options.mapping.is_none()) {
            Some(source) => Ok(Opened { source, hash: tables.hash, translated: None }),
            None => Err(refused(
                Fault { row: 1, column: None, reason: FaultReason::NotRecognised }.into(),
            )),
        };
    };
    let mapping = known.into_iter().nth(found.mapping).ok_or_else(|| Refusal::bug("mapping"))?;
    let grid = tables.grids.into_iter().nth(found.sheet).ok_or_else(|| Refusal::bug("sheet"))?;
    let translated = translated(connection, facts, grid, found.layout, &mapping)?;
    let items = translated.unknown_items.into_iter().collect();
    let parties =
        translated.unknown_parties.into_iter().map(|one| (one.key.clone(), one)).collect();
    let found = Found { places: translated.places, parties, items };
    Ok(Opened { source: translated.table, hash: tables.hash, translated: Some(found) })
}

/// Translates a table for a book. Where the book begins with its year, nothing was turned over in the year before it.
pub(super) fn translated(
    connection: &Connection,
    facts: &Facts,
    grid: Grid,
    mut layout: Layout,
    mapping: &Mapping,
) -> Result<Translated, ImportRefused> {
    let begins_year = facts.periods.first().is_some_and(|period| period.key.number == 1);
    if begins_year && mapping.program != "kontor" {
        layout.columns.retain(|meaning, _| !meaning.starts_with("ytd_"));
    }
    let names = BookNames::read(connection, facts)?;
    translate(grid, &layout, mapping, &names).map_err(|error| not_opened(error, Path::new("-")))
}

/// The mappings that may fit a kind, or any kind: those the book keeps first, each with the name it is kept under.
pub(super) fn known(
    connection: &Connection,
    kind: &str,
) -> Result<Vec<(Option<String>, Mapping)>, Refusal> {
    let kept = import_mappings::all(connection)?.into_iter().map(|(name, one)| (Some(name), one));
    let built_in = mapping::built_in().into_iter().map(|one| (None, one));
    Ok(kept.chain(built_in).filter(|(_, one)| kind.is_empty() || one.kind == kind).collect())
}

/// Reads every table of a file, or the one of a name.
pub(super) fn tables(input: &Input<'_>, sheet: Option<&str>) -> Result<Tables, OpenError> {
    if !is_book(input)? {
        let source = text(input)?;
        let grid = Grid::from_text(&source)?;
        let hash = hex(source.sha256());
        return Ok(Tables { grids: vec![grid], sheets: Vec::new(), hash, text: Some(source) });
    }
    let bytes = bytes(input)?;
    let hash = hex(SourceFile::fingerprint(&bytes));
    let mut workbook = Workbook::open(bytes)?;
    let sheets = workbook.sheets().to_vec();
    let wanted: Vec<&str> = match sheet {
        Some(sheet) => vec![sheet],
        None => sheets.iter().map(String::as_str).collect(),
    };
    let grids = wanted.into_iter().map(|name| workbook.read(name)).collect::<Result<_, _>>()?;
    Ok(Tables { grids, sheets, hash, text: None })
}

/// Tells faults by the cells of the file they came from.
pub(super) fn placed(refused: ImportRefused, places: &Places) -> ImportRefused {
    let ImportRefused { mut refusal, mut faults } = refused;
    for fault in &mut faults {
        let place = places.of(fault.row, fault.column.as_deref());
        fault.row = place.row;
        fault.column = place.cell.clone().or(fault.column.take());
        // A message that names another row of the table means that of the file.
        if let Some(first) = fault.refusal.details.get_mut("first")
            && let Ok(row) = first.parse()
        {
            *first = places.of(row, None).row.to_string();
        }
        fault.place = Some(place);
    }
    faults.sort_by(|one, other| (one.row, &one.column).cmp(&(other.row, &other.column)));
    // Every line of a voucher finds its day wrong; it is wrong once.
    faults.dedup_by(|one, other| {
        one.row == other.row && one.column == other.column && one.refusal == other.refusal
    });
    refusal = refusal.with("count", faults.len());
    if let Some(first) = faults.first() {
        refusal = refusal.with("row", first.row);
        refusal = refusal.with("column", first.column.as_deref().unwrap_or("-"));
    }
    ImportRefused { refusal, faults }
}

fn is_book(input: &Input<'_>) -> Result<bool, OpenError> {
    match input {
        Input::Bytes(bytes) => Ok(is_workbook(bytes)),
        Input::Path(path) => {
            // A pipe would block before anything could be said about it.
            if !std::fs::metadata(path)?.is_file() {
                return Ok(false);
            }
            let mut beginning = Vec::new();
            File::open(path)?.take(8).read_to_end(&mut beginning)?;
            Ok(is_workbook(&beginning))
        }
    }
}

fn text(input: &Input<'_>) -> Result<SourceFile, OpenError> {
    match input {
        Input::Path(path) => SourceFile::open(path),
        Input::Bytes(bytes) => SourceFile::from_bytes(Arc::clone(bytes)),
    }
}

fn bytes(input: &Input<'_>) -> Result<Arc<[u8]>, OpenError> {
    match input {
        Input::Bytes(bytes) => Ok(Arc::clone(bytes)),
        Input::Path(path) => {
            let mut bytes = Vec::new();
            File::open(path)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
            Ok(Arc::from(bytes))
        }
    }
}

fn path_of<'a>(input: &Input<'a>) -> &'a Path {
    match input {
        Input::Path(path) => path,
        Input::Bytes(_) => Path::new("-"),
    }
}

fn hex(hash: [u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
