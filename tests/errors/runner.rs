//! Provokes each error through the door, or through the program, and compares what is said.

use std::panic::{AssertUnwindSafe, catch_unwind};

use kontor_actions::{Door, Kind, Refusal};
use kontor_ledger::permission::Role;
use kontor_reports::Lang;
use kontor_reports::words::Words;
use kontor_store::Book;
use kontor_tests::{Desk, PASSWORD, Program, Template, now};
use kontor_vault::BookFile;
use serde_json::Value;

use super::case::{Case, all};

/// The stage of a case: its book, its folder, and the unique ids that its steps gave.
struct Stage {
    desk: Desk,
    given: Vec<Vec<String>>,
}

impl Stage {
    /// Fills `{{book}}`, `{{folder}}`, `{{uid:2}}` (what step 2 gave first) and `{{uid:2.3}}` (what it gave third).
    fn fill(&self, text: &str) -> String {
        let mut text = text
            .replace("{{book}}", &self.desk.path.to_string_lossy())
            .replace("{{folder}}", &self.desk.folder.path().to_string_lossy());
        for (step, uids) in (1..).zip(&self.given) {
            for (place, uid) in (1..).zip(uids) {
                if place == 1 {
                    text = text.replace(&format!("{{{{uid:{step}}}}}"), uid);
                }
                text = text.replace(&format!("{{{{uid:{step}.{place}}}}}"), uid);
            }
        }
        text
    }

    fn words(&self, words: &[String]) -> Vec<String> {
        words.iter().map(|word| self.fill(word)).collect()
    }

    fn door(&self, case: &Case) -> Door {
        let role =
            case.as_role.as_deref().map_or(Role::Owner, |word| Role::from_word(word).unwrap());
        let file = BookFile::reopen(&self.desk.path, &Template::bare().keys(role)).unwrap();
        Door::new(Book::enter(file).unwrap()).unwrap()
    }

    /// Performs the steps until one is refused.
    fn steps(&mut self, case: &Case) -> Option<Refusal> {
        let mut door = self.door(case);
        for step in &case.steps {
            let text = self.fill(step);
            let request: Value =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
            let outcome = if request.get("ask").is_some() {
                door.ask(request, &now()).map(|answer| {
                    let rows = answer["rows"].as_array().cloned().unwrap_or_default();
                    rows.iter().filter_map(|row| row["uid"].as_str().map(str::to_owned)).collect()
                })
            } else {
                door.perform(request, &now())
                    .map(|done| done.given.iter().map(|given| given.uid.to_string()).collect())
            };
            match outcome {
                Ok(uids) => self.given.push(uids),
                Err(refusal) => return Some(refusal),
            }
        }
        None
    }
}

fn sentence(refusal: &Refusal, lang: Lang) -> String {
    refusal.sentence(&Words::new(lang))
}

fn play(case: &Case) {
    let code = case.code();
    let mut stage = Stage { desk: Desk::of(Template::bare()), given: Vec::new() };
    for (name, text) in &case.files {
        std::fs::write(stage.desk.folder.path().join(name), text).unwrap();
    }
    for words in &case.before {
        let spoken = Program::run(stage.words(words));
        assert_eq!(spoken.code, 0, "{words:?}: {}", spoken.err);
    }
    let refusal = stage.steps(case);
    let Some(command) = &case.command else {
        let refusal = refusal.expect("no step was refused");
        assert_eq!(
            stage.given.len() + 1,
            case.steps.len(),
            "refused before the last step: {refusal}"
        );
        assert_eq!(refusal.code, code, "{refusal}");
        assert_eq!(refusal.kind, code.kind());
        assert_eq!(sentence(&refusal, Lang::Zh), stage.fill(&case.zh));
        assert_eq!(sentence(&refusal, Lang::En), stage.fill(&case.en));
        return;
    };
    assert!(refusal.is_none(), "a step before the command was refused: {refusal:?}");
    for (language, expected) in [("zh-CN", &case.zh), ("en", &case.en)] {
        let mut words = stage.words(command);
        words.extend(["--messages".to_owned(), language.to_owned()]);
        let password = case.password.as_deref().unwrap_or(PASSWORD);
        let spoken = Program::fed(words, case.input.as_deref().unwrap_or(""), password);
        // What is wrong with a row of a file stands on a line of its own, behind the place.
        let expected = stage.fill(expected);
        let is_said = |(at, line): (usize, &str)| {
            if at == 0 { line == expected } else { line.ends_with(&expected) }
        };
        assert!(spoken.err.lines().enumerate().any(is_said), "{}is not {expected}", spoken.err);
        assert_eq!(spoken.code, if code.kind() == Kind::Rejected { 1 } else { 3 });
    }
}

#[test]
fn each_error_is_provoked_by_its_case_and_said_in_both_languages() {
    let cases = all();
    assert!(!cases.is_empty());
    let failed: Vec<&str> = cases
        .iter()
        .filter(|case| {
            let outcome = catch_unwind(AssertUnwindSafe(|| play(case)));
            if outcome.is_err() {
                println!("^ that was tests/errors/{}\n", case.name);
            }
            outcome.is_err()
        })
        .map(|case| case.name.as_str())
        .collect();
    assert!(failed.is_empty(), "{} of {} cases: {failed:?}", failed.len(), cases.len());
}
