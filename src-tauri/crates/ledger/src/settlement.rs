//! Settlement 核销: which receipt settles which invoice, and what is left over as an advance.

use crate::money::{Amount, AmountError};
use crate::paper::PaperId;

/// An invoice that is not settled yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenInvoice {
    /// The invoice.
    pub paper: PaperId,
    /// What is still owed on it.
    pub open: Amount,
}

/// A part of a receipt given to an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The invoice.
    pub paper: PaperId,
    /// The part.
    pub amount: Amount,
}

/// How a receipt is spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// What goes to invoices.
    pub shares: Vec<Share>,
    /// The sum of the shares.
    pub settled: Amount,
    /// What is left over: an advance of the customer (posting rule S18).
    pub advance: Amount,
}

/// Why a receipt cannot be spent so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettlementRefusal {
    /// Nothing was received.
    NothingReceived,
    /// A share is nothing or less.
    ShareNotPositive {
        /// The invoice.
        paper: PaperId,
    },
    /// The invoice is not open for this customer.
    NotOpen {
        /// The invoice.
        paper: PaperId,
    },
    /// A share is more than what is owed on the invoice.
    ShareTooLarge {
        /// The invoice.
        paper: PaperId,
        /// What is owed on it.
        open: Amount,
    },
    /// The shares are more than what was received.
    MoreThanReceived {
        /// Their sum.
        shares: Amount,
    },
    /// A sum does not fit.
    OutOfRange,
}

impl From<AmountError> for SettlementRefusal {
    fn from(_: AmountError) -> Self {
        Self::OutOfRange
    }
}

/// Spends a receipt on invoices as chosen, or on the oldest first when nothing was chosen (posting rule S17).
///
/// `open` lists the customer's open invoices, oldest due first.
///
/// # Errors
/// When the choice does not fit the invoices or the amount.
pub fn settle(
    received: Amount,
    open: &[OpenInvoice],
    chosen: &[Share],
) -> Result<Settlement, SettlementRefusal> {
    if received.minor() <= 0 {
        return Err(SettlementRefusal::NothingReceived);
    }
    let shares = if chosen.is_empty() { oldest_first(received, open)? } else { chosen.to_vec() };
    for (index, share) in shares.iter().enumerate() {
        let paper = share.paper;
        if share.amount.minor() <= 0 {
            return Err(SettlementRefusal::ShareNotPositive { paper });
        }
        let invoice = open
            .iter()
            .find(|invoice| invoice.paper == paper)
            .ok_or(SettlementRefusal::NotOpen { paper })?;
        // The same invoice named twice counts once for what it can take.
        let taken = Amount::sum(
            shares.iter().take(index + 1).filter(|s| s.paper == paper).map(|s| s.amount),
        )?;
        if taken > invoice.open {
            return Err(SettlementRefusal::ShareTooLarge { paper, open: invoice.open });
        }
    }
    let settled = Amount::sum(shares.iter().map(|share| share.amount))?;
    if settled > received {
        return Err(SettlementRefusal::MoreThanReceived { shares: settled });
    }
    Ok(Settlement { advance: received.minus(settled)?, shares, settled })
}

fn oldest_first(received: Amount, open: &[OpenInvoice]) -> Result<Vec<Share>, AmountError> {
    let mut left = received;
    let mut shares = Vec::new();
    for invoice in open {
        let amount = left.min(invoice.open);
        if amount.minor() > 0 {
            shares.push(Share { paper: invoice.paper, amount });
            left = left.minus(amount)?;
        }
    }
    Ok(shares)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    fn open(amounts: &[i64]) -> Vec<OpenInvoice> {
        (1..)
            .zip(amounts)
            .map(|(id, minor)| OpenInvoice { paper: PaperId(id), open: Amount::from_minor(*minor) })
            .collect()
    }

    fn share(id: i64, minor: i64) -> Share {
        Share { paper: PaperId(id), amount: Amount::from_minor(minor) }
    }

    #[test]
    fn the_oldest_is_settled_first_and_the_rest_is_an_advance() {
        let settlement = settle(Amount::from_minor(250), &open(&[100, 50, 60]), &[]).unwrap();
        assert_eq!(settlement.shares, [share(1, 100), share(2, 50), share(3, 60)]);
        assert_eq!(settlement.advance, Amount::from_minor(40));
    }

    #[test]
    fn a_choice_must_fit_the_invoices_and_the_amount() {
        use SettlementRefusal::*;
        let refused = |chosen: &[Share]| {
            settle(Amount::from_minor(100), &open(&[80, 80]), chosen).unwrap_err()
        };
        assert_eq!(refused(&[share(9, 10)]), NotOpen { paper: PaperId(9) });
        assert_eq!(refused(&[share(1, 0)]), ShareNotPositive { paper: PaperId(1) });
        let too_large = ShareTooLarge { paper: PaperId(1), open: Amount::from_minor(80) };
        assert_eq!(refused(&[share(1, 81)]), too_large);
        assert_eq!(refused(&[share(1, 50), share(1, 40)]), too_large);
        assert_eq!(
            refused(&[share(1, 60), share(2, 60)]),
            MoreThanReceived { shares: Amount::from_minor(120) }
        );
        assert_eq!(settle(Amount::ZERO, &[], &[]).unwrap_err(), NothingReceived);
    }

    proptest! {
        #[test]
        fn nothing_received_is_lost(received in 1_i64..10_000, owed in prop::collection::vec(1_i64..3_000, 0..6)) {
            let settlement = settle(Amount::from_minor(received), &open(&owed), &[]).unwrap();
            let spent = settlement.settled.plus(settlement.advance).unwrap();
            prop_assert_eq!(spent, Amount::from_minor(received));
        }
    }
}
