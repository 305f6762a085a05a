//! The measurements: what a book costs beside bare tables, and how that grows with the book. Run by `cargo xtask bench`.
//!
//! `bench [--lines N ...]` makes a trading company of each size, measures, and prints one table. `bench make FILE N` only
//! makes the book of such a company, for the measurements of the window. Each figure is the
//! least of several runs, so that other work on the machine shows as little as possible; where it matters, time of the
//! processor stands beside time on the clock. Nothing here is a test: machines differ.
// A measurement may stop at the first surprise; the program may not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod bare;
mod book;
mod child;
mod meter;
mod sales;
mod size;
mod table;

use std::process::ExitCode;

use table::Table;

/// The sizes measured when none is asked for.
const SIZES: [u64; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some((&"child", rest)) = words.split_first() {
        child::run(rest);
        return ExitCode::SUCCESS;
    }
    if let ["make", file, lines] = words[..] {
        size::make_book(std::path::Path::new(file), lines.replace('_', "").parse().unwrap());
        return ExitCode::SUCCESS;
    }
    let Some(sizes) = sizes(&words) else {
        eprintln!("bench [--lines N ...]\nbench make FILE LINES");
        return ExitCode::from(2);
    };
    let folder = tempfile::tempdir().unwrap();
    let mut table = Table::new();
    for lines in sizes {
        eprintln!("{lines} lines ...");
        size::measure(folder.path(), lines, &mut table);
    }
    eprintln!("single sales ...");
    sales::measure_bytes(folder.path(), &mut table);
    print!("{table}");
    ExitCode::SUCCESS
}

fn sizes(words: &[&str]) -> Option<Vec<u64>> {
    match words {
        [] => Some(SIZES.to_vec()),
        ["--lines", rest @ ..] if !rest.is_empty() => {
            rest.iter().map(|word| word.replace('_', "").parse().ok()).collect()
        }
        _ => None,
    }
}
