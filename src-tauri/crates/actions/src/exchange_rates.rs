//! Rates of exchange: written down by day, and what an amount in another currency comes to on a day.

use chrono::{Datelike, NaiveDate};
use kontor_ledger::exchange::{RateChoice, is_rate, rate_between, translate};
use kontor_ledger::money::{Amount, Currency};
use kontor_store::exchange_rates::{self as stored, ExchangeRate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::{Context, page_size};
use crate::currency_policies;
use crate::errors::{Code, Refusal};
use crate::parties::filled;
use crate::plan::{Plan, Step};

/// The rate of a currency on a day, as it is typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct RateRequest {
    pub currency: String,
    pub date: NaiveDate,
    /// Units of the book's currency for one unit of it.
    pub rate: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Writes rates down. What was written for the same day before stays and counts no more.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SetExchangeRates {
    pub rates: Vec<RateRequest>,
}

pub(crate) fn plan_set(context: &Context<'_>, request: &SetExchangeRates) -> Result<Plan, Refusal> {
    let mut rates = Vec::new();
    for (number, typed) in (1_usize..).zip(&request.rates) {
        rates.push(read(context, typed).map_err(|refusal| refusal.with("line", number))?);
    }
    if rates.is_empty() {
        return Err(Refusal::new(Code::NothingChosen));
    }
    Ok(Plan::of(Step::AddExchangeRates(rates)))
}

fn read(context: &Context<'_>, typed: &RateRequest) -> Result<ExchangeRate, Refusal> {
    Ok(ExchangeRate {
        currency: foreign_currency(context.currency(), &typed.currency)?,
        date: typed.date,
        rate: read_rate(&typed.rate)?,
        source: filled(typed.source.as_ref()).unwrap_or_default(),
    })
}

/// A currency other than the book's own.
pub(crate) fn foreign_currency(own: Currency, code: &str) -> Result<Currency, Refusal> {
    let code = code.trim();
    let currency = Currency::from_code(code).ok_or_else(|| {
        Refusal::new(Code::CurrencyUnknown).with("currency", code).with("field", "currency")
    })?;
    if currency == own {
        return Err(Refusal::new(Code::OwnCurrency)
            .with("currency", code)
            .with("field", "currency"));
    }
    Ok(currency)
}

/// A rate as it is typed: above nothing, with no more decimals than are kept.
pub(crate) fn read_rate(text: &str) -> Result<Decimal, Refusal> {
    let text = text.trim();
    Decimal::from_str_exact(text).ok().filter(|rate| is_rate(*rate)).ok_or_else(|| {
        Refusal::new(Code::ExchangeRateMalformed).with("rate", text).with("field", "rate")
    })
}

/// The rate a transaction of a day takes by the company's policy, and the day it is of.
pub(crate) fn rate_of(
    context: &Context<'_>,
    currency: Currency,
    date: NaiveDate,
) -> Result<Option<ExchangeRate>, Refusal> {
    Ok(match currency_policies::on(&context.facts, date).rate {
        RateChoice::Day => stored::last(context.connection, currency, NaiveDate::MIN, date)?,
        RateChoice::Month => {
            let first = date.with_day(1).unwrap_or(date);
            stored::first(context.connection, currency, first, date)?
        }
    })
}

/// The rate of exactly a day, which a closing needs (posting rule X03).
pub(crate) fn closing_rate(
    context: &Context<'_>,
    currency: Currency,
    date: NaiveDate,
) -> Result<Decimal, Refusal> {
    let found = stored::last(context.connection, currency, date, date)?;
    found.map(|rate| rate.rate).ok_or_else(|| {
        Refusal::new(Code::ExchangeRateMissing).with("currency", currency.code()).with("date", date)
    })
}

/// What an amount in another currency comes to. From the foreign amount alone the day's rate is proposed; with a
/// rate, that one counts; with the amount in the book's currency, the rate follows from the two.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct FindExchange {
    pub currency: String,
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreign_amount: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
}

