//! Checks of the ledger against its detail: trial balance, parties against accounts, invoices against receivables,
//! advances.

use kontor_ledger::balance::Turnover;
use kontor_ledger::close::Check;
use kontor_ledger::money::Amount;
use kontor_store::{figures, receivables};

use super::Closing;
use super::row::{CloseLead, Found};
use crate::errors::Refusal;
use crate::plan::account_code;

pub(super) fn rows(closing: &Closing<'_>) -> Result<Vec<Found>, Refusal> {
    let mut rows = vec![trial_balance(closing)?, parties(closing)?];
    rows.extend(open_invoices(closing)?);
    rows.extend(advances(closing)?);
    rows.extend(super::assets::row(closing)?);
    Ok(rows)
}

fn trial_balance(closing: &Closing<'_>) -> Result<Found, Refusal> {
    let connection = closing.context.connection;
    let period = closing.period;
    let mut turnover = Turnover::default();
    for moved in figures::movement(connection, period.first_day, period.last_day)?.into_values() {
        turnover = turnover.plus(moved)?;
    }
    let balance = Amount::sum(closing.balances.values().copied())?;
    let difference = if balance.is_zero() { turnover.net_debit()? } else { balance };
    let is_even = difference.is_zero();
    let cause = if is_even { "trial-balance-even" } else { "trial-balance-uneven" };
    Ok(Found::new(Check::TrialBalance, u64::from(!is_even), cause)
        .amount(if is_even { turnover.debit } else { difference })
        .opening(Some(CloseLead::Statement("trial-balance"))))
}

/// Every account kept by party against the sum of its parties.
fn parties(closing: &Closing<'_>) -> Result<Found, Refusal> {
    let context = closing.context;
    let mut wrong = Vec::new();
    let mut compared = 0_u64;
    for (account, side) in &closing.sides {
        if !context.facts.chart.get(*account).is_some_and(|found| found.needs_party) {
            continue;
        }
        compared += 1;
        let balance = closing.balance(*account);
        let difference = balance.minus(side.net_debit()?)?;
        if !difference.is_zero() {
            wrong.push((account_code(&context.facts.chart, *account), difference));
        }
    }
    Ok(match wrong.first() {
        None => Found::new(Check::PartiesAgree, 0, "parties-agree").fact("accounts", compared),
        Some((code, difference)) => {
            Found::new(Check::PartiesAgree, wrong.len() as u64, "parties-differ")
                .amount(*difference)
                .fact("account", code)
                .opening(Some(CloseLead::PartyBalances(code.clone())))
        }
    })
}

/// Open invoices against the account for receivables: what was written there by hand has no invoice.
fn open_invoices(closing: &Closing<'_>) -> Result<Option<Found>, Refusal> {
    let context = closing.context;
    let at = closing.period.last_day;
    let Some(account) = context.role_account("receivable") else { return Ok(None) };
    let balance = closing.balance(account);
    let (count, open) = receivables::open_at(context.connection, at)?;
    let difference = balance.minus(open)?;
    let agrees = difference.is_zero();
    let cause = if agrees { "receivables-agree" } else { "receivables-differ" };
    Ok(Some(
        Found::new(Check::ReceivablesAgree, u64::from(!agrees), cause)
            .amount(balance)
            .fact("invoices", count)
            .fact("open", context.text(open))
            .fact("difference", context.text(difference))
            .opening(Some(CloseLead::Aging)),
    ))
}

/// Advances of customers stand in credit; a customer in debit there took more than was paid.
fn advances(closing: &Closing<'_>) -> Result<Option<Found>, Refusal> {
    let context = closing.context;
    let Some(account) = context.role_account("advance-from-customer") else { return Ok(None) };
    let side = closing.sides.get(&account).copied().unwrap_or_default();
    let is_right = side.debit.is_zero();
    let cause = if is_right { "advances-right" } else { "advances-wrong" };
    let code = account_code(&context.facts.chart, account);
    Ok(Some(
        Found::new(Check::AdvancesAgree, u64::from(!is_right), cause)
            .amount(if is_right { side.credit } else { side.debit })
            .fact("account", &code)
            .opening(Some(CloseLead::PartyBalances(code))),
    ))
}
