//! `entries`: one line of an entry a row; which rows form one entry is decided by the parent's `entries` module.

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency, Quantity};

use super::Activity;
use crate::fault::FaultReason;
use crate::row::Row;
use crate::sheet::{Column, Sheet, optional, required};
use crate::values::Word;
use crate::write::Cells;

/// What an entry is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// The business of a period.
    Normal,
    /// Brings balances in.
    Opening,
    /// 结转损益: moves results to equity and is left out of income statements.
    Closing,
}

impl Word for EntryKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("", Self::Normal),
        ("normal", Self::Normal),
        ("opening", Self::Opening),
        ("closing", Self::Closing),
    ];
}

/// An amount in another currency than the book's. It stands on the side on which the line stands; red is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The currency.
    pub currency: Currency,
    /// The amount in it; may be nothing, as in a revaluation.
    pub amount: Amount,
}

impl Foreign {
    /// Reads the two columns; an amount and its currency are either both there or both absent. The book's own
    /// currency may be named with or without repeating the amount.
    pub(super) fn read(row: &mut Row<'_>, line: Amount) -> Option<Self> {
        let currency = row.find_currency("currency");
        let amount = row.find_amount("foreign_amount", currency.unwrap_or(row.functional()));
        match (currency, amount) {
            (Some(currency), _) if currency == row.functional() => {
                if amount.is_some_and(|amount| amount != line) {
                    row.refuse("foreign_amount", FaultReason::OutOfRange);
                }
                None
            }
            (Some(currency), Some(amount)) => Some(Self { currency, amount }),
            // Where a cell is already refused, its emptiness is not a second fault.
            (Some(_), None) => {
                if row.code("foreign_amount").is_empty() {
                    row.refuse("foreign_amount", FaultReason::Empty);
                }
                None
            }
            (None, Some(_)) => {
                if row.code("currency").is_empty() {
                    row.refuse("currency", FaultReason::Empty);
                }
                None
            }
            (None, None) => None,
        }
    }

    pub(super) fn write(foreign: Option<Self>, cells: &mut Cells) {
        let functional = cells.functional();
        cells.find_text(foreign.as_ref().map(|foreign| foreign.currency.code()));
        let currency = foreign.map_or(functional, |foreign| foreign.currency);
        cells.find_amount(foreign.map(|foreign| foreign.amount), currency);
    }
}

/// A line of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryLine {
    /// 摘要.
    pub memo: String,
    /// The code of the account.
    pub account: String,
    /// The code of the customer, supplier or employee.
    pub party: Option<String>,
    /// The code of the item.
    pub item: Option<String>,
    /// How much of the item; negative when it leaves.
    pub quantity: Option<Quantity>,
    /// The debit amount in the book's currency; negative in red; nothing when the line is a credit.
    pub debit: Amount,
    /// The credit amount; nothing when the line is a debit.
    pub credit: Amount,
    /// The amount in another currency.
    pub foreign: Option<Foreign>,
    /// The code of the cash-flow item.
    pub cash_flow_item: Option<String>,
    /// The activity, where it is given.
    pub activity: Option<Activity>,
}

/// A row of the file: the line and what it says about its entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// The date of the entry.
    pub date: NaiveDate,
    /// What the lines of one entry have in common.
    pub entry: String,
    /// 凭证字: 记, 收, 付, 转.
    pub word: String,
    /// What the entry is for.
    pub kind: EntryKind,
    /// The line itself.
    pub line: EntryLine,
}

impl Sheet for EntryRow {
    const COLUMNS: &'static [Column] = &[
        required("date"),
        required("entry"),
        optional("word"),
        optional("kind"),
        optional("memo"),
        required("account"),
        optional("party"),
        optional("item"),
        optional("quantity"),
        required("debit"),
        required("credit"),
        optional("currency"),
        optional("foreign_amount"),
        optional("cash_flow_item"),
        optional("activity"),
    ];

    fn read(row: &mut Row<'_>) -> Self {
        let date = row.required_date("date");
        let entry = row.required_code("entry");
        let kind = row.word("kind", EntryKind::Normal);
        let account = row.required_code("account");
        let quantity = row.find_quantity("quantity");
        let debit = row.find_amount("debit", row.functional());
        let credit = row.find_amount("credit", row.functional());
        // Whoever writes 0.00 on the other side means that there is nothing there. A cell that is refused for
        // itself says nothing about sides.
        let are_readable = [("debit", debit), ("credit", credit)]
            .iter()
            .all(|(column, amount)| amount.is_some() || row.code(column).is_empty());
        let (debit, credit) = (debit.unwrap_or_default(), credit.unwrap_or_default());
        if are_readable && !debit.is_zero() && !credit.is_zero() {
            row.refuse_row(FaultReason::BothDebitAndCredit);
        }
        if are_readable && debit.is_zero() && credit.is_zero() {
            row.refuse_row(FaultReason::NeitherDebitNorCredit);
        }
        let amount = if debit.is_zero() { credit } else { debit };
        let foreign = Foreign::read(row, amount);
        let line = EntryLine {
            memo: row.text("memo"),
            account,
            party: row.find_code("party"),
            item: row.find_code("item"),
            quantity,
            debit,
            credit,
            foreign,
            cash_flow_item: row.find_code("cash_flow_item"),
            activity: row.find_word("activity"),
        };
        Self { date, entry, word: row.code("word"), kind, line }
    }

    fn write(&self, cells: &mut Cells) {
        let line = &self.line;
        cells.date(self.date);
        cells.text(&self.entry);
        cells.text(&self.word);
        cells.word(self.kind);
        cells.text(&line.memo);
        cells.text(&line.account);
        cells.find_text(line.party.as_deref());
        cells.find_text(line.item.as_deref());
        cells.find_quantity(line.quantity);
        cells.amount(line.debit);
        cells.amount(line.credit);
        Foreign::write(line.foreign, cells);
        cells.find_text(line.cash_flow_item.as_deref());
        cells.find_word(line.activity);
    }
}
