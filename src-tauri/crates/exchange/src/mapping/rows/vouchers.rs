//! Lines of vouchers: which voucher a line belongs to, on which side it stands.

use super::super::cells;
use super::super::translate::{Skip, Values};
use super::{Reader, put};

/// What the first line of a voucher said and the further ones leave out.
#[derive(Default)]
pub(super) struct Standing {
    date: String,
    word: String,
    number: String,
    /// The row that said so.
    row: usize,
}

impl Reader<'_> {
    pub(super) fn voucher_line(&mut self, row: usize) -> Option<Values> {
        let (debit, credit) = self.sides(row);
        let (code, name) = self.source_account(row);
        if code.is_empty() && name.is_empty() && debit.is_empty() && credit.is_empty() {
            return self.skip(row, Skip::Note);
        }
        let entry = self.voucher(row);
        let mut values = Values::new();
        let account = self.account(row, None);
        let (party, item) = self.auxiliaries(row, &account);
        let is_credit = cells::is_something(&credit) && !cells::is_something(&debit);
        let foreign = ["foreign_amount", "foreign_debit", "foreign_credit"]
            .map(|meaning| self.cell(row, meaning));
        let foreign = foreign.into_iter().find(|text| cells::is_something(&cells::amount(text)));
        if let Some((currency, amount)) = self.foreign(row, foreign.unwrap_or_default()) {
            put(&mut values, "currency", currency);
            put(&mut values, "foreign_amount", amount);
        }
        put(&mut values, "date", self.voucher.date.clone());
        put(&mut values, "word", self.voucher.word.clone());
        put(&mut values, "entry", entry);
        put(&mut values, "account", account);
        put(&mut values, "party", party);
        put(&mut values, "item", item);
        put(&mut values, "quantity", self.quantity(row, is_credit));
        put(&mut values, "debit", debit);
        put(&mut values, "credit", credit);
        for column in ["kind", "memo", "activity"] {
            put(&mut values, column, self.cell(row, column).to_owned());
        }
        let item = self.cell(row, "cash_flow_item");
        if !item.is_empty() {
            let ours = self.names.cash_flow_item(item).unwrap_or_else(|| item.to_owned());
            put(&mut values, "cash_flow_item", ours);
        }
        Some(values)
    }

    /// What the lines of one voucher have in common. A line that names neither day nor number goes on with the one
    /// above it; so does a cell that only the first line fills.
    fn voucher(&mut self, row: usize) -> String {
        let given = self.cell(row, "entry");
        let date = self.cell(row, "date");
        let (mut word, mut number) = cells::word_number(self.cell(row, "word_number"));
        let own_number = self.cell(row, "number");
        if !own_number.is_empty() {
            let (before, after) = cells::word_number(own_number);
            number = after;
            if word.is_empty() {
                word = before;
            }
        }
        let own_word = self.cell(row, "word");
        if !own_word.is_empty() {
            word = cells::word(own_word);
        }
        if date.is_empty() {
            self.found.inherited.insert(row, self.voucher.row);
        } else {
            self.voucher.row = row;
            self.voucher.date = cells::day(date, self.grid.counts_from_1904);
        }
        if !number.is_empty() {
            // A number that names no word has none, rather than that of the voucher before.
            self.voucher.word = word;
            self.voucher.number = number;
        } else if !word.is_empty() {
            self.voucher.word = word;
        }
        if !given.is_empty() {
            return given.to_owned();
        }
        if self.layout.columns.contains_key("entry") {
            return String::new();
        }
        if self.voucher.number.is_empty() {
            return String::new();
        }
        let month = self.voucher.date.get(..7).unwrap_or(&self.voucher.date);
        format!("{month} {}-{}", self.voucher.word, self.voucher.number)
    }

    /// The debit and the credit of a row, from two columns or from a side and an amount.
    pub(super) fn sides(&self, row: usize) -> (String, String) {
        let has_two =
            ["debit", "credit"].iter().all(|side| self.layout.columns.contains_key(*side));
        if has_two {
            let side = |meaning| cells::amount(self.cell(row, meaning));
            let (debit, credit) = (side("debit"), side("credit"));
            // A nought on the other side means that nothing stands there.
            return match (cells::is_something(&debit), cells::is_something(&credit)) {
                (true, false) => (debit, String::new()),
                (false, true) => (String::new(), credit),
                _ => (debit, credit),
            };
        }
        let amount = cells::amount(self.cell(row, "amount"));
        match cells::is_debit(self.cell(row, "direction")) {
            Some(false) => (String::new(), amount),
            Some(true) => (amount, String::new()),
            None => (String::new(), String::new()),
        }
    }

    /// How much; programs write it without a sign on either side, ours leaves the stock with a minus.
    pub(super) fn quantity(&self, row: usize, is_credit: bool) -> String {
        let columns = ["quantity", "quantity_debit", "quantity_credit"];
        let texts = columns.map(|meaning| cells::amount(self.cell(row, meaning)));
        let Some(text) = texts.into_iter().find(|text| cells::is_something(text)) else {
            return String::new();
        };
        let is_ours = self.mapping.program == "kontor";
        if is_credit && !is_ours { cells::negated(&text) } else { text }
    }
}
