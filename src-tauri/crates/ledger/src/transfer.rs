//! Transfers a company defines itself 自动转账: lines whose amounts are worked out from balances when they fall due.

use crate::account::{AccountId, Side};
use crate::entry::Line;
use crate::money::{Amount, AmountError};
use crate::party::PartyId;
use crate::reversal::ReversalStyle;

/// A share of something: numerator and denominator, so that a third is a third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    numerator: i64,
    denominator: i64,
}

impl Share {
    /// The whole.
    pub const WHOLE: Self = Self { numerator: 1, denominator: 1 };

    /// Reads a percentage, `12.5`, or a fraction, `1/12`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (numerator, denominator) = match text.split_once('/') {
            Some((above, below)) => (above.trim().parse().ok()?, below.trim().parse().ok()?),
            None => percentage(text.trim().trim_end_matches('%').trim_end())?,
        };
        let is_sound = (1..=1_000_000_000).contains(&denominator)
            && (-1_000_000_000_i64..=1_000_000_000).contains(&numerator)
            && numerator != 0;
        is_sound.then_some(Self { numerator, denominator })
    }

    /// This share of an amount, half a minor unit up and away from nothing.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn of(self, amount: Amount) -> Result<Amount, AmountError> {
        let (above, below) = (i128::from(self.numerator), i128::from(self.denominator));
        let twice = i128::from(amount.minor()) * above * 2;
        let rounded = (twice.abs() + below) / (below * 2) * twice.signum();
        i64::try_from(rounded).map(Amount::from_minor).map_err(|_| AmountError::OutOfRange)
    }
}

/// `12.5` per cent as 125/1000.
fn percentage(text: &str) -> Option<(i64, i64)> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 6 || !decimals.chars().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let scale = 10_i64.pow(u32::try_from(decimals.len()).ok()?);
    Some((format!("{whole}{decimals}").parse().ok()?, scale.checked_mul(100)?))
}

/// What an amount is worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The same each time.
    Fixed(Amount),
    /// A total spread over a number of periods, to the cent: this is which of them.
    Spread {
        /// The total.
        total: Amount,
        /// Over how many.
        parts: u32,
        /// Which one, from 1.
        part: u32,
    },
    /// A share of a figure of the books.
    Share {
        /// The figure.
        of: Amount,
        /// The share.
        share: Share,
    },
    /// What makes the entry balance.
    Rest,
}

/// A line of a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferLine {
    /// The account.
    pub account: AccountId,
    /// The party.
    pub party: Option<PartyId>,
    /// The side.
    pub side: Side,
    /// The amount.
    pub formula: Formula,
    /// What the line is about.
    pub memo: Option<String>,
    /// The cash-flow item, where the account is cash.
    pub cash_flow_item: Option<String>,
}

/// The lines of a transfer; amounts of nothing are left out (P0.5), so a transfer without effect has none.
///
/// A negative amount is red in Chinese books and stands on the other side elsewhere (R04).
///
/// # Errors
/// When an amount does not fit.
pub fn lines(transfer: &[TransferLine], style: ReversalStyle) -> Result<Vec<Line>, AmountError> {
    let mut net = Amount::ZERO;
    let mut amounts = Vec::new();
    for line in transfer {
        let amount = amount_of(line.formula)?;
        let signed = if line.side == Side::Debit { amount } else { amount.negated()? };
        net = net.plus(signed)?;
        amounts.push(amount);
    }
    let mut lines = Vec::new();
    for (line, mut amount) in transfer.iter().zip(amounts) {
        if line.formula == Formula::Rest {
            amount = if line.side == Side::Debit { net.negated()? } else { net };
            net = Amount::ZERO;
        }
        if amount.is_zero() {
            continue;
        }
        let (side, amount) = match (style, amount.is_negative(), line.side) {
            (ReversalStyle::Swapped, true, Side::Debit) => (Side::Credit, amount.negated()?),
            (ReversalStyle::Swapped, true, Side::Credit) => (Side::Debit, amount.negated()?),
            (_, _, side) => (side, amount),
        };
        let mut written = Line::new(line.account, side, amount);
        written.party = line.party;
        written.memo.clone_from(&line.memo);
        written.cash_flow_item.clone_from(&line.cash_flow_item);
        lines.push(written);
    }
    Ok(lines)
}

fn amount_of(formula: Formula) -> Result<Amount, AmountError> {
    match formula {
        Formula::Fixed(amount) => Ok(amount),
        Formula::Rest => Ok(Amount::ZERO),
        Formula::Share { of, share } => share.of(of),
        Formula::Spread { parts, part, .. } if part == 0 || part > parts => Ok(Amount::ZERO),
        Formula::Spread { total, parts, part } => {
            let until = |part: u32| {
                let share = Share { numerator: part.into(), denominator: parts.into() };
                share.of(total)
            };
            until(part)?.minus(until(part - 1)?)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    fn minor(amount: i64) -> Amount {
        Amount::from_minor(amount)
    }

    fn line(account: i64, side: Side, formula: Formula) -> TransferLine {
        let (party, memo, cash_flow_item) = (None, None, None);
        TransferLine { account: AccountId(account), party, side, formula, memo, cash_flow_item }
    }

    #[test]
    fn a_share_is_a_percentage_or_a_fraction() {
        let third = Share::parse("1/3").unwrap();
        assert_eq!(third.of(minor(1000)), Ok(minor(333)));
        assert_eq!(Share::parse("12.5%").unwrap().of(minor(1000)), Ok(minor(125)));
        assert_eq!(Share::parse("50").unwrap().of(minor(-5)), Ok(minor(-3)));
        for text in ["", "x", "1/0", "0", "1e9", "1.2345678", "--5"] {
            assert_eq!(Share::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_rest_balances_and_nothing_writes_no_line() {
        let half = Formula::Share { of: minor(901), share: Share::parse("1/2").unwrap() };
        let transfer = [
            line(1, Side::Debit, half),
            line(2, Side::Debit, Formula::Fixed(minor(100))),
            line(3, Side::Debit, Formula::Fixed(Amount::ZERO)),
            line(4, Side::Credit, Formula::Rest),
        ];
        let written = lines(&transfer, ReversalStyle::Red).unwrap();
        assert_eq!(written.len(), 3);
        assert_eq!(written[2].credit, minor(551));
        let nothing = [
            line(1, Side::Debit, Formula::Share { of: Amount::ZERO, share: Share::WHOLE }),
            line(4, Side::Credit, Formula::Rest),
        ];
        assert!(lines(&nothing, ReversalStyle::Red).unwrap().is_empty());
    }

    #[test]
    fn less_than_nothing_is_red_or_on_the_other_side() {
        let transfer =
            [line(1, Side::Debit, Formula::Fixed(minor(-7))), line(2, Side::Credit, Formula::Rest)];
        let red = lines(&transfer, ReversalStyle::Red).unwrap();
        assert_eq!((red[0].debit, red[1].credit), (minor(-7), minor(-7)));
        let swapped = lines(&transfer, ReversalStyle::Swapped).unwrap();
        assert_eq!((swapped[0].credit, swapped[1].debit), (minor(7), minor(7)));
    }

    proptest! {
        #[test]
        fn what_is_spread_comes_to_its_total(total in -1_000_000_i64..1_000_000, parts in 1_u32..60) {
            let one = |part| amount_of(Formula::Spread { total: minor(total), parts, part }).unwrap();
            let sum: i64 = (1..=parts).map(|part| one(part).minor()).sum();
            prop_assert_eq!(sum, total);
            prop_assert!(one(parts + 1).is_zero());
        }
    }
}
