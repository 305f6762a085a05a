//! What is printed: columns and rows of cells. A statement becomes such a table; ledgers and lists are made as one.

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency};

use crate::bilingual::Bilingual;
use crate::statement::{Check, Numbering, RowKind, Statement, StatementRow};

/// How the paper lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4 upright.
    Portrait,
    /// A4 across.
    Landscape,
}

/// A table that can be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is, for example `balance-sheet`.
    pub name: String,
    /// The title.
    pub title: Bilingual,
    /// The code of the official form, where there is one.
    pub form: Option<String>,
    /// The currency of all amounts.
    pub currency: Currency,
    /// How the paper lies.
    pub paper: Paper,
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// The rows: one cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// The equalities that were checked.
    pub checks: Vec<Check>,
    /// Whether people sign for it.
    pub is_signed: bool,
    /// How its pages hang together, where it is a book that is bound.
    pub binding: Option<Binding>,
}

/// How the pages of a bound book hang together: a page ends with what is carried forward 过次页, and the next begins
/// with it 承前页 (会计基础工作规范 art. 60). A row of kind heading begins a part of the book, which has pages of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The place of the column that says what is carried.
    pub label: usize,
    /// For each row what is carried when a page ends below it; nothing where a page does not go on.
    pub carried: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its heading.
    pub label: Bilingual,
    /// A heading that it shares with its neighbours of the same group.
    pub group: Option<Bilingual>,
    /// What stands in it.
    pub kind: ColumnKind,
    /// Whether the second half of a two-sided form begins here.
    pub opens_half: bool,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words; takes the width that is left.
    Label,
    /// Codes and dates; as wide as they are.
    Code,
    /// Row numbers.
    RowNumber,
    /// Amounts.
    Amount,
    /// Bars that show what the amounts beside them say; only on paper.
    Bar,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub content: Content,
    /// How the row it belongs to is shown.
    pub kind: RowKind,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// Text that is the same in every language.
    Text(String),
    /// Words, moved in by so many Chinese characters.
    Label(Bilingual, u8),
    /// An amount.
    Amount(Amount),
    /// A quantity, or an amount of another currency than the table's, as decimal text.
    Number(String),
    /// A share, in hundredths of a per cent.
    PerCent(i64),
    /// A day.
    Date(NaiveDate),
    /// A bar.
    Bar(Bar),
}

/// A bar across a part of its column, in thousandths of the column's width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where it begins.
    pub from: u16,
    /// Where it ends.
    pub to: u16,
    /// Whether it shows something below nothing, or taken away.
    pub is_below: bool,
}

/// For what a statement is made into a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// As data: one row after another, columns in the order of the values.
    List,
    /// As a paper: the columns of the form, and an account form with its sides next to each other.
    Form,
}

impl Statement {
    /// The statement as a table.
    #[must_use]
    pub fn table(&self, view: View) -> Table {
        let order = match view {
            View::List => (0..self.columns.len()).collect(),
            View::Form => self.paper_order.clone(),
        };
        // More columns than the form has leave no room for two sides.
        let sided = self.is_sided() && view == View::Form;
        let halves: Vec<Vec<&StatementRow>> = if sided {
            (0..self.sides.len()).map(|side| self.side(side)).collect()
        } else {
            vec![self.rows.iter().collect()]
        };
        let mut columns = Vec::new();
        for half in 0..halves.len() {
            columns.extend(self.columns_of(&order, half, halves.len() > 1));
        }
        let height = halves.iter().map(Vec::len).max().unwrap_or(0);
        let mut rows = vec![Vec::new(); height];
        for half in halves {
            let half = pushed_down(half, height);
            for (cells, row) in rows.iter_mut().zip(half) {
                cells.extend(self.cells_of(&order, row));
            }
        }
        let wide = self.columns.len() + self.ratios.len() > 4;
        Table {
            name: self.name.clone(),
            title: self.title.clone(),
            form: self.form.clone(),
            currency: self.currency,
            paper: if wide { Paper::Landscape } else { Paper::Portrait },
            columns,
            rows,
            checks: self.checks.clone(),
            is_signed: true,
            binding: None,
        }
    }

    /// Whether its two sides stand next to each other: more columns than a form has leave no room for that.
    #[must_use]
    pub fn is_sided(&self) -> bool {
        self.sides.len() > 1 && self.columns.len() + self.ratios.len() <= 2
    }

