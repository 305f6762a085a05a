//! All cards at the end of a period, and whether they agree with the accounts they are kept on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use kontor_ledger::account::{AccountId, Side};
use kontor_ledger::depreciation::{Asset, Month, Standing};
use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_store::accounts;
use kontor_store::assets::{self, AssetRow};
use kontor_store::figures;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::period_of;
use crate::context::Context;
use crate::errors::Refusal;

/// The cards at the end of a period: that of today when none is named.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListAssets {
    pub period: Option<String>,
}

/// A card in the list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetListRow {
    pub uid: Uuid,
    pub code: String,
    pub name: String,
    /// tangible or intangible
    pub class: &'static str,
    pub place: Option<String>,
    pub in_use: NaiveDate,
    /// straight-line, declining-balance, sum-of-digits or units
    pub method: &'static str,
    pub life_months: u32,
    pub cost: String,
    pub accumulated: String,
    pub book_value: String,
    /// What the period is charged.
    pub charge: String,
    /// What it did in the period, of the units method.
    pub units: Option<String>,
    /// in-use, fully-charged, disposed or coming
    pub state: &'static str,
    pub disposed: Option<NaiveDate>,
}

/// Sums of cards.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetSums {
    pub cost: String,
    pub accumulated: String,
    pub book_value: String,
    pub charge: String,
}

/// An account assets are kept on: what the cards say of it and what is posted, each on the account's normal side.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetControl {
    pub account: String,
    pub name_zh: String,
    pub name_en: String,
    pub cards: String,
    pub ledger: String,
    /// What is posted less what the cards say.
    pub difference: String,
}

/// The cards.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AssetList {
    pub period: String,
    pub rows: Vec<AssetListRow>,
    pub total: AssetSums,
    pub controls: Vec<AssetControl>,
}

/// A card with what it stands at at the end of a period.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) row: AssetRow,
    pub(crate) asset: Asset,
    pub(crate) standing: Standing,
}

/// Every card with what it stands at at the end of a period, in order of code.
pub(crate) fn listed(context: &Context<'_>, period: &Period) -> Result<Vec<Listed>, Refusal> {
    let is_chinese = context.facts.standard.is_chinese();
    let month = Month::of_period(period);
    let mut all = Vec::new();
    for row in assets::list(context.connection)? {
        let Some(asset) = row.asset(is_chinese) else { continue };
        let standing = asset.standing(month)?;
        all.push(Listed { row, asset, standing });
    }
    Ok(all)
}

impl Listed {
    /// in-use, fully-charged, disposed or coming
    pub(crate) fn state(&self, month: Month) -> &'static str {
        let terms = self.asset.terms_at(month);
        if self.asset.disposed.is_some_and(|day| Month::of(day) <= month) {
            "disposed"
        } else if self.standing.cost.is_zero() {
            "coming"
        } else if self.standing.accumulated.plus(terms.residual) == Ok(self.standing.cost) {
            "fully-charged"
        } else {
            "in-use"
        }
    }
}

pub(crate) fn list(context: &Context<'_>, request: &ListAssets) -> Result<AssetList, Refusal> {
    let period = period_of(context, request.period.as_deref())?;
    let month = Month::of_period(&period);
    let all = listed(context, &period)?;
    let mut total = Standing::default();
    let mut rows = Vec::new();
    for one in &all {
        let standing = one.standing;
        total.cost = total.cost.plus(standing.cost)?;
        total.accumulated = total.accumulated.plus(standing.accumulated)?;
        total.charge = total.charge.plus(standing.charge)?;
        let terms = one.asset.terms_at(month);
        rows.push(AssetListRow {
            uid: one.row.uid,
            code: one.row.card.code.clone(),
            name: one.row.card.name.clone(),
            class: one.row.card.class.word(),
            place: one.row.card.place.clone(),
            in_use: one.asset.in_use,
            method: terms.method.word(),
            life_months: terms.life_months,
            cost: context.text(standing.cost),
            accumulated: context.text(standing.accumulated),
            book_value: context.text(standing.book_value()?),
            charge: context.text(standing.charge),
            units: one.asset.units.get(&month).map(ToString::to_string),
            state: one.state(month),
            disposed: one.asset.disposed,
        });
    }
    Ok(AssetList {
        period: period.key.to_string(),
        rows,
        total: AssetSums {
            cost: context.text(total.cost),
            accumulated: context.text(total.accumulated),
            book_value: context.text(total.book_value()?),
            charge: context.text(total.charge),
        },
        controls: controls(context, &period, &all)?,
    })
}

/// The roles of accounts that hold nothing but what stands on cards.
const ROLES: [&str; 4] =
    ["fixed-asset", "accumulated-depreciation", "intangible-asset", "accumulated-amortisation"];

/// What the cards say of each account they are kept on, against what is posted by the end of the period.
fn controls(
    context: &Context<'_>,
    period: &Period,
    all: &[Listed],
) -> Result<Vec<AssetControl>, Refusal> {
    let names = accounts::list(context.connection)?;
    let mut controls = Vec::new();
    for (id, cards, ledger) in sums_of(context, period, all)? {
        let Some(row) = names.iter().find(|row| row.account.id == id) else { continue };
        let sided = |amount: Amount| match row.account.normal_side {
            Side::Debit => Ok(amount),
            Side::Credit => amount.negated(),
        };
        controls.push(AssetControl {
            account: row.account.code.clone(),
            name_zh: row.name_zh.clone(),
            name_en: row.name_en.clone(),
            cards: context.text(sided(cards)?),
            ledger: context.text(sided(ledger)?),
            difference: context.text(sided(ledger.minus(cards)?)?),
        });
    }
    Ok(controls)
}

/// Each account assets are kept on, debit positive: what the cards say and what is posted by the end of a period.
pub(crate) fn control_sums(
    context: &Context<'_>,
    period: &Period,
) -> Result<Vec<(AccountId, Amount, Amount)>, Refusal> {
    let all = listed(context, period)?;
    sums_of(context, period, &all)
}

fn sums_of(
    context: &Context<'_>,
    period: &Period,
    all: &[Listed],
) -> Result<Vec<(AccountId, Amount, Amount)>, Refusal> {
    let mut said: BTreeMap<AccountId, Amount> = BTreeMap::new();
    for one in all {
        let cost = said.entry(one.row.card.cost_account).or_default();
        *cost = cost.plus(one.standing.cost)?;
        let accumulated = said.entry(one.row.card.accumulated_account).or_default();
        *accumulated = accumulated.minus(one.standing.accumulated)?;
    }
    let roles: BTreeSet<AccountId> =
        ROLES.iter().filter_map(|role| context.role_account(role)).collect();
    let posted = figures::balances(context.connection, period.last_day)?;
    let mut sums = Vec::new();
    for id in roles.iter().chain(said.keys()).copied().collect::<BTreeSet<_>>() {
        let of = |sums: &BTreeMap<AccountId, Amount>| sums.get(&id).copied().unwrap_or_default();
        let (cards, ledger) = (of(&said), of(&posted));
        if !cards.is_zero() || !ledger.is_zero() {
            sums.push((id, cards, ledger));
        }
    }
    Ok(sums)
}
