//! One cell as one value: amounts, quantities, rates, dates, words. Nothing is rounded and nothing is guessed.

use chrono::{Datelike, NaiveDate};
use kontor_ledger::money::{Amount, AmountError, Currency, Quantity};
use rust_decimal::Decimal;

use crate::fault::FaultReason;

/// A fixed list of words that a column takes, each standing for a value.
pub trait Word: Copy + PartialEq + Sized + 'static {
    /// The words in any case; the first one of a value is the one that is written.
    const WORDS: &'static [(&'static str, Self)];

    /// The word that is written for this value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }
}

/// Reads a word of a fixed list.
pub(crate) fn word<T: Word>(text: &str) -> Result<T, FaultReason> {
    let known = T::WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text));
    known.map(|(_, value)| *value).ok_or_else(|| FaultReason::UnknownWord {
        text: beginning(text),
        allowed: T::WORDS.iter().map(|(word, _)| *word).filter(|word| !word.is_empty()).collect(),
    })
}

/// Reads an amount of a currency.
pub(crate) fn amount(text: &str, currency: Currency) -> Result<Amount, FaultReason> {
    Amount::parse(&plain_number(text)?, currency).map_err(|error| reason(error, text))
}

/// Reads a quantity.
pub(crate) fn quantity(text: &str) -> Result<Quantity, FaultReason> {
    plain_number(text)?.parse().map_err(|error| reason(error, text))
}

/// Reads a price or another decimal that is no amount.
pub(crate) fn decimal(text: &str) -> Result<Decimal, FaultReason> {
    Decimal::from_str_exact(&plain_number(text)?).map_err(|_| FaultReason::OutOfRange)
}

/// Reads a rate below one: `13%` or `0.13`. A bare `13` could mean either and is refused.
pub(crate) fn rate(text: &str) -> Result<Decimal, FaultReason> {
    let rate = match text.strip_suffix(['%', '％']) {
        Some(percent) => decimal(percent)?
            .checked_mul(Decimal::new(1, 2))
            .ok_or(FaultReason::OutOfRange)?
            .normalize(),
        None => decimal(text)?,
    };
    let is_rate = !rate.is_sign_negative() && rate < Decimal::ONE;
    if is_rate { Ok(rate) } else { Err(FaultReason::OutOfRange) }
}

/// Reads a whole number that is not negative.
pub(crate) fn whole(text: &str) -> Result<u32, FaultReason> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(FaultReason::NotANumber { text: beginning(text) });
    }
    text.parse().map_err(|_| FaultReason::OutOfRange)
}

/// Reads the three letters of a currency.
pub(crate) fn currency(text: &str) -> Result<Currency, FaultReason> {
    Currency::from_code(&text.to_ascii_uppercase())
        .ok_or_else(|| FaultReason::NotACurrency { text: beginning(text) })
}

/// Reads `2026-01-05`, `2026/1/5` or `20260105`.
pub(crate) fn date(text: &str) -> Result<NaiveDate, FaultReason> {
    let separator = if text.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = text.split(separator).collect();
    let date = match *parts.as_slice() {
        [whole] if whole.len() == 8 => whole
            .split_at_checked(4)
            .and_then(|(year, rest)| {
                rest.split_at_checked(2).map(|(month, day)| (year, month, day))
            })
            .and_then(|(year, month, day)| calendar_day(year, month, day)),
        [year, month, day] => calendar_day(year, month, day),
        _ => None,
    };
    date.ok_or_else(|| FaultReason::NotADate { text: beginning(text) })
}

fn calendar_day(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let number = |text: &str, longest: usize| {
        let is_plain =
            (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_plain.then(|| text.parse::<u32>().ok()).flatten()
    };
    let year = i32::try_from(number(year, 4)?).ok()?;
    // A year such as 26 or 1026 is a slip of the hand, not a date of a company's books.
    NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?)
        .filter(|day| day.year() >= 1900)
}

/// A number without currency sign, thousands separators and superfluous zeros: `-￥1,234.50` gives `-1234.5`.
///
/// Separators are accepted only where they belong, since `1,23` may as well be a decimal comma.
fn plain_number(text: &str) -> Result<String, FaultReason> {
    let wrong = || FaultReason::NotANumber { text: beginning(text) };
    let mut rest = text.trim();
    let mut sign = None;
    let mut has_currency_sign = false;
    while let Some(first) = rest.chars().next() {
        match first {
            '+' | '-' if sign.is_none() => sign = Some(first),
            '¥' | '￥' if !has_currency_sign => has_currency_sign = true,
            _ => break,
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
    }
    let (whole, decimals) = match rest.split_once('.') {
        Some((_, "")) => return Err(wrong()),
        Some((whole, decimals)) => (whole, decimals),
        None => (rest, ""),
    };
    let groups: Vec<&str> = whole.split(',').collect();
    let are_grouped_right = match groups.as_slice() {
        [_] => true,
        [first, others @ ..] => {
            (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3)
        }
        [] => false,
    };
    let digits = groups.concat();
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_grouped_right || !are_digits(&digits) || !are_digits(decimals) {
        return Err(wrong());
    }
    if digits.is_empty() && decimals.is_empty() {
        return Err(wrong());
    }
    let digits = digits.trim_start_matches('0');
    let decimals = decimals.trim_end_matches('0');
    if digits.len() > 20 {
        return Err(FaultReason::OutOfRange);
    }
    if decimals.len() > 28 {
        return Err(FaultReason::TooManyDecimals { allowed: 28 });
    }
    let minus = if sign == Some('-') { "-" } else { "" };
    let zero = if digits.is_empty() { "0" } else { "" };
    let point = if decimals.is_empty() { "" } else { "." };
    Ok(format!("{minus}{zero}{digits}{point}{decimals}"))
}

fn reason(error: AmountError, text: &str) -> FaultReason {
    match error {
        AmountError::NotANumber => FaultReason::NotANumber { text: beginning(text) },
        AmountError::TooManyDecimals { allowed } => FaultReason::TooManyDecimals { allowed },
        AmountError::OutOfRange => FaultReason::OutOfRange,
    }
}

/// Enough of a text to recognise it by.
fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}
