//! A statement's layout as data: sections of rows, what each row takes, and the equalities that must hold.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::bilingual::Bilingual;
use crate::error::LayoutError;
use crate::figures::ColumnKey;
use crate::statement::RowKind;

mod check;

/// One statement of one standard from one date on, as read from a file in `assets/statements`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// The accounting standard, for example `cn-small`.
    pub standard: String,
    /// Which statement, for example `balance-sheet`.
    pub statement: String,
    /// The first day for which this layout may be used.
    pub effective_from: NaiveDate,
    /// The code of the official form, where there is one: `会小企01表`.
    pub form: Option<String>,
    /// The title.
    pub title: Bilingual,
    /// Whether row numbers belong on the paper; they always stay in data.
    #[serde(default = "yes")]
    pub numbered: bool,
    /// Beginnings of codes of profit and loss accounts that no row takes on purpose.
    #[serde(default)]
    pub nowhere: Vec<String>,
    /// The columns it can have, in the order of the paper.
    pub columns: Vec<ColumnLabel>,
    /// The components of equity, where each is a column; what a row takes is shown in the column that has the account.
    #[serde(default)]
    pub components: Vec<Component>,
    /// The sides of an account form, left first; none for a statement in one column.
    #[serde(default)]
    pub sides: Vec<Side>,
    /// The rows, in sections.
    pub sections: Vec<Section>,
    /// What must be equal.
    #[serde(default)]
    pub must: Vec<Must>,
}

/// A column and its heading.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnLabel {
    /// Which column.
    pub key: ColumnKey,
    /// Heading in Chinese.
    pub zh: String,
    /// Heading in English.
    pub en: String,
}

/// A component of equity, as a column.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// What it is, in a name that stays.
    pub key: String,
    /// Heading in Chinese.
    pub zh: String,
    /// Heading in English.
    pub en: String,
    /// Beginnings of account codes.
    pub accounts: Vec<String>,
    /// Beginnings of account codes that are left out of those.
    #[serde(default)]
    pub except: Vec<String>,
    /// Whether the form deducts it, and so shows a debit as more than nothing.
    #[serde(default)]
    pub minus: bool,
}

impl Component {
    /// Whether it has an account.
    #[must_use]
    pub fn takes(&self, account: &str) -> bool {
        let begins = |list: &[String]| list.iter().any(|start| account.starts_with(start.as_str()));
        begins(&self.accounts) && !begins(&self.except)
    }
}

/// One side of an account form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// The name sections refer to.
    pub key: String,
    /// Heading in Chinese.
    pub zh: String,
    /// Heading in English.
    pub en: String,
}

/// Rows under a heading.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The side it stands on, in an account form.
    pub side: Option<String>,
    /// The heading, printed as a line of its own.
    pub heading: Option<Bilingual>,
    /// The rows.
    pub rows: Vec<LayoutRow>,
}

/// One row.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayoutRow {
    /// Its number: the form's, or a plain ordinal where the standard has none.
    pub row: u16,
    /// What it is, in a name that stays; common ones are the same in every standard.
    pub key: String,
    /// Label in Chinese.
    pub zh: String,
    /// Label in English.
    pub en: String,
    /// How it is shown.
    #[serde(default)]
    pub kind: RowKind,
    /// How far the Chinese label is moved in, in characters.
    #[serde(default)]
    pub indent: u8,
    /// What it is the sum of; nothing for a row that only stands on the form.
    pub take: Vec<Term>,
}

/// Where a part of a row comes from. Exactly the list that `how` needs is filled.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// How it is computed.
    pub how: How,
    /// Beginnings of account codes; an account that several of them fit is taken once.
    #[serde(default)]
    pub accounts: Vec<String>,
    /// Beginnings of account codes that are left out of those.
    #[serde(default)]
    pub except: Vec<String>,
    /// Cash-flow items, or names of rows of the indirect cash flow.
    #[serde(default)]
    pub items: Vec<String>,
    /// Numbers of other rows.
    #[serde(default)]
    pub rows: Vec<u16>,
    /// Whether it is subtracted.
    #[serde(default)]
    pub minus: bool,
}

/// How a term is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Debit minus credit balance of the accounts.
    DebitBalance,
    /// Credit minus debit balance of the accounts.
    CreditBalance,
    /// The debit balances alone, taken per account and party.
    DebitBalancesByParty,
    /// The credit balances alone, taken per account and party.
    CreditBalancesByParty,
    /// The debit balance of the accounts taken together; nothing when together they stand in credit.
    DebitExcess,
    /// Credit minus debit balance of the accounts at the start of the fiscal year.
    OpeningCredit,
    /// Credit minus debit movement of the period.
    NetCredit,
    /// Debit minus credit movement of the period.
    NetDebit,
    /// Net inflow of cash-flow items.
    CashIn,
    /// Net outflow of cash-flow items.
    CashOut,
    /// What accounts of a row of the indirect cash flow add to the profit so that it becomes cash of operations.
    Adjustment,
    /// Cash at the start of the period.
    OpeningCash,
    /// Cash at its end according to the accounts; only for equalities.
    ClosingCash,
    /// Other rows.
    Row,
}

/// Two sums that must be equal in every column.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Must {
    /// Its name; the words are the message `check-<name>`.
    pub name: String,
    /// One sum.
    pub left: Vec<Term>,
    /// The other.
    pub right: Vec<Term>,
}

impl Term {
    /// Whether it takes an account.
    #[must_use]
    pub fn takes(&self, account: &str) -> bool {
        let begins = |list: &[String]| list.iter().any(|start| account.starts_with(start.as_str()));
        begins(&self.accounts) && !begins(&self.except)
    }
}

impl Layout {
    /// Reads and checks a layout.
    ///
    /// # Errors
    /// When the text is no layout, or a row refers to nothing or to itself.
    pub fn parse(text: &str) -> Result<Self, LayoutError> {
        let layout: Self =
            toml::from_str(text).map_err(|e| LayoutError::Unreadable(e.to_string()))?;
        check::check(&layout)?;
        Ok(layout)
    }

    /// All rows, section after section.
    pub fn rows(&self) -> impl Iterator<Item = &LayoutRow> {
        self.sections.iter().flat_map(|section| &section.rows)
    }
}

fn yes() -> bool {
    true
}
