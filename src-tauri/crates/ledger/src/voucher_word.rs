//! Voucher words 凭证字: one general word, or three that follow from what the lines do with cash (controls.md 1.1).

use crate::account::{Chart, Side};
use crate::entry::Line;

/// How a company words its entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WordScheme {
    /// 记, for all.
    #[default]
    General,
    /// 收, 付 and 转.
    Split,
}

impl WordScheme {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Split => "split",
        }
    }

    /// The scheme of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::General, Self::Split].into_iter().find(|scheme| scheme.word() == word)
    }
}

/// What lines do with cash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CashMove {
    /// 收: cash stands on the debit.
    Receipt,
    /// 付: cash stands on the credit.
    Payment,
    /// 转: no cash moves.
    Transfer,
}

/// What lines do with cash; between cash accounts it is a payment, else the deposit would be booked twice.
#[must_use]
pub fn cash_move(lines: &[Line], chart: &Chart) -> CashMove {
    let moves = |side: Side| {
        lines.iter().any(|line| {
            let is_cash = chart.get(line.account).is_some_and(|account| account.is_cash);
            is_cash && line.side() == side
        })
    };
    if moves(Side::Credit) {
        CashMove::Payment
    } else if moves(Side::Debit) {
        CashMove::Receipt
    } else {
        CashMove::Transfer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Account, AccountId, Class, KeptCurrency};
    use crate::money::Amount;

    fn chart() -> Chart {
        Chart::new(
            [(1, "1001", true), (2, "1002", true), (3, "5001", false), (4, "1405", false)].map(
                |(id, code, is_cash)| Account {
                    id: AccountId(id),
                    code: code.into(),
                    class: Class::Asset,
                    normal_side: Side::Debit,
                    is_cash,
                    is_active: true,
                    needs_party: false,
                    cash_in_item: None,
                    cash_out_item: None,
                    activity: None,
                    indirect: None,
                    currency: KeptCurrency::All,
                    is_monetary: true,
                },
            ),
        )
    }

    fn moved(debit: i64, credit: i64) -> CashMove {
        let line = |account, side| Line::new(AccountId(account), side, Amount::from_minor(100));
        cash_move(&[line(debit, Side::Debit), line(credit, Side::Credit)], &chart())
    }

    #[test]
    fn cash_on_the_debit_is_a_receipt_and_cash_to_bank_a_payment() {
        assert_eq!(moved(1, 3), CashMove::Receipt);
        assert_eq!(moved(4, 2), CashMove::Payment);
        assert_eq!(moved(2, 1), CashMove::Payment);
        assert_eq!(moved(4, 3), CashMove::Transfer);
    }
}
