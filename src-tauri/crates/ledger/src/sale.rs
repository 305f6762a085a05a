//! Sales: what a sale comes to, line by line, and whether it may be recorded.

use rust_decimal::Decimal;

use crate::entry::ItemId;
use crate::money::{
    Amount, AmountError, Currency, Quantity, extend, split_tax_inclusive, tax_on_net,
};
use crate::party::PartyId;

/// What is sold on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaleLine {
    /// The item, where it is one of the book's.
    pub item: Option<ItemId>,
    /// What is printed.
    pub description: String,
    /// How many.
    pub quantity: Quantity,
    /// The price of one, with or without tax.
    pub unit_price: Decimal,
    /// Whether the price includes tax.
    pub tax_included: bool,
    /// The tax rate, as a fraction: 0.13.
    pub rate: Decimal,
}

/// What a line or a sale comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaxedAmount {
    /// Without tax.
    pub net: Amount,
    /// The tax.
    pub tax: Amount,
    /// With tax.
    pub gross: Amount,
}

impl TaxedAmount {
    /// The sum of two.
    ///
    /// # Errors
    /// When a sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, AmountError> {
        Ok(Self {
            net: self.net.plus(other.net)?,
            tax: self.tax.plus(other.tax)?,
            gross: self.gross.plus(other.gross)?,
        })
    }
}

/// Why a sale cannot be recorded. Line numbers count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaleRefusal {
    /// There is nothing on it.
    NoLines,
    /// A line sells nothing, or less.
    QuantityNotPositive {
        /// The line.
        line: usize,
    },
    /// A price is below nothing.
    PriceNegative {
        /// The line.
        line: usize,
    },
    /// The whole comes to nothing.
    NothingToPay,
    /// More was paid at once than the sale comes to.
    PaidTooMuch {
        /// What it comes to.
        gross: Amount,
        /// What was paid.
        paid: Amount,
    },
    /// A payment is nothing or less.
    PaymentNotPositive,
    /// What is not paid at once needs a customer who owes it.
    CustomerMissing {
        /// What would be owed.
        owed: Amount,
    },
    /// An amount does not fit.
    OutOfRange,
}

impl From<AmountError> for SaleRefusal {
    fn from(_: AmountError) -> Self {
        Self::OutOfRange
    }
}

/// A sale worked out to the cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkedSale {
    /// What each line comes to.
    pub lines: Vec<TaxedAmount>,
    /// What the whole comes to: the sum of its lines, as the invoice prints it.
    pub total: TaxedAmount,
    /// What is not paid at once and so owed by the customer.
    pub owed: Amount,
}

/// Works out one line: price times quantity rounded once, tax outside or inside (posting rules P0.3, P0.4).
///
/// # Errors
/// When an amount does not fit.
pub fn work_out_line(line: &SaleLine, currency: Currency) -> Result<TaxedAmount, AmountError> {
    let extended = extend(line.unit_price, line.quantity, currency)?;
    if line.tax_included {
        let (net, tax) = split_tax_inclusive(extended, line.rate, currency)?;
        Ok(TaxedAmount { net, tax, gross: extended })
    } else {
        let tax = tax_on_net(extended, line.rate, currency)?;
        Ok(TaxedAmount { net: extended, tax, gross: extended.plus(tax)? })
    }
}

/// Works out a sale and what remains owed after what was paid at once.
///
/// # Errors
/// When the sale may not be recorded.
pub fn work_out(
    lines: &[SaleLine],
    paid: &[Amount],
    customer: Option<PartyId>,
    currency: Currency,
) -> Result<WorkedSale, SaleRefusal> {
    if lines.is_empty() {
        return Err(SaleRefusal::NoLines);
    }
    for (number, line) in (1..).zip(lines) {
        if line.quantity.millionths() <= 0 {
            return Err(SaleRefusal::QuantityNotPositive { line: number });
        }
        if line.unit_price.is_sign_negative() && !line.unit_price.is_zero() {
            return Err(SaleRefusal::PriceNegative { line: number });
        }
    }
    let worked = lines
        .iter()
        .map(|line| work_out_line(line, currency))
        .collect::<Result<Vec<_>, AmountError>>()?;
    let total = worked.iter().try_fold(TaxedAmount::default(), |sum, line| sum.plus(*line))?;
    if total.gross.is_zero() {
        return Err(SaleRefusal::NothingToPay);
    }
    if paid.iter().any(|amount| amount.minor() <= 0) {
        return Err(SaleRefusal::PaymentNotPositive);
    }
    let paid = Amount::sum(paid.iter().copied())?;
    let owed = total.gross.minus(paid)?;
    if owed.is_negative() {
        return Err(SaleRefusal::PaidTooMuch { gross: total.gross, paid });
    }
    if !owed.is_zero() && customer.is_none() {
        return Err(SaleRefusal::CustomerMissing { owed });
    }
    Ok(WorkedSale { lines: worked, total, owed })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn line(quantity: &str, price: &str, tax_included: bool, rate: &str) -> SaleLine {
        SaleLine {
            item: None,
            description: "P2".into(),
            quantity: quantity.parse().unwrap(),
            unit_price: price.parse().unwrap(),
            tax_included,
            rate: rate.parse().unwrap(),
        }
    }

    fn minor(amount: i64) -> Amount {
        Amount::from_minor(amount)
    }

    #[test]
    fn a_retail_price_contains_its_tax() {
        // 70 pieces at 1,212.00 with 1 % inside: the credit sale of 10 February in the small retailer's case.
        let worked =
            work_out(&[line("70", "1212", true, "0.01")], &[], Some(PartyId(1)), Currency::CNY)
                .unwrap();
        assert_eq!(worked.total.net, minor(8_400_000));
        assert_eq!(worked.total.tax, minor(84_000));
        assert_eq!(worked.owed, minor(8_484_000));
    }

    #[test]
    fn a_trade_price_gets_its_tax_on_top_rounded_per_line() {
        let lines = [line("3", "33.35", false, "0.13"), line("1", "0.35", false, "0.13")];
        let worked = work_out(&lines, &[], Some(PartyId(1)), Currency::CNY).unwrap();
        assert_eq!(worked.lines[0].tax, minor(1301));
        assert_eq!(worked.lines[1].tax, minor(5));
        assert_eq!(worked.total.gross, minor(10_040 + 1_306));
    }

    #[test]
    fn what_cannot_be_sold_is_refused() {
        use SaleRefusal::*;
        let refused = |lines: &[SaleLine], paid: &[Amount]| {
            work_out(lines, paid, None, Currency::CNY).unwrap_err()
        };
        assert_eq!(refused(&[], &[]), NoLines);
        assert_eq!(refused(&[line("0", "1", true, "0")], &[]), QuantityNotPositive { line: 1 });
        assert_eq!(refused(&[line("1", "-1", true, "0")], &[]), PriceNegative { line: 1 });
        assert_eq!(refused(&[line("1", "0", true, "0")], &[]), NothingToPay);
        assert_eq!(
            refused(&[line("1", "1", true, "0")], &[minor(101)]),
            PaidTooMuch { gross: minor(100), paid: minor(101) }
        );
        assert_eq!(
            refused(&[line("1", "1", true, "0")], &[minor(40)]),
            CustomerMissing { owed: minor(60) }
        );
        assert_eq!(refused(&[line("1", "1", true, "0")], &[minor(0)]), PaymentNotPositive);
        assert_eq!(refused(&[line("9999999999", "99999999999", true, "0")], &[]), OutOfRange);
    }
}
