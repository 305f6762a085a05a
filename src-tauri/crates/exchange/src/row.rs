//! One row of a file while it is read: each cell by its column's name, each fault noted with its place.

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency, Quantity};
use rust_decimal::Decimal;

use crate::fault::{Fault, FaultReason};
use crate::guard;
use crate::record::Record;
use crate::sheet::Header;
use crate::values::{self, Word};

/// A row that is being read. After a fault a reading goes on with an empty value, and the row is refused at its end.
pub struct Row<'r> {
    record: &'r Record,
    header: &'r Header,
    functional: Currency,
    faults: Vec<Fault>,
}

impl<'r> Row<'r> {
    pub(crate) fn new(record: &'r Record, header: &'r Header, functional: Currency) -> Self {
        Self { record, header, functional, faults: Vec::new() }
    }

    pub(crate) fn into_faults(self) -> Vec<Fault> {
        self.faults
    }

    /// The currency of amounts that name none.
    pub(crate) fn functional(&self) -> Currency {
        self.functional
    }

    /// Notes a fault of a cell.
    pub(crate) fn refuse(&mut self, column: &str, reason: FaultReason) {
        self.faults.push(Fault::of_cell(self.record.row, column, reason));
    }

    /// Notes a fault of the row as a whole.
    pub(crate) fn refuse_row(&mut self, reason: FaultReason) {
        self.faults.push(Fault::of_row(self.record.row, reason));
    }

    /// A text exactly as it was written, blanks included.
    pub(crate) fn text(&self, column: &str) -> String {
        guard::take_off(self.header.cell(self.record, column)).to_owned()
    }

    /// A text that must not be blank.
    pub(crate) fn required_text(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.trim().is_empty() {
            self.refuse(column, FaultReason::Empty);
        }
        text
    }

    /// A code or another short word, without the blanks around it.
    pub(crate) fn code(&self, column: &str) -> String {
        self.trimmed(column).to_owned()
    }

    /// A code that must be there.
    pub(crate) fn required_code(&mut self, column: &str) -> String {
        let code = self.code(column);
        if code.is_empty() {
            self.refuse(column, FaultReason::Empty);
        }
        code
    }

    /// A code that may be absent.
    pub(crate) fn find_code(&self, column: &str) -> Option<String> {
        Some(self.trimmed(column)).filter(|code| !code.is_empty()).map(str::to_owned)
    }

    /// An amount of the book's currency; an empty cell is nothing.
    pub(crate) fn amount(&mut self, column: &str) -> Amount {
        self.find_amount(column, self.functional).unwrap_or_default()
    }

    /// An amount that must be there.
    pub(crate) fn required_amount(&mut self, column: &str) -> Amount {
        if self.trimmed(column).is_empty() {
            self.refuse(column, FaultReason::Empty);
        }
        self.amount(column)
    }

    /// An amount of some currency that may be absent.
    pub(crate) fn find_amount(&mut self, column: &str, currency: Currency) -> Option<Amount> {
        self.find(column, |text| values::amount(text, currency))
    }

    /// A quantity that may be absent.
    pub(crate) fn find_quantity(&mut self, column: &str) -> Option<Quantity> {
        self.find(column, values::quantity)
    }

    /// A price that may be absent.
    pub(crate) fn find_decimal(&mut self, column: &str) -> Option<Decimal> {
        self.find(column, values::decimal)
    }

    /// A rate that may be absent.
    pub(crate) fn find_rate(&mut self, column: &str) -> Option<Decimal> {
        self.find(column, values::rate)
    }

    /// A whole number that may be absent.
    pub(crate) fn find_whole(&mut self, column: &str) -> Option<u32> {
        self.find(column, values::whole)
    }

    /// A currency that may be absent.
    pub(crate) fn find_currency(&mut self, column: &str) -> Option<Currency> {
        self.find(column, values::currency)
    }

    /// A date that must be there.
    pub(crate) fn required_date(&mut self, column: &str) -> NaiveDate {
        self.required(column, values::date).unwrap_or_default()
    }

    /// A word of a fixed list that may be absent.
    pub(crate) fn find_word<T: Word>(&mut self, column: &str) -> Option<T> {
        self.find(column, values::word)
    }

    /// A word of a fixed list that must be there, unless the list has a meaning for an empty cell. `otherwise` only
    /// stands in for a word that is refused.
    pub(crate) fn word<T: Word>(&mut self, column: &str, otherwise: T) -> T {
        let has_empty = T::WORDS.iter().any(|(word, _)| word.is_empty());
        if has_empty {
            return self.read(column, values::word).unwrap_or(otherwise);
        }
        self.required(column, values::word).unwrap_or(otherwise)
    }

    /// Words of a fixed list, joined by `/`.
    pub(crate) fn words<T: Word>(&mut self, column: &str) -> Vec<T> {
        let all = |text: &str| text.split('/').map(|part| values::word(part.trim())).collect();
        self.find(column, all).unwrap_or_default()
    }

    fn required<T>(
        &mut self,
        column: &str,
        parse: impl FnOnce(&str) -> Result<T, FaultReason>,
    ) -> Option<T> {
        if self.trimmed(column).is_empty() {
            self.refuse(column, FaultReason::Empty);
            return None;
        }
        self.read(column, parse)
    }

    fn find<T>(
        &mut self,
        column: &str,
        parse: impl FnOnce(&str) -> Result<T, FaultReason>,
    ) -> Option<T> {
        if self.trimmed(column).is_empty() {
            return None;
        }
        self.read(column, parse)
    }

    fn read<T>(
        &mut self,
        column: &str,
        parse: impl FnOnce(&str) -> Result<T, FaultReason>,
    ) -> Option<T> {
        parse(self.trimmed(column)).map_err(|reason| self.refuse(column, reason)).ok()
    }

    fn trimmed(&self, column: &str) -> &'r str {
        guard::take_off(self.header.cell(self.record, column).trim())
    }
}
