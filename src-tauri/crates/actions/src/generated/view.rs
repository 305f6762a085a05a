//! What generating a period's entries would come to, shown before anything is written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::Class;
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::money::Amount;
use kontor_ledger::period::{Period, PeriodState};
use kontor_store::drafts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::policy::{self, GenerationPolicyRow, transfer_word};
use super::run::{Made, Run, run};
use super::{EntryOrigin, MAKERS, drafts_of, wire};
use crate::context::{Context, Named};
use crate::entries::{LineView, content_of_proposal, line_views};
use crate::errors::{Code, Refusal};

/// What the generators of a period propose.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PreviewGenerated {
    pub period: String,
}

/// One entry a generator proposes.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GeneratedEntryView {
    pub key: String,
    pub date: NaiveDate,
    pub memo: String,
    pub kind: &'static str,
    /// to-write, draft, stale (the draft says something else), posted
    pub state: &'static str,
    /// What is still to be posted; when nothing is, what is posted.
    pub lines: Vec<LineView>,
    pub total: String,
    /// What the lines change the profit by.
    pub effect: String,
    /// Whether a part of it is posted and the lines are the difference.
    pub is_difference: bool,
    /// The draft that waits, by its temporary number.
    pub draft: Option<Named>,
    /// What was posted for it, and what took that back.
    pub posted: Vec<Named>,
}

/// Why a generator can propose nothing.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct WhyNot {
    pub code: Code,
    #[ts(type = "Record<string, string>")]
    pub details: BTreeMap<&'static str, String>,
}

/// A generator with what it proposes.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GeneratorRow {
    pub generator: &'static str,
    pub rule: &'static str,
    pub version: u32,
    /// off, refused, nothing, to-write, draft, stale, posted
    pub state: &'static str,
    pub is_authorised: bool,
    pub entries: Vec<GeneratedEntryView>,
    /// Why it cannot propose anything: the error's code and facts.
    pub refusal: Option<WhyNot>,
    /// What its unposted entries change the profit by.
    pub effect: String,
}

/// All generators of a period.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GeneratedPreview {
    pub period: String,
    pub is_open: bool,
    pub is_year_end: bool,
    /// monthly or yearly
    pub transfer: &'static str,
    pub generators: Vec<GeneratorRow>,
    /// Every policy there is, the one decided last at the end.
    pub policies: Vec<GenerationPolicyRow>,
    /// Drafts of the period that no generator made: they are not counted in.
    pub other_drafts: u32,
    /// Entries without a draft that says so, or with one that says something else.
    pub to_write: u32,
    /// The drafts that say what is to be posted, in order.
    pub drafts: Vec<Uuid>,
}

pub(crate) fn preview(
    context: &Context<'_>,
    request: &PreviewGenerated,
) -> Result<GeneratedPreview, Refusal> {
    let period = context.period(&request.period)?;
    let policy = policy::of(context, period.key);
    let running: Vec<_> =
        MAKERS.iter().map(|maker| maker.generator).filter(|one| policy.runs(*one)).collect();
    let mut runs = run(context, period, &running)?;
    let drafts = drafts_of(context, period)?;
    let all = drafts::count(context.connection, Some(period.key))?;
    let mut shown = GeneratedPreview {
        period: period.key.to_string(),
        is_open: period.state != PeriodState::Closed,
        is_year_end: super::Close::read(context, period)?.is_year_end(),
        transfer: transfer_word(policy.is_monthly),
        generators: Vec::new(),
        policies: policy::rows(&context.facts),
        other_drafts: 0,
        to_write: 0,
        drafts: Vec::new(),
    };
    let own = drafts.iter().filter(|(draft, _, _)| draft.period == period.key).count();
    shown.other_drafts = u32::try_from(all).unwrap_or(u32::MAX).saturating_sub(own as u32);
    for maker in MAKERS {
        let mut row = GeneratorRow {
            generator: maker.generator.word(),
            rule: maker.rule,
            version: maker.version,
            state: "off",
            is_authorised: policy.authorises(maker.generator.word()),
            entries: Vec::new(),
            refusal: None,
            effect: context.text(Amount::ZERO),
        };
        if let Some(at) = runs.iter().position(|run| run.generator == maker.generator) {
            show(context, period, &drafts, runs.remove(at), &mut row)?;
        }
        let is_open = |entry: &&GeneratedEntryView| matches!(entry.state, "to-write" | "stale");
        shown.to_write += row.entries.iter().filter(is_open).count() as u32;
        let kept = row.entries.iter().filter(|entry| entry.state == "draft");
        shown.drafts.extend(kept.filter_map(|entry| entry.draft.as_ref().map(|named| named.uid)));
        shown.generators.push(row);
    }
    Ok(shown)
}

