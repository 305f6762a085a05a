//! What we ship may be shipped under our licence: no dependency asks for more than naming its authors.

use std::process::Command;

use serde_json::Value;

use super::source::{assert_none, read, root};

/// The Mozilla licence reaches only its own files. None of the GPL family is here, and none may come.
const ALLOWED: &[&str] = &[
    "MIT",
    "MIT-0",
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "Zlib",
    "CC0-1.0",
    "Unlicense",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "MPL-2.0",
    "OFL-1.1",
    "CDLA-Permissive-2.0",
    "NCSA",
    "OpenSSL",
    "WTFPL",
    // SQLite's: the authors disclaim copyright and bless the reader.
    "blessing",
];

/// Used while building and testing the page, and not part of it.
const ALLOWED_FOR_TOOLS: &[&str] = &["BlueOak-1.0.0", "CC-BY-4.0", "Python-2.0"];

/// Packages whose manifest forgets the licence; each was read.
const SAYS_ONLY_IN_ITS_README: &[&str] =
    &["node_modules/css-value", "node_modules/svelte-toolbelt"];

#[test]
fn crates_may_be_shipped() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", &this_platform()])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    let breaches: Vec<String> = packages
        .iter()
        .filter(|package| !is_allowed(package["license"].as_str().unwrap_or_default(), ALLOWED))
        .map(|package| {
            format!("{} {}: {}", package["name"], package["version"], package["license"])
        })
        .collect();
    assert_none("These ask for more than we can give:", &breaches);
}

#[test]
fn packages_of_the_page_may_be_shipped() {
    let lock: Value = serde_json::from_str(&read("ui/package-lock.json")).unwrap();
    let tools = [ALLOWED, ALLOWED_FOR_TOOLS].concat();
    let breaches: Vec<String> = lock["packages"]
        .as_object()
        .unwrap()
        .iter()
        .filter(|(path, _)| !path.is_empty() && !SAYS_ONLY_IN_ITS_README.contains(&path.as_str()))
        .filter(|(_, package)| {
            let allowed = if package["dev"] == true { &tools } else { ALLOWED };
            !is_allowed(package["license"].as_str().unwrap_or_default(), allowed)
        })
        .map(|(path, package)| format!("{path}: {}", package["license"]))
        .collect();
    assert_none("These ask for more than we can give:", &breaches);
}

fn this_platform() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// Reads an SPDX expression: with OR one side must be allowed, with AND both; old manifests write `/` for OR.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    let expression = expression.trim().replace('/', " OR ");
    let inside = |text: &str| {
        text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).map(str::to_owned)
    };
    if let Some(parts) = split_outside_parentheses(&expression, " OR ") {
        return parts.iter().any(|part| is_allowed(part, allowed));
    }
    if let Some(parts) = split_outside_parentheses(&expression, " AND ") {
        return parts.iter().all(|part| is_allowed(part, allowed));
    }
    match inside(&expression) {
        Some(rest) => is_allowed(&rest, allowed),
        None => allowed.contains(&expression.trim()),
    }
}

fn split_outside_parentheses(text: &str, word: &str) -> Option<Vec<String>> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if depth == 0 && rest.starts_with(word) {
            parts.push(String::new());
            rest = &rest[word.len()..];
            continue;
        }
        depth += i32::from(first == '(') - i32::from(first == ')');
        parts.last_mut().unwrap().push(first);
        rest = &rest[first.len_utf8()..];
    }
    (parts.len() > 1).then_some(parts)
}

#[test]
fn licence_expressions_are_understood() {
    let allowed = |expression| is_allowed(expression, ALLOWED);
    assert!(allowed("MIT OR Apache-2.0") && allowed("MIT/Apache-2.0") && allowed("GPL-2.0 OR MIT"));
    assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(allowed("Apache-2.0 WITH LLVM-exception OR Apache-2.0"));
    assert!(!allowed("GPL-3.0-only") && !allowed("MIT AND LGPL-3.0-only") && !allowed(""));
    assert!(!allowed("(MIT OR Apache-2.0) AND GPL-3.0-or-later"));
}
