//! Entries 记账凭证: what makes one fit to be posted.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::account::{Account, AccountId, Activity, Chart, KeptCurrency, Side};
use crate::money::{Amount, AmountError, Currency, Quantity};
use crate::party::PartyId;
use crate::period::{Period, PeriodKey, PeriodRefusal, open_period};

/// Names an item (goods or service) within one book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId(pub i64);

/// What an entry is for; statements treat the kinds apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// 期初余额: what was there when the book was opened
    Opening,
    /// Business of the period
    #[default]
    Normal,
    /// 结转损益: moves results to equity and never enters an income statement (statements.md §0.2)
    Closing,
}

impl EntryKind {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Normal => "normal",
            Self::Closing => "closing",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Opening, Self::Normal, Self::Closing].into_iter().find(|kind| kind.word() == word)
    }
}

/// The amount of a line in a currency other than the book's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The currency.
    pub currency: Currency,
    /// The amount, on the same side as the line; it may be nothing (revaluation).
    pub amount: Amount,
    /// Units of the book's currency for one unit, as agreed.
    pub rate: Decimal,
}

/// One line of an entry 分录.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The account.
    pub account: AccountId,
    /// The debit, or nothing; negative when red.
    pub debit: Amount,
    /// The credit, or nothing; negative when red.
    pub credit: Amount,
    /// The party, where the account is kept per party.
    pub party: Option<PartyId>,
    /// The item.
    pub item: Option<ItemId>,
    /// The quantity of the item, on the side of the line.
    pub quantity: Option<Quantity>,
    /// What the line is about, where it differs from the entry's memo.
    pub memo: Option<String>,
    /// The cash-flow item, on lines of cash accounts only.
    pub cash_flow_item: Option<String>,
    /// The activity, where it differs from the account's.
    pub activity: Option<Activity>,
    /// The amount in another currency.
    pub foreign: Option<Foreign>,
}

impl Line {
    /// A line with an account, a side and an amount, and nothing else.
    #[must_use]
    pub fn new(account: AccountId, side: Side, amount: Amount) -> Self {
        let (debit, credit) = match side {
            Side::Debit => (amount, Amount::ZERO),
            Side::Credit => (Amount::ZERO, amount),
        };
        Self {
            account,
            debit,
            credit,
            party: None,
            item: None,
            quantity: None,
            memo: None,
            cash_flow_item: None,
            activity: None,
            foreign: None,
        }
    }

    /// The side it stands on; a red amount stays on its side.
    #[must_use]
    pub fn side(&self) -> Side {
        if self.credit.is_zero() { Side::Debit } else { Side::Credit }
    }

    /// Debit minus credit.
    ///
    /// # Errors
    /// When the difference does not fit.
    pub fn net_debit(&self) -> Result<Amount, AmountError> {
        self.debit.minus(self.credit)
    }
}

/// An entry that wants to be posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The entry date.
    pub date: NaiveDate,
    /// The word of its number series: 记, or 收, 付, 转.
    pub word: String,
    /// What it is for.
    pub kind: EntryKind,
    /// What happened 摘要.
    pub memo: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// Why an entry cannot be posted. Line numbers count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryRefusal {
    /// An entry has two lines at least.
    TooFewLines {
        /// How many it has.
        lines: usize,
    },
    /// Debits and credits differ.
    Unbalanced {
        /// Their sum of debits.
        debit: Amount,
        /// Their sum of credits.
        credit: Amount,
    },
    /// A line has neither a debit nor a credit.
    NoAmount {
        /// The line.
        line: usize,
    },
    /// A line has both a debit and a credit.
    BothSides {
        /// The line.
        line: usize,
    },
    /// The account is not of this book.
    UnknownAccount {
        /// The line.
        line: usize,
    },
    /// The account takes no new lines.
    InactiveAccount {
        /// The line.
        line: usize,
        /// The account's code.
        account: String,
    },
    /// The account is kept per party and the line names none.
    PartyMissing {
        /// The line.
        line: usize,
        /// The account's code.
        account: String,
    },
    /// Only lines of cash accounts carry a cash-flow item.
    NotCash {
        /// The line.
        line: usize,
        /// The account's code.
        account: String,
    },
    /// The account's lines are in other currencies.
    CurrencyNotKept {
        /// The line.
        line: usize,
        /// The account's code.
        account: String,
        /// The line's currency; nothing when it is the book's own.
        currency: Option<Currency>,
        /// The currencies the account keeps.
        kept: KeptCurrency,
    },
    /// A sum does not fit.
    OutOfRange,
    /// The date cannot take it.
    Period(PeriodRefusal),
}

