//! 结转本年利润: at the end of the year the profit account goes to undistributed profit, a loss the other way (C03).

use kontor_ledger::entry::EntryKind;
use kontor_ledger::generated::{Generator, Proposal, closing_lines};

use super::Close;
use crate::errors::Refusal;

/// One entry at the end of the year; none where profit and loss goes to retained earnings at once.
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    let profit = close.role("C03", "current-year-profit")?;
    let undistributed = close.role("C03", "undistributed-profit")?;
    if !close.is_year_end() || profit == undistributed {
        return Ok(Vec::new());
    }
    let lines = closing_lines(&[(profit, close.balance(profit)?)], undistributed)?;
    let memo = ("memo-year-profit", &[][..]);
    Ok(vec![close.proposal(Generator::YearProfit, "year", EntryKind::Closing, memo, lines)])
}
