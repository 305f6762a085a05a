//! A return as a worksheet: its rows with their figures and how many tax rows stand behind each, what no tax row speaks
//! of, and the return against the ledger.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::money::Amount;
use kontor_ledger::tax::TaxKind;
use kontor_store::head;
use kontor_store::tax::untaxed;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::amounts::{Named, named};
use super::data::{self, Return, ReturnRow};
use super::figures::{Figures, files_monthly, is_chinese, is_small, quarter};
use super::profile::{self, TaxProfileRow, percent_text};
use super::reconcile::{Agreement, agreements};
use super::states::{TaxState, states};
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::statements::{GetStatement, Span, resolve};

/// A return of a period.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct GetTaxReturn {
    /// vat-general, vat-small, surcharges, income-tax, export-trader, export-producer, vat or sales-tax; the company's
    /// own when nothing is said.
    pub kind: Option<String>,
    /// A month, a quarter (2026-Q1) or a year. What is filed by the quarter takes the whole quarter of a month.
    pub period: Option<String>,
}

/// A row of a return.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TaxReturnRow {
    /// Its number on the form.
    pub number: Option<String>,
    pub label_zh: String,
    pub label_en: String,
    /// heading, item, total or grand-total
    pub kind: String,
    /// What tax is reckoned on.
    pub base: Option<String>,
    /// The tax, or whatever amount the row is about.
    pub amount: Option<String>,
    /// How many tax rows it sums.
    pub count: i64,
    /// Their kinds, to list them by.
    pub kinds: Vec<&'static str>,
    /// Their rate, a percentage, where the row is about one.
    pub rate: Option<String>,
    /// Their kind of invoice, where the row is about one.
    pub invoice: Option<String>,
}

/// A line on a tax account that no tax row speaks of.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct UntaxedRow {
    pub entry: Uuid,
    pub number: String,
    pub line: i64,
    pub date: NaiveDate,
    pub memo: String,
    pub account: String,
    pub amount: String,
    /// The kind of tax row it is likely to be.
    pub kind: &'static str,
}

/// A return with everything it stands on.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TaxReturn {
    pub kind: String,
    /// The returns this company files.
    pub kinds: Vec<&'static str>,
    pub form_zh: String,
    pub form_en: String,
    /// Where its rows and rates are from.
    pub source: String,
    /// Whether they were looked up there; else they are written from knowledge.
    pub is_verified: bool,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub label_zh: String,
    pub label_en: String,
    pub rows: Vec<TaxReturnRow>,
    /// Conditions that were looked at, and whether they hold.
    pub states: Vec<TaxState>,
    pub untaxed: Vec<UntaxedRow>,
    /// The return against the ledger.
    pub agreements: Vec<Agreement>,
    pub profile: Option<TaxProfileRow>,
    /// The number of the last operation in the book.
    pub operation: i64,
}