impl From<AmountError> for EntryRefusal {
    fn from(_: AmountError) -> Self {
        Self::OutOfRange
    }
}

/// Whether an entry may be posted, and into which period.
///
/// An opening entry states what was there before the first period and is held by it.
///
/// # Errors
/// The first thing that stands against it.
pub fn check(entry: &Entry, chart: &Chart, periods: &[Period]) -> Result<PeriodKey, EntryRefusal> {
    check_lines(&entry.lines, chart)?;
    match (entry.kind, periods.first()) {
        (EntryKind::Opening, Some(first)) => {
            open_period(periods, first.first_day).map(|period| period.key)
        }
        _ => open_period(periods, entry.date).map(|period| period.key),
    }
    .map_err(EntryRefusal::Period)
}

/// Whether lines make an entry: two at least, one side each, in balance, on accounts that take them.
///
/// # Errors
/// The first thing that stands against it.
pub fn check_lines(lines: &[Line], chart: &Chart) -> Result<(), EntryRefusal> {
    if lines.len() < 2 {
        return Err(EntryRefusal::TooFewLines { lines: lines.len() });
    }
    for (number, line) in (1..).zip(lines) {
        let account =
            chart.get(line.account).ok_or(EntryRefusal::UnknownAccount { line: number })?;
        check_line(number, line, account)?;
    }
    let debit = Amount::sum(lines.iter().map(|line| line.debit))?;
    let credit = Amount::sum(lines.iter().map(|line| line.credit))?;
    if debit != credit {
        return Err(EntryRefusal::Unbalanced { debit, credit });
    }
    Ok(())
}

