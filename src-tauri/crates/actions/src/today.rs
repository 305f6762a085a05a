//! Today: how the company stands, at a glance. Each person sees the figures their role may see elsewhere, and a figure
//! they may not see is not there.
//!
//! Everything here is answered from balances of periods, open invoices and drafts; the lines of the book are not read.

mod charts;
mod forecast;
mod waiting;

pub use charts::{
    AgeRow, BridgeStep, GetProfitBridge, GetReceivableAges, GetSalesByMonth, MonthSales,
    ProfitBridge, ReceivableAges, SalesByMonth,
};
pub(crate) use charts::{profit_bridge, receivable_ages, sales_by_month};
pub(crate) use forecast::forecast_cash;
pub use forecast::{CashForecast, ForecastCash, HelpRow, PaymentRow, ShortfallView, WeekRow};
pub use waiting::{Closable, DraftsWaiting, OverdueWaiting, UnassignedWaiting, Waiting};

use chrono::{Datelike, Days, NaiveDate};
use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_store::{figures, receivables};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::errors::Refusal;
use crate::register;
use crate::statements::Income;

/// How far ahead the top line looks, in days.
const AHEAD: u64 = 30;

/// How the company stands today.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GetToday {}

/// How the company stands today; a figure the asker may not see is null.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Today {
    pub day: NaiveDate,
    /// Nothing was ever posted.
    pub is_empty: bool,
    pub cash: Option<CashNow>,
    pub due_in: Option<DueIn>,
    pub due_out: Option<DueOut>,
    pub profit: Option<ProfitSoFar>,
    /// The asker's own sales, for whom sees nothing but their own.
    pub sales: Option<OwnSales>,
    pub waiting: Waiting,
}

/// Cash and bank.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CashNow {
    pub amount: String,
    /// How many accounts hold or owe something.
    pub accounts: usize,
}

/// What customers owe within the coming thirty days.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct DueIn {
    /// Due by then, what is overdue included.
    pub amount: String,
    pub count: usize,
    pub overdue: String,
    pub overdue_count: usize,
    /// Everything that is owed, whenever it is due.
    pub total: String,
}

/// What suppliers are owed. The book has no bills yet, so it is their balances.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct DueOut {
    /// Due within the coming thirty days, by each supplier's terms.
    pub amount: String,
    pub suppliers: usize,
    /// Everything that suppliers are owed.
    pub total: String,
}

/// The profit of the current period so far.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ProfitSoFar {
    pub period: String,
    pub profit: String,
    pub last_period: Option<String>,
    pub last_profit: Option<String>,
    /// Rows of the income statement that had something last period and have nothing yet: month-end entries to come.
    pub lacks: Vec<RowName>,
}

/// A row of the income statement.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RowName {
    pub key: String,
    pub label_zh: String,
    pub label_en: String,
}

/// What a person sold themselves.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OwnSales {
    /// This month, without tax.
    pub net: String,
    pub count: u64,
    pub last_net: String,
}

pub(crate) fn get(context: &Context<'_>, _: &GetToday) -> Result<Today, Refusal> {
    let day = context.now.today;
    let owed = receivables::owed(context.connection, context.only_own())?;
    Ok(Today {
        day,
        is_empty: figures::is_empty(context.connection)?,
        cash: sees(context, "list_receipts").then(|| cash(context, day)).transpose()?,
        due_in: sees(context, "list_receivables")
            .then(|| due_in(context, day, &owed))
            .transpose()?,
        due_out: sees(context, "get_statement").then(|| due_out(context, day)).transpose()?,
        profit: match current_period(context) {
            Some(period) if sees(context, "get_statement") => Some(profit(context, &period)?),
            _ => None,
        },
        sales: context.only_own().map(|person| own_sales(context, day, person)).transpose()?,
        waiting: waiting::waiting(context, day, &owed)?,
    })
}

/// Whether the asker may see what another question shows.
fn sees(context: &Context<'_>, name: &str) -> bool {
    register::find(name).is_some_and(|row| row.allows(context.actor.role))
}