/// The returns a company files for a period, the one most asked for first.
pub(crate) fn kinds(context: &Context<'_>, exporter: Option<&str>) -> Vec<&'static str> {
    let mut kinds = match context.facts.standard.name {
        "ifrs" => vec!["vat"],
        "us-gaap" => vec!["sales-tax"],
        _ if is_small(context) => vec!["vat-small"],
        _ => vec!["vat-general"],
    };
    if is_chinese(context) {
        kinds.push("surcharges");
    }
    kinds.push("income-tax");
    match exporter {
        Some("trader") if !is_small(context) => kinds.push("export-trader"),
        Some("producer") if !is_small(context) => kinds.push("export-producer"),
        _ => {}
    }
    kinds
}

/// The days a return is about: what is filed by the quarter takes the quarter.
pub(crate) fn span(
    context: &Context<'_>,
    kind: &str,
    period: Option<&String>,
) -> Result<Span, Refusal> {
    let request = GetStatement { period: period.cloned(), ..GetStatement::default() };
    let asked = resolve(context, &request)?;
    let periods = &context.facts.periods;
    let Some(last) =
        periods.iter().find(|one| one.first_day <= asked.to && asked.to <= one.last_day)
    else {
        return Ok(asked);
    };
    let by_quarter = match kind {
        "income-tax" => true,
        "export-trader" | "export-producer" => false,
        _ => !files_monthly(context, last.key),
    };
    if !by_quarter {
        return Ok(asked);
    }
    let quarter = quarter(periods, last.key);
    let (Some(first), Some(last)) = (quarter.first(), quarter.last()) else { return Ok(asked) };
    Ok(Span { from: first.first_day.min(asked.from), to: last.last_day })
}

pub(crate) fn get(context: &Context<'_>, request: &GetTaxReturn) -> Result<TaxReturn, Refusal> {
    let asked = resolve(
        context,
        &GetStatement { period: request.period.clone(), ..GetStatement::default() },
    )?;
    let within = |day: NaiveDate| {
        context.facts.periods.iter().find(|one| one.first_day <= day && day <= one.last_day)
    };
    let profile = within(asked.to).and_then(|period| profile::of(&context.facts, period.key));
    let kinds = kinds(context, profile.map(|one| one.exporter.as_str()));
    let kind = request.kind.clone().or_else(|| kinds.first().map(|one| (*one).to_owned()));
    let kind = kind.unwrap_or_default();
    let standard = context.facts.standard.name;
    let form = data::find(standard, &kind).filter(|_| kinds.contains(&kind.as_str()));
    let form = form.ok_or_else(|| {
        Refusal::new(Code::UnknownStatement).with("name", &kind).with("standard", standard)
    })?;
    let span = span(context, &kind, request.period.as_ref())?;
    let figures = Figures::read(context, span)?;
    let named = named(&figures, &kind)?;
    let rows = rows(&figures, form, &named)?;
    let (label, profile) = (span.label(false), figures.profile);
    Ok(TaxReturn {
        rows,
        kinds,
        form_zh: form.form.zh.clone(),
        form_en: form.form.en.clone(),
        source: form.source.clone(),
        is_verified: form.verified,
        from: span.from,
        to: span.to,
        label_zh: label.zh,
        label_en: label.en,
        states: states(&figures, &kind)?,
        untaxed: if kind.starts_with("vat") || kind == "sales-tax" {
            lines_without(&figures)?
        } else {
            Vec::new()
        },
        agreements: agreements(&figures, &kind, &named)?,
        profile: profile.map(|one| profile::row(context, one)),
        operation: head(context.connection)?.number,
        kind,
    })
}

/// What a row comes to: base and amount.
type Value = (Option<Amount>, Option<Amount>);

fn rows(figures: &Figures<'_>, form: &Return, named: &Named) -> Result<Vec<TaxReturnRow>, Refusal> {
    let mut values: BTreeMap<&str, Amount> = BTreeMap::new();
    let mut made = Vec::new();
    for row in &form.rows {
        if row.by_rate {
            made.extend(by_rate(figures, row)?);
            continue;
        }
        let (base, amount) = value(figures, row, named, &values)?;
        if let (Some(number), Some(amount)) = (&row.number, amount) {
            values.insert(number, amount);
        }
        let kinds = kinds_of(row);
        let count = figures.of(&kinds, row.invoice.as_deref()).map(|sum| sum.count).sum();
        made.push(TaxReturnRow {
            number: row.number.clone(),
            label_zh: row.zh.clone(),
            label_en: row.en.clone(),
            kind: row.kind.clone().unwrap_or_else(|| "item".to_owned()),
            base: base.map(|base| figures.context.text(base)),
            amount: amount.map(|amount| figures.context.text(amount)),
            count,
            kinds: kinds.iter().map(|kind| kind.word()).collect(),
            rate: None,
            invoice: row.invoice.clone(),
        });
    }
    Ok(made)
}

fn kinds_of(row: &ReturnRow) -> Vec<TaxKind> {
    let mut kinds = row.base_kinds();
    kinds.extend(row.tax_kinds());
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

fn value(
    figures: &Figures<'_>,
    row: &ReturnRow,
    named: &Named,
    values: &BTreeMap<&str, Amount>,
) -> Result<Value, Refusal> {
    let of = |number: &String| values.get(number.as_str()).copied().unwrap_or_default();
    let invoice = row.invoice.as_deref();
    let (base_kinds, tax_kinds) = (row.base_kinds(), row.tax_kinds());
    let base = match &row.base_amount {
        Some(name) => named.get(name.as_str()).copied(),
        None if base_kinds.is_empty() => None,
        None => Some(figures.base(&base_kinds, invoice)?),
    };
    let amount = if let Some(name) = &row.amount {
        named.get(name.as_str()).copied()
    } else if !row.lesser.is_empty() {
        row.lesser.iter().map(of).min()
    } else if !row.plus.is_empty() {
        let plus = Amount::sum(row.plus.iter().map(of))?;
        Some(plus.minus(Amount::sum(row.minus.iter().map(of))?)?)
    } else if tax_kinds.is_empty() {
        None
    } else {
        Some(figures.tax(&tax_kinds, invoice)?)
    };
    Ok((base, amount))
}

/// One row for each rate, the highest first.
fn by_rate(figures: &Figures<'_>, row: &ReturnRow) -> Result<Vec<TaxReturnRow>, Refusal> {
    let kinds = kinds_of(row);
    let mut sums: BTreeMap<Decimal, (Amount, Amount, i64)> = BTreeMap::new();
    for sum in figures.of(&kinds, None) {
        let at = sums.entry(sum.rate).or_default();
        *at = (at.0.plus(sum.base)?, at.1.plus(sum.tax)?, at.2 + sum.count);
    }
    Ok(sums
        .into_iter()
        .rev()
        .map(|(rate, (base, tax, count))| {
            let percent = percent_text(rate);
            TaxReturnRow {
                number: None,
                label_zh: format!("{} {percent}%", row.zh),
                label_en: format!("{} {percent} %", row.en),
                kind: "item".to_owned(),
                base: Some(figures.context.text(base)),
                amount: Some(figures.context.text(tax)),
                count,
                kinds: kinds.iter().map(|kind| kind.word()).collect(),
                rate: Some(percent),
                invoice: None,
            }
        })
        .collect())
}

/// The accounts tax rows are expected on: role, whether on the debit side, and the likely kind.
const EXPECTED: [(&str, bool, TaxKind); 3] = [
    ("output-tax", false, TaxKind::Output),
    ("vat-input", true, TaxKind::Input),
    ("vat-transferred-out", false, TaxKind::TransferredOut),
];

/// The lines of tax accounts that no tax row speaks of.
pub(crate) fn lines_without(figures: &Figures<'_>) -> Result<Vec<UntaxedRow>, Refusal> {
    let context = figures.context;
    let days = (figures.span.from, figures.span.to);
    let mut rows = Vec::new();
    for (role, is_debit, kind) in EXPECTED {
        let Some(account) = context.role_account(role) else { continue };
        let code = crate::plan::account_code(&context.facts.chart, account);
        for line in untaxed(context.connection, account, is_debit, days)? {
            rows.push(UntaxedRow {
                entry: line.entry,
                number: line.number,
                line: line.line,
                date: line.date,
                memo: line.memo,
                account: code.clone(),
                amount: context.text(line.amount),
                kind: kind.word(),
            });
        }
    }
    Ok(rows)
}
