//! A table of cells as a person sees it on the screen of a spreadsheet, before anyone says what its columns mean.

use std::io::BufReader;

use crate::fault::{Fault, FaultReason, OpenError};
use crate::record::{Record, RecordReader};
use crate::text::SourceFile;

/// The most columns that are looked at; what lies further right is no table of a company's books.
pub(crate) const MOST_COLUMNS: usize = 256;
/// The most cells that are held at once.
pub(crate) const MOST_CELLS: usize = 8_000_000;

/// A table of texts. Rows and columns are counted from nought here and named from one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The sheet's name; nothing where the file has no sheets.
    pub sheet: Option<String>,
    /// Whether days are counted from 1904, as some Macs do.
    pub counts_from_1904: bool,
    rows: Vec<Vec<String>>,
    cells: usize,
}

impl Grid {
    /// An empty table.
    #[must_use]
    pub fn new(sheet: Option<String>, counts_from_1904: bool) -> Self {
        Self { sheet, counts_from_1904, ..Self::default() }
    }

    /// A table of a text file; rows may be of any length.
    ///
    /// # Errors
    /// When the text breaks off, or has more cells than are held.
    pub fn from_text(source: &SourceFile) -> Result<Self, OpenError> {
        let text = BufReader::with_capacity(64 * 1024, source.text()?);
        let mut reader = RecordReader::new(text, source.separator(), MOST_COLUMNS);
        let mut record = Record::default();
        let mut grid = Self::default();
        while reader.read(&mut record).map_err(|(fault, _)| fault)? {
            let row = usize::try_from(record.row.saturating_sub(1)).unwrap_or(usize::MAX);
            for column in 0..record.found().min(MOST_COLUMNS) {
                let text = record.cell(column);
                if !text.is_empty() {
                    grid.put(row, column, text.to_owned())?;
                }
            }
        }
        Ok(grid)
    }

    /// Sets a cell.
    ///
    /// # Errors
    /// When the table would grow beyond what is held.
    pub fn put(&mut self, row: usize, column: usize, text: String) -> Result<(), OpenError> {
        let too_large = || Fault::of_row(row as u64 + 1, FaultReason::TableTooLarge);
        if column >= MOST_COLUMNS {
            return Ok(());
        }
        // An empty row costs too, so that a cell in the last of a million rows is not free.
        let grown = (row + 1).saturating_sub(self.rows.len());
        // A long text costs as many cells as it fills; the same text may be named from a million cells.
        self.cells = self.cells.saturating_add(grown).saturating_add(text.len() / 32);
        if self.cells > MOST_CELLS {
            return Err(too_large().into());
        }
        if row >= self.rows.len() {
            self.rows.resize(row + 1, Vec::new());
        }
        let cells = self.rows.get_mut(row).ok_or_else(too_large)?;
        if column >= cells.len() {
            self.cells += column + 1 - cells.len();
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }

    /// The text of a cell without the blanks around it; empty where there is none.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", |text| text.trim())
    }

    /// How much of what may be held it takes.
    pub(crate) fn weight(&self) -> usize {
        self.cells
    }

    /// The rows, each with its cells.
    #[must_use]
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// How many columns the widest of the first rows has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().take(200).map(Vec::len).max().unwrap_or_default()
    }
}

/// What a spreadsheet calls a cell: `B12`.
#[must_use]
pub fn cell_name(row: u64, column: usize) -> String {
    format!("{}{row}", column_name(column))
}

/// What a spreadsheet calls a column, counted from nought: `A`, `Z`, `AA`.
#[must_use]
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn cells_are_named_as_a_spreadsheet_names_them() {
        assert_eq!(cell_name(12, 1), "B12");
        assert_eq!(cell_name(1, 25), "Z1");
        assert_eq!(cell_name(1, 26), "AA1");
        assert_eq!(cell_name(1, 701), "ZZ1");
        assert_eq!(cell_name(1, 702), "AAA1");
    }

    #[test]
    fn a_table_of_text_keeps_its_title_lines_and_rows_of_any_length() {
        let text = "凭证列表\n单位：海砚,2026年1月\n日期,凭证号,摘要\n2026-01-05,记-1,\"买,纸\"\n";
        let source = SourceFile::from_bytes(text.as_bytes().into()).unwrap();
        let grid = Grid::from_text(&source).unwrap();
        assert_eq!(grid.cell(0, 0), "凭证列表");
        assert_eq!(grid.cell(1, 1), "2026年1月");
        assert_eq!(grid.cell(3, 2), "买,纸");
        assert_eq!(grid.cell(9, 9), "");
    }

    #[test]
    fn a_cell_far_away_is_refused_before_memory_is_taken() {
        let mut grid = Grid::default();
        assert!(grid.put(900_000_000, 0, "x".to_owned()).is_err());
        assert!(grid.put(3, 16_000, "x".to_owned()).is_ok());
        assert_eq!(grid.rows().len(), 0);
    }
}
