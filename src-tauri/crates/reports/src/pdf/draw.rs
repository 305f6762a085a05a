//! Draws a measured table: headings, rows, hairlines, and the double rule under what it ends with.

use super::Sheet;
use super::grid::{Grid, Line, PADDING, block};
use super::marks::{Ink, Page};
use crate::statement::RowKind;
use crate::table::{Bar, ColumnKind, Content};

const FIRM: f32 = 0.32;
const THIN: f32 = 0.16;
const HAIR: f32 = 0.1;

/// Draws some rows of the table under their headings and gives the place below them.
pub(super) fn table(
    page: &mut Page,
    sheet: Sheet,
    top: f32,
    grid: &Grid<'_>,
    rows: &[usize],
    last: bool,
) -> f32 {
    let edges = edges(sheet.left(), grid);
    page.across(top, sheet.left(), sheet.right(), FIRM, Ink::Black);
    let mut y = top + grid.group_height + grid.head_height;
    heads(page, top, grid, &edges);
    page.across(y, sheet.left(), sheet.right(), THIN, Ink::Black);
    for (at, place) in rows.iter().copied().enumerate() {
        let height = grid.heights.get(place).copied().unwrap_or(0.0);
        let cells = grid.rows.get(place).into_iter().flatten();
        for (column, (lines, (left, right))) in cells.zip(edges.iter().copied()).enumerate() {
            let kind = grid.table.columns.get(column).map(|c| c.kind);
            cell(page, grid, lines, (left, right), (y, height), align(kind));
            if let Some(Content::Bar(bar)) = content(grid, place, column) {
                draw_bar(page, *bar, (left, right), y + height / 2.0);
            }
        }
        y += height;
        if at + 1 < rows.len() {
            page.across(y, sheet.left(), sheet.right(), HAIR, Ink::Hair);
        }
    }
    uprights(page, grid, &edges, top, y);
    page.across(y, sheet.left(), sheet.right(), FIRM, Ink::Black);
    if last && ends_with_grand_total(grid) {
        page.across(y + 0.75, sheet.left(), sheet.right(), FIRM, Ink::Black);
    }
    y
}

fn content<'a>(grid: &'a Grid<'_>, row: usize, column: usize) -> Option<&'a Content> {
    grid.table.rows.get(row)?.get(column).map(|cell| &cell.content)
}

/// Draws a bar in the middle of its row; what is below nothing is thinner as well as red, for paper without colour.
fn draw_bar(page: &mut Page, bar: Bar, (left, right): (f32, f32), middle: f32) {
    let (left, right) = (left + PADDING, right - PADDING);
    let at = |thousandths: u16| left + (right - left) * f32::from(thousandths) / 1000.0;
    let (thickness, ink) = if bar.is_below { (1.0, Ink::Red) } else { (2.2, Ink::Grey) };
    // What is there can be seen, however little it is.
    page.across(middle, at(bar.from), at(bar.to).max(at(bar.from) + 0.3), thickness, ink);
}

/// The left and right edge of each column.
fn edges(left: f32, grid: &Grid<'_>) -> Vec<(f32, f32)> {
    let mut x = left;
    let next = |width: &f32| {
        let from = x;
        x += width;
        (from, x)
    };
    grid.widths.iter().map(next).collect()
}

fn heads(page: &mut Page, top: f32, grid: &Grid<'_>, edges: &[(f32, f32)]) {
    let mut before = None;
    for (column, (lines, (left, right))) in
        grid.table.columns.iter().zip(grid.heads.iter().zip(edges.iter().copied()))
    {
        // A heading without a group reaches up over both lines of headings.
        let (y, height) = match &column.group {
            Some(_) => (top + grid.group_height, grid.head_height),
            None => (top, grid.group_height + grid.head_height),
        };
        let side = if column.kind == ColumnKind::Amount {
            Align::Centre
        } else {
            align(Some(column.kind))
        };
        cell(page, grid, lines, (left, right), (y, height), side);
        if column.group.is_some() && column.group.as_ref() != before {
            group(page, top, grid, edges, column.group.as_ref());
        }
        before = column.group.as_ref();
    }
}

/// A shared heading over the columns of its group, with a line under it.
fn group(
    page: &mut Page,
    top: f32,
    grid: &Grid<'_>,
    edges: &[(f32, f32)],
    group: Option<&crate::Bilingual>,
) {
    let Some(group_label) = group else { return };
    let members = || {
        let columns = grid.table.columns.iter().zip(edges);
        columns.filter(|(column, _)| column.group.as_ref() == group).map(|(_, edge)| *edge)
    };
    let left = members().map(|(left, _)| left).fold(f32::MAX, f32::min);
    let right = members().map(|(_, right)| right).fold(0.0, f32::max);
    let lines = grid.heading(group_label, right - left);
    cell(page, grid, &lines, (left, right), (top, grid.group_height), Align::Centre);
    page.across(top + grid.group_height, left, right, HAIR, Ink::Hair);
}

#[derive(Clone, Copy)]
enum Align {
    Left,
    Centre,
    Right,
}

fn align(kind: Option<ColumnKind>) -> Align {
    match kind {
        Some(ColumnKind::Amount) => Align::Right,
        Some(ColumnKind::RowNumber) => Align::Centre,
        _ => Align::Left,
    }
}

/// Draws lines in the middle of a cell's height.
fn cell(
    page: &mut Page,
    grid: &Grid<'_>,
    lines: &[Line],
    (left, right): (f32, f32),
    (top, height): (f32, f32),
    align: Align,
) {
    let mut y = top + (height - block(lines)) / 2.0;
    for line in lines {
        // Where the baseline of Noto Sans SC lies in a line, so that hanzi look centred.
        let baseline = y + line.leading() * 0.5 + line.style.height() * 0.37;
        match align {
            Align::Left => {
                page.left(left + PADDING + line.indent, baseline, &line.text, line.style)
            }
            Align::Centre => {
                page.centre((left + right) / 2.0, baseline, &line.text, line.style, grid.faces);
            }
            Align::Right => {
                page.right(right - PADDING, baseline, &line.text, line.style, grid.faces);
            }
        }
        y += line.leading();
    }
}

fn uprights(page: &mut Page, grid: &Grid<'_>, edges: &[(f32, f32)], top: f32, bottom: f32) {
    let mut before = None;
    for (column, (left, _)) in grid.table.columns.iter().zip(edges).skip(1) {
        let grouped = column.group.is_some() && column.group.as_ref() == before;
        let from = if grouped { top + grid.group_height } else { top };
        if column.opens_half {
            page.down(*left, top, bottom, THIN, Ink::Black);
        } else {
            page.down(*left, from, bottom, HAIR, Ink::Hair);
        }
        before = column.group.as_ref();
    }
}

fn ends_with_grand_total(grid: &Grid<'_>) -> bool {
    let last = grid.table.rows.last();
    last.is_some_and(|row| row.iter().any(|cell| cell.kind == RowKind::GrandTotal))
}
