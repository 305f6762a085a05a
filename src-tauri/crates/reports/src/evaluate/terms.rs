//! What a term of a layout amounts to in one column.

use std::collections::BTreeMap;

use kontor_ledger::money::Amount;

use crate::figures::{ColumnFigures, ColumnKey};
use crate::layout::{How, Term};

/// A column's figures added up per account. Sums are formed in 128 bits, where they cannot overflow; what a row
/// finally shows must fit 64.
pub(super) struct Ledger<'a> {
    figures: &'a ColumnFigures,
    balances: BTreeMap<&'a str, Balance>,
    movements: BTreeMap<&'a str, i128>,
    cash: BTreeMap<&'a str, i128>,
}

/// An account's balance, and its debit and credit balances per party.
#[derive(Clone, Copy, Default)]
struct Balance {
    net: i128,
    debits: i128,
    credits: i128,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(figures: &'a ColumnFigures) -> Self {
        let mut parties: BTreeMap<(&str, &str), i128> = BTreeMap::new();
        let mut net: BTreeMap<&str, i128> = BTreeMap::new();
        for (account, amount) in &figures.balances {
            *net.entry(account).or_default() += minor(*amount);
            *parties.entry((account, "")).or_default() += minor(*amount);
        }
        for (account, party, amount) in &figures.party_balances {
            // What is a party's is no longer the nameless remainder's.
            *parties.entry((account, "")).or_default() -= minor(*amount);
            *parties.entry((account, party)).or_default() += minor(*amount);
        }
        let mut balances: BTreeMap<&str, Balance> = BTreeMap::new();
        for (account, net) in net {
            balances.entry(account).or_default().net = net;
        }
        for ((account, _), amount) in parties {
            let balance = balances.entry(account).or_default();
            balance.debits += amount.max(0);
            balance.credits += (-amount).max(0);
        }
        Self { figures, balances, movements: added(&figures.movements), cash: added(&figures.cash) }
    }

    pub(super) fn key(&self) -> ColumnKey {
        self.figures.key
    }

    /// The accounts of the figures that a term takes.
    pub(super) fn accounts_of(&self, term: &Term) -> Vec<&'a str> {
        let fits = |account: &&&str| term.takes(account);
        match term.how {
            How::Adjustment => {
                let named =
                    self.figures.adjustments.iter().filter(|(name, _, _)| names(term, name));
                named.map(|(_, account, _)| account.as_str()).collect()
            }
            How::OpeningCredit => {
                let opening = self.figures.opening_balances.iter().map(|(code, _)| code.as_str());
                opening.filter(|code| term.takes(code)).collect()
            }
            How::NetCredit | How::NetDebit => self.movements.keys().filter(fits).copied().collect(),
            _ => self.balances.keys().filter(fits).copied().collect(),
        }
    }

    /// The cash-flow items of the figures that a term takes.
    pub(super) fn items_of(&self, term: &Term) -> Vec<&'a str> {
        if term.how == How::Adjustment {
            return Vec::new();
        }
        let fits = |item: &&&str| term.items.iter().any(|wanted| wanted == **item);
        self.cash.keys().filter(fits).copied().collect()
    }

    fn balance(&self, term: &Term, part: impl Fn(&Balance) -> i128) -> i128 {
        self.balances.iter().filter(|(account, _)| term.takes(account)).map(|(_, b)| part(b)).sum()
    }

    fn movement(&self, term: &Term) -> i128 {
        self.movements.iter().filter(|(account, _)| term.takes(account)).map(|(_, m)| m).sum()
    }

    fn inflow(&self, term: &Term) -> i128 {
        term.items.iter().filter_map(|item| self.cash.get(item.as_str())).sum()
    }

    fn value(&self, term: &Term, rows: &BTreeMap<u16, i128>) -> i128 {
        match term.how {
            How::DebitBalance => self.balance(term, |b| b.net),
            How::CreditBalance => self.balance(term, |b| -b.net),
            How::DebitBalancesByParty => self.balance(term, |b| b.debits),
            How::CreditBalancesByParty => self.balance(term, |b| b.credits),
            How::DebitExcess => self.balance(term, |b| b.net).max(0),
            How::OpeningCredit => {
                let taken = self.figures.opening_balances.iter();
                -taken.filter(|(code, _)| term.takes(code)).map(|(_, a)| minor(*a)).sum::<i128>()
            }
            How::NetCredit => self.movement(term),
            How::NetDebit => -self.movement(term),
            How::CashIn => self.inflow(term),
            How::CashOut => -self.inflow(term),
            How::Adjustment => {
                let named =
                    self.figures.adjustments.iter().filter(|(name, _, _)| names(term, name));
                named.map(|(_, _, amount)| minor(*amount)).sum()
            }
            How::OpeningCash => minor(self.figures.opening_cash),
            How::ClosingCash => minor(self.figures.closing_cash),
            How::Row => term.rows.iter().filter_map(|row| rows.get(row)).sum(),
        }
    }
}

/// The sum of terms in a column whose rows so far are given.
pub(super) fn sum(terms: &[Term], ledger: &Ledger<'_>, rows: &BTreeMap<u16, i128>) -> i128 {
    let signed = |term: &Term| {
        let value = ledger.value(term, rows);
        if term.minus { -value } else { value }
    };
    terms.iter().map(signed).sum()
}

/// Whether a term takes a row of the indirect cash flow.
fn names(term: &Term, name: &str) -> bool {
    term.items.iter().any(|wanted| wanted == name)
}

fn added(list: &[(String, Amount)]) -> BTreeMap<&str, i128> {
    let mut sums = BTreeMap::new();
    for (name, amount) in list {
        *sums.entry(name.as_str()).or_default() += minor(*amount);
    }
    sums
}

fn minor(amount: Amount) -> i128 {
    i128::from(amount.minor())
}
