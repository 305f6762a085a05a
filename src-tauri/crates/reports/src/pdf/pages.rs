//! Breaking a measured table into pages.

use std::ops::Range;

use super::grid::{Grid, ROUNDING};
use crate::bilingual::Bilingual;
use crate::statement::RowKind;
use crate::table::{Binding, Cell, Content, Table};

/// The height for a table and its headings on the last page, and on every other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) last: f32,
    pub(super) other: f32,
}

impl Grid<'_> {
    /// The places of the rows on each page.
    pub(super) fn pages(&mut self, room: Room) -> Vec<Vec<usize>> {
        match &self.table.binding {
            Some(binding) => self.bound_pages(room, binding),
            None => self.loose_pages(room).into_iter().map(Iterator::collect).collect(),
        }
    }

    /// The pages of a bound book: each part begins one, and what goes on over a page's end is carried.
    fn bound_pages(&mut self, room: Room, binding: &Binding) -> Vec<Vec<usize>> {
        let heads = self.head_height + self.group_height;
        let table = self.table;
        let mut pages = Vec::new();
        let mut page: Vec<usize> = Vec::new();
        let mut part: Option<usize> = None;
        let (mut used, mut reserve) = (heads, 0.0);
        for place in 0..table.rows.len() {
            let height = self.heights.get(place).copied().unwrap_or(0.0);
            if is_heading(table, place) {
                if !page.is_empty() {
                    pages.push(std::mem::take(&mut page));
                }
                (part, used) = (Some(place), heads);
            } else if used + height + reserve > room.last && page.len() > 2 {
                let carried = place.checked_sub(1).and_then(|before| binding.carried.get(before));
                let carried = carried.filter(|cells| !cells.is_empty());
                if let Some(cells) = carried {
                    page.push(self.carry(binding, cells, "ledger-carried-forward").0);
                }
                pages.push(std::mem::take(&mut page));
                used = heads;
                if let Some(part) = part {
                    page.push(part);
                    used += self.heights.get(part).copied().unwrap_or(0.0);
                }
                if let Some(cells) = carried {
                    let (row, height) = self.carry(binding, cells, "ledger-brought-forward");
                    page.push(row);
                    (used, reserve) = (used + height, height);
                }
            }
            page.push(place);
            used += height;
            // Room is kept for the line that may close the page.
            reserve = reserve.max(height);
        }
        pages.push(page);
        pages
    }

    fn carry(&mut self, binding: &Binding, cells: &[Cell], key: &str) -> (usize, f32) {
        let mut cells = cells.to_vec();
        if let Some(cell) = cells.get_mut(binding.label) {
            cell.content = Content::Label(Bilingual::word(key), 0);
        }
        self.add_row(&cells)
    }

    /// Which rows of a table stand on which page: as many as there is room for, fewer on the last, which is closed by signatures.
    fn loose_pages(&self, room: Room) -> Vec<Range<usize>> {
        let heads = self.head_height + self.group_height;
        let mut pages = Vec::new();
        let (mut first, mut used) = (0, heads);
        for ((place, row), rest) in self.heights.iter().enumerate().zip(self.sums_to_the_end()) {
            let all_fit = used + rest <= room.last + ROUNDING;
            // The last page must not begin with the very last row: a total alone says little.
            let near_end = place + 2 >= self.heights.len();
            if !all_fit && place > first && (near_end || used + row > room.other) {
                pages.push(first..place);
                (first, used) = (place, heads);
            }
            used += row;
        }
        pages.push(first..self.heights.len());
        pages
    }

    /// The height of each row and all that follow. Added from the end, where it must be exact.
    fn sums_to_the_end(&self) -> Vec<f32> {
        let mut sum = 0.0;
        let added = self.heights.iter().rev().map(|row| {
            sum += row;
            sum
        });
        let mut sums: Vec<f32> = added.collect();
        sums.reverse();
        sums
    }
}

fn is_heading(table: &Table, place: usize) -> bool {
    let first = table.rows.get(place).and_then(|row| row.first());
    first.is_some_and(|cell| cell.kind == RowKind::Heading)
}
