//! How we write: no scaffolding left standing, no test that is skipped or that waits.

use super::source::{File, Rust, assert_none, files_with, lines_with_word};

const SCAFFOLDING: &[&str] = &["TODO", "FIXME", "XXX", "HACK"];

#[test]
fn no_scaffolding_is_left() {
    let mut breaches = Vec::new();
    for file in files_with(&["rs", "ts", "svelte", "js", "mjs", "css", "sql", "ftl", "toml", "md"])
    {
        // This file must name what it looks for.
        if file.path.ends_with("tidy/habits.rs") {
            continue;
        }
        let text = file.text();
        for word in SCAFFOLDING {
            breaches.extend(
                lines_with_word(&text, word).iter().map(|line| format!("{}:{line}", file.path)),
            );
        }
    }
    assert_none(
        "A decision goes to .github/decisions, work that is left to the issues:",
        &breaches,
    );
}

/// A skipped test is a law nobody holds.
#[test]
fn no_test_is_skipped() {
    let mut breaches = Vec::new();
    for file in files_with(&["rs"]) {
        let code = Rust::of(&file).code;
        let skips =
            |line: &str| line.trim_start().starts_with("#[ignore") || line.contains(", ignore");
        breaches.extend(lines_where(&file, &code, skips));
    }
    for file in files_with(&["ts", "mjs"]).iter().filter(|file| file.is_test()) {
        let skips =
            |line: &str| [".skip(", ".only(", ".todo("].iter().any(|word| line.contains(word));
        breaches.extend(lines_where(file, &file.text(), skips));
    }
    assert_none("Mend it or remove it:", &breaches);
}

/// A test that waits for a time is slow on a fast machine and fails on a slow one: wait for the event.
#[test]
fn no_test_sleeps() {
    let mut breaches = Vec::new();
    for file in files_with(&["rs"]) {
        let whole = Rust::of(&file).code;
        let shipped = if file.is_test() { String::new() } else { Rust::shipped(&file).code };
        let sleeping = lines_where(&file, &whole, |line| line.contains("thread::sleep"));
        let outside_tests = lines_where(&file, &shipped, |line| line.contains("thread::sleep"));
        breaches.extend(sleeping.into_iter().filter(|line| !outside_tests.contains(line)));
    }
    // A program that takes pictures of the pages may let them settle; a test may not.
    let is_test = |file: &&File| file.is_in(&["tests"]) || file.path.contains(".test.");
    for file in files_with(&["ts", "mjs"]).iter().filter(is_test) {
        let waits =
            |line: &str| ["waitForTimeout(", ".pause("].iter().any(|word| line.contains(word));
        breaches.extend(lines_where(file, &file.text(), waits));
    }
    assert_none("Wait for what should happen, not for a time:", &breaches);
}

fn lines_where(file: &File, text: &str, is_breach: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = text.lines().enumerate().filter(|(_, line)| is_breach(line));
    lines.map(|(at, _)| format!("{}:{}", file.path, at + 1)).collect()
}
