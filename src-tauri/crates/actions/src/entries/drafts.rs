//! Drafts: changing, posting one or many at once, giving up. What is posted is none any more and stays.

use chrono::NaiveDate;
use kontor_ledger::entry::Entry;
use kontor_ledger::period::{PeriodKey, open_period};
use kontor_store::drafts::{self, Draft};
use kontor_store::entries as stored;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{RecordEntry, planned, read_entry};
use crate::attachments;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::plan::{Drafted, Plan, PlannedEntry, Step};

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
    let entry = read_entry(context, &request.to)?;
    if request.to.post {
        // What is posted is what this person wrote, so nobody has reviewed it.
        let mut planned = planned(context, entry)?;
        planned.draft = Some(Drafted { uid: draft.uid, prepared_by: context.actor.id });
        return Ok(posting(&draft, planned));
    }
    let (period, content) = kept(context, &request.to, entry)?;
    let (id, date) = (draft.id, request.to.date);
    Ok(Plan::of(Step::ChangeDraft { id, period, date, content }))
}

/// What a draft keeps of a request: its period and its content.
pub(super) fn kept(
    context: &Context<'_>,
    request: &RecordEntry,
    entry: Entry,
) -> Result<(PeriodKey, String), Refusal> {
    if request.complete {
        planned(context, entry)?;
    }
    let period = open_period(&context.facts.periods, request.date)?;
    Ok((period.key, serde_json::to_string(request).map_err(Refusal::bug)?))
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

/// A draft that has passed the rules. Who posts what another person prepared has reviewed it.
fn reviewed(context: &Context<'_>, draft: &Draft) -> Result<PlannedEntry, Refusal> {
    let mut planned = planned(context, read_entry(context, &request_of(draft)?)?)?;
    planned.draft = Some(Drafted { uid: draft.uid, prepared_by: draft.prepared_by_id });
    planned.reviewed_by = (draft.prepared_by_id != context.actor.id).then_some(context.actor.id);
    Ok(planned)
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
    let mut plan = Plan::of(Step::DropDraft { id: draft.id });
    plan.steps.extend(attachments::removals(context, draft.uid)?);
    Ok(plan)
}

fn find(context: &Context<'_>, uid: Uuid) -> Result<Draft, Refusal> {
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
