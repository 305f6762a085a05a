//! What a company decided about generated entries, from a period on: how often profit and loss is transferred, which
//! generators run, and which rules it authorised to review their own entries (财会〔2024〕12号 art. 21(1), 22).

use kontor_ledger::generated::Generator;
use kontor_ledger::money::Amount;
use kontor_ledger::period::{PeriodKey, open_period};
use kontor_store::generated::GenerationPolicy;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntryOrigin, MAKERS};
use crate::context::{Context, Facts};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// Decides how entries are generated from a period on; what is posted already stays as it is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct SetGenerationPolicy {
    /// The first period it holds for.
    pub from: String,
    /// monthly (账结法) or yearly (表结法)
    pub transfer: String,
    /// The generators that do not run.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub off: Vec<String>,
    /// The generators whose entries need no other reviewer than their rule.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub authorised: Vec<String>,
    /// The capital registered, where it is not what has been paid in; the statutory reserve grows to half of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_capital: Option<String>,
}

pub(crate) fn plan_set(
    context: &Context<'_>,
    request: &SetGenerationPolicy,
) -> Result<Plan, Refusal> {
    let unknown = |field| Refusal::new(Code::UnknownField).with("field", field);
    let is_monthly = match request.transfer.as_str() {
        "monthly" => true,
        "yearly" => false,
        _ => return Err(unknown("transfer")),
    };
    for (words, field) in [(&request.off, "off"), (&request.authorised, "authorised")] {
        if words.iter().any(|word| Generator::from_word(word).is_none()) {
            return Err(unknown(field));
        }
    }
    let registered_capital = match request.registered_capital.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(text) => Some(context.amount(text, "registered_capital")?),
    };
    if registered_capital.is_some_and(|amount| amount.minor() <= 0) {
        return Err(Refusal::new(Code::AmountOutOfRange).with("field", "registered_capital"));
    }
    let period = context.period(&request.from)?;
    open_period(&context.facts.periods, period.first_day)?;
    Ok(Plan::of(Step::SetGenerationPolicy(Box::new(GenerationPolicy {
        from: period.key,
        is_monthly,
        off: in_order(&request.off),
        authorised: in_order(&request.authorised),
        registered_capital,
    }))))
}

fn in_order(words: &[String]) -> Vec<String> {
    let named = |generator: &&Generator| words.iter().any(|word| word == generator.word());
    Generator::ALL.iter().filter(named).map(|generator| generator.word().to_owned()).collect()
}

/// What holds for a period.
#[derive(Clone, Debug)]
pub(crate) struct Policy {
    /// Whether profit and loss is transferred every period.
    pub(crate) is_monthly: bool,
    /// The capital registered, where it was said.
    pub(crate) registered_capital: Option<Amount>,
    off: Vec<String>,
    authorised: Vec<String>,
}

impl Policy {
    /// Whether a generator runs.
    pub(crate) fn runs(&self, generator: Generator) -> bool {
        !self.off.iter().any(|word| word == generator.word())
    }

    /// Whether a generator's rule was authorised.
    pub(crate) fn authorises(&self, generator: &str) -> bool {
        self.authorised.iter().any(|word| word == generator)
    }
}

/// The policy of a period: the one that begins last before it, of two for the same period the later decided. Chinese
/// books transfer monthly where nothing was decided, others once a year.
pub(crate) fn of(context: &Context<'_>, period: PeriodKey) -> Policy {
    let decided = context.facts.generation.iter().filter(|policy| policy.from <= period);
    match decided.max_by_key(|policy| policy.from).cloned() {
        Some(decided) => Policy {
            is_monthly: decided.is_monthly,
            registered_capital: decided.registered_capital,
            off: decided.off,
            authorised: decided.authorised,
        },
        None => Policy {
            is_monthly: context.facts.standard.name.starts_with("cn-"),
            registered_capital: None,
            off: Vec::new(),
            authorised: Vec::new(),
        },
    }
}

/// Whether the rule that made a draft answers for it: it was authorised and nobody changed the draft.
pub(crate) fn is_authorised(context: &Context<'_>, origin: &EntryOrigin) -> bool {
    let period = PeriodKey::parse(&origin.period);
    let has_maker = MAKERS.iter().any(|maker| maker.generator.word() == origin.generator);
    !origin.by_hand
        && has_maker
        && period.is_some_and(|period| of(context, period).authorises(&origin.generator))
}

/// A policy as a window shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GenerationPolicyRow {
    pub from: String,
    /// monthly or yearly
    pub transfer: &'static str,
    pub off: Vec<String>,
    pub authorised: Vec<String>,
    pub registered_capital: Option<String>,
}

/// Every policy, the one decided last at the end.
pub(crate) fn rows(facts: &Facts) -> Vec<GenerationPolicyRow> {
    let currency = facts.company.currency;
    let row = |policy: &GenerationPolicy| GenerationPolicyRow {
        from: policy.from.to_string(),
        transfer: transfer_word(policy.is_monthly),
        off: policy.off.clone(),
        authorised: policy.authorised.clone(),
        registered_capital: policy.registered_capital.map(|amount| amount.to_text(currency)),
    };
    facts.generation.iter().map(row).collect()
}

/// The word of how often profit and loss is transferred.
pub(crate) const fn transfer_word(is_monthly: bool) -> &'static str {
    if is_monthly { "monthly" } else { "yearly" }
}
