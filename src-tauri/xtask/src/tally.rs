//! How many tests passed and failed, read from the summaries that cargo, vitest and the journeys print.

use std::fmt;
use std::ops::AddAssign;

use crate::shell::Heard;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// A check that is one thing, like the format of all files.
    pub(crate) fn of_one(is_success: bool) -> Tally {
        Tally { passed: usize::from(is_success), failed: usize::from(!is_success) }
    }

    /// The sum of all summaries in what a program printed. A program that printed none counts as
    /// one test, and one that failed without naming a failed test has failed all the same.
    pub(crate) fn of(heard: &Heard) -> Tally {
        let mut sum = Tally::default();
        heard.text.lines().filter_map(summary).for_each(|tally| sum += tally);
        if sum == Tally::default() {
            return Tally::of_one(heard.is_success);
        }
        if !heard.is_success && sum.failed == 0 {
            sum.failed = 1;
        }
        sum
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// cargo: `test result: ok. 12 passed; 0 failed; ...`; vitest: `Tests  1 failed | 23 passed (24)`;
/// journeys: `7 passed, 0 failed`.
fn summary(line: &str) -> Option<Tally> {
    let line = without_colour(line);
    let line = line.trim();
    let is_journey = line.starts_with(|first: char| first.is_ascii_digit())
        && line.contains(" passed, ")
        && line.ends_with(" failed");
    if !is_journey && !line.starts_with("test result: ") && !line.starts_with("Tests  ") {
        return None;
    }
    let words: Vec<&str> = line.split(|c: char| c.is_whitespace() || ",;|".contains(c)).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let before = |name: &str| {
        let found = words.windows(2).find(|pair| pair.last() == Some(&name));
        found.and_then(|pair| pair.first()?.parse().ok()).unwrap_or(0)
    };
    Some(Tally { passed: before("passed"), failed: before("failed") })
}

/// Drops the terminal's colour marks: ESC, `[`, numbers, a letter.
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(text: &str, is_success: bool) -> Tally {
        Tally::of(&Heard { text: text.to_owned(), is_success })
    }

    #[test]
    fn cargo_summaries_are_summed() {
        let text = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured\n\
                    test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured\n";
        assert_eq!(tally(text, false), Tally { passed: 5, failed: 1 });
    }

    #[test]
    fn vitest_counts_tests_and_not_files() {
        let text = " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 23 passed (24)\n";
        assert_eq!(tally(text, false), Tally { passed: 23, failed: 1 });
        let coloured = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m7 passed\u{1b}[39m (7)";
        assert_eq!(tally(coloured, true), Tally { passed: 7, failed: 0 });
    }

    #[test]
    fn a_journey_ends_with_its_own_count() {
        assert_eq!(tally("opened a book\n7 passed, 0 failed\n", true).passed, 7);
    }

    #[test]
    fn a_program_that_fails_before_its_summary_has_failed() {
        assert_eq!(tally("error: could not compile", false), Tally { passed: 0, failed: 1 });
        assert_eq!(tally("test result: ok. 4 passed; 0 failed\n", false).failed, 1);
    }

    #[test]
    fn a_silent_check_counts_as_one() {
        assert_eq!(tally("", true), Tally { passed: 1, failed: 0 });
    }
}
