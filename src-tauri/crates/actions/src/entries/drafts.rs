//! Drafts: changing, posting one or many at once, giving up. What is posted is none any more and stays.

use chrono::NaiveDate;
use kontor_ledger::duties::Marks;
use kontor_ledger::entry::Entry;
use kontor_ledger::period::open_period;
use kontor_ledger::reversal::take_back;
use kontor_store::drafts::{self, Draft};
use kontor_store::entries as stored;
use kontor_store::generated::Origin;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{RecordEntry, planned, read_entry, steps};
use crate::attachments;
use crate::context::Context;
use crate::entry_policies::duties;
use crate::errors::{Code, Refusal};
use crate::generated::{EntryOrigin, is_authorised, rule_of};
use crate::plan::{Drafted, KeptDraft, Plan, PlannedEntry, PlannedOrigin, Step};

/// Changes a draft into what it should say, and posts it where that says so.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ChangeEntry {
    pub entry: Uuid,
    /// The whole entry as it should be.
    pub to: RecordEntry,
}

pub(crate) fn plan_change(context: &Context<'_>, request: &ChangeEntry) -> Result<Plan, Refusal> {
    let draft = find(context, request.entry)?;
    if request_of(&draft)?.reverses.is_some() || request.to.reverses.is_some() {
        return Err(Refusal::new(Code::DraftOfReversal));
    }
    draft.marks(false).may_change()?;
    // A generated entry stays its generator's, but its rule no longer answers for what a person wrote.
    let origin = request_of(&draft)?.origin.map(|origin| EntryOrigin { by_hand: true, ..origin });
    let request = &ChangeEntry {
        to: RecordEntry { origin: origin.clone(), ..request.to.clone() },
        ..request.clone()
    };
    let entry = read_entry(context, &request.to)?;
    if request.to.post {
        // What is posted is what this person wrote, so they have prepared it.
        let mut planned = planned(context, entry)?;
        planned.draft = Some(Drafted { uid: draft.uid, prepared_by: context.actor.id });
        planned.origin = origin.as_ref().map(|origin| from(context, origin)).transpose()?;
        written_and_posted(context, &mut planned)?;
        return Ok(posting(&draft, planned));
    }
    let kept = kept(context, &request.to, entry)?;
    Ok(Plan::of(Step::ChangeDraft { id: draft.id, kept }))
}

/// Puts the marks on an entry that is posted by who wrote it, in one go.
pub(super) fn written_and_posted(
    context: &Context<'_>,
    planned: &mut PlannedEntry,
) -> Result<(), Refusal> {
    let moves_cash = steps::moves_cash(context, &planned.entry);
    let marks = Marks::fresh(steps::actor(context).id, moves_cash);
    let reviewer = marks.post(steps::actor(context), duties(context, planned.period)?)?;
    planned.reviewed_by = reviewer.map(|person| person.0);
    Ok(())
}

/// What a draft keeps of a request.
pub(super) fn kept(
    context: &Context<'_>,
    request: &RecordEntry,
    entry: Entry,
) -> Result<KeptDraft, Refusal> {
    let is_whole = request.complete || request.submit;
    let becomes = is_whole.then(|| planned(context, entry).map(Box::new)).transpose()?;
    let period = open_period(&context.facts.periods, request.date)?.key;
    // That it was handed in is a mark, which may be taken off again; the content is what was typed.
    let typed = RecordEntry { submit: false, ..request.clone() };
    let content = serde_json::to_string(&typed).map_err(Refusal::bug)?;
    let (date, is_submitted) = (request.date, request.submit);
    Ok(KeptDraft { period, date, content, is_submitted, becomes })
}

/// Posts a draft: it gets its number and cannot be changed any more.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PostEntry {
    pub entry: Uuid,
}

pub(crate) fn plan_post(context: &Context<'_>, request: &PostEntry) -> Result<Plan, Refusal> {
    let draft = find(context, request.entry)?;
    Ok(posting(&draft, reviewed(context, &draft)?))
}

/// Posts many drafts as one operation, all or none; they are numbered by date, then in the order they were made.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PostEntries {
    pub entries: Vec<Uuid>,
}

