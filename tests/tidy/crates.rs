//! Who may import whom: the graph of our crates, the rooms of heavy outside crates, the purity of the rules.

use std::collections::BTreeMap;

use super::source::{File, Rust, assert_none, files, files_with, lines_with_word, read};

/// What each crate of ours may depend on, from the rules outward.
const MAY_DEPEND: &[(&str, &[&str])] = &[
    ("src-tauri/crates/ledger", &[]),
    ("src-tauri/crates/vault", &[]),
    ("src-tauri/crates/store", &["ledger", "vault"]),
    ("src-tauri/crates/reports", &["ledger"]),
    ("src-tauri/crates/exchange", &["ledger"]),
    ("src-tauri/crates/actions", &["ledger", "vault", "store", "reports", "exchange"]),
    // The edges hold passwords for a moment, and forbid dumps of their own memory: both are the vault's.
    ("src-tauri/crates/cli", &["ledger", "reports", "actions", "vault"]),
    ("src-tauri", &["actions", "vault"]),
    ("src-tauri/xtask", &[]),
    ("tests", &["ledger", "vault", "store", "reports", "exchange", "actions"]),
];

/// Outside crates that only some rooms may know. A name also stands for its family: `tauri` for `tauri-build`.
const ROOMS: &[(&str, &[&str])] = &[
    ("tauri", &["src-tauri"]),
    ("rusqlite", &["src-tauri/crates/vault", "src-tauri/crates/store", "tests"]),
    ("libsqlite3-sys", &["src-tauri/crates/vault"]),
    ("printpdf", &["src-tauri/crates/reports"]),
    ("lopdf", &["src-tauri/crates/reports"]),
    ("subsetter", &["src-tauri/crates/reports"]),
    // What reads workbooks is tried with workbooks made for the purpose.
    ("rust_xlsxwriter", &["src-tauri/crates/reports", "src-tauri/crates/exchange", "tests"]),
    ("argon2", &["src-tauri/crates/vault"]),
    // Sorting a large import spills rows to disk, and no file of ours holds them in the clear.
    ("aes-gcm", &["src-tauri/crates/vault", "src-tauri/crates/exchange"]),
    ("hpke", &["src-tauri/crates/vault"]),
    ("ed25519-dalek", &["src-tauri/crates/vault"]),
    ("libc", &["src-tauri/crates/vault"]),
    ("windows-sys", &["src-tauri/crates/vault"]),
    ("clap", &["src-tauri/crates/cli"]),
    ("rpassword", &["src-tauri/crates/cli"]),
];

/// The rules know no world outside: everything comes in as a value.
const OUTSIDE_WORLD: &[&str] = &[
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "serde_json",
    "getrandom",
];

#[test]
fn our_crates_depend_only_downward() {
    let mut breaches = Vec::new();
    for (folder, needs) in manifests() {
        let Some((_, allowed)) = MAY_DEPEND.iter().find(|(known, _)| *known == folder) else {
            breaches.push(format!("{folder}: a crate that the graph does not know"));
            continue;
        };
        for need in needs.shipped.iter().filter_map(|need| need.strip_prefix("kontor-")) {
            if !allowed.contains(&need) {
                breaches.push(format!("{folder} depends on kontor-{need}"));
            }
        }
    }
    assert_none("The walls between our crates:", &breaches);
}

#[test]
fn heavy_crates_stay_in_their_rooms() {
    let mut breaches = Vec::new();
    for (folder, needs) in manifests() {
        for need in needs.shipped.iter().chain(&needs.for_tests) {
            let is_of = |family: &str| need == family || need.starts_with(&format!("{family}-"));
            let room = ROOMS.iter().find(|(family, _)| is_of(family));
            if room.is_some_and(|(_, rooms)| !rooms.contains(&folder.as_str())) {
                breaches.push(format!("{folder} depends on {need}"));
            }
        }
    }
    assert_none("Let the crate whose room it is do that work:", &breaches);
}

