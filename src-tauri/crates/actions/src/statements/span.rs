//! The days a statement is about, from what was asked.

use chrono::{Datelike, NaiveDate};
use kontor_reports::{Bilingual, PaperFacts};

use super::GetStatement;
use crate::context::Context;
use crate::errors::{Code, Refusal};

/// A span of days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// The span a request asks for: its period, its two days, its day, or the month of today.
///
/// # Errors
/// When the period is not one of the book's, or the days are in the wrong order or outside the book.
pub(crate) fn resolve(context: &Context<'_>, request: &GetStatement) -> Result<Span, Refusal> {
    let periods = &context.facts.periods;
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return Err(Refusal::bug("book without periods"));
    };
    let unknown =
        |text: &str| Refusal::new(Code::PeriodUnknown).with("period", text).with("field", "period");
    let span = if let Some(text) = request.period.as_deref() {
        named(context, text).ok_or_else(|| unknown(text))?
    } else if let Some(day) = request.as_of {
        Span { from: month_start(day), to: day }
    } else if request.from.is_some() || request.to.is_some() {
        let to = request.to.unwrap_or(context.now.today.min(last.last_day));
        Span { from: request.from.unwrap_or(first.first_day), to }
    } else {
        let today = context.now.today.clamp(first.first_day, last.last_day);
        named(context, &format!("{:04}-{:02}", today.year(), today.month()))
            .ok_or_else(|| unknown("-"))?
    };
    if span.from > span.to || span.to > last.last_day || span.to < first.first_day {
        return Err(Refusal::new(Code::DateOutOfRange)
            .with("date", span.to)
            .with("first", first.first_day)
            .with("last", last.last_day)
            .with("field", "period"));
    }
    Ok(span)
}

fn month_start(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// A period (`2026-03`), a quarter (`2026-Q1`) or a year (`2026`) of the book.
fn named(context: &Context<'_>, text: &str) -> Option<Span> {
    let periods = &context.facts.periods;
    let of = |year: i32, numbers: std::ops::RangeInclusive<u8>| {
        let mut within = periods
            .iter()
            .filter(|period| period.key.year == year && numbers.contains(&period.key.number));
        let first = within.next()?;
        let last = within.next_back().unwrap_or(first);
        Some(Span { from: first.first_day, to: last.last_day })
    };
    if let Some((year, quarter)) = text.split_once("-Q") {
        let quarter: u8 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
        return of(year.parse().ok()?, quarter * 3 - 2..=quarter * 3);
    }
    if text.len() == 4 {
        return of(text.parse().ok()?, 1..=u8::MAX);
    }
    let period = context.period(text).ok()?;
    Some(Span { from: period.first_day, to: period.last_day })
}

impl Span {
    /// Whether it is one whole month.
    #[must_use]
    pub fn is_month(self) -> bool {
        self.from == month_start(self.to) && self.to.succ_opt().is_some_and(|next| next.day() == 1)
    }

    /// The span in words: a day for balances, a month or two days for movements.
    #[must_use]
    pub fn label(self, is_balance: bool) -> Bilingual {
        if is_balance {
            PaperFacts::as_of(self.to)
        } else if self.is_month() {
            PaperFacts::month(self.to)
        } else {
            PaperFacts::range(self.from, self.to)
        }
    }
}
