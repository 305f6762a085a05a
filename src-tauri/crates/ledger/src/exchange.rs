//! Foreign currency: translating, what a settlement takes along, and what a period's end revalues (posting rules
//! X01 to X05). Which accounts are monetary and what a day's rate is comes in from outside.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::money::{Amount, AmountError, Currency};

/// The decimals a rate is kept with; enough that a rate worked out from two amounts gives them back.
pub const RATE_DECIMALS: u32 = 10;

/// How far an amount may lie from foreign amount times rate, in minor units: a bank rounds by a rule of its own, and
/// a remainder of rounding goes to a line, never to an account of its own (posting rule P0.3).
pub const ROUNDING_MINOR: u64 = 1;

/// Which rate a transaction takes (posting rule X01; IAS 21.22 and 企业会计准则第19号 art. 10 allow a rate that
/// approximates it).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RateChoice {
    /// The day's rate, or else the last one known before it.
    #[default]
    Day,
    /// The first rate of the month, for all of its days.
    Month,
}

impl RateChoice {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
        }
    }

    /// The choice of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Day, Self::Month].into_iter().find(|choice| choice.word() == word)
    }
}

/// What becomes of a revaluation after the period's end (posting rule X03): one way per book, for mixing them counts
/// realised differences twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Revaluation {
    /// It stays: the revalued amount is what the balance is carried at from then on.
    #[default]
    Permanent,
    /// It is taken back on the first day of the next period.
    Reversed,
}

impl Revaluation {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Permanent => "permanent",
            Self::Reversed => "reversed",
        }
    }

    /// The way of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Permanent, Self::Reversed].into_iter().find(|way| way.word() == word)
    }
}

/// What stands in one currency: the foreign amount and what it is carried at, debit positive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// In the foreign currency.
    pub foreign: Amount,
    /// In the book's currency.
    pub carried: Amount,
}

impl Position {
    /// The sum of two.
    ///
    /// # Errors
    /// When a sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, AmountError> {
        Ok(Self {
            foreign: self.foreign.plus(other.foreign)?,
            carried: self.carried.plus(other.carried)?,
        })
    }

    /// Whether nothing stands in either currency.
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        self.foreign.is_zero() && self.carried.is_zero()
    }
}

/// Whether a rate can be one: above nothing, and kept with at most [`RATE_DECIMALS`].
#[must_use]
pub fn is_rate(rate: Decimal) -> bool {
    rate > Decimal::ZERO && rate.normalize().scale() <= RATE_DECIMALS
}

/// An amount of another currency in the book's, rounded once, halves away from zero (posting rule P0.3).
///
/// # Errors
/// When the result does not fit.
pub fn translate(
    foreign: Amount,
    currency: Currency,
    rate: Decimal,
    functional: Currency,
) -> Result<Amount, AmountError> {
    let value = foreign.to_decimal(currency).checked_mul(rate).ok_or(AmountError::OutOfRange)?;
    Amount::round_half_up(value, functional)
}

/// The rate two amounts were taken at; nothing where there is no foreign amount.
#[must_use]
pub fn rate_between(
    carried: Amount,
    functional: Currency,
    foreign: Amount,
    currency: Currency,
) -> Option<Decimal> {
    let rate = carried.to_decimal(functional).checked_div(foreign.to_decimal(currency))?;
    Some(
        rate.round_dp_with_strategy(RATE_DECIMALS, RoundingStrategy::MidpointAwayFromZero)
            .normalize(),
    )
}

/// Whether an amount is foreign amount times rate, within [`ROUNDING_MINOR`].
///
/// # Errors
/// When the product does not fit.
pub fn agrees(
    carried: Amount,
    functional: Currency,
    foreign: Amount,
    currency: Currency,
    rate: Decimal,
) -> Result<bool, AmountError> {
    let product = translate(foreign, currency, rate, functional)?;
    Ok(carried.minus(product)?.minor().unsigned_abs() <= ROUNDING_MINOR)
}

/// What a settlement takes of the carried amount (posting rule X02): in proportion, and all that is left when nothing
/// foreign is left. More than stands is carried at the same proportion.
///
/// # Errors
/// When the result does not fit.
pub fn settled_share(standing: Position, settled: Amount) -> Result<Amount, AmountError> {
    if settled == standing.foreign {
        return Ok(standing.carried);
    }
    if standing.foreign.is_zero() {
        return Ok(Amount::ZERO);
    }
    let share = i128::from(standing.carried.minor()) * i128::from(settled.minor());
    let whole = i128::from(standing.foreign.minor());
    // Halves away from zero, as everywhere in the books.
    let sign = if (share < 0) == (whole < 0) { 1 } else { -1 };
    let (share, whole) = (share.unsigned_abs(), whole.unsigned_abs());
    let rounded = (share + whole / 2) / whole;
    let minor = i64::try_from(rounded).map_err(|_| AmountError::OutOfRange)?;
    Ok(Amount::from_minor(minor * sign))
}

