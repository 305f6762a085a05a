//! Every word a person reads lies in assets/messages, in both languages, and none in a component.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{File, Rust, assert_none, files_with, read};

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// Attributes that a person reads or hears.
const SPOKEN: &[&str] = &["title", "placeholder", "aria-label", "alt", "label"];

#[test]
fn both_languages_have_the_same_messages() {
    let [zh, en] = LANGUAGES.map(messages);
    let mut breaches = Vec::new();
    for key in zh.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (zh.get(key), en.get(key)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => {
                breaches.push(format!("{key}: placeables {a:?} in Chinese, {b:?} in English"))
            }
            (Some(_), None) => breaches.push(format!("{key}: missing in English")),
            (None, _) => breaches.push(format!("{key}: missing in Chinese")),
        }
    }
    assert_none("A message exists in both languages and takes the same facts:", &breaches);
}

#[test]
fn every_error_code_has_a_message() {
    let source = read("src-tauri/crates/actions/src/errors.rs");
    let table = source.split_once("\ncodes! {").unwrap().1.split_once("\n}").unwrap().0;
    let codes: Vec<&str> = table
        .split([' ', '\n', ';'])
        .filter(|word| !word.is_empty() && !word.ends_with(':'))
        .collect();
    assert!(codes.len() > 50, "the table of codes was not understood");
    let mut breaches = Vec::new();
    for language in LANGUAGES {
        let known: BTreeSet<String> = messages(language)
            .into_keys()
            .map(|key| key.split('/').nth(1).unwrap().to_owned())
            .collect();
        let missing = codes.iter().map(|code| format!("error{}", kebab(code)));
        breaches.extend(
            missing.filter(|key| !known.contains(key)).map(|key| format!("{language}: {key}")),
        );
    }
    assert_none("A code without a sentence tells a person nothing:", &breaches);
}

#[test]
fn no_words_in_components() {
    let mut breaches = Vec::new();
    for file in files_with(&["svelte"]) {
        breaches.extend(
            words_in(&file.text()).into_iter().map(|words| format!("{}: {words}", file.path)),
        );
    }
    assert_none("Say it with say('...') and write it in assets/messages:", &breaches);
}

/// Chinese in code is a word for a person wherever it stands; words of the page's own modules count too.
#[test]
fn no_chinese_in_code() {
    let mut breaches = Vec::new();
    let is_shipped = |file: &&File| !file.is_test() && file.is_in(&["src-tauri", "ui/src"]);
    for file in files_with(&["rs"]).iter().filter(is_shipped) {
        let strings =
            Rust::shipped(file).strings.into_iter().filter(|(_, text)| text.chars().any(is_hanzi));
        breaches.extend(strings.map(|(line, text)| format!("{}:{line}: {text}", file.path)));
    }
    for file in files_with(&["ts"]).iter().filter(is_shipped) {
        let text = without(&without(&file.text(), "/*", "*/"), "//", "\n");
        let lines = text.lines().filter(|line| line.chars().any(is_hanzi));
        breaches.extend(lines.map(|line| format!("{}: {}", file.path, line.trim())));
    }
    breaches.retain(|breach| !DATA.iter().any(|(path, _)| breach.starts_with(path)));
    assert_none("Put the words in assets/messages:", &breaches);
}

/// Chinese that is data of a trade and not a sentence: who holds it, and why.
const DATA: &[(&str, &str)] = &[
    ("src-tauri/crates/exchange/src", "headings that other programs write into their files"),
    ("src-tauri/crates/actions/src/search/typed.rs", "the marks people type around a number"),
    ("ui/src/words/in-words.ts", "the characters amounts are written out in"),
    ("ui/src/words/expression.ts", "the units and marks people type in an amount"),
    ("src-tauri/crates/reports/src/in_words.rs", "the characters amounts are written out in"),
    ("ui/src/words/dates.ts", "the marks people type between year, month and day"),
    (
        "ui/src/features/entries/entry-grid.ts",
        "the word of the entry's number, which the standard prescribes",
    ),
    ("src-tauri/crates/actions/src/demo", "what the people of the sample company typed"),
    (
        "src-tauri/crates/actions/src/standards.rs",
        "the word of the entry's number, which the standard prescribes",
    ),
];

