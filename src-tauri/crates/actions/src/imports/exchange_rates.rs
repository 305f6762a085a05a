//! Importing rates of exchange, as a bank or a central bank publishes them day by day.

use kontor_exchange::ExchangeRateRow;
use kontor_exchange::text::SourceFile;
use kontor_store::exchange_rates::{self, ExchangeRate};

use super::{Import, ImportRefused, each_row};
use crate::exchange_rates::foreign_currency;

pub(super) fn rates(import: &mut Import<'_, '_>, source: SourceFile) -> Result<u64, ImportRefused> {
    each_row(import, source, |import, number, row: ExchangeRateRow| {
        match foreign_currency(import.facts.company.currency, row.currency.code()) {
            Err(refusal) => import.fault(number, Some("currency"), refusal),
            Ok(currency) if import.is_clean() => {
                let ExchangeRateRow { date, rate, source, .. } = row;
                let rate = ExchangeRate { currency, date, rate, source };
                exchange_rates::insert(import.writing, &rate)?;
            }
            Ok(_) => {}
        }
        Ok(())
    })
}
