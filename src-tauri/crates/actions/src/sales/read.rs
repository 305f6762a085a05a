//! Reading sales: pages of a list, one sale with its lines and what settled it.

use chrono::NaiveDate;
use kontor_ledger::paper::PaperKind;
use kontor_store::items;
use kontor_store::papers::{self, Filter, Order, PaperRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Named, order, page_size};
use crate::errors::{Code, Refusal};
use crate::parties;

/// Sales in an order, latest recorded first unless another is wanted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListSales {
    pub customer: Option<Uuid>,
    /// Only those with something owed.
    #[ts(optional, as = "Option<bool>")]
    pub open_only: bool,
    pub after: Option<i64>,
    /// recorded, date, number or gross; recorded when nothing is said.
    pub order: Option<String>,
    /// Whether the order goes down; it does when nothing is said.
    pub descending: Option<bool>,
    pub limit: Option<u32>,
}

/// A sale in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SaleRow {
    pub uid: Uuid,
    pub number: String,
    pub date: NaiveDate,
    pub customer: Option<Named>,
    pub memo: String,
    pub net: String,
    pub tax: String,
    pub gross: String,
    pub open: String,
    pub due: Option<NaiveDate>,
    /// open, settled or reversed
    pub status: &'static str,
}

/// A page of sales.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SalePage {
    pub rows: Vec<SaleRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<i64>,
}

/// The customer of a paper, by the name it was issued to.
pub(crate) fn customer_of(paper: &PaperRow) -> Option<Named> {
    let uid = paper.party_uid?;
    Some(Named { uid, name: paper.party_name.clone().unwrap_or_default() })
}

/// A page of papers of a kind, and where the next begins.
pub(crate) fn page(
    context: &Context<'_>,
    kind: PaperKind,
    customer: Option<Uuid>,
    mut filter: Filter,
    limit: Option<u32>,
) -> Result<(Vec<PaperRow>, Option<i64>), Refusal> {
    let party = customer.map(|uid| parties::get(context, uid, "customer")).transpose()?;
    let limit = page_size(limit);
    filter.party = party.map(|party| party.id);
    filter.prepared_by = context.only_own();
    let rows = papers::list(context.connection, kind, filter, limit)?;
    let next = (rows.len() == limit as usize).then(|| rows.last().map(|row| row.id.0)).flatten();
    Ok((rows, next))
}

pub(crate) fn list(context: &Context<'_>, request: &ListSales) -> Result<SalePage, Refusal> {
    let filter = Filter {
        open_only: request.open_only,
        after: request.after,
        order: order(request.order.as_deref(), Order::from_word)?,
        is_descending: request.descending.unwrap_or(true),
        ..Filter::default()
    };
    let (rows, next) = page(context, PaperKind::Sale, request.customer, filter, request.limit)?;
    Ok(SalePage { rows: rows.iter().map(|paper| row(context, paper)).collect(), next })
}

fn row(context: &Context<'_>, paper: &PaperRow) -> SaleRow {
    SaleRow {
        uid: paper.uid,
        number: paper.number.clone(),
        date: paper.date,
        customer: customer_of(paper),
        memo: paper.memo.clone(),
        net: context.text(paper.total.net),
        tax: context.text(paper.total.tax),
        gross: context.text(paper.total.gross),
        open: context.text(paper.open),
        due: paper.due,
        status: match (paper.is_reversed, paper.open.is_zero()) {
            (true, _) => "reversed",
            (false, true) => "settled",
            (false, false) => "open",
        },
    }
}

/// One sale.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GetSale {
    pub uid: Uuid,
}

/// A line of a sale.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SaleLineView {
    pub no: i64,
    pub item: Option<Named>,
    pub description: String,
    pub quantity: String,
    pub unit_price: String,
    pub tax_included: bool,
    pub rate: String,
    /// The rate as a fraction.
    pub rate_value: String,
    pub net: String,
    pub tax: String,
    pub gross: String,
}

/// A receipt that settled a sale, or a sale that a receipt settled.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SettlementView {
    pub paper: Named,
    pub date: NaiveDate,
    pub amount: String,
}

/// One sale with its lines and what settled it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SaleView {
    #[serde(flatten)]
    pub sale: SaleRow,
    pub lines: Vec<SaleLineView>,
    pub settlements: Vec<SettlementView>,
    /// The entry it made.
    pub entry: Option<Uuid>,
}

/// What settled a paper, or what it settled.
pub(crate) fn settlements(
    context: &Context<'_>,
    paper: &PaperRow,
) -> Result<Vec<SettlementView>, Refusal> {
    Ok(papers::settlements(context.connection, paper)?
        .into_iter()
        .map(|row| SettlementView {
            paper: Named { uid: row.uid, name: row.number },
            date: row.date,
            amount: context.text(row.amount),
        })
        .collect())
}

pub(crate) fn get(context: &Context<'_>, request: &GetSale) -> Result<SaleView, Refusal> {
    let unknown = || Refusal::new(Code::UnknownSale).with("sale", request.uid);
    let paper =
        papers::find(context.connection, PaperKind::Sale, request.uid)?.ok_or_else(unknown)?;
    // A paper of somebody else's is not there for those who see only their own.
    if context.only_own().is_some_and(|own| own != paper.prepared_by) {
        return Err(unknown());
    }
    let mut lines = Vec::new();
    for line in papers::lines(context.connection, paper.id)? {
        let item = match line.item {
            Some(id) => Some(items::get(context.connection, id)?),
            None => None,
        };
        lines.push(SaleLineView {
            no: line.no,
            item: item.map(|item| Named { uid: item.uid, name: item.name }),
            description: line.description,
            quantity: line.quantity.to_string(),
            unit_price: line.unit_price,
            tax_included: line.tax_included,
            rate: line.rate_code,
            rate_value: line.rate,
            net: context.text(line.amounts.net),
            tax: context.text(line.amounts.tax),
            gross: context.text(line.amounts.gross),
        });
    }
    let entry = papers::entry_of(context.connection, paper.id)?.map(|(_, uid)| uid);
    Ok(SaleView {
        sale: row(context, &paper),
        lines,
        settlements: settlements(context, &paper)?,
        entry,
    })
}
