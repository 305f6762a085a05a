//! How a text is found: its letters as they are written, and the pinyin initials they are spoken with.
//!
//! Spaces, signs, case and width do not count: `Ｃ-001` and `c001` are the same. A hanzi of several readings has the
//! initial of each, so that 长 is found by c and by z. Knows no tables.

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti as _;
use unicode_normalization::UnicodeNormalization as _;

/// Further readings are so rare that nobody types them.
const READINGS: usize = 3;

/// One letter of a text that is looked for or looked in. What it is spoken like is looked up only where it matters:
/// most comparisons end at what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter(char);

impl Letter {
    fn is_hanzi(self) -> bool {
        !self.0.is_ascii() && self.0.to_pinyin_multi().is_some()
    }

    /// What it may be typed as: the initials of a hanzi, or the letter itself.
    fn initials(self) -> impl Iterator<Item = char> {
        let mut initials = ['\0'; READINGS];
        let readings = if self.0.is_ascii() { None } else { self.0.to_pinyin_multi() };
        for reading in readings.into_iter().flatten() {
            let Some(initial) = reading.plain().chars().next() else { continue };
            let place = initials.iter_mut().find(|place| **place == initial || **place == '\0');
            if let Some(place) = place {
                *place = initial;
            }
        }
        if readings.is_none() {
            initials = [self.0, '\0', '\0'];
        }
        initials.into_iter().filter(|initial| *initial != '\0')
    }

    /// Whether typing a letter means this one.
    fn is_meant_by(self, typed: Self) -> bool {
        typed == self
            || typed.0.is_ascii_lowercase()
                && !self.0.is_ascii()
                && self.initials().any(|initial| initial == typed.0)
    }
}

/// The letters of a text.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    // Most names are plain already, and to see that is cheaper than to make them so.
    let is_plain = |letter: char| letter.is_ascii() || ('\u{4e00}'..='\u{9fff}').contains(&letter);
    if text.chars().all(is_plain) {
        kept(text.chars().map(|letter| letter.to_ascii_lowercase()))
    } else {
        kept(text.nfkc().flat_map(char::to_lowercase))
    }
}

fn kept(letters: impl Iterator<Item = char>) -> Vec<Letter> {
    letters.filter(|letter| letter.is_alphanumeric()).map(Letter).collect()
}

/// The letters of each word of a text, and before them of all words in one.
pub(super) fn words(text: &str) -> Vec<Vec<Letter>> {
    let words = text.split_whitespace().map(letters).filter(|word| !word.is_empty());
    Some(letters(text)).filter(|all| !all.is_empty()).into_iter().chain(words).collect()
}

/// The initials of a text, letter by letter: `银行` is `y xh`. Nothing when no letter is a hanzi.
#[must_use]
pub fn initials(text: &str) -> String {
    let letters = letters(text);
    if !letters.iter().any(|letter| letter.is_hanzi()) {
        return String::new();
    }
    let spoken: Vec<String> = letters.iter().map(|letter| letter.initials().collect()).collect();
    spoken.join(" ")
}

/// Every pair of letters a text is kept under, written and spoken, and what has no pair alone: so each letter begins a
/// gram, and a single one is found too.
pub(super) fn grams(text: &str) -> BTreeSet<String> {
    let letters = letters(text);
    let mut grams = BTreeSet::new();
    for (at, one) in letters.iter().enumerate() {
        let Some(other) = letters.get(at + 1) else {
            grams.insert(one.0.to_string());
            grams.extend(one.initials().map(String::from));
            break;
        };
        if one.is_hanzi() {
            // Before what is no hanzi it stands alone, as at the end.
            let pair = [one.0, other.0];
            grams.insert(pair.iter().take(1 + usize::from(other.is_hanzi())).collect());
        }
        for first in one.initials() {
            grams.extend(other.initials().map(|second| [first, second].iter().collect::<String>()));
        }
    }
    grams
}

/// The grams that everything found by some words is kept under, each with the last gram that may stand for it: a pair
/// stands for itself, a single letter for every pair it begins.
pub(super) fn wanted(words: &[Vec<Letter>]) -> Vec<(String, String)> {
    let mut wanted = BTreeSet::new();
    // One word is all words in one; of several, each is looked for by itself.
    for word in words.iter().skip(usize::from(words.len() > 2)) {
        let pairs = word.iter().zip(word.iter().skip(1));
        let pairs: Vec<String> = pairs
            // What is half hanzi and half initial is not kept as a pair; the letters around it narrow enough.
            .filter(|(one, other)| one.is_hanzi() == other.is_hanzi())
            .map(|(one, other)| [one.0, other.0].iter().collect())
            .collect();
        if pairs.is_empty() {
            let first = word.first().map(|letter| letter.0.to_string());
            wanted.extend(first.map(|first| (first.clone(), format!("{first}\u{10FFFF}"))));
        }
        wanted.extend(pairs.into_iter().map(|pair| (pair.clone(), pair)));
    }
    wanted.into_iter().collect()
}

