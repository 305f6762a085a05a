//! Which cell of the file a value of the translated table stood in.

use std::collections::HashMap;

use crate::grid::{Grid, cell_name};

/// A place in a file as a person finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The sheet; nothing where the file has no sheets.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: u64,
    /// The cell, where it is one: B12.
    pub cell: Option<String>,
    /// The header of its column.
    pub header: Option<String>,
    /// What stands there.
    pub content: String,
}

/// The way back from the rows and columns of a translated table to the cells of the file.
#[derive(Debug, Default)]
pub struct Places {
    pub(super) grid: Grid,
    pub(super) headers: Vec<String>,
    /// For each row of the table, from its second line on, the row of the file, counted from nought.
    pub(super) rows: Vec<usize>,
    /// For each row that leaves its day and number to the row above, that row.
    pub(super) inherited: HashMap<usize, usize>,
    /// For each of our columns the column of the file.
    pub(super) columns: HashMap<&'static str, usize>,
}

impl Places {
    /// The place that a row and column of the translated table came from.
    #[must_use]
    pub fn of(&self, row: u64, column: Option<&str>) -> Place {
        let index = usize::try_from(row.saturating_sub(2)).unwrap_or(usize::MAX);
        let from = self.rows.get(index).copied();
        let place = column.and_then(|column| self.columns.get(column)).copied();
        // What the first line of a voucher says for all is wrong in the first line.
        let from = match (from, place, column) {
            (Some(row), Some(place), Some("date" | "entry" | "word"))
                if self.grid.cell(row, place).is_empty() =>
            {
                self.inherited.get(&row).copied().or(from)
            }
            _ => from,
        };
        let row = from.map_or(row, |row| row as u64 + 1);
        let content = from.zip(place).map(|(row, column)| self.grid.cell(row, column));
        Place {
            sheet: self.grid.sheet.clone(),
            row,
            cell: place.map(|column| cell_name(row, column)),
            header: place.and_then(|column| self.headers.get(column).cloned()),
            content: content.unwrap_or_default().to_owned(),
        }
    }
}
