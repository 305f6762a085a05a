//! Names that say nothing about bookkeeping, and what to use instead.

use super::source::{Rust, assert_none, files, files_with};

const EMPTY_WORDS: &[(&str, &str)] = &[
    ("manager", "the noun it keeps, or the verb it does"),
    ("service", "the noun it answers for"),
    ("helper", "what it helps with, as a verb"),
    ("util", "the noun its functions are about"),
    ("processor", "the verb: post, import, print"),
    ("misc", "several files with one thought each"),
    ("common", "the noun that is shared"),
    ("legacy", "nothing: remove it"),
    ("v2", "nothing: remove the first one"),
];

/// Nouns of bookkeeping that look like empty words: goods and services.
const MEANT: &[&str] = &[];

#[test]
fn no_file_has_an_empty_name() {
    let breaches: Vec<String> = files()
        .iter()
        .flat_map(|file| {
            let parts: Vec<String> = file.path.split('/').flat_map(words_of).collect();
            advice(&parts).map(|advice| format!("{}: {advice}", file.path))
        })
        .collect();
    assert_none("A name must tell what is inside:", &breaches);
}

#[test]
fn no_type_has_an_empty_name() {
    let breaches: Vec<String> = files_with(&["rs", "ts", "svelte"])
        .iter()
        .flat_map(|file| {
            let code = if file.extension() == "rs" { Rust::of(file).code } else { file.text() };
            type_names(&code)
                .into_iter()
                .filter(|name| !MEANT.contains(&name.as_str()))
                .filter_map(|name| {
                    let advice = advice(&words_of(&name))?;
                    Some(format!("{}: {name}: {advice}", file.path))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert_none("A name must tell what it is:", &breaches);
}

fn advice(words: &[String]) -> Option<String> {
    EMPTY_WORDS
        .iter()
        .find(|(empty, _)| words.iter().any(|word| word == empty || *word == format!("{empty}s")))
        .map(|(empty, instead)| format!("instead of \"{empty}\" use {instead}"))
}

/// `OldBookHelper`, `old-book-helper` and `old_book_helper.rs` have the same words.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for character in name.chars() {
        if character.is_uppercase() || !character.is_alphanumeric() {
            words.push(String::new());
        }
        if character.is_alphanumeric() {
            words.last_mut().unwrap().extend(character.to_lowercase());
        }
    }
    words
}

fn type_names(code: &str) -> Vec<String> {
    let is_name = |word: &&str| word.starts_with(|first: char| first.is_uppercase());
    let words: Vec<&str> = code
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .collect();
    words
        .windows(2)
        .filter(|pair| ["struct", "enum", "trait", "type", "class", "interface"].contains(&pair[0]))
        .map(|pair| pair[1])
        .filter(is_name)
        .map(str::to_owned)
        .collect()
}

#[test]
fn names_are_taken_apart_into_words() {
    assert_eq!(words_of("OldBookHelper")[1..], ["old", "book", "helper"]);
    assert_eq!(words_of("old-book_utils.rs"), ["old", "book", "utils", "rs"]);
    assert!(advice(&words_of("old_utils")).is_some());
    assert!(advice(&words_of("utility_bill")).is_none());
}
