//! What a statement is computed from: the figures of one column, as plain values.

use kontor_ledger::money::Amount;
use serde::{Deserialize, Serialize};

/// Which column of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKey {
    /// Balances at the end of the period (期末余额).
    Closing,
    /// Balances at the start of the fiscal year (年初余额).
    Opening,
    /// Movements of the period (本月金额).
    Period,
    /// Movements since the start of the fiscal year (本年累计金额).
    YearToDate,
    /// The same period of the year before (上期金额).
    PriorPeriod,
    /// The whole year before (上年金额).
    PriorYear,
    /// Trial balance: opening debit balance.
    OpeningDebit,
    /// Trial balance: opening credit balance.
    OpeningCredit,
    /// Trial balance: debit turnover.
    Debit,
    /// Trial balance: credit turnover.
    Credit,
    /// Trial balance: closing debit balance.
    ClosingDebit,
    /// Trial balance: closing credit balance.
    ClosingCredit,
}

impl ColumnKey {
    /// The name used in layouts, JSON and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Closing => "closing",
            Self::Opening => "opening",
            Self::Period => "period",
            Self::YearToDate => "year-to-date",
            Self::PriorPeriod => "prior-period",
            Self::PriorYear => "prior-year",
            Self::OpeningDebit => "opening-debit",
            Self::OpeningCredit => "opening-credit",
            Self::Debit => "debit",
            Self::Credit => "credit",
            Self::ClosingDebit => "closing-debit",
            Self::ClosingCredit => "closing-credit",
        }
    }
}

/// The figures of one column. An account, party or item may occur more than once; its amounts are added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnFigures {
    /// Which column.
    pub key: ColumnKey,
    /// Account code, and debit minus credit at the column's end. Leaves only, or their sum would be counted twice.
    pub balances: Vec<(String, Amount)>,
    /// The same at the start of the fiscal year; only a statement of changes in equity asks for it.
    pub opening_balances: Vec<(String, Amount)>,
    /// Account code, party, and the part of the account's balance that is this party's.
    pub party_balances: Vec<(String, String, Amount)>,
    /// Account code, and credit minus debit in the column's period without closing entries.
    pub movements: Vec<(String, Amount)>,
    /// Cash-flow item, and its net inflow in the column's period.
    pub cash: Vec<(String, Amount)>,
    /// Name of a row of the indirect cash flow, account code, and what the account adds to the profit there.
    pub adjustments: Vec<(String, String, Amount)>,
    /// Balance of the cash accounts at the start of the column's period.
    pub opening_cash: Amount,
    /// Balance of the cash accounts at its end; only compared with what the items give.
    pub closing_cash: Amount,
}

impl ColumnFigures {
    /// A column with nothing in it.
    #[must_use]
    pub fn empty(key: ColumnKey) -> Self {
        Self {
            key,
            balances: Vec::new(),
            opening_balances: Vec::new(),
            party_balances: Vec::new(),
            movements: Vec::new(),
            cash: Vec::new(),
            adjustments: Vec::new(),
            opening_cash: Amount::ZERO,
            closing_cash: Amount::ZERO,
        }
    }
}
