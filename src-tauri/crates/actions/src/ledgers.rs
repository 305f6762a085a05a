//! The books of account 账簿 as they are bound: account ledgers, general ledger, journals, entry list, parties, aging.
//! Each is read a page at a time for the screen and the whole span for paper; both come from the same rows.

mod aging;
mod assets;
mod entry_list;
mod gaps;
mod general;
mod lines;
mod paper;
mod party_balances;
mod rows;
mod sections;
mod tax_return;
mod tax_rows;

pub(crate) use paper::file_name;
pub use paper::print;
pub use rows::{LedgerCells, LedgerColumn, LedgerPlace, LedgerView};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::{Context, page_size};
use crate::errors::{Code, Refusal};
use crate::statements::{GetStatement, Span, resolve};
use rows::Page;

/// The books there are.
pub const NAMES: [&str; 19] = [
    "account-ledger",
    "general-ledger",
    "journal",
    "entry-list",
    "party-balances",
    "party-ledger",
    "aging",
    "assets",
    "depreciation",
    TAX_ROWS,
    "tax-vat-general",
    "tax-vat-small",
    "tax-vat",
    "tax-sales-tax",
    "tax-surcharges",
    "tax-income-tax",
    "tax-export-trader",
    "tax-export-producer",
    "gaps",
];

/// The tax ledger; what else begins with `tax-` is a return of the kind that follows.
const TAX_ROWS: &str = "tax-rows";

/// The kind of return a book is, where it is one.
fn return_kind(name: &str) -> Option<&str> {
    name.strip_prefix("tax-").filter(|_| name != TAX_ROWS && NAMES.contains(&name))
}

/// A book of account for a span of days.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct GetLedger {
    /// account-ledger, general-ledger, journal, entry-list, party-balances, party-ledger, aging, assets, depreciation,
    /// tax-rows, gaps, or a tax return: tax-vat-general ...
    #[ts(as = "String")]
    pub name: String,
    /// The code of an account; one that others stand under means them all.
    pub account: Option<String>,
    /// The last account of a range.
    pub account_to: Option<String>,
    /// The code of a party.
    pub party: Option<String>,
    /// Of aging: due (when nothing is said) or paper, the date ages are counted from. Of tax rows: kinds, a rate, a kind
    /// of invoice: `input,customs`, `output@13`, `output#special`.
    pub by: Option<String>,
    /// Of the general ledger: how deep, from 1.
    pub level: Option<u8>,
    pub period: Option<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Of aging: the day.
    pub as_of: Option<NaiveDate>,
    /// Where the page begins, as the page before said.
    pub after: Option<String>,
    pub limit: Option<u32>,
}

pub(crate) fn get(context: &Context<'_>, request: &GetLedger) -> Result<LedgerView, Refusal> {
    let span = span(context, request)?;
    let page = page(context, request, span, page_size(request.limit))?;
    rows::show(context, request, span, page)
}

/// The days a book is about.
fn span(context: &Context<'_>, request: &GetLedger) -> Result<Span, Refusal> {
    if let Some(kind) = return_kind(&request.name) {
        return crate::tax::span(context, kind, request.period.as_ref());
    }
    resolve(
        context,
        &GetStatement {
            period: request.period.clone(),
            from: request.from,
            to: request.to,
            as_of: request.as_of,
            ..GetStatement::default()
        },
    )
}

/// A page of a book, or all that is left of it where it is not read by pages.
fn page(
    context: &Context<'_>,
    request: &GetLedger,
    span: Span,
    limit: u32,
) -> Result<Page, Refusal> {
    if let Some(kind) = return_kind(&request.name) {
        return tax_return::page(context, request, kind);
    }
    match request.name.as_str() {
        "account-ledger" | "journal" | "party-ledger" => lines::page(context, request, span, limit),
        "general-ledger" => general::page(context, request, span),
        "entry-list" => entry_list::page(context, request, span, limit),
        "party-balances" => party_balances::page(context, request, span),
        "aging" => aging::page(context, request, span),
        "assets" => assets::list(context, span),
        "depreciation" => assets::charges(context, span),
        TAX_ROWS => tax_rows::page(context, request, span, limit),
        "gaps" => gaps::page(context, span),
        name => Err(Refusal::new(Code::UnknownStatement)
            .with("name", name)
            .with("standard", context.facts.standard.name)),
    }
}

#[cfg(test)]
mod tests;
