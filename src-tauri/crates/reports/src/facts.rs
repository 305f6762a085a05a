//! What stands on a paper around its figures: whose, for when, by whom, and from which state of the book.

use chrono::{Datelike, NaiveDate};

use crate::bilingual::{Bilingual, Lang};
use crate::words::Words;

/// The facts of a paper. All of them come from the request or the book, never from a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperFacts {
    /// The company's name.
    pub company: String,
    /// The date or the period, in words; [`PaperFacts::as_of`], [`PaperFacts::month`] and [`PaperFacts::range`] make it.
    pub period: Bilingual,
    /// Who prepared it; an empty line to sign on when unknown.
    pub prepared_by: Option<String>,
    /// Who reviewed it.
    pub reviewed_by: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// The day of the last operation, which is the paper's date in its metadata.
    pub printed_as_of: NaiveDate,
    /// The number of the last operation in the book.
    pub operation: u64,
    /// A short code of that operation's hash.
    pub code: String,
    /// The code by which the print can be checked against the book, where it can be.
    pub proof: Option<String>,
    /// The entries not yet posted, where they are counted in.
    pub unposted: Option<UnpostedCount>,
    /// The language.
    pub lang: Lang,
}

/// Entries not yet posted that a paper counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnpostedCount {
    /// How many are counted in.
    pub included: u32,
    /// How many could not be posted as they are, and so are not.
    pub left_out: u32,
}

impl UnpostedCount {
    /// What is said of them.
    #[must_use]
    pub fn said(self) -> Bilingual {
        let (count, left) = (self.included.to_string(), self.left_out.to_string());
        let key = match self.left_out {
            0 => "report-includes-unposted",
            _ => "report-includes-unposted-but",
        };
        let args = [("count", (&count).into()), ("left", (&left).into())];
        in_both(|words| words.say(key, &args))
    }
}

impl PaperFacts {
    /// A day in words: `2026年3月31日`, `31 March 2026`.
    #[must_use]
    pub fn as_of(day: NaiveDate) -> Bilingual {
        in_both(|words| date(words, day))
    }

    /// The month of a day in words: `2026年3月`, `March 2026`.
    #[must_use]
    pub fn month(day: NaiveDate) -> Bilingual {
        in_both(|words| {
            let month = words.say(&format!("month-{}", day.month()), &[]);
            let year = day.year().to_string();
            words.say("report-month", &[("year", year.into()), ("month", month.into())])
        })
    }

    /// A quarter in words: `2026年第1季度`, `Q1 2026`.
    #[must_use]
    pub fn quarter(year: i32, number: usize) -> Bilingual {
        let (year, number) = (year.to_string(), number.to_string());
        let args = [("year", (&year).into()), ("quarter", (&number).into())];
        in_both(|words| words.say("statement-column-quarter", &args))
    }

    /// Two days in words: `2026年1月1日至2026年3月31日`, `1 January 2026 to 31 March 2026`.
    #[must_use]
    pub fn range(from: NaiveDate, to: NaiveDate) -> Bilingual {
        in_both(|words| {
            let (from, to) = (date(words, from), date(words, to));
            words.say("report-range", &[("from", from.into()), ("to", to.into())])
        })
    }

    /// The code of the print in words, where it has one.
    pub(crate) fn proof_said(&self) -> Option<String> {
        self.proof.as_ref().map(|proof| labelled("report-print-code", proof, self.lang))
    }

    /// Whether entries not yet posted are counted in, in words.
    pub(crate) fn extent(&self) -> Bilingual {
        self.unposted.map_or_else(|| Bilingual::word("report-posted-only"), UnpostedCount::said)
    }
}

/// The unit in words: `单位：元`, `Unit: CNY yuan`.
pub(crate) fn unit(currency_code: &str) -> Bilingual {
    in_both(|words| {
        let key = format!("currency-{currency_code}");
        if words.has(&key) { words.say(&key, &[]) } else { currency_code.to_owned() }
    })
}

/// A label with its value, joined as the language does it; the value itself is the same in both.
pub(crate) fn labelled(key: &str, value: &str, lang: Lang) -> String {
    let label = Bilingual::word(key);
    match lang {
        Lang::Zh => format!("{}：{value}", label.zh),
        Lang::En => format!("{}: {value}", label.en),
        Lang::Both => format!("{} {}：{value}", label.zh, label.en),
    }
}

fn date(words: Words, day: NaiveDate) -> String {
    let month = words.say(&format!("month-{}", day.month()), &[]);
    let (year, day) = (day.year().to_string(), day.day().to_string());
    let args = [("year", year.into()), ("month", month.into()), ("day", day.into())];
    words.say("report-as-of", &args)
}

fn in_both(say: impl Fn(Words) -> String) -> Bilingual {
    Bilingual::new(say(Words::new(Lang::Zh)), say(Words::new(Lang::En)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn periods_are_said_in_both_languages() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        assert_eq!(PaperFacts::as_of(day(3, 31)), Bilingual::new("2026年3月31日", "31 March 2026"));
        assert_eq!(PaperFacts::month(day(3, 31)), Bilingual::new("2026年3月", "March 2026"));
        assert_eq!(
            PaperFacts::range(day(1, 1), day(3, 31)),
            Bilingual::new("2026年1月1日至2026年3月31日", "1 January 2026 to 31 March 2026")
        );
        assert_eq!(unit("CNY"), Bilingual::new("元", "CNY yuan"));
        assert_eq!(unit("NOK"), Bilingual::new("NOK", "NOK"));
    }
}
