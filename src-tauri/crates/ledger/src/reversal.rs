//! Reversal: how a posted entry is taken back (posting rules R02-R07; corrections of prior years are not reversals).

use chrono::{Datelike, NaiveDate};

use crate::entry::{Entry, EntryKind};
use crate::money::AmountError;

/// How the books of a standard write a reversal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReversalStyle {
    /// 红字: the same side, negative amounts; keeps turnover right (会计基础工作规范 art. 51(5))
    Red,
    /// Sides swapped, as IFRS and US books do
    Swapped,
}

/// Why an entry cannot be reversed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReversalRefusal {
    /// It has been reversed already (R07).
    AlreadyReversed,
    /// It is itself a reversal; the paper or entry is written anew instead (R07).
    IsReversal,
    /// It belongs to an earlier fiscal year, which is corrected in the current one, never reversed in red.
    PriorYear {
        /// The year of the entry.
        year: i32,
    },
    /// An opening balance is replaced, not reversed.
    IsOpening,
    /// The reversal would lie before the entry.
    BeforeEntry,
    /// An amount cannot be negated.
    OutOfRange,
}

impl From<AmountError> for ReversalRefusal {
    fn from(_: AmountError) -> Self {
        Self::OutOfRange
    }
}

/// The entry that takes back another one, on a date of the same fiscal year.
///
/// It takes the original's parties, items, quantities, cash-flow items and activities (R05).
///
/// # Errors
/// When the entry may not be reversed, or an amount does not fit.
pub fn reverse(
    original: &Entry,
    date: NaiveDate,
    memo: String,
    style: ReversalStyle,
) -> Result<Entry, ReversalRefusal> {
    if original.kind == EntryKind::Opening {
        return Err(ReversalRefusal::IsOpening);
    }
    if date < original.date {
        return Err(ReversalRefusal::BeforeEntry);
    }
    if date.year() != original.date.year() {
        return Err(ReversalRefusal::PriorYear { year: original.date.year() });
    }
    take_back(original, date, memo, style)
}

/// The lines that take back another entry, whether or not it may be taken back.
///
/// # Errors
/// When an amount does not fit.
pub fn take_back(
    original: &Entry,
    date: NaiveDate,
    memo: String,
    style: ReversalStyle,
) -> Result<Entry, ReversalRefusal> {
    let mut lines = original.lines.clone();
    for line in &mut lines {
        match style {
            ReversalStyle::Red => {
                line.debit = line.debit.negated()?;
                line.credit = line.credit.negated()?;
                line.quantity = line.quantity.map(|quantity| quantity.negated()).transpose()?;
                if let Some(foreign) = &mut line.foreign {
                    foreign.amount = foreign.amount.negated()?;
                }
            }
            ReversalStyle::Swapped => std::mem::swap(&mut line.debit, &mut line.credit),
        }
    }
    Ok(Entry { date, word: original.word.clone(), kind: original.kind, memo, lines })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::account::{AccountId, Side};
    use crate::entry::Line;
    use crate::money::Amount;

    fn original() -> Entry {
        Entry {
            date: "2026-03-05".parse().unwrap(),
            word: "记".into(),
            kind: EntryKind::Normal,
            memo: "sale".into(),
            lines: vec![
                Line::new(AccountId(1), Side::Debit, Amount::from_minor(113)),
                Line::new(AccountId(2), Side::Credit, Amount::from_minor(113)),
            ],
        }
    }

    #[test]
    fn red_stays_on_its_side_and_swapped_changes_sides() {
        let date = "2026-03-31".parse().unwrap();
        let red = reverse(&original(), date, "r".into(), ReversalStyle::Red).unwrap();
        assert_eq!(red.lines[0].debit, Amount::from_minor(-113));
        assert_eq!(red.lines[0].side(), Side::Debit);
        let swapped = reverse(&original(), date, "r".into(), ReversalStyle::Swapped).unwrap();
        assert_eq!(swapped.lines[0].credit, Amount::from_minor(113));
    }

    #[test]
    fn a_prior_year_is_not_reversed() {
        let date = "2027-01-05".parse().unwrap();
        let refused = reverse(&original(), date, "r".into(), ReversalStyle::Red);
        assert_eq!(refused, Err(ReversalRefusal::PriorYear { year: 2026 }));
        let early = "2026-03-04".parse().unwrap();
        let refused = reverse(&original(), early, "r".into(), ReversalStyle::Red);
        assert_eq!(refused, Err(ReversalRefusal::BeforeEntry));
    }
}
