//! `opening`: the balances with which a book begins, and the movements of the year before it was opened.

use kontor_ledger::money::{Amount, Quantity};

use super::entry_lines::Foreign;
use crate::fault::FaultReason;
use crate::row::Row;
use crate::sheet::{Column, Sheet, optional, required};
use crate::write::Cells;

/// An opening balance. Unlike the line of an entry it may be nothing: an account may have no balance and still have
/// moved in the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningRow {
    /// The code of the account.
    pub account: String,
    /// The code of the customer, supplier or employee.
    pub party: Option<String>,
    /// The code of the item.
    pub item: Option<String>,
    /// How much of the item there is.
    pub quantity: Option<Quantity>,
    /// A debit balance in the book's currency.
    pub debit: Amount,
    /// A credit balance.
    pub credit: Amount,
    /// The balance in another currency, on the same side.
    pub foreign: Option<Foreign>,
    /// Debits of the year before the book was opened.
    pub year_to_date_debit: Amount,
    /// Credits of the year before the book was opened.
    pub year_to_date_credit: Amount,
}

impl Sheet for OpeningRow {
    const COLUMNS: &'static [Column] = &[
        required("account"),
        optional("party"),
        optional("item"),
        optional("quantity"),
        required("debit"),
        required("credit"),
        optional("currency"),
        optional("foreign_amount"),
        optional("ytd_debit"),
        optional("ytd_credit"),
    ];

    fn read(row: &mut Row<'_>) -> Self {
        let account = row.required_code("account");
        let quantity = row.find_quantity("quantity");
        let debit = row.amount("debit");
        let credit = row.amount("credit");
        if !debit.is_zero() && !credit.is_zero() {
            row.refuse_row(FaultReason::BothDebitAndCredit);
        }
        let foreign = Foreign::read(row, if debit.is_zero() { credit } else { debit });
        Self {
            account,
            party: row.find_code("party"),
            item: row.find_code("item"),
            quantity,
            debit,
            credit,
            foreign,
            year_to_date_debit: row.amount("ytd_debit"),
            year_to_date_credit: row.amount("ytd_credit"),
        }
    }

    fn write(&self, cells: &mut Cells) {
        cells.text(&self.account);
        cells.find_text(self.party.as_deref());
        cells.find_text(self.item.as_deref());
        cells.find_quantity(self.quantity);
        cells.amount(self.debit);
        cells.amount(self.credit);
        Foreign::write(self.foreign, cells);
        cells.amount(self.year_to_date_debit);
        cells.amount(self.year_to_date_credit);
    }
}
