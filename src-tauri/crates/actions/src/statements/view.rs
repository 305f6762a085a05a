//! A statement as the window shows it.

use kontor_reports::Lang;
use kontor_reports::words::Words;
use kontor_reports::{Numbering, RowKind, Statement, UnpostedCount};
use kontor_store::Head;
use kontor_store::entries::Gap;
use serde::Serialize;
use ts_rs::TS;

use super::{GetStatement, Span};
use crate::company::OperationMark;
use crate::context::Context;

/// A column.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ColumnView {
    pub key: &'static str,
    pub label_zh: String,
    pub label_en: String,
    pub group_zh: Option<String>,
    pub group_en: Option<String>,
}

/// A row.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct StatementRowView {
    pub row: String,
    pub key: String,
    pub label_zh: String,
    pub label_en: String,
    pub indent: u8,
    /// heading, item, total, grand-total, of-which
    pub kind: &'static str,
    /// left or right; nothing in a statement of one column of rows.
    pub side: Option<&'static str>,
    pub values: Vec<String>,
}

/// A check.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CheckView {
    pub name: String,
    pub column: Option<&'static str>,
    pub holds: bool,
    pub label_zh: String,
    pub label_en: String,
    pub left: String,
    pub right: String,
}

/// A statement.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct StatementView {
    pub name: String,
    pub title_zh: String,
    pub title_en: String,
    pub form: Option<String>,
    /// Whether rows have numbers on the form.
    pub numbered: bool,
    pub currency: String,
    pub period_label_zh: String,
    pub period_label_en: String,
    pub from: chrono::NaiveDate,
    pub to: chrono::NaiveDate,
    pub columns: Vec<ColumnView>,
    pub rows: Vec<StatementRowView>,
    pub checks: Vec<CheckView>,
    pub operation: OperationMark,
    /// Entries not posted yet, of any day.
    pub unposted: u64,
    /// What is said of those that are counted in, where they are.
    pub includes_unposted: Option<UnpostedView>,
    /// Of an indirect cash flow: the first entries whose activity is open.
    pub open_activities: Vec<OpenActivityView>,
}

/// An entry whose operating lines do not sum to zero, because no activity could be derived.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct OpenActivityView {
    pub entry: uuid::Uuid,
    pub number: String,
    pub date: chrono::NaiveDate,
    pub memo: String,
    /// Debit minus credit of its operating lines.
    pub amount: String,
}

/// Entries not posted yet that a statement counts in.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct UnpostedView {
    pub included: u32,
    /// Those that cannot be posted as they are.
    pub left_out: u32,
    pub label_zh: String,
    pub label_en: String,
}

const fn kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Heading => "heading",
        RowKind::Item => "item",
        RowKind::Total => "total",
        RowKind::GrandTotal => "grand-total",
        RowKind::OfWhich => "of-which",
    }
}

/// Shows a statement.
pub(super) fn show(
    context: &Context<'_>,
    statement: &Statement,
    request: &GetStatement,
    span: Span,
    head: &Head,
    (unposted, included): (u64, Option<UnpostedCount>),
    gaps: Vec<Gap>,
) -> StatementView {
    let label = span.label(request.name == "balance-sheet");
    let is_two_sided = statement.sides.len() == 2;
    let (zh, en) = (Words::new(Lang::Zh), Words::new(Lang::En));
    StatementView {
        name: statement.name.clone(),
        title_zh: statement.title.zh.clone(),
        title_en: statement.title.en.clone(),
        form: statement.form.clone(),
        numbered: statement.numbering == Numbering::FormRows,
        currency: statement.currency.code().to_owned(),
        period_label_zh: label.zh,
        period_label_en: label.en,
        from: span.from,
        to: span.to,
        columns: statement
            .columns
            .iter()
            .map(|column| ColumnView {
                key: column.key.name(),
                label_zh: column.label.zh.clone(),
                label_en: column.label.en.clone(),
                group_zh: column.group.as_ref().map(|group| group.zh.clone()),
                group_en: column.group.as_ref().map(|group| group.en.clone()),
            })
            .collect(),
        rows: statement
            .rows
            .iter()
            .map(|row| StatementRowView {
                row: row.row.clone(),
                key: row.key.clone(),
                label_zh: row.label.zh.clone(),
                label_en: row.label.en.clone(),
                indent: row.indent,
                kind: kind(row.kind),
                side: is_two_sided.then_some(if row.side == 0 { "left" } else { "right" }),
                values: row.values.iter().map(|value| context.text(*value)).collect(),
            })
            .collect(),
        checks: statement
            .checks
            .iter()
            .map(|check| {
                let key = format!("check-{}", check.name);
                CheckView {
                    name: check.name.clone(),
                    column: check.column.map(kontor_reports::ColumnKey::name),
                    holds: check.holds,
                    label_zh: zh.say(&key, &[]),
                    label_en: en.say(&key, &[]),
                    left: context.text(check.left),
                    right: context.text(check.right),
                }
            })
            .collect(),
        operation: OperationMark { number: head.number, code: head.code() },
        unposted,
        open_activities: gaps
            .into_iter()
            .map(|gap| OpenActivityView {
                entry: gap.uid,
                number: gap.number,
                date: gap.date,
                memo: gap.memo,
                amount: context.text(gap.amount),
            })
            .collect(),
        includes_unposted: included.map(|count| {
            let said = count.said();
            UnpostedView {
                included: count.included,
                left_out: count.left_out,
                label_zh: said.zh,
                label_en: said.en,
            }
        }),
    }
}
