//! `accounts`: a chart of accounts, both as the program ships it and as another program gives it.

use kontor_ledger::account::KeptCurrency;

use super::{Activity, YesNo};
use crate::row::Row;
use crate::sheet::{Column, Sheet, optional, required};
use crate::values::Word;
use crate::write::Cells;

/// What kind of thing an account records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountClass {
    /// 资产.
    Asset,
    /// 负债.
    Liability,
    /// 所有者权益.
    Equity,
    /// 成本: production and construction in progress, shown among the inventories.
    Cost,
    /// 损益.
    ProfitLoss,
}

impl Word for AccountClass {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("asset", Self::Asset),
        ("liability", Self::Liability),
        ("equity", Self::Equity),
        ("cost", Self::Cost),
        ("profit-loss", Self::ProfitLoss),
    ];
}

/// The side on which an account normally stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// 借.
    Debit,
    /// 贷.
    Credit,
}

impl Word for Side {
    const WORDS: &'static [(&'static str, Self)] =
        &[("debit", Self::Debit), ("credit", Self::Credit)];
}

/// An account of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// Its code.
    pub code: String,
    /// The code of the account it is part of.
    pub parent: Option<String>,
    /// Its depth: 1 for an account without parent.
    pub level: Option<u32>,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its English name; may be empty.
    pub name_en: String,
    /// What kind of thing it records.
    pub class: AccountClass,
    /// The side on which it normally stands.
    pub normal_balance: Side,
    /// The rows of the balance sheet it appears in, for a reader; the layouts decide.
    pub balance_sheet_row: String,
    /// The rows of the income statement it appears in, for a reader; the layouts decide.
    pub income_statement_row: String,
    /// Whether it is cash for the cash-flow statement.
    pub is_cash: bool,
    /// The cash-flow item proposed when cash comes in against it.
    pub cash_in_default: Option<String>,
    /// The cash-flow item proposed when cash goes out against it.
    pub cash_out_default: Option<String>,
    /// The activity of its lines unless a line says otherwise; a cash account has none of its own.
    pub activity: Option<Activity>,
    /// The row of the indirect cash-flow statement that its movement belongs to.
    pub indirect: Option<String>,
    /// What its lines are kept by: words separated by `,`, alternatives by `/`.
    pub auxiliary: String,
    /// Whether its lines carry quantities.
    pub has_quantity: bool,
    /// Whether its lines may be in another currency: `Y` in any, a code in that one only.
    pub foreign_currency: KeptCurrency,
    /// Whether what stands on it in another currency is revalued; where the file says so.
    pub is_monetary: Option<bool>,
    /// Which companies use it: `all`, `general` or `small-scale` taxpayers, a trade.
    pub applies_to: String,
    /// Where the account's code and name were taken from.
    pub source: String,
    /// What a bookkeeper should know about it.
    pub note: String,
}

impl Sheet for AccountRow {
    const COLUMNS: &'static [Column] = &[
        required("code"),
        optional("parent"),
        optional("level"),
        required("name_zh"),
        optional("name_en"),
        required("class"),
        required("normal_balance"),
        optional("balance_sheet_row"),
        optional("income_statement_row"),
        optional("cash"),
        optional("cash_in_default"),
        optional("cash_out_default"),
        optional("activity"),
        optional("indirect"),
        optional("auxiliary"),
        optional("quantity"),
        optional("foreign_currency"),
        optional("monetary"),
        optional("applies_to"),
        optional("source"),
        optional("note"),
    ];

    fn read(row: &mut Row<'_>) -> Self {
        Self {
            code: row.required_code("code"),
            parent: row.find_code("parent"),
            level: row.find_whole("level"),
            name_zh: row.required_text("name_zh"),
            name_en: row.text("name_en"),
            class: row.word("class", AccountClass::Asset),
            normal_balance: row.word("normal_balance", Side::Debit),
            balance_sheet_row: row.code("balance_sheet_row"),
            income_statement_row: row.code("income_statement_row"),
            is_cash: row.word("cash", YesNo::No).is_yes(),
            cash_in_default: row.find_code("cash_in_default"),
            cash_out_default: row.find_code("cash_out_default"),
            activity: row.find_word("activity"),
            indirect: row.find_code("indirect"),
            auxiliary: row.code("auxiliary"),
            has_quantity: row.word("quantity", YesNo::No).is_yes(),
            foreign_currency: foreign_currency(row),
            is_monetary: row.find_word("monetary").map(YesNo::is_yes),
            applies_to: row.code("applies_to"),
            source: row.code("source"),
            note: row.text("note"),
        }
    }

    fn write(&self, cells: &mut Cells) {
        cells.text(&self.code);
        cells.find_text(self.parent.as_deref());
        cells.find_whole(self.level);
        cells.text(&self.name_zh);
        cells.text(&self.name_en);
        cells.word(self.class);
        cells.word(self.normal_balance);
        cells.text(&self.balance_sheet_row);
        cells.text(&self.income_statement_row);
        cells.word(YesNo::from(self.is_cash));
        cells.find_text(self.cash_in_default.as_deref());
        cells.find_text(self.cash_out_default.as_deref());
        cells.find_word(self.activity);
        cells.find_text(self.indirect.as_deref());
        cells.text(&self.auxiliary);
        cells.word(YesNo::from(self.has_quantity));
        match self.foreign_currency {
            KeptCurrency::Only(currency) => cells.text(currency.code()),
            kept => cells.word(YesNo::from(kept == KeptCurrency::All)),
        }
        cells.find_word(self.is_monetary.map(YesNo::from));
        cells.text(&self.applies_to);
        cells.text(&self.source);
        cells.text(&self.note);
    }
}

/// `Y`, `N`, nothing, or the code of a currency.
fn foreign_currency(row: &mut Row<'_>) -> KeptCurrency {
    match row.code("foreign_currency").as_str() {
        "Y" => KeptCurrency::All,
        "N" | "" => KeptCurrency::None,
        _ => row.find_currency("foreign_currency").map_or(KeptCurrency::None, KeptCurrency::Only),
    }
}
