//! Payments that come every month: recognised from the last three, and expected to go on.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::money::{Amount, AmountError};

/// How many months in a row make a payment a monthly one.
pub const MONTHS: usize = 3;

/// The largest may exceed the smallest by a fifth of itself.
const ALIKE: i64 = 5;

/// A payment that is expected every month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Monthly {
    /// How much: the middle of the three.
    pub amount: Amount,
    /// On which day of the month: the middle of the three.
    pub day: u32,
}

/// Recognises a monthly payment in what was paid for one purpose in each of three months.
///
/// # Errors
/// When a sum does not fit.
pub fn monthly(
    months: &[Vec<(NaiveDate, Amount)>; MONTHS],
) -> Result<Option<Monthly>, AmountError> {
    let (mut sums, mut days) = (Vec::new(), Vec::new());
    for month in months {
        let Some((last, _)) = month.last() else { return Ok(None) };
        sums.push(Amount::sum(month.iter().map(|(_, amount)| *amount))?);
        days.push(last.day());
    }
    sums.sort_unstable();
    days.sort_unstable();
    let (Some(least), Some(middle), Some(most), Some(day)) =
        (sums.first(), sums.get(1), sums.last(), days.get(1))
    else {
        return Ok(None);
    };
    let is_paid = least.minor() > 0;
    let is_alike = most.minus(*least)?.minor() <= most.minor() / ALIKE;
    Ok((is_paid && is_alike).then_some(Monthly { amount: *middle, day: *day }))
}

impl Monthly {
    /// The days it falls on from today up to and including a day; this month's not again when it is paid already.
    #[must_use]
    pub fn days(&self, today: NaiveDate, until: NaiveDate, is_paid: bool) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        let mut month = today.with_day(1);
        let mut is_first = true;
        while let Some(first) = month.filter(|first| *first <= until) {
            // In a shorter month the last day stands for the 31st.
            let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
            let day = first.checked_add_days(Days::new(u64::from(self.day.max(1) - 1)));
            if let (Some(day), Some(last)) = (day, last)
                && !(is_first && is_paid)
            {
                // What should have been paid earlier this month is still expected.
                days.push(day.min(last).max(today));
            }
            is_first = false;
            month = first.checked_add_months(Months::new(1));
        }
        days.retain(|day| *day <= until);
        days
    }
}
