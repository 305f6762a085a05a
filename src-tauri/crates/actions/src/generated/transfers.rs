//! The entries of the transfers a company defined, in the order they were made: each sees what those before it move.

use kontor_ledger::account::Side;
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::generated::{Generator, Proposal};
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use kontor_ledger::reversal::ReversalStyle;
use kontor_ledger::transfer::{self, TransferLine};
use kontor_store::transfers;

use super::Close;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::parties;
use crate::transfers::{TransferContent, content_of, formula};

/// One entry for each transfer that is due, and one on the first day of the next period where it is taken back (R06).
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    let context = close.context;
    let mut proposals: Vec<Proposal> = Vec::new();
    for row in transfers::list(context.connection)? {
        let content = content_of(&row)?;
        let Some(part) = due(context, close.period.key, &content) else { continue };
        let lines = lines(close, &content, part, &proposals)
            .map_err(|refusal| refusal.with("transfer", &row.name))?;
        let key = row.uid.to_string();
        let entry = |key: String, date, lines| Proposal {
            generator: Generator::Transfers,
            key,
            date,
            kind: EntryKind::Normal,
            memo: row.name.clone(),
            lines,
        };
        if content.reverses {
            let next = next_day(context, close.period.key)?;
            proposals.push(entry(format!("{key}/back"), next, taken_back(close, &lines)?));
        }
        proposals.push(entry(key, close.period.last_day, lines));
    }
    Ok(proposals)
}

/// Which of its periods a transfer is in, from 1; nothing when it is not due.
fn due(context: &Context<'_>, period: PeriodKey, content: &TransferContent) -> Option<u32> {
    let first = PeriodKey::parse(&content.first)?;
    let last = content.last.as_deref().and_then(PeriodKey::parse);
    if period < first || last.is_some_and(|last| last < period) {
        return None;
    }
    let periods = &context.facts.periods;
    let passed = periods.iter().filter(|one| first <= one.key && one.key < period).count();
    let (month, every) = (i32::from(period.number) - i32::from(first.number), &content.every);
    let is_due = match every.as_str() {
        "quarter" => month.rem_euclid(3) == 0,
        "year" => month == 0,
        _ => true,
    };
    // What is spread is spread over the periods it is due in.
    let passed = match every.as_str() {
        "quarter" => passed / 3,
        "year" => passed / 12,
        _ => passed,
    };
    is_due.then(|| u32::try_from(passed).unwrap_or(u32::MAX).saturating_add(1))
}

fn lines(
    close: &Close<'_>,
    content: &TransferContent,
    part: u32,
    before: &[Proposal],
) -> Result<Vec<Line>, Refusal> {
    let context = close.context;
    let mut transfer = Vec::new();
    for line in &content.lines {
        let party = line.party.map(|uid| parties::get(context, uid, "party")).transpose()?;
        transfer.push(TransferLine {
            account: context.account(&line.account, "account")?.id,
            party: party.map(|party| party.id),
            side: Side::from_word(&line.side).unwrap_or(Side::Debit),
            formula: formula(context, line, part, &|of, what| figure(close, of, what, before))?,
            memo: line.memo.clone(),
            cash_flow_item: line.cash_flow_item.clone(),
        });
    }
    Ok(transfer::lines(&transfer, context.facts.standard.reversal)?)
}

/// The balance of an account with those below it, on its own side; or one side of its turnover in the period.
fn figure(close: &Close<'_>, of: &str, what: &str, before: &[Proposal]) -> Result<Amount, Refusal> {
    let mut sum = Amount::ZERO;
    let head = close.context.account(of, "of")?.normal_side;
    for account in close.below(of) {
        let within = |proposal: &&Proposal| proposal.date <= close.period.last_day;
        let own = || before.iter().filter(within).flat_map(|proposal| &proposal.lines);
        let own = || own().filter(|line| line.account == account.id);
        let figure = match what {
            "debit" => {
                let moved = Amount::sum(own().map(|line| line.debit))?;
                close.turnover(account.id)?.debit.plus(moved)?
            }
            "credit" => {
                let moved = Amount::sum(own().map(|line| line.credit))?;
                close.turnover(account.id)?.credit.plus(moved)?
            }
            _ => {
                let mut balance = close.balance(account.id)?;
                for line in own() {
                    balance = balance.plus(line.net_debit()?)?;
                }
                if head == Side::Debit { balance } else { balance.negated()? }
            }
        };
        sum = sum.plus(figure)?;
    }
    Ok(sum)
}

/// The first day of the period after.
fn next_day(context: &Context<'_>, period: PeriodKey) -> Result<chrono::NaiveDate, Refusal> {
    let next = context.facts.periods.iter().find(|one| one.key > period);
    let next = next.ok_or_else(|| Refusal::new(Code::NextPeriodMissing).with("period", period))?;
    Ok(next.first_day)
}

/// The lines of an entry taken back, as the standard writes that.
fn taken_back(close: &Close<'_>, lines: &[Line]) -> Result<Vec<Line>, Refusal> {
    let mut back = Vec::new();
    for line in lines {
        let mut turned = line.clone();
        (turned.debit, turned.credit) = match close.context.facts.standard.reversal {
            ReversalStyle::Red => (line.debit.negated()?, line.credit.negated()?),
            ReversalStyle::Swapped => (line.credit, line.debit),
        };
        back.push(turned);
    }
    Ok(back)
}
