//! `opening-cash-flow`: the cash flows of the year before the book was opened, a total for each item.

use kontor_ledger::money::Amount;

use crate::row::Row;
use crate::sheet::{Column, Sheet, required};
use crate::write::Cells;

/// The year's total of a cash-flow item before the book was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningCashFlowRow {
    /// The code of the item.
    pub cash_flow_item: String,
    /// Its total, as the statement shows it.
    pub amount: Amount,
}

impl Sheet for OpeningCashFlowRow {
    const COLUMNS: &'static [Column] = &[required("cash_flow_item"), required("amount")];

    fn read(row: &mut Row<'_>) -> Self {
        let cash_flow_item = row.required_code("cash_flow_item");
        Self { cash_flow_item, amount: row.required_amount("amount") }
    }

    fn write(&self, cells: &mut Cells) {
        cells.text(&self.cash_flow_item);
        let currency = cells.functional();
        cells.find_amount(Some(self.amount), currency);
    }
}
