//! The company, its periods and what the asker may do: what a window needs before it shows anything.

use kontor_ledger::lock::Area;
use kontor_ledger::money::Currency;
use kontor_ledger::period::{Period, PeriodKey, calendar_year};
use kontor_store::head;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::currency_policies::{self, CurrencyPolicyRow};
use crate::entry_policies::{self, PolicyRow, words_of};
use crate::errors::{Code, Refusal};
use crate::parties::filled;
use crate::plan::{Plan, Step};
use crate::register::{ACTIONS, FILES, QUESTIONS};

/// Changes the company. Name, numbers, address, industry and kind of VAT taxpayer may change at any time; the currency
/// and the first period only while the book holds no amount.
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// trade, retail, workshop, services or other; as it is when nothing is said
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// As it is when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// As it is when nothing is said: 2026-01
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_period: Option<String>,
    /// Whether balances from before the first period will follow; as it is when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expects_opening: Option<bool>,
}

/// The kinds of VAT taxpayer.
pub(crate) const VAT_KINDS: [&str; 2] = ["small-scale", "general"];

/// What a company does.
pub(crate) const INDUSTRIES: [&str; 5] = ["trade", "retail", "workshop", "services", "other"];

/// Refuses a kind of VAT taxpayer there is not.
pub(crate) fn check_vat_kind(vat_kind: &str) -> Result<(), Refusal> {
    one_of(&VAT_KINDS, vat_kind, "vat_kind")
}

/// Refuses an industry there is not; none at all is well.
pub(crate) fn check_industry(industry: Option<&str>) -> Result<(), Refusal> {
    industry.map_or(Ok(()), |industry| one_of(&INDUSTRIES, industry, "industry"))
}

fn one_of(known: &[&str], word: &str, field: &str) -> Result<(), Refusal> {
    if known.contains(&word) {
        return Ok(());
    }
    Err(Refusal::new(Code::UnknownField).with("field", field))
}

/// The month a book begins with.
pub(crate) fn first_period(text: &str) -> Result<PeriodKey, Refusal> {
    PeriodKey::parse(text).filter(|key| key.number <= 12).ok_or_else(|| {
        Refusal::new(Code::PeriodUnknown).with("period", text).with("field", "first_period")
    })
}

/// The rest of the first year and the whole of the next, so that nobody stands before a locked January.
pub(crate) fn first_periods(first: PeriodKey) -> Vec<Period> {
    let mut months = calendar_year(first.year);
    months.extend(calendar_year(first.year + 1));
    months.retain(|period| period.key >= first);
    months
}

pub(crate) fn plan_set(context: &Context<'_>, request: &SetCompany) -> Result<Plan, Refusal> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    check_vat_kind(&request.vat_kind)?;
    check_industry(request.industry.as_deref())?;
    let mut company = context.facts.company.clone();
    company.name = name.to_owned();
    company.vat_kind.clone_from(&request.vat_kind);
    company.tax_number = filled(request.tax_number.as_ref());
    company.address = filled(request.address.as_ref());
    if let Some(industry) = &request.industry {
        company.industry = Some(industry.clone());
    }
    company.expects_opening = request.expects_opening.unwrap_or(company.expects_opening);
    let mut steps = Vec::new();
    if let Some(code) = &request.currency {
        company.currency = Currency::from_code(code).ok_or_else(|| {
            Refusal::new(Code::CurrencyUnknown).with("currency", code).with("field", "currency")
        })?;
    }
    let began = context.facts.periods.first().map(|period| period.key);
    let begins = request.first_period.as_deref().map(first_period).transpose()?.or(began);
    let moves = begins != began;
    if company.currency != context.facts.company.currency || moves {
        refuse_with_amounts(context, if moves { "first_period" } else { "currency" })?;
    }
    if let Some(first) = begins.filter(|_| moves) {
        steps.push(Step::ReplacePeriods(first_periods(first)));
    }
    steps.push(Step::SetCompany(Box::new(company)));
    Ok(Plan { steps })
}

/// Amounts are counted in the book's currency and stand in its periods, so neither moves under them.
fn refuse_with_amounts(context: &Context<'_>, field: &str) -> Result<(), Refusal> {
    if kontor_store::company::has_amounts(context.connection)? {
        return Err(Refusal::new(Code::HasAmounts).with("field", field));
    }
    Ok(())
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
    /// open, soft-closed or closed
    pub state: &'static str,
    /// The areas of work locked there: sales, receipts, entries.
    pub locked: Vec<&'static str>,
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

/// What is asked of entries of the present period.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct DutiesView {
    /// free, other or own
    pub review: &'static str,
    pub cashier_signs: bool,
    /// general or split
    pub words: &'static str,
}

fn duties(context: &Context<'_>) -> Result<DutiesView, Refusal> {
    let periods = &context.facts.periods;
    let today = context.now.today;
    let now = periods.iter().find(|one| one.first_day <= today && today <= one.last_day);
    let (duties, words) = match now.or(periods.last()).map(|period| period.key) {
        Some(key) => (entry_policies::duties(context, key)?, words_of(&context.facts, key)),
        None => Default::default(),
    };
    let cashier_signs = duties.cashier_signs;
    Ok(DutiesView { review: duties.review.word(), cashier_signs, words: words.word() })
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
    pub address: Option<String>,
    pub industry: Option<String>,
    /// Whether balances from before the first period were announced.
    pub expects_opening: bool,
    /// Whether the book holds an amount, so that currency and first period stay.
    pub has_amounts: bool,
    /// The word of new entries' numbers.
    pub word: &'static str,
    pub periods: Vec<PeriodRow>,
    /// What is asked of entries, the policy decided last at the end.
    pub entry_policies: Vec<PolicyRow>,
    /// How other currencies are treated, the policy decided last at the end.
    pub currency_policies: Vec<CurrencyPolicyRow>,
    /// The other currencies there are rates of.
    pub currencies: Vec<String>,
    /// What is asked of entries of the present period.
    pub duties: DutiesView,
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
        address: company.address.clone(),
        industry: company.industry.clone(),
        expects_opening: company.expects_opening,
        has_amounts: kontor_store::company::has_amounts(context.connection)?,
        word: context.facts.standard.word,
        periods: context
            .facts
            .periods
            .iter()
            .map(|period| PeriodRow {
                key: period.key.to_string(),
                first_day: period.first_day,
                last_day: period.last_day,
                state: period.state.word(),
                locked: Area::ALL
                    .into_iter()
                    .filter(|area| context.facts.locks.has(period.key, *area))
                    .map(Area::word)
                    .collect(),
            })
            .collect(),
        entry_policies: entry_policies::rows(&context.facts),
        currency_policies: currency_policies::rows(&context.facts),
        currencies: context.facts.currencies.iter().map(|one| one.code().to_owned()).collect(),
        duties: duties(context)?,
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
