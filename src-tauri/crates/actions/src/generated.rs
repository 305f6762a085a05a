//! Generated entries: what a period end asks for by rule, kept as drafts that are replaced until they are posted.
//!
//! A rerun after posting makes only the difference (posting-rules.md §9, corrections.md 6). Each generator is a file of
//! this folder and one row of `MAKERS`.

mod amortisation;
mod appropriation;
mod close;
mod depreciation;
mod distribution;
mod export_refund;
mod income_tax;
mod policy;
mod profit_transfer;
mod revaluation;
mod run;
mod surcharges;
mod transfers;
mod vat_transfer;
mod view;
mod year_profit;

pub(crate) use close::Close;
pub use policy::{GenerationPolicyRow, SetGenerationPolicy};
pub(crate) use policy::{is_authorised, plan_set};
pub(crate) use run::rule_of;
pub(crate) use view::preview;
pub use view::{GeneratedEntryView, GeneratedPreview, GeneratorRow, PreviewGenerated, WhyNot};

use kontor_ledger::generated::{Generator, Proposal};
use kontor_ledger::period::{Period, PeriodRefusal, PeriodState};
use kontor_store::drafts::{self, Draft};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::entries::{RecordEntry, content_of_proposal, kept_whole, request_of};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};
use run::Made;

/// A generator: what it proposes, and the rule its entries name.
pub(crate) struct Maker {
    pub(crate) generator: Generator,
    /// The rule of posting-rules.md.
    pub(crate) rule: &'static str,
    /// Grows with every change of what it proposes.
    pub(crate) version: u32,
    pub(crate) propose: Propose,
}

/// Every generator this program has, in the order they run.
pub(crate) static MAKERS: &[Maker] = &[
    Maker::new(Generator::Depreciation, "F03", depreciation::propose),
    Maker::new(Generator::Amortisation, "F03", amortisation::propose),
    Maker::new(Generator::Transfers, "R06", transfers::propose),
    Maker::new(Generator::Revaluation, "X03", revaluation::propose),
    Maker::new(Generator::ExportRefund, "T10", export_refund::propose),
    Maker::new(Generator::VatTransfer, "T01", vat_transfer::propose),
    Maker::new(Generator::Surcharges, "T05", surcharges::propose),
    Maker::new(Generator::IncomeTax, "T07", income_tax::propose),
    Maker::new(Generator::ProfitTransfer, "C01", profit_transfer::propose),
    Maker::new(Generator::YearProfit, "C03", year_profit::propose),
    Maker::new(Generator::Appropriation, "C04", appropriation::propose),
    Maker::new(Generator::Distribution, "C06", distribution::propose),
];

type Propose = fn(&Close<'_>) -> Result<Vec<Proposal>, Refusal>;

impl Maker {
    /// A generator in its first version.
    const fn new(generator: Generator, rule: &'static str, propose: Propose) -> Self {
        Self { generator, rule, version: 1, propose }
    }
}

/// Where a draft comes from that a generator made; only `generate_entries` writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct EntryOrigin {
    /// The generator, by its word.
    pub generator: String,
    /// Which of its entries.
    pub key: String,
    /// The period it was made for.
    pub period: String,
    /// Whether a person changed it since, so that the rule no longer answers for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub by_hand: bool,
}

/// Makes the drafts of a period's generated entries; drafts of an earlier run that were not posted are replaced.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct GenerateEntries {
    pub period: String,
    /// By their words; every generator that runs when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generators: Option<Vec<String>>,
}

pub(crate) fn plan_generate(
    context: &Context<'_>,
    request: &GenerateEntries,
) -> Result<Plan, Refusal> {
    let period = context.period(&request.period)?;
    is_open(context, period)?;
    let selected = selected(context, period, request.generators.as_deref())?;
    let made = run::run(context, period, &selected)?;
    let mut plan = Plan::default();
    let drafts = drafts_of(context, period)?;
    let mut kept = Vec::new();
    let mut fresh = Vec::new();
    for one in &made {
        if let Some(refusal) = &one.refusal {
            return Err(refusal.clone().with("generator", one.generator.word()));
        }
        for made in one.made.iter().filter(|made| !made.rest.is_empty()) {
            let request = content_of_proposal(context, &made.rest_of(period))?;
            match drafts
                .iter()
                .find(|(draft, origin, _)| made.is_from(origin) && !kept.contains(&draft.id))
            {
                Some((draft, _, typed)) if *typed == wire(&request)? => kept.push(draft.id),
                _ => fresh.push(request),
            }
        }
    }
    for (draft, origin, _) in &drafts {
        let is_selected = selected.iter().any(|one| one.word() == origin.generator);
        if is_selected && !kept.contains(&draft.id) {
            draft.marks(false).may_change().map_err(|refusal| {
                Refusal::from(refusal).with("entry", draft.uid).with("draft", draft.number)
            })?;
            plan.steps.push(Step::DropDraft { id: draft.id });
        }
    }
    for request in &fresh {
        plan.steps.push(Step::SaveDraft(kept_whole(context, request)?));
    }
    if plan.steps.is_empty() {
        return Err(Refusal::new(Code::NothingToGenerate).with("period", period.key));
    }
    Ok(plan)
}

/// A closed period takes no entries, so none are generated for it.
fn is_open(context: &Context<'_>, period: Period) -> Result<(), Refusal> {
    if period.state != PeriodState::Closed {
        return Ok(());
    }
    let later = |one: &&Period| one.state != PeriodState::Closed && one.key > period.key;
    let first_open_day = context.facts.periods.iter().find(later).map(|period| period.first_day);
    Err(PeriodRefusal::Closed { period: period.key, first_open_day }.into())
}

/// The generators a run is about: those that were named, or all that the company lets run.
fn selected(
    context: &Context<'_>,
    period: Period,
    named: Option<&[String]>,
) -> Result<Vec<Generator>, Refusal> {
    let policy = policy::of(context, period.key);
    let running = || MAKERS.iter().map(|maker| maker.generator).filter(|one| policy.runs(*one));
    let Some(named) = named else { return Ok(running().collect()) };
    for word in named {
        let unknown = || Refusal::new(Code::UnknownField).with("field", "generators");
        let generator = Generator::from_word(word).ok_or_else(unknown)?;
        if !running().any(|one| one == generator) {
            return Err(Refusal::new(Code::GeneratorOff).with("generator", word));
        }
    }
    Ok(running().filter(|one| named.iter().any(|word| word == one.word())).collect())
}

/// The drafts of a period's generators, with what they hold.
pub(crate) fn drafts_of(
    context: &Context<'_>,
    period: Period,
) -> Result<Vec<(Draft, EntryOrigin, String)>, Refusal> {
    let mut found = Vec::new();
    for draft in drafts::list(context.connection, None)? {
        let request = request_of(&draft)?;
        if let Some(origin) = request.origin.clone()
            && origin.period == period.key.to_string()
        {
            found.push((draft, origin, wire(&request)?));
        }
    }
    Ok(found)
}

/// A request as it is kept, to compare two of them.
fn wire(request: &RecordEntry) -> Result<String, Refusal> {
    serde_json::to_string(request).map_err(Refusal::bug)
}

impl Made {
    /// Whether a draft of this origin is one of its own.
    fn is_from(&self, origin: &EntryOrigin) -> bool {
        origin.generator == self.proposal.generator.word() && origin.key == self.proposal.key
    }
}

#[cfg(test)]
mod tests;