/// The period of today; when the book has none, its last or its first.
fn current_period(context: &Context<'_>) -> Option<Period> {
    let periods = &context.facts.periods;
    let day = context.now.today.clamp(periods.first()?.first_day, periods.last()?.last_day);
    periods.iter().find(|period| period.first_day <= day && day <= period.last_day).copied()
}

/// The period before another.
fn period_before(context: &Context<'_>, period: &Period) -> Option<Period> {
    context.facts.periods.iter().rev().find(|other| other.key < period.key).copied()
}

fn cash(context: &Context<'_>, day: NaiveDate) -> Result<CashNow, Refusal> {
    let balances = figures::cash_at(context.connection, &context.facts.chart, day)?;
    let amount = Amount::sum(balances.values().copied())?;
    let accounts = balances.values().filter(|balance| !balance.is_zero()).count();
    Ok(CashNow { amount: context.text(amount), accounts })
}

/// The last day the top line looks at.
fn horizon(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(AHEAD)).unwrap_or(day)
}

fn due_in(
    context: &Context<'_>,
    day: NaiveDate,
    owed: &[receivables::Owed],
) -> Result<DueIn, Refusal> {
    let (until, mut due, mut overdue) = (horizon(day), (0, Amount::ZERO), (0, Amount::ZERO));
    for one in owed.iter().filter(|one| one.due <= until) {
        due = (due.0 + 1, due.1.plus(one.open)?);
        if one.due < day {
            overdue = (overdue.0 + 1, overdue.1.plus(one.open)?);
        }
    }
    let total = Amount::sum(owed.iter().map(|one| one.open))?;
    Ok(DueIn {
        amount: context.text(due.1),
        count: due.0,
        overdue: context.text(overdue.1),
        overdue_count: overdue.0,
        total: context.text(total),
    })
}

fn due_out(context: &Context<'_>, day: NaiveDate) -> Result<DueOut, Refusal> {
    let until = horizon(day);
    let owed = forecast::owed_to_suppliers(context, day)?;
    let due = owed.iter().filter(|one| one.day <= until).map(|one| one.amount);
    Ok(DueOut {
        amount: context.text(Amount::sum(due)?),
        suppliers: owed.iter().map(forecast::OwedTo::suppliers).sum(),
        total: context.text(Amount::sum(owed.iter().map(|one| one.amount))?),
    })
}

fn profit(context: &Context<'_>, period: &Period) -> Result<ProfitSoFar, Refusal> {
    let now = Income::of(context, period)?;
    let before = match period_before(context, period) {
        Some(before) => Some((before, Income::of(context, &before)?)),
        None => None,
    };
    let lacks = match &before {
        Some((_, before)) => now
            .parts()
            .filter(|part| part.amount.is_zero() && !before.amount(&part.row.key).is_zero())
            .map(|part| RowName {
                key: part.row.key.clone(),
                label_zh: part.row.zh.clone(),
                label_en: part.row.en.clone(),
            })
            .collect(),
        None => Vec::new(),
    };
    Ok(ProfitSoFar {
        period: period.key.to_string(),
        profit: context.text(now.profit()),
        last_period: before.as_ref().map(|(period, _)| period.key.to_string()),
        last_profit: before.as_ref().map(|(_, income)| context.text(income.profit())),
        lacks,
    })
}

fn own_sales(context: &Context<'_>, day: NaiveDate, person: i64) -> Result<OwnSales, Refusal> {
    let first = day.with_day(1).unwrap_or(day);
    let last = first.pred_opt().unwrap_or(first);
    let last_first = last.with_day(1).unwrap_or(last);
    let (count, net) = receivables::sold_by(context.connection, person, first, day)?;
    let (_, last_net) = receivables::sold_by(context.connection, person, last_first, last)?;
    Ok(OwnSales { net: context.text(net), count, last_net: context.text(last_net) })
}
