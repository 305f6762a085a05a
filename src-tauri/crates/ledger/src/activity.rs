//! The activity of each line of an entry: operating, investing or financing (statements.md §5.6).
//!
//! An account has an activity, a line may say another one, cash has that of its cash-flow item. Where the operating lines
//! of an entry then do not sum to zero, the line that stands against the other activity is looked for: the payable of a
//! machine bought on credit, the depreciation of one that is sold. It is derived only where there is one answer. Nothing
//! is refused; what is left open is listed.

use std::collections::BTreeMap;

use crate::account::{AccountId, Activity, Chart, Class};
use crate::cash_flow::{EXCHANGE, TRANSFER};
use crate::entry::{Entry, EntryKind};
use crate::money::{Amount, AmountError};

/// A line as far as its activity goes.
#[derive(Clone, Copy, Debug)]
pub struct ActivityLine<'a> {
    /// The account.
    pub account: AccountId,
    /// What it records.
    pub class: Class,
    /// Whether it is cash.
    pub is_cash: bool,
    /// The account's own activity.
    pub own: Option<Activity>,
    /// Whether the indirect cash flow names a row for it.
    pub has_row: bool,
    /// The activity the line says it has; for cash, that of its item.
    pub said: Option<Activity>,
    /// The cash-flow item, for cash.
    pub item: Option<&'a str>,
    /// Debit minus credit.
    pub net_debit: Amount,
}

/// What was found out about an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// By account, credit minus debit that is operating although the account is not, less what is not although it is.
    pub shifts: BTreeMap<AccountId, Amount>,
    /// What the operating lines do not sum to zero by; nothing where every line has its activity.
    pub gap: Amount,
}

