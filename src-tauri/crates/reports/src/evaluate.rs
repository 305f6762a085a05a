//! The one engine: a layout and the figures of its columns become a statement. It knows no standard.

use std::collections::{BTreeMap, BTreeSet};

use kontor_ledger::money::{Amount, Currency};

use crate::bilingual::Bilingual;
use crate::error::ReportError;
use crate::figures::ColumnFigures;
use crate::layout::{Layout, LayoutRow, Term};
use crate::statement::{Check, Column, Numbering, RowKind, Sources, Statement, StatementRow};

mod terms;

use terms::Ledger;

/// Computes a statement with one column per given set of figures, in their order.
///
/// # Errors
/// When a column has no label in the layout, or a sum does not fit.
pub fn evaluate(
    layout: &Layout,
    columns: &[ColumnFigures],
    currency: Currency,
) -> Result<Statement, ReportError> {
    let ledgers: Vec<Ledger<'_>> = columns.iter().map(Ledger::new).collect();
    let mut values: Vec<BTreeMap<u16, i128>> = Vec::new();
    for ledger in &ledgers {
        values.push(all_rows(layout, ledger));
    }
    let mut checks = Vec::new();
    for must in &layout.must {
        for (ledger, known) in ledgers.iter().zip(&values) {
            let left = amount(terms::sum(&must.left, ledger, known), &must.name)?;
            let right = amount(terms::sum(&must.right, ledger, known), &must.name)?;
            let column = Some(ledger.key().name().to_owned());
            checks.push(Check {
                name: must.name.clone(),
                column,
                holds: left == right,
                left,
                right,
            });
        }
    }
    Ok(Statement {
        name: layout.statement.clone(),
        standard: layout.standard.clone(),
        currency,
        title: layout.title.clone(),
        form: layout.form.clone(),
        numbering: if layout.numbered { Numbering::FormRows } else { Numbering::None },
        columns: labels(layout, columns)?,
        paper_order: paper_order(layout, columns),
        ratios: Vec::new(),
        sides: (layout.sides.iter())
            .map(|side| (side.key.clone(), Bilingual::new(&side.zh, &side.en)))
            .collect(),
        rows: rows(layout, &ledgers, &values)?,
        checks,
    })
}

/// Every row of a column. Rows that wait for others come in a later round; the layout has no circles.
fn all_rows(layout: &Layout, ledger: &Ledger<'_>) -> BTreeMap<u16, i128> {
    let mut known = BTreeMap::new();
    let mut waiting: Vec<&LayoutRow> = layout.rows().collect();
    loop {
        let before = waiting.len();
        waiting.retain(|row| {
            let ready = parts(row).all(|part| known.contains_key(&part));
            if ready {
                known.insert(row.row, terms::sum(&row.take, ledger, &known));
            }
            !ready
        });
        if waiting.is_empty() || waiting.len() == before {
            return known;
        }
    }
}

fn parts(row: &LayoutRow) -> impl Iterator<Item = u16> {
    row.take.iter().flat_map(|term| term.rows.iter().copied())
}

fn rows(
    layout: &Layout,
    ledgers: &[Ledger<'_>],
    values: &[BTreeMap<u16, i128>],
) -> Result<Vec<StatementRow>, ReportError> {
    let mut rows = Vec::new();
    for section in &layout.sections {
        let side = layout.sides.iter().position(|side| Some(&side.key) == section.side.as_ref());
        let side = side.unwrap_or(0);
        if let Some(heading) = &section.heading {
            rows.push(heading_row(heading, side));
        }
        for row in &section.rows {
            let mut row_values = Vec::new();
            for column in values {
                let value = column.get(&row.row).copied().unwrap_or(0);
                row_values.push(amount(value, &format!("row {}", row.row))?);
            }
            rows.push(StatementRow {
                row: row.row.to_string(),
                key: row.key.clone(),
                label: Bilingual::new(&row.zh, &row.en),
                indent: row.indent,
                kind: row.kind,
                side,
                values: row_values,
                sources: sources(&row.take, ledgers),
            });
        }
    }
    Ok(rows)
}

fn heading_row(heading: &Bilingual, side: usize) -> StatementRow {
    StatementRow {
        row: String::new(),
        key: String::new(),
        label: heading.clone(),
        indent: 0,
        kind: RowKind::Heading,
        side,
        values: Vec::new(),
        sources: Sources::default(),
    }
}

fn sources(take: &[Term], ledgers: &[Ledger<'_>]) -> Sources {
    let mut accounts = BTreeSet::new();
    let mut items = BTreeSet::new();
    for term in take {
        for ledger in ledgers {
            accounts.extend(ledger.accounts_of(term));
            items.extend(ledger.items_of(term));
        }
    }
    Sources {
        accounts: accounts.into_iter().map(str::to_owned).collect(),
        items: items.into_iter().map(str::to_owned).collect(),
        rows: take.iter().flat_map(|term| &term.rows).map(u16::to_string).collect(),
    }
}

fn labels(layout: &Layout, columns: &[ColumnFigures]) -> Result<Vec<Column>, ReportError> {
    let label = |figures: &ColumnFigures| {
        let label = layout.columns.iter().find(|column| column.key == figures.key)?;
        Some(Column {
            key: label.key.name().to_owned(),
            label: Bilingual::new(&label.zh, &label.en),
            group: None,
        })
    };
    columns
        .iter()
        .map(|figures| {
            let missing = || ReportError::NoSuchColumn(figures.key.name().to_owned());
            label(figures).ok_or_else(missing)
        })
        .collect()
}

fn paper_order(layout: &Layout, columns: &[ColumnFigures]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|place| {
        let key = columns.get(*place).map(|figures| figures.key);
        layout.columns.iter().position(|column| Some(column.key) == key)
    });
    order
}

fn amount(value: i128, at: &str) -> Result<Amount, ReportError> {
    let too_large = |_| ReportError::TooLarge { at: at.to_owned() };
    i64::try_from(value).map(Amount::from_minor).map_err(too_large)
}
