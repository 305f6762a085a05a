//! A statement as the window shows it.

use chrono::NaiveDate;
use kontor_reports::Lang;
use kontor_reports::words::Words;
use kontor_reports::{Numbering, RowKind, Statement, StatementRow, UnpostedCount, per_cent_text};
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
    pub key: String,
    pub label_zh: String,
    pub label_en: String,
    pub group_zh: Option<String>,
    pub group_en: Option<String>,
    /// money, or per-cent; what is worked out in per cent opens what stands before it.
    pub unit: &'static str,
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
    pub column: Option<String>,
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
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub columns: Vec<ColumnView>,
    pub rows: Vec<StatementRowView>,
    pub checks: Vec<CheckView>,
    pub operation: OperationMark,
    /// The operation whose knowledge it shows, where that was asked for.
    #[ts(type = "number | null")]
    pub known_at: Option<i64>,
    /// The standard it is seen under, where that is another than the book's.
    pub under: Option<String>,
    /// Columns were left out because the book has no figures before this day.
    pub lacks_before: Option<NaiveDate>,
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
    pub date: NaiveDate,
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

/// What is told of a statement besides its figures.
pub(super) struct About<'a> {
    pub(super) request: &'a GetStatement,
    pub(super) span: Span,
    pub(super) head: &'a Head,
    /// Drafts of any day, and what is said of those that are counted in.
    pub(super) counts: (u64, Option<UnpostedCount>),
    pub(super) gaps: Vec<Gap>,
    pub(super) lacks_before: Option<NaiveDate>,
}

/// Shows a statement.
pub(super) fn show(
    context: &Context<'_>,
    statement: &Statement,
    about: About<'_>,
) -> StatementView {
    let About { request, span, head, counts: (unposted, included), gaps, lacks_before } = about;
    let label = span.label(request.name == "balance-sheet");
    let under = request.under.clone().filter(|under| *under != context.facts.standard.name);
    let is_two_sided = statement.is_sided();
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
        columns: columns(statement),
        rows: (statement.rows.iter().enumerate())
            .map(|(at, row)| StatementRowView {
                row: row.row.clone(),
                key: row.key.clone(),
                label_zh: row.label.zh.clone(),
                label_en: row.label.en.clone(),
                indent: row.indent,
                kind: kind(row.kind),
                side: is_two_sided.then_some(if row.side == 0 { "left" } else { "right" }),
                values: values(context, statement, at, row),
            })
            .collect(),
        checks: statement
            .checks
            .iter()
            .map(|check| {
                let key = format!("check-{}", check.name);
                CheckView {
                    name: check.name.clone(),
                    column: check.column.clone(),
                    holds: check.holds,
                    label_zh: zh.say(&key, &[]),
                    label_en: en.say(&key, &[]),
                    left: context.text(check.left),
                    right: context.text(check.right),
                }
            })
            .collect(),
        operation: OperationMark { number: head.number, code: head.code() },
        known_at: request.known_at,
        lacks_before,
        under,
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

/// The columns, each with the per cents that stand behind it.
fn columns(statement: &Statement) -> Vec<ColumnView> {
    let mut columns = Vec::new();
    for (place, column) in statement.columns.iter().enumerate() {
        columns.push(ColumnView {
            key: column.key.clone(),
            label_zh: column.label.zh.clone(),
            label_en: column.label.en.clone(),
            group_zh: column.group.as_ref().map(|group| group.zh.clone()),
            group_en: column.group.as_ref().map(|group| group.en.clone()),
            unit: "money",
        });
        let ratios = statement.ratios.iter().filter(|ratio| ratio.after == place);
        columns.extend(ratios.map(|ratio| ColumnView {
            key: ratio.key.clone(),
            label_zh: ratio.label.zh.clone(),
            label_en: ratio.label.en.clone(),
            group_zh: None,
            group_en: None,
            unit: "per-cent",
        }));
    }
    columns
}

/// A row's values in the order of the columns; per cents as text, empty where there is nothing to compare with.
fn values(
    context: &Context<'_>,
    statement: &Statement,
    at: usize,
    row: &StatementRow,
) -> Vec<String> {
    let mut values = Vec::new();
    for (place, value) in row.values.iter().enumerate() {
        values.push(context.text(*value));
        for ratio in statement.ratios.iter().filter(|ratio| ratio.after == place) {
            let value = ratio.values.get(at).copied().flatten();
            values.push(value.map_or_else(String::new, per_cent_text));
        }
    }
    values
}
