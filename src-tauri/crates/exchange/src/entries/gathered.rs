//! The lines of one entry while they are being read, held to what an entry may be.

use super::Entry;
use crate::fault::{Fault, FaultReason};
use crate::record::Record;
use crate::sheets::entry_lines::EntryRow;

/// The most lines an entry may have: one entry is held in memory.
const LINES_LIMIT: usize = 10_000;
/// The most text the lines of an entry may have together.
const TEXT_LIMIT: usize = 4 * 1024 * 1024;

/// The lines of one entry as far as they have been read.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) entry: Option<Entry>,
    first_row: u64,
    lines: usize,
    text: usize,
    is_too_large: bool,
    pub(super) faults: Vec<Fault>,
}

impl Gathered {
    /// Takes the next row of the entry.
    pub(super) fn take(&mut self, record: &Record, row: Result<EntryRow, Vec<Fault>>) {
        self.lines += 1;
        self.text += record.text_length();
        if self.is_too_large {
            return;
        }
        if self.lines > LINES_LIMIT || self.text > TEXT_LIMIT {
            self.is_too_large = true;
            self.entry = None;
            let reason = FaultReason::EntryTooLarge { lines: self.lines };
            self.faults.push(Fault::of_cell(record.row, "entry", reason));
            return;
        }
        let row = match row {
            Ok(row) => row,
            Err(faults) => return self.faults.extend(faults),
        };
        let Some(entry) = &mut self.entry else {
            let EntryRow { date, entry, word, kind, line } = row;
            self.first_row = record.row;
            self.entry = Some(Entry { entry, date, word, kind, lines: vec![(record.row, line)] });
            return;
        };
        let same = [
            ("date", entry.date == row.date),
            ("word", entry.word == row.word),
            ("kind", entry.kind == row.kind),
        ];
        let first_row = self.first_row;
        let differing = same.iter().filter(|(_, is_same)| !is_same).map(|(column, _)| {
            let reason = FaultReason::DiffersFromFirstLine { first_row };
            Fault::of_cell(record.row, column, reason)
        });
        self.faults.extend(differing);
        entry.lines.push((record.row, row.line));
    }
}
