//! The amount of a line in another currency, as it is typed: currency, amount and rate beside the book's own amount.

use kontor_ledger::entry::Foreign;
use kontor_ledger::exchange::{agrees, is_rate, rate_between, translate};
use kontor_ledger::money::Amount;
use rust_decimal::Decimal;

use super::LineRequest;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::exchange_rates::{foreign_currency, read_foreign_amount, read_rate};
use crate::parties::filled;

/// Reads what a line says of another currency. The rate may be left out where the two amounts say it; where all three
/// are said they must agree within a minor unit (posting rules X01 and P0.3).
pub(super) fn read(
    context: &Context<'_>,
    request: &LineRequest,
    amount: Amount,
) -> Result<Option<Foreign>, Refusal> {
    let own = context.currency();
    let code = filled(request.currency.as_ref()).filter(|code| code != own.code());
    let (typed, rate) = (filled(request.foreign_amount.as_ref()), filled(request.rate.as_ref()));
    let Some(code) = code else {
        if typed.is_some() {
            return Err(Refusal::new(Code::CurrencyUnknown)
                .with("currency", "-")
                .with("field", "currency"));
        }
        return Ok(None);
    };
    let currency = foreign_currency(own, &code)?;
    let foreign = read_foreign_amount(&typed.unwrap_or_default(), currency)?;
    let rate = match rate {
        Some(text) => read_rate(&text)?,
        // A revaluation moves no foreign amount, and a line still without amount has no rate yet.
        None => rate_between(amount, own, foreign, currency)
            .filter(|rate| is_rate(*rate))
            .unwrap_or(Decimal::ZERO),
    };
    let is_complete = !amount.is_zero() && !foreign.is_zero();
    if is_complete && !agrees(amount, own, foreign, currency, rate)? {
        return Err(Refusal::new(Code::AmountsDisagree)
            .with("amount", context.text(amount))
            .with("foreign", foreign.to_text(currency))
            .with("currency", currency.code())
            .with("rate", rate.normalize())
            .with("expected", context.text(translate(foreign, currency, rate, own)?))
            .with("field", "rate"));
    }
    Ok(Some(Foreign { currency, amount: foreign, rate }))
}
