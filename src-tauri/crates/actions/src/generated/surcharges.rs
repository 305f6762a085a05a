//! 计提附加税费: on what VAT is payable and on what a producer's exports offset (T05). What was accrued by hand counts.

use kontor_ledger::account::{AccountId, Side};
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::generated::{Generator, Proposal};
use kontor_ledger::money::Amount;
use kontor_store::figures as stored;

use super::Close;
use crate::errors::Refusal;
use crate::tax::{Figures, is_chinese, is_small};

const RULE: &str = "T05";

pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    if !is_chinese(close.context) {
        return Ok(Vec::new());
    }
    let Some(figures) = Figures::filed_with(close.context, close.period)? else {
        return Ok(Vec::new());
    };
    if figures.profile.is_none() {
        return Ok(Vec::new());
    }
    let base = base(close, &figures)?;
    let mut lines = Vec::new();
    for (rule, made) in figures.surcharges(base)? {
        let payable = close.role(RULE, &format!("{}-payable", rule.id))?;
        let accrued = filed(close, &figures, payable)?;
        let amount = made.owed.minus(accrued)?;
        if !amount.is_zero() {
            let expense = close.role(RULE, &format!("{}-expense", rule.id))?;
            lines.push(Line::new(expense, Side::Debit, amount));
            lines.push(Line::new(payable, Side::Credit, amount));
        }
    }
    let memo = ("memo-surcharges", &[][..]);
    Ok(vec![close.proposal(Generator::Surcharges, "surcharges", EntryKind::Normal, memo, lines)])
}

/// Of a general taxpayer what the ledger moved to unpaid VAT in the filing period, transfer of this close included.
fn base(close: &Close<'_>, figures: &Figures<'_>) -> Result<Amount, Refusal> {
    if is_small(close.context) {
        return figures.small_owed();
    }
    let unpaid = close.role(RULE, "vat-payable")?;
    let offset = figures.producer()?.unwrap_or_default().offset;
    Ok(filed(close, figures, unpaid)?.plus(offset)?)
}

/// What was credited to an account in the filing period: in periods before this one as it is posted, in this one as the
/// close has it.
fn filed(close: &Close<'_>, figures: &Figures<'_>, account: AccountId) -> Result<Amount, Refusal> {
    let mut sum = close.turnover(account)?.credit;
    if let Some(before) = close.period.first_day.pred_opt().filter(|day| figures.span.from <= *day)
    {
        let moved = stored::movement(close.context.connection, figures.span.from, before)?;
        let own = moved.into_iter().filter(|((moved, _), _)| *moved == account);
        for (_, turnover) in own {
            sum = sum.plus(turnover.credit)?;
        }
    }
    Ok(sum)
}