/// `cargo build` and `cargo test` then see the same features, and nothing is compiled twice.
#[test]
fn dependencies_of_unit_tests_are_dependencies_of_some_package() {
    let all = manifests();
    let ours: Vec<&String> = all.values().flat_map(|needs| &needs.shipped).collect();
    let breaches: Vec<String> = all
        .iter()
        .flat_map(|(folder, needs)| needs.for_tests.iter().map(move |need| (folder, need)))
        .filter(|(_, need)| !ours.contains(need))
        .map(|(folder, need)| format!("{folder}: {need}"))
        .collect();
    assert_none("Add it to the dependencies of tests/Cargo.toml too:", &breaches);
}

#[test]
fn source_names_tauri_and_rusqlite_only_in_their_rooms() {
    let mut breaches = Vec::new();
    for file in files_with(&["rs"]) {
        let code = Rust::of(&file).code;
        let is_shell = file.is_in(&["src-tauri/src", "src-tauri/build.rs"]);
        let is_file = file.is_in(&["src-tauri/crates/vault", "src-tauri/crates/store", "tests"]);
        for (word, may) in [
            ("tauri", is_shell),
            ("tauri_build", is_shell),
            ("tauri_plugin_dialog", is_shell),
            ("rusqlite", is_file),
        ] {
            let lines = if may { Vec::new() } else { lines_with_word(&code, word) };
            breaches.extend(lines.iter().map(|line| format!("{}:{line}: {word}", file.path)));
        }
    }
    assert_none("Only the shell knows Tauri, only vault and store know SQLite:", &breaches);
}

#[test]
fn only_host_ts_imports_tauri() {
    let breaches: Vec<String> = files_with(&["ts", "svelte", "js", "mjs"])
        .into_iter()
        .filter(|file| file.is_in(&["ui/src"]) && !file.is_test())
        .filter(|file| file.path != "ui/src/api/host.ts")
        .filter(|file| file.text().contains("@tauri-apps"))
        .map(|file| file.path)
        .collect();
    assert_none("Speak to the shell through ui/src/api/host.ts:", &breaches);
}

#[test]
fn the_ledger_knows_no_outside_world() {
    let breaches = found_in("src-tauri/crates/ledger/src", OUTSIDE_WORLD);
    assert_none("Time, chance, files and text formats come to the rules as values:", &breaches);
}

#[test]
fn unsafe_code_is_only_in_the_vault() {
    let breaches: Vec<String> = files_with(&["rs"])
        .iter()
        .filter(|file| !file.is_in(&["src-tauri/crates/vault"]))
        .flat_map(|file| {
            let code = Rust::of(file).code;
            let words = ["unsafe", "unsafe_code"].map(|word| lines_with_word(&code, word));
            words.concat().into_iter().map(|line| format!("{}:{line}", file.path))
        })
        .collect();
    assert_none("`unsafe` has one home, where its reasons are reviewed together:", &breaches);
}

fn found_in(folder: &str, words: &[&str]) -> Vec<String> {
    let is_shipped = |file: &File| file.is_in(&[folder]) && !file.is_test();
    let found = |file: &File| {
        let code = Rust::shipped(file).code;
        let at = |word: &&str| code.contains(*word).then(|| format!("{}: {word}", file.path));
        words.iter().filter_map(at).collect::<Vec<_>>()
    };
    files_with(&["rs"]).iter().filter(|file| is_shipped(file)).flat_map(found).collect()
}

#[derive(Default)]
struct Needs {
    shipped: Vec<String>,
    for_tests: Vec<String>,
}

/// The dependencies of each package of ours, by its folder.
fn manifests() -> BTreeMap<String, Needs> {
    files()
        .iter()
        .filter_map(|file| file.path.strip_suffix("/Cargo.toml"))
        .map(|folder| (folder.to_owned(), needs_of(&read(&format!("{folder}/Cargo.toml")))))
        .collect()
}

fn needs_of(manifest: &str) -> Needs {
    let mut needs = Needs::default();
    let mut section = String::new();
    for line in manifest.lines() {
        if let Some(head) = line.strip_prefix('[') {
            section = head.trim_end_matches(']').to_owned();
        } else if let Some(end) = line.find(['.', ' ', '=']).filter(|end| *end > 0) {
            let name = line[..end].trim_matches('"').to_owned();
            if section.ends_with("dev-dependencies") {
                needs.for_tests.push(name);
            } else if section.ends_with("dependencies") {
                needs.shipped.push(name);
            }
        }
    }
    needs
}