fn check_line(number: usize, line: &Line, account: &Account) -> Result<(), EntryRefusal> {
    match (line.debit.is_zero(), line.credit.is_zero()) {
        (true, true) => return Err(EntryRefusal::NoAmount { line: number }),
        (false, false) => return Err(EntryRefusal::BothSides { line: number }),
        _ => {}
    }
    if !account.is_active {
        return Err(EntryRefusal::InactiveAccount { line: number, account: account.code.clone() });
    }
    if account.needs_party && line.party.is_none() {
        return Err(EntryRefusal::PartyMissing { line: number, account: account.code.clone() });
    }
    if line.cash_flow_item.is_some() && !account.is_cash {
        return Err(EntryRefusal::NotCash { line: number, account: account.code.clone() });
    }
    let currency = line.foreign.as_ref().map(|foreign| foreign.currency);
    if !account.currency.takes(currency) {
        return Err(EntryRefusal::CurrencyNotKept {
            line: number,
            account: account.code.clone(),
            currency,
            kept: account.currency,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::account::Class;
    use crate::period::calendar_year;
    use proptest::prelude::*;

    fn account(id: i64, code: &str) -> Account {
        Account {
            id: AccountId(id),
            code: code.into(),
            class: Class::Asset,
            normal_side: Side::Debit,
            is_cash: code.starts_with("100"),
            is_active: code != "1999",
            needs_party: code == "1122",
            cash_in_item: None,
            cash_out_item: None,
            activity: None,
            indirect: None,
            currency: if code == "1002" { KeptCurrency::All } else { KeptCurrency::None },
            is_monetary: true,
        }
    }

    fn chart() -> Chart {
        Chart::new([account(1, "1002"), account(2, "5001"), account(3, "1122"), account(4, "1999")])
    }

    fn entry(lines: Vec<Line>) -> Entry {
        Entry {
            date: "2026-03-05".parse().unwrap(),
            word: "记".into(),
            kind: EntryKind::Normal,
            memo: "test".into(),
            lines,
        }
    }

    fn line(account: i64, side: Side, minor: i64) -> Line {
        Line::new(AccountId(account), side, Amount::from_minor(minor))
    }

    fn refusal(lines: Vec<Line>) -> EntryRefusal {
        check(&entry(lines), &chart(), &calendar_year(2026)).unwrap_err()
    }

    #[test]
    fn a_balanced_entry_goes_into_the_period_of_its_date() {
        let balanced = entry(vec![line(1, Side::Debit, 100), line(2, Side::Credit, 100)]);
        let key = check(&balanced, &chart(), &calendar_year(2026)).unwrap();
        assert_eq!(key.to_string(), "2026-03");
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        use EntryRefusal::*;
        assert_eq!(refusal(vec![]), TooFewLines { lines: 0 });
        assert_eq!(
            refusal(vec![line(1, Side::Debit, 100), line(2, Side::Credit, 99)]),
            Unbalanced { debit: Amount::from_minor(100), credit: Amount::from_minor(99) }
        );
        assert_eq!(
            refusal(vec![line(1, Side::Debit, 0), line(2, Side::Credit, 0)]),
            NoAmount { line: 1 }
        );
        let mut both = line(1, Side::Debit, 5);
        both.credit = Amount::from_minor(5);
        assert_eq!(refusal(vec![line(2, Side::Debit, 5), both]), BothSides { line: 2 });
        assert_eq!(
            refusal(vec![line(1, Side::Debit, 5), line(9, Side::Credit, 5)]),
            UnknownAccount { line: 2 }
        );
        assert_eq!(
            refusal(vec![line(4, Side::Debit, 5), line(1, Side::Credit, 5)]),
            InactiveAccount { line: 1, account: "1999".into() }
        );
        assert_eq!(
            refusal(vec![line(3, Side::Debit, 5), line(1, Side::Credit, 5)]),
            PartyMissing { line: 1, account: "1122".into() }
        );
        let mut tagged = line(2, Side::Credit, 5);
        tagged.cash_flow_item = Some("CF01".into());
        assert_eq!(
            refusal(vec![line(1, Side::Debit, 5), tagged]),
            NotCash { line: 2, account: "5001".into() }
        );
        let mut foreign = line(2, Side::Credit, 5);
        let currency = Currency::from_code("USD").unwrap();
        let rate = Decimal::ONE;
        foreign.foreign = Some(Foreign { currency, amount: Amount::from_minor(5), rate });
        assert_eq!(
            refusal(vec![line(1, Side::Debit, 5), foreign]),
            CurrencyNotKept {
                line: 2,
                account: "5001".into(),
                currency: Some(currency),
                kept: KeptCurrency::None
            }
        );
        assert_eq!(
            refusal(vec![line(1, Side::Debit, i64::MAX), line(1, Side::Debit, 1)]),
            OutOfRange
        );
    }

    proptest! {
        #[test]
        fn only_balanced_entries_pass(amounts in prop::collection::vec(-1000_i64..1000, 2..8)) {
            let lines: Vec<_> = amounts
                .iter()
                .map(|minor| line(1, if minor % 2 == 0 { Side::Debit } else { Side::Credit }, *minor))
                .collect();
            let even: i64 = amounts.iter().filter(|minor| *minor % 2 == 0).sum();
            let odd: i64 = amounts.iter().filter(|minor| *minor % 2 != 0).sum();
            let fits = amounts.iter().all(|minor| *minor != 0) && even == odd;
            let verdict = check(&entry(lines), &chart(), &calendar_year(2026));
            prop_assert_eq!(verdict.is_ok(), fits);
        }
    }
}
