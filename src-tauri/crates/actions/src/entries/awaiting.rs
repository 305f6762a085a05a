//! What waits for whoever asks: entries to sign, to review, or to mend after they were sent back.

use kontor_ledger::duties::{Review, Step};
use kontor_ledger::permission::Role;
use kontor_store::drafts::{self, Draft};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::request_of;
use super::steps::{actor, duties_of, marks};
use super::view::{self, EntryView};
use crate::context::Context;
use crate::errors::Refusal;

/// How many are shown at once; what is done makes room for the next.
const SHOWN: usize = 100;

/// The entries that wait for the asker, the oldest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListAwaiting {}

/// An entry that waits.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AwaitingRow {
    /// sign, review or mend
    pub step: &'static str,
    pub entry: EntryView,
}

/// The entries that wait for the asker.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AwaitingList {
    pub rows: Vec<AwaitingRow>,
    /// How many there are, shown or not.
    pub count: usize,
}

pub(crate) fn list_awaiting(
    context: &Context<'_>,
    _: &ListAwaiting,
) -> Result<AwaitingList, Refusal> {
    let waiting = waits_for_asker(context)?;
    let rows = waiting
        .iter()
        .take(SHOWN)
        .map(|(step, draft)| Ok(AwaitingRow { step, entry: view::draft(context, draft)? }));
    Ok(AwaitingList { rows: rows.collect::<Result<_, Refusal>>()?, count: waiting.len() })
}

/// The drafts that wait for the asker, each with what is to be done.
pub(crate) fn waits_for_asker(
    context: &Context<'_>,
) -> Result<Vec<(&'static str, Draft)>, Refusal> {
    let mut waiting = Vec::new();
    for draft in drafts::list(context.connection, None)? {
        if let Some(step) = step_of_asker(context, &draft)? {
            waiting.push((step, draft));
        }
    }
    Ok(waiting)
}

fn step_of_asker(context: &Context<'_>, draft: &Draft) -> Result<Option<&'static str>, Refusal> {
    let may = |role: &[Role]| role.contains(&context.actor.role);
    if draft.returned.is_some() && draft.prepared_by_id == context.actor.id {
        return Ok(Some("mend"));
    }
    // What nobody handed in waits for nobody else.
    if draft.submitted_by.is_none() {
        return Ok(None);
    }
    let duties = duties_of(context, draft.period, &request_of(draft)?)?;
    let marks = marks(context, draft)?;
    Ok(match marks.waits_for(duties) {
        Step::Sign if may(&[Role::Owner, Role::Cashier]) => Some("sign"),
        Step::Review if may(&[Role::Owner, Role::Bookkeeper]) => {
            let is_own = duties.review == Review::Own;
            (is_own || marks.review(actor(context), duties).is_ok()).then_some("review")
        }
        _ => None,
    })
}
