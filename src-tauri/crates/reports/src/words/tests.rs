//! The messages of both languages are complete, readable and alike.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// Key of each message (with its attributes) and the placeables it uses.
fn placeables(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let starts_message = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        if let Some((name, _)) = line.split_once('=').filter(|_| starts_message) {
            key = name.trim().to_owned();
            assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{key} twice");
        }
        for part in line.split('$').skip(1) {
            let name: String = part
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                .collect();
            found.entry(key.clone()).or_default().insert(name);
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_keys_and_placeables() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in FILES {
        let (zh, en) = (placeables(file.zh), placeables(file.en));
        let only = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| {
            a.keys().filter(|key| !b.contains_key(*key)).cloned().collect::<Vec<_>>()
        };
        assert_eq!(
            (only(&zh, &en), only(&en, &zh)),
            (vec![], vec![]),
            "{} one-sided keys",
            file.name
        );
        for (key, names) in &zh {
            assert_eq!(Some(names), en.get(key), "placeables of {key} in {}", file.name);
            if let Some(other) = seen.insert(key.clone(), file.name) {
                panic!("{key} is in {other} and in {}", file.name);
            }
        }
    }
}

#[test]
fn every_file_is_readable() {
    for file in FILES {
        for text in [file.zh, file.en] {
            if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                panic!("{}: {errors:?}", file.name);
            }
        }
    }
}

#[test]
fn messages_are_filled_without_invisible_marks() {
    let page = [("page", Arg::from("1")), ("pages", Arg::from("3"))];
    assert_eq!(Words::new(Lang::Zh).say("report-page", &page), "第 1 页，共 3 页");
    assert_eq!(Words::new(Lang::En).say("report-page", &page), "Page 1 of 3");
    assert_eq!(Words::new(Lang::Both).say("report-page", &page), "第 1 页，共 3 页 / Page 1 of 3");
    assert_eq!(Words::new(Lang::En).say("no-such-key", &[]), "no-such-key");
}