    fn side(&self, side: usize) -> Vec<&StatementRow> {
        self.rows.iter().filter(|row| row.side == side).collect()
    }

    fn columns_of(&self, order: &[usize], half: usize, sided: bool) -> Vec<TableColumn> {
        let column = |label, kind| TableColumn { label, group: None, kind, opens_half: false };
        let side = self.sides.get(half).filter(|_| sided).map(|(_, label)| label.clone());
        let label = side.unwrap_or_else(|| Bilingual::word("report-item"));
        let mut columns = match self.numbering {
            Numbering::None => vec![column(label, ColumnKind::Label)],
            Numbering::FormRows => vec![
                column(label, ColumnKind::Label),
                column(Bilingual::word("report-row"), ColumnKind::RowNumber),
            ],
            Numbering::AccountCodes => vec![
                column(Bilingual::word("trial-balance-account"), ColumnKind::Code),
                column(Bilingual::word("trial-balance-name"), ColumnKind::Label),
            ],
        };
        for place in order {
            let Some(c) = self.columns.get(*place) else { continue };
            columns.push(TableColumn {
                group: c.group.clone(),
                ..column(c.label.clone(), ColumnKind::Amount)
            });
            let ratios = self.ratios.iter().filter(|ratio| ratio.after == *place);
            columns.extend(ratios.map(|ratio| column(ratio.label.clone(), ColumnKind::Amount)));
        }
        if let Some(first) = columns.first_mut() {
            first.opens_half = half > 0;
        }
        columns
    }

    fn cells_of(&self, order: &[usize], row: Option<&StatementRow>) -> Vec<Cell> {
        let kind = row.map_or(RowKind::Item, |row| row.kind);
        let cell = |content| Cell { content, kind };
        let label = row.map_or(Content::Empty, |r| Content::Label(r.label.clone(), r.indent));
        let name = row.map_or(Content::Empty, |r| Content::Text(r.row.clone()));
        let mut cells = match self.numbering {
            Numbering::None => vec![cell(label)],
            Numbering::FormRows => vec![cell(label), cell(name)],
            Numbering::AccountCodes => vec![cell(name), cell(label)],
        };
        let at = row.and_then(|row| self.rows.iter().position(|one| std::ptr::eq(one, row)));
        for place in order {
            let value = row.and_then(|row| row.values.get(*place));
            cells.push(cell(value.map_or(Content::Empty, |value| Content::Amount(*value))));
            for ratio in self.ratios.iter().filter(|ratio| ratio.after == *place) {
                let value = at.and_then(|at| ratio.values.get(at).copied().flatten());
                cells.push(cell(value.map_or(Content::Empty, Content::PerCent)));
            }
        }
        cells
    }
}

/// Fills the shorter side of an account form with empty lines before its last section, so that both sides end together.
fn pushed_down(half: Vec<&StatementRow>, height: usize) -> Vec<Option<&StatementRow>> {
    let last = half.iter().rposition(|row| row.kind == RowKind::Heading).unwrap_or(half.len());
    let missing = height.saturating_sub(half.len());
    let mut rows: Vec<Option<&StatementRow>> = half.into_iter().map(Some).collect();
    rows.splice(last..last, std::iter::repeat_n(None, missing));
    rows
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::{ColumnFigures, ColumnKey, evaluate, layouts};

    #[test]
    fn both_sides_of_the_account_form_end_on_one_line() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
        let layout = layouts::find("cn-small", "balance-sheet", day).unwrap().unwrap();
        let columns =
            [ColumnFigures::empty(ColumnKey::Closing), ColumnFigures::empty(ColumnKey::Opening)];
        let statement = evaluate(layout, &columns, Currency::CNY).unwrap();
        let form = statement.table(View::Form);
        assert_eq!((form.columns.len(), form.rows.len()), (8, 32));
        let last = form.rows.last().unwrap();
        assert_eq!(last[1].content, Content::Text("30".to_owned()));
        assert_eq!(last[5].content, Content::Text("53".to_owned()));
        assert!(form.rows.iter().all(|row| row.len() == 8));
        assert!(form.columns[4].opens_half);
        let list = statement.table(View::List);
        assert_eq!((list.columns.len(), list.rows.len()), (4, 53 + 5));
    }
}
