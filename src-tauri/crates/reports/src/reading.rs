//! Reads back what was printed, so that it can be compared with the book: the cells of a CSV or XLSX, the texts of a PDF,
//! and the code that every print carries. Takes files of strangers, so nothing in it grows without a bound.

use crate::error::ReportError;
use crate::render::Format;

mod pdf;
mod xlsx;

/// The most a print may hold once it is unpacked, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// A print that was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// What kind of file it is.
    pub format: Format,
    /// Its rows of cells; each text of a PDF is a row of its own.
    pub rows: Vec<Vec<String>>,
}

/// A place where a print says something else than it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// The label of its row.
    pub label: String,
    /// The heading of its column; empty in a PDF.
    pub column: String,
    /// What the print says.
    pub printed: String,
    /// What it should say.
    pub expected: String,
}

impl Print {
    /// Reads a file: PDF and XLSX are known by how they begin, anything else is CSV.
    ///
    /// # Errors
    /// When it is none of the three.
    pub fn read(bytes: &[u8]) -> Result<Self, ReportError> {
        if bytes.starts_with(b"%PDF") {
            return Ok(Self { format: Format::Pdf, rows: pdf::texts(bytes)? });
        }
        if bytes.starts_with(b"PK") {
            return Ok(Self { format: Format::Xlsx, rows: xlsx::cells(bytes)? });
        }
        let failed = |e: ::csv::Error| ReportError::Output(e.to_string());
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader =
            ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut rows = Vec::new();
        for record in reader.records() {
            rows.push(record.map_err(failed)?.iter().map(str::to_owned).collect());
        }
        Ok(Self { format: Format::Csv, rows })
    }

    /// The first word in it that is the code of a print.
    pub fn code<T>(&self, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '：');
        let words = self.rows.iter().flatten().flat_map(|cell| cell.split(is_between));
        words.filter(|word| word.matches('-').count() >= 5).find_map(parse)
    }

    /// Where this print says something else than another, at most so many places.
    #[must_use]
    pub fn deviations(&self, expected: &Self, limit: usize) -> Vec<Deviation> {
        let mut found = Vec::new();
        let (printed, wanted) = (&self.rows, &expected.rows);
        let shorter = printed.len().min(wanted.len());
        let same = |one: &(&Vec<String>, &Vec<String>)| one.0 == one.1;
        let head = printed.iter().zip(wanted).take_while(same).count();
        let tail = printed.iter().rev().zip(wanted.iter().rev()).take_while(same).count();
        let tail = tail.min(shorter - head);
        let (left, right) = (printed.len() - tail, wanted.len() - tail);
        let none = Vec::new();
        for at in head..left.max(right) {
            let is_within = |end: usize| at < end;
            let printed = printed.get(at).filter(|_| is_within(left)).unwrap_or(&none);
            let row = wanted.get(at).filter(|_| is_within(right)).unwrap_or(&none);
            for column in 0..printed.len().max(row.len()) {
                let cell = |row: &Vec<String>| row.get(column).cloned().unwrap_or_default();
                let (printed, expected_text) = (cell(printed), cell(row));
                if printed == expected_text {
                    continue;
                }
                if found.len() == limit {
                    return found;
                }
                found.push(Deviation {
                    label: expected.label(at),
                    column: expected.heading(at, column),
                    printed,
                    expected: expected_text,
                });
            }
        }
        found
    }

    /// What a row is called: its first words, in a PDF those last said before it.
    fn label(&self, row: usize) -> String {
        let mut before = self.rows.iter().take(row + 1).rev().flatten();
        before.find(|cell| cell.chars().any(char::is_alphabetic)).cloned().unwrap_or_default()
    }

    /// What a column is called: the last words over it.
    fn heading(&self, row: usize, column: usize) -> String {
        if self.format == Format::Pdf {
            return String::new();
        }
        let mut above = self.rows.iter().take(row).rev().filter_map(|row| row.get(column));
        above.find(|cell| cell.chars().any(char::is_alphabetic)).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn a_changed_cell_is_named_by_its_row_and_column() {
        let book = Print::read("项目,期末\n现金,10.00\n存货,20.00\n".as_bytes()).unwrap();
        let print = Print::read("项目,期末\n现金,10.00\n存货,90.00\n".as_bytes()).unwrap();
        let found = print.deviations(&book, 10);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].label.as_str(), found[0].column.as_str()), ("存货", "期末"));
        assert_eq!((found[0].printed.as_str(), found[0].expected.as_str()), ("90.00", "20.00"));
        assert!(book.deviations(&book, 10).is_empty());
    }

    #[test]
    fn a_row_that_is_missing_is_one_row_of_deviations() {
        let book = Print::read(b"a,1\nb,2\nc,3\n").unwrap();
        let print = Print::read(b"a,1\nc,3\n").unwrap();
        let found = print.deviations(&book, 10);
        assert_eq!(found.iter().map(|one| one.expected.as_str()).collect::<Vec<_>>(), ["b", "2"]);
    }

    #[test]
    fn what_is_no_print_is_refused_or_has_no_code() {
        assert!(Print::read(b"%PDF-1.7 nothing").is_err());
        assert!(Print::read(b"PK nothing").is_err());
        let letter = Print::read(b"Dear Sir,\nyours\n").unwrap();
        assert_eq!(letter.code(|word| Some(word.to_owned())), None);
    }
}
