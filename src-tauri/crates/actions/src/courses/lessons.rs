//! The courses as data: `assets/courses`, read once.

use std::sync::LazyLock;

use kontor_ledger::permission::Role;
use serde::Deserialize;

/// A course: who it is for, whom and what it speaks of, and its steps.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lesson {
    pub(super) id: String,
    pub(super) roles: Vec<Role>,
    pub(super) minutes: u32,
    pub(super) title_zh: String,
    pub(super) title_en: String,
    pub(super) about_zh: String,
    pub(super) about_en: String,
    /// The code of the customer its exercises speak of.
    pub(super) customer: Option<String>,
    /// The code of the item.
    pub(super) item: Option<String>,
    pub(super) steps: Vec<LessonStep>,
}

impl Lesson {
    /// Whether it is meant for a role; an owner may take all.
    pub(super) fn is_for(&self, role: Role) -> bool {
        role == Role::Owner || self.roles.contains(&role)
    }

    /// Whether its exercises write into the book.
    pub(super) fn writes(&self) -> bool {
        let is_writing = |step: &LessonStep| !matches!(step.check, None | Some(Check::Figure(_)));
        self.steps.iter().any(is_writing)
    }
}

/// A step: something to read, to do or to answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LessonStep {
    pub(super) id: String,
    pub(super) title_zh: String,
    pub(super) title_en: String,
    pub(super) text_zh: String,
    pub(super) text_en: String,
    pub(super) check: Option<Check>,
}

/// What must be in the book for a step to count.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Check {
    /// The course's item was sold to its customer.
    Sale { quantity: String, is_paid: bool },
    /// The course's customer paid an amount.
    Receipt { amount: String },
    /// An entry has an amount on the debit of one account and the credit of another.
    Entry { debit: String, credit: String, amount: String },
    /// An entry was taken back.
    Reversal {},
    /// A figure of a statement is known.
    Figure(Figure),
}

/// A figure of this month's statement, and the rows it is to be told from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Figure {
    pub(super) statement: String,
    pub(super) row: String,
    pub(super) column: String,
    pub(super) others: Vec<String>,
}

const FILES: [&str; 5] = [
    include_str!("../../../../../assets/courses/owner.toml"),
    include_str!("../../../../../assets/courses/statements.toml"),
    include_str!("../../../../../assets/courses/bookkeeper.toml"),
    include_str!("../../../../../assets/courses/cashier.toml"),
    include_str!("../../../../../assets/courses/salesperson.toml"),
];

/// A file that does not parse is caught by the tests; there is no such course then.
static LESSONS: LazyLock<Vec<Lesson>> =
    LazyLock::new(|| FILES.iter().filter_map(|text| toml::from_str(text).ok()).collect());

/// Every course.
pub(super) fn all() -> &'static [Lesson] {
    &LESSONS
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn every_file_reads_and_every_course_begins_with_something_to_read() {
        for text in FILES {
            let lesson: Lesson = toml::from_str(text).unwrap();
            assert!((3..=7).contains(&lesson.steps.len()), "{}", lesson.id);
            assert!(lesson.steps[0].check.is_none(), "{}", lesson.id);
            assert!(lesson.steps.last().unwrap().check.is_some(), "{}", lesson.id);
            for step in &lesson.steps {
                let needs = |word: &str| step.text_zh.contains(word) || step.text_en.contains(word);
                assert!(!needs("{customer}") || lesson.customer.is_some(), "{}", step.id);
                assert!(!needs("{item}") || lesson.item.is_some(), "{}", step.id);
                let same = lesson.steps.iter().filter(|other| other.id == step.id);
                assert_eq!(same.count(), 1, "{} {}", lesson.id, step.id);
            }
        }
        for role in Role::ALL {
            assert!(all().iter().any(|lesson| lesson.roles.contains(&role)), "{}", role.word());
        }
    }
}
