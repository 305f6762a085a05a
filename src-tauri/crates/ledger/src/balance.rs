//! Balances: how the lines of entries move accounts, parties and cash.

use std::collections::BTreeMap;

use crate::account::{Account, AccountId, Chart, Side};
use crate::activity;
use crate::entry::{Entry, EntryKind, Line};
use crate::exchange::Position;
use crate::money::{Amount, AmountError, Currency};
use crate::party::PartyId;
use crate::period::PeriodKey;

/// Debit and credit turnover kept apart and signed: a red amount stays on its side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnover {
    /// The sum of debits.
    pub debit: Amount,
    /// The sum of credits.
    pub credit: Amount,
}

impl Turnover {
    /// The sum of two turnovers.
    ///
    /// # Errors
    /// When a sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, AmountError> {
        Ok(Self { debit: self.debit.plus(other.debit)?, credit: self.credit.plus(other.credit)? })
    }

    /// Debit minus credit.
    ///
    /// # Errors
    /// When the difference does not fit.
    pub fn net_debit(self) -> Result<Amount, AmountError> {
        self.debit.minus(self.credit)
    }
}

/// What moves in an account's balance.
pub type AccountKey = (PeriodKey, AccountId, EntryKind);
/// What moves in a party's balance on an account.
pub type PartyKey = (AccountId, PartyId, PeriodKey, EntryKind);
/// What moves in a currency: account, currency, party where there is one, period and kind.
pub type CurrencyKey = (AccountId, Currency, Option<PartyId>, PeriodKey, EntryKind);
/// What moves in cash: period, cash-flow item (empty when unassigned), kind.
pub type CashKey = (PeriodKey, String, EntryKind);

/// What moved in another currency, each side with what it is carried at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CurrencyTurnover {
    /// In the foreign currency.
    pub foreign: Turnover,
    /// In the book's.
    pub carried: Turnover,
}

impl CurrencyTurnover {
    /// The sum of two turnovers.
    ///
    /// # Errors
    /// When a sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, AmountError> {
        Ok(Self {
            foreign: self.foreign.plus(other.foreign)?,
            carried: self.carried.plus(other.carried)?,
        })
    }

    /// What stands after it, debit positive.
    ///
    /// # Errors
    /// When a difference does not fit.
    pub fn position(self) -> Result<Position, AmountError> {
        Ok(Position { foreign: self.foreign.net_debit()?, carried: self.carried.net_debit()? })
    }

    /// What a line moves in its other currency; nothing where it has none.
    #[must_use]
    pub fn of_line(line: &Line) -> Option<(Currency, Self)> {
        let foreign = line.foreign.as_ref()?;
        let turnover = match line.side() {
            Side::Debit => Turnover { debit: foreign.amount, credit: Amount::ZERO },
            Side::Credit => Turnover { debit: Amount::ZERO, credit: foreign.amount },
        };
        let carried = Turnover { debit: line.debit, credit: line.credit };
        Some((foreign.currency, Self { foreign: turnover, carried }))
    }
}

/// The movements of one or many entries, gathered before they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Movements {
    /// By account.
    pub accounts: BTreeMap<AccountKey, Turnover>,
    /// By account and party.
    pub parties: BTreeMap<PartyKey, Turnover>,
    /// By account, other currency and party.
    pub currencies: BTreeMap<CurrencyKey, CurrencyTurnover>,
    /// Cash in minus cash out, by cash-flow item.
    pub cash: BTreeMap<CashKey, Amount>,
    /// Credit minus debit that is operating although the account is not, less what is not although it is.
    pub activities: BTreeMap<(PeriodKey, AccountId), Amount>,
}

impl Movements {
    /// Adds the lines of an entry posted into a period, and tells what its operating lines do not sum to zero by.
    ///
    /// # Errors
    /// When a sum does not fit.
    pub fn add(
        &mut self,
        entry: &Entry,
        period: PeriodKey,
        chart: &Chart,
    ) -> Result<Amount, AmountError> {
        for line in &entry.lines {
            let turnover = Turnover { debit: line.debit, credit: line.credit };
            let account = self.accounts.entry((period, line.account, entry.kind)).or_default();
            *account = account.plus(turnover)?;
            let kept_per_party = chart.get(line.account).is_some_and(Account::is_kept_per_party);
            if let Some(party) = line.party.filter(|_| kept_per_party) {
                let key = (line.account, party, period, entry.kind);
                let party = self.parties.entry(key).or_default();
                *party = party.plus(turnover)?;
            }
            if let Some((currency, turnover)) = CurrencyTurnover::of_line(line) {
                let party = line.party.filter(|_| kept_per_party);
                let key = (line.account, currency, party, period, entry.kind);
                let kept = self.currencies.entry(key).or_default();
                *kept = kept.plus(turnover)?;
            }
            // Opening cash is a balance, not a flow.
            let is_cash = chart.get(line.account).is_some_and(|account| account.is_cash);
            if is_cash && entry.kind != EntryKind::Opening {
                let item = line.cash_flow_item.clone().unwrap_or_default();
                let cash = self.cash.entry((period, item, entry.kind)).or_default();
                *cash = cash.plus(line.net_debit()?)?;
            }
        }
        let found = activity::of_entry(entry, chart)?;
        for (account, amount) in found.shifts {
            let sum = self.activities.entry((period, account)).or_default();
            *sum = sum.plus(amount)?;
        }
        Ok(found.gap)
    }
}

/// How the debit and credit balances of a control account change when one party's balance moves.
///
/// The statement shows debit balances of parties as assets and credit balances as liabilities; keeping their two sums
/// per period spares it from visiting every party. `before` and `after` are the party's balances, debit positive; the
/// answer is the change of the sum of debit balances and of the sum of credit balances.
///
/// # Errors
/// When a difference does not fit.
pub fn reclassified(before: Amount, after: Amount) -> Result<Turnover, AmountError> {
    let debit_part = |balance: Amount| balance.max(Amount::ZERO);
    let credit_part = |balance: Amount| -> Result<Amount, AmountError> {
        if balance.is_negative() { balance.negated() } else { Ok(Amount::ZERO) }
    };
    Ok(Turnover {
        debit: debit_part(after).minus(debit_part(before))?,
        credit: credit_part(after)?.minus(credit_part(before)?)?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_two_sums_always_differ_by_the_balance(moves in prop::collection::vec(-500_i64..500, 1..20)) {
            let mut balance = Amount::ZERO;
            let mut sums = Turnover::default();
            for minor in moves {
                let after = balance.plus(Amount::from_minor(minor)).unwrap();
                sums = sums.plus(reclassified(balance, after).unwrap()).unwrap();
                balance = after;
                prop_assert!(!sums.debit.is_negative() && !sums.credit.is_negative());
                prop_assert!(sums.debit.is_zero() || sums.credit.is_zero());
                prop_assert_eq!(sums.net_debit().unwrap(), balance);
            }
        }
    }
}
