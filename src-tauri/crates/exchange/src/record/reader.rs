//! Text cut into records and cells as RFC 4180 says, strictly, with nothing kept of a cell that is too long.
//!
//! The `csv` crate writes our files but does not read them: it finds *a* parse of everything, so half a file, or a
//! quote closed in the wrong place, would pass as data; and it keeps cells of any length in memory. A quote in the
//! middle of an unquoted cell is the one liberty taken: it can only mean itself.

use std::io::BufRead;

use super::Record;
use crate::fault::{Fault, FaultReason};

/// The most bytes a cell may have.
pub(crate) const CELL_LIMIT: usize = 64 * 1024;

/// A reader of records over decoded text.
pub(crate) struct RecordReader<R> {
    input: R,
    cutter: Cutter,
    cells_kept: usize,
    is_over: bool,
}

impl<R: BufRead> RecordReader<R> {
    /// A reader that keeps at most so many cells of a row.
    pub(crate) fn new(input: R, separator: u8, cells_kept: usize) -> Self {
        Self { input, cutter: Cutter::new(separator), cells_kept, is_over: false }
    }

    /// Keeps another number of cells from the next row on.
    pub(crate) fn keep_cells(&mut self, cells: usize) {
        self.cells_kept = cells;
    }

    /// Reads the next row that is no blank line; `false` at the end of the file.
    ///
    /// # Errors
    /// `Err` carries the fault and, where it is known, the place of the faulty cell. After a fault that leaves the
    /// rest of the file without a meaning, the next call says that the file is over.
    pub(crate) fn read(&mut self, record: &mut Record) -> Result<bool, (Fault, Option<usize>)> {
        if self.is_over {
            return Ok(false);
        }
        let mut draft = Draft::reusing(record, self.cutter.line, self.cells_kept);
        loop {
            let piece = match self.input.fill_buf() {
                Ok(piece) => piece,
                Err(error) => {
                    self.is_over = true;
                    return Err((Fault::of_reading(draft.row, &error), None));
                }
            };
            let is_end = piece.is_empty();
            let (used, cut) =
                if is_end { (0, self.cutter.end()) } else { self.cutter.cut(piece, &mut draft) };
            self.input.consume(used);
            self.is_over = is_end || matches!(cut, Cut::Broken(_));
            match cut {
                Cut::Unfinished => {}
                Cut::Broken(reason) => {
                    return Err((Fault::of_row(draft.row, reason), Some(draft.found)));
                }
                Cut::Record if draft.is_blank() && is_end => return Ok(false),
                Cut::Record if draft.is_blank() => draft.row = self.cutter.line,
                Cut::Record => {
                    draft.end_cell();
                    return draft.finish(record).map(|()| true);
                }
            }
        }
    }
}

/// Where in a record the next byte falls.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    CellStart,
    Plain,
    Quoted,
    AfterQuote,
}

/// What a piece of text brought.
enum Cut {
    Unfinished,
    Record,
    Broken(FaultReason),
}

/// The state between two bytes.
struct Cutter {
    separator: u8,
    place: Place,
    line: u64,
    is_after_return: bool,
}

impl Cutter {
    fn new(separator: u8) -> Self {
        Self { separator, place: Place::CellStart, line: 1, is_after_return: false }
    }

    /// Takes bytes until a record is complete; says how many it took.
    fn cut(&mut self, piece: &[u8], draft: &mut Draft) -> (usize, Cut) {
        for (index, byte) in piece.iter().copied().enumerate() {
            let is_second_half = byte == b'\n' && self.is_after_return;
            self.is_after_return = byte == b'\r';
            if matches!(byte, b'\n' | b'\r') && !is_second_half {
                self.line += 1;
            }
            match (self.place, byte) {
                (Place::Quoted, b'"') => self.place = Place::AfterQuote,
                (Place::Quoted, _) => draft.push(byte),
                (Place::CellStart, b'"') => {
                    self.place = Place::Quoted;
                    draft.has_quotes = true;
                }
                (Place::AfterQuote, b'"') => {
                    self.place = Place::Quoted;
                    draft.push(byte);
                }
                // The line feed of a carriage return that has already ended the record before.
                (Place::CellStart, b'\n') if is_second_half => draft.row = self.line,
                (_, b'\n' | b'\r') => {
                    self.place = Place::CellStart;
                    return (index + 1, Cut::Record);
                }
                (_, byte) if byte == self.separator => {
                    self.place = Place::CellStart;
                    draft.end_cell();
                }
                (Place::AfterQuote, _) => {
                    return (index + 1, Cut::Broken(FaultReason::BrokenQuote));
                }
                (Place::CellStart | Place::Plain, _) => {
                    self.place = Place::Plain;
                    draft.push(byte);
                }
            }
        }
        (piece.len(), Cut::Unfinished)
    }

    fn end(&self) -> Cut {
        match self.place {
            Place::Quoted => Cut::Broken(FaultReason::EndsInsideQuote),
            _ => Cut::Record,
        }
    }
}

/// A record in the making.
struct Draft {
    row: u64,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    found: usize,
    cells_kept: usize,
    cell_length: usize,
    too_long: Option<usize>,
    has_quotes: bool,
}

impl Draft {
    fn reusing(record: &mut Record, row: u64, cells_kept: usize) -> Self {
        let mut bytes = std::mem::take(&mut record.text).into_bytes();
        let mut ends = std::mem::take(&mut record.ends);
        bytes.clear();
        ends.clear();
        Self {
            row,
            bytes,
            ends,
            found: 0,
            cells_kept,
            cell_length: 0,
            too_long: None,
            has_quotes: false,
        }
    }

    fn push(&mut self, byte: u8) {
        self.cell_length += 1;
        if self.cell_length > CELL_LIMIT {
            self.too_long.get_or_insert(self.found);
        } else if self.found < self.cells_kept {
            self.bytes.push(byte);
        }
    }

    fn end_cell(&mut self) {
        if self.found < self.cells_kept {
            self.ends.push(self.bytes.len());
        }
        self.found += 1;
        self.cell_length = 0;
    }

    /// Whether nothing but a line's end has been read.
    fn is_blank(&self) -> bool {
        self.found == 0 && self.cell_length == 0 && !self.has_quotes
    }

    fn finish(self, record: &mut Record) -> Result<(), (Fault, Option<usize>)> {
        if let Some(place) = self.too_long {
            let reason = FaultReason::CellTooLong { limit: CELL_LIMIT };
            return Err((Fault::of_row(self.row, reason), Some(place)));
        }
        let Ok(text) = String::from_utf8(self.bytes) else {
            return Err((Fault::of_row(self.row, FaultReason::NotText), None));
        };
        *record = Record { row: self.row, text, ends: self.ends, found: self.found };
        Ok(())
    }
}
