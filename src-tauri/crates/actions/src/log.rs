//! The operation log as a list: who did what, and when.

use kontor_store::list_operations;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::{Context, page_size};
use crate::errors::Refusal;

/// Operations, latest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct ListOperations {
    /// The number before which the page begins.
    pub after: Option<i64>,
    pub limit: Option<u32>,
}

/// An operation.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OperationRow {
    pub number: i64,
    pub at: String,
    pub person: String,
    /// The action's name.
    pub action: String,
    /// The whole action, as JSON.
    pub content: String,
    pub code: String,
}

/// A page of operations.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OperationPage {
    pub rows: Vec<OperationRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<i64>,
}

pub(crate) fn list(
    context: &Context<'_>,
    request: &ListOperations,
) -> Result<OperationPage, Refusal> {
    let rows: Vec<_> =
        list_operations(context.connection, request.after, page_size(request.limit))?
            .into_iter()
            .map(|row| OperationRow {
                number: row.number,
                at: row.at,
                person: row.person,
                action: name_of(&row.action),
                content: row.action,
                code: row.code,
            })
            .collect();
    let next = rows.last().map(|row| row.number).filter(|number| *number > 1);
    Ok(OperationPage { rows, next })
}

fn name_of(action: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(action).unwrap_or_default();
    value.get("do").and_then(|name| name.as_str()).unwrap_or_default().to_owned()
}
