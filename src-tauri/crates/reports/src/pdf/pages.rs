//! Breaking a measured table into pages.

use std::ops::Range;

use super::grid::{Grid, ROUNDING};

/// The height for a table and its headings on the last page, and on every other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) last: f32,
    pub(super) other: f32,
}

impl Grid<'_> {
    /// Which rows stand on which page: as many as there is room for, fewer on the last, which is closed by signatures.
    pub(super) fn pages(&self, room: Room) -> Vec<Range<usize>> {
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
