//! The conditions a return looked at: what the company has, where the limit is, and whether it holds.

use serde::Serialize;
use ts_rs::TS;

use super::figures::{Figures, is_chinese, is_small};
use crate::errors::Refusal;

/// A condition.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TaxState {
    /// threshold, income, staff, assets or halved; its words are tax-state-<name>.
    pub name: &'static str,
    pub holds: bool,
    /// What the company has, an amount or a number.
    pub have: String,
    /// The limit.
    pub limit: String,
}

pub(crate) fn states(figures: &Figures<'_>, kind: &str) -> Result<Vec<TaxState>, Refusal> {
    let context = figures.context;
    let mut states = Vec::new();
    if kind == "vat-small"
        && let Some(limit) = figures.threshold()
    {
        let small = figures.small()?;
        states.push(TaxState {
            name: "threshold",
            holds: small.is_exempt(Some(limit))?,
            have: context.text(small.sales()?),
            limit: context.text(limit),
        });
    }
    if kind == "surcharges" {
        let holds = figures.is_halved()?;
        let (have, limit) = (String::new(), String::new());
        states.push(TaxState { name: "halved", holds, have, limit });
    }
    let asks_size = kind == "income-tax" || kind == "surcharges" && !is_small(context);
    if asks_size
        && is_chinese(context)
        && let (Some((small, _)), Some(profile)) = (figures.small_low_profit()?, figures.profile)
    {
        let profit = figures.year_row("profit-before-tax")?;
        states.push(TaxState {
            name: "income",
            holds: profit <= small.income,
            have: context.text(profit),
            limit: context.text(small.income),
        });
        states.push(TaxState {
            name: "staff",
            holds: profile.staff <= small.staff,
            have: profile.staff.to_string(),
            limit: small.staff.to_string(),
        });
        states.push(TaxState {
            name: "assets",
            holds: profile.assets <= small.assets,
            have: context.text(profile.assets),
            limit: context.text(small.assets),
        });
    }
    Ok(states)
}
