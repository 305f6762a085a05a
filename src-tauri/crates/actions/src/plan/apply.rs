//! Applying a plan: each step is written in its order, inside the one transaction.

use kontor_ledger::paper::PaperKind;
use kontor_store::attachments as stored;
use kontor_store::entries::{self, Posting};
use kontor_store::{
    Writing, accounts, assets, company, courses, currency_policies, drafts, entry_policies,
    exchange_rates, feedback, generated, import_mappings, items, kept, papers, parties,
    period_locks, periods, persons, rules, tax, templates, transfers,
};
use kontor_vault::PersonKeys;
use serde::Serialize;
use uuid::Uuid;

use super::{KeptDraft, Plan, PlannedEntry, PlannedPaper, Step};
use crate::attachments;
use crate::context::Facts;
use crate::errors::Refusal;

/// Something that got its id or number by being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export)]
pub struct Given {
    /// What it is: entry, sale, receipt, party, item ...
    pub noun: &'static str,
    /// The unique id.
    pub uid: Uuid,
    /// The number or code, where it has one.
    pub number: Option<String>,
}

/// What travels beside an action and is in no log.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beside<'a> {
    /// The keys of a person it adds, whose key slot has been made.
    pub(crate) keys: Option<&'a PersonKeys>,
    /// The bytes of a file it attaches.
    pub(crate) bytes: Option<&'a [u8]>,
}

/// Writes a plan.
pub(crate) fn apply(
    writing: &mut Writing<'_>,
    plan: &Plan,
    facts: &Facts,
    beside: Beside<'_>,
) -> Result<Vec<Given>, Refusal> {
    let mut given = Vec::new();
    for step in &plan.steps {
        match step {
            Step::AddParty(party) => {
                let (_, uid) = parties::insert(writing, party)?;
                given.push(Given { noun: "party", uid, number: Some(party.code.clone()) });
            }
            Step::AddItem(item) => {
                let (_, uid) = items::insert(writing, item)?;
                given.push(Given { noun: "item", uid, number: Some(item.code.clone()) });
            }
            Step::AddAccount(account) => {
                accounts::insert(writing, account)?;
            }
            Step::DropAccount { id } => accounts::delete(writing, *id)?,
            Step::ChangeAccount { id, change } => accounts::update(writing, *id, change)?,
            Step::AddPerson { name, role } => {
                let keys = beside.keys.ok_or_else(|| Refusal::bug("person without keys"))?;
                persons::insert(writing, name, *role, keys)?;
                given.push(Given { noun: "person", uid: keys.uid, number: None });
            }
            Step::AddPeriods(added) => periods::insert(writing, added)?,
            Step::ReplacePeriods(others) => periods::replace(writing, others)?,
            Step::SetPeriod { period, state } => periods::set_state(writing, *period, *state)?,
            Step::LockArea { period, area, is_locked } => {
                period_locks::insert(writing, *period, *area, *is_locked)?;
            }
            Step::KeepStatements { period, occasion, reason, statements } => {
                kept::insert(writing, *period, occasion, reason.as_deref(), statements)?;
            }
            Step::SetCompany(facts) => company::update(writing, facts)?,
            Step::IssuePaper(paper) => issue(writing, paper, facts, &mut given)?,
            Step::ReversePaper { paper, date, reason, release } => {
                if *release {
                    papers::release(writing, *paper, *date)?;
                }
                papers::reverse(writing, *paper, *date, reason)?;
            }
            Step::PostEntry(entry) => given.push(post(writing, entry, facts)?),
            Step::SetEntryPolicy(policy) => entry_policies::insert(writing, policy)?,
            Step::SetCurrencyPolicy(policy) => currency_policies::insert(writing, policy)?,
            Step::AddExchangeRates(rates) => {
                for rate in rates {
                    exchange_rates::insert(writing, rate)?;
                }
            }
            Step::SetTaxProfile(profile) => tax::insert_profile(writing, profile)?,
            Step::RecordTaxRows(rows) => tax::insert(writing, rows)?,
            Step::SetGenerationPolicy(policy) => generated::insert_policy(writing, policy)?,
            Step::SaveDraft(kept) => {
                let (uid, number) = drafts::insert(writing, &stored_draft(kept))?;
                given.push(Given { noun: "draft", uid, number: Some(number.to_string()) });
            }
            Step::ChangeDraft { id, kept } => drafts::update(writing, *id, &stored_draft(kept))?,
            Step::MarkDraft { id, marks, reason } => {
                drafts::mark(writing, *id, marks, reason.as_deref())?;
            }
            Step::SaveTemplate { template, name, content } => {
                let uid = templates::save(writing, *template, name, content)?;
                given.push(Given { noun: "template", uid, number: None });
            }
            Step::DropTemplate { id } => templates::delete(writing, *id)?,
            Step::SaveTransfer { transfer, name, content } => {
                let uid = transfers::save(writing, transfer.as_deref(), name, content)?;
                given.push(Given { noun: "transfer", uid, number: None });
            }
            Step::DropTransfer { id } => transfers::delete(writing, *id)?,
            Step::SaveImportMapping { mapping, name, content } => {
                let uid = import_mappings::save(writing, *mapping, name, content)?;
                given.push(Given { noun: "import_mapping", uid, number: None });
            }
            Step::DropImportMapping { id } => import_mappings::delete(writing, *id)?,
            Step::DropDraft { id } => drafts::delete(writing, *id)?,
            Step::KeepFeedback(said) => feedback::insert(writing, said)?,
            Step::FinishLesson { course, step } => courses::insert(writing, course, step)?,
            Step::AttachFile(file) => {
                let uid = attachments::write(writing, file, beside.bytes)?;
                given.push(Given { noun: "attachment", uid, number: None });
            }
            Step::DetachFile { id } => stored::remove(writing, *id)?,
            Step::AddAsset { card, day, first } => {
                let (_, uid) = assets::insert(writing, card, *day, first)?;
                given.push(Given { noun: "asset", uid, number: Some(card.code.clone()) });
            }
            Step::RenameAsset { id, name, place } => {
                assets::rename(writing, *id, name, place.as_deref())?;
            }
            Step::KeepAssetEvent { id, day, what } => assets::keep(writing, *id, *day, what)?,
            Step::TakeBackAssetEvent { id, event } => assets::take_back(writing, *id, event)?,
            Step::Retag { entry, line, item, activity } => {
                let item = item.as_deref();
                entries::retag(writing, entry, line, item, *activity, &facts.chart)?;
            }
        }
    }
    Ok(given)
}

