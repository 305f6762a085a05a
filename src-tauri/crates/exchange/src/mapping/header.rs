//! Where the header of a table stands and what is under it: title lines above are passed over, two rows of a header
//! whose upper cells are merged are read as one.

use std::collections::BTreeMap;

use super::{Mapping, meanings, needs, own_columns};
use crate::grid::Grid;

/// How far down a header is looked for.
const DEEPEST: usize = 40;
/// How alike two headers must be before one is proposed for the other, in hundredths.
const CLOSE: usize = 60;

/// Where a table begins and what its columns mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The row of the header, counted from nought.
    pub header_row: usize,
    /// The first row below it.
    pub first_row: usize,
    /// The header of each column; where it has two rows, one after the other.
    pub headers: Vec<String>,
    /// The column of each meaning.
    pub columns: BTreeMap<String, usize>,
}

impl Layout {
    /// Finds where a mapping fits best; nothing when it fits nowhere.
    #[must_use]
    pub fn find(grid: &Grid, mapping: &Mapping) -> Option<Self> {
        let wanted = wanted(mapping);
        let mut best: Option<Self> = None;
        for (row, cells) in grid.rows().iter().enumerate().take(DEEPEST) {
            // Two rows of a header are two rows with something in them.
            if cells.iter().all(|text| text.trim().is_empty()) {
                continue;
            }
            for height in [1, 2] {
                let headers = headers(grid, row, height);
                let columns = columns(&wanted, &headers);
                let one = Self { header_row: row, first_row: row + height, headers, columns };
                // Of equals the first, and of a row alone and with the one below it the row alone.
                let is_better =
                    best.as_ref().is_none_or(|best| best.columns.len() < one.columns.len());
                if one.is_enough(&mapping.kind) && is_better {
                    best = Some(one);
                }
            }
        }
        best
    }

    /// The likeliest header where no mapping fits: the row with the most short texts that are no numbers.
    #[must_use]
    pub fn guess(grid: &Grid) -> Self {
        let texts = |row: &usize| {
            let cells = grid.rows().get(*row).map(Vec::as_slice).unwrap_or_default();
            let is_header = |text: &&String| {
                let count = text.trim().chars().count();
                (1..=16).contains(&count) && !text.trim().starts_with(|c: char| c.is_ascii_digit())
            };
            (cells.iter().filter(is_header).count(), usize::MAX - row)
        };
        let row = (0..grid.rows().len().min(DEEPEST)).max_by_key(texts).unwrap_or_default();
        let headers = headers(grid, row, 1);
        Self { header_row: row, first_row: row + 1, headers, columns: BTreeMap::new() }
    }

    /// Whether the table says enough to be read.
    #[must_use]
    pub fn is_enough(&self, kind: &str) -> bool {
        let has = |way: &&[&str]| way.iter().all(|meaning| self.columns.contains_key(*meaning));
        needs(kind).iter().all(|ways| ways.iter().any(has))
    }

    /// The cell of a row under a meaning; empty where the table has no such column.
    #[must_use]
    pub fn cell<'g>(&self, grid: &'g Grid, row: usize, meaning: &str) -> &'g str {
        self.columns.get(meaning).map_or("", |column| grid.cell(row, *column))
    }
}

/// For each meaning the headers it may stand under, cleaned, the likeliest first; our own names always do.
fn wanted(mapping: &Mapping) -> Vec<(String, Vec<String>)> {
    let own = own_columns(&mapping.kind);
    let headers = |meaning: &str| {
        let said = mapping.columns.get(meaning).map(Vec::as_slice).unwrap_or_default();
        let name = own.contains(&meaning).then(|| meaning.to_owned());
        said.iter().map(|header| clean(header)).chain(name).collect()
    };
    let all = meanings(&mapping.kind).into_iter();
    all.map(|meaning| (meaning.to_owned(), headers(meaning))).collect()
}

/// The column of each meaning. A column has one meaning; the headers named first choose first.
fn columns(wanted: &[(String, Vec<String>)], headers: &[String]) -> BTreeMap<String, usize> {
    let cleaned: Vec<String> = headers.iter().map(|header| clean(header)).collect();
    let mut taken = vec![false; cleaned.len()];
    let mut columns = BTreeMap::new();
    let most = wanted.iter().map(|(_, names)| names.len()).max().unwrap_or_default();
    for rank in 0..most {
        for (meaning, names) in wanted {
            let Some(name) = names.get(rank) else { continue };
            if columns.contains_key(meaning) {
                continue;
            }
            let place = cleaned.iter().zip(&taken).position(|(text, taken)| !taken && text == name);
            if let Some(place) = place {
                if let Some(taken) = taken.get_mut(place) {
                    *taken = true;
                }
                columns.insert(meaning.clone(), place);
            }
        }
    }
    columns
}

/// The header of each column. An upper cell reaches over the blank ones to its right where something is below them.
fn headers(grid: &Grid, row: usize, height: usize) -> Vec<String> {
    let mut above = "";
    let width = grid.width();
    let texts = (0..width).map(|column| {
        let own = grid.cell(row, column);
        if height == 1 {
            return own.to_owned();
        }
        let below = grid.cell(row + 1, column);
        if !own.is_empty() {
            above = own;
        } else if below.is_empty() {
            above = "";
        }
        let upper = if own.is_empty() { above } else { own };
        if below.is_empty() { own.to_owned() } else { format!("{upper}{below}") }
    });
    texts.collect()
}

/// A header without what does not tell it from another: blanks, stars, the width of brackets, upper case.
#[must_use]
pub fn clean(header: &str) -> String {
    header
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '*' | '＊' | '\u{feff}' | ':' | '：'))
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

/// What a header that no mapping knows most likely means, by its closeness to those that are known for the kind.
#[must_use]
pub fn propose(kind: &str, header: &str, known: &[Mapping]) -> Option<String> {
    let header = clean(header);
    if header.is_empty() {
        return None;
    }
    let of_kind = known.iter().filter(|mapping| mapping.kind == kind);
    let names = of_kind
        .flat_map(|mapping| mapping.columns.iter())
        .flat_map(|(meaning, names)| names.iter().map(move |name| (meaning, clean(name))));
    names
        .map(|(meaning, name)| (meaning, closeness(&header, &name)))
        .filter(|(_, close)| *close >= CLOSE)
        .max_by_key(|(_, close)| *close)
        .map(|(meaning, _)| meaning.clone())
}

/// How alike two texts are by the pairs of letters they share, in hundredths.
fn closeness(one: &str, other: &str) -> usize {
    if one == other {
        return 100;
    }
    let pairs = |text: &str| {
        let letters: Vec<char> = std::iter::once('^').chain(text.chars()).chain(['$']).collect();
        letters.windows(2).map(<[char]>::to_vec).collect::<Vec<_>>()
    };
    let (one, mut other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    let mut shared = 0;
    for pair in one {
        if let Some(place) = other.iter().position(|candidate| *candidate == pair) {
            other.swap_remove(place);
            shared += 1;
        }
    }
    200 * shared / all.max(1)
}
