//! 提取法定盈余公积: a tenth of the year's profit after losses of earlier years are covered, until the reserve is half of
//! the registered capital (C04, C07; 公司法 art. 210).

use kontor_ledger::entry::EntryKind;
use kontor_ledger::generated::{Generator, Proposal, standing_line, statutory_reserve};
use kontor_ledger::money::Amount;

use super::Close;
use crate::errors::Refusal;

/// One entry at the end of the year, in books whose chart has a statutory reserve.
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    let context = close.context;
    let accounts = context
        .role_account("statutory-reserve")
        .zip(context.role_account("reserve-appropriation"))
        .zip(context.role_account("paid-in-capital"));
    let Some(((reserve, appropriation), capital)) = accounts.filter(|_| close.is_year_end()) else {
        return Ok(Vec::new());
    };
    let undistributed = close.balance(close.role("C04", "undistributed-profit")?)?.negated()?;
    let registered = match close.policy.registered_capital {
        Some(registered) => registered,
        None => close.balance(capital)?.negated()?,
    };
    let existing = close.balance(reserve)?.negated()?;
    let amount = statutory_reserve(year_profit(close)?, undistributed, existing, registered)?;
    let mut lines = Vec::new();
    if !amount.is_zero() {
        lines.push(standing_line(appropriation, amount)?);
        lines.push(standing_line(reserve, amount.negated()?)?);
    }
    let memo = ("memo-appropriation", &[][..]);
    let (generator, kind) = (Generator::Appropriation, EntryKind::Normal);
    Ok(vec![close.proposal(generator, "statutory-reserve", kind, memo, lines)])
}

/// The profit of the year: what its transfer to undistributed profit moves, or what still stands on the account.
fn year_profit(close: &Close<'_>) -> Result<Amount, Refusal> {
    let account = close.role("C04", "current-year-profit")?;
    let mut profit = close.balance(account)?.negated()?;
    for proposal in close.proposed(Generator::YearProfit) {
        for line in proposal.lines.iter().filter(|line| line.account == account) {
            profit = profit.plus(line.net_debit()?)?;
        }
    }
    Ok(profit)
}
