//! Surcharges on VAT: 城市维护建设税, 教育费附加, 地方教育附加 (posting rule T05).

use rust_decimal::Decimal;

use super::tax_on;
use crate::money::{Amount, AmountError, Currency};

/// What is given of a surcharge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relief {
    /// Nothing.
    Whole,
    /// Half of it (六税两费).
    Half,
    /// All of it.
    Exempt,
}

/// A surcharge of a filing period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surcharge {
    /// What it comes to by its rate.
    pub due: Amount,
    /// What is given of it.
    pub relief: Amount,
    /// What is owed.
    pub owed: Amount,
}

/// A surcharge on what VAT is actually payable, and on what a producer's export offset spared of it.
///
/// # Errors
/// When an amount does not fit.
pub fn surcharge(
    base: Amount,
    rate: Decimal,
    relief: Relief,
    currency: Currency,
) -> Result<Surcharge, AmountError> {
    let due = tax_on(base.max(Amount::ZERO), rate, currency)?;
    let relief = match relief {
        Relief::Whole => Amount::ZERO,
        Relief::Half => tax_on(due, Decimal::new(5, 1), currency)?,
        Relief::Exempt => due,
    };
    Ok(Surcharge { due, relief, owed: due.minus(relief)? })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn half_of_a_surcharge_is_rounded_once_and_the_rest_is_owed() {
        // 7 % of 2 700.00 is 189.00, half of it 94.50; 3 % of 1 234.57 is 37.04 (37.0371), half of it 18.52.
        let seven =
            surcharge(Amount::from_minor(270_000), Decimal::new(7, 2), Relief::Half, Currency::CNY);
        let seven = seven.unwrap();
        assert_eq!(
            (seven.due.minor(), seven.relief.minor(), seven.owed.minor()),
            (18_900, 9_450, 9_450)
        );
        let three =
            surcharge(Amount::from_minor(123_457), Decimal::new(3, 2), Relief::Half, Currency::CNY);
        let three = three.unwrap();
        assert_eq!(
            (three.due.minor(), three.relief.minor(), three.owed.minor()),
            (3_704, 1_852, 1_852)
        );
    }

    #[test]
    fn a_refund_of_tax_bears_no_surcharge() {
        let none =
            surcharge(Amount::from_minor(-5_000), Decimal::new(7, 2), Relief::Whole, Currency::CNY);
        assert_eq!(none.unwrap(), Surcharge::default());
    }
}
