//! A workbook of a spreadsheet (XLSX), read as hostile: what it holds is measured before it is unpacked, formulas are
//! never run (the value that was last shown is read), and nothing outside the file is fetched.

mod measure;
mod number;

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{DataRef, Reader as _, SheetType, Xlsx};

use crate::fault::{Fault, FaultReason, OpenError};
use crate::grid::{Grid, MOST_CELLS};
pub use measure::LARGEST_FILE;

/// The most sheets a workbook may have.
const MOST_SHEETS: usize = 255;
/// How a package of files begins.
const ZIP_MARK: &[u8] = b"PK\x03\x04";
/// How a workbook of the time before 2007 begins.
const OLD_MARK: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// Whether bytes begin like a workbook, old or new.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP_MARK) || bytes.starts_with(OLD_MARK)
}

/// An open workbook.
pub struct Workbook {
    file: Xlsx<Cursor<Arc<[u8]>>>,
    sheets: Vec<String>,
    /// How much of what may be held the sheets read so far take.
    held: usize,
}

impl Workbook {
    /// Measures and opens a workbook.
    ///
    /// # Errors
    /// When it is none, an old one, locked with a password, or larger than any company's books.
    pub fn open(bytes: Arc<[u8]>) -> Result<Self, OpenError> {
        if bytes.starts_with(OLD_MARK) {
            return Err(whole(FaultReason::OldWorkbook));
        }
        measure::measure(&bytes)?;
        let opened = guarded(|| Xlsx::new(Cursor::new(bytes)))?;
        let file = opened.map_err(|_| whole(FaultReason::NotAWorkbook))?;
        let sheets: Vec<String> = file
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| sheet.name.clone())
            .collect();
        if sheets.is_empty() {
            return Err(whole(FaultReason::NotAWorkbook));
        }
        if sheets.len() > MOST_SHEETS {
            return Err(whole(FaultReason::TableTooLarge));
        }
        Ok(Self { file, sheets, held: 0 })
    }

    /// The names of its sheets in their order.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The cells of a sheet as texts.
    ///
    /// # Errors
    /// When the sheet is not there, broken, or too large.
    pub fn read(&mut self, sheet: &str) -> Result<Grid, OpenError> {
        let missing = || whole(FaultReason::NoSuchSheet { name: sheet.to_owned() });
        if !self.sheets.iter().any(|name| name == sheet) {
            return Err(missing());
        }
        let file = &mut self.file;
        let grid = guarded(|| read_cells(file, sheet))??;
        self.held = self.held.saturating_add(grid.weight());
        if self.held > 2 * MOST_CELLS {
            return Err(whole(FaultReason::TableTooLarge));
        }
        Ok(grid)
    }
}

fn read_cells(file: &mut Xlsx<Cursor<Arc<[u8]>>>, sheet: &str) -> Result<Grid, OpenError> {
    let broken = |_| whole(FaultReason::NotAWorkbook);
    let mut grid = Grid::new(Some(sheet.to_owned()), file.has_1904_epoch());
    let mut cells = file.worksheet_cells_reader(sheet).map_err(broken)?;
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        let text = text_of(cell.get_value());
        if !text.is_empty() {
            grid.put(row as usize, column as usize, text)?;
        }
    }
    Ok(grid)
}

/// What stands in a cell, as one line of text.
fn text_of(value: &DataRef<'_>) -> String {
    let text = match value {
        DataRef::Int(whole) => return whole.to_string(),
        DataRef::Float(number) => return number::plain(*number),
        DataRef::String(text) => text.as_str(),
        DataRef::SharedString(text) => text,
        DataRef::Bool(is_so) => return if *is_so { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            let has_time = (hour, minute, second) != (0, 0, 0);
            return if has_time {
                format!("{date} {hour:02}:{minute:02}:{second:02}")
            } else {
                date
            };
        }
        DataRef::DateTime(moment) => return number::plain(moment.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.as_str(),
        DataRef::Error(error) => return error.to_string(),
        DataRef::Empty => return String::new(),
    };
    one_line(text)
}

/// A text without breaks of lines, which would move the rows below it.
pub(crate) fn one_line(text: &str) -> String {
    let is_break = |c: char| c == '\n' || c == '\r' || c == '\u{2028}';
    if !text.contains(is_break) {
        return text.trim().to_owned();
    }
    text.split(is_break)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs the reader of somebody else's format; where a file brings it to its knees, the file is refused.
fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, OpenError> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| whole(FaultReason::NotAWorkbook))
}

fn whole(reason: FaultReason) -> OpenError {
    Fault::of_row(1, reason).into()
}

#[cfg(test)]
mod tests;
