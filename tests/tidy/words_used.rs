//! No message waits for a screen that is gone, and no code asks for a message that is not there.

use std::collections::BTreeSet;

use super::source::{File, assert_none, files_with};

/// Families whose members are data that no code names, and where they come from.
const OPEN: &[(&str, &str)] = &[("currency-", "a company may count in any currency")];

#[test]
fn every_message_is_used() {
    let code = Code::of_the_tree();
    let unused: Vec<String> = keys().into_iter().filter(|key| !code.uses(key)).collect();
    assert_none("A message that nothing says is removed from both languages:", &unused);
}

#[test]
fn every_message_the_code_names_exists() {
    let keys = keys();
    let code = Code::of_the_tree();
    let mut breaches: Vec<String> =
        code.said.iter().filter(|key| !keys.contains(*key)).cloned().collect();
    // A place is named by a family or else by itself, so an empty family may stand.
    let is_empty =
        |family: &&Family| !keys.iter().any(|key| family.inside(key).is_some()) && family.is_said;
    breaches.extend(
        code.families
            .iter()
            .filter(is_empty)
            .map(|family| format!("{}…{}", family.before, family.after)),
    );
    assert_none("Write the message in assets/messages, in both languages:", &breaches);
}

/// All that the shipped code says about messages.
#[derive(Default)]
struct Code {
    /// Every name in quotes.
    names: BTreeSet<String>,
    /// What names and types may fill a family with, in the spelling of keys.
    fillings: BTreeSet<String>,
    /// Keys in quotes where a message is said.
    said: BTreeSet<String>,
    families: BTreeSet<Family>,
}

/// `say(`role-${role}-about`)` or `format!("role-{role}-about")`: the keys between two ends.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Family {
    before: String,
    after: String,
    is_said: bool,
}

impl Family {
    fn inside<'a>(&self, key: &'a str) -> Option<&'a str> {
        key.strip_prefix(&self.before)?.strip_suffix(self.after.as_str())
    }
}

impl Code {
    fn of_the_tree() -> Code {
        let mut code = Code::default();
        let is_page = |file: &File| file.is_in(&["ui/src"]) && !file.is_in(&["ui/src/gallery"]);
        let is_core = |file: &File| file.is_in(&["src-tauri"]) && !file.is_in(&["src-tauri/xtask"]);
        for file in files_with(&["rs", "ts", "svelte"]) {
            if !file.is_test() && (is_page(&file) || is_core(&file)) {
                let text = file.text();
                code.read(text.split_once("\nmod tests {").map_or(&text, |(shipped, _)| shipped));
            }
        }
        // Charts, rates and layouts name what they hold.
        for file in files_with(&["csv", "toml"]).iter().filter(|file| file.is_in(&["assets"])) {
            let text = file.text();
            let cells = text.split([',', '\n', '\r', '"']).map(|cell| cell.trim().to_owned());
            code.fillings.extend(cells);
        }
        code
    }

    fn read(&mut self, text: &str) {
        let quotes = text.match_indices(['"', '\'', '`']);
        for (at, quote) in quotes {
            let after = &text[at + quote.len()..];
            let before = sentence_before(&text[..at]);
            let (name, rest) = word(after);
            if rest.starts_with(quote) && !name.is_empty() {
                self.names.insert(name.to_owned());
                if before.ends_with("say(") {
                    self.said.insert(name.to_owned());
                }
            } else if let Some((before_hole, after_hole)) = hole(name, rest, quote) {
                let is_said = is_open_call(before, "say(");
                let is_key = ["ey = ", "ey: "].iter().any(|mark| before.contains(mark));
                let is_built = before.trim_end().ends_with("format!(");
                if is_said || is_key || is_built || is_open_call(before, "has(") {
                    self.families.insert(Family {
                        before: before_hole.to_owned(),
                        after: after_hole.to_owned(),
                        is_said,
                    });
                }
            }
        }
        self.fillings.extend(self.names.iter().map(|name| name.replace('_', "-")));
        let types = text.split(|c: char| !c.is_ascii_alphanumeric());
        self.fillings.extend(
            types.filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase())).map(kebab),
        );
    }

    fn uses(&self, key: &str) -> bool {
        let is_filled = |family: &Family| {
            family.inside(key).is_some_and(|filling| {
                let is_number = filling.bytes().all(|byte| byte.is_ascii_digit());
                is_number || self.fillings.contains(filling)
            })
        };
        self.names.contains(key)
            || self.families.iter().any(is_filled)
            || OPEN.iter().any(|(family, _)| key.starts_with(family))
    }
}

/// From the last end of a sentence of code up to here, and no further than a line is long.
fn sentence_before(text: &str) -> &str {
    let from = text.rfind([';', '\n']).map_or(0, |at| at + 1);
    let line = &text[from..];
    // A call that was broken before its first word.
    if line.trim().is_empty() { text.trim_end() } else { line }
}

/// Whether the last call of this name is still open at the end of the text.
fn is_open_call(text: &str, call: &str) -> bool {
    let Some(at) = text.rfind(call) else { return false };
    let inside = &text[at + call.len()..];
    inside.matches('(').count() >= inside.matches(')').count()
}

fn word(text: &str) -> (&str, &str) {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.split_at(text.find(|c| !is_part(c)).unwrap_or(text.len()))
}

/// The two ends around `${...}` or `{...}`, when the first ends with a dash and the quote closes after the second.
fn hole<'a>(before: &'a str, rest: &'a str, quote: &str) -> Option<(&'a str, &'a str)> {
    let inside = rest.strip_prefix(if quote == "`" { "${" } else { "{" })?;
    let (_, after) = inside.split_once('}')?;
    let (after, end) = word(after);
    (before.ends_with('-') && end.starts_with(quote)).then_some((before, after))
}

fn kebab(name: &str) -> String {
    let mut spelt = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !spelt.is_empty() {
            spelt.push('-');
        }
        spelt.push(character.to_ascii_lowercase());
    }
    spelt
}

/// The keys of one language; that the other has the same is another law.
fn keys() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in files_with(&["ftl"]).iter().filter(|file| file.is_in(&["assets/messages/en"])) {
        for line in file.text().lines() {
            let is_key = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((key, _)) = line.split_once(" =").filter(|_| is_key) {
                found.insert(key.trim().to_owned());
            }
        }
    }
    assert!(found.len() > 300, "the messages were not found");
    found
}

#[test]
fn uses_of_messages_are_recognised() {
    let mut code = Code::default();
    code.read("say('one');\nsay(is ? 'two' : 'three');\nsay(`role-${role}-about`);\ndata-test={`nav-${id}`}\n");
    code.read("let key = format!(\"check-{}\", name);\nenum Check { OpenItems }\nconst ROLES = ['owner'];");
    for key in ["one", "two", "three", "role-owner-about", "check-open-items", "currency-XYZ"] {
        assert!(code.uses(key), "{key}");
    }
    for key in ["four", "role-owner", "role-gone-about", "nav-owner", "check-gone"] {
        assert!(!code.uses(key), "{key}");
    }
    assert_eq!(code.said.iter().collect::<Vec<_>>(), ["one"]);
}
