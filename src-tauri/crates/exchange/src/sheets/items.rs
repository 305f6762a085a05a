//! `items`: goods and services that the company buys or sells.

use rust_decimal::Decimal;

use crate::fault::FaultReason;
use crate::row::Row;
use crate::sheet::{Column, Sheet, optional, required};
use crate::values::Word;
use crate::write::Cells;

/// Whether an item is kept in stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// Kept in stock.
    Goods,
    /// Not kept in stock.
    Service,
}

impl Word for ItemKind {
    const WORDS: &'static [(&'static str, Self)] =
        &[("goods", Self::Goods), ("service", Self::Service)];
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it is kept in stock, where the file says so.
    pub kind: Option<ItemKind>,
    /// The unit it is counted in; may be empty.
    pub unit: String,
    /// The price of a unit.
    pub price: Option<Decimal>,
    /// The rate of value added tax: 0.13 for 13 %.
    pub tax_rate: Option<Decimal>,
    /// Anything else.
    pub note: String,
}

impl Sheet for ItemRow {
    const COLUMNS: &'static [Column] = &[
        required("code"),
        required("name"),
        optional("kind"),
        optional("unit"),
        optional("price"),
        optional("tax_rate"),
        optional("note"),
    ];

    fn read(row: &mut Row<'_>) -> Self {
        let price = row.find_decimal("price");
        if price.is_some_and(|price| price.is_sign_negative() && !price.is_zero()) {
            row.refuse("price", FaultReason::OutOfRange);
        }
        Self {
            code: row.required_code("code"),
            name: row.required_text("name"),
            kind: row.find_word("kind"),
            unit: row.code("unit"),
            price,
            tax_rate: row.find_rate("tax_rate"),
            note: row.text("note"),
        }
    }

    fn write(&self, cells: &mut Cells) {
        cells.text(&self.code);
        cells.text(&self.name);
        cells.find_word(self.kind);
        cells.text(&self.unit);
        cells.find_decimal(self.price);
        cells.find_decimal(self.tax_rate);
        cells.text(&self.note);
    }
}
