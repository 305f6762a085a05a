//! What helps while an entry is typed: the story of the account under the caret, and the habits of who types.

use std::collections::BTreeMap;

use kontor_store::entries::{memos, recorded_since};
use kontor_store::{drafts, figures};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::drafts::request_of;
use crate::context::Context;
use crate::errors::Refusal;
use crate::parties;
use crate::statements::{LedgerRowView, ledger_row};

/// How many uses of an account are told.
const USES: u32 = 5;

/// How many memos are proposed.
const MEMOS: u32 = 40;

/// What stands on an account now, and its last uses; with a party, what stands on the account for it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct GetAccountStory {
    pub account: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
}

/// The story of an account.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AccountStory {
    pub account: String,
    /// Debit minus credit of all that is posted on the account itself.
    pub balance: String,
    /// The same for the party that was asked for.
    pub party_balance: Option<String>,
    /// The last uses, the latest first.
    pub uses: Vec<LedgerRowView>,
}

pub(crate) fn story(
    context: &Context<'_>,
    request: &GetAccountStory,
) -> Result<AccountStory, Refusal> {
    let account = context.account(&request.account, "account")?;
    let party = request.party.map(|uid| parties::get(context, uid, "party")).transpose()?;
    let balance = figures::balance(context.connection, account.id)?;
    let party_balance = party
        .map(|party| figures::party_balance(context.connection, account.id, party.id))
        .transpose()?;
    let uses = figures::last_uses(context.connection, account.id, USES)?;
    Ok(AccountStory {
        account: account.code.clone(),
        balance: context.text(balance),
        party_balance: party_balance.map(|balance| context.text(balance)),
        uses: uses.into_iter().map(|line| ledger_row(context, line, &account.code, None)).collect(),
    })
}

/// What the asker's recent entries say of their habits.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GetEntryHabits {
    /// The moment (UTC) since when entries are counted: the beginning of the day at the desk.
    pub since: String,
}

/// The habits of a person.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct EntryHabits {
    /// How many entries they have recorded since then.
    #[ts(type = "number")]
    pub recorded: u64,
    /// The memos they use most among recent entries and drafts, the most used first.
    pub memos: Vec<String>,
}

pub(crate) fn habits(
    context: &Context<'_>,
    request: &GetEntryHabits,
) -> Result<EntryHabits, Refusal> {
    let person = context.actor.id;
    let mut uses: BTreeMap<String, u64> =
        memos(context.connection, person, MEMOS)?.into_iter().collect();
    for draft in drafts::list(context.connection, None)? {
        if draft.prepared_by_id != person {
            continue;
        }
        let typed = request_of(&draft)?;
        let mut said: Vec<String> = typed.lines.into_iter().filter_map(|line| line.memo).collect();
        said.push(typed.memo);
        said.retain(|memo| !memo.is_empty());
        said.sort_unstable();
        said.dedup();
        for memo in said {
            *uses.entry(memo).or_default() += 1;
        }
    }
    let mut ranked: Vec<(String, u64)> = uses.into_iter().collect();
    ranked.sort_by_key(|(_, uses)| std::cmp::Reverse(*uses));
    ranked.truncate(MEMOS as usize);
    Ok(EntryHabits {
        recorded: recorded_since(context.connection, person, &request.since)?,
        memos: ranked.into_iter().map(|(memo, _)| memo).collect(),
    })
}
