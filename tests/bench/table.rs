//! The table of results: a row for each measure, a column for each size, the bound and whether it is held.

use std::fmt;

/// A measure and what it came to.
struct Row {
    what: String,
    bound: String,
    holds: Option<bool>,
    /// By column.
    cells: Vec<(usize, String)>,
}

/// All results.
#[derive(Default)]
pub(crate) struct Table {
    columns: Vec<String>,
    rows: Vec<Row>,
}

/// A figure against its bound.
pub(crate) struct Against<'a> {
    pub(crate) bound: &'a str,
    pub(crate) holds: bool,
}

impl Table {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Begins a column; what is written from now on stands in it.
    pub(crate) fn column(&mut self, head: String) {
        self.columns.push(head);
    }

    /// Writes a figure that has no bound.
    pub(crate) fn tell(&mut self, what: &str, figure: String) {
        self.row(what).cells.push((0, figure));
        self.place(what);
    }

    /// Writes a figure that has one. The verdict is that of the last column, which is the largest size.
    pub(crate) fn judge(&mut self, what: &str, figure: String, against: Against<'_>) {
        let row = self.row(what);
        row.cells.push((0, figure));
        against.bound.clone_into(&mut row.bound);
        row.holds = Some(against.holds);
        self.place(what);
    }

    fn row(&mut self, what: &str) -> &mut Row {
        let at = self.rows.iter().position(|row| row.what == what).unwrap_or_else(|| {
            let (what, bound) = (what.to_owned(), String::new());
            self.rows.push(Row { what, bound, holds: None, cells: Vec::new() });
            self.rows.len() - 1
        });
        &mut self.rows[at]
    }

    /// Puts the figure just written into the column begun last.
    fn place(&mut self, what: &str) {
        let column = self.columns.len().saturating_sub(1);
        if let Some(cell) = self.row(what).cells.last_mut() {
            cell.0 = column;
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = vec![
            std::iter::once(String::new())
                .chain(self.columns.iter().cloned())
                .chain(["bound".to_owned(), String::new()])
                .collect::<Vec<_>>(),
        ];
        for row in &self.rows {
            let figure = |column| {
                let cell = row.cells.iter().find(|(at, _)| *at == column);
                cell.map_or_else(String::new, |(_, figure)| figure.clone())
            };
            let verdict = match row.holds {
                Some(true) => "holds",
                Some(false) => "MISSED",
                None => "",
            };
            lines.push(
                std::iter::once(row.what.clone())
                    .chain((0..self.columns.len()).map(figure))
                    .chain([row.bound.clone(), verdict.to_owned()])
                    .collect(),
            );
        }
        let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max();
        let widths: Vec<usize> = (0..self.columns.len() + 3).filter_map(width).collect();
        for line in &lines {
            let mut text = format!("{:<width$}", line[0], width = widths[0]);
            for (cell, width) in line.iter().zip(&widths).skip(1) {
                text += &format!("  {cell:>width$}");
            }
            writeln!(out, "{}", text.trim_end())?;
        }
        Ok(())
    }
}
