//! Tags of posted cash lines: the cash-flow item may be set or changed until the period closes.

use kontor_ledger::account::Activity;
use kontor_ledger::period::{PeriodRefusal, PeriodState};
use kontor_store::entries as stored;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::cash_flow_items;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step, account_code};

/// Gives a posted cash line another cash-flow item.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct SetCashFlowItem {
    pub entry: Uuid,
    /// The number of the line.
    pub line: u32,
    pub item: String,
    /// O, I or F, where it differs from the account's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
}

pub(crate) fn plan_retag(
    context: &Context<'_>,
    request: &SetCashFlowItem,
) -> Result<Plan, Refusal> {
    check_item(context, &request.item)?;
    let unknown = || Refusal::new(Code::UnknownEntry).with("entry", request.entry);
    let entry = stored::find(context.connection, request.entry)?.ok_or_else(unknown)?;
    let period = context.facts.periods.iter().find(|period| period.key == entry.period);
    if period.is_none_or(|period| period.state == PeriodState::Closed) {
        let refusal = PeriodRefusal::Closed { period: entry.period, first_open_day: None };
        return Err(refusal.into());
    }
    let line = stored::get_lines(context.connection, entry.id)?
        .into_iter()
        .find(|row| row.no == i64::from(request.line))
        .ok_or_else(unknown)?;
    let is_cash = context.facts.chart.get(line.line.account).is_some_and(|account| account.is_cash);
    if !is_cash {
        return Err(Refusal::new(Code::NotCash)
            .with("line", request.line)
            .with("account", account_code(&context.facts.chart, line.line.account)));
    }
    let activity = match request.activity.as_deref() {
        None | Some("") => None,
        Some(code) => Some(
            Activity::from_code(code)
                .ok_or_else(|| Refusal::new(Code::UnknownField).with("field", "activity"))?,
        ),
    };
    Ok(Plan::of(Step::Retag {
        entry: Box::new(entry),
        line: Box::new(line),
        item: Some(request.item.clone()),
        activity,
    }))
}

/// Refuses a cash-flow item the standard does not have.
pub(crate) fn check_item(context: &Context<'_>, item: &str) -> Result<(), Refusal> {
    let known = cash_flow_items::of(context.facts.standard.name).any(|row| row.code == item);
    if known {
        return Ok(());
    }
    Err(Refusal::new(Code::UnknownCashFlowItem).with("item", item).with("field", "cash_flow_item"))
}

/// The cash-flow items of the book's standard.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListCashFlowItems {}

/// A cash-flow item.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CashFlowItemView {
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
}

/// The cash-flow items of a standard.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CashFlowItemList {
    pub rows: Vec<CashFlowItemView>,
}

pub(crate) fn list_items(
    context: &Context<'_>,
    _: &ListCashFlowItems,
) -> Result<CashFlowItemList, Refusal> {
    let rows = cash_flow_items::of(context.facts.standard.name)
        .map(|row| CashFlowItemView {
            code: row.code.clone(),
            name_zh: row.name_zh.clone(),
            name_en: row.name_en.clone(),
        })
        .collect();
    Ok(CashFlowItemList { rows })
}