type Drafts = [(drafts::Draft, EntryOrigin, String)];

fn show(
    context: &Context<'_>,
    period: Period,
    drafts: &Drafts,
    run: Run,
    row: &mut GeneratorRow,
) -> Result<(), Refusal> {
    let mut effect = Amount::ZERO;
    for made in &run.made {
        let is_within = made.proposal.date <= period.last_day;
        let rest = if is_within { made.rest.as_slice() } else { &[] };
        effect = effect.plus(effect_of(context, made.proposal.kind, rest)?)?;
        row.entries.push(entry(context, period, drafts, made)?);
    }
    row.effect = context.text(effect);
    row.state = match run.refusal {
        Some(refusal) => {
            row.refusal = Some(WhyNot { code: refusal.code, details: refusal.details });
            "refused"
        }
        None => ["stale", "to-write", "draft", "posted"]
            .into_iter()
            .find(|state| row.entries.iter().any(|entry| entry.state == *state))
            .unwrap_or("nothing"),
    };
    Ok(())
}

fn entry(
    context: &Context<'_>,
    period: Period,
    drafts: &Drafts,
    made: &Made,
) -> Result<GeneratedEntryView, Refusal> {
    let proposal = &made.proposal;
    let draft = drafts.iter().find(|(_, origin, _)| made.is_from(origin));
    let state = match draft {
        _ if made.rest.is_empty() && draft.is_none() => "posted",
        None => "to-write",
        Some((_, _, typed)) => {
            let wanted = content_of_proposal(context, &made.rest_of(period))?;
            if !made.rest.is_empty() && *typed == wire(&wanted)? { "draft" } else { "stale" }
        }
    };
    let lines = if state == "posted" { &proposal.lines } else { &made.rest };
    let total = Amount::sum(lines.iter().map(|line| line.debit))?;
    Ok(GeneratedEntryView {
        key: proposal.key.clone(),
        date: proposal.date,
        memo: proposal.memo.clone(),
        kind: proposal.kind.word(),
        state,
        lines: line_views(context, lines)?,
        total: context.text(total),
        effect: context.text(effect_of(context, proposal.kind, lines)?),
        is_difference: !made.rest.is_empty() && !made.posted.is_empty(),
        draft: draft.map(|(draft, _, _)| Named { uid: draft.uid, name: draft.number.to_string() }),
        posted: made
            .posted
            .iter()
            .map(|row| Named { uid: row.uid, name: row.number.clone() })
            .collect(),
    })
}

/// What lines change the profit by: credit minus debit of profit and loss; a transfer of it changes nothing.
fn effect_of(context: &Context<'_>, kind: EntryKind, lines: &[Line]) -> Result<Amount, Refusal> {
    let mut effect = Amount::ZERO;
    let chart = &context.facts.chart;
    let is_profit = |line: &&Line| {
        chart.get(line.account).is_some_and(|account| account.class == Class::ProfitLoss)
    };
    for line in lines.iter().filter(is_profit).filter(|_| kind == EntryKind::Normal) {
        effect = effect.minus(line.net_debit()?)?;
    }
    Ok(effect)
}
