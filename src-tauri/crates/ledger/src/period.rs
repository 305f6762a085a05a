//! Periods 会计期间: the months of a fiscal year as a list, and whether entries may be posted into one.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// Whether entries may be posted into a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodState {
    /// Entries may be posted.
    Open,
    /// 已结账: nothing may be posted.
    Closed,
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
        Some(period) if period.state == PeriodState::Open => Ok(*period),
        Some(period) => Err(PeriodRefusal::Closed {
            period: period.key,
            first_open_day: periods
                .iter()
                .find(|later| later.state == PeriodState::Open && later.key > period.key)
                .map(|later| later.first_day),
        }),
        None => Err(PeriodRefusal::OutOfRange {
            date,
            first_day: periods.first().map_or(date, |period| period.first_day),
            last_day: periods.last().map_or(date, |period| period.last_day),
        }),
    }
}

/// Why a period cannot be closed or opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CloseRefusal {
    /// It is closed already, or open already.
    AlreadySo,
    /// Periods close in order; this one must be closed first.
    EarlierOpen {
        /// The earliest open period.
        period: PeriodKey,
    },
    /// Only the last closed period may be opened again.
    LaterClosed {
        /// The last closed period.
        period: PeriodKey,
    },
    /// Entries of the period are not posted yet.
    Unposted {
        /// How many.
        count: u64,
    },
    /// Cash lines of the period have no cash-flow item yet.
    UnassignedCash {
        /// How many.
        count: u64,
    },
    /// Balances from before the book were announced and are not there.
    OpeningMissing,
}

/// What is still to be done in a period before it closes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// Entries not posted.
    pub unposted: u64,
    /// Cash lines without a cash-flow item.
    pub unassigned_cash: u64,
    /// Whether balances from before the book were announced and are not there.
    pub is_opening_missing: bool,
}

/// Whether a period may be closed: in order, with every entry posted (财会〔2024〕12号 art. 24) and every cash line
/// assigned to a cash-flow item.
///
/// # Errors
/// When it is closed, an earlier one is open, or something is still to be done.
pub fn check_close(
    periods: &[Period],
    key: PeriodKey,
    pending: Pending,
) -> Result<(), CloseRefusal> {
    let earliest_open = periods.iter().find(|period| period.state == PeriodState::Open);
    match earliest_open {
        Some(earliest) if earliest.key < key => {
            Err(CloseRefusal::EarlierOpen { period: earliest.key })
        }
        Some(earliest) if earliest.key == key && pending.unposted > 0 => {
            Err(CloseRefusal::Unposted { count: pending.unposted })
        }
        Some(earliest) if earliest.key == key && pending.unassigned_cash > 0 => {
            Err(CloseRefusal::UnassignedCash { count: pending.unassigned_cash })
        }
        Some(earliest) if earliest.key == key && pending.is_opening_missing => {
            Err(CloseRefusal::OpeningMissing)
        }
        Some(earliest) if earliest.key == key => Ok(()),
        _ => Err(CloseRefusal::AlreadySo),
    }
}

/// Whether a period may be opened again: only the last closed one.
///
/// # Errors
/// When it is open or a later one is closed.
pub fn check_reopen(periods: &[Period], key: PeriodKey) -> Result<(), CloseRefusal> {
    let last_closed = periods.iter().rev().find(|period| period.state == PeriodState::Closed);
    match last_closed {
        Some(last) if last.key == key => Ok(()),
        Some(last) if last.key > key => Err(CloseRefusal::LaterClosed { period: last.key }),
        _ => Err(CloseRefusal::AlreadySo),
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
    fn periods_close_in_order_and_reopen_backwards() {
        let key = |number| PeriodKey { year: 2026, number };
        let (periods, done) = (with_closed(2), Pending::default());
        assert_eq!(check_close(&periods, key(3), done), Ok(()));
        let drafts = Pending { unposted: 2, ..done };
        assert_eq!(check_close(&periods, key(3), drafts), Err(CloseRefusal::Unposted { count: 2 }));
        let cash = Pending { unassigned_cash: 1, ..done };
        assert_eq!(
            check_close(&periods, key(3), cash),
            Err(CloseRefusal::UnassignedCash { count: 1 })
        );
        let opening = Pending { is_opening_missing: true, ..done };
        assert_eq!(check_close(&periods, key(3), opening), Err(CloseRefusal::OpeningMissing));
        assert_eq!(
            check_close(&periods, key(5), done),
            Err(CloseRefusal::EarlierOpen { period: key(3) })
        );
        assert_eq!(check_close(&periods, key(1), done), Err(CloseRefusal::AlreadySo));
        assert_eq!(check_reopen(&periods, key(2)), Ok(()));
        assert_eq!(
            check_reopen(&periods, key(1)),
            Err(CloseRefusal::LaterClosed { period: key(2) })
        );
        assert_eq!(check_reopen(&periods, key(7)), Err(CloseRefusal::AlreadySo));
    }

    #[test]
    fn period_names_read_back() {
        assert_eq!(PeriodKey::parse("2026-03").unwrap().to_string(), "2026-03");
        for wrong in ["2026-3", "26-03", "2026-00", "2026/03", "", "2026-17"] {
            assert_eq!(PeriodKey::parse(wrong), None, "{wrong}");
        }
    }
}
