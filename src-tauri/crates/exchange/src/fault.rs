//! What is wrong with a file and where: facts only, the sentence is made where the reader's language is known.

use std::io;

/// One thing that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file where the faulty row begins, the header being line 1.
    pub row: u64,
    /// The column's name as the format calls it (for a column the format does not know: as the file calls it);
    /// `None` when the row as a whole is at fault.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: FaultReason,
}

/// Why a file, a row or a cell is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultReason {
    /// The file has no line with column names.
    NoHeader,
    /// The file is UTF-16, which is neither UTF-8 nor GB18030.
    Utf16,
    /// The file holds a zero byte, so it is no text.
    NulByte,
    /// The bytes are neither UTF-8 nor GB18030.
    NotText,
    /// Another program changed the file between two readings of it.
    ChangedWhileReading,
    /// The system could not read the file, or could not keep what has to be sorted.
    Unreadable(io::ErrorKind),
    /// A required column is not in the header.
    MissingColumn,
    /// The header names a column that the format does not have.
    UnknownColumn,
    /// The header names a column twice.
    DuplicateColumn,
    /// The row has more or fewer cells than the header.
    WrongFieldCount {
        /// As many as the header has; for the header itself, the most that it can have.
        expected: usize,
        /// As many as the row has.
        found: usize,
    },
    /// The cell is longer than any cell may be.
    CellTooLong {
        /// The most bytes a cell may have.
        limit: usize,
    },
    /// Something other than a separator follows a closing quote.
    BrokenQuote,
    /// The file ends inside a quoted cell: half a file.
    EndsInsideQuote,
    /// The cell must not be empty.
    Empty,
    /// Not a number.
    NotANumber {
        /// The beginning of what stands there.
        text: String,
    },
    /// More decimals than the currency or the quantity has.
    TooManyDecimals {
        /// How many it has.
        allowed: u8,
    },
    /// A number beyond what can be kept, or beyond what makes sense in this column.
    OutOfRange,
    /// Not a date, or not one of the calendar.
    NotADate {
        /// The beginning of what stands there.
        text: String,
    },
    /// Not the three letters of a currency.
    NotACurrency {
        /// The beginning of what stands there.
        text: String,
    },
    /// Not one of the words this column takes.
    UnknownWord {
        /// The beginning of what stands there.
        text: String,
        /// The words it takes.
        allowed: Vec<&'static str>,
    },
    /// The line stands on both sides.
    BothDebitAndCredit,
    /// The line stands on no side.
    NeitherDebitNorCredit,
    /// The cell says something else than the first line of the same entry.
    DiffersFromFirstLine {
        /// Where the first line of the entry stands.
        first_row: u64,
    },
    /// The entry has more lines, or more text in them, than one entry may have.
    EntryTooLarge {
        /// At how many lines it was given up.
        lines: usize,
    },
    /// A workbook of the time before 2007, or one locked with a password, which is kept the same way.
    OldWorkbook,
    /// No workbook, or a broken one.
    NotAWorkbook,
    /// More sheets, rows or cells than are read at once, or packed to unpack into more than any books need.
    TableTooLarge,
    /// The workbook has no sheet of this name.
    NoSuchSheet {
        /// The name.
        name: String,
    },
    /// No row of the table names the columns that are needed.
    NotRecognised,
}

/// Why no row of a file could be read.
#[derive(Debug)]
pub enum OpenError {
    /// The system could not open or read it.
    Io(io::Error),
    /// It is no table of the expected kind; each fault of its header.
    Faults(Vec<Fault>),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Fault> for OpenError {
    fn from(fault: Fault) -> Self {
        Self::Faults(vec![fault])
    }
}

impl Fault {
    /// A fault of a whole row.
    pub(crate) fn of_row(row: u64, reason: FaultReason) -> Self {
        Self { row, column: None, reason }
    }

    /// A fault of one cell.
    pub(crate) fn of_cell(row: u64, column: &str, reason: FaultReason) -> Self {
        Self { row, column: Some(column.to_owned()), reason }
    }

    /// The fault an interrupted reading leaves behind.
    pub(crate) fn of_reading(row: u64, error: &io::Error) -> Self {
        let reason = error.get_ref().and_then(|inner| inner.downcast_ref::<Interrupted>()).map_or(
            FaultReason::Unreadable(error.kind()),
            |interrupted| match interrupted {
                Interrupted::NotText => FaultReason::NotText,
                Interrupted::Changed => FaultReason::ChangedWhileReading,
            },
        );
        Self::of_row(row, reason)
    }
}

/// Why the stream of decoded text breaks off although the system reads on; travels inside an [`io::Error`].
#[derive(Clone, Copy, Debug)]
pub(crate) enum Interrupted {
    /// A byte sequence that the encoding does not have.
    NotText,
    /// The bytes are not those of the first reading.
    Changed,
}

impl std::fmt::Display for Interrupted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotText => "not text",
            Self::Changed => "changed while reading",
        })
    }
}

impl std::error::Error for Interrupted {}

impl From<Interrupted> for io::Error {
    fn from(interrupted: Interrupted) -> Self {
        Self::new(io::ErrorKind::InvalidData, interrupted)
    }
}
