//! Registers of asset cards: the list 固定资产清单 as of a day, and what a span charged 折旧明细表, card by card; each against
//! the accounts the cards are kept on.

use kontor_ledger::depreciation::{Month, Standing};
use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_reports::{Check, ColumnKind, Content, RowKind};

use super::rows::{BookRow, LedgerPlace, Page, column, unless_zero, word};
use crate::assets::{Listed, control_sums, listed};
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::statements::Span;

pub(super) fn list(context: &Context<'_>, span: Span) -> Result<Page, Refusal> {
    let period = period_at(context, span)?;
    let month = Month::of_period(&period);
    let mut total = Standing::default();
    let mut rows = Vec::new();
    for one in listed(context, &period)? {
        let at = one.standing;
        if at.cost.is_zero() {
            continue;
        }
        total.cost = total.cost.plus(at.cost)?;
        total.accumulated = total.accumulated.plus(at.accumulated)?;
        let terms = one.asset.terms_at(month);
        let mut contents = named(&one);
        contents.extend([
            Content::Date(one.asset.in_use),
            word(&format!("asset-{}", terms.method.word())),
            Content::Number(terms.life_months.to_string()),
            Content::Amount(at.cost),
            Content::Amount(at.accumulated),
            Content::Amount(at.book_value()?),
        ]);
        rows.push(row(&one, contents));
    }
    let mut sums = vec![Content::Empty, word("report-total")];
    sums.extend([Content::Empty, Content::Empty, Content::Empty]);
    sums.extend([total.cost, total.accumulated, total.book_value()?].map(Content::Amount));
    rows.push(BookRow::new(RowKind::GrandTotal, sums));
    let amount = |key| column(key, ColumnKind::Amount);
    Ok(Page {
        columns: vec![
            column("code", ColumnKind::Code),
            column("name", ColumnKind::Label),
            column("asset-in-use", ColumnKind::Code),
            column("asset-method", ColumnKind::Label),
            column("asset-life", ColumnKind::Code),
            amount("asset-cost"),
            amount("asset-accumulated"),
            amount("asset-book-value"),
        ],
        label: 1,
        rows,
        next: None,
        checks: checks(context, &period)?,
    })
}

pub(super) fn charges(context: &Context<'_>, span: Span) -> Result<Page, Refusal> {
    let period = period_at(context, span)?;
    let (first, last) = (Month::of(span.from), Month::of_period(&period));
    let mut sums = [Amount::ZERO; 6];
    let mut rows = Vec::new();
    for one in listed(context, &period)? {
        let before = one.asset.standing(first.later(-1))?;
        let charged = one.asset.schedule(last)?.into_iter();
        let charged = charged.filter(|charge| first <= charge.month).map(|charge| charge.amount);
        let charge = Amount::sum(charged)?;
        let at = one.standing;
        // What is gone took with it what had been charged.
        let gone = before.accumulated.plus(charge)?.minus(at.accumulated)?;
        let brought_in = if gone.is_negative() { gone.negated()? } else { Amount::ZERO };
        let opening = before.accumulated.plus(brought_in)?;
        let gone = if gone.is_negative() { Amount::ZERO } else { gone };
        let figures = [at.cost, opening, charge, gone, at.accumulated, at.book_value()?];
        if figures.iter().all(|figure| figure.is_zero()) {
            continue;
        }
        for (sum, figure) in sums.iter_mut().zip(figures) {
            *sum = sum.plus(figure)?;
        }
        let mut contents = named(&one);
        contents.extend(figures.map(unless_zero));
        rows.push(row(&one, contents));
    }
    let mut total = vec![Content::Empty, word("report-total")];
    total.extend(sums.map(Content::Amount));
    rows.push(BookRow::new(RowKind::GrandTotal, total));
    let amount = |key| column(key, ColumnKind::Amount);
    Ok(Page {
        columns: vec![
            column("code", ColumnKind::Code),
            column("name", ColumnKind::Label),
            amount("asset-cost"),
            amount("asset-accumulated-opening"),
            amount("asset-charged"),
            amount("asset-accumulated-gone"),
            amount("asset-accumulated-closing"),
            amount("asset-book-value"),
        ],
        label: 1,
        rows,
        next: None,
        checks: checks(context, &period)?,
    })
}

fn named(one: &Listed) -> Vec<Content> {
    let card = &one.row.card;
    vec![Content::Text(card.code.clone()), Content::Text(card.name.clone())]
}

fn row(one: &Listed, contents: Vec<Content>) -> BookRow {
    BookRow::new(RowKind::Item, contents).opening(LedgerPlace::Asset(one.row.uid.to_string()))
}

/// The period a span ends in: cards are kept by the month.
fn period_at(context: &Context<'_>, span: Span) -> Result<Period, Refusal> {
    let periods = &context.facts.periods;
    let holds = |period: &&Period| period.first_day <= span.to && span.to <= period.last_day;
    periods
        .iter()
        .find(holds)
        .or_else(|| periods.last())
        .copied()
        .ok_or_else(|| Refusal::new(Code::PeriodUnknown).with("period", span.to))
}

fn checks(context: &Context<'_>, period: &Period) -> Result<Vec<Check>, Refusal> {
    let sums = control_sums(context, period)?.into_iter();
    Ok(sums
        .map(|(_, left, right)| Check {
            name: "cards-equal-account".to_owned(),
            column: None,
            holds: left == right,
            left,
            right,
        })
        .collect())
}
