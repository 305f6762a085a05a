//! Changing a card: other names, cost added, other terms from a period on, units done, and taking the last of it back.

use chrono::NaiveDate;
use kontor_ledger::depreciation::{Change, Method, Month, Terms};
use kontor_store::assets::{Event, What};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{check_open, find, find_present, method, units};
use crate::context::Context;
use crate::errors::ledger::from_asset;
use crate::errors::{Code, Refusal};
use crate::parties::filled;
use crate::plan::{Plan, Step};

/// Changes a card. What is not said stays.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ChangeAsset {
    pub asset: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it stands; an empty text means nowhere in particular.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// 后续支出资本化: what was spent on it and counts as cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addition: Option<Addition>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<Revision>,
}

/// Cost added on a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Addition {
    pub date: NaiveDate,
    pub amount: String,
}

/// Other terms from a period on; what was charged before stays (CAS 28 art. 9, IAS 8.36).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct Revision {
    /// The first period charged by them.
    pub from: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residual: Option<String>,
    /// The whole life, counted from its first month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub life_months: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_units: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expense_account: Option<String>,
}

pub(crate) fn plan_change(context: &Context<'_>, request: &ChangeAsset) -> Result<Plan, Refusal> {
    let (row, mut asset) = find_present(context, request.asset)?;
    let mut plan = Plan::default();
    if request.name.is_some() || request.place.is_some() {
        let name = request.name.as_deref().unwrap_or(&row.card.name).trim().to_owned();
        if name.is_empty() {
            return Err(Refusal::new(Code::NameMissing).with("field", "name"));
        }
        let place = match &request.place {
            Some(place) => filled(Some(place)),
            None => row.card.place.clone(),
        };
        if name != row.card.name || place != row.card.place {
            plan.steps.push(Step::RenameAsset { id: row.id, name, place });
        }
    }
    if let Some(addition) = &request.addition {
        let amount = context.amount(&addition.amount, "amount")?;
        check_open(&context.facts, Month::of(addition.date), "date")?;
        asset.changes.push(Change::Added(addition.date, amount));
        let (day, what) = (addition.date, Box::new(What::Added(amount)));
        plan.steps.push(Step::KeepAssetEvent { id: row.id, day, what });
    }
    if let Some(revision) = &request.revision {
        let period = context.period(&revision.from)?;
        let month = Month::of_period(&period);
        check_open(&context.facts, month, "from")?;
        let (terms, expense) = (asset.terms_at(month), row.expense(month));
        let terms = revised(context, revision, terms)?;
        let expense = match filled(revision.expense_account.as_ref()) {
            Some(code) => context.account(&code, "expense_account")?.id,
            None => expense.ok_or_else(|| Refusal::bug("card without an account"))?,
        };
        if terms != asset.terms_at(month) {
            asset.changes.push(Change::Revised(month, terms));
        }
        let (day, what) = (month.first_day(), Box::new(What::Revised { terms, expense }));
        plan.steps.push(Step::KeepAssetEvent { id: row.id, day, what });
    }
    if plan.steps.is_empty() {
        return Err(Refusal::new(Code::AlreadySo));
    }
    asset.check().map_err(|refusal| from_asset(refusal, context.currency()))?;
    Ok(plan)
}

fn revised(context: &Context<'_>, revision: &Revision, terms: Terms) -> Result<Terms, Refusal> {
    Ok(Terms {
        method: filled(revision.method.as_ref()).map_or(Ok(terms.method), |word| method(&word))?,
        residual: match filled(revision.residual.as_ref()) {
            Some(text) => context.amount(&text, "residual")?,
            None => terms.residual,
        },
        life_months: revision.life_months.unwrap_or(terms.life_months),
        total_units: units(revision.total_units.as_deref(), "total_units")?
            .unwrap_or(terms.total_units),
    })
}

/// Records what assets did in a period, of those charged by units; what was recorded before is replaced.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RecordAssetUnits {
    pub period: String,
    pub rows: Vec<AssetUnits>,
}

/// What one asset did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetUnits {
    pub asset: Uuid,
    pub units: String,
}

pub(crate) fn plan_units(
    context: &Context<'_>,
    request: &RecordAssetUnits,
) -> Result<Plan, Refusal> {
    let period = context.period(&request.period)?;
    let month = Month::of_period(&period);
    check_open(&context.facts, month, "period")?;
    let mut plan = Plan::default();
    for (number, one) in (1_usize..).zip(&request.rows) {
        let (row, asset) = find_present(context, one.asset)?;
        if asset.terms_at(month).method != Method::Units {
            return Err(Refusal::new(Code::NotByUnits)
                .with("code", row.card.code)
                .with("line", number));
        }
        let done = units(Some(&one.units), "units")
            .map_err(|refusal| refusal.with("line", number))?
            .unwrap_or_default();
        let (day, what) = (month.first_day(), Box::new(What::Units(done)));
        plan.steps.push(Step::KeepAssetEvent { id: row.id, day, what });
    }
    if plan.steps.is_empty() {
        return Err(Refusal::new(Code::NothingChosen));
    }
    Ok(plan)
}

/// Takes back the last thing that happened to a card, provided no closed period was charged by it; taking back that it
/// came takes the card away.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TakeBackAssetEvent {
    pub asset: Uuid,
}

pub(crate) fn plan_take_back(
    context: &Context<'_>,
    request: &TakeBackAssetEvent,
) -> Result<Plan, Refusal> {
    let (row, asset) = find(context, request.asset)?;
    let event: &Event = row.events.last().ok_or_else(|| Refusal::bug("card without an event"))?;
    let month = match event.what {
        What::Acquired { .. } => asset.first_month_here(),
        _ => Month::of(event.day),
    };
    check_open(&context.facts, month, "asset")?;
    Ok(Plan::of(Step::TakeBackAssetEvent { id: row.id, event: Box::new(event.clone()) }))
}
