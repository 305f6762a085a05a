//! Items and the tax rates they are sold at.

use kontor_store::items::{self, Item, NewItem, Order};
use kontor_store::search::Wanted;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, order, page_size};
use crate::errors::{Code, Refusal};
use crate::parties::filled;
use crate::plan::{Plan, Step};
use crate::rates;

/// Adds an item; without a code the next free one is given.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct AddItem {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub name: String,
    /// goods or service
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The usual price of one, decimal text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<String>,
    /// The code of the usual tax rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
}

pub(crate) fn plan_add(context: &Context<'_>, request: &AddItem) -> Result<Plan, Refusal> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    if !["goods", "service"].contains(&request.kind.as_str()) {
        return Err(Refusal::new(Code::UnknownField).with("field", "kind"));
    }
    let code = match filled(request.code.as_ref()) {
        Some(code) => {
            if items::find_by_code(context.connection, &code)?.is_some() {
                return Err(Refusal::new(Code::CodeTaken).with("code", code).with("field", "code"));
            }
            code
        }
        None => items::next_code(context.connection)?,
    };
    let unit_price = filled(request.price.as_ref()).map(|text| price(&text)).transpose()?;
    if let Some(rate) = &request.rate {
        rates::find(context.facts.standard.name, rate)
            .ok_or_else(|| Refusal::new(Code::UnknownRate).with("rate", rate))?;
    }
    Ok(Plan::of(Step::AddItem(NewItem {
        code,
        name: name.to_owned(),
        kind: request.kind.clone(),
        unit: filled(request.unit.as_ref()),
        unit_price,
        rate_code: request.rate.clone(),
    })))
}

/// Reads a price: decimal text of up to six decimals.
pub(crate) fn price(text: &str) -> Result<Decimal, Refusal> {
    let plain = text.trim();
    let price = Decimal::from_str_exact(plain).map_err(|_| {
        Refusal::new(Code::AmountNotANumber).with("text", text).with("field", "unit_price")
    })?;
    if price.scale() > 6 {
        return Err(Refusal::new(Code::AmountTooManyDecimals)
            .with("text", text)
            .with("allowed", 6)
            .with("field", "unit_price"));
    }
    Ok(price)
}

/// Items in order of code unless another is wanted; with a query those whose code or name it fits, the best first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListItems {
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

/// An item in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ItemRow {
    pub uid: Uuid,
    pub code: String,
    pub name: String,
    pub kind: String,
    pub unit: Option<String>,
    pub price: Option<String>,
    pub rate: Option<String>,
}

/// A page of items.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ItemPage {
    pub rows: Vec<ItemRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<String>,
}

pub(crate) fn list(context: &Context<'_>, request: &ListItems) -> Result<ItemPage, Refusal> {
    let limit = page_size(request.limit);
    let after = request.after.as_deref();
    let (found, next) = match filled(request.query.as_ref()) {
        Some(text) => {
            items::search(context.connection, &Wanted { text: &text, kind: None, after, limit })?
        }
        None => {
            let order = order(request.order.as_deref(), Order::from_word)?;
            let order = (order, request.descending.unwrap_or(false));
            let found = items::list(context.connection, order, after, limit)?;
            let is_full = found.len() == limit as usize;
            let last = found.last().filter(|_| is_full).map(|item| item.code.clone());
            (found, last)
        }
    };
    Ok(ItemPage { rows: found.into_iter().map(row).collect(), next })
}

pub(crate) fn row(item: Item) -> ItemRow {
    ItemRow {
        uid: item.uid,
        code: item.code,
        name: item.name,
        kind: item.kind,
        unit: item.unit,
        price: item.unit_price.map(|price| price.to_string()),
        rate: item.rate_code,
    }
}

/// The tax rates the company may use on a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ListRates {
    pub date: chrono::NaiveDate,
}

/// A tax rate.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RateRow {
    pub code: String,
    /// The rate as a fraction: 0.13.
    pub rate: String,
    pub label_zh: String,
    pub label_en: String,
    pub is_default: bool,
}

/// The tax rates of a day.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct RateList {
    pub rows: Vec<RateRow>,
    /// Whether a percentage may be typed: its code is `at-` and the percentage.
    pub accepts_typed: bool,
}

pub(crate) fn list_rates(context: &Context<'_>, request: &ListRates) -> Result<RateList, Refusal> {
    let standard = context.facts.standard.name;
    let mut offered = rates::on(standard, request.date, &context.facts.company.vat_kind);
    let accepts_typed = rates::accepts_typed(standard);
    if accepts_typed {
        // What somebody typed for an item is offered again, before the kinds without a rate.
        let mut typed: Vec<_> = items::typed_rates(context.connection)?
            .iter()
            .filter_map(|code| rates::find(standard, code))
            .filter(|rate| !offered.contains(rate))
            .collect();
        typed.append(&mut offered);
        offered = typed;
    }
    let rows = (0_usize..)
        .zip(offered)
        .map(|(place, rate)| RateRow {
            code: rate.code.clone(),
            rate: rate.rate.to_string(),
            label_zh: rate.label_zh.clone(),
            label_en: rate.label_en.clone(),
            is_default: place == 0,
        })
        .collect();
    Ok(RateList { rows, accepts_typed })
}
