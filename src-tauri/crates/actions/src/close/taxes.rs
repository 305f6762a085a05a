//! Checks of taxes: what stands on tax accounts has tax rows, and what surcharges and income tax need was decided.

use kontor_ledger::close::Check;
use kontor_ledger::money::Amount;

use super::Closing;
use super::row::{CloseLead, Found};
use crate::errors::Refusal;
use crate::tax::{Figures, is_chinese, lines_without};

pub(super) fn rows(closing: &Closing<'_>) -> Result<Vec<Found>, Refusal> {
    let figures = Figures::of_period(closing.context, closing.period)?;
    let mut rows = vec![tax_rows(&figures)?];
    if is_chinese(closing.context) {
        rows.push(profile(&figures)?);
    }
    Ok(rows)
}

fn tax_rows(figures: &Figures<'_>) -> Result<Found, Refusal> {
    let lines = lines_without(figures)?;
    let Some(first) = lines.first() else {
        return Ok(Found::new(Check::TaxRowsKnown, 0, "tax-rows-known"));
    };
    let mut sum = Amount::ZERO;
    for line in &lines {
        sum = sum.plus(figures.context.amount(&line.amount, "amount")?)?;
    }
    Ok(Found::new(Check::TaxRowsKnown, lines.len() as u64, "tax-rows-missing")
        .amount(sum)
        .fact("entry", &first.number)
        .opening(Some(CloseLead::Tax)))
}

fn profile(figures: &Figures<'_>) -> Result<Found, Refusal> {
    let bears_tax = !figures.moved("output-tax")?.credit.is_zero();
    let is_missing = figures.profile.is_none() && bears_tax;
    let cause = match figures.profile {
        Some(_) => "tax-profile-known",
        None if is_missing => "tax-profile-missing",
        None => "tax-profile-none",
    };
    let found = Found::new(Check::TaxProfileKnown, u64::from(is_missing), cause);
    Ok(found.opening(Some(CloseLead::Tax)))
}
