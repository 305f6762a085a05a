//! `kontor help`: every action and question from the door's table, and who may.

use kontor_actions::register::{ACTIONS, FILES, QUESTIONS, Row};
use kontor_reports::words::Words;

/// The whole list.
pub(crate) fn text(words: &Words) -> String {
    let mut lines = vec![words.say("cli-help-commands", &[])];
    for (heading, rows) in [
        ("cli-help-actions", ACTIONS),
        ("cli-help-questions", QUESTIONS),
        ("cli-help-files", FILES),
    ] {
        lines.push(String::new());
        lines.push(words.say(heading, &[]));
        lines.extend(rows.iter().map(|row| line(words, row)));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn line(words: &Words, row: &Row) -> String {
    let roles: Vec<&str> = row.roles.iter().map(|role| role.word()).collect();
    let what = words.say(&format!("action-{}", row.name.replace('_', "-")), &[]);
    format!("  {:<22} {what}  [{}]", row.name, roles.join(" "))
}
