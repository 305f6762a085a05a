//! The statement of changes in equity 所有者权益变动表: components as columns, what changed them as rows, and that it leads
//! from one balance sheet to the next by the profit of the income statement (statements.md §6, check 5).

use chrono::NaiveDate;
use kontor_ledger::money::Amount;
use kontor_reports::{
    Bilingual, Check, ColumnFigures, ColumnKey, Component, PaperFacts, Statement, evaluate,
};

use super::columns::{Planned, year_before};
use super::{
    ColumnSet, EQUITY, GetStatement, Span, Unposted, column_figures, column_name, layout,
    opening_figures, year_start,
};
use crate::context::Context;
use crate::errors::{Code, Refusal};

/// The component that the profit of the year belongs to.
const PROFIT: &str = "undistributed-profit";
const TOTAL: &str = "total";

/// A column for each component and one for all of them; the year before beside it where that is asked for.
pub(super) fn columns(
    context: &Context<'_>,
    request: &GetStatement,
    span: Span,
) -> Result<Vec<Planned>, Refusal> {
    let components = &layout(context, EQUITY, span.to)?.components;
    let days = Span { from: year_start(context, span.to), to: span.to };
    let years = match request.columns {
        ColumnSet::Form => vec![("", days)],
        ColumnSet::Comparative => vec![("", days), ("prior-", year_before(days))],
        other => {
            return Err(Refusal::new(Code::NoSuchColumns)
                .with("columns", column_name(other))
                .with("statement", EQUITY)
                .with("field", "columns"));
        }
    };
    let is_grouped = years.len() > 1;
    let mut columns = Vec::new();
    for (prefix, days) in years {
        let group = is_grouped.then(|| PaperFacts::range(days.from, days.to));
        let mut add = |key: &str, label: Bilingual, component: Option<Component>| {
            let key = format!("{prefix}{key}");
            let planned = Planned::of(&key, ColumnKey::Period, days).labelled(label);
            columns.push(Planned { group: group.clone(), component, ..planned });
        };
        for component in components {
            let label = Bilingual::new(&component.zh, &component.en);
            add(&component.key, label, Some(component.clone()));
        }
        add(TOTAL, Bilingual::word("report-total"), None);
    }
    Ok(columns)
}

/// Puts the balances at the start of the year into a column.
pub(super) fn open(
    context: &Context<'_>,
    column: &mut ColumnFigures,
    from: NaiveDate,
    unposted: &Unposted,
) -> Result<(), Refusal> {
    let before = from.pred_opt().unwrap_or(from);
    column.opening_balances =
        opening_figures(context, ColumnKey::Opening, before, unposted)?.balances;
    Ok(())
}

/// Leaves only one component in a column, with its sign turned where the form deducts it.
pub(super) fn only(component: &Component, column: &mut ColumnFigures) -> Result<(), Refusal> {
    for list in [&mut column.balances, &mut column.opening_balances, &mut column.movements] {
        list.retain(|(account, _)| component.takes(account));
        if component.minus {
            for (_, amount) in list.iter_mut() {
                *amount = amount.negated()?;
            }
        }
    }
    Ok(())
}

/// Checks that the year's profit is that of the income statement, and what equity ends with that of the balance sheet.
pub(super) fn articulate(
    context: &Context<'_>,
    statement: &mut Statement,
    span: Span,
    unposted: &Unposted,
) -> Result<(), Refusal> {
    let of = |name: &str, key: ColumnKey, row: &str| -> Result<Amount, Refusal> {
        let from = year_start(context, span.to);
        let figures = column_figures(context, key, from, span.to, unposted)?;
        let layout = layout(context, name, span.to)?;
        let other = evaluate(layout, &[figures], context.currency()).map_err(Refusal::bug)?;
        let value = other.row(row).and_then(|row| row.values.first()).copied();
        value.ok_or_else(|| Refusal::bug(format!("{name} without {row}")))
    };
    let profit = of("income-statement", ColumnKey::Period, "profit")?;
    let equity = of("balance-sheet", ColumnKey::Closing, "total-equity")?;
    let cell = |row: &str, column: &str| {
        let place = statement.columns.iter().position(|one| one.key == column)?;
        statement.row(row).and_then(|row| row.values.get(place)).copied()
    };
    let own = cell("profit", PROFIT).or_else(|| cell("comprehensive-income", PROFIT));
    for (name, column, left, right) in [
        ("equity-agrees-with-income-statement", PROFIT, own.unwrap_or_default(), profit),
        (
            "equity-agrees-with-balance-sheet",
            TOTAL,
            cell("year-end", TOTAL).unwrap_or_default(),
            equity,
        ),
    ] {
        let (name, column) = (name.to_owned(), Some(column.to_owned()));
        statement.checks.push(Check { name, column, holds: left == right, left, right });
    }
    Ok(())
}
