//! A table measured for a width: the largest type that fits, the width of each column, the height of each row.

use super::faces::Faces;
use super::marks::{Ink, Type};
use super::pages::Room;
use super::wrap::wrap;
use crate::bilingual::{Bilingual, Lang};
use crate::error::ReportError;
use crate::money_text::{grouped, per_cent_text, printed, separated};
use crate::statement::RowKind;
use crate::table::{Cell, ColumnKind, Content, Table};

/// Space between a cell's text and its column's edge.
pub(super) const PADDING: f32 = 1.4;
/// Sizes that are tried, the best first.
const SIZES: [f32; 7] = [9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5];
/// The narrowest a column of labels may become.
const NARROWEST_LABEL: f32 = 24.0;
/// The width of a column of bars.
const BARS: f32 = 46.0;
/// So that what just fits is not broken because sums round differently.
pub(super) const ROUNDING: f32 = 0.05;
/// The type of a table that needs several pages anyway.
const SIZE_OF_MANY_PAGES: f32 = 8.5;

/// A measured table.
pub(super) struct Grid<'a> {
    pub(super) table: &'a Table,
    pub(super) faces: &'a Faces,
    pub(super) lang: Lang,
    /// The size of its type in points.
    pub(super) size: f32,
    /// The width of each column.
    pub(super) widths: Vec<f32>,
    /// The cells, broken into lines.
    pub(super) rows: Vec<Vec<Vec<Line>>>,
    /// The height of each row.
    pub(super) heights: Vec<f32>,
    /// The headings of the columns, broken into lines.
    pub(super) heads: Vec<Vec<Line>>,
    /// The height of the headings, and of the shared headings over them.
    pub(super) head_height: f32,
    pub(super) group_height: f32,
}

/// A line of a cell.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) style: Type,
    /// How far it is moved in, in millimetres.
    pub(super) indent: f32,
}

impl Line {
    /// From one line to the next.
    pub(super) fn leading(&self) -> f32 {
        self.style.height() * 1.28
    }
}

impl<'a> Grid<'a> {
    /// Measures the table for a width; on one page in the largest type that fits there, else on several.
    pub(super) fn fit(
        table: &'a Table,
        lang: Lang,
        faces: &'a Faces,
        width: f32,
        room: Room,
    ) -> Result<Self, ReportError> {
        if table.binding.is_some() {
            let mut sizes = SIZES.into_iter().filter(|size| *size <= SIZE_OF_MANY_PAGES);
            let grid = sizes.find_map(|size| Self::measured(table, lang, faces, width, size));
            return grid.ok_or_else(|| ReportError::TooWide { text: widest(table) });
        }
        let mut usable: Vec<Self> = Vec::new();
        for size in SIZES {
            if let Some(grid) = Self::measured(table, lang, faces, width, size) {
                usable.push(grid);
            }
        }
        // Broken labels cost more calm than a slightly smaller type, unless the type becomes small.
        let calm = |grid: &Self| grid.size <= 7.5 || grid.broken_labels() <= 2;
        let one_page = |grid: &Self| grid.height() <= room.last;
        let best = (usable.iter().position(|grid| one_page(grid) && calm(grid)))
            .or_else(|| usable.iter().position(|grid| grid.size <= SIZE_OF_MANY_PAGES));
        let best = best.map(|place| usable.swap_remove(place));
        let mut grid = best.ok_or_else(|| ReportError::TooWide { text: widest(table) })?;
        grid.stretch(room.last);
        Ok(grid)
    }

    fn measured(
        table: &'a Table,
        lang: Lang,
        faces: &'a Faces,
        width: f32,
        size: f32,
    ) -> Option<Self> {
        let mut grid = Self {
            table,
            faces,
            lang,
            size,
            widths: Vec::new(),
            rows: Vec::new(),
            heights: Vec::new(),
            heads: Vec::new(),
            head_height: 0.0,
            group_height: 0.0,
        };
        grid.widths = grid.column_widths(width)?;
        grid.rows = (table.rows.iter())
            .map(|row| row.iter().zip(&grid.widths).map(|(cell, w)| grid.lines(cell, *w)).collect())
            .collect();
        grid.heights = grid.rows.iter().map(|cells| row_height(cells, size)).collect();
        grid.heads = (table.columns.iter().zip(&grid.widths))
            .map(|(column, width)| grid.heading(&column.label, *width))
            .collect();
        grid.head_height = tallest(&grid.heads) + 2.4;
        if table.columns.iter().any(|column| column.group.is_some()) {
            grid.group_height = grid.head_height;
        }
        Some(grid)
    }

