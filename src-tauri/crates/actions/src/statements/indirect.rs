//! The indirect cash flow: what each account adds to the profit so that it becomes the cash of operations.
//!
//! An account of the balance sheet adds its operating movement, an account of profit and loss takes out what of it is not
//! operating (statements.md §5.7). Where every line has its activity, the sum is the cash of operations exactly.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::{Account, Activity, Class};
use kontor_ledger::money::Amount;
use kontor_reports::{ColumnFigures, How, Layout, layouts};

use super::Unposted;
use crate::context::Context;
use crate::errors::Refusal;

/// The row of accounts for which the layout has none of their own.
const OTHER: &str = "other";

/// Puts into a column's figures what each account adds.
pub(super) fn explain(
    context: &Context<'_>,
    layout: &Layout,
    column: &mut ColumnFigures,
    (from, to): (NaiveDate, NaiveDate),
    unposted: &Unposted,
) -> Result<(), Refusal> {
    let chart = &context.facts.chart;
    let terms = || layout.rows().flat_map(|row| &row.take);
    let explains = |name: &str| {
        let mut adjusting = terms().filter(|term| term.how == How::Adjustment);
        adjusting.any(|term| term.items.iter().any(|item| item == name))
    };
    let outside = outside_profit(context, to)?;
    let shifts = unposted.activities(context, from, to)?;
    let mut accounts: Vec<&Account> = chart.accounts().filter(|account| !account.is_cash).collect();
    accounts.sort_by(|one, other| one.code.cmp(&other.code));
    let mut movements: BTreeMap<&str, Amount> = BTreeMap::new();
    for (code, amount) in &column.movements {
        let sum = movements.entry(code).or_default();
        *sum = sum.plus(*amount)?;
    }
    for account in accounts {
        let moved = movements.get(account.code.as_str()).copied().unwrap_or_default();
        let shift = shifts.get(&account.id).copied().unwrap_or_default();
        let is_operating = account.activity.unwrap_or(Activity::Operating) == Activity::Operating;
        let is_outside = outside.iter().any(|start| account.code.starts_with(start.as_str()));
        let is_profit = account.class == Class::ProfitLoss && !is_outside;
        let own = match (is_profit, is_operating) {
            (true, true) | (false, false) => Amount::ZERO,
            (true, false) => moved.negated()?,
            (false, true) => moved,
        };
        let amount = own.plus(shift)?;
        if amount.is_zero() {
            continue;
        }
        let named = account.indirect.as_deref().filter(|name| explains(name));
        let name = named.unwrap_or(OTHER).to_owned();
        column.adjustments.push((name, account.code.clone(), amount));
    }
    Ok(())
}

/// Beginnings of codes of accounts of profit and loss that the profit does not count.
fn outside_profit(context: &Context<'_>, day: NaiveDate) -> Result<&'static [String], Refusal> {
    let standard = context.facts.standard.name;
    let income = layouts::find(standard, "income-statement", day).map_err(Refusal::bug)?;
    Ok(income.map(|layout| layout.nowhere.as_slice()).unwrap_or_default())
}
