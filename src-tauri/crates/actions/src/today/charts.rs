//! Figures people would rather look at than read: sales by month, ages of receivables, and what made the profit move.

use chrono::{Datelike, NaiveDate};
use kontor_ledger::ages;
use kontor_ledger::bridge::{self, Part};
use kontor_ledger::money::Amount;
use kontor_store::receivables;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{current_period, period_before};
use crate::context::Context;
use crate::errors::Refusal;
use crate::statements::Income;

/// Sales of this year by month, without tax, beside last year's.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GetSalesByMonth {}

/// Sales of a month, without tax.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct MonthSales {
    /// From 1.
    pub month: u32,
    /// This year; nothing for a month that has not begun or that the book does not have.
    pub now: Option<String>,
    /// Last year.
    pub before: Option<String>,
}

/// Sales by month.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SalesByMonth {
    pub year: i32,
    pub months: Vec<MonthSales>,
    /// This year so far.
    pub total: String,
    /// The same months of last year, as far as the book has them.
    pub total_before: Option<String>,
    /// total less total_before
    pub change: Option<String>,
}

pub(crate) fn sales_by_month(
    context: &Context<'_>,
    _: &GetSalesByMonth,
) -> Result<SalesByMonth, Refusal> {
    let today = context.now.today;
    let (mut months, mut total, mut total_before) = (Vec::new(), Amount::ZERO, None);
    for month in 1..=12 {
        let now = sales_of(context, today.year(), month, today)?;
        let before = sales_of(context, today.year() - 1, month, today)?;
        total = total.plus(now.unwrap_or_default())?;
        if let (Some(before), true) = (before, month <= today.month()) {
            total_before = Some(total_before.unwrap_or(Amount::ZERO).plus(before)?);
        }
        let text = |amount: Option<Amount>| amount.map(|amount| context.text(amount));
        months.push(MonthSales { month, now: text(now), before: text(before) });
    }
    let change = total_before.map(|before| total.minus(before)).transpose()?;
    Ok(SalesByMonth {
        year: today.year(),
        months,
        total: context.text(total),
        total_before: total_before.map(|before| context.text(before)),
        change: change.map(|change| context.text(change)),
    })
}

/// The revenue of a month, or what the asker sold in it where they see nothing but their own.
fn sales_of(
    context: &Context<'_>,
    year: i32,
    month: u32,
    today: NaiveDate,
) -> Result<Option<Amount>, Refusal> {
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(today);
    let period = context.facts.periods.iter().find(|period| period.first_day == first);
    let Some(period) = period.filter(|period| period.first_day <= today) else { return Ok(None) };
    Ok(Some(match context.only_own() {
        Some(person) => receivables::sold_by(context.connection, person, first, period.last_day)?.1,
        None => Income::of(context, period)?.amount("revenue"),
    }))
}

/// What customers owe, by age.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GetReceivableAges {}

/// What is owed of one age.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AgeRow {
    /// current, to-30, to-60, to-90 or over-90 days past the due day
    pub age: &'static str,
    pub count: u64,
    pub amount: String,
}

/// Ages of receivables.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReceivableAges {
    pub rows: Vec<AgeRow>,
    pub total: String,
    pub overdue: String,
}

pub(crate) fn receivable_ages(
    context: &Context<'_>,
    _: &GetReceivableAges,
) -> Result<ReceivableAges, Refusal> {
    let owed = receivables::owed(context.connection, context.only_own())?;
    let sums = ages::ages(owed.iter().map(|one| (one.due, one.open)), context.now.today)?;
    let total = Amount::sum(sums.iter().map(|sum| sum.amount))?;
    let overdue = Amount::sum(sums.iter().skip(1).map(|sum| sum.amount))?;
    Ok(ReceivableAges {
        rows: sums
            .iter()
            .map(|sum| AgeRow {
                age: sum.age.word(),
                count: sum.count,
                amount: context.text(sum.amount),
            })
            .collect(),
        total: context.text(total),
        overdue: context.text(overdue),
    })
}

/// What led from last period's profit to this one's.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GetProfitBridge {}

/// A step of the bridge.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct BridgeStep {
    /// The row of the income statement.
    pub key: String,
    pub label_zh: String,
    pub label_en: String,
    /// What it added to the profit; a cost that grew is below nothing.
    pub change: String,
}

/// The bridge from one profit to the next.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ProfitBridge {
    pub from_period: Option<String>,
    pub to_period: String,
    pub before: String,
    /// Rows that moved, in the order of the income statement.
    pub steps: Vec<BridgeStep>,
    pub after: String,
}

pub(crate) fn profit_bridge(
    context: &Context<'_>,
    _: &GetProfitBridge,
) -> Result<ProfitBridge, Refusal> {
    let period = current_period(context).ok_or_else(|| Refusal::bug("book without periods"))?;
    let now = Income::of(context, &period)?;
    let earlier = period_before(context, &period);
    let before = earlier.map(|period| Income::of(context, &period)).transpose()?;
    let rows: Vec<_> = now.parts().collect();
    let parts: Vec<Part> = rows
        .iter()
        .map(|part| {
            let amount = before.as_ref().map_or(Amount::ZERO, |income| income.part(&part.row.key));
            Part { before: amount, after: part.amount }
        })
        .collect();
    let bridge = bridge::bridge(&parts)?;
    let steps = rows
        .iter()
        .zip(&bridge.steps)
        .filter(|(_, step)| !step.is_zero())
        .map(|(part, step)| BridgeStep {
            key: part.row.key.clone(),
            label_zh: part.row.zh.clone(),
            label_en: part.row.en.clone(),
            change: context.text(*step),
        })
        .collect();
    Ok(ProfitBridge {
        from_period: earlier.map(|period| period.key.to_string()),
        to_period: period.key.to_string(),
        before: context.text(bridge.before),
        steps,
        after: context.text(bridge.after),
    })
}