    /// Amounts, codes and row numbers get what they need, labels share the rest; none when too little is left.
    fn column_widths(&self, width: f32) -> Option<Vec<f32>> {
        let columns = &self.table.columns;
        let count = |kind| columns.iter().filter(|column| column.kind == kind).count() as f32;
        let (amounts, labels) = (count(ColumnKind::Amount), count(ColumnKind::Label));
        let natural = |kind| {
            let places = columns.iter().enumerate().filter(move |(_, column)| column.kind == kind);
            places.map(|(place, _)| self.natural_width(place)).fold(0.0, f32::max)
        };
        // A few amounts look lost in narrow columns at the edge, so they get a share of the paper.
        let share = if columns.iter().any(|column| column.opens_half) { 0.44 } else { 0.5 };
        let fair = (width * share / amounts.max(1.0)).min(34.0);
        let amount = natural(ColumnKind::Amount).max(fair);
        let row_number = natural(ColumnKind::RowNumber);
        // A date, a number and a code each need their own.
        let codes: Vec<f32> = (columns.iter().enumerate())
            .map(|(place, column)| match column.kind {
                ColumnKind::Code => self.natural_width(place).min(40.0),
                _ => 0.0,
            })
            .collect();
        let fixed = amount * amounts
            + row_number * count(ColumnKind::RowNumber)
            + codes.iter().sum::<f32>()
            + BARS * count(ColumnKind::Bar);
        let label = (width - fixed) / labels.max(1.0);
        (label >= NARROWEST_LABEL || (labels == 0.0 && label >= 0.0)).then(|| {
            let wide = |kind, code| match kind {
                ColumnKind::Label => label,
                ColumnKind::Code => code,
                ColumnKind::RowNumber => row_number,
                ColumnKind::Amount => amount,
                ColumnKind::Bar => BARS,
            };
            (columns.iter().zip(codes)).map(|(column, code)| wide(column.kind, code)).collect()
        })
    }

    fn natural_width(&self, place: usize) -> f32 {
        let cells = self.table.rows.iter().filter_map(|row| row.get(place));
        let widest = cells.flat_map(|cell| self.lines(cell, f32::MAX)).map(|line| self.wide(&line));
        let head = self.table.columns.get(place).map_or(0.0, |column| {
            let lines = self.label_lines(&column.label, 0.0, f32::MAX, head_type(self.size));
            lines.iter().map(|line| self.wide(line)).fold(0.0, f32::max)
        });
        // The heading of an amount may be broken; a row number's may not, it is short.
        let is_amount = self.table.columns.get(place).is_some_and(|c| c.kind == ColumnKind::Amount);
        widest.fold(if is_amount { head * 0.5 } else { head }, f32::max) + 2.0 * PADDING + ROUNDING
    }

    /// Adds a row that stands on a page without being one of the table's, and gives its place and height.
    pub(super) fn add_row(&mut self, cells: &[Cell]) -> (usize, f32) {
        let widths = self.widths.clone();
        let row: Vec<Vec<Line>> =
            cells.iter().zip(widths).map(|(cell, width)| self.lines(cell, width)).collect();
        let height = row_height(&row, self.size);
        self.rows.push(row);
        self.heights.push(height);
        (self.rows.len() - 1, height)
    }

    pub(super) fn wide(&self, line: &Line) -> f32 {
        line.indent + line.style.width(&line.text, self.faces)
    }

