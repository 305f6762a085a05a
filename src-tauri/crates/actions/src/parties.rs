//! Parties: customers, suppliers, employees, and what they owe.

use kontor_ledger::party::PartyKinds;
use kontor_store::figures;
use kontor_store::parties::{self, NewParty, Order, Party};
use kontor_store::search::Wanted;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, order, page_size};
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// Adds a party; without a code the next free one is given.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct AddParty {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub name: String,
    /// customer, supplier, employee, other
    #[serde(default)]
    pub kinds: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Days until an invoice is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_days: Option<u32>,
}

/// A text of a field without the spaces around it; nothing when it is empty.
pub(crate) fn filled(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

pub(crate) fn plan_add(context: &Context<'_>, request: &AddParty) -> Result<Plan, Refusal> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    let kinds = PartyKinds::from_words(request.kinds.iter().map(String::as_str))
        .ok_or_else(|| Refusal::new(Code::UnknownField).with("field", "kinds"))?;
    let code = match filled(request.code.as_ref()) {
        Some(code) => {
            if parties::find_by_code(context.connection, &code)?.is_some() {
                return Err(Refusal::new(Code::CodeTaken).with("code", code).with("field", "code"));
            }
            code
        }
        None => {
            let letter = match (kinds.customer, kinds.supplier, kinds.employee) {
                (true, ..) => 'C',
                (_, true, _) => 'S',
                (.., true) => 'E',
                _ => 'T',
            };
            parties::next_code(context.connection, letter)?
        }
    };
    Ok(Plan::of(Step::AddParty(NewParty {
        code,
        name: name.to_owned(),
        kinds,
        tax_number: filled(request.tax_number.as_ref()),
        phone: filled(request.phone.as_ref()),
        address: filled(request.address.as_ref()),
        terms_days: request.terms_days.map(i64::from),
    })))
}

/// Parties in order of code unless another is wanted; with a query those whose code or name it fits, the best first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListParties {
    pub kind: Option<String>,
    /// Part of code or name, or pinyin initials.
    pub query: Option<String>,
    /// Where the page begins, as the page before said; without a query, after this code.
    pub after: Option<String>,
    /// code or name; what is found stands the best first; code when nothing is said.
    pub order: Option<String>,
    /// Whether the order goes down; it does not when nothing is said.
    pub descending: Option<bool>,
    pub limit: Option<u32>,
}

/// A party in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PartyRow {
    pub uid: Uuid,
    pub code: String,
    pub name: String,
    pub kinds: Vec<&'static str>,
    pub tax_number: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub terms_days: Option<i64>,
    /// What they owe on receivables, positive; the book's currency.
    pub balance: String,
    /// What they have paid in advance, positive.
    pub advance: String,
}

/// A page of parties.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PartyPage {
    pub rows: Vec<PartyRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<String>,
}

pub(crate) fn list(context: &Context<'_>, request: &ListParties) -> Result<PartyPage, Refusal> {
    let limit = page_size(request.limit);
    let (kind, after) = (request.kind.as_deref(), request.after.as_deref());
    let (found, next) = match filled(request.query.as_ref()) {
        Some(text) => {
            parties::search(context.connection, &Wanted { text: &text, kind, after, limit })?
        }
        None => {
            let order = order(request.order.as_deref(), Order::from_word)?;
            let order = (order, request.descending.unwrap_or(false));
            let found = parties::list(context.connection, kind, order, after, limit)?;
            let is_full = found.len() == limit as usize;
            let last = found.last().filter(|_| is_full).map(|party| party.code.clone());
            (found, last)
        }
    };
    let rows =
        found.into_iter().map(|party| row(context, party)).collect::<Result<Vec<_>, Refusal>>()?;
    Ok(PartyPage { rows, next })
}

/// One party, with what they owe.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GetParty {
    pub uid: Uuid,
}

pub(crate) fn get_row(context: &Context<'_>, request: &GetParty) -> Result<PartyRow, Refusal> {
    row(context, get(context, request.uid, "uid")?)
}

pub(crate) fn row(context: &Context<'_>, party: Party) -> Result<PartyRow, Refusal> {
    let on = |role: &str| -> Result<kontor_ledger::money::Amount, Refusal> {
        match context.role_account(role) {
            Some(account) => Ok(figures::party_balance(context.connection, account, party.id)?),
            None => Ok(kontor_ledger::money::Amount::ZERO),
        }
    };
    let balance = on("receivable")?;
    let advance = on("advance-from-customer")?.negated()?;
    Ok(PartyRow {
        uid: party.uid,
        code: party.code,
        name: party.name,
        kinds: party.kinds.words(),
        tax_number: party.tax_number,
        phone: party.phone,
        address: party.address,
        terms_days: party.terms_days,
        balance: context.text(balance),
        advance: context.text(advance),
    })
}

/// The party of a unique id.
pub(crate) fn get(context: &Context<'_>, uid: Uuid, field: &'static str) -> Result<Party, Refusal> {
    parties::find(context.connection, uid)?
        .ok_or_else(|| Refusal::new(Code::UnknownParty).with("party", uid).with("field", field))
}