/// What a balance must move by to stand at a closing rate (posting rule X03), debit positive. What is left over when
/// nothing foreign is left goes too.
///
/// # Errors
/// When the result does not fit.
pub fn revaluation(
    standing: Position,
    currency: Currency,
    rate: Decimal,
    functional: Currency,
) -> Result<Amount, AmountError> {
    translate(standing.foreign, currency, rate, functional)?.minus(standing.carried)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    const USD: &str = "USD";

    fn money(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    fn minor(amount: i64) -> Amount {
        Amount::from_minor(amount)
    }

    fn rate(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn currencies_of_none_two_and_three_decimals_translate_into_each_other() {
        let at = |foreign, code: &str, text: &str| {
            translate(minor(foreign), money(code), rate(text), Currency::CNY).unwrap()
        };
        assert_eq!(at(100_000, USD, "7.0825"), minor(708_250));
        // 3,000,000 yen at 0.0477 are 143,100.00.
        assert_eq!(at(3_000_000, "JPY", "0.0477"), minor(14_310_000));
        // 1.234 dinars at 23.1 are 28.5054.
        assert_eq!(at(1_234, "KWD", "23.1"), minor(2_851));
        let yen = translate(minor(100), money(USD), rate("149.5"), money("JPY")).unwrap();
        assert_eq!(yen, minor(150), "halves go away from zero");
    }

    #[test]
    fn a_cent_of_rounding_agrees_and_two_do_not() {
        let fits = |carried| {
            agrees(minor(carried), Currency::CNY, minor(3_333), money(USD), rate("7.1")).unwrap()
        };
        // 33.33 at 7.1 are 236.643.
        assert!(fits(23_664) && fits(23_665) && fits(23_663));
        assert!(!fits(23_666) && !fits(-23_664));
    }

    #[test]
    fn a_payment_takes_its_share_and_the_last_one_the_rest() {
        let standing = Position { foreign: minor(10_000), carried: minor(70_001) };
        let first = settled_share(standing, minor(3_333)).unwrap();
        // 700.01 * 33.33 / 100.00 = 233.313333
        assert_eq!(first, minor(23_331));
        let left = Position { foreign: minor(6_667), carried: minor(46_670) };
        assert_eq!(settled_share(left, minor(6_667)).unwrap(), minor(46_670));
        let owed = Position { foreign: minor(-10_000), carried: minor(-70_001) };
        assert_eq!(settled_share(owed, minor(-3_333)).unwrap(), minor(-23_331));
    }

    #[test]
    fn a_balance_moves_to_the_closing_rate() {
        let standing = Position { foreign: minor(6_000_000), carried: minor(42_600_000) };
        let by = revaluation(standing, money(USD), rate("7.05"), Currency::CNY).unwrap();
        assert_eq!(by, minor(-300_000));
        let left = Position { foreign: Amount::ZERO, carried: minor(3) };
        assert_eq!(revaluation(left, money(USD), rate("7"), Currency::CNY).unwrap(), minor(-3));
    }

    proptest! {
        #[test]
        fn a_rate_worked_out_gives_the_amount_back(
            carried in 1_i64..1_000_000_000, foreign in 1_i64..1_000_000_000,
        ) {
            let rate = rate_between(minor(carried), Currency::CNY, minor(foreign), money(USD)).unwrap();
            prop_assert!(agrees(minor(carried), Currency::CNY, minor(foreign), money(USD), rate).unwrap());
        }

        #[test]
        fn what_is_settled_in_parts_takes_all_that_was_carried(
            carried in -1_000_000_i64..1_000_000, parts in prop::collection::vec(1_i64..10_000, 1..8),
        ) {
            let foreign: i64 = parts.iter().sum();
            let mut left = Position { foreign: minor(foreign), carried: minor(carried) };
            for part in parts {
                let share = settled_share(left, minor(part)).unwrap();
                left = Position {
                    foreign: left.foreign.minus(minor(part)).unwrap(),
                    carried: left.carried.minus(share).unwrap(),
                };
            }
            prop_assert!(left.is_nothing());
        }

        #[test]
        fn a_revalued_balance_needs_no_more(
            carried in -1_000_000_i64..1_000_000, foreign in -1_000_000_i64..1_000_000, rate in 1_i64..100_000,
        ) {
            let rate = Decimal::new(rate, 4);
            let standing = Position { foreign: minor(foreign), carried: minor(carried) };
            let by = revaluation(standing, money(USD), rate, Currency::CNY).unwrap();
            let after = standing.plus(Position { foreign: Amount::ZERO, carried: by }).unwrap();
            prop_assert!(revaluation(after, money(USD), rate, Currency::CNY).unwrap().is_zero());
        }
    }
}
