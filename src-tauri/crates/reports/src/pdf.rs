//! Tables on A4: measured, broken into pages, drawn as marks, written with the fonts they need.

use crate::error::ReportError;
use crate::facts::PaperFacts;
use crate::table::{Cell, ColumnKind, Paper, Table};

mod draw;
mod faces;
mod grid;
mod marks;
mod pages;
pub(crate) mod recovery;
mod save;
mod surround;
mod vouchers;
mod wrap;

use faces::Faces;
use grid::Grid;
use marks::Page;
use save::About;

pub(crate) use vouchers::pdf as vouchers_pdf;

/// A sheet's size and margins in millimetres.
#[derive(Clone, Copy, Debug)]
struct Sheet {
    width: f32,
    height: f32,
    margin: f32,
}

impl Sheet {
    fn of(paper: Paper) -> Self {
        let (width, height) = match paper {
            Paper::Portrait => (210.0, 297.0),
            Paper::Landscape => (297.0, 210.0),
        };
        Self { width, height, margin: 14.0 }
    }

    fn left(self) -> f32 {
        self.margin
    }

    fn right(self) -> f32 {
        self.width - self.margin
    }

    fn inner(self) -> f32 {
        self.width - 2.0 * self.margin
    }
}

/// The table as a PDF; the same table and facts give the same bytes, in any process.
pub(crate) fn pdf(table: &Table, facts: &PaperFacts) -> Result<Vec<u8>, ReportError> {
    let faces = Faces::embedded()?;
    let tables = parts(table, facts, &faces)?;
    let mut measured = Vec::new();
    for table in &tables {
        let (sheet, mut grid) = fitted(table, facts, &faces)?;
        let spans = grid.pages(surround::room(sheet, table, facts, &faces));
        measured.push((sheet, grid, spans));
    }
    let Some(sheet) = measured.first().map(|(sheet, _, _)| *sheet) else {
        return Err(ReportError::TooWide { text: table.title.pick(facts.lang) });
    };
    let count = measured.iter().map(|(_, _, spans)| spans.len()).sum();
    let mut pages = Vec::new();
    for (part, (_, grid, spans)) in measured.iter().enumerate() {
        for (place, span) in spans.iter().enumerate() {
            let mut page = Page::default();
            let top = surround::head(&mut page, sheet, grid.table, facts, &faces);
            let last = place + 1 == spans.len();
            let bottom = draw::table(&mut page, sheet, top, grid, span, last);
            if last && part + 1 == measured.len() {
                surround::close(&mut page, sheet, bottom, grid.table, facts, &faces);
            }
            surround::foot(&mut page, sheet, facts, (pages.len() + 1, count), &faces);
            pages.push(page);
        }
    }
    let keywords = [Some(table.name.clone()), table.form.clone()];
    let about = About {
        title: table.title.pick(facts.lang),
        subject: facts.period.pick(facts.lang),
        keywords: keywords.into_iter().flatten().collect(),
    };
    save::save(&pages, sheet, &about, facts, &faces)
}

/// The table, or where its amounts are wider than the paper, as many tables as it takes, each with the names of the rows.
fn parts(table: &Table, facts: &PaperFacts, faces: &Faces) -> Result<Vec<Table>, ReportError> {
    let failed = match fitted(table, facts, faces) {
        Ok(_) => return Ok(vec![table.clone()]),
        Err(error) => error,
    };
    let is_amount = |place: &usize| {
        table.columns.get(*place).is_some_and(|column| column.kind == ColumnKind::Amount)
    };
    let amounts: Vec<usize> = (0..table.columns.len()).filter(is_amount).collect();
    if table.binding.is_some() || !matches!(failed, ReportError::TooWide { .. }) {
        return Err(failed);
    }
    for count in 2..=amounts.len() {
        let tables: Vec<Table> = amounts
            .chunks(amounts.len().div_ceil(count))
            .map(|own| with_columns(table, |place| !is_amount(&place) || own.contains(&place)))
            .collect();
        if tables.iter().all(|part| fitted(part, facts, faces).is_ok()) {
            return Ok(tables);
        }
    }
    Err(failed)
}

/// The table with only some of its columns, across.
fn with_columns(table: &Table, keeps: impl Fn(usize) -> bool) -> Table {
    let kept = |row: &Vec<Cell>| -> Vec<Cell> {
        let cells = row.iter().enumerate().filter(|(place, _)| keeps(*place));
        cells.map(|(_, cell)| cell.clone()).collect()
    };
    let columns = table.columns.iter().enumerate().filter(|(place, _)| keeps(*place));
    Table {
        columns: columns.map(|(_, column)| column.clone()).collect(),
        rows: table.rows.iter().map(kept).collect(),
        paper: Paper::Landscape,
        ..table.clone()
    }
}

/// The table measured for its paper; across, when figures are too wide for the upright sheet.
fn fitted<'a>(
    table: &'a Table,
    facts: &PaperFacts,
    faces: &'a Faces,
) -> Result<(Sheet, Grid<'a>), ReportError> {
    let mut failed = ReportError::TooWide { text: table.title.pick(facts.lang) };
    for paper in [table.paper, Paper::Landscape] {
        let sheet = Sheet::of(paper);
        let room = surround::room(sheet, table, facts, faces);
        match Grid::fit(table, facts.lang, faces, sheet.inner(), room) {
            Ok(grid) => return Ok((sheet, grid)),
            Err(error) => failed = error,
        }
    }
    Err(failed)
}
