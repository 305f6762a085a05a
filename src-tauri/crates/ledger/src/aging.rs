//! Aging of what customers owe 账龄分析: the classes a report of any day tells apart, from its due or its paper's date.

use chrono::{Months, NaiveDate};

/// A class of age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bucket {
    /// Not due yet, or today.
    NotDue,
    /// 1 to 30 days.
    To30,
    /// 31 to 60 days.
    To60,
    /// 61 to 90 days.
    To90,
    /// 91 to 180 days.
    To180,
    /// From 181 days to a year.
    ToYear,
    /// More than a year, up to two.
    To2Years,
    /// More than two years, up to three.
    To3Years,
    /// More than three years.
    Older,
}

impl Bucket {
    /// Every class, the youngest first.
    pub const ALL: [Self; 9] = [
        Self::NotDue,
        Self::To30,
        Self::To60,
        Self::To90,
        Self::To180,
        Self::ToYear,
        Self::To2Years,
        Self::To3Years,
        Self::Older,
    ];

    /// The class on a day of what is counted from another. Years are those of the calendar, leap days and all.
    #[must_use]
    pub fn of(from: NaiveDate, day: NaiveDate) -> Self {
        let years_before =
            |years: u32| day.checked_sub_months(Months::new(12 * years)).unwrap_or(NaiveDate::MIN);
        match (day - from).num_days() {
            ..=0 => Self::NotDue,
            1..=30 => Self::To30,
            31..=60 => Self::To60,
            61..=90 => Self::To90,
            91..=180 => Self::To180,
            _ if from >= years_before(1) => Self::ToYear,
            _ if from >= years_before(2) => Self::To2Years,
            _ if from >= years_before(3) => Self::To3Years,
            _ => Self::Older,
        }
    }

    /// The word used in the names of messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotDue => "not-due",
            Self::To30 => "to-30",
            Self::To60 => "to-60",
            Self::To90 => "to-90",
            Self::To180 => "to-180",
            Self::ToYear => "to-year",
            Self::To2Years => "to-2-years",
            Self::To3Years => "to-3-years",
            Self::Older => "older",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_class_ends_on_its_last_day() {
        let at = |days: i64| {
            let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
            Bucket::of(day - chrono::Duration::days(days), day)
        };
        let ends = [0, 30, 60, 90, 180, 365, 730, 1096];
        for (end, bucket) in ends.into_iter().zip(Bucket::ALL) {
            assert_eq!(at(end), bucket, "{end}");
            assert!(at(end + 1) > bucket, "{end}");
        }
        assert_eq!(at(-5), Bucket::NotDue);
    }
}
