//! A tax return as a book: its rows, the return against the ledger, and the lines no tax row speaks of.

use kontor_ledger::money::Amount;
use kontor_reports::{Bilingual, ColumnKind, Content, RowKind};

use super::GetLedger;
use super::rows::{BookRow, LedgerPlace, Page, column, word};
use crate::context::Context;
use crate::errors::Refusal;
use crate::tax::{self, GetTaxReturn, TaxReturn};

/// The return of a kind, whole.
pub(super) fn page(
    context: &Context<'_>,
    request: &GetLedger,
    kind: &str,
) -> Result<Page, Refusal> {
    let asked = GetTaxReturn { kind: Some(kind.to_owned()), period: request.period.clone() };
    let made = tax::get(context, &asked)?;
    let amount = |text: Option<&String>| match text {
        Some(text) => context.amount(text, "amount").map(Content::Amount),
        None => Ok(Content::Empty),
    };
    let mut rows = Vec::new();
    for row in &made.rows {
        let kind = match row.kind.as_str() {
            "heading" => RowKind::Heading,
            "total" => RowKind::Total,
            "grand-total" => RowKind::GrandTotal,
            _ => RowKind::Item,
        };
        let label = Bilingual::new(row.label_zh.clone(), row.label_en.clone());
        rows.push(BookRow::new(
            kind,
            vec![
                row.number.clone().map_or(Content::Empty, Content::Text),
                Content::Label(label, 0),
                amount(row.base.as_ref())?,
                amount(row.amount.as_ref())?,
            ],
        ));
    }
    rows.extend(foot(context, &made)?);
    Ok(Page {
        columns: vec![
            column("tax-row-number", ColumnKind::Code),
            column("tax-item", ColumnKind::Label),
            column("tax-base", ColumnKind::Amount),
            column("tax-amount", ColumnKind::Amount),
        ],
        label: 1,
        rows,
        next: None,
        checks: Vec::new(),
    })
}

/// What stands below the rows of the form.
fn foot(context: &Context<'_>, made: &TaxReturn) -> Result<Vec<BookRow>, Refusal> {
    let read = |text: &str| context.amount(text, "amount").map(Content::Amount);
    let mut rows = Vec::new();
    if !made.agreements.is_empty() {
        let sides = [word("tax-side-return"), word("tax-side-ledger")];
        let mut contents = vec![Content::Empty, word("tax-agreement")];
        contents.extend(sides);
        rows.push(BookRow::new(RowKind::Heading, contents));
    }
    for agreement in &made.agreements {
        let name = Bilingual::word(&format!("tax-agreement-{}", agreement.name));
        let label = Bilingual::new(
            format!("{} {}", agreement.account, name.zh),
            format!("{} {}", agreement.account, name.en),
        );
        let figures = [read(&agreement.in_return)?, read(&agreement.in_ledger)?];
        let mut contents = vec![Content::Empty, Content::Label(label, 0)];
        contents.extend(figures);
        rows.push(BookRow::new(RowKind::Item, contents));
        if !agreement.holds {
            let difference = read(&agreement.difference)?;
            let contents = vec![Content::Empty, word("tax-difference"), Content::Empty, difference];
            rows.push(BookRow::new(RowKind::Total, contents));
        }
    }
    if !made.untaxed.is_empty() {
        rows.push(heading("tax-untaxed"));
    }
    let mut sum = Amount::ZERO;
    for line in &made.untaxed {
        sum = sum.plus(context.amount(&line.amount, "amount")?)?;
        let contents = vec![
            Content::Text(line.number.clone()),
            Content::Text(format!("{} {} {}", line.date, line.account, line.memo)),
            Content::Empty,
            read(&line.amount)?,
        ];
        let opens = LedgerPlace::Entry(line.entry.to_string());
        rows.push(BookRow::new(RowKind::Item, contents).opening(opens));
    }
    if !made.untaxed.is_empty() {
        let contents =
            vec![Content::Empty, word("report-total"), Content::Empty, Content::Amount(sum)];
        rows.push(BookRow::new(RowKind::Total, contents));
    }
    Ok(rows)
}

fn heading(key: &str) -> BookRow {
    BookRow::new(RowKind::Heading, vec![Content::Empty, word(key), Content::Empty, Content::Empty])
}
