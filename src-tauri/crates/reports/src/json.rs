//! Reports as JSON for scripts and tests: amounts are decimal strings, headings are left out.

use kontor_ledger::money::{Amount, Currency};
use serde::Serialize;

use crate::error::ReportError;
use crate::money_text::per_cent_text;
use crate::statement::{RowKind, Sources, Statement};
use crate::table::{Content, Table};

#[derive(Serialize)]
struct StatementJson<'a> {
    statement: &'a str,
    standard: &'a str,
    currency: &'a str,
    columns: Vec<ColumnJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ratios: Vec<ColumnJson<'a>>,
    rows: Vec<RowJson<'a>>,
    checks: Vec<CheckJson<'a>>,
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    key: &'a str,
    label_zh: &'a str,
    label_en: &'a str,
}

#[derive(Serialize)]
struct RowJson<'a> {
    row: &'a str,
    key: &'a str,
    label_zh: &'a str,
    label_en: &'a str,
    kind: RowKind,
    values: Vec<String>,
    /// Of the columns of per cents, in their order; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ratios: Vec<String>,
    sources: &'a Sources,
}

#[derive(Serialize)]
struct CheckJson<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<&'a str>,
    holds: bool,
    left: String,
    right: String,
}

#[derive(Serialize)]
struct TableJson<'a> {
    table: &'a str,
    currency: &'a str,
    columns: Vec<LabelJson<'a>>,
    rows: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct LabelJson<'a> {
    label_zh: &'a str,
    label_en: &'a str,
}

/// A statement as the contract of the command line has it.
pub(crate) fn statement(statement: &Statement) -> Result<Vec<u8>, ReportError> {
    let currency = statement.currency;
    let plain = |amount: &Amount| amount.to_text(currency);
    let columns = statement.columns.iter().map(|column| ColumnJson {
        key: &column.key,
        label_zh: &column.label.zh,
        label_en: &column.label.en,
    });
    let rows =
        statement.rows.iter().enumerate().filter(|(_, row)| row.kind != RowKind::Heading).map(
            |(at, row)| RowJson {
                row: &row.row,
                key: &row.key,
                label_zh: &row.label.zh,
                label_en: &row.label.en,
                kind: row.kind,
                values: row.values.iter().map(plain).collect(),
                ratios: (statement.ratios.iter())
                    .map(|ratio| {
                        let value = ratio.values.get(at).copied().flatten();
                        value.map_or_else(String::new, per_cent_text)
                    })
                    .collect(),
                sources: &row.sources,
            },
        );
    let checks = statement.checks.iter().map(|check| CheckJson {
        name: &check.name,
        column: check.column.as_deref(),
        holds: check.holds,
        left: plain(&check.left),
        right: plain(&check.right),
    });
    write(&StatementJson {
        statement: &statement.name,
        standard: &statement.standard,
        currency: currency.code(),
        columns: columns.collect(),
        ratios: (statement.ratios.iter())
            .map(|ratio| ColumnJson {
                key: &ratio.key,
                label_zh: &ratio.label.zh,
                label_en: &ratio.label.en,
            })
            .collect(),
        rows: rows.collect(),
        checks: checks.collect(),
    })
}

/// Any other table: its cells as text, labels in Chinese unless there is only English.
pub(crate) fn table(table: &Table) -> Result<Vec<u8>, ReportError> {
    let columns = table.columns.iter();
    write(&TableJson {
        table: &table.name,
        currency: table.currency.code(),
        columns: columns
            .map(|c| LabelJson { label_zh: &c.label.zh, label_en: &c.label.en })
            .collect(),
        rows: (table.rows.iter())
            .map(|row| row.iter().map(|cell| content(&cell.content, table.currency)).collect())
            .collect(),
    })
}

fn content(content: &Content, currency: Currency) -> String {
    match content {
        Content::Empty | Content::Bar(_) => String::new(),
        Content::Text(text) => text.clone(),
        Content::Label(label, _) if label.zh.is_empty() => label.en.clone(),
        Content::Label(label, _) => label.zh.clone(),
        Content::Amount(amount) => amount.to_text(currency),
        Content::Number(number) => number.clone(),
        Content::PerCent(value) => per_cent_text(*value),
        Content::Date(day) => day.to_string(),
    }
}

fn write(value: &impl Serialize) -> Result<Vec<u8>, ReportError> {
    let mut bytes =
        serde_json::to_vec_pretty(value).map_err(|e| ReportError::Output(e.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
