//! What changed between two keepings of a statement, row by row.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use kontor_store::kept::KeptStatement;

/// A figure that is another one than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct KeptDifference {
    pub statement: String,
    pub row: String,
    pub label_zh: String,
    pub label_en: String,
    pub column: String,
    pub before: String,
    pub after: String,
}

/// A figure of the canonical text: its row and column, then what stands there.
struct Figure<'a> {
    place: (&'a str, &'a str),
    amount: &'a str,
    labels: (&'a str, &'a str),
}

fn figures(text: &str) -> impl Iterator<Item = Figure<'_>> {
    text.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some(Figure {
            place: (cells.next()?, cells.next()?),
            amount: cells.next()?,
            labels: (cells.next()?, cells.next()?),
        })
    })
}

const fn nothing() -> &'static str {
    "0.00"
}

/// The figures that differ between the same statements kept twice; a row that is only in one of them counts as nil in
/// the other.
pub(super) fn differences(
    before: &[KeptStatement],
    after: &[KeptStatement],
) -> Vec<KeptDifference> {
    let mut found = Vec::new();
    for statement in after {
        let other = before.iter().find(|other| other.name == statement.name);
        let earlier = other.map(|other| other.figures.as_str()).unwrap_or_default();
        let mut old: BTreeMap<_, Figure<'_>> =
            figures(earlier).map(|figure| (figure.place, figure)).collect();
        let mut differ = |figure: &Figure<'_>, before: &str, after: &str| {
            if before != after {
                found.push(KeptDifference {
                    statement: statement.name.clone(),
                    row: figure.place.0.to_owned(),
                    label_zh: figure.labels.0.to_owned(),
                    label_en: figure.labels.1.to_owned(),
                    column: figure.place.1.to_owned(),
                    before: before.to_owned(),
                    after: after.to_owned(),
                });
            }
        };
        for figure in figures(&statement.figures) {
            let was = old.remove(&figure.place).map_or(nothing(), |old| old.amount);
            differ(&figure, was, figure.amount);
        }
        for figure in old.values() {
            differ(figure, figure.amount, nothing());
        }
    }
    found
}
