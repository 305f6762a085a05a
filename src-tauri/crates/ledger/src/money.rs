//! Money as whole minor units with checked arithmetic, quantities as millionths, and the named roundings of the trade.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

/// A currency: its ISO 4217 code and how many decimals its amounts have.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency {
    code: [u8; 3],
    exponent: u8,
}

impl Currency {
    /// Renminbi, two decimals.
    pub const CNY: Currency = Currency { code: *b"CNY", exponent: 2 };

    /// A currency from its code with the decimals ISO 4217 gives it; `None` when the code is not three capital letters.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        if !code.iter().all(u8::is_ascii_uppercase) {
            return None;
        }
        let exponent = match &code {
            b"JPY" | b"KRW" | b"VND" | b"CLP" | b"ISK" | b"XAF" | b"XOF" | b"XPF" | b"PYG"
            | b"UGX" => 0,
            b"BHD" | b"KWD" | b"OMR" | b"JOD" | b"TND" | b"IQD" | b"LYD" => 3,
            _ => 2,
        };
        Some(Self { code, exponent })
    }

    /// The ISO 4217 code, for example `CNY`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or("???")
    }

    /// How many decimals an amount of this currency has.
    #[must_use]
    pub fn exponent(&self) -> u8 {
        self.exponent
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Why a text is no amount, or why a sum could not be formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Not a plain decimal number.
    NotANumber,
    /// More decimals than the currency has.
    TooManyDecimals {
        /// How many the currency has.
        allowed: u8,
    },
    /// Beyond what 64 bits of minor units can hold.
    OutOfRange,
}

/// An amount in minor units (cents, 分) of a currency known from where the amount stands.
///
/// Arithmetic is checked; there is no silent overflow and no fraction of a minor unit.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount(0);

    /// An amount from its minor units.
    #[must_use]
    pub const fn from_minor(minor: i64) -> Self {
        Self(minor)
    }

    /// The minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is below nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Reads a plain decimal number such as `1234.50` or `-3`; no thousands separators, no exponent, no rounding.
    ///
    /// # Errors
    /// When the text is not such a number, has more decimals than the currency, or does not fit.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, AmountError> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) || whole.is_empty() && fraction.is_empty() {
            return Err(AmountError::NotANumber);
        }
        let decimals = fraction.trim_end_matches('0').len();
        if decimals > usize::from(currency.exponent) {
            return Err(AmountError::TooManyDecimals { allowed: currency.exponent });
        }
        // More digits than 64 bits hold would be rounded by the decimal parser, so they are refused before it.
        if whole.len() + decimals > 27 {
            return Err(AmountError::OutOfRange);
        }
        // Zeros at the end say nothing and would only use up the parser's digits.
        let meant = text.get(..text.len() - (fraction.len() - decimals)).unwrap_or(text);
        let value = Decimal::from_str_exact(meant).map_err(|_| AmountError::NotANumber)?;
        Self::from_decimal_exact(value, currency)
    }

    /// An amount from a decimal that must be a whole number of minor units.
    ///
    /// # Errors
    /// When it has more decimals than the currency, or does not fit.
    pub fn from_decimal_exact(value: Decimal, currency: Currency) -> Result<Self, AmountError> {
        let minor =
            value.checked_mul(power_of_ten(currency.exponent)).ok_or(AmountError::OutOfRange)?;
        if !minor.fract().is_zero() {
            return Err(AmountError::TooManyDecimals { allowed: currency.exponent });
        }
        i64::try_from(minor.trunc()).map(Self).map_err(|_| AmountError::OutOfRange)
    }

    /// Rounds a decimal to minor units, halves away from zero: the rounding of invoices (posting rule P0.3).
    ///
    /// # Errors
    /// When the result does not fit.
    pub fn round_half_up(value: Decimal, currency: Currency) -> Result<Self, AmountError> {
        let rounded = value.round_dp_with_strategy(
            u32::from(currency.exponent),
            RoundingStrategy::MidpointAwayFromZero,
        );
        Self::from_decimal_exact(rounded, currency)
    }

    /// The amount as a decimal with the currency's number of decimals.
    #[must_use]
    pub fn to_decimal(self, currency: Currency) -> Decimal {
        Decimal::new(self.0, u32::from(currency.exponent))
    }

    /// The amount as plain text with the currency's number of decimals: `-1234.50`.
    #[must_use]
    pub fn to_text(self, currency: Currency) -> String {
        self.to_decimal(currency).to_string()
    }

    /// The sum, or an error beyond 64 bits.
    ///
    /// # Errors
    /// When the sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, AmountError> {
        self.0.checked_add(other.0).map(Self).ok_or(AmountError::OutOfRange)
    }

    /// The difference, or an error beyond 64 bits.
    ///
    /// # Errors
    /// When the difference does not fit.
    pub fn minus(self, other: Self) -> Result<Self, AmountError> {
        self.0.checked_sub(other.0).map(Self).ok_or(AmountError::OutOfRange)
    }

    /// The same amount with the other sign.
    ///
    /// # Errors
    /// For the one value whose negation does not fit.
    pub fn negated(self) -> Result<Self, AmountError> {
        self.0.checked_neg().map(Self).ok_or(AmountError::OutOfRange)
    }

    /// The sum of many amounts.
    ///
    /// # Errors
    /// When the sum does not fit.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, AmountError> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}m", self.0)
    }
}

/// A quantity in millionths of its unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(i64);

