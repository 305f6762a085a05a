//! The company, its periods and what the asker may do: what a window needs before it shows anything.

use kontor_ledger::period::PeriodState;
use kontor_store::head;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::parties::filled;
use crate::plan::{Plan, Step};
use crate::register::{ACTIONS, FILES, QUESTIONS};

/// Changes the company's name, kind of VAT taxpayer and tax number.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct SetCompany {
    pub name: String,
    /// small-scale or general
    pub vat_kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<String>,
}

/// The kinds of VAT taxpayer.
pub(crate) const VAT_KINDS: [&str; 2] = ["small-scale", "general"];

pub(crate) fn plan_set(context: &Context<'_>, request: &SetCompany) -> Result<Plan, Refusal> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    if !VAT_KINDS.contains(&request.vat_kind.as_str()) {
        return Err(Refusal::new(Code::UnknownField).with("field", "vat_kind"));
    }
    let mut company = context.facts.company.clone();
    company.name = name.to_owned();
    company.vat_kind.clone_from(&request.vat_kind);
    company.tax_number = filled(request.tax_number.as_ref());
    Ok(Plan::of(Step::SetCompany(Box::new(company))))
}

/// The company and what the asker may do.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct AskCompany {}

/// A period.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PeriodRow {
    pub key: String,
    pub first_day: chrono::NaiveDate,
    pub last_day: chrono::NaiveDate,
    /// open or closed
    pub state: &'static str,
}

/// Who asks.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Me {
    pub uid: Uuid,
    pub name: String,
    #[ts(type = "string")]
    pub role: kontor_ledger::permission::Role,
}

/// The last operation: its number and a short code of its hash.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OperationMark {
    pub number: i64,
    pub code: String,
}

/// The company.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Company {
    pub name: String,
    pub standard: String,
    pub currency: String,
    pub vat_kind: String,
    pub tax_number: Option<String>,
    /// The word of new entries' numbers.
    pub word: &'static str,
    pub periods: Vec<PeriodRow>,
    pub today: chrono::NaiveDate,
    pub me: Me,
    /// The names of all actions and questions the asker may use.
    pub may: Vec<&'static str>,
    pub last_operation: OperationMark,
    /// Entries not posted yet.
    pub unposted: u64,
}

pub(crate) fn answer(context: &Context<'_>, _: &AskCompany) -> Result<Company, Refusal> {
    let company = &context.facts.company;
    let head = head(context.connection)?;
    let role = context.actor.role;
    Ok(Company {
        name: company.name.clone(),
        standard: company.standard.clone(),
        currency: company.currency.code().to_owned(),
        vat_kind: company.vat_kind.clone(),
        tax_number: company.tax_number.clone(),
        word: context.facts.standard.word,
        periods: context
            .facts
            .periods
            .iter()
            .map(|period| PeriodRow {
                key: period.key.to_string(),
                first_day: period.first_day,
                last_day: period.last_day,
                state: if period.state == PeriodState::Open { "open" } else { "closed" },
            })
            .collect(),
        today: context.now.today,
        me: Me { uid: context.actor.uid, name: context.actor.name.clone(), role },
        may: ACTIONS
            .iter()
            .chain(QUESTIONS)
            .chain(FILES)
            .filter(|row| row.allows(role))
            .map(|row| row.name)
            .collect(),
        last_operation: OperationMark { number: head.number, code: head.code() },
        unposted: kontor_store::drafts::count(context.connection, None)?,
    })
}
