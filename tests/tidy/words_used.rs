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
    let is_empty =
        |family: &&Family| !keys.iter().any(|key| family.has(key, &|_| true)) && family.is_said;
    breaches.extend(code.families.iter().filter(is_empty).map(|family| family.pieces.join("…")));
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

/// `say(`role-${role}-about`)` or `format!("role-{role}-about")`: the keys with something between the pieces.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Family {
    pieces: Vec<String>,
    is_said: bool,
}

impl Family {
    /// Whether the key is one of the family, each gap filled with what may fill it.
    fn has(&self, key: &str, may_fill: &dyn Fn(&str) -> bool) -> bool {
        let Some((first, rest)) = self.pieces.split_first() else { return false };
        key.strip_prefix(first.as_str()).is_some_and(|key| fits(key, rest, may_fill))
    }
}

/// A filling, the next piece, and so on; the last piece ends the key.
fn fits(key: &str, pieces: &[String], may_fill: &dyn Fn(&str) -> bool) -> bool {
    match pieces {
        [] => key.is_empty(),
        [last] => key.strip_suffix(last.as_str()).is_some_and(may_fill),
        [next, rest @ ..] => key
            .match_indices(next.as_str())
            .any(|(at, _)| may_fill(&key[..at]) && fits(&key[at + next.len()..], rest, may_fill)),
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
        // Charts, rates, layouts and surveys name what they hold.
        for file in
            files_with(&["csv", "toml", "json"]).iter().filter(|file| file.is_in(&["assets"]))
        {
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
            } else if let Some(pieces) = pieces(after, quote) {
                let is_said = is_open_call(before, "say(");
                let is_key = ["ey = ", "ey: "].iter().any(|mark| before.contains(mark));
                let is_built = before.trim_end().ends_with("format!(");
                if is_said || is_key || is_built || is_open_call(before, "has(") {
                    self.families.insert(Family { pieces, is_said });
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
        let may_fill = |filling: &str| {
            !filling.is_empty() && filling.bytes().all(|byte| byte.is_ascii_digit())
                || self.fillings.contains(filling)
        };
        self.names.contains(key)
            || self.families.iter().any(|family| family.has(key, &may_fill))
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

/// What stands around each `${...}` or `{...}`, when the first piece is the beginning of a key and all are of its letters.
fn pieces(text: &str, quote: &str) -> Option<Vec<String>> {
    let opening = if quote == "`" { "${" } else { "{" };
    let (first, mut rest) = word(text);
    let mut pieces = vec![first.to_owned()];
    while let Some(inside) = rest.strip_prefix(opening) {
        let (_, after) = inside.split_once('}')?;
        let (piece, end) = word(after);
        pieces.push(piece.to_owned());
        rest = end;
    }
    (first.ends_with('-') && pieces.len() > 1 && rest.starts_with(quote)).then_some(pieces)
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
    code.read("say(`story-${story.kind}-${step.id}-how`);\nconst KINDS = ['trade', 'half'];");
    code.read("let key = format!(\"check-{}\", name);\nenum Check { OpenItems }\nconst ROLES = ['owner'];");
    for key in [
        "one",
        "two",
        "three",
        "role-owner-about",
        "check-open-items",
        "story-trade-half-how",
        "currency-XYZ",
    ] {
        assert!(code.uses(key), "{key}");
    }
    for key in
        ["four", "role-owner", "role-gone-about", "nav-owner", "check-gone", "story-trade-gone-how"]
    {
        assert!(!code.uses(key), "{key}");
    }
    assert_eq!(code.said.iter().collect::<Vec<_>>(), ["one"]);
}
