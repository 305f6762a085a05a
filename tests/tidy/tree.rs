//! The shape of the tree: what lies at the top, how large files are, and that each says what it is for.

use std::fs;

use super::source::{assert_none, files, root};

const TOP: &[&str] =
    &["Cargo.toml", "Cargo.lock", "README.md", "assets", "src-tauri", "tests", "ui", "target"];

const MEGABYTE: u64 = 1_000_000;

#[test]
fn only_the_names_on_the_map_lie_at_the_top() {
    let strangers: Vec<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && !TOP.contains(&name.as_str()))
        .collect();
    assert_none("Find it a place in one of the folders of README's map:", &strangers);
}

#[test]
fn no_file_is_larger_than_a_megabyte() {
    let large: Vec<String> = files()
        .iter()
        .filter(|file| !file.is_in(&["assets/fonts", "tests/old-books"]))
        .filter(|file| file.bytes() > MEGABYTE)
        .map(|file| format!("{}: {} bytes", file.path, file.bytes()))
        .collect();
    assert_none("Every clone carries this for ever; make it when it is needed:", &large);
}

/// The stranger who opens a file first learns there what it is for. A manifest is known by its place and a query by
/// its name, `list_by_period.sql`; of these only what tells a story, the migrations, begins with a sentence.
#[test]
fn each_file_begins_with_a_sentence_about_itself() {
    let breaches: Vec<String> = files()
        .iter()
        .filter(|file| file.extension() != "sql" || file.path.contains("/migrations/"))
        .filter(|file| file.extension() != "toml" || file.path.starts_with("assets/"))
        .filter_map(|file| {
            let text = file.text();
            // A long comment may begin with its mark alone on the line.
            let first = text.replacen("/**\n * ", "/** ", 1);
            let first = first.lines().next().unwrap_or_default().to_owned();
            let sentence = first.strip_prefix(beginning(file.extension())?);
            let words = sentence.unwrap_or_default().split_whitespace().count();
            (words < 3).then(|| format!("{}: {first}", file.path))
        })
        .collect();
    assert_none("The first line must say in a sentence what the file is for:", &breaches);
}

fn beginning(extension: &str) -> Option<&'static str> {
    match extension {
        "rs" => Some("//! "),
        "ts" | "js" | "mjs" => Some("/** "),
        "svelte" => Some("<!-- "),
        "css" => Some("/* "),
        "sql" => Some("-- "),
        "ftl" | "toml" | "yml" => Some("# "),
        _ => None,
    }
}

/// `entries.rs` beside `entries/`: twenty tabs called mod.rs help nobody.
#[test]
fn no_mod_rs() {
    let found: Vec<String> =
        files().into_iter().filter(|file| file.name() == "mod.rs").map(|file| file.path).collect();
    assert_none("Name the file after its folder and put it beside it:", &found);
}
