//! A diagnosis: what those who mend the program need to know, and nothing of what a book holds. No amount, no name, no
//! key, no path; counts are rounded. The person reads it before it is saved.

use kontor_reports::Lang;
use kontor_reports::words::{Arg, Words};
use kontor_store::census;
use kontor_vault::FORMAT_VERSION;
use serde_json::{Value, json};

use super::Table;
use crate::context::Now;
use crate::door::Door;
use crate::errors::Refusal;

impl Table {
    /// The diagnosis of this program and of the book that lies open, if one does.
    pub(super) fn diagnose(&self, language: Lang, now: &Now) -> Result<Value, Refusal> {
        let words = Words::new(language);
        let mut lines = vec![
            words.say("diagnosis-title", &[]),
            words.say("diagnosis-about", &[]),
            String::new(),
            line(&words, "at", now.at.clone()),
            line(&words, "program", env!("CARGO_PKG_VERSION")),
            line(&words, "system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
            line(&words, "format", FORMAT_VERSION.to_string()),
            line(&words, "language", self.device.language().unwrap_or_else(|| "-".to_owned())),
        ];
        match &self.door {
            None => lines.push(words.say("diagnosis-no-book", &[])),
            Some(door) => {
                lines.extend(book_lines(&words, door, now)?);
                lines.extend(self.backup_lines(&words));
            }
        }
        Ok(json!({ "text": lines.join("\n") + "\n" }))
    }

    fn backup_lines(&self, words: &Words) -> Vec<String> {
        let uid = self.door.as_ref().map(|door| door.book().file().book_uid().to_string());
        let state = uid.map(|uid| self.device.backups(&uid)).unwrap_or_default();
        let moment = |at: Option<String>| at.unwrap_or_else(|| "-".to_owned());
        let failure = state
            .failure
            .map(|failure| format!("{} {}", failure.at, failure.code.unwrap_or_default()));
        vec![
            line(words, "backup-places", state.places.len().to_string()),
            line(words, "backup-good", moment(state.last_good.map(|good| good.at))),
            line(words, "backup-failed", moment(failure)),
        ]
    }
}

fn book_lines(words: &Words, door: &Door, now: &Now) -> Result<Vec<String>, Refusal> {
    let (facts, actor) = (door.facts(), door.context(now)?.actor);
    let census = census::take(door.book().connection())?;
    let closed = facts
        .periods
        .iter()
        .filter(|period| period.state == kontor_ledger::period::PeriodState::Closed)
        .count();
    let mut lines = vec![
        String::new(),
        line(words, "tables", census.tables.to_string()),
        line(words, "sqlite", format!("{} · {}", census.sqlite, census.cipher)),
        line(words, "journal", census.journal),
        line(words, "size", size(census.bytes)),
        line(words, "standard", facts.standard.name),
        line(words, "vat", facts.company.vat_kind.clone()),
        line(words, "currency", facts.company.currency.code()),
        line(words, "role", actor.role.word()),
        line(words, "closed", format!("{closed} / {}", facts.periods.len())),
        String::new(),
        words.say("diagnosis-rows", &[]),
    ];
    lines.extend(census.rows.iter().map(|(noun, count)| format!("  {noun}: {}", rounded(*count))));
    lines.push(String::new());
    Ok(lines)
}

fn line<'a>(words: &Words, name: &str, fact: impl Into<Arg<'a>>) -> String {
    words.say(&format!("diagnosis-{name}"), &[("fact", fact.into())])
}

/// A count to its first digit: how large a book is matters, how many entries it has is its own affair.
fn rounded(count: i64) -> String {
    if count < 10 {
        return if count == 0 { "0".to_owned() } else { "< 10".to_owned() };
    }
    let scale = 10_i64.pow(count.ilog10());
    format!("~ {}", count / scale * scale)
}

/// A size in whole megabytes.
fn size(bytes: i64) -> String {
    match bytes / 1_000_000 {
        0 => "< 1 MB".to_owned(),
        megabytes => format!("~ {megabytes} MB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_tell_their_size_and_no_more() {
        assert_eq!(
            [0, 7, 10, 1_234, 987_654].map(rounded),
            ["0", "< 10", "~ 10", "~ 1000", "~ 900000"]
        );
        assert_eq!([999, 2_500_000].map(size), ["< 1 MB", "~ 2 MB"]);
    }
}
