//! 结转利润分配: at the end of the year only undistributed profit keeps a balance (C06); in other books dividends
//! declared are closed to retained earnings whenever profit and loss is (C08).

use kontor_ledger::entry::EntryKind;
use kontor_ledger::generated::{Generator, Proposal, closing_lines};

use super::Close;
use crate::errors::Refusal;

/// One entry that empties the accounts of distribution.
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    let context = close.context;
    let undistributed = close.role("C06", "undistributed-profit")?;
    let by_role = |role: &str| context.facts.standard.role(role, &context.facts.company.vat_kind);
    let (code, memo) = match (by_role("profit-distribution"), by_role("dividends")) {
        (Some(code), _) if close.is_year_end() => (code, "memo-distribution"),
        (None, Some(code)) if close.policy.is_monthly || close.is_year_end() => {
            (code, "memo-dividends")
        }
        _ => return Ok(Vec::new()),
    };
    let mut balances = Vec::new();
    for account in close.below(code).into_iter().filter(|account| account.id != undistributed) {
        balances.push((account.id, close.balance(account.id)?));
    }
    let lines = closing_lines(&balances, undistributed)?;
    let (generator, kind) = (Generator::Distribution, EntryKind::Closing);
    Ok(vec![close.proposal(generator, "distribution", kind, (memo, &[][..]), lines)])
}
