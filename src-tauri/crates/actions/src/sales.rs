//! Sales: recording one makes the paper, its tax rows and its entry in the same instant.

mod read;

pub use read::{GetSale, ListSales, SaleLineView, SalePage, SaleRow, SaleView, SettlementView};
pub(crate) use read::{customer_of, get, list, page, settlements};

use chrono::{Datelike, Days, NaiveDate};
use kontor_ledger::account::AccountId;
use kontor_ledger::entry::{self, Entry, EntryKind};
use kontor_ledger::money::{Amount, Quantity};
use kontor_ledger::paper::PaperKind;
use kontor_ledger::posting::{self, NamedAmount};
use kontor_ledger::sale::{SaleLine, WorkedSale, work_out};
use kontor_store::items;
use kontor_store::papers::{self, NewLine, NewPaper};
use kontor_store::parties::Party;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::entry_policies::proposed_word;
use crate::errors::ledger::{from_entry, from_sale};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, PlannedEntry, PlannedPaper, Step};
use crate::{entries, parties, rates};

/// A line of a sale.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct SaleLineRequest {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Uuid>,
    /// What is printed; the item's name when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub quantity: String,
    /// The price of one.
    pub unit_price: String,
    /// Whether the price includes tax.
    pub tax_included: bool,
    /// The code of the tax rate.
    pub rate: String,
}

/// Money paid at once.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Payment {
    /// The code of the cash, bank or wallet account.
    pub account: String,
    pub amount: String,
}

/// Records a sale, on credit or paid at once, wholly or partly.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct RecordSale {
    pub date: NaiveDate,
    /// Who buys; nobody in particular over the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    pub lines: Vec<SaleLineRequest>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Vec<Payment>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub memo: String,
    /// The kind of tax invoice: special, ordinary or other; nothing where none was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_number: Option<String>,
}

/// The rule of a sale of goods or services.
const RULE: &str = "S02";

pub(crate) fn plan_sale(context: &Context<'_>, request: &RecordSale) -> Result<Plan, Refusal> {
    let period = kontor_ledger::period::open_period(&context.facts.periods, request.date)?;
    let customer =
        request.customer.map(|uid| parties::get(context, uid, "customer")).transpose()?;
    let mut lines = Vec::new();
    for (number, line) in (1_usize..).zip(&request.lines) {
        lines.push(read_line(context, request.date, line).map_err(|r| r.with("line", number))?);
    }
    let payments = read_payments(context, request.paid.as_deref().unwrap_or_default())?;
    let paid: Vec<Amount> = payments.iter().map(|(_, amount)| *amount).collect();
    let sold: Vec<SaleLine> = lines.iter().map(|(sold, _)| sold.clone()).collect();
    let party = customer.as_ref().map(|customer| customer.id);
    let worked = work_out(&sold, &paid, party, context.currency())
        .map_err(|refusal| from_sale(refusal, context.currency()))?;
    let memo = memo(context, request, &sold, customer.as_ref());
    let entry = make_entry(context, request.date, &memo, &worked, &payments, customer.as_ref())?;
    let due = customer.as_ref().map(|customer| due(request, customer));
    let invoice = invoice(context, request)?;
    let paper = NewPaper {
        invoice,
        kind: PaperKind::Sale,
        date: request.date,
        tax_period: period.key,
        year: request.date.year(),
        party: customer.map(|customer| (customer.id, customer.name, customer.tax_number)),
        due,
        total: worked.total,
        owed: worked.owed,
        memo,
        lines: lines
            .into_iter()
            .zip(worked.lines)
            .map(|((sold, rate_code), amounts)| NewLine {
                item: sold.item,
                description: sold.description,
                quantity: sold.quantity,
                unit_price: sold.unit_price,
                tax_included: sold.tax_included,
                rate_code,
                rate: sold.rate,
                amounts,
            })
            .collect(),
        payments,
    };
    Ok(Plan::of(Step::IssuePaper(Box::new(PlannedPaper { paper, entry, shares: Vec::new() }))))
}

/// The tax invoice of a sale; a number may be used once (财会〔2024〕12号 art. 21(2)).
fn invoice(
    context: &Context<'_>,
    request: &RecordSale,
) -> Result<(Option<String>, Option<String>), Refusal> {
    let number = parties::filled(request.invoice_number.as_ref());
    crate::tax::check_invoice(context, request.invoice_kind.as_deref(), number.as_deref(), (0, 0))?;
    Ok((request.invoice_kind.clone(), number))
}

/// When what is owed is due: as said, or by the customer's terms.
fn due(request: &RecordSale, customer: &Party) -> NaiveDate {
    let terms = customer.terms_days.and_then(|days| u64::try_from(days).ok()).unwrap_or(0);
    request.due.or_else(|| request.date.checked_add_days(Days::new(terms))).unwrap_or(request.date)
}

