//! Periods 会计期间: the months of a fiscal year as a list, and whether entries may be posted into one.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// Whether entries may be posted into a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodState {
    /// Entries may be posted.
    Open,
    /// 暂结: entries may be posted, papers may not be dated into it any more.
    SoftClosed,
    /// 已结账: nothing may be posted.
    Closed,
}

impl PeriodState {
    /// The word it is known by.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::SoftClosed => "soft-closed",
            Self::Closed => "closed",
        }
    }
}

/// The name of a period: fiscal year and its number within the year, written `2026-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeriodKey {
    /// The fiscal year.
    pub year: i32,
    /// The number within the year, from 1.
    pub number: u8,
}

impl PeriodKey {
    /// Reads `2026-03`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once('-')?;
        if year.len() != 4 || number.len() != 2 {
            return None;
        }
        let key = Self { year: year.parse().ok()?, number: number.parse().ok()? };
        ((1900..=2200).contains(&key.year) && (1..=16).contains(&key.number)).then_some(key)
    }
}

impl fmt::Display for PeriodKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

/// A period of a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its name.
    pub key: PeriodKey,
    /// The first day.
    pub first_day: NaiveDate,
    /// The last day.
    pub last_day: NaiveDate,
    /// Whether entries may be posted into it.
    pub state: PeriodState,
}

/// Why a date or period cannot take an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodRefusal {
    /// The date lies in no period of the book.
    OutOfRange {
        /// The date.
        date: NaiveDate,
        /// The first day of the book.
        first_day: NaiveDate,
        /// The last day of its last period.
        last_day: NaiveDate,
    },
    /// The period is closed.
    Closed {
        /// The period.
        period: PeriodKey,
        /// The first open day, where there is one (posting rule P0.2).
        first_open_day: Option<NaiveDate>,
    },
}

/// The twelve months of a calendar year: the statutory fiscal year in China (会计法 art. 11).
#[must_use]
pub fn calendar_year(year: i32) -> Vec<Period> {
    (1..=12_u8)
        .filter_map(|number| {
            let first_day = NaiveDate::from_ymd_opt(year, u32::from(number), 1)?;
            let next = if number == 12 {
                NaiveDate::from_ymd_opt(year + 1, 1, 1)?
            } else {
                NaiveDate::from_ymd_opt(year, u32::from(number) + 1, 1)?
            };
            Some(Period {
                key: PeriodKey { year, number },
                first_day,
                last_day: next.pred_opt()?,
                state: PeriodState::Open,
            })
        })
        .collect()
}

/// The period a date proposes, provided it is open; `periods` is in order of time.
///
/// # Errors
/// When the date lies outside the book or its period is closed.
pub fn open_period(periods: &[Period], date: NaiveDate) -> Result<Period, PeriodRefusal> {
    let found = periods.iter().find(|period| period.first_day <= date && date <= period.last_day);
    match found {
        Some(period) if period.state != PeriodState::Closed => Ok(*period),
        Some(period) => Err(PeriodRefusal::Closed {
            period: period.key,
            first_open_day: periods
                .iter()
                .find(|later| later.state != PeriodState::Closed && later.key > period.key)
                .map(|later| later.first_day),
        }),
        None => Err(PeriodRefusal::OutOfRange {
            date,
            first_day: periods.first().map_or(date, |period| period.first_day),
            last_day: periods.last().map_or(date, |period| period.last_day),
        }),
    }
}

/// The quarter of a date within its calendar year, from 1.
#[must_use]
pub fn quarter(date: NaiveDate) -> u32 {
    date.month0() / 3 + 1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn with_closed(count: usize) -> Vec<Period> {
        let mut periods = calendar_year(2026);
        for period in periods.iter_mut().take(count) {
            period.state = PeriodState::Closed;
        }
        periods
    }

    #[test]
    fn a_calendar_year_has_twelve_months_that_touch() {
        let periods = calendar_year(2028);
        assert_eq!(periods.len(), 12);
        assert_eq!(periods[1].last_day, day("2028-02-29"));
        for pair in periods.windows(2) {
            assert_eq!(pair[0].last_day.succ_opt().unwrap(), pair[1].first_day);
        }
    }

    #[test]
    fn a_date_proposes_its_period_if_it_is_open() {
        let periods = with_closed(2);
        assert_eq!(open_period(&periods, day("2026-03-31")).unwrap().key.to_string(), "2026-03");
        assert_eq!(
            open_period(&periods, day("2026-01-15")),
            Err(PeriodRefusal::Closed {
                period: PeriodKey { year: 2026, number: 1 },
                first_open_day: Some(day("2026-03-01")),
            })
        );
        assert!(matches!(
            open_period(&periods, day("2025-12-31")),
            Err(PeriodRefusal::OutOfRange { .. })
        ));
    }

    #[test]
    fn period_names_read_back() {
        assert_eq!(PeriodKey::parse("2026-03").unwrap().to_string(), "2026-03");
        for wrong in ["2026-3", "26-03", "2026-00", "2026/03", "", "2026-17"] {
            assert_eq!(PeriodKey::parse(wrong), None, "{wrong}");
        }
    }
}
