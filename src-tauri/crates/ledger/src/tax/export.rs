//! Refund of VAT on exports: a trader's 免退税 and a producer's 免抵退税 are two rules (corrections 3).

use rust_decimal::Decimal;

use super::tax_on;
use crate::money::{Amount, AmountError, Currency};

/// What a trader gets back of the input tax of what was exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TraderRefund {
    /// Refunded: what the goods were bought for, at the refund rate.
    pub refund: Amount,
    /// The rest of the input tax, which is a cost.
    pub cost: Amount,
}

/// A trader's refund. The input tax stays out of what is netted with output tax.
///
/// # Errors
/// When an amount does not fit.
pub fn trader(
    base: Amount,
    input: Amount,
    refund_rate: Decimal,
    currency: Currency,
) -> Result<TraderRefund, AmountError> {
    let refund = tax_on(base, refund_rate, currency)?.min(input);
    Ok(TraderRefund { refund, cost: input.minus(refund)? })
}

/// What a producer's month is made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProducerFigures {
    /// Exports free on board.
    pub exports: Amount,
    /// Output tax at home.
    pub output: Amount,
    /// Input tax of the month, less what was transferred out for other reasons.
    pub input: Amount,
    /// Credit brought forward.
    pub brought_forward: Amount,
}

/// What a producer owes, gets back, and carries forward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProducerRefund {
    /// Input tax neither refunded nor offset: a cost (免抵退税不得免征和抵扣税额).
    pub cost: Amount,
    /// Exports at the refund rate, the most there is to offset and refund (免抵退税额).
    pub limit: Amount,
    /// What is owed at home.
    pub owed: Amount,
    /// Refunded: the credit, up to the limit (应退税额).
    pub refund: Amount,
    /// Offset against tax at home: the rest of the limit (免抵税额).
    pub offset: Amount,
    /// The credit above the limit, carried forward.
    pub carried: Amount,
}

/// A producer's month: exempt, credit, refund.
///
/// # Errors
/// When an amount does not fit.
pub fn producer(
    figures: &ProducerFigures,
    rate: Decimal,
    refund_rate: Decimal,
    currency: Currency,
) -> Result<ProducerRefund, AmountError> {
    let cost = tax_on(figures.exports, (rate - refund_rate).max(Decimal::ZERO), currency)?;
    let limit = tax_on(figures.exports, refund_rate.min(rate), currency)?;
    let deductible = figures.input.minus(cost)?.plus(figures.brought_forward)?;
    let net = figures.output.minus(deductible)?;
    let credit = if net.is_negative() { net.negated()? } else { Amount::ZERO };
    let refund = credit.min(limit);
    Ok(ProducerRefund {
        cost,
        limit,
        owed: net.max(Amount::ZERO),
        refund,
        offset: limit.minus(refund)?,
        carried: credit.minus(refund)?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn yuan(amount: i64) -> Amount {
        Amount::from_minor(amount * 100)
    }

    #[test]
    fn a_trader_gets_the_refund_rate_of_the_purchase_and_bears_the_rest() {
        // Goods for 100 000 with 13 000 of input tax, refunded at 9 %: 9 000 back, 4 000 to cost.
        let nine = Decimal::new(9, 2);
        let made = trader(yuan(100_000), yuan(13_000), nine, Currency::CNY).unwrap();
        assert_eq!((made.refund, made.cost), (yuan(9_000), yuan(4_000)));
        // At the whole rate nothing is left, and a refund is never more than was paid.
        let made = trader(yuan(100_000), yuan(13_000), Decimal::new(15, 2), Currency::CNY).unwrap();
        assert_eq!((made.refund, made.cost), (yuan(13_000), Amount::ZERO));
    }

    /// Exports of 200 000 at 13 % refunded at 9 %: 8 000 is a cost, 18 000 the limit.
    fn month(output: i64, input: i64, brought_forward: i64) -> ProducerRefund {
        let figures = ProducerFigures {
            exports: yuan(200_000),
            output: yuan(output),
            input: yuan(input),
            brought_forward: yuan(brought_forward),
        };
        producer(&figures, Decimal::new(13, 2), Decimal::new(9, 2), Currency::CNY).unwrap()
    }

    #[test]
    fn a_producer_who_owes_at_home_gets_nothing_back_and_offsets_all() {
        // 13 000 - (15 000 - 8 000) = 6 000 owed.
        let made = month(13_000, 15_000, 0);
        assert_eq!((made.cost, made.limit, made.owed), (yuan(8_000), yuan(18_000), yuan(6_000)));
        assert_eq!((made.refund, made.offset, made.carried), (yuan(0), yuan(18_000), yuan(0)));
    }

    #[test]
    fn a_credit_below_the_limit_is_refunded_whole() {
        // 13 000 - (31 000 - 8 000 + 2 000) = -12 000.
        let made = month(13_000, 31_000, 2_000);
        assert_eq!((made.owed, made.refund), (yuan(0), yuan(12_000)));
        assert_eq!((made.offset, made.carried), (yuan(6_000), yuan(0)));
    }

    #[test]
    fn a_credit_above_the_limit_is_refunded_up_to_it_and_carried_forward_beyond() {
        // 13 000 - (47 000 - 8 000) = -26 000; the limit is 18 000.
        let made = month(13_000, 47_000, 0);
        assert_eq!((made.refund, made.offset, made.carried), (yuan(18_000), yuan(0), yuan(8_000)));
    }
}