/// Finds out the activities of an entry's lines.
///
/// # Errors
/// When a sum does not fit.
pub fn find(lines: &[ActivityLine<'_>]) -> Result<Found, AmountError> {
    let mut found = Found::default();
    let operating = lines.iter().filter(|line| is_operating(line));
    let sum = Amount::sum(operating.map(|line| line.net_debit))?;
    for line in lines.iter().filter(|line| !line.is_cash) {
        let is_own = line.own.unwrap_or(Activity::Operating) == Activity::Operating;
        match (is_own, is_operating(line)) {
            (true, false) => shift(&mut found, line.account, line.net_debit)?,
            (false, true) => shift(&mut found, line.account, line.net_debit.negated()?)?,
            _ => {}
        }
    }
    if sum.is_zero() {
        return Ok(found);
    }
    let is_unassigned = |line: &ActivityLine<'_>| line.is_cash && line.item.is_none();
    match answer(lines, sum)?.filter(|_| !lines.iter().any(is_unassigned)) {
        Some(moved) => {
            for (account, net_debit) in moved {
                shift(&mut found, account, net_debit)?;
            }
        }
        None => found.gap = sum,
    }
    Ok(found)
}

/// Finds out the activities of an entry's lines; openings and closing entries have none.
///
/// # Errors
/// When a sum does not fit.
pub fn of_entry(entry: &Entry, chart: &Chart) -> Result<Found, AmountError> {
    if entry.kind != EntryKind::Normal {
        return Ok(Found::default());
    }
    let mut lines = Vec::with_capacity(entry.lines.len());
    for line in &entry.lines {
        let Some(account) = chart.get(line.account) else { continue };
        let item = line.cash_flow_item.as_deref().filter(|_| account.is_cash);
        lines.push(ActivityLine {
            account: line.account,
            class: account.class,
            is_cash: account.is_cash,
            own: account.activity,
            has_row: account.indirect.is_some(),
            said: line.activity.or_else(|| item.and_then(|item| chart.item_activity(item))),
            item,
            net_debit: line.net_debit()?,
        });
    }
    find(&lines)
}

fn shift(found: &mut Found, account: AccountId, amount: Amount) -> Result<(), AmountError> {
    let sum = found.shifts.entry(account).or_default();
    *sum = sum.plus(amount)?;
    Ok(())
}

fn is_operating(line: &ActivityLine<'_>) -> bool {
    if line.is_cash {
        let is_flow = line.item.is_some_and(|item| item != TRANSFER && item != EXCHANGE);
        return is_flow && line.said == Some(Activity::Operating);
    }
    line.said.or(line.own).unwrap_or(Activity::Operating) == Activity::Operating
}

/// The lines that leave or join operating activities so that the rest sums to zero, each with what is shifted.
fn answer(
    lines: &[ActivityLine<'_>],
    sum: Amount,
) -> Result<Option<Vec<(AccountId, Amount)>>, AmountError> {
    let silent = lines.iter().filter(|line| !line.is_cash && line.said.is_none());
    let (leaving, others): (Vec<_>, Vec<_>) = silent.partition(|line| is_operating(line));
    let is_of_balance = |line: &ActivityLine<'_>| line.class != Class::ProfitLoss;
    let of_balance: Vec<_> = leaving.iter().copied().filter(|line| is_of_balance(line)).collect();
    // What only expenses stand against and a row is named for is used up: deferred expenses, an intangible asset.
    if of_balance.is_empty() {
        let back = sum.negated()?;
        let mut used = others.iter().filter(|line| line.has_row && is_of_balance(line));
        if let Some(line) = used.find(|line| line.net_debit == back) {
            return Ok(Some(vec![(line.account, sum)]));
        }
    }
    if let Some(line) = of_balance.iter().chain(&leaving).find(|line| line.net_debit == sum) {
        return Ok(Some(vec![(line.account, sum)]));
    }
    let is_same_side = |line: &ActivityLine<'_>| line.net_debit.is_negative() == sum.is_negative();
    let candidates: Vec<_> = of_balance.into_iter().filter(|line| is_same_side(line)).collect();
    // One payable for a machine and for goods: a part of it belongs to the machine.
    if let [line] = candidates.as_slice()
        && line.net_debit.minor().unsigned_abs() > sum.minor().unsigned_abs()
    {
        return Ok(Some(vec![(line.account, sum)]));
    }
    let all = Amount::sum(candidates.iter().map(|line| line.net_debit))?;
    let each = || candidates.iter().map(|line| (line.account, line.net_debit)).collect();
    Ok((all == sum).then(each))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use Activity::{Financing, Investing, Operating};

    const BANK: i64 = 1002;
    const MACHINE: i64 = 1601;
    const DEPRECIATION: i64 = 1602;
    const DEFERRED: i64 = 1801;
    const GOODS: i64 = 1405;
    const PAYABLE: i64 = 2202;
    const LOAN: i64 = 2001;
    const GAIN: i64 = 5301;
    const EXPENSE: i64 = 5602;

    fn line(account: i64, net_debit: i64) -> ActivityLine<'static> {
        let own = match account {
            BANK => None,
            MACHINE | DEFERRED | GAIN => Some(Investing),
            LOAN => Some(Financing),
            _ => Some(Operating),
        };
        ActivityLine {
            account: AccountId(account),
            class: if account >= 5000 { Class::ProfitLoss } else { Class::Asset },
            is_cash: account == BANK,
            own,
            has_row: [DEFERRED, DEPRECIATION, GOODS, PAYABLE, GAIN].contains(&account),
            said: None,
            item: None,
            net_debit: Amount::from_minor(net_debit),
        }
    }

    fn cash(net_debit: i64, said: Activity) -> ActivityLine<'static> {
        ActivityLine { said: Some(said), item: Some("item"), ..line(BANK, net_debit) }
    }

    fn found(lines: &[ActivityLine<'_>]) -> (Vec<(i64, i64)>, i64) {
        let found = find(lines).unwrap();
        let mirrored: Vec<_> = lines
            .iter()
            .map(|line| ActivityLine { net_debit: line.net_debit.negated().unwrap(), ..*line })
            .collect();
        let back = find(&mirrored).unwrap();
        for (account, amount) in &found.shifts {
            assert_eq!(back.shifts[account], amount.negated().unwrap(), "a reversal takes it back");
        }
        let shifts = found.shifts.iter().map(|(account, amount)| (account.0, amount.minor()));
        (shifts.collect(), found.gap.minor())
    }

    #[test]
    fn an_entry_within_its_activities_needs_nothing() {
        assert_eq!(found(&[line(GOODS, 90), line(PAYABLE, -90)]), (vec![], 0));
        assert_eq!(found(&[cash(500, Financing), line(LOAN, -500)]), (vec![], 0));
    }

    #[test]
    fn the_payable_of_a_machine_is_investing_when_it_arises_and_when_it_is_paid() {
        assert_eq!(found(&[line(MACHINE, 80), line(PAYABLE, -80)]), (vec![(PAYABLE, -80)], 0));
        assert_eq!(found(&[line(PAYABLE, 80), cash(-80, Investing)]), (vec![(PAYABLE, 80)], 0));
        let both = [line(MACHINE, 80), line(GOODS, 20), line(PAYABLE, -100)];
        assert_eq!(found(&both), (vec![(PAYABLE, -80)], 0));
    }

    #[test]
    fn the_depreciation_of_what_is_sold_goes_with_it() {
        let sold =
            [cash(50, Investing), line(DEPRECIATION, 30), line(MACHINE, -70), line(GAIN, -10)];
        assert_eq!(found(&sold), (vec![(DEPRECIATION, 30)], 0));
    }

    #[test]
    fn what_is_used_up_against_expenses_is_operating() {
        assert_eq!(found(&[line(EXPENSE, 12), line(DEFERRED, -12)]), (vec![(DEFERRED, 12)], 0));
        assert_eq!(found(&[line(DEFERRED, 36), cash(-36, Investing)]), (vec![], 0));
    }

    #[test]
    fn an_exchange_difference_on_cash_leaves_the_profit_of_operations() {
        let revalued = ActivityLine { item: Some(EXCHANGE), ..line(BANK, 7) };
        assert_eq!(found(&[revalued, line(EXPENSE, -7)]), (vec![(EXPENSE, -7)], 0));
    }

    #[test]
    fn what_has_no_answer_is_left_open_and_what_a_line_says_counts() {
        assert_eq!(found(&[cash(500, Operating), line(LOAN, -500)]), (vec![], 500));
        let unassigned = line(BANK, 90);
        assert_eq!(found(&[unassigned, line(PAYABLE, -90)]), (vec![], -90));
        let said = ActivityLine { said: Some(Investing), ..line(GOODS, 10) };
        assert_eq!(found(&[said, cash(-10, Investing)]), (vec![(GOODS, 10)], 0));
    }
}
