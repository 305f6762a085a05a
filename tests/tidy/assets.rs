//! Data that nobody reads is no data: every file in assets has a reader, every folder says who it is.

use std::collections::BTreeSet;

use super::source::{File, assert_none, files, files_with};

#[test]
fn every_folder_of_assets_says_who_reads_it() {
    let all = files();
    let kinds: BTreeSet<&str> = all
        .iter()
        .filter_map(|file| file.path.strip_prefix("assets/")?.split_once('/'))
        .map(|(kind, _)| kind)
        .collect();
    let silent: Vec<String> = kinds
        .into_iter()
        .map(|kind| format!("assets/{kind}/README.md"))
        .filter(|readme| !all.iter().any(|file| file.path == *readme))
        .collect();
    assert_none(
        "Missing; it says what the files are, who reads them and what checks them:",
        &silent,
    );
}

#[test]
fn every_asset_is_read_by_somebody() {
    let readers: Vec<String> = files_with(&["rs", "ts", "svelte", "css", "html", "json", "js"])
        .iter()
        .filter(|file| !file.is_in(&["tests/tidy", "ui/package-lock.json"]))
        .map(File::text)
        .collect();
    let notes: Vec<(String, String)> = files()
        .iter()
        .filter(|file| file.path.starts_with("assets/") && file.name() == "README.md")
        .map(|file| (file.path.replace("README.md", ""), file.text()))
        .collect();
    let unread: Vec<String> = files()
        .into_iter()
        .filter(|file| file.path.starts_with("assets/") && file.name() != "README.md")
        .filter(|file| !readers.iter().any(|text| is_named(file, text)))
        .filter(|file| {
            !notes
                .iter()
                .any(|(folder, text)| file.path.starts_with(folder) && text.contains(file.name()))
        })
        .map(|file| file.path)
        .collect();
    assert_none("Neither code nor the folder's README names it:", &unread);
}

/// By its path, or with all of its kind by a pattern: `messages/zh-CN/*.ftl`, `messages/**/*.ftl`. A reader that
/// names `assets/statements` may go on with the path inside it.
fn is_named(file: &File, text: &str) -> bool {
    let path = file.path.strip_prefix("assets/").unwrap();
    let (kind, inside) = path.split_once('/').unwrap();
    let (folder, name) = path.rsplit_once('/').unwrap();
    let pattern = format!("*.{}", file.extension());
    let is_continued =
        || text.contains(&format!("assets/{kind}")) && text.contains(&format!("\"{inside}\""));
    [
        format!("{folder}/{name}"),
        format!("{folder}/{pattern}"),
        format!("{kind}/**/{pattern}"),
        format!("{kind}/*/{pattern}"),
    ]
    .iter()
    .any(|named| text.contains(named))
        || is_continued()
}