impl Quantity {
    /// A quantity from its millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// The millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The quantity as a decimal.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 6).normalize()
    }

    /// The same quantity with the other sign.
    ///
    /// # Errors
    /// For the one value whose negation does not fit.
    pub fn negated(self) -> Result<Self, AmountError> {
        self.0.checked_neg().map(Self).ok_or(AmountError::OutOfRange)
    }
}

impl FromStr for Quantity {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, AmountError> {
        let value = Decimal::from_str_exact(text).map_err(|_| AmountError::NotANumber)?;
        let millionths = value.checked_mul(power_of_ten(6)).ok_or(AmountError::OutOfRange)?;
        if !millionths.fract().is_zero() {
            return Err(AmountError::TooManyDecimals { allowed: 6 });
        }
        i64::try_from(millionths.trunc()).map(Self).map_err(|_| AmountError::OutOfRange)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.to_decimal())
    }
}

/// Net and tax of a price that includes tax: the net is rounded, the tax is what remains (posting rule P0.4).
///
/// # Errors
/// When the rate is -100 % or the result does not fit.
pub fn split_tax_inclusive(
    gross: Amount,
    rate: Decimal,
    currency: Currency,
) -> Result<(Amount, Amount), AmountError> {
    let divisor = Decimal::ONE.checked_add(rate).ok_or(AmountError::OutOfRange)?;
    let net = gross.to_decimal(currency).checked_div(divisor).ok_or(AmountError::OutOfRange)?;
    let net = Amount::round_half_up(net, currency)?;
    Ok((net, gross.minus(net)?))
}

/// The tax on a net price, rounded to minor units (posting rule P0.4).
///
/// # Errors
/// When the result does not fit.
pub fn tax_on_net(net: Amount, rate: Decimal, currency: Currency) -> Result<Amount, AmountError> {
    let tax = net.to_decimal(currency).checked_mul(rate).ok_or(AmountError::OutOfRange)?;
    Amount::round_half_up(tax, currency)
}

/// Price times quantity, rounded once to minor units (posting rule P0.3).
///
/// # Errors
/// When the result does not fit.
pub fn extend(
    price: Decimal,
    quantity: Quantity,
    currency: Currency,
) -> Result<Amount, AmountError> {
    let value = price.checked_mul(quantity.to_decimal()).ok_or(AmountError::OutOfRange)?;
    Amount::round_half_up(value, currency)
}

fn power_of_ten(exponent: u8) -> Decimal {
    Decimal::from(10_i64.pow(u32::from(exponent.min(18))))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_exactly_and_refuse_what_they_cannot_hold() {
        let read = |text| Amount::parse(text, Currency::CNY);
        assert_eq!(read("1234.50"), Ok(Amount(123_450)));
        assert_eq!(read("-0.01"), Ok(Amount(-1)));
        assert_eq!(read("3"), Ok(Amount(300)));
        assert_eq!(read("1.500"), Ok(Amount(150)));
        assert_eq!(read("92233720368547758.07"), Ok(Amount(i64::MAX)));
        assert_eq!(read("92233720368547758.08"), Err(AmountError::OutOfRange));
        assert_eq!(read("1.005"), Err(AmountError::TooManyDecimals { allowed: 2 }));
        for wrong in ["", "1,234.50", "1e3", "abc", "--1", "1.2.3", "٣", "1 000", "."] {
            assert_eq!(read(wrong), Err(AmountError::NotANumber), "{wrong}");
        }
        assert_eq!(read("99999999999999999999999999999999"), Err(AmountError::OutOfRange));
    }

    #[test]
    fn currencies_know_their_decimals() {
        let yen = Currency::from_code("JPY").unwrap();
        assert_eq!(Amount::parse("10.5", yen), Err(AmountError::TooManyDecimals { allowed: 0 }));
        assert_eq!(Amount::parse("10", yen).unwrap().to_text(yen), "10");
        let dinar = Currency::from_code("KWD").unwrap();
        assert_eq!(Amount::parse("1.234", dinar).unwrap().to_text(dinar), "1.234");
        assert!(Currency::from_code("cny").is_none());
    }

    #[test]
    fn halves_round_away_from_zero() {
        let round =
            |text| Amount::round_half_up(Decimal::from_str_exact(text).unwrap(), Currency::CNY);
        assert_eq!(round("2.665"), Ok(Amount(267)));
        assert_eq!(round("-2.665"), Ok(Amount(-267)));
        assert_eq!(round("2.6649"), Ok(Amount(266)));
    }

    #[test]
    fn tax_inside_a_price_is_the_remainder() {
        let rate = Decimal::new(1, 2);
        let (net, tax) = split_tax_inclusive(Amount(9_393_000), rate, Currency::CNY).unwrap();
        assert_eq!((net, tax), (Amount(9_300_000), Amount(93_000)));
    }

    proptest! {
        #[test]
        fn text_round_trips(minor in any::<i64>()) {
            let amount = Amount(minor);
            prop_assert_eq!(Amount::parse(&amount.to_text(Currency::CNY), Currency::CNY), Ok(amount));
        }

        #[test]
        fn net_and_tax_always_give_back_the_gross(minor in -1_000_000_000_i64..1_000_000_000, rate in 0_i64..30) {
            let (net, tax) = split_tax_inclusive(Amount(minor), Decimal::new(rate, 2), Currency::CNY).unwrap();
            prop_assert_eq!(net.plus(tax), Ok(Amount(minor)));
        }
    }
}