fn read_line(
    context: &Context<'_>,
    date: NaiveDate,
    request: &SaleLineRequest,
) -> Result<(SaleLine, String), Refusal> {
    let item = match request.item {
        Some(uid) => Some(items::find(context.connection, uid)?.ok_or_else(|| {
            Refusal::new(Code::UnknownItem).with("item", uid).with("field", "item")
        })?),
        None => None,
    };
    let said = request.description.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let description = said
        .or(item.as_ref().map(|item| item.name.as_str()))
        .ok_or_else(|| Refusal::new(Code::NameMissing).with("field", "description"))?
        .to_owned();
    let quantity: Quantity =
        request.quantity.trim().parse().map_err(|error: kontor_ledger::money::AmountError| {
            Refusal::from(error).with("text", &request.quantity).with("field", "quantity")
        })?;
    let rate = rates::find(context.facts.standard.name, &request.rate)
        .filter(|rate| rate.is_for(date, &context.facts.company.vat_kind))
        .ok_or_else(|| {
            Refusal::new(Code::UnknownRate).with("rate", &request.rate).with("field", "rate")
        })?;
    let sold = SaleLine {
        item: item.map(|item| item.id),
        description,
        quantity,
        unit_price: crate::items::price(&request.unit_price)?,
        tax_included: request.tax_included,
        rate: rate.rate,
    };
    Ok((sold, rate.code.clone()))
}

pub(crate) fn read_payments(
    context: &Context<'_>,
    payments: &[Payment],
) -> Result<Vec<(AccountId, Amount)>, Refusal> {
    payments
        .iter()
        .map(|payment| {
            let account = context.account(&payment.account, "account")?;
            if !account.is_cash {
                return Err(Refusal::new(Code::PaymentAccountNotCash)
                    .with("account", &payment.account)
                    .with("field", "account"));
            }
            Ok((account.id, context.amount(&payment.amount, "amount")?))
        })
        .collect()
}

/// What the entry says: as typed, or who bought what.
fn memo(
    context: &Context<'_>,
    request: &RecordSale,
    sold: &[SaleLine],
    customer: Option<&Party>,
) -> String {
    let typed = request.memo.trim();
    if !typed.is_empty() {
        return typed.to_owned();
    }
    let words = context.words();
    let first = sold.first().map_or("", |line| line.description.as_str());
    let what = match sold.len() {
        0 | 1 => first.to_owned(),
        _ => words.say("memo-and-more", &[("what", first.into())]),
    };
    match customer {
        Some(customer) => words
            .say("memo-sale", &[("what", (&what).into()), ("customer", (&customer.name).into())]),
        None => words.say("memo-counter-sale", &[("what", (&what).into())]),
    }
}

fn make_entry(
    context: &Context<'_>,
    date: NaiveDate,
    memo: &str,
    worked: &WorkedSale,
    payments: &[(AccountId, Amount)],
    customer: Option<&Party>,
) -> Result<PlannedEntry, Refusal> {
    let mut amounts = vec![
        NamedAmount::new("owed", worked.owed),
        NamedAmount::new("net", worked.total.net),
        NamedAmount::new("tax", worked.total.tax),
    ];
    amounts.extend(payments.iter().map(|(account, amount)| NamedAmount {
        account: Some(*account),
        ..NamedAmount::new("paid", *amount)
    }));
    let party = customer.map(|customer| customer.id);
    entry_by_rule(context, RULE, date, memo, &amounts, party)
}

/// The entry that a rule of the standard makes of named amounts; the rule stands as its reviewer.
pub(crate) fn entry_by_rule(
    context: &Context<'_>,
    rule: &'static str,
    date: NaiveDate,
    memo: &str,
    amounts: &[NamedAmount],
    party: Option<kontor_ledger::party::PartyId>,
) -> Result<PlannedEntry, Refusal> {
    let standard = context.facts.standard;
    let rule = standard
        .rule(rule)
        .ok_or_else(|| Refusal::new(Code::RoleMissing).with("rule", rule).with("role", "-"))?;
    let lines = posting::apply(rule, amounts, party, &|role| context.role_account(role))?;
    let entry = Entry {
        date,
        word: proposed_word(&context.facts, date, &lines),
        kind: EntryKind::Normal,
        memo: memo.to_owned(),
        lines,
    };
    let period = entry::check(&entry, &context.facts.chart, &context.facts.periods)
        .map_err(|refusal| from_entry(refusal, context.currency()))?;
    Ok(PlannedEntry {
        entry,
        period,
        draft: None,
        signed_by: None,
        reviewed_by: None,
        rule: Some(rule),
        origin: None,
        paper: None,
        reversal_of: None,
    })
}

/// Takes back a sale by reversing its entry; nothing may have been settled on it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReverseSale {
    pub sale: Uuid,
    pub date: NaiveDate,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

pub(crate) fn plan_reversal(context: &Context<'_>, request: &ReverseSale) -> Result<Plan, Refusal> {
    let unknown = || Refusal::new(Code::UnknownSale).with("sale", request.sale);
    let sale =
        papers::find(context.connection, PaperKind::Sale, request.sale)?.ok_or_else(unknown)?;
    if sale.is_reversed {
        return Err(Refusal::new(Code::AlreadyReversed));
    }
    if !papers::settlements(context.connection, &sale)?.is_empty() {
        return Err(Refusal::new(Code::SettledByReceipts).with("number", &sale.number));
    }
    entries::plan_paper_reversal(context, &sale, request.date, &request.reason, false)
}
