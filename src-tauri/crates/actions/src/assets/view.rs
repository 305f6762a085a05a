//! One card: what is known of it, what happened to it, and every month's charge, past and to come.

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::depreciation::{Method, Month, Terms};
use kontor_ledger::money::Quantity;
use kontor_store::accounts;
use kontor_store::assets::What;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{find, period_of};
use crate::context::Context;
use crate::errors::Refusal;

/// A card with its schedule.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GetAsset {
    pub asset: Uuid,
}

/// An account a card names.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetAccount {
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
}

/// Something that happened to a card.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetEventView {
    /// acquired, added, revised, units or disposed
    pub kind: &'static str,
    pub day: NaiveDate,
    pub operation: i64,
    /// Cost of what came or was added; proceeds of what went.
    pub amount: Option<String>,
    /// What had been charged when it was brought in.
    pub accumulated: Option<String>,
    pub method: Option<&'static str>,
    pub residual: Option<String>,
    pub life_months: Option<u32>,
    pub units: Option<String>,
    pub expense_account: Option<String>,
}

/// A month of the schedule.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetMonth {
    /// `2026-02`
    pub month: String,
    pub charge: String,
    pub accumulated: String,
    pub book_value: String,
    /// Whether it lies after the period of today.
    pub is_to_come: bool,
}

/// A card.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetView {
    pub uid: Uuid,
    pub code: String,
    pub name: String,
    pub class: &'static str,
    pub place: Option<String>,
    pub in_use: NaiveDate,
    pub disposed: Option<NaiveDate>,
    pub method: &'static str,
    pub life_months: u32,
    pub residual: String,
    pub total_units: Option<String>,
    pub units_done: Option<String>,
    /// The first and the last month charged.
    pub first_month: String,
    pub last_month: String,
    /// The last day accounted for before the book took it over.
    pub brought_in: Option<NaiveDate>,
    pub cost_account: AssetAccount,
    pub accumulated_account: AssetAccount,
    pub expense_account: AssetAccount,
    /// What it stands at at the end of the period of today.
    pub period: String,
    pub cost: String,
    pub accumulated: String,
    pub book_value: String,
    pub charge: String,
    pub events: Vec<AssetEventView>,
    pub schedule: Vec<AssetMonth>,
}

pub(crate) fn get(context: &Context<'_>, request: &GetAsset) -> Result<AssetView, Refusal> {
    let (row, asset) = find(context, request.asset)?;
    let period = period_of(context, None)?;
    let now = Month::of_period(&period);
    let standing = asset.standing(now)?;
    let terms = asset.terms_at(now);
    // What is done by units is known only as far as it was recorded.
    let recorded = asset.units.keys().next_back().copied().unwrap_or(now).max(now);
    let until = if terms.method == Method::Units { recorded } else { asset.last_month() };
    let schedule = asset.schedule(until)?.into_iter().map(|one| {
        Ok(AssetMonth {
            month: one.month.to_string(),
            charge: context.text(one.amount),
            accumulated: context.text(one.accumulated),
            book_value: context.text(one.cost.minus(one.accumulated)?),
            is_to_come: one.month > now,
        })
    });
    let schedule = schedule.collect::<Result<Vec<_>, Refusal>>()?;
    let accounts = accounts::list(context.connection)?;
    let account = |id: AccountId| {
        let found = accounts.iter().find(|row| row.account.id == id);
        found.map_or_else(AssetAccount::default, |row| AssetAccount {
            code: row.account.code.clone(),
            name_zh: row.name_zh.clone(),
            name_en: row.name_en.clone(),
        })
    };
    let by_units = terms.method == Method::Units;
    let before = asset.brought_in.map_or(0, |before| before.units.millionths());
    let done = asset.units.values().map(|units| units.millionths()).sum::<i64>() + before;
    Ok(AssetView {
        uid: row.uid,
        code: row.card.code.clone(),
        name: row.card.name.clone(),
        class: row.card.class.word(),
        place: row.card.place.clone(),
        in_use: asset.in_use,
        disposed: asset.disposed,
        method: terms.method.word(),
        life_months: terms.life_months,
        residual: context.text(terms.residual),
        total_units: by_units.then(|| terms.total_units.to_string()),
        units_done: by_units.then(|| Quantity::from_millionths(done).to_string()),
        first_month: asset.first_month().to_string(),
        last_month: asset.last_month().to_string(),
        brought_in: asset.brought_in.map(|before| before.as_of),
        cost_account: account(row.card.cost_account),
        accumulated_account: account(row.card.accumulated_account),
        expense_account: row.expense(now).map(account).unwrap_or_default(),
        period: period.key.to_string(),
        cost: context.text(standing.cost),
        accumulated: context.text(standing.accumulated),
        book_value: context.text(standing.book_value()?),
        charge: context.text(standing.charge),
        events: row
            .events
            .iter()
            .map(|event| {
                let (mut amount, mut accumulated, mut terms, mut units, mut expense) =
                    (None, None, None::<Terms>, None, None);
                match &event.what {
                    What::Acquired { cost, terms: first, brought_in, expense: to } => {
                        (amount, terms, expense) = (Some(*cost), Some(*first), Some(*to));
                        accumulated = brought_in.map(|before| context.text(before.accumulated));
                    }
                    What::Added(moved) | What::Disposed(moved) => amount = Some(*moved),
                    What::Revised { terms: other, expense: to } => {
                        (terms, expense) = (Some(*other), Some(*to));
                    }
                    What::Units(done) => units = Some(done.to_string()),
                }
                AssetEventView {
                    kind: event.what.word(),
                    day: event.day,
                    operation: event.operation,
                    amount: amount.map(|amount| context.text(amount)),
                    accumulated,
                    method: terms.map(|terms| terms.method.word()),
                    residual: terms.map(|terms| context.text(terms.residual)),
                    life_months: terms.map(|terms| terms.life_months),
                    units,
                    expense_account: expense.map(|id| account(id).code),
                }
            })
            .collect(),
        schedule,
    })
}
