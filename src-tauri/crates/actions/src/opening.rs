//! Opening balances typed by a person: what was there before the first period, as often as needed until the first close.
//!
//! What is posted stays, so a change posts the difference as a further opening entry; the sums of all of them are the
//! opening. The log shows who stated what, and when.

use std::collections::BTreeMap;

use kontor_ledger::account::AccountId;
use kontor_ledger::balance::Turnover;
use kontor_ledger::entry::{self, Entry, EntryKind, Line};
use kontor_ledger::money::Amount;
use kontor_ledger::party::PartyId;
use kontor_ledger::period::{Period, PeriodState};
use kontor_store::entries as stored;
use kontor_store::parties::get as party_of;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Named};
use crate::errors::ledger::from_entry;
use crate::errors::{Code, Refusal};
use crate::parties;
use crate::plan::{Plan, PlannedEntry, Step};

/// What an account, or a party on it, begins with.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct OpeningLine {
    pub account: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// States the opening balances, in place of those stated before. Possible until the first period is closed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SetOpening {
    pub lines: Vec<OpeningLine>,
}

/// Opening balances by account and party.
type Balances = BTreeMap<(AccountId, Option<PartyId>), Turnover>;

pub(crate) fn plan_set(context: &Context<'_>, request: &SetOpening) -> Result<Plan, Refusal> {
    let period = first_period(context)?;
    if period.state == PeriodState::Closed {
        return Err(Refusal::new(Code::OpeningSettled).with("period", period.key));
    }
    let wanted = read(context, request)?;
    refuse_unbalanced(context, &wanted)?;
    let lines = differences(&standing(context, period)?, &wanted)?;
    if lines.is_empty() {
        return Ok(Plan::default());
    }
    let entry = Entry {
        date: period.first_day.pred_opt().unwrap_or(period.first_day),
        word: context.facts.standard.opening_word.to_owned(),
        kind: EntryKind::Opening,
        memo: context.words().say("memo-opening", &[]),
        lines,
    };
    let period = entry::check(&entry, &context.facts.chart, &context.facts.periods)
        .map_err(|refusal| from_entry(refusal, context.currency()))?;
    Ok(Plan::of(Step::PostEntry(Box::new(PlannedEntry {
        entry,
        period,
        signed_by: None,
        reviewed_by: None,
        rule: None,
        origin: None,
        paper: None,
        reversal_of: None,
        draft: None,
    }))))
}

fn first_period(context: &Context<'_>) -> Result<Period, Refusal> {
    let first = context.facts.periods.first().copied();
    first.ok_or_else(|| Refusal::bug("book without periods"))
}

/// What was typed, by account and party; a place typed twice is added up.
fn read(context: &Context<'_>, request: &SetOpening) -> Result<Balances, Refusal> {
    let mut wanted = Balances::new();
    for (number, line) in (1_usize..).zip(&request.lines) {
        let at = |refusal: Refusal| refusal.with("line", number);
        let account = context.account(&line.account, "account").map_err(at)?;
        let side = |text: &Option<String>, field| match text.as_deref().map(str::trim) {
            None | Some("") => Ok(Amount::ZERO),
            Some(text) => context.amount(text, field).map_err(at),
        };
        let typed =
            Turnover { debit: side(&line.debit, "debit")?, credit: side(&line.credit, "credit")? };
        if typed == Turnover::default() {
            continue;
        }
        let party = match line.party {
            Some(uid) => Some(parties::get(context, uid, "party").map_err(at)?.id),
            None => None,
        };
        if account.needs_party && party.is_none() {
            let refusal = Refusal::new(Code::PartyMissing).with("account", &account.code);
            return Err(at(refusal.with("field", "party")));
        }
        let sum = wanted.entry((account.id, party)).or_default();
        *sum = sum.plus(typed)?;
    }
    Ok(wanted)
}

