//! What the company is to the tax office, decided from a period on: place, filing, exports, people and assets.

use kontor_ledger::period::{PeriodKey, open_period};
use kontor_store::tax::TaxProfile;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::data::fraction;
use crate::context::{Context, Facts};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// Decides the company's tax profile from a period on; periods before keep theirs. Its kind of VAT taxpayer is the
/// company's own and not decided here.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct SetTaxProfile {
    /// The first period it holds for.
    pub from: String,
    /// city, county or other
    pub place: String,
    /// monthly or quarterly
    pub filing: String,
    /// none, trader or producer
    pub exporter: String,
    /// How many people, on average.
    pub staff: u32,
    /// Assets, on average.
    pub assets: String,
    /// The rate of VAT on what is exported, a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub export_rate: Option<String>,
    /// The rate at which it is refunded, a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_rate: Option<String>,
    /// The rate of income tax, a percentage, where the program brings none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub income_rate: Option<String>,
}

pub(crate) fn plan_set(context: &Context<'_>, request: &SetTaxProfile) -> Result<Plan, Refusal> {
    let period = context.period(&request.from)?;
    open_period(&context.facts.periods, period.first_day)?;
    for (known, word, field) in [
        (&["city", "county", "other"][..], &request.place, "place"),
        (&["monthly", "quarterly"], &request.filing, "filing"),
        (&["none", "trader", "producer"], &request.exporter, "exporter"),
    ] {
        if !known.contains(&word.as_str()) {
            return Err(Refusal::new(Code::UnknownField).with("field", field));
        }
    }
    let assets = context.amount(&request.assets, "assets")?;
    if assets.is_negative() {
        return Err(Refusal::new(Code::AmountOutOfRange)
            .with("text", &request.assets)
            .with("field", "assets"));
    }
    let profile = TaxProfile {
        from: period.key,
        place: request.place.clone(),
        filing: request.filing.clone(),
        exporter: request.exporter.clone(),
        staff: request.staff,
        assets,
        export_rate: percent(request.export_rate.as_deref(), "export_rate")?,
        refund_rate: percent(request.refund_rate.as_deref(), "refund_rate")?,
        income_rate: percent(request.income_rate.as_deref(), "income_rate")?,
    };
    if profile.exporter != "none" && profile.refund_rate.is_none() {
        return Err(Refusal::new(Code::RefundRateMissing).with("field", "refund_rate"));
    }
    if profile.exporter == "producer" && profile.export_rate.is_none() {
        return Err(Refusal::new(Code::RefundRateMissing).with("field", "export_rate"));
    }
    Ok(Plan::of(Step::SetTaxProfile(Box::new(profile))))
}

/// A percentage from nothing to a hundred, as a fraction.
pub(super) fn percent(text: Option<&str>, field: &'static str) -> Result<Option<Decimal>, Refusal> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let value = Decimal::from_str_exact(text)
        .ok()
        .filter(|value| (Decimal::ZERO..Decimal::ONE_HUNDRED).contains(value) && value.scale() <= 4)
        .ok_or_else(|| Refusal::new(Code::UnknownRate).with("rate", text).with("field", field))?;
    Ok(Some(fraction(value)))
}

/// The profile of a period: the one that begins last before it, of two for the same period the later decided.
pub(crate) fn of(facts: &Facts, period: PeriodKey) -> Option<&TaxProfile> {
    facts.tax_profiles.iter().filter(|one| one.from <= period).max_by_key(|one| one.from)
}

/// A fraction as a percentage.
pub(super) fn percent_text(rate: Decimal) -> String {
    rate.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default().normalize().to_string()
}

/// A profile as a window shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TaxProfileRow {
    pub from: String,
    pub place: String,
    pub filing: String,
    pub exporter: String,
    pub staff: u32,
    pub assets: String,
    pub export_rate: Option<String>,
    pub refund_rate: Option<String>,
    pub income_rate: Option<String>,
}

pub(super) fn row(context: &Context<'_>, profile: &TaxProfile) -> TaxProfileRow {
    TaxProfileRow {
        from: profile.from.to_string(),
        place: profile.place.clone(),
        filing: profile.filing.clone(),
        exporter: profile.exporter.clone(),
        staff: profile.staff,
        assets: context.text(profile.assets),
        export_rate: profile.export_rate.map(percent_text),
        refund_rate: profile.refund_rate.map(percent_text),
        income_rate: profile.income_rate.map(percent_text),
    }
}
