//! 计提所得税: at the end of a quarter, tax on the profit of the year so far less what the year has accrued (T07); in other
//! books current tax at the company's own rate (T12).

use kontor_ledger::account::Side;
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::generated::{Generator, Proposal};
use kontor_ledger::reversal::ReversalStyle;

use super::Close;
use crate::errors::Refusal;
use crate::tax::{Figures, is_chinese};

const RULE: &str = "T07";

pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    if !close.period.key.number.is_multiple_of(3) && !close.is_year_end() {
        return Ok(Vec::new());
    }
    let figures = Figures::of_period(close.context, close.period)?;
    let has_rate = figures
        .profile
        .is_some_and(|profile| is_chinese(close.context) || profile.income_rate.is_some());
    if !has_rate {
        return Ok(Vec::new());
    }
    let (expense, payable) =
        (close.role(RULE, "income-tax-expense")?, close.role(RULE, "income-tax-payable")?);
    let accrued = close.year_turnover(expense)?.net_debit()?;
    let mut profit = close.year_profit()?.plus(accrued)?;
    if let Some(deferred) = close.context.role_account("deferred-tax-expense") {
        profit = profit.plus(close.year_turnover(deferred)?.net_debit()?)?;
    }
    let amount = figures.income_on(profit)?.owed.minus(accrued)?;
    let is_swapped =
        amount.is_negative() && close.context.facts.standard.reversal == ReversalStyle::Swapped;
    let lines = if amount.is_zero() {
        Vec::new()
    } else if is_swapped {
        let back = amount.negated()?;
        vec![Line::new(payable, Side::Debit, back), Line::new(expense, Side::Credit, back)]
    } else {
        vec![Line::new(expense, Side::Debit, amount), Line::new(payable, Side::Credit, amount)]
    };
    let memo = ("memo-income-tax", &[][..]);
    Ok(vec![close.proposal(Generator::IncomeTax, "income-tax", EntryKind::Normal, memo, lines)])
}
