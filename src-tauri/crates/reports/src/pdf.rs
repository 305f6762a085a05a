//! Tables on A4: measured, broken into pages, drawn as marks, written with the fonts they need.

use crate::error::ReportError;
use crate::facts::PaperFacts;
use crate::table::{Paper, Table};

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
    let (sheet, mut grid) = fitted(table, facts, &faces)?;
    let spans = grid.pages(surround::room(sheet, table, facts, &faces));
    let mut pages = Vec::new();
    for (place, span) in spans.iter().enumerate() {
        let mut page = Page::default();
        let top = surround::head(&mut page, sheet, table, facts, &faces);
        let last = place + 1 == spans.len();
        let bottom = draw::table(&mut page, sheet, top, &grid, span, last);
        if last {
            surround::close(&mut page, sheet, bottom, table, facts, &faces);
        }
        surround::foot(&mut page, sheet, facts, (place + 1, spans.len()), &faces);
        pages.push(page);
    }
    let keywords = [Some(table.name.clone()), table.form.clone()];
    let about = About {
        title: table.title.pick(facts.lang),
        subject: facts.period.pick(facts.lang),
        keywords: keywords.into_iter().flatten().collect(),
    };
    save::save(&pages, sheet, &about, facts, &faces)
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
