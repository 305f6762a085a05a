//! `assets`: cards of fixed assets and intangibles, new or with what had been charged before.

use chrono::NaiveDate;
use kontor_ledger::depreciation::{AssetClass, Method};
use kontor_ledger::money::{Amount, Quantity};

use crate::row::Row;
use crate::sheet::{Column, Sheet, optional, required};
use crate::values::Word;
use crate::write::Cells;

impl Word for AssetClass {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("tangible", Self::Tangible),
        ("intangible", Self::Intangible),
        ("固定资产", Self::Tangible),
        ("无形资产", Self::Intangible),
    ];
}

impl Word for Method {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("straight-line", Self::StraightLine),
        ("declining-balance", Self::DecliningBalance),
        ("sum-of-digits", Self::SumOfDigits),
        ("units", Self::Units),
        ("年限平均法", Self::StraightLine),
        ("双倍余额递减法", Self::DecliningBalance),
        ("年数总和法", Self::SumOfDigits),
        ("工作量法", Self::Units),
    ];
}

/// An asset card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it can be touched; it can when the file does not say.
    pub class: Option<AssetClass>,
    /// Where it stands; may be empty.
    pub place: String,
    /// The day it was ready for use.
    pub in_use: NaiveDate,
    /// What it cost.
    pub cost: Amount,
    /// What is expected to be left.
    pub residual: Amount,
    /// How it is charged; by the straight line when the file does not say.
    pub method: Option<Method>,
    /// How many months it is used.
    pub life_months: u32,
    /// What it does in its life.
    pub total_units: Option<Quantity>,
    /// What had been charged before the book.
    pub accumulated: Option<Amount>,
    /// What it had done before the book.
    pub units_before: Option<Quantity>,
    /// The account of its cost.
    pub cost_account: Option<String>,
    /// The account of what has been charged.
    pub accumulated_account: Option<String>,
    /// The account it is charged to.
    pub expense_account: Option<String>,
}

impl Sheet for AssetRow {
    const COLUMNS: &'static [Column] = &[
        required("code"),
        required("name"),
        optional("class"),
        optional("place"),
        required("in_use"),
        required("cost"),
        optional("residual"),
        optional("method"),
        required("life_months"),
        optional("total_units"),
        optional("accumulated"),
        optional("units_before"),
        optional("cost_account"),
        optional("accumulated_account"),
        optional("expense_account"),
    ];

    fn read(row: &mut Row<'_>) -> Self {
        let currency = row.functional();
        Self {
            code: row.required_code("code"),
            name: row.required_text("name"),
            class: row.find_word("class"),
            place: row.text("place"),
            in_use: row.required_date("in_use"),
            cost: row.required_amount("cost"),
            residual: row.amount("residual"),
            method: row.find_word("method"),
            life_months: row.find_whole("life_months").unwrap_or(0),
            total_units: row.find_quantity("total_units"),
            accumulated: row.find_amount("accumulated", currency),
            units_before: row.find_quantity("units_before"),
            cost_account: row.find_code("cost_account"),
            accumulated_account: row.find_code("accumulated_account"),
            expense_account: row.find_code("expense_account"),
        }
    }

    fn write(&self, cells: &mut Cells) {
        cells.text(&self.code);
        cells.text(&self.name);
        cells.find_word(self.class);
        cells.text(&self.place);
        cells.date(self.in_use);
        cells.amount(self.cost);
        cells.amount(self.residual);
        cells.find_word(self.method);
        cells.find_whole(Some(self.life_months));
        cells.find_quantity(self.total_units);
        let currency = cells.functional();
        cells.find_amount(self.accumulated, currency);
        cells.find_quantity(self.units_before);
        cells.find_text(self.cost_account.as_deref());
        cells.find_text(self.accumulated_account.as_deref());
        cells.find_text(self.expense_account.as_deref());
    }
}
