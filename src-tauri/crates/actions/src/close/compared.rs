//! The statements beside the month close: now against the period before, with what is not posted counted in, or the year
//! so far against the same part of the year before; and how many checks of all statements hold.

use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_reports::{ColumnKey, RowKind, Statement};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::before;
use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::statements::{self, GetStatement, Span, Unposted};

/// The statements of a period against others.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CompareClose {
    pub period: String,
    /// previous, unposted or year
    pub against: String,
}

/// The statements side by side.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ComparedStatements {
    /// The other period; nothing where there is none, or where what is not posted is counted in.
    pub other: Option<String>,
    pub statements: Vec<ComparedStatement>,
    /// What cash has increased by.
    pub cash: String,
    /// How many checks of all statements hold, of how many.
    pub holding: usize,
    pub checks: usize,
}

/// One statement's main rows.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ComparedStatement {
    pub name: &'static str,
    pub title_zh: String,
    pub title_en: String,
    pub rows: Vec<ComparedRow>,
}

/// A row: the figure now, the other one, and now less the other.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ComparedRow {
    pub key: String,
    pub label_zh: String,
    pub label_en: String,
    /// item, total or grand-total
    pub kind: &'static str,
    pub now: String,
    pub other: Option<String>,
    pub change: Option<String>,
}

/// What the figures are compared with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Against {
    Previous,
    Unposted,
    Year,
}

/// The statements whose rows are shown, each with the column of a month and of a year.
const SHOWN: [(&str, ColumnKey, ColumnKey); 2] = [
    ("income-statement", ColumnKey::Period, ColumnKey::YearToDate),
    ("balance-sheet", ColumnKey::Closing, ColumnKey::Closing),
];

pub(crate) fn compare(
    context: &Context<'_>,
    request: &CompareClose,
) -> Result<ComparedStatements, Refusal> {
    let period = context.period(&request.period)?;
    let against = match request.against.as_str() {
        "previous" => Against::Previous,
        "unposted" => Against::Unposted,
        "year" => Against::Year,
        word => {
            return Err(Refusal::new(Code::UnknownWord)
                .with("text", word)
                .with("field", "against"));
        }
    };
    let other = match against {
        Against::Previous => before(context, period),
        Against::Unposted => Some(period),
        Against::Year => year_before(context, period),
    };
    let mut shown = Vec::new();
    for (name, month, year) in SHOWN {
        let column = if against == Against::Year { year } else { month };
        let now = made(context, name, period, false)?;
        let other = other
            .map(|other| made(context, name, other, against == Against::Unposted))
            .transpose()?;
        shown.push(side_by_side(context, name, column, &now, other.as_ref())?);
    }
    let (mut holding, mut checks, mut cash) = (0, 0, Amount::ZERO);
    for name in statements::NAMES {
        let statement = made(context, name, period, false)?;
        checks += statement.checks.len();
        holding += statement.checks.iter().filter(|check| check.holds).count();
        if name == "cash-flow" {
            let column =
                if against == Against::Year { ColumnKey::YearToDate } else { ColumnKey::Period };
            cash = value(&statement, "cash-net-change", column);
        }
    }
    Ok(ComparedStatements {
        other: other.filter(|_| against != Against::Unposted).map(|other| other.key.to_string()),
        statements: shown,
        cash: context.text(cash),
        holding,
        checks,
    })
}

/// The same period of the year before.
fn year_before(context: &Context<'_>, period: Period) -> Option<Period> {
    let is_same = |other: &&Period| {
        other.key.year + 1 == period.key.year && other.key.number == period.key.number
    };
    context.facts.periods.iter().find(is_same).copied()
}

fn made(
    context: &Context<'_>,
    name: &str,
    period: Period,
    include_unposted: bool,
) -> Result<Statement, Refusal> {
    let request =
        GetStatement { name: name.to_owned(), include_unposted, ..GetStatement::default() };
    let span = Span { from: period.first_day, to: period.last_day };
    let unposted = Unposted::asked(context, &request, span.to)?;
    statements::make(context, &request, span, &unposted)
}

fn value(statement: &Statement, key: &str, column: ColumnKey) -> Amount {
    let at = statement.columns.iter().position(|one| one.key == column.name()).unwrap_or(0);
    let row = statement.row(key);
    row.and_then(|row| row.values.get(at)).copied().unwrap_or_default()
}

fn side_by_side(
    context: &Context<'_>,
    name: &'static str,
    column: ColumnKey,
    now: &Statement,
    other: Option<&Statement>,
) -> Result<ComparedStatement, Refusal> {
    let mut rows = Vec::new();
    for row in &now.rows {
        let kind = match row.kind {
            RowKind::Item => "item",
            RowKind::Total => "total",
            RowKind::GrandTotal => "grand-total",
            RowKind::Heading | RowKind::OfWhich => continue,
        };
        let here = value(now, &row.key, column);
        let there = other.map(|other| value(other, &row.key, column));
        if kind == "item" && here.is_zero() && there.is_none_or(Amount::is_zero) {
            continue;
        }
        let change = there.map(|there| here.minus(there)).transpose()?;
        rows.push(ComparedRow {
            key: row.key.clone(),
            label_zh: row.label.zh.clone(),
            label_en: row.label.en.clone(),
            kind,
            now: context.text(here),
            other: there.map(|there| context.text(there)),
            change: change.map(|change| context.text(change)),
        });
    }
    Ok(ComparedStatement {
        name,
        title_zh: now.title.zh.clone(),
        title_en: now.title.en.clone(),
        rows,
    })
}
