//! 计提折旧: what the cards of fixed assets are charged in a period, by the accounts they are charged to (F03).

use std::collections::BTreeMap;

use kontor_ledger::account::{AccountId, Side};
use kontor_ledger::depreciation::{AssetClass, Month};
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::generated::{Generator, Proposal};
use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_reports::words::Arg;
use kontor_store::assets;

use super::Close;
use crate::errors::Refusal;
use crate::plan::account_code;

/// One entry for all fixed assets.
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    charged(close, AssetClass::Tangible, Generator::Depreciation, "memo-depreciation")
}

/// One entry for the cards of a class: a line for each account they are charged to, and one for each they are kept on.
pub(super) fn charged(
    close: &Close<'_>,
    class: AssetClass,
    generator: Generator,
    memo: &str,
) -> Result<Vec<Proposal>, Refusal> {
    let context = close.context;
    let (after, month) = months(&context.facts.periods, &close.period);
    let (mut debits, mut credits) = (Sums::new(), Sums::new());
    for row in assets::list(context.connection)? {
        let asset = row.asset(context.facts.standard.is_chinese());
        let Some(asset) = asset.filter(|_| row.card.class == class) else { continue };
        let Some(expense) = row.expense(month) else { continue };
        let charges = asset.schedule(month)?.into_iter().filter(|one| one.month > after);
        let charge = Amount::sum(charges.map(|one| one.amount))?;
        for (sums, account) in
            [(&mut debits, expense), (&mut credits, row.card.accumulated_account)]
        {
            let code = account_code(&context.facts.chart, account);
            let sum = &mut sums.entry(code).or_insert((account, Amount::ZERO)).1;
            *sum = sum.plus(charge)?;
        }
    }
    let mut lines = Vec::new();
    for (side, sums) in [(Side::Debit, debits), (Side::Credit, credits)] {
        let charged = sums.into_values().filter(|(_, amount)| !amount.is_zero());
        lines.extend(charged.map(|(account, amount)| Line::new(account, side, amount)));
    }
    let period = close.period.key.to_string();
    let facts = [("period", Arg::from(&period))];
    let memo = (memo, &facts[..]);
    Ok(vec![close.proposal(generator, generator.word(), EntryKind::Normal, memo, lines)])
}

/// Sums by account, in order of code.
type Sums = BTreeMap<String, (AccountId, Amount)>;

/// The months a period charges: those after the month of the period before, up to its own. A thirteenth period finds its
/// month charged already.
fn months(periods: &[Period], period: &Period) -> (Month, Month) {
    let month = Month::of_period(period);
    let before = periods.iter().rev().find(|one| one.key < period.key);
    (before.map_or(month.later(-1), Month::of_period), month)
}