/// What an amount in another currency comes to.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Exchange {
    /// Nothing where no rate is known and none was given.
    pub rate: Option<String>,
    /// The day the rate was written down for; nothing where it was typed.
    pub date: Option<NaiveDate>,
    pub source: Option<String>,
    /// In the book's currency.
    pub amount: Option<String>,
    /// How many decimals the currency has.
    pub decimals: u8,
}

pub(crate) fn find(context: &Context<'_>, request: &FindExchange) -> Result<Exchange, Refusal> {
    let (own, currency) =
        (context.currency(), foreign_currency(context.currency(), &request.currency)?);
    let typed = |text: &Option<String>| filled(text.as_ref());
    let foreign = typed(&request.foreign_amount)
        .map(|text| read_foreign_amount(&text, currency))
        .transpose()?;
    let amount = typed(&request.amount).map(|text| context.amount(&text, "amount")).transpose()?;
    let decimals = currency.exponent();
    if let Some((foreign, amount)) = foreign.zip(amount) {
        let rate = rate_between(amount, own, foreign, currency);
        let rate = rate.filter(|rate| is_rate(*rate)).map(|rate| rate.to_string());
        let amount = Some(context.text(amount));
        return Ok(Exchange { rate, date: None, source: None, amount, decimals });
    }
    let found = match typed(&request.rate) {
        Some(text) => Some((read_rate(&text)?, None)),
        None => rate_of(context, currency, request.date)?.map(|found| (found.rate, Some(found))),
    };
    let amount = match (foreign, &found) {
        (Some(foreign), Some((rate, _))) => {
            Some(context.text(translate(foreign, currency, *rate, own)?))
        }
        _ => None,
    };
    let known = found.as_ref().and_then(|(_, known)| known.as_ref());
    Ok(Exchange {
        rate: found.as_ref().map(|(rate, _)| rate.normalize().to_string()),
        date: known.map(|known| known.date),
        source: known.map(|known| known.source.clone()).filter(|source| !source.is_empty()),
        amount,
        decimals,
    })
}

/// An amount of another currency, with the decimals that one has.
pub(crate) fn read_foreign_amount(text: &str, currency: Currency) -> Result<Amount, Refusal> {
    Amount::parse(text.trim(), currency).map_err(|error| {
        Refusal::from(error).with("text", text.trim()).with("field", "foreign_amount")
    })
}

/// Rates, the latest day first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListExchangeRates {
    /// Only this currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Continues after a row: its day and key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<(NaiveDate, i64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A rate as it was written down.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ExchangeRateRow {
    pub key: i64,
    pub currency: String,
    pub date: NaiveDate,
    pub rate: String,
    pub source: String,
    /// Who wrote it down, and on which day.
    pub by: String,
    pub on: String,
    /// Whether a later one of the same day took its place.
    pub is_replaced: bool,
}

/// A page of rates.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ExchangeRatePage {
    pub rows: Vec<ExchangeRateRow>,
    /// Where to continue; nothing at the end.
    pub next: Option<(NaiveDate, i64)>,
}

pub(crate) fn list(
    context: &Context<'_>,
    request: &ListExchangeRates,
) -> Result<ExchangeRatePage, Refusal> {
    let limit = page_size(request.limit);
    let currency = filled(request.currency.as_ref())
        .map(|code| foreign_currency(context.currency(), &code))
        .transpose()?;
    let mut found = stored::list(context.connection, currency, request.after, limit + 1)?;
    let has_more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| has_more).map(|last| (last.rate.date, last.id));
    let mut rows = Vec::with_capacity(found.len());
    for one in found {
        let ExchangeRate { currency, date, rate, source } = one.rate;
        let counts = stored::last_key(context.connection, currency, date)?;
        rows.push(ExchangeRateRow {
            key: one.id,
            currency: currency.code().to_owned(),
            date,
            rate: rate.to_string(),
            source,
            by: one.by,
            on: one.on,
            is_replaced: counts != Some(one.id),
        });
    }
    Ok(ExchangeRatePage { rows, next })
}
