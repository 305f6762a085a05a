//! What must not slip into figures: fractions that are not exact, and a clock nobody handed in.

use super::source::{Rust, assert_none, files_with, lines_with_word};

/// Where a page is measured in points and a column in characters; no amount passes through these as a number.
const PAGE_GEOMETRY: &[&str] = &[
    "src-tauri/crates/reports/src/pdf.rs",
    "src-tauri/crates/reports/src/pdf",
    "src-tauri/crates/reports/src/xlsx.rs",
];

const CLOCKS: &[&str] =
    &["SystemTime::now", "Instant::now", "Utc::now", "Local::now", "UNIX_EPOCH"];

/// The edges, which read the clock and pass the time on as a value.
const EDGES: &[&str] = &["src-tauri/src", "src-tauri/crates/cli", "src-tauri/xtask"];

#[test]
fn no_floats_in_ledger_store_and_reports() {
    let mut breaches = Vec::new();
    for file in files_with(&["rs"]) {
        let is_exact =
            ["ledger", "store", "reports"].map(|name| format!("src-tauri/crates/{name}/src"));
        if !file.is_in(&is_exact.each_ref().map(String::as_str)) || file.is_in(PAGE_GEOMETRY) {
            continue;
        }
        let code = Rust::of(&file).code;
        for word in ["f32", "f64"] {
            breaches.extend(
                lines_with_word(&code, word).iter().map(|line| format!("{}:{line}", file.path)),
            );
        }
    }
    assert_none(
        "Amounts are i64 minor units, rates are decimals; floats only measure paper:",
        &breaches,
    );
}

#[test]
fn the_clock_is_read_only_at_the_edges() {
    let breaches: Vec<String> = files_with(&["rs"])
        .iter()
        .filter(|file| !file.is_in(EDGES) && !file.is_test())
        .flat_map(|file| {
            let code = Rust::shipped(file).code;
            let reads =
                |clock: &&str| code.contains(*clock).then(|| format!("{}: {clock}", file.path));
            CLOCKS.iter().filter_map(reads).collect::<Vec<_>>()
        })
        .collect();
    assert_none("Take the time as a value, so that a test can choose it:", &breaches);
}
