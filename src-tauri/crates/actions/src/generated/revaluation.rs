//! 期末调汇: balances in other currencies brought to the closing rate, monetary ones only (X03, X04, X06).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::{Account, AccountId, Side};
use kontor_ledger::balance::CurrencyTurnover;
use kontor_ledger::cash_flow::EXCHANGE;
use kontor_ledger::entry::{Entry, EntryKind, Foreign, Line};
use kontor_ledger::exchange::{Position, Revaluation, revaluation};
use kontor_ledger::generated::{Generator, Proposal};
use kontor_ledger::money::{Amount, Currency};
use kontor_ledger::party::PartyId;
use kontor_ledger::reversal::take_back;
use kontor_store::currency_balances;
use rust_decimal::Decimal;

use super::Close;
use crate::currency_policies;
use crate::errors::{Code, Refusal};
use crate::exchange_differences::Cause;
use crate::exchange_rates::closing_rate;

/// The balances that one entry brings to the closing rate.
type Group = Vec<(AccountId, Option<PartyId>, Position)>;

/// One entry by currency and cause, and where the company takes revaluations back, one more that does so on the first
/// day of the next period.
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    let way = currency_policies::of(&close.context.facts, close.period.key).revaluation;
    let mut proposals = Vec::new();
    for ((currency, cause), group) in groups(close)? {
        let rate = match group.iter().all(|(_, _, standing)| standing.foreign.is_zero()) {
            // What is left of rounding goes without a rate.
            true => Decimal::ZERO,
            false => closing_rate(close.context, currency, close.period.last_day)?,
        };
        let lines = lines(close, cause, currency, rate, &group)?;
        let key = format!("{}-{}", currency.code(), cause.word());
        let text = rate.normalize().to_string();
        let facts = [("currency", currency.code().into()), ("rate", text.as_str().into())];
        let memo = ("memo-revaluation", &facts[..]);
        let made = close.proposal(Generator::Revaluation, &key, EntryKind::Normal, memo, lines);
        if way == Revaluation::Reversed {
            proposals.push(taken_back(close, &made, currency)?);
        }
        proposals.push(made);
    }
    // What is taken back stands after everything it takes back.
    proposals.sort_by_key(|proposal| proposal.date);
    Ok(proposals)
}

/// What stands at the end of the period on monetary accounts, by currency and cause, then by account and party.
fn groups(close: &Close<'_>) -> Result<BTreeMap<(Currency, Cause), Group>, Refusal> {
    let mut sums: BTreeMap<(Currency, AccountId, Option<PartyId>), CurrencyTurnover> =
        BTreeMap::new();
    for balance in currency_balances::list(close.context.connection, close.period.key)? {
        let sum = sums.entry((balance.currency, balance.account, balance.party)).or_default();
        *sum = sum.plus(balance.moved)?;
    }
    let chart = &close.context.facts.chart;
    for line in close.shifts() {
        if let Some((currency, moved)) = CurrencyTurnover::of_line(line) {
            let is_kept = chart.get(line.account).is_some_and(Account::is_kept_per_party);
            let party = line.party.filter(|_| is_kept);
            let sum = sums.entry((currency, line.account, party)).or_default();
            *sum = sum.plus(moved)?;
        }
    }
    let mut groups: BTreeMap<(Currency, Cause), Group> = BTreeMap::new();
    for ((currency, id, party), sum) in sums {
        let Some(account) = chart.get(id).filter(|account| account.is_monetary) else { continue };
        let standing = sum.position()?;
        // A group without balances still stands, so that what was posted for it is taken back.
        let group = groups.entry((currency, Cause::of(account))).or_default();
        if !standing.is_nothing() {
            group.push((id, party, standing));
        }
    }
    Ok(groups)
}

/// The lines that bring balances to the rate, and the difference against them: gains apart from losses.
fn lines(
    close: &Close<'_>,
    cause: Cause,
    currency: Currency,
    rate: Decimal,
    group: &Group,
) -> Result<Vec<Line>, Refusal> {
    let own = close.context.currency();
    let mut lines = Vec::new();
    let (mut gains, mut losses) = (Amount::ZERO, Amount::ZERO);
    for (account, party, standing) in group {
        let by = revaluation(*standing, currency, rate, own)?;
        if by.is_zero() {
            continue;
        }
        let mut line = if by.is_negative() {
            losses = losses.minus(by)?;
            Line::new(*account, Side::Credit, by.negated()?)
        } else {
            gains = gains.plus(by)?;
            Line::new(*account, Side::Debit, by)
        };
        line.party = *party;
        line.foreign = Some(Foreign { currency, amount: Amount::ZERO, rate });
        line.cash_flow_item = (cause == Cause::Cash).then(|| EXCHANGE.to_owned());
        lines.push(line);
    }
    let (gain, loss) = cause.roles();
    for (role, side, amount) in [(gain, Side::Credit, gains), (loss, Side::Debit, losses)] {
        if !amount.is_zero() {
            lines.push(Line::new(close.role("X03", role)?, side, amount));
        }
    }
    Ok(lines)
}

/// The entry that takes a revaluation back on the first day of the next period.
fn taken_back(close: &Close<'_>, made: &Proposal, currency: Currency) -> Result<Proposal, Refusal> {
    let (words, date) = (close.context.words(), day_after(close)?);
    let memo = words.say("memo-revaluation-back", &[("currency", currency.code().into())]);
    let entry = Entry {
        date: made.date,
        word: String::new(),
        kind: made.kind,
        memo: String::new(),
        lines: made.lines.clone(),
    };
    let back = take_back(&entry, date, memo, close.context.facts.standard.reversal)?;
    let key = format!("{}-back", made.key);
    let (generator, kind) = (Generator::Revaluation, EntryKind::Normal);
    Ok(Proposal { generator, key, date, kind, memo: back.memo, lines: back.lines })
}

/// The first day of the period after this one.
fn day_after(close: &Close<'_>) -> Result<NaiveDate, Refusal> {
    let periods = &close.context.facts.periods;
    let next = periods.iter().find(|period| period.first_day > close.period.last_day);
    next.map(|next| next.first_day).ok_or_else(|| {
        Refusal::new(Code::PeriodUnknown)
            .with("period", close.period.last_day.succ_opt().unwrap_or(close.period.last_day))
            .with("field", "period")
    })
}
