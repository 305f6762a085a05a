//! A generated entry as it is kept as a draft: written the way a person would have typed it.

use kontor_ledger::entry::Line;
use kontor_ledger::generated::Proposal;
use kontor_ledger::money::Amount;
use kontor_store::{items, parties};

use super::{LineRequest, RecordEntry, drafts, read_entry};
use crate::context::Context;
use crate::errors::Refusal;
use crate::generated::EntryOrigin;
use crate::plan::{KeptDraft, account_code};

/// What a draft of a proposal holds.
pub(crate) fn content_of_proposal(
    context: &Context<'_>,
    (proposal, origin): &(Proposal, EntryOrigin),
) -> Result<RecordEntry, Refusal> {
    Ok(RecordEntry {
        date: proposal.date,
        word: None,
        memo: proposal.memo.clone(),
        kind: Some(proposal.kind.word().to_owned()),
        lines: proposal
            .lines
            .iter()
            .map(|line| typed(context, line))
            .collect::<Result<_, Refusal>>()?,
        post: false,
        complete: true,
        submit: false,
        origin: Some(origin.clone()),
        reverses: None,
    })
}

/// The draft of such a content, which must be fit to be posted as it stands.
pub(crate) fn kept_whole(
    context: &Context<'_>,
    request: &RecordEntry,
) -> Result<KeptDraft, Refusal> {
    drafts::kept(context, request, read_entry(context, request)?)
}

fn typed(context: &Context<'_>, line: &Line) -> Result<LineRequest, Refusal> {
    let side = |amount: Amount| (!amount.is_zero()).then(|| context.text(amount));
    let party = line.party.map(|id| parties::get(context.connection, id)).transpose()?;
    let foreign = line.foreign.as_ref();
    let item = line.item.map(|id| items::get(context.connection, id)).transpose()?;
    Ok(LineRequest {
        memo: line.memo.clone(),
        account: account_code(&context.facts.chart, line.account),
        party: party.map(|party| party.uid),
        item: item.map(|item| item.uid),
        quantity: line.quantity.map(|quantity| quantity.to_string()),
        debit: side(line.debit),
        credit: side(line.credit),
        cash_flow_item: line.cash_flow_item.clone(),
        activity: line.activity.map(|activity| activity.code().to_owned()),
        currency: foreign.map(|foreign| foreign.currency.code().to_owned()),
        foreign_amount: foreign.map(|foreign| foreign.amount.to_text(foreign.currency)),
        // A revaluation moves no foreign amount, so it has no rate of its own.
        rate: foreign
            .filter(|foreign| !foreign.rate.is_zero())
            .map(|foreign| foreign.rate.normalize().to_string()),
    })
}
