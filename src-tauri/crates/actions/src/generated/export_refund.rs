//! 出口退税: a trader's refund beside the return (免退税), a producer's within it (免抵退税); two rules (T10, corrections 3).

use kontor_ledger::account::Side;
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::generated::{Generator, Proposal};

use super::Close;
use crate::errors::Refusal;
use crate::tax::Figures;

const RULE: &str = "T10";

/// What is refunded is owed by the tax office, what is not is a cost; a producer's offset stands on both sides.
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    let figures = Figures::of_period(close.context, close.period)?;
    let (refund, cost, offset) = if let Some(made) = figures.trader()? {
        (made.refund, made.cost, None)
    } else if let Some(made) = figures.producer()? {
        (made.refund, made.cost, Some(made.offset))
    } else {
        return Ok(Vec::new());
    };
    let line = |role, side, amount| -> Result<Line, Refusal> {
        Ok(Line::new(close.role(RULE, role)?, side, amount))
    };
    let mut lines = Vec::new();
    if !refund.is_zero() {
        lines.push(line("export-refund-receivable", Side::Debit, refund)?);
    }
    let offset = offset.unwrap_or_default();
    if !offset.is_zero() {
        lines.push(line("vat-export-offset", Side::Debit, offset)?);
    }
    if !refund.plus(offset)?.is_zero() {
        lines.push(line("vat-refund", Side::Credit, refund.plus(offset)?)?);
    }
    if !cost.is_zero() {
        lines.push(line("cost-of-sales", Side::Debit, cost)?);
        lines.push(line("vat-transferred-out", Side::Credit, cost)?);
    }
    let memo = ("memo-export-refund", &[][..]);
    Ok(vec![close.proposal(Generator::ExportRefund, "export", EntryKind::Normal, memo, lines)])
}
