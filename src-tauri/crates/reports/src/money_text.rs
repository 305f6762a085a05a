//! Amounts and quantities as text for people: thousands separators and the currency's decimals.

use kontor_ledger::money::{Amount, Currency, Quantity};

/// The amount with thousands separators: `-1,234.50`.
#[must_use]
pub fn grouped(amount: Amount, currency: Currency) -> String {
    separated(&amount.to_text(currency))
}

/// The amount as it is printed, with the typographic minus; that is as wide as a digit.
#[must_use]
pub fn printed(amount: Amount, currency: Currency) -> String {
    grouped(amount, currency).replace('-', "\u{2212}")
}

/// The quantity as it is printed: as many decimals as it has.
#[must_use]
pub fn printed_quantity(quantity: Quantity) -> String {
    let text = quantity.to_string();
    let text = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => text.as_str(),
    };
    separated(text).replace('-', "\u{2212}")
}

/// Hundredths of a per cent as text: `12.34%`.
#[must_use]
pub fn per_cent_text(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}%", separated(&(size / 100).to_string()), size % 100)
}

/// Decimal text with thousands separators.
#[must_use]
pub(crate) fn separated(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut text = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn thousands_are_separated_and_signs_kept() {
        let show = |minor| grouped(Amount::from_minor(minor), Currency::CNY);
        assert_eq!(show(0), "0.00");
        assert_eq!(show(-5), "-0.05");
        assert_eq!(show(99_999), "999.99");
        assert_eq!(show(-100_000), "-1,000.00");
        assert_eq!(show(i64::MIN), "-92,233,720,368,547,758.08");
        let yen = Currency::from_code("JPY").unwrap();
        assert_eq!(grouped(Amount::from_minor(1_234_567), yen), "1,234,567");
    }
}