    /// A cell as lines no wider than its column. Zero is blank in an ordinary row, as on the printed forms.
    fn lines(&self, cell: &Cell, width: f32) -> Vec<Line> {
        let strong = matches!(cell.kind, RowKind::Total | RowKind::GrandTotal);
        let mut style = Type::new(self.size);
        if strong || cell.kind == RowKind::Heading {
            style = style.bold();
        }
        let one = |text: String, style| vec![Line { text, style, indent: 0.0 }];
        match &cell.content {
            Content::Empty | Content::Bar(_) => Vec::new(),
            Content::Amount(amount) if amount.is_zero() && !strong => Vec::new(),
            Content::Amount(amount) => {
                let ink = if amount.is_negative() { Ink::Red } else { Ink::Black };
                one(printed(*amount, self.table.currency), Type { ink, ..style })
            }
            Content::Number(number) => {
                let ink = if number.starts_with('-') { Ink::Red } else { Ink::Black };
                one(separated(number).replace('-', "\u{2212}"), Type { ink, ..style })
            }
            Content::PerCent(value) => {
                let ink = if *value < 0 { Ink::Red } else { Ink::Grey };
                let text = per_cent_text(*value).replace('-', "\u{2212}");
                one(text, Type { ink, ..style })
            }
            Content::Date(day) => one(day.to_string(), Type::new(self.size)),
            Content::Text(text) => {
                let style = Type::new(self.size);
                let room = (width - 2.0 * PADDING).max(1.0);
                let broken = wrap(text, room, |part| style.width(part, self.faces));
                broken.into_iter().map(|text| Line { text, style, indent: 0.0 }).collect()
            }
            Content::Label(label, indent) => {
                let ems = self.ems(cell.kind, *indent);
                let indent = ems * style.height();
                self.label_lines(label, indent, width - 2.0 * PADDING - indent, style)
            }
        }
    }

    /// Chinese forms align what follows 其中： and 减： by characters; English has shorter steps.
    fn ems(&self, kind: RowKind, indent: u8) -> f32 {
        match (self.lang, kind) {
            (Lang::En, RowKind::OfWhich) => 2.0,
            (Lang::En, _) if indent > 0 => (f32::from(indent) - 2.0).max(1.0),
            _ => f32::from(indent),
        }
    }

    /// A label in the leading language, and the other one under it, smaller and grey.
    fn label_lines(&self, label: &Bilingual, indent: f32, width: f32, style: Type) -> Vec<Line> {
        let mut lines = Vec::new();
        for (place, text) in label.lines(self.lang).into_iter().enumerate() {
            let style = if place == 0 { style } else { Type::new(style.size * 0.76).grey() };
            let broken = wrap(text, width.max(1.0), |part| style.width(part, self.faces));
            lines.extend(broken.into_iter().map(|text| Line { text, style, indent }));
        }
        lines
    }

    /// A heading as lines no wider than what it stands over.
    pub(super) fn heading(&self, label: &Bilingual, width: f32) -> Vec<Line> {
        self.label_lines(label, 0.0, width - 2.0 * PADDING, head_type(self.size))
    }

    fn broken_labels(&self) -> usize {
        let expected = self.lang.each().len();
        self.rows.iter().flatten().filter(|lines| lines.len() > expected).count()
    }

    fn height(&self) -> f32 {
        self.head_height + self.group_height + self.heights.iter().sum::<f32>()
    }

    /// Gives the rows of a table on one page more air, as far as the page has it and it stays a table.
    fn stretch(&mut self, height: f32) {
        let spare = height - self.height();
        if spare <= 0.0 || self.heights.is_empty() {
            return;
        }
        let more = (spare / self.heights.len() as f32).min(0.16 * self.size);
        self.heights.iter_mut().for_each(|row| *row += more);
    }
}

fn tallest(cells: &[Vec<Line>]) -> f32 {
    cells.iter().map(|lines| block(lines)).fold(0.0, f32::max)
}

/// The height of a row in a size of type.
fn row_height(cells: &[Vec<Line>], size: f32) -> f32 {
    let padding = 0.28 * size * super::faces::MM_PER_POINT + 0.5;
    let least = Type::new(size).height() * 1.28;
    tallest(cells).max(least) + padding
}

/// The height of lines under each other.
pub(super) fn block(lines: &[Line]) -> f32 {
    lines.iter().map(Line::leading).sum()
}

fn head_type(size: f32) -> Type {
    Type::new(size - 0.5)
}

fn widest(table: &Table) -> String {
    let amounts = table.rows.iter().flatten().filter_map(|cell| match &cell.content {
        Content::Amount(amount) => Some(grouped(*amount, table.currency)),
        _ => None,
    });
    amounts.max_by_key(String::len).unwrap_or_default()
}
