//! `exchange-rates`: what a unit of another currency was worth in the book's, day by day.

use chrono::NaiveDate;
use kontor_ledger::exchange::is_rate;
use kontor_ledger::money::Currency;
use rust_decimal::Decimal;

use crate::fault::FaultReason;
use crate::row::Row;
use crate::sheet::{Column, Sheet, optional, required};
use crate::write::Cells;

/// The rate of a currency on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeRateRow {
    /// The day.
    pub date: NaiveDate,
    /// The currency.
    pub currency: Currency,
    /// Units of the book's currency for one unit of it.
    pub rate: Decimal,
    /// Who says so; may be empty.
    pub source: String,
}

impl Sheet for ExchangeRateRow {
    const COLUMNS: &'static [Column] =
        &[required("date"), required("currency"), required("rate"), optional("source")];

    fn read(row: &mut Row<'_>) -> Self {
        let date = row.required_date("date");
        let functional = row.functional();
        let currency = if row.required_code("currency").is_empty() {
            functional
        } else {
            row.find_currency("currency").unwrap_or(functional)
        };
        let rate = if row.required_code("rate").is_empty() {
            Decimal::ZERO
        } else {
            let rate = row.find_decimal("rate");
            if rate.is_some_and(|rate| !is_rate(rate)) {
                row.refuse("rate", FaultReason::OutOfRange);
            }
            rate.unwrap_or_default()
        };
        Self { date, currency, rate, source: row.code("source") }
    }

    fn write(&self, cells: &mut Cells) {
        cells.date(self.date);
        cells.text(self.currency.code());
        cells.find_decimal(Some(self.rate));
        cells.text(&self.source);
    }
}
