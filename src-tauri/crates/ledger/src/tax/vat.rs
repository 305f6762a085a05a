//! VAT: what a general taxpayer owes or carries forward, and when a small-scale one owes nothing.

use crate::money::{Amount, AmountError};

/// The figures a general taxpayer's return starts from.
#[derive(Clone, Copy, Debug, Default)]
pub struct GeneralFigures {
    /// Output tax (row 11 of the form).
    pub output: Amount,
    /// Input tax (12).
    pub input: Amount,
    /// Credit brought forward (13).
    pub brought_forward: Amount,
    /// Input tax transferred out (14).
    pub transferred_out: Amount,
    /// Refund to a producer who exports (15).
    pub refund: Amount,
}

/// What comes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeneralTax {
    /// What may be deducted in all (17).
    pub deductible: Amount,
    /// What is deducted (18).
    pub deducted: Amount,
    /// What is owed (19).
    pub owed: Amount,
    /// The credit carried forward (20).
    pub carried: Amount,
}

/// Works out a general taxpayer's tax: what may be deducted is deducted as far as there is output tax, the rest is
/// carried forward 留抵.
///
/// # Errors
/// When a sum does not fit.
pub fn general(figures: &GeneralFigures) -> Result<GeneralTax, AmountError> {
    let deductible = figures
        .input
        .plus(figures.brought_forward)?
        .minus(figures.transferred_out)?
        .minus(figures.refund)?;
    let deducted = deductible.min(figures.output);
    Ok(GeneralTax {
        deductible,
        deducted,
        owed: figures.output.minus(deducted)?,
        carried: deductible.minus(deducted)?,
    })
}

/// What moves between 应交增值税 and 未交增值税 at month end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transfer {
    /// Nothing: the credit is carried forward, or all is even.
    Nothing,
    /// 转出未交增值税: this much is owed.
    Unpaid(Amount),
    /// 转出多交增值税: of what was prepaid this much was too much.
    Overpaid(Amount),
}

/// Posting rule T01. `balance` is what all columns of 应交增值税 come to, credit positive, without input tax that is
/// kept for a trader's refund; `prepaid` what was paid in advance in the month 已交税金.
///
/// # Errors
/// When an amount does not fit.
pub fn transfer(balance: Amount, prepaid: Amount) -> Result<Transfer, AmountError> {
    if balance.is_zero() {
        return Ok(Transfer::Nothing);
    }
    if !balance.is_negative() {
        return Ok(Transfer::Unpaid(balance));
    }
    let over = balance.negated()?.min(prepaid);
    Ok(if over > Amount::ZERO { Transfer::Overpaid(over) } else { Transfer::Nothing })
}

/// A small-scale taxpayer's sales of a filing period.
#[derive(Clone, Copy, Debug, Default)]
pub struct SmallFigures {
    /// Sales without tax on special invoices.
    pub special_base: Amount,
    /// Their tax.
    pub special_tax: Amount,
    /// Other taxed sales.
    pub other_base: Amount,
    /// Their tax as it was recorded.
    pub other_tax: Amount,
    /// Sales exempt for another reason; they count towards the threshold.
    pub exempt_base: Amount,
}

impl SmallFigures {
    /// All sales, which the threshold is compared with.
    ///
    /// # Errors
    /// When the sum does not fit.
    pub fn sales(&self) -> Result<Amount, AmountError> {
        self.special_base.plus(self.other_base)?.plus(self.exempt_base)
    }

    /// Whether the sales stay within the threshold, so that all but special invoices is exempt (posting rule T04).
    ///
    /// # Errors
    /// When the sum does not fit.
    pub fn is_exempt(&self, threshold: Option<Amount>) -> Result<bool, AmountError> {
        let sales = self.sales()?;
        Ok(threshold.is_some_and(|threshold| sales <= threshold))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn yuan(amount: i64) -> Amount {
        Amount::from_minor(amount * 100)
    }

    #[test]
    fn output_above_input_is_owed_and_input_above_output_is_carried_forward() {
        // 13 000 of output, 9 000 of input, 1 500 brought forward, 200 transferred out: 2 700 owed.
        let figures = GeneralFigures {
            output: yuan(13_000),
            input: yuan(9_000),
            brought_forward: yuan(1_500),
            transferred_out: yuan(200),
            refund: Amount::ZERO,
        };
        let tax = general(&figures).unwrap();
        assert_eq!((tax.deductible, tax.deducted), (yuan(10_300), yuan(10_300)));
        assert_eq!((tax.owed, tax.carried), (yuan(2_700), Amount::ZERO));
        // With 10 000 of output only, 300 stay over.
        let tax = general(&GeneralFigures { output: yuan(10_000), ..figures }).unwrap();
        assert_eq!((tax.owed, tax.carried), (Amount::ZERO, yuan(300)));
    }

    #[test]
    fn a_credit_is_not_moved_unless_too_much_was_prepaid() {
        assert_eq!(transfer(yuan(40), Amount::ZERO), Ok(Transfer::Unpaid(yuan(40))));
        assert_eq!(transfer(yuan(-40), Amount::ZERO), Ok(Transfer::Nothing));
        assert_eq!(transfer(yuan(-40), yuan(30)), Ok(Transfer::Overpaid(yuan(30))));
        assert_eq!(transfer(yuan(-40), yuan(90)), Ok(Transfer::Overpaid(yuan(40))));
    }

    #[test]
    fn the_threshold_counts_every_sale_and_a_cent_above_it_is_above() {
        let mut figures = SmallFigures {
            special_base: yuan(100_000),
            other_base: yuan(150_000),
            exempt_base: yuan(50_000),
            ..SmallFigures::default()
        };
        assert_eq!(figures.is_exempt(Some(yuan(300_000))), Ok(true));
        figures.other_base = Amount::from_minor(15_000_001);
        assert_eq!(figures.is_exempt(Some(yuan(300_000))), Ok(false));
        assert_eq!(figures.is_exempt(None), Ok(false));
    }
}