pub(crate) fn plan_post_all(context: &Context<'_>, request: &PostEntries) -> Result<Plan, Refusal> {
    let mut drafts: Vec<Draft> = Vec::new();
    for uid in &request.entries {
        drafts.push(find(context, *uid)?);
    }
    drafts.sort_by_key(order);
    drafts.dedup_by_key(|draft| draft.id);
    if drafts.is_empty() {
        return Err(Refusal::new(Code::AlreadySo));
    }
    let mut plan = Plan::default();
    for draft in &drafts {
        let planned = reviewed(context, draft)
            .map_err(|refusal| refusal.with("entry", draft.uid).with("draft", draft.number))?;
        plan.steps.extend(posting(draft, planned).steps);
    }
    Ok(plan)
}

const fn order(draft: &Draft) -> (NaiveDate, i64) {
    (draft.date, draft.id)
}

/// A draft that has passed the rules and the steps its company asks for.
fn reviewed(context: &Context<'_>, draft: &Draft) -> Result<PlannedEntry, Refusal> {
    let typed = request_of(draft)?;
    let mut planned = match typed.reverses {
        Some(uid) => {
            let memo = steps::content_of(context, draft)?.memo;
            super::reversed_saying(context, &posted(context, uid)?, draft.date, memo)?
        }
        None => planned(context, steps::content_of(context, draft)?)?,
    };
    let marks = draft.marks(steps::moves_cash(context, &planned.entry));
    let duties = steps::duties_of(context, planned.period, &typed)?;
    planned.origin = typed.origin.as_ref().map(|origin| from(context, origin)).transpose()?;
    let by_rule = planned.origin.as_ref().is_some_and(|origin| origin.rule.is_some());
    let reviewer = marks.post(steps::actor(context), duties)?;
    // The authorised rule is the reviewer where no person is (corrections.md 8).
    let reviewer = if by_rule { marks.reviewed_by } else { reviewer };
    planned.draft = Some(Drafted { uid: draft.uid, prepared_by: draft.prepared_by_id });
    planned.signed_by = marks.signed_by.map(|person| person.0);
    planned.reviewed_by = reviewer.map(|person| person.0);
    Ok(planned)
}

/// Where an entry comes from, as it is posted with it.
fn from(context: &Context<'_>, origin: &EntryOrigin) -> Result<PlannedOrigin, Refusal> {
    let period = context.period(&origin.period)?.key;
    let rule = match is_authorised(context, origin) {
        true => rule_of(context, origin)?,
        false => None,
    };
    let (generator, key) = (origin.generator.clone(), origin.key.clone());
    Ok(PlannedOrigin { origin: Origin { generator, key, period }, rule })
}

/// The entry that takes a posted one back, as a draft of it says; whether it still may is asked when it is posted.
pub(super) fn reversal_entry(
    context: &Context<'_>,
    uid: Uuid,
    date: NaiveDate,
    memo: String,
) -> Result<Entry, Refusal> {
    let original = posted(context, uid)?;
    let entry = original.with_lines(stored::get_lines(context.connection, original.id)?);
    Ok(take_back(&entry, date, memo, context.facts.standard.reversal)?)
}

fn posted(context: &Context<'_>, uid: Uuid) -> Result<stored::EntryRow, Refusal> {
    stored::find(context.connection, uid)?
        .ok_or_else(|| Refusal::new(Code::UnknownEntry).with("entry", uid))
}

fn posting(draft: &Draft, planned: PlannedEntry) -> Plan {
    Plan { steps: vec![Step::DropDraft { id: draft.id }, Step::PostEntry(Box::new(planned))] }
}

/// Gives up a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct DiscardEntry {
    pub entry: Uuid,
}

pub(crate) fn plan_discard(context: &Context<'_>, request: &DiscardEntry) -> Result<Plan, Refusal> {
    let draft = find(context, request.entry)?;
    draft.marks(false).may_change()?;
    let mut plan = Plan::of(Step::DropDraft { id: draft.id });
    plan.steps.extend(attachments::removals(context, draft.uid)?);
    Ok(plan)
}

/// The draft of a unique id; one that was posted is none any more.
pub(super) fn find(context: &Context<'_>, uid: Uuid) -> Result<Draft, Refusal> {
    if let Some(draft) = drafts::find(context.connection, uid)? {
        return Ok(draft);
    }
    Err(match stored::find(context.connection, uid)? {
        Some(posted) => Refusal::new(Code::EntryPosted).with("number", posted.number_text()),
        None => Refusal::new(Code::UnknownEntry).with("entry", uid),
    })
}

/// What a draft holds.
pub(crate) fn request_of(draft: &Draft) -> Result<RecordEntry, Refusal> {
    serde_json::from_str(&draft.content).map_err(Refusal::bug)
}