/// How well something fits what was typed; the better one is the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Its code is what was typed.
    Code,
    /// Its code or a name of it begins so.
    Begins,
    /// It is somewhere inside.
    Contains,
}

impl Fit {
    pub(super) const ALL: [Self; 3] = [Self::Code, Self::Begins, Self::Contains];

    /// How something of a code and some names fits the words that were typed.
    pub(super) fn of(words: &[Vec<Letter>], code: &str, names: &[&str]) -> Option<Self> {
        let all = words.first()?;
        let code = letters(code);
        if code == *all {
            return Some(Self::Code);
        }
        let mut texts: Vec<Vec<Letter>> = names.iter().map(|name| letters(name)).collect();
        texts.push(code);
        let begins = |text: &Vec<Letter>| text.len() >= all.len() && fits(text, all);
        if texts.iter().any(begins) {
            return Some(Self::Begins);
        }
        let holds = |word: &Vec<Letter>| {
            texts.iter().any(|text| text.windows(word.len().max(1)).any(|part| fits(part, word)))
        };
        let is_inside = holds(all) || words.len() > 2 && words.iter().skip(1).all(holds);
        is_inside.then_some(Self::Contains)
    }
}

fn fits(text: &[Letter], typed: &[Letter]) -> bool {
    text.iter().zip(typed).all(|(letter, typed)| letter.is_meant_by(*typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(typed: &str, code: &str, name: &str) -> Option<Fit> {
        Fit::of(&words(typed), code, &[name])
    }

    #[test]
    fn a_name_is_found_by_two_hanzi_by_initials_and_by_both() {
        for typed in
            ["海砚", "hy", "宁波", "nbhy", "NBHY", "波h", "n波海y", "宁波 贸易", "海砚 c00"]
        {
            assert!(fit(typed, "C0007", "宁波海砚贸易有限公司").is_some(), "{typed}");
        }
        for typed in ["海波", "nbyh", "宁波 服装", "", "-"] {
            assert_eq!(fit(typed, "C0007", "宁波海砚贸易有限公司"), None, "{typed}");
        }
    }

    #[test]
    fn each_usual_reading_of_a_hanzi_finds_it() {
        for (typed, name) in
            [("cj", "长江"), ("zj", "长江"), ("yh", "银行"), ("yx", "银行"), ("xm", "厦门")]
        {
            assert_eq!(fit(typed, "1", name), Some(Fit::Begins), "{typed} {name}");
        }
        assert_eq!(initials("银行"), "y xh");
        assert_eq!(initials("A4 纸"), "a 4 z");
        assert_eq!(initials("Bank"), "");
    }

    #[test]
    fn the_code_stands_before_what_begins_so_and_that_before_what_holds_it() {
        assert_eq!(fit("c-001", "C001", "x"), Some(Fit::Code));
        assert_eq!(fit("c00", "C001", "x"), Some(Fit::Begins));
        assert_eq!(fit("nord", "C001", "Nordlys Home AS"), Some(Fit::Begins));
        assert_eq!(fit("home", "C001", "Nordlys Home AS"), Some(Fit::Contains));
        assert_eq!(fit("nordlys as", "C001", "Nordlys Home AS"), Some(Fit::Contains));
        assert!(Fit::Code < Fit::Begins && Fit::Begins < Fit::Contains);
    }

    #[test]
    fn width_case_and_signs_do_not_count() {
        for typed in ["ＴＷ－２１０８", "tw 2108", "2108"] {
            assert!(fit(typed, "TW-2108", "汤碗").is_some(), "{typed}");
        }
    }

    /// Nothing that fits may be missed because it is not kept under a gram it is looked for by.
    #[test]
    fn whatever_fits_is_kept_under_every_gram_it_is_looked_for_by() {
        let names =
            ["宁波海砚贸易有限公司", "Nordlys Home AS", "厦门A4纸业", "长", "银行3号", "Ωmega 行"];
        let typed = [
            "宁波", "nb", "n波", "海y贸", "home", "4", "a4z", "cz", "长", "c", "z", "yx3", "ω",
            "行", "h",
        ];
        let mut found = 0;
        for (name, typed) in names.iter().flat_map(|name| typed.map(|typed| (name, typed))) {
            let words = words(typed);
            if Fit::of(&words, "", &[name]).is_none() {
                continue;
            }
            found += 1;
            let kept = grams(name);
            for (first, last) in wanted(&words) {
                assert!(
                    kept.range(first.clone()..=last).next().is_some(),
                    "{name} {typed} {first}"
                );
            }
        }
        assert!(found >= 20, "{found}");
    }
}
