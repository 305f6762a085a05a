//! The steps of an entry before it is posted: handed in, signed, reviewed, or sent back; one entry or many at once.

use kontor_ledger::duties::{Actor, Duties, Marks, PersonId, Review};
use kontor_ledger::entry::Entry;
use kontor_ledger::period::PeriodKey;
use kontor_ledger::permission::Role;
use kontor_ledger::voucher_word::{CashMove, cash_move};
use kontor_store::drafts::Draft;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::drafts::{find, request_of, reversal_entry};
use super::{RecordEntry, planned, read_entry};
use crate::context::Context;
use crate::entry_policies;
use crate::errors::{Code, Refusal};
use crate::generated::is_authorised;
use crate::plan::{Plan, Step};

/// Hands drafts in; each must be fit to be posted.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SubmitEntries {
    pub entries: Vec<Uuid>,
}

/// The cashier signs what moves cash.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SignEntries {
    pub entries: Vec<Uuid>,
}

/// Somebody reviews what another prepared.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReviewEntries {
    pub entries: Vec<Uuid>,
}

/// Who prepared entries takes them back while nobody has signed or reviewed them.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct WithdrawEntries {
    pub entries: Vec<Uuid>,
}

/// Entries go back to who prepared them, with the reason; also a review that is taken back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReturnEntries {
    pub entries: Vec<Uuid>,
    pub reason: String,
}

pub(crate) fn plan_submit(context: &Context<'_>, request: &SubmitEntries) -> Result<Plan, Refusal> {
    each(context, &request.entries, None, &|draft, marks, _| {
        planned(context, content_of(context, draft)?)?;
        Ok(marks.submit(actor(context))?)
    })
}

pub(crate) fn plan_sign(context: &Context<'_>, request: &SignEntries) -> Result<Plan, Refusal> {
    each(context, &request.entries, None, &|_, marks, duties| {
        Ok(marks.sign(actor(context), duties)?)
    })
}

pub(crate) fn plan_review(context: &Context<'_>, request: &ReviewEntries) -> Result<Plan, Refusal> {
    each(context, &request.entries, None, &|_, marks, duties| {
        Ok(marks.review(actor(context), duties)?)
    })
}

pub(crate) fn plan_withdraw(
    context: &Context<'_>,
    request: &WithdrawEntries,
) -> Result<Plan, Refusal> {
    each(context, &request.entries, None, &|_, marks, _| Ok(marks.withdraw(actor(context))?))
}

pub(crate) fn plan_return(context: &Context<'_>, request: &ReturnEntries) -> Result<Plan, Refusal> {
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "reason"));
    }
    let back = |_: &Draft, marks: Marks, _: Duties| Ok(marks.send_back(actor(context))?);
    each(context, &request.entries, Some(reason), &back)
}

type Next<'a> = dyn Fn(&Draft, Marks, Duties) -> Result<Marks, Refusal> + 'a;

/// One step for each of the entries, all or none; a refusal names the entry it is about.
fn each(
    context: &Context<'_>,
    entries: &[Uuid],
    reason: Option<&str>,
    next: &Next<'_>,
) -> Result<Plan, Refusal> {
    let mut plan = Plan::default();
    let mut seen = Vec::new();
    for uid in entries {
        if seen.contains(uid) {
            continue;
        }
        seen.push(*uid);
        let draft = find(context, *uid)?;
        let marks =
            next(&draft, marks(context, &draft)?, entry_policies::duties(context, draft.period)?);
        let marks = marks.map_err(|refusal| match entries.len() {
            1 => refusal.with("entry", draft.uid),
            _ => refusal.with("entry", draft.uid).with("draft", draft.number),
        })?;
        let reason = reason.map(str::to_owned);
        plan.steps.push(Step::MarkDraft { id: draft.id, marks, reason });
    }
    if plan.steps.is_empty() {
        return Err(Refusal::new(Code::NothingChosen));
    }
    Ok(plan)
}

/// Who acts, as the rules of duties see them.
pub(crate) fn actor(context: &Context<'_>) -> Actor {
    Actor { id: PersonId(context.actor.id), is_owner: context.actor.role == Role::Owner }
}

/// Whether an entry moves cash, so that a cashier has something to sign.
pub(crate) fn moves_cash(context: &Context<'_>, entry: &Entry) -> bool {
    cash_move(&entry.lines, &context.facts.chart) != CashMove::Transfer
}

/// What the company asks of a draft; the authorised rule that made one has reviewed it already (12号 art. 21(1), 22).
pub(crate) fn duties_of(
    context: &Context<'_>,
    period: PeriodKey,
    typed: &RecordEntry,
) -> Result<Duties, Refusal> {
    let duties = entry_policies::duties(context, period)?;
    let by_rule = typed.origin.as_ref().is_some_and(|origin| is_authorised(context, origin));
    Ok(if by_rule { Duties { review: Review::Free, ..duties } } else { duties })
}

/// What has been done with a draft.
pub(crate) fn marks(context: &Context<'_>, draft: &Draft) -> Result<Marks, Refusal> {
    let entry = content_of(context, draft)?;
    Ok(draft.marks(moves_cash(context, &entry)))
}

/// The entry a draft holds; one that takes another back is worked out from that one.
pub(crate) fn content_of(context: &Context<'_>, draft: &Draft) -> Result<Entry, Refusal> {
    let request = request_of(draft)?;
    match request.reverses {
        Some(uid) => reversal_entry(context, uid, request.date, request.memo),
        None => read_entry(context, &request),
    }
}
