//! Tables as other programs and spreadsheets take them: RFC 4180, UTF-8, texts guarded against being run as formulas.

use std::io::{self, Write};
use std::marker::PhantomData;

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency, Quantity};
use rust_decimal::Decimal;

use crate::entries::Entry;
use crate::guard;
use crate::sheet::Sheet;
use crate::sheets::entry_lines::EntryRow;
use crate::values::Word;

/// The cells of a row that is being written, in the order of the format's columns.
pub struct Cells {
    functional: Currency,
    cells: Vec<String>,
}

impl Cells {
    /// The currency of amounts that name none.
    pub(crate) fn functional(&self) -> Currency {
        self.functional
    }

    /// A text or a code.
    pub(crate) fn text(&mut self, text: &str) {
        self.cells.push(guard::set(text).into_owned());
    }

    /// A text that may be absent.
    pub(crate) fn find_text(&mut self, text: Option<&str>) {
        self.text(text.unwrap_or_default());
    }

    /// An amount of the book's currency; nothing is an empty cell.
    pub(crate) fn amount(&mut self, amount: Amount) {
        let amount = Some(amount).filter(|amount| !amount.is_zero());
        self.find_amount(amount, self.functional);
    }

    /// An amount that is written even when it is nothing.
    pub(crate) fn find_amount(&mut self, amount: Option<Amount>, currency: Currency) {
        self.plain(amount.map(|amount| amount.to_text(currency)));
    }

    /// A quantity that may be absent.
    pub(crate) fn find_quantity(&mut self, quantity: Option<Quantity>) {
        self.plain(quantity.map(|quantity| quantity.to_string()));
    }

    /// A price or a rate that may be absent.
    pub(crate) fn find_decimal(&mut self, decimal: Option<Decimal>) {
        self.plain(decimal.map(|decimal| decimal.to_string()));
    }

    /// A whole number that may be absent.
    pub(crate) fn find_whole(&mut self, number: Option<u32>) {
        self.plain(number.map(|number| number.to_string()));
    }

    /// A date.
    pub(crate) fn date(&mut self, date: NaiveDate) {
        self.plain(Some(date.to_string()));
    }

    /// A word of a fixed list.
    pub(crate) fn word<T: Word>(&mut self, word: T) {
        self.plain(Some(word.word().to_owned()));
    }

    /// A word of a fixed list that may be absent.
    pub(crate) fn find_word<T: Word>(&mut self, word: Option<T>) {
        self.plain(word.map(|word| word.word().to_owned()));
    }

    /// Words of a fixed list, joined by `/`.
    pub(crate) fn words<T: Word>(&mut self, words: &[T]) {
        let words: Vec<_> = words.iter().map(|word| word.word()).collect();
        self.plain(Some(words.join("/")));
    }

    fn plain(&mut self, cell: Option<String>) {
        self.cells.push(cell.unwrap_or_default());
    }
}

/// A writer of one format.
pub struct SheetWriter<W: Write, T> {
    out: csv::Writer<W>,
    cells: Cells,
    kind: PhantomData<T>,
}

impl<W: Write, T: Sheet> SheetWriter<W, T> {
    /// Begins a table with its header. The byte order mark is there because Excel takes a file without one for the
    /// system's old code page.
    ///
    /// # Errors
    /// When the system cannot write.
    pub fn new(mut out: W, functional: Currency) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        out.write_record(T::COLUMNS.iter().map(|column| column.name))?;
        Ok(Self { out, cells: Cells { functional, cells: Vec::new() }, kind: PhantomData })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When the system cannot write.
    pub fn write(&mut self, row: &T) -> io::Result<()> {
        self.cells.cells.clear();
        row.write(&mut self.cells);
        // The csv crate refuses a row whose number of cells is not that of the header.
        Ok(self.out.write_record(&self.cells.cells)?)
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When the system cannot write.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(|error| error.into_error())
    }
}

impl<W: Write> SheetWriter<W, EntryRow> {
    /// Writes an entry, one row for each of its lines.
    ///
    /// # Errors
    /// When the system cannot write.
    pub fn write_entry(&mut self, entry: &Entry) -> io::Result<()> {
        entry.lines.iter().try_for_each(|(_, line)| {
            self.write(&EntryRow {
                date: entry.date,
                entry: entry.entry.clone(),
                word: entry.word.clone(),
                kind: entry.kind,
                line: line.clone(),
            })
        })
    }
}
