//! A run of the generators for a period: each in its order, and what of its proposals is still to be posted.

use kontor_ledger::entry::Line;
use kontor_ledger::generated::{Generator, Proposal, remaining};
use kontor_ledger::period::Period;
use kontor_store::generated::{GeneratedRow, of_period};
use kontor_store::transfers;
use serde_json::json;

use super::{Close, EntryOrigin, MAKERS, Maker};
use crate::context::Context;
use crate::errors::Refusal;
use crate::plan::PlannedRule;

/// What a generator came to.
pub(crate) struct Run {
    pub(crate) generator: Generator,
    pub(crate) made: Vec<Made>,
    /// Why it could propose nothing.
    pub(crate) refusal: Option<Refusal>,
}

/// A proposal, what was posted for it, and what is still to be posted.
pub(crate) struct Made {
    pub(crate) proposal: Proposal,
    pub(crate) posted: Vec<GeneratedRow>,
    pub(crate) rest: Vec<Line>,
}

impl Made {
    /// What is still to be posted, with its origin.
    pub(super) fn rest_of(&self, period: Period) -> (Proposal, EntryOrigin) {
        let rest = Proposal { lines: self.rest.clone(), ..self.proposal.clone() };
        let origin = EntryOrigin {
            generator: rest.generator.word().to_owned(),
            key: rest.key.clone(),
            period: period.key.to_string(),
            by_hand: false,
        };
        (rest, origin)
    }
}

/// Runs generators. What they posted for the period before is counted out first, so that each proposes the whole
/// again; what it does not know any more stays as it is.
pub(super) fn run(
    context: &Context<'_>,
    period: Period,
    selected: &[Generator],
) -> Result<Vec<Run>, Refusal> {
    let mut close = Close::read(context, period)?;
    let posted = of_period(context.connection, period.key)?;
    let has_maker =
        |row: &&GeneratedRow| MAKERS.iter().any(|maker| maker.generator.word() == row.generator);
    for row in posted.iter().filter(has_maker).filter(|row| row.period <= period.key) {
        close.take(row.kind, &row.lines)?;
    }
    let mut runs = Vec::new();
    for maker in MAKERS {
        if selected.contains(&maker.generator) {
            runs.push(run_one(&mut close, maker, &posted)?);
            continue;
        }
        // What is not run stands as it is posted.
        let of_maker = |row: &&GeneratedRow| row.generator == maker.generator.word();
        for row in posted.iter().filter(of_maker) {
            if row.period <= period.key {
                close.give(row.kind, &row.lines);
            }
            close.keep(as_posted(maker.generator, row, period));
        }
    }
    Ok(runs)
}

fn run_one(close: &mut Close<'_>, maker: &Maker, posted: &[GeneratedRow]) -> Result<Run, Refusal> {
    let generator = maker.generator;
    let own: Vec<&GeneratedRow> =
        posted.iter().filter(|row| row.generator == generator.word()).collect();
    let (proposals, refusal) = match (maker.propose)(close) {
        Ok(proposals) => (proposals, None),
        Err(refusal) => (Vec::new(), Some(refusal)),
    };
    for row in &own {
        let is_known = proposals.iter().any(|proposal| proposal.key == row.key);
        if !is_known && row.period <= close.period.key {
            close.give(row.kind, &row.lines);
        }
    }
    let mut made = Vec::new();
    for proposal in proposals {
        let posted: Vec<GeneratedRow> =
            own.iter().filter(|row| row.key == proposal.key).map(|row| (*row).clone()).collect();
        if posted.is_empty() && proposal.lines.is_empty() {
            continue;
        }
        let lines: Vec<Line> = posted.iter().flat_map(|row| row.lines.clone()).collect();
        let style = close.context.facts.standard.reversal;
        let rest = remaining(&proposal.lines, &lines, style)?;
        if proposal.date <= close.period.last_day {
            close.give(proposal.kind, &proposal.lines);
        }
        close.keep(proposal.clone());
        made.push(Made { proposal, posted, rest });
    }
    Ok(Run { generator, made, refusal })
}

/// A posted entry as its generator's proposal.
fn as_posted(generator: Generator, row: &GeneratedRow, period: Period) -> Proposal {
    let (key, kind) = (row.key.clone(), row.kind);
    let (date, memo) = (period.last_day, row.number.clone());
    Proposal { generator, key, date, kind, memo, lines: row.lines.clone() }
}

/// The rule behind an origin, as it is kept in the book and named by the entry: of a transfer the company defined, that.
pub(crate) fn rule_of(
    context: &Context<'_>,
    origin: &EntryOrigin,
) -> Result<Option<PlannedRule>, Refusal> {
    let Some(maker) = MAKERS.iter().find(|maker| maker.generator.word() == origin.generator) else {
        return Ok(None);
    };
    if maker.generator == Generator::Transfers {
        let all = transfers::list(context.connection)?;
        let own = all.into_iter().find(|row| origin.key.starts_with(&row.uid.to_string()));
        return Ok(own.map(|row| PlannedRule {
            id: row.name,
            version: row.version,
            body: json!({ "transfer": row.uid, "version": row.version, "content": row.content })
                .to_string(),
        }));
    }
    let (id, version) = (maker.rule.to_owned(), maker.version);
    let body = json!({ "generator": origin.generator, "rule": id, "version": version }).to_string();
    Ok(Some(PlannedRule { id, version, body }))
}