/// Message keys with the file they stand in, and the facts each takes.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = format!("assets/messages/{language}");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files_with(&["ftl"]).iter().filter(|file| file.is_in(&[&folder])) {
        let mut key = String::new();
        for line in file.text().lines().filter(|line| !line.starts_with('#')) {
            let is_key = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
            if let Some((name, _)) = line.split_once('=').filter(|_| is_key) {
                key = format!("{}/{}", file.name(), name.trim());
                let before = found.insert(key.clone(), BTreeSet::new());
                assert!(before.is_none(), "{language}: {key} is written twice");
            }
            if let Some(facts) = found.get_mut(&key) {
                facts.extend(placeables(line));
            }
        }
    }
    found
}

fn placeables(line: &str) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let after = line.split('$').skip(1);
    after.map(|rest| rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())].to_owned()).collect()
}

/// Literal words of a component: text between tags, spoken attributes, Chinese anywhere but in comments.
fn words_in(component: &str) -> Vec<String> {
    let component = without(component, "<!--", "-->");
    let style_free = without(&component, "<style", "</style>");
    let script_free_comments = without(&without(&style_free, "/*", "*/"), "// ", "\n");
    let mut found: Vec<String> = script_free_comments
        .lines()
        .filter(|line| line.chars().any(is_hanzi))
        .map(|line| line.trim().to_owned())
        .collect();
    let markup = without_expressions(&without(&style_free, "<script", "</script>"));
    for (tag, text) in pieces(&markup) {
        for attribute in SPOKEN {
            let value = tag
                .split_once(&format!(" {attribute}=\""))
                .and_then(|(_, rest)| rest.split_once('"'));
            found.extend(
                value
                    .filter(|(value, _)| has_word(value))
                    .map(|(value, _)| format!("{attribute}={value}")),
            );
        }
        if has_word(&text) {
            found.push(text.trim().to_owned());
        }
    }
    found
}

/// One letter is a key or a mark; two are a word.
fn has_word(text: &str) -> bool {
    let entity_free = without(text, "&", ";");
    entity_free.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 1)
}

fn is_hanzi(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

fn kebab(name: &str) -> String {
    let dashed =
        |c: char| if c.is_uppercase() { format!("-{}", c.to_lowercase()) } else { c.to_string() };
    name.chars().map(dashed).collect()
}

fn without(text: &str, begin: &str, end: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(begin) {
        left.push_str(&rest[..at]);
        let after = &rest[at..];
        match after.find(end) {
            Some(close) => rest = &after[close + end.len()..],
            None => return left,
        }
        if end == "\n" {
            left.push('\n');
        }
    }
    left + rest
}

/// Blanks `{...}` with everything inside, however deep.
fn without_expressions(markup: &str) -> String {
    let mut depth = 0;
    let mut left = String::new();
    for character in markup.chars() {
        depth += i32::from(character == '{');
        if depth == 0 {
            left.push(character);
        }
        depth -= i32::from(character == '}' && depth > 0);
    }
    left
}

/// Each tag with the text that follows it; quotes may hold a `>`.
fn pieces(markup: &str) -> Vec<(String, String)> {
    let mut pieces = vec![(String::new(), String::new())];
    let (mut is_tag, mut is_quoted) = (false, false);
    for character in markup.chars() {
        match character {
            '"' if is_tag => is_quoted = !is_quoted,
            '<' if !is_tag => {
                is_tag = true;
                pieces.push((String::new(), String::new()));
                continue;
            }
            '>' if is_tag && !is_quoted => {
                is_tag = false;
                continue;
            }
            _ => {}
        }
        let (tag, text) = pieces.last_mut().unwrap();
        if is_tag { tag.push(character) } else { text.push(character) }
    }
    pieces
}

#[test]
fn literal_words_are_seen_and_code_is_not() {
    let clean = "<!-- 注释 is fine. -->\n<script lang=\"ts\">\n  const a = b > 1; // 凭证\n</script>\n\
                 <p class=\"big\" title={say('a')}>{say('b', { x: { y: 1 } })}&nbsp;<kbd>D</kbd></p>\n<style>p { color: red }</style>";
    assert_eq!(words_in(clean), Vec::<String>::new());
    assert_eq!(words_in("<p>Post</p>"), ["Post"]);
    assert_eq!(
        words_in("<button onclick={() => go(1)} title=\"Close\">{x}</button>"),
        ["title=Close"]
    );
    assert_eq!(words_in("<script>\nlet a = '账';\n</script>"), ["let a = '账';"]);
}
