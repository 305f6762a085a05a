//! Taxes: what a row of tax is, and the rules that make returns of the rows, one file each. Pure: rates are given.

pub mod export;
pub mod income;
pub mod surcharge;
pub mod vat;

use rust_decimal::Decimal;

use crate::money::{Amount, AmountError, Currency};

macro_rules! kinds {
    ($($(#[$about:meta])* $kind:ident $word:literal;)+) => {
        /// What a tax row is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TaxKind { $($(#[$about])* $kind,)+ }

        impl TaxKind {
            /// Every kind.
            pub const ALL: &[TaxKind] = &[$(TaxKind::$kind,)+];

            /// The kind as it is written.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)+ }
            }
        }
    };
}

kinds! {
    /// A sale that bears tax.
    Output "output";
    /// A sale of a general taxpayer by the simple method 简易计税.
    Simple "simple";
    /// An exported supply: taxed at nothing, its input tax stays.
    ZeroRated "zero-rated";
    /// A sale without tax whose input tax is lost.
    Exempt "exempt";
    /// Outside the tax; in no return.
    Outside "outside";
    /// Input tax of a special invoice 专用发票.
    Input "input";
    /// Input tax paid to the customs 海关进口增值税.
    Customs "customs";
    /// Input tax reckoned on farm produce 农产品.
    Agricultural "agricultural";
    /// Input tax that is not deductible after all 进项税额转出.
    TransferredOut "transferred-out";
    /// Input tax of goods a trader exports: refunded, never netted (corrections 3).
    Export "export";
    /// A line that is no tax of any return, a payment for instance.
    NoTax "none";
}

impl TaxKind {
    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// Whether it is the tax of a sale.
    #[must_use]
    pub fn is_of_sale(self) -> bool {
        matches!(self, Self::Output | Self::Simple | Self::ZeroRated | Self::Exempt | Self::Outside)
    }
}

/// Tax on a base, halves of a cent away from zero.
///
/// # Errors
/// When the result does not fit.
pub fn tax_on(base: Amount, rate: Decimal, currency: Currency) -> Result<Amount, AmountError> {
    let tax = base.to_decimal(currency).checked_mul(rate).ok_or(AmountError::OutOfRange)?;
    Amount::round_half_up(tax, currency)
}
