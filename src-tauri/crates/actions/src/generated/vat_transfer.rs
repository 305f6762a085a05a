//! 转出未交增值税: what a general taxpayer owes moves to unpaid VAT (T01); what a small-scale one need not pay within the
//! threshold becomes income at the end of the filing period (T04).

use kontor_ledger::account::Side;
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::generated::{Generator, Proposal};
use kontor_ledger::money::Amount;
use kontor_ledger::tax::vat::{Transfer, transfer};
use kontor_store::tax::export_pending;

use super::Close;
use crate::errors::Refusal;
use crate::tax::{Figures, is_chinese, is_small};

pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    if !is_chinese(close.context) {
        return Ok(Vec::new());
    }
    let (key, memo, lines) = if is_small(close.context) {
        let Some(figures) = Figures::filed_with(close.context, close.period)? else {
            return Ok(Vec::new());
        };
        ("exempted", "memo-vat-exempted", exempted(close, &figures)?)
    } else {
        ("unpaid", "memo-vat-transfer", unpaid(close)?)
    };
    let memo = (memo, &[][..]);
    Ok(vec![close.proposal(Generator::VatTransfer, key, EntryKind::Normal, memo, lines)])
}

/// The thresholds read tax rows, not balances (corrections 12).
fn exempted(close: &Close<'_>, figures: &Figures<'_>) -> Result<Vec<Line>, Refusal> {
    let small = figures.small()?;
    let is_exempt = small.is_exempt(figures.threshold())?;
    if !is_exempt || small.other_tax.is_zero() {
        return Ok(Vec::new());
    }
    let account = |role| close.role("T04", role);
    Ok(vec![
        Line::new(account("vat")?, Side::Debit, small.other_tax),
        Line::new(account("vat-exempted")?, Side::Credit, small.other_tax),
    ])
}

fn unpaid(close: &Close<'_>) -> Result<Vec<Line>, Refusal> {
    let context = close.context;
    let mut balance = Amount::ZERO;
    for account in close.below(context.facts.standard.role("vat", "general").unwrap_or_default()) {
        balance = balance.minus(close.balance(account.id)?)?;
    }
    // Input tax that is kept for a trader's refund never enters the netting (corrections 3): what is refunded with this
    // period has been moved out by the refund before, what comes later or by nobody is counted out here.
    let key = close.period.key;
    let is_trader =
        crate::tax::profile_of(&context.facts, key).is_some_and(|one| one.exporter == "trader");
    let after = is_trader.then_some(key);
    balance = balance.plus(export_pending(context.connection, after, close.period.last_day)?)?;
    let prepaid = context.role_account("vat-prepaid");
    let prepaid = prepaid.map(|account| close.turnover(account)).transpose()?.unwrap_or_default();
    let account = |role| close.role("T01", role);
    Ok(match transfer(balance, prepaid.net_debit()?)? {
        Transfer::Nothing => Vec::new(),
        Transfer::Unpaid(amount) => vec![
            Line::new(account("vat-unpaid-transfer")?, Side::Debit, amount),
            Line::new(account("vat-payable")?, Side::Credit, amount),
        ],
        Transfer::Overpaid(amount) => vec![
            Line::new(account("vat-payable")?, Side::Debit, amount),
            Line::new(account("vat-overpaid-transfer")?, Side::Credit, amount),
        ],
    })
}
