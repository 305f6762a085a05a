//! A table with a header: columns are matched by name in any order, rows become plain structs one after the other.

use std::collections::VecDeque;
use std::io::BufReader;
use std::marker::PhantomData;
use std::path::Path;

use kontor_ledger::money::Currency;

use crate::fault::{Fault, FaultReason, OpenError};
use crate::record::{Record, RecordReader};
use crate::row::Row;
use crate::text::{Decoded, SourceFile};
use crate::write::Cells;

/// A column of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the header.
    pub name: &'static str,
    /// Whether the header must have it.
    pub is_required: bool,
}

/// A column that the header must have.
pub(crate) const fn required(name: &'static str) -> Column {
    Column { name, is_required: true }
}

/// A column that the header may have.
pub(crate) const fn optional(name: &'static str) -> Column {
    Column { name, is_required: false }
}

/// A format: its columns, and how a row is read from and written to them.
pub trait Sheet: Sized {
    /// The columns in the order they are written in.
    const COLUMNS: &'static [Column];

    /// Reads a row. What is wrong is noted in the row, which is then refused; so all faults of a row are found.
    fn read(row: &mut Row<'_>) -> Self;

    /// Writes the cells of a row, in the order of the columns.
    fn write(&self, cells: &mut Cells);
}

/// Where the columns of a format stand in a file.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    columns: &'static [Column],
    names: Vec<String>,
    places: Vec<Option<usize>>,
}

impl Header {
    fn matching(columns: &'static [Column], record: &Record) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut names = Vec::new();
        let mut places = vec![None; columns.len()];
        for place in 0..record.found() {
            let name = record.cell(place).trim();
            let known = columns.iter().position(|column| column.name.eq_ignore_ascii_case(name));
            let slot = known.and_then(|index| places.get_mut(index));
            let reason = match slot {
                Some(Some(_)) => Some(FaultReason::DuplicateColumn),
                Some(slot) => {
                    *slot = Some(place);
                    None
                }
                // A mistyped name must not silently lose what stands under it.
                None => Some(FaultReason::UnknownColumn),
            };
            faults.extend(reason.map(|reason| Fault::of_cell(record.row, name, reason)));
            names.push(name.to_ascii_lowercase());
        }
        for (column, place) in columns.iter().zip(&places) {
            if column.is_required && place.is_none() {
                faults.push(Fault::of_cell(record.row, column.name, FaultReason::MissingColumn));
            }
        }
        if faults.is_empty() { Ok(Self { columns, names, places }) } else { Err(faults) }
    }

    /// The cell under a column; empty where the file does not have the column.
    pub(crate) fn cell<'r>(&self, record: &'r Record, name: &str) -> &'r str {
        let index = self.columns.iter().position(|column| column.name == name);
        let place = index.and_then(|index| self.places.get(index).copied().flatten());
        place.map(|place| record.cell(place)).unwrap_or_default()
    }

    fn name_at(&self, place: usize) -> Option<String> {
        self.names.get(place).cloned()
    }
}

/// The records under a header, still as text.
pub(crate) struct RecordsUnderHeader {
    reader: RecordReader<BufReader<Decoded>>,
    header: Header,
}

impl RecordsUnderHeader {
    pub(crate) fn open(source: &SourceFile, columns: &'static [Column]) -> Result<Self, OpenError> {
        let text = BufReader::with_capacity(64 * 1024, source.text()?);
        // Twice as many as the format has is enough to name those that are unknown or there twice.
        let most = 2 * columns.len();
        let mut reader = RecordReader::new(text, source.separator(), most);
        let mut record = Record::default();
        let is_there = reader.read(&mut record).map_err(|(fault, _)| fault)?;
        if !is_there || record.is_empty() {
            return Err(Fault::of_row(1, FaultReason::NoHeader).into());
        }
        if record.found() > most {
            let reason =
                FaultReason::WrongFieldCount { expected: columns.len(), found: record.found() };
            return Err(Fault::of_row(record.row, reason).into());
        }
        let header = Header::matching(columns, &record).map_err(OpenError::Faults)?;
        reader.keep_cells(record.found());
        Ok(Self { reader, header })
    }

    pub(crate) fn header(&self) -> &Header {
        &self.header
    }

    /// Reads the next record that is not empty; `false` at the end.
    pub(crate) fn read(&mut self, record: &mut Record) -> Result<bool, Fault> {
        let expected = self.header.names.len();
        loop {
            match self.reader.read(record) {
                Ok(false) => return Ok(false),
                // Spreadsheets leave rows of separators behind where something was deleted.
                Ok(true) if record.is_empty() => {}
                Ok(true) if record.found() == expected => return Ok(true),
                Ok(true) => {
                    let reason = FaultReason::WrongFieldCount { expected, found: record.found() };
                    return Err(Fault::of_row(record.row, reason));
                }
                Err((fault, place)) => {
                    let column = place.and_then(|place| self.header.name_at(place));
                    return Err(Fault { column, ..fault });
                }
            }
        }
    }
}

/// Reads one record as a row of a format.
pub(crate) fn read_row<T: Sheet>(
    record: &Record,
    header: &Header,
    functional: Currency,
) -> Result<T, Vec<Fault>> {
    let mut row = Row::new(record, header, functional);
    let value = T::read(&mut row);
    let faults = row.into_faults();
    if faults.is_empty() { Ok(value) } else { Err(faults) }
}

/// The rows of a file, read as they are asked for. A row with several faults gives each of them. That the file was
/// changed meanwhile shows only at its end, so nothing may be kept of a file before its last row has been read.
pub struct Rows<T> {
    source: SourceFile,
    records: RecordsUnderHeader,
    record: Record,
    functional: Currency,
    faults: VecDeque<Fault>,
    kind: PhantomData<T>,
}

impl<T: Sheet> Rows<T> {
    /// Opens a file; amounts without a currency of their own are in the book's.
    ///
    /// # Errors
    /// When the file cannot be read, is no text, or its header does not fit.
    pub fn open(path: &Path, functional: Currency) -> Result<Self, OpenError> {
        Self::from_source(SourceFile::open(path)?, functional)
    }

    /// Reads a file that has been scanned.
    ///
    /// # Errors
    /// When the header does not fit.
    pub fn from_source(source: SourceFile, functional: Currency) -> Result<Self, OpenError> {
        let records = RecordsUnderHeader::open(&source, T::COLUMNS)?;
        let (record, faults) = (Record::default(), VecDeque::new());
        Ok(Self { source, records, record, functional, faults, kind: PhantomData })
    }

    /// The file the rows come from.
    #[must_use]
    pub fn source(&self) -> &SourceFile {
        &self.source
    }
}

impl<T: Sheet> Iterator for Rows<T> {
    type Item = Result<(u64, T), Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(fault) = self.faults.pop_front() {
            return Some(Err(fault));
        }
        match self.records.read(&mut self.record) {
            Err(fault) => return Some(Err(fault)),
            Ok(false) => return None,
            Ok(true) => {}
        }
        match read_row(&self.record, self.records.header(), self.functional) {
            Ok(value) => Some(Ok((self.record.row, value))),
            Err(faults) => {
                self.faults = faults.into();
                self.faults.pop_front().map(Err)
            }
        }
    }
}
