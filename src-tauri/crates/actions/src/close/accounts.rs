//! Checks of single accounts: opening balances, accounts that only pass on, profit and loss.

use kontor_ledger::account::{Account, Class};
use kontor_ledger::close::Check;
use kontor_ledger::money::Amount;
use kontor_store::entries as stored;

use super::Closing;
use super::row::{CloseLead, Found};
use crate::errors::Refusal;

/// Roles of accounts that only pass on what stands on them, where a standard's chart has them.
const CLEARING: [&str; 2] = ["losses-pending", "overhead"];

pub(super) fn rows(closing: &Closing<'_>) -> Result<Vec<Found>, Refusal> {
    let mut rows = vec![opening(closing)?];
    rows.extend(clearing(closing)?);
    rows.push(profit(closing)?);
    Ok(rows)
}

fn opening(closing: &Closing<'_>) -> Result<Found, Refusal> {
    let context = closing.context;
    let is_there = stored::has_opening(context.connection)?;
    let is_missing = context.facts.company.expects_opening && !is_there;
    let cause = match (is_missing, is_there) {
        (true, _) => "opening-missing",
        (false, true) => "opening-present",
        (false, false) => "opening-none",
    };
    Ok(Found::new(Check::OpeningPresent, u64::from(is_missing), cause)
        .opening(Some(CloseLead::Opening)))
}

/// The accounts among those of a condition that are not empty at the end of the period.
fn standing(
    closing: &Closing<'_>,
    is_asked: impl Fn(&Account) -> bool,
) -> Result<Vec<(String, Amount)>, Refusal> {
    let chart = &closing.context.facts.chart;
    let mut found: Vec<(String, Amount)> = closing
        .balances
        .iter()
        .filter(|(_, balance)| !balance.is_zero())
        .filter_map(|(id, balance)| Some((chart.get(*id)?, *balance)))
        .filter(|(account, _)| is_asked(account))
        .map(|(account, balance)| (account.code.clone(), balance))
        .collect();
    found.sort();
    Ok(found)
}

fn clearing(closing: &Closing<'_>) -> Result<Option<Found>, Refusal> {
    let context = closing.context;
    let vat_kind = &context.facts.company.vat_kind;
    let codes: Vec<&str> =
        CLEARING.iter().filter_map(|role| context.facts.standard.role(role, vat_kind)).collect();
    if codes.is_empty() {
        return Ok(None);
    }
    let is_asked = |account: &Account| codes.iter().any(|code| account.code.starts_with(code));
    let found = standing(closing, is_asked)?;
    Ok(Some(match found.first() {
        None => Found::new(Check::ClearingEmpty, 0, "clearing-empty")
            .amount(Amount::ZERO)
            .fact("accounts", codes.join(", ")),
        Some((code, balance)) => {
            Found::new(Check::ClearingEmpty, found.len() as u64, "clearing-open")
                .amount(*balance)
                .fact("account", code)
                .opening(Some(CloseLead::Account(code.clone())))
        }
    }))
}

fn profit(closing: &Closing<'_>) -> Result<Found, Refusal> {
    let found = standing(closing, |account| account.class == Class::ProfitLoss)?;
    // A profit stands in credit.
    let sum = Amount::sum(found.iter().map(|(_, balance)| *balance))?.negated()?;
    Ok(match found.first() {
        None => Found::new(Check::ProfitTransferred, 0, "profit-transferred").amount(Amount::ZERO),
        Some((code, _)) => {
            Found::new(Check::ProfitTransferred, found.len() as u64, "profit-standing")
                .amount(sum)
                .fact("account", code)
                .opening(Some(CloseLead::Account(code.clone())))
        }
    })
}
