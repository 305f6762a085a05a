//! Where SQL lies and what it may say.

use sha2::{Digest, Sha256};

use super::source::{Rust, assert_none, files, files_with, read};

/// Migrations of released programs and the hashes they were released with. A file in the world was made
/// by exactly this text; a mistake in it is mended by the next migration. Empty until the first release.
const RELEASED: &[(&str, &str)] = &[];

const MIGRATIONS: &str = "src-tauri/crates/store/src/migrations";

/// A longer statement is a verb with a name of its own.
const LONGEST_STATEMENT_IN_CODE: usize = 100;

const BEGINNINGS: &[&str] =
    &["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "ALTER ", "DROP ", "WITH ", "PRAGMA "];

#[test]
fn migrations_are_numbered_without_gaps() {
    let folder = files().into_iter().filter(|file| file.is_in(&[MIGRATIONS]));
    let names: Vec<String> = folder.map(|file| file.name().to_owned()).collect();
    assert!(!names.is_empty(), "no migrations in {MIGRATIONS}");
    let breaches: Vec<String> = names
        .iter()
        .enumerate()
        .filter(|(at, name)| {
            !name.starts_with(&format!("{:04}_", at + 1)) || !name.ends_with(".sql")
        })
        .map(|(_, name)| name.clone())
        .collect();
    assert_none("Migrations are NNNN_what.sql, one after the other:", &breaches);
}

#[test]
fn released_migrations_never_change() {
    let breaches: Vec<String> = RELEASED
        .iter()
        .filter(|(name, hash)| hash_of(&read(&format!("{MIGRATIONS}/{name}"))) != *hash)
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_none(
        "Books in the world were made by the released text; write a new migration:",
        &breaches,
    );
}

/// It deletes the old row behind every trigger's back.
#[test]
fn nothing_inserts_or_replaces() {
    let banned = [["INSERT OR", "REPLACE"].join(" "), ["REPLACE", "INTO"].join(" ")];
    let breaches: Vec<String> = files_with(&["sql", "rs"])
        .iter()
        .filter(|file| {
            let text = file.text().to_uppercase();
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            banned.iter().any(|words| text.contains(words))
        })
        .map(|file| file.path.clone())
        .collect();
    assert_none("Use ON CONFLICT DO UPDATE, or find out why the row is there:", &breaches);
}

#[test]
fn long_statements_lie_in_sql_files() {
    let breaches = statements(|path, statement| {
        let is_long = statement.contains('\n') || statement.len() > LONGEST_STATEMENT_IN_CODE;
        // Text with holes is made while running, and settings are no statement.
        let is_made = statement.contains('{') || statement.starts_with("PRAGMA");
        path.contains("/crates/") && is_long && !is_made
    });
    assert_none("Give the statement a name and a .sql file beside its module:", &breaches);
}

#[test]
fn only_the_store_and_the_vault_speak_sql() {
    let may = ["src-tauri/crates/store/", "src-tauri/crates/vault/", "tests/"];
    let breaches = statements(|path, _| !may.iter().any(|folder| path.starts_with(folder)));
    assert_none("Ask the store for it:", &breaches);
}

/// Strings that begin like SQL, outside tests, for which `is_breach` says so.
fn statements(is_breach: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut breaches = Vec::new();
    for file in files_with(&["rs"]).iter().filter(|file| !file.is_test()) {
        for (line, text) in Rust::shipped(file).strings {
            let statement = text.trim_start_matches(['r', '#', '"']).trim_start();
            let is_sql = BEGINNINGS.iter().any(|beginning| statement.starts_with(beginning));
            if is_sql && is_breach(&file.path, statement) {
                breaches.push(format!(
                    "{}:{line}: {}",
                    file.path,
                    statement.lines().next().unwrap()
                ));
            }
        }
    }
    breaches
}

/// Line ends as git keeps them, so that a checkout on Windows has the same hash.
fn hash_of(text: &str) -> String {
    let digest = Sha256::digest(text.replace("\r\n", "\n"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
