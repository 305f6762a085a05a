//! Cash-flow items of the standards.

use std::sync::LazyLock;

use kontor_ledger::account::Activity;
use serde::Deserialize;

use crate::standards::CASH_FLOW_ITEMS_CSV;

/// A cash-flow item.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct CashFlowItem {
    /// The standard, or `*` for all.
    standard: String,
    /// The code.
    pub(crate) code: String,
    /// O, I or F; FX and XFER have none.
    activity: String,
    /// What it is called in Chinese.
    pub(crate) name_zh: String,
    /// What it is called in English.
    pub(crate) name_en: String,
}

static ITEMS: LazyLock<Vec<CashFlowItem>> = LazyLock::new(|| {
    csv::Reader::from_reader(CASH_FLOW_ITEMS_CSV.as_bytes())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

/// The activities of a standard's items.
pub(crate) fn activities(standard: &str) -> impl Iterator<Item = (String, Activity)> {
    of(standard).filter_map(|item| Some((item.code.clone(), Activity::from_code(&item.activity)?)))
}

/// The items of a standard, those of all standards included.
pub(crate) fn of(standard: &str) -> impl Iterator<Item = &'static CashFlowItem> {
    ITEMS.iter().filter(move |item| item.standard == standard || item.standard == "*")
}
