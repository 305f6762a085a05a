//! What a person types to find a number or an amount again: `记-12`, `2026-03 记-12`, `SI-2026-0038`, `¥1,130.00`.

use kontor_ledger::money::{Amount, Currency};
use kontor_ledger::paper::PaperKind;

/// The kinds of papers that have numbers.
const KINDS: [PaperKind; 2] = [PaperKind::Sale, PaperKind::Receipt];

/// A number as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// What stands before it, in small letters: a word, the prefix of a paper.
    pub(super) word: Option<String>,
    pub(super) year: Option<i32>,
    pub(super) month: Option<u8>,
    pub(super) number: i64,
}

impl Typed {
    /// Reads a number; nothing when the text is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (mut words, mut digits) = (Vec::new(), Vec::new());
        for part in parts(text) {
            if part.starts_with(|letter: char| letter.is_ascii_digit()) {
                digits.push(part);
            } else if !MARKS.contains(&part.as_str()) {
                words.push(part);
            }
        }
        let [.., last] = digits.as_slice() else { return None };
        // A sign that belongs to amounts, or a word after the number, makes it something else.
        if words.len() > 1 || digits.len() > 3 || text.contains([',', '，', '.', '。']) {
            return None;
        }
        let word = words.pop().map(|word| word.trim_end_matches(['字', '第']).to_owned());
        let (year, month) = match digits.as_slice() {
            [year, month, _] => (Some(year_of(year)?), Some(month_of(month)?)),
            [year, _] if year.len() == 6 => {
                (Some(year_of(year.get(..4)?)?), Some(month_of(year.get(4..)?)?))
            }
            [year, _] => (Some(year_of(year)?), None),
            _ => (None, None),
        };
        Some(Self { word, year, month, number: last.parse().ok()? })
    }

    /// The kinds of papers it may be the number of.
    pub(super) fn kinds(&self) -> impl Iterator<Item = PaperKind> {
        let word = self.word.clone().unwrap_or_default().to_uppercase();
        let is_paper = self.month.is_none();
        KINDS.into_iter().filter(move |kind| is_paper && kind.prefix().starts_with(&word))
    }

    /// Whether it may be the number of an entry: a bare pair of numbers is a paper's.
    pub(super) const fn may_be_entry(&self) -> bool {
        self.year.is_none() || self.month.is_some() || self.word.is_some()
    }
}

/// What people write around the parts of a number.
const MARKS: [&str; 4] = ["年", "月", "号", "第"];

/// Runs of digits and runs of letters; a mark of a date stands alone.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for letter in text.chars().flat_map(char::to_lowercase) {
        let is_mark = ['年', '月', '号'].contains(&letter);
        let kind = match letter {
            _ if !letter.is_alphanumeric() => None,
            _ if is_mark => Some(2),
            _ => Some(i32::from(letter.is_ascii_digit())),
        };
        match (kind, parts.last_mut()) {
            (None, _) => {}
            (Some(_), Some(part)) if kind == before => part.push(letter),
            (Some(_), _) => parts.push(letter.to_string()),
        }
        before = kind;
    }
    parts
}

fn year_of(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| (1900..3000).contains(year))
}

fn month_of(text: &str) -> Option<u8> {
    text.parse().ok().filter(|month| (1..=16).contains(month))
}

/// Reads an amount with whatever stands around it; nothing when the text is none.
pub(super) fn amount(text: &str, currency: Currency) -> Option<Amount> {
    let sign = |letter: &char| !letter.is_whitespace() && !",，¥￥$€元".contains(*letter);
    let plain: String = text.chars().filter(sign).collect();
    let plain = plain.replace('−', "-");
    Amount::parse(&plain, currency).ok().filter(|amount| !amount.is_zero())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn typed(word: &str, year: i32, month: u8, number: i64) -> Typed {
        let word = Some(word.to_owned()).filter(|word| !word.is_empty());
        Typed {
            word,
            year: Some(year).filter(|year| *year > 0),
            month: Some(month).filter(|month| *month > 0),
            number,
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("12", typed("", 0, 0, 12)),
            ("记-12", typed("记", 0, 0, 12)),
            ("记12", typed("记", 0, 0, 12)),
            ("记字第12号", typed("记", 0, 0, 12)),
            ("2026-03 记-12", typed("记", 2026, 3, 12)),
            ("2026年3月记12号", typed("记", 2026, 3, 12)),
            ("202603 记-12", typed("记", 2026, 3, 12)),
            ("SI-2026-0038", typed("si", 2026, 0, 38)),
            ("si 38", typed("si", 0, 0, 38)),
            ("2026-0038", typed("", 2026, 0, 38)),
        ] {
            assert_eq!(Typed::read(text), Some(expected), "{text}");
        }
        for text in ["", "宁波", "1,130.00", "12.5", "a 1 b", "1-2-3-4", "12-13"] {
            assert_eq!(Typed::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_prefix_says_which_paper_and_a_period_that_it_is_none() {
        let kinds = |text: &str| Typed::read(text).unwrap().kinds().collect::<Vec<_>>();
        assert_eq!(kinds("SI-2026-0038"), [PaperKind::Sale]);
        assert_eq!(kinds("r38"), [PaperKind::Receipt]);
        assert_eq!(kinds("38"), KINDS);
        assert_eq!(kinds("记-12"), []);
        assert_eq!(kinds("2026-03-12"), []);
        assert!(!Typed::read("2026-0038").unwrap().may_be_entry());
        assert!(Typed::read("2026-03-12").unwrap().may_be_entry());
    }

    #[test]
    fn an_amount_is_read_with_its_signs() {
        let yuan = Currency::from_code("CNY").unwrap();
        for text in ["1130", "1,130.00", "￥1,130.00", " 1 130.0 ", "1130.00元", "1，130"] {
            assert_eq!(amount(text, yuan).unwrap().minor(), 113_000, "{text}");
        }
        assert_eq!(amount("-5", yuan).unwrap().minor(), -500);
        for text in ["", "0", "1.005", "宁波", "记-12", "1/2"] {
            assert_eq!(amount(text, yuan), None, "{text}");
        }
    }
}
