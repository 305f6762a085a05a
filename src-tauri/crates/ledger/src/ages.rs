//! Ages of receivables 账龄: how long past its due day each amount is, in the classes of the trade.

use chrono::NaiveDate;

use crate::money::{Amount, AmountError};

/// How long an amount has been due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Not due yet, or today.
    Current,
    /// 1 to 30 days.
    To30,
    /// 31 to 60 days.
    To60,
    /// 61 to 90 days.
    To90,
    /// More than 90 days.
    Over90,
}

impl Age {
    /// Every age, the youngest first.
    pub const ALL: [Age; 5] = [Self::Current, Self::To30, Self::To60, Self::To90, Self::Over90];

    /// The age on a day of what was due on another.
    #[must_use]
    pub fn of(due: NaiveDate, today: NaiveDate) -> Self {
        match (today - due).num_days() {
            ..=0 => Self::Current,
            1..=30 => Self::To30,
            31..=60 => Self::To60,
            61..=90 => Self::To90,
            _ => Self::Over90,
        }
    }

    /// The word used in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::To30 => "to-30",
            Self::To60 => "to-60",
            Self::To90 => "to-90",
            Self::Over90 => "over-90",
        }
    }
}

/// What is owed of one age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeSum {
    /// The age.
    pub age: Age,
    /// On how many invoices.
    pub count: u64,
    /// How much.
    pub amount: Amount,
}

/// Sorts what is owed by age; every age is in the answer.
///
/// # Errors
/// When a sum does not fit.
pub fn ages(
    owed: impl IntoIterator<Item = (NaiveDate, Amount)>,
    today: NaiveDate,
) -> Result<[AgeSum; 5], AmountError> {
    let mut sums = Age::ALL.map(|age| AgeSum { age, count: 0, amount: Amount::ZERO });
    for (due, amount) in owed {
        let age = Age::of(due, today);
        if let Some(sum) = sums.iter_mut().find(|sum| sum.age == age) {
            sum.count += 1;
            sum.amount = sum.amount.plus(amount)?;
        }
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_age_changes_on_the_day_after_its_last() {
        let due: NaiveDate = "2026-01-31".parse().unwrap();
        let age = |today: &str| Age::of(due, today.parse().unwrap());
        assert_eq!(age("2026-01-31"), Age::Current);
        assert_eq!(age("2026-02-01"), Age::To30);
        assert_eq!(age("2026-03-02"), Age::To30);
        assert_eq!(age("2026-03-03"), Age::To60);
        assert_eq!(age("2026-04-01"), Age::To60);
        assert_eq!(age("2026-04-02"), Age::To90);
        assert_eq!(age("2026-05-01"), Age::To90);
        assert_eq!(age("2026-05-02"), Age::Over90);
    }

    #[test]
    fn every_amount_has_one_age() {
        let today = "2026-04-30".parse().unwrap();
        let owed = [("2026-05-10", 100), ("2026-04-30", 50), ("2026-04-01", 7), ("2025-12-31", 3)];
        let owed = owed.map(|(due, minor)| (due.parse().unwrap(), Amount::from_minor(minor)));
        let sums = ages(owed, today).unwrap();
        let seen = sums.map(|sum| (sum.count, sum.amount.minor()));
        assert_eq!(seen, [(2, 150), (1, 7), (0, 0), (0, 0), (1, 3)]);
    }
}
