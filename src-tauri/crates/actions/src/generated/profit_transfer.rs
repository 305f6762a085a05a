//! 结转损益: income and expenses to the profit account, for their exact balances, abnormal sides included (C01, C02, C08).

use kontor_ledger::account::Class;
use kontor_ledger::entry::EntryKind;
use kontor_ledger::generated::{Generator, Proposal, closing_lines};

use super::Close;
use crate::errors::Refusal;

/// Two entries: what stands in credit, and what stands in debit. Where profit and loss is transferred once a year, the
/// last period takes it all.
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    if !close.policy.is_monthly && !close.is_year_end() {
        return Ok(Vec::new());
    }
    let against = close.role("C01", "current-year-profit")?;
    let (mut income, mut expenses) = (Vec::new(), Vec::new());
    for account in close.accounts(|account| account.class == Class::ProfitLoss) {
        let balance = close.balance(account.id)?;
        if balance.is_negative() {
            income.push((account.id, balance));
        } else {
            expenses.push((account.id, balance));
        }
    }
    let entry = |key: &str, memo: &str, balances: &[_]| -> Result<Proposal, Refusal> {
        let lines = closing_lines(balances, against)?;
        let memo = (memo, &[][..]);
        Ok(close.proposal(Generator::ProfitTransfer, key, EntryKind::Closing, memo, lines))
    };
    Ok(vec![
        entry("income", "memo-income-transfer", &income)?,
        entry("expenses", "memo-expense-transfer", &expenses)?,
    ])
}
