//! Entries out of lines: rows with the same `entry` form one entry, wherever in the file they stand.
//!
//! Programs export an entry's lines one after the other, so a first pass only looks whether that is so; then entries
//! are formed as the file is read. Otherwise the rows are sorted on the disk, once to bring an entry's rows
//! together and once to put the entries in the order in which the file first names them. Either way memory does not
//! grow with the file.

mod gathered;
mod order;

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::path::Path;

use chrono::NaiveDate;
use kontor_ledger::money::Currency;

use crate::fault::{Fault, OpenError};
use crate::record::Record;
use crate::sheet::{Header, RecordsUnderHeader, Sheet, read_row};
use crate::sheets::entry_lines::{EntryKind, EntryLine, EntryRow};
use crate::sort::Sorted;
use crate::text::SourceFile;
use gathered::Gathered;
use order::{is_grouped, key, sort};

/// How many faults are kept before they are asked for; a file with more is no table that anyone will correct by hand.
const FAULTS_LIMIT: usize = 1_000;

/// An entry of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What its lines have in common in the file.
    pub entry: String,
    /// Its date.
    pub date: NaiveDate,
    /// 凭证字.
    pub word: String,
    /// What it is for.
    pub kind: EntryKind,
    /// Its lines in the order of the file, each with the row it stands in.
    pub lines: Vec<(u64, EntryLine)>,
}

/// The entries of a file in the order in which it first names them, each with the row of its first line.
///
/// Every fault is given; an entry with a fault is not. That the file was changed meanwhile shows only at its end, so
/// nothing may be kept of a file before its last entry has been read.
pub struct Entries {
    source: SourceFile,
    records: Records,
    header: Header,
    functional: Currency,
    ahead: Option<Record>,
    faults: VecDeque<Fault>,
}

impl Entries {
    /// Opens a file; amounts without a currency of their own are in the book's. Looks through the whole file, and
    /// sorts it if need be, before the first entry is given.
    ///
    /// # Errors
    /// When the file cannot be read or sorted, is no text, or its header does not fit.
    pub fn open(path: &Path, functional: Currency) -> Result<Self, OpenError> {
        Self::from_source(SourceFile::open(path)?, functional)
    }

    /// Reads a file that has been scanned.
    ///
    /// # Errors
    /// As [`Entries::open`].
    pub fn from_source(source: SourceFile, functional: Currency) -> Result<Self, OpenError> {
        let mut faults = VecDeque::new();
        let open = || RecordsUnderHeader::open(&source, EntryRow::COLUMNS);
        let is_grouped = is_grouped(open()?);
        let records = open()?;
        let header = records.header().clone();
        let records = if is_grouped {
            Records::AsTheyCome(Box::new(records))
        } else {
            Records::Sorted(sort(records, &mut faults)?)
        };
        Ok(Self { source, records, header, functional, ahead: None, faults })
    }

    /// The file the entries come from.
    #[must_use]
    pub fn source(&self) -> &SourceFile {
        &self.source
    }

    /// Whether the file had to be sorted.
    #[must_use]
    pub fn is_sorted_on_disk(&self) -> bool {
        matches!(self.records, Records::Sorted(_))
    }

    /// Gathers the rows of the next entry; an entry in which something is wrong leaves faults behind and is `None`.
    fn gather(&mut self, first: &Record) -> Option<(u64, Entry)> {
        let key = key(&self.header, first).to_owned();
        let faults_before = self.faults.len();
        let mut gathered = Gathered::default();
        gathered.take(first, self.read(first));
        loop {
            let mut record = Record::default();
            match self.records.read(&mut record) {
                Ok(false) => break,
                Ok(true) if key != order::key(&self.header, &record) => {
                    self.ahead = Some(record);
                    break;
                }
                Ok(true) => {
                    let row = self.read(&record);
                    gathered.take(&record, row);
                }
                // Which entry the row belongs to is not known; the one it stands in or after is the best guess.
                Err(fault) => {
                    self.faults.push_back(fault);
                    if self.faults.len() >= FAULTS_LIMIT {
                        self.records = Records::Over;
                    }
                }
            }
        }
        self.faults.extend(gathered.faults);
        let entry = gathered.entry.filter(|_| self.faults.len() == faults_before);
        entry.map(|entry| (first.row, entry))
    }

    fn read(&self, record: &Record) -> Result<EntryRow, Vec<Fault>> {
        read_row(record, &self.header, self.functional)
    }
}

impl Iterator for Entries {
    type Item = Result<(u64, Entry), Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(fault) = self.faults.pop_front() {
                return Some(Err(fault));
            }
            let first = match self.ahead.take() {
                Some(record) => record,
                None => {
                    let mut record = Record::default();
                    match self.records.read(&mut record) {
                        Ok(true) => record,
                        Ok(false) => return None,
                        Err(fault) => return Some(Err(fault)),
                    }
                }
            };
            if let Some(entry) = self.gather(&first) {
                return Some(Ok(entry));
            }
        }
    }
}

/// Where the rows come from, such that those of one entry follow each other.
enum Records {
    AsTheyCome(Box<RecordsUnderHeader>),
    Sorted(Sorted),
    /// After a failure of the disk, or too many faults.
    Over,
}

impl Records {
    fn read(&mut self, record: &mut Record) -> Result<bool, Fault> {
        let sorted = match self {
            Self::AsTheyCome(records) => return records.read(record),
            Self::Sorted(sorted) => sorted,
            Self::Over => return Ok(false),
        };
        let read = match sorted.next() {
            None => return Ok(false),
            Some(Ok((_, value))) => {
                Record::from_bytes(&value).ok_or_else(|| ErrorKind::InvalidData.into())
            }
            Some(Err(error)) => Err(error),
        };
        match read {
            Ok(read) => {
                *record = read;
                Ok(true)
            }
            Err(error) => {
                *self = Self::Over;
                Err(Fault::of_reading(record.row, &error))
            }
        }
    }
}
