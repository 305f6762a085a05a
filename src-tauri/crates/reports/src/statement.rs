//! A statement: rows with their values, where each value comes from, and the equalities that were checked.

use kontor_ledger::money::{Amount, Currency};
use serde::{Deserialize, Serialize};

use crate::bilingual::Bilingual;

/// A computed statement, ready to be shown, printed or handed on as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Which statement, for example `balance-sheet`.
    pub name: String,
    /// The accounting standard, for example `cn-small`.
    pub standard: String,
    /// The currency of all values.
    pub currency: Currency,
    /// The title.
    pub title: Bilingual,
    /// The code of the official form, where there is one.
    pub form: Option<String>,
    /// What its rows are named by on the paper.
    pub numbering: Numbering,
    /// The columns, in the order of the values.
    pub columns: Vec<Column>,
    /// The columns in the order of the paper, as places in `columns`.
    pub paper_order: Vec<usize>,
    /// Per cents that stand beside columns.
    pub ratios: Vec<Ratio>,
    /// The sides of an account form with their headings, left first; none for one column of rows.
    pub sides: Vec<(String, Bilingual)>,
    /// The rows.
    pub rows: Vec<StatementRow>,
    /// The equalities, each once per column.
    pub checks: Vec<Check>,
}

/// What the rows of a statement are named by on the paper. In data every row keeps its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// Nothing: the standard has no row numbers.
    None,
    /// The form's row numbers, after the label.
    FormRows,
    /// Account codes, before the label.
    AccountCodes,
}

/// A column of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which column: the name of a [`crate::ColumnKey`], or a stretch of time.
    pub key: String,
    /// Its heading.
    pub label: Bilingual,
    /// A heading that it shares with its neighbours, for example 期初余额 over 借方 and 贷方.
    pub group: Option<Bilingual>,
}

/// A column of per cents, worked out from the amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Which column.
    pub key: String,
    /// Its heading.
    pub label: Bilingual,
    /// The place of the column of amounts it stands behind, and whose figures it is about.
    pub after: usize,
    /// One value per row, in hundredths of a per cent; nothing where there is nothing to compare with.
    pub values: Vec<Option<i64>>,
}

/// How a row is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// A line without values over a section.
    Heading,
    /// An ordinary row.
    #[default]
    Item,
    /// A subtotal.
    Total,
    /// The figure the statement ends with.
    GrandTotal,
    /// A part of a row above it, which no total counts.
    OfWhich,
}

/// A row of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    /// The form's row number, or the account code in a trial balance; empty for headings.
    pub row: String,
    /// What it is, in a name that stays.
    pub key: String,
    /// Its label.
    pub label: Bilingual,
    /// How far the Chinese label is moved in, in characters.
    pub indent: u8,
    /// How it is shown.
    pub kind: RowKind,
    /// The side it stands on in an account form, as a place in `sides`.
    pub side: usize,
    /// One value per column; none for a heading.
    pub values: Vec<Amount>,
    /// What it is made of.
    pub sources: Sources,
}

/// What a row is made of, for opening it: only accounts and items that occur in the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sources {
    /// Account codes.
    pub accounts: Vec<String>,
    /// Cash-flow items.
    pub items: Vec<String>,
    /// Other rows.
    pub rows: Vec<String>,
}

/// An equality that was checked in one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its name; the words are the message `check-<name>`.
    pub name: String,
    /// The column it was checked in; none when it concerns the whole statement.
    pub column: Option<String>,
    /// Whether both sums are equal.
    pub holds: bool,
    /// One sum.
    pub left: Amount,
    /// The other.
    pub right: Amount,
}

impl Statement {
    /// Whether every equality holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.holds)
    }

    /// The row of that key.
    #[must_use]
    pub fn row(&self, key: &str) -> Option<&StatementRow> {
        self.rows.iter().find(|row| row.key == key)
    }
}

/// A part of a whole in hundredths of a per cent, rounded half away from zero; nothing of nothing is no share.
#[must_use]
pub fn per_cent(part: Amount, whole: Amount) -> Option<i64> {
    let whole = i128::from(whole.minor());
    if whole == 0 {
        return None;
    }
    let part = i128::from(part.minor()) * 10_000;
    let doubled = 2 * part.abs() + whole.abs();
    let share = doubled / (2 * whole.abs()) * part.signum() * whole.signum();
    i64::try_from(share).ok()
}

/// Each equality once: where it fails, the first failure; else the first of it.
pub(crate) fn once(checks: &[Check]) -> Vec<&Check> {
    let mut once: Vec<&Check> = Vec::new();
    for check in checks {
        match once.iter_mut().find(|known| known.name == check.name) {
            Some(known) if known.holds && !check.holds => *known = check,
            Some(_) => {}
            None => once.push(check),
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_away_from_zero_and_nothing_has_no_shares() {
        let share = |part, whole| per_cent(Amount::from_minor(part), Amount::from_minor(whole));
        assert_eq!(share(1, 3), Some(3333));
        assert_eq!(share(2, 3), Some(6667));
        assert_eq!(share(-1, 20_000), Some(-1));
        assert_eq!(share(50, -200), Some(-2500));
        assert_eq!(share(5, 0), None);
        assert_eq!(share(0, 7), Some(0));
    }
}
