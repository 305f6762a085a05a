//! The manual: the same pages in both languages, built alike, and no link that leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{assert_none, files_with};

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// A page: its text without the blocks of code.
type Pages = BTreeMap<String, String>;

fn pages(language: &str) -> Pages {
    let folder = format!("assets/manual/{language}");
    let pages: Pages = files_with(&["md"])
        .iter()
        .filter(|file| file.is_in(&[&folder]))
        .map(|file| (file.name().trim_end_matches(".md").to_owned(), file.text()))
        .collect();
    assert!(pages.contains_key("index"), "{folder} has no first page");
    pages
}

/// Lines outside blocks of code.
fn lines(text: &str) -> Vec<&str> {
    let mut is_code = false;
    text.lines()
        .filter(|line| {
            let is_fence = line.starts_with("```");
            is_code ^= is_fence;
            !is_code && !is_fence
        })
        .collect()
}

fn headings(text: &str) -> Vec<&str> {
    lines(text).into_iter().filter(|line| line.starts_with('#')).collect()
}

/// How deep each heading is, in order.
fn depths(text: &str) -> Vec<usize> {
    headings(text)
        .iter()
        .map(|line| line.bytes().take_while(|byte| *byte == b'#').count())
        .collect()
}

/// The name of a heading in a link, as the window makes it.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept: String =
        words.chars().filter(|c| c.is_alphanumeric() || "_- ".contains(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join("-")
}

/// The links of a page, as they are written.
fn links(text: &str) -> Vec<String> {
    let text = lines(text).join("\n");
    text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
}

#[test]
fn both_languages_have_the_same_pages() {
    let [zh, en] = LANGUAGES.map(pages);
    let names = |pages: &Pages| pages.keys().cloned().collect::<BTreeSet<_>>();
    let lonely: Vec<String> = names(&zh).symmetric_difference(&names(&en)).cloned().collect();
    assert_none("Write the page in the other language too:", &lonely);
}

#[test]
fn a_page_is_built_alike_in_both_languages() {
    let [zh, en] = LANGUAGES.map(pages);
    let different: Vec<String> = zh
        .iter()
        .filter_map(|(name, text)| {
            let (chinese, english) = (depths(text), depths(en.get(name)?));
            (chinese != english)
                .then(|| format!("{name}: headings {chinese:?} in Chinese, {english:?} in English"))
        })
        .collect();
    assert_none("What is told in one language is told in the other:", &different);
}

#[test]
fn a_page_begins_with_its_title_and_has_only_one() {
    let mut breaches = Vec::new();
    for language in LANGUAGES {
        for (name, text) in pages(language) {
            let titles = headings(&text).iter().filter(|line| line.starts_with("# ")).count();
            if !text.starts_with("# ") || titles != 1 {
                breaches.push(format!("{language}/{name}.md"));
            }
        }
    }
    assert_none("The first line is `# Title`, and no other:", &breaches);
}

#[test]
fn no_link_leads_nowhere() {
    let mut dead = Vec::new();
    for language in LANGUAGES {
        let pages = pages(language);
        for (name, text) in &pages {
            for link in links(text) {
                let (page, place) = link.split_once('#').unwrap_or((&link, ""));
                let page =
                    if page.is_empty() { name.as_str() } else { page.trim_end_matches(".md") };
                let leads = pages.get(page).is_some_and(|text| {
                    place.is_empty() || headings(text).iter().any(|line| anchor(line) == place)
                });
                if !leads {
                    dead.push(format!("{language}/{name}.md: {link}"));
                }
            }
        }
    }
    assert_none(
        "The manual is read without a network; a link leads to a page and heading of it:",
        &dead,
    );
}

#[test]
fn no_page_holds_html() {
    let mut breaches = Vec::new();
    for language in LANGUAGES {
        for (name, text) in pages(language) {
            let is_tag = |line: &&str| line.contains("</") || line.contains("<!--");
            breaches.extend(
                lines(&text)
                    .into_iter()
                    .filter(is_tag)
                    .map(|line| format!("{language}/{name}.md: {line}")),
            );
        }
    }
    assert_none("The window shows it as it is written:", &breaches);
}

#[test]
fn headings_are_named_as_the_window_names_them() {
    assert_eq!(anchor("### 期初余额 `opening`"), "期初余额-opening");
    assert_eq!(anchor("## The recovery sheet"), "the-recovery-sheet");
    assert_eq!(anchor("### Parties `parties`, items `items`"), "parties-parties-items-items");
}

/// Who comes from an older version is told of the new one, once; there must be something to read then.
#[test]
fn the_running_version_is_among_what_is_new() {
    let manifest = super::source::read("Cargo.toml");
    let version = manifest.split("\nversion = \"").nth(1).and_then(|rest| rest.split('"').next());
    let version = version.expect("the workspace has a version");
    let package = super::source::read("ui/package.json");
    assert!(package.contains(&format!("\"version\": \"{version}\"")), "ui/package.json");
    for language in LANGUAGES {
        let text = &pages(language)["whats-new"];
        assert!(headings(text).contains(&format!("## {version}").as_str()), "{language}");
    }
}
