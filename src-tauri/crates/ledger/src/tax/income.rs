//! Enterprise income tax by the quarter: cumulative profit at the rate, less what small low-profit companies are given.

use rust_decimal::Decimal;

use super::tax_on;
use crate::money::{Amount, AmountError, Currency};

/// What makes a company small and low in profit 小型微利企业.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmallLowProfit {
    /// The most taxable income of a year.
    pub income: Amount,
    /// The most people, on average.
    pub staff: u32,
    /// The most assets, on average.
    pub assets: Amount,
    /// The rate that is left of the whole one.
    pub rate: Decimal,
}

impl SmallLowProfit {
    /// Whether a company meets the three conditions; all of them count.
    #[must_use]
    pub fn is_met(&self, income: Amount, staff: u32, assets: Amount) -> bool {
        income <= self.income && staff <= self.staff && assets <= self.assets
    }
}

/// Income tax from the beginning of the year to the end of a quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IncomeTax {
    /// What is taxed; a loss is taxed at nothing.
    pub taxable: Amount,
    /// At the whole rate.
    pub tax: Amount,
    /// What is given of it.
    pub relief: Amount,
    /// What the year so far comes to.
    pub owed: Amount,
}

/// Posting rule T07: tax on the profit of the year so far.
///
/// # Errors
/// When an amount does not fit.
pub fn income_tax(
    profit: Amount,
    rate: Decimal,
    reduced: Option<Decimal>,
    currency: Currency,
) -> Result<IncomeTax, AmountError> {
    let taxable = profit.max(Amount::ZERO);
    let tax = tax_on(taxable, rate, currency)?;
    let owed = reduced.map_or(Ok(tax), |reduced| tax_on(taxable, reduced, currency))?;
    Ok(IncomeTax { taxable, tax, relief: tax.minus(owed)?, owed })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn yuan(amount: i64) -> Amount {
        Amount::from_minor(amount * 100)
    }

    #[test]
    fn a_small_company_pays_five_per_cent_and_loses_that_with_any_of_the_three_conditions() {
        let small = SmallLowProfit {
            income: yuan(3_000_000),
            staff: 300,
            assets: yuan(50_000_000),
            rate: Decimal::new(5, 2),
        };
        assert!(small.is_met(yuan(3_000_000), 300, yuan(50_000_000)));
        assert!(!small.is_met(yuan(3_000_001), 300, yuan(50_000_000)));
        assert!(!small.is_met(yuan(3_000_000), 301, yuan(50_000_000)));
        assert!(!small.is_met(yuan(3_000_000), 300, yuan(50_000_001)));
        // 120 000 at 25 % is 30 000; at 5 % 6 000 is owed, so 24 000 is given.
        let whole = Decimal::new(25, 2);
        let tax = income_tax(yuan(120_000), whole, Some(small.rate), Currency::CNY).unwrap();
        assert_eq!((tax.tax, tax.relief, tax.owed), (yuan(30_000), yuan(24_000), yuan(6_000)));
        let tax = income_tax(yuan(120_000), whole, None, Currency::CNY).unwrap();
        assert_eq!((tax.relief, tax.owed), (Amount::ZERO, yuan(30_000)));
    }

    #[test]
    fn a_loss_is_taxed_at_nothing() {
        let tax = income_tax(yuan(-5), Decimal::new(25, 2), None, Currency::CNY).unwrap();
        assert_eq!(tax, IncomeTax::default());
    }
}
