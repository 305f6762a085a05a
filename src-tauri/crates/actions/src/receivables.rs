//! What all customers owe, invoice by invoice, in order of the due days.

use chrono::NaiveDate;
use kontor_ledger::ages::Age;
use kontor_ledger::paper::PaperKind;
use kontor_store::{papers, receivables};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Named, order, page_size};
use crate::errors::{Code, Refusal};

/// Open invoices of all customers, oldest due first unless the latest is wanted first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListReceivables {
    /// The invoice after which the page begins.
    pub after: Option<Uuid>,
    /// due, which there is nothing else than
    pub order: Option<String>,
    /// Whether the order goes down; it does not when nothing is said.
    pub descending: Option<bool>,
    pub limit: Option<u32>,
}

/// An open invoice with its customer.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReceivableRow {
    pub uid: Uuid,
    pub number: String,
    pub date: NaiveDate,
    pub customer: Named,
    pub due: NaiveDate,
    /// How many days it has been due; below nothing before it is.
    pub days_late: i64,
    /// current, to-30, to-60, to-90 or over-90
    pub age: &'static str,
    pub gross: String,
    pub open: String,
}

/// A page of open invoices, with what all of them come to.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReceivablePage {
    pub rows: Vec<ReceivableRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<Uuid>,
    pub count: usize,
    pub total: String,
}

pub(crate) fn list(
    context: &Context<'_>,
    request: &ListReceivables,
) -> Result<ReceivablePage, Refusal> {
    let connection = context.connection;
    let after = match request.after {
        Some(uid) => {
            let paper = papers::find(connection, PaperKind::Sale, uid)?
                .ok_or_else(|| Refusal::new(Code::UnknownSale).with("sale", uid))?;
            Some(paper.id)
        }
        None => None,
    };
    let limit = page_size(request.limit);
    order(request.order.as_deref(), |word| (word == "due").then_some(()))?;
    let is_descending = request.descending.unwrap_or(false);
    let found = receivables::list(connection, context.only_own(), is_descending, after, limit)?;
    let next = (found.len() == limit as usize).then(|| found.last().map(|row| row.uid)).flatten();
    let (count, total) = receivables::total(connection, context.only_own())?;
    let today = context.now.today;
    Ok(ReceivablePage {
        rows: found
            .into_iter()
            .map(|row| ReceivableRow {
                uid: row.uid,
                number: row.number,
                date: row.date,
                customer: Named { uid: row.customer, name: row.customer_name },
                due: row.owed.due,
                days_late: (today - row.owed.due).num_days(),
                age: Age::of(row.owed.due, today).word(),
                gross: context.text(row.gross),
                open: context.text(row.owed.open),
            })
            .collect(),
        next,
        count,
        total: context.text(total),
    })
}
