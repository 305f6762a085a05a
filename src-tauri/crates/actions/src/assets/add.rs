//! Adding a card: new, or brought in with what had been charged before the first open period.

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::depreciation::{Asset, AssetClass, BroughtIn, Convention, Method, Month, Terms};
use kontor_ledger::money::{Amount, Quantity};
use kontor_store::assets::{self, Card, What};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{check_open, class, first_open, method, units};
use crate::context::{Context, Facts};
use crate::errors::ledger::from_asset;
use crate::errors::{Code, Refusal};
use crate::parties::filled;
use crate::plan::{Plan, Step};

/// Adds an asset card; without a code the next free one is given, without accounts those of the standard. What came
/// into use before the first open period is brought in with what had been charged by then.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct AddAsset {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub name: String,
    /// tangible or intangible; tangible when nothing is said
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// Where it stands, or who has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day it was ready for use.
    pub in_use: NaiveDate,
    pub cost: String,
    /// What is expected to be left; nothing when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residual: Option<String>,
    /// straight-line, declining-balance, sum-of-digits or units; straight-line when nothing is said
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    pub life_months: u32,
    /// What it is expected to do in its life, of the units method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_units: Option<String>,
    /// What had been charged before; worked out from the method when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accumulated: Option<String>,
    /// What it had done before, of the units method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units_before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_account: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accumulated_account: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expense_account: Option<String>,
}

pub(crate) fn plan_add(context: &Context<'_>, request: &AddAsset) -> Result<Plan, Refusal> {
    let class = class(request.class.as_deref())?;
    let code = match filled(request.code.as_ref()) {
        Some(code) => {
            if assets::find_by_code(context.connection, &code)?.is_some() {
                return Err(Refusal::new(Code::CodeTaken).with("code", code).with("field", "code"));
            }
            code
        }
        None => assets::next_code(context.connection, class)?,
    };
    let amount = |text: &Option<String>, field| {
        filled(text.as_ref()).map(|text| context.amount(&text, field)).transpose()
    };
    let account = |code: &Option<String>, field| -> Result<Option<AccountId>, Refusal> {
        filled(code.as_ref()).map(|code| Ok(context.account(&code, field)?.id)).transpose()
    };
    let new = NewAsset {
        code,
        name: request.name.trim().to_owned(),
        class,
        place: filled(request.place.as_ref()),
        in_use: request.in_use,
        cost: context.amount(&request.cost, "cost")?,
        terms: Terms {
            method: request.method.as_deref().map_or(Ok(Method::StraightLine), method)?,
            residual: amount(&request.residual, "residual")?.unwrap_or_default(),
            life_months: request.life_months,
            total_units: units(request.total_units.as_deref(), "total_units")?.unwrap_or_default(),
        },
        accumulated: amount(&request.accumulated, "accumulated")?,
        units_before: units(request.units_before.as_deref(), "units_before")?.unwrap_or_default(),
        cost_account: account(&request.cost_account, "cost_account")?,
        accumulated_account: account(&request.accumulated_account, "accumulated_account")?,
        expense_account: account(&request.expense_account, "expense_account")?,
    };
    let (card, first) = planned_card(&context.facts, new)?;
    let day = request.in_use;
    Ok(Plan::of(Step::AddAsset { card: Box::new(card), day, first: Box::new(first) }))
}

/// A card that wants to be added, typed or from a file.
#[derive(Clone, Debug)]
pub(crate) struct NewAsset {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) class: AssetClass,
    pub(crate) place: Option<String>,
    pub(crate) in_use: NaiveDate,
    pub(crate) cost: Amount,
    pub(crate) terms: Terms,
    pub(crate) accumulated: Option<Amount>,
    pub(crate) units_before: Quantity,
    pub(crate) cost_account: Option<AccountId>,
    pub(crate) accumulated_account: Option<AccountId>,
    pub(crate) expense_account: Option<AccountId>,
}

/// The card and its first event, once the rules have nothing against them.
pub(crate) fn planned_card(facts: &Facts, new: NewAsset) -> Result<(Card, What), Refusal> {
    if new.name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    let roles = match new.class {
        AssetClass::Tangible => ["fixed-asset", "accumulated-depreciation", "depreciation-expense"],
        AssetClass::Intangible => {
            ["intangible-asset", "accumulated-amortisation", "amortisation-expense"]
        }
    };
    let [of_cost, of_accumulated, of_expense] = roles;
    let role = |said: Option<AccountId>, role: &'static str| -> Result<AccountId, Refusal> {
        let code = facts.standard.role(role, &facts.company.vat_kind);
        said.or_else(|| facts.chart.find(code?).map(|account| account.id))
            .ok_or_else(|| Refusal::new(Code::RoleMissing).with("role", role))
    };
    let card = Card {
        code: new.code,
        name: new.name,
        class: new.class,
        place: new.place,
        cost_account: role(new.cost_account, of_cost)?,
        accumulated_account: role(new.accumulated_account, of_accumulated)?,
    };
    let mut asset = Asset {
        convention: Convention::of(facts.standard.is_chinese(), new.class),
        in_use: new.in_use,
        cost: new.cost,
        terms: new.terms,
        brought_in: None,
        changes: Vec::new(),
        units: Default::default(),
        disposed: None,
    };
    let refused = |refusal| from_asset(refusal, facts.company.currency);
    asset.check().map_err(refused)?;
    let charged_before = new.accumulated.filter(|amount| !amount.is_zero());
    asset.brought_in = match first_open(facts).and_then(|period| period.first_day.pred_opt()) {
        Some(as_of) if asset.first_month() <= Month::of(as_of) => {
            let planned = asset.standing(Month::of(as_of))?.accumulated;
            let units = new.units_before;
            let accumulated = new.accumulated.unwrap_or(planned);
            Some(BroughtIn { as_of, accumulated, units })
        }
        _ if charged_before.is_some() => {
            return Err(Refusal::new(Code::AccumulatedTooLarge)
                .with("most", Amount::ZERO.to_text(facts.company.currency))
                .with("field", "accumulated"));
        }
        _ => None,
    };
    asset.check().map_err(refused)?;
    check_open(facts, asset.first_month_here(), "in_use")?;
    let first = What::Acquired {
        cost: asset.cost,
        terms: asset.terms,
        brought_in: asset.brought_in,
        expense: role(new.expense_account, of_expense)?,
    };
    Ok((card, first))
}
