//! The list of cash-flow items that every standard's cash-flow statement is made of.

use super::Activity;
use crate::row::Row;
use crate::sheet::{Column, Sheet, required};
use crate::values::Word;
use crate::write::Cells;

/// Which way the cash of an item usually goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CashDirection {
    /// Into the company.
    In,
    /// Out of it.
    Out,
    /// Either way.
    Both,
}

impl Word for CashDirection {
    const WORDS: &'static [(&'static str, Self)] =
        &[("in", Self::In), ("out", Self::Out), ("both", Self::Both)];
}

/// A cash-flow item of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashFlowItemRow {
    /// The standard; `*` for items that all of them have.
    pub standard: String,
    /// The item's code.
    pub code: String,
    /// The activity it is part of.
    pub activity: Activity,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its English name.
    pub name_en: String,
    /// Which way its cash usually goes.
    pub direction: CashDirection,
}

impl Sheet for CashFlowItemRow {
    const COLUMNS: &'static [Column] = &[
        required("standard"),
        required("code"),
        required("activity"),
        required("name_zh"),
        required("name_en"),
        required("direction"),
    ];

    fn read(row: &mut Row<'_>) -> Self {
        Self {
            standard: row.required_code("standard"),
            code: row.required_code("code"),
            activity: row.word("activity", Activity::Operating),
            name_zh: row.required_text("name_zh"),
            name_en: row.required_text("name_en"),
            direction: row.word("direction", CashDirection::Both),
        }
    }

    fn write(&self, cells: &mut Cells) {
        cells.text(&self.standard);
        cells.text(&self.code);
        cells.word(self.activity);
        cells.text(&self.name_zh);
        cells.text(&self.name_en);
        cells.word(self.direction);
    }
}