fn stored_draft(kept: &KeptDraft) -> drafts::NewDraft<'_> {
    drafts::NewDraft {
        period: kept.period,
        date: kept.date,
        content: &kept.content,
        is_submitted: kept.is_submitted,
    }
}

fn issue(
    writing: &mut Writing<'_>,
    planned: &PlannedPaper,
    facts: &Facts,
    given: &mut Vec<Given>,
) -> Result<(), Refusal> {
    let (id, uid, number) = papers::issue(writing, &planned.paper)?;
    let noun = match planned.paper.kind {
        PaperKind::Sale => "sale",
        PaperKind::Receipt => "receipt",
    };
    given.push(Given { noun, uid, number: Some(number) });
    papers::allocate(writing, id, planned.paper.date, &planned.shares)?;
    let mut entry = planned.entry.clone();
    entry.paper = Some(id);
    given.push(post(writing, &entry, facts)?);
    Ok(())
}

fn post(
    writing: &mut Writing<'_>,
    planned: &PlannedEntry,
    facts: &Facts,
) -> Result<Given, Refusal> {
    let rule = match planned.rule {
        Some(rule) => {
            let body = serde_json::to_string(rule).map_err(Refusal::bug)?;
            Some(rules::keep(writing, &rule.id, rule.version, &body)?)
        }
        None => match planned.origin.as_ref().and_then(|origin| origin.rule.as_ref()) {
            Some(rule) => Some(rules::keep(writing, &rule.id, rule.version, &rule.body)?),
            None => None,
        },
    };
    let posting = Posting {
        entry: &planned.entry,
        period: planned.period,
        uid: planned.draft.map(|draft| draft.uid),
        prepared_by: planned.draft.map(|draft| draft.prepared_by),
        signed_by: planned.signed_by,
        reviewed_by: planned.reviewed_by,
        rule,
        paper: planned.paper,
        reversal_of: planned.reversal_of.as_ref().map(|row| row.id),
    };
    let posted = entries::post(writing, &posting, &facts.chart)?;
    if let Some(origin) = &planned.origin {
        generated::insert(writing, posted.id, &origin.origin)?;
    }
    Ok(Given {
        noun: "entry",
        uid: posted.uid,
        number: Some(entries::number_text(&planned.entry.word, posted.number)),
    })
}