fn refuse_unbalanced(context: &Context<'_>, wanted: &Balances) -> Result<(), Refusal> {
    let debit = Amount::sum(wanted.values().map(|one| one.debit))?;
    let credit = Amount::sum(wanted.values().map(|one| one.credit))?;
    if debit == credit {
        return Ok(());
    }
    Err(Refusal::new(Code::Unbalanced)
        .with("debit", context.text(debit))
        .with("credit", context.text(credit))
        .with("difference", context.text(debit.minus(credit)?)))
}

/// What has been stated so far.
fn standing(context: &Context<'_>, period: Period) -> Result<Balances, Refusal> {
    Ok(stored::opening(context.connection, period.key)?.into_iter().collect())
}

/// The lines that bring what stands to what is wanted, each on its own side; less than before is red.
fn differences(standing: &Balances, wanted: &Balances) -> Result<Vec<Line>, Refusal> {
    let mut lines = Vec::new();
    let places: std::collections::BTreeSet<_> = standing.keys().chain(wanted.keys()).collect();
    for place in places {
        let (old, new) = (standing.get(place), wanted.get(place));
        let (old, new) = (old.copied().unwrap_or_default(), new.copied().unwrap_or_default());
        let sides = [
            (kontor_ledger::account::Side::Debit, new.debit.minus(old.debit)?),
            (kontor_ledger::account::Side::Credit, new.credit.minus(old.credit)?),
        ];
        for (side, amount) in sides.into_iter().filter(|(_, amount)| !amount.is_zero()) {
            lines.push(Line { party: place.1, ..Line::new(place.0, side, amount) });
        }
    }
    Ok(lines)
}

/// The opening balances as they stand.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GetOpening {}

/// What an account, or a party on it, begins with.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OpeningRow {
    pub account: String,
    pub party: Option<Named>,
    pub debit: String,
    pub credit: String,
}

/// The opening balances as they stand.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Opening {
    /// The first period, whose first day they are the morning of.
    pub period: String,
    /// Whether the first period is closed, so that they stay.
    pub is_settled: bool,
    /// Whether the company announced balances.
    pub is_expected: bool,
    pub rows: Vec<OpeningRow>,
}

pub(crate) fn get(context: &Context<'_>, _: &GetOpening) -> Result<Opening, Refusal> {
    let period = first_period(context)?;
    let mut rows = Vec::new();
    for ((account, party), sums) in standing(context, period)? {
        if sums == Turnover::default() {
            continue;
        }
        let party = match party {
            Some(id) => {
                let party = party_of(context.connection, id)?;
                Some(Named { uid: party.uid, name: party.name })
            }
            None => None,
        };
        rows.push(OpeningRow {
            account: crate::plan::account_code(&context.facts.chart, account),
            party,
            debit: context.text(sums.debit),
            credit: context.text(sums.credit),
        });
    }
    Ok(Opening {
        period: period.key.to_string(),
        is_settled: period.state == PeriodState::Closed,
        is_expected: context.facts.company.expects_opening,
        rows,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn balances(rows: &[(i64, i64, i64)]) -> Balances {
        let amount = Amount::from_minor;
        rows.iter()
            .map(|(account, debit, credit)| {
                let sums = Turnover { debit: amount(*debit), credit: amount(*credit) };
                ((AccountId(*account), None), sums)
            })
            .collect()
    }

    #[test]
    fn a_change_posts_only_the_difference_and_less_is_red() {
        let before = balances(&[(1, 1000, 0), (2, 0, 1000)]);
        let after = balances(&[(1, 800, 0), (3, 200, 0), (2, 0, 1000)]);
        let lines = differences(&before, &after).unwrap();
        let seen: Vec<_> = lines
            .iter()
            .map(|line| (line.account.0, line.debit.minor(), line.credit.minor()))
            .collect();
        assert_eq!(seen, [(1, -200, 0), (3, 200, 0)]);
        assert!(differences(&after, &after).unwrap().is_empty());
    }
}
