//! Which columns a statement has: those of its form, or months, quarters and comparatives side by side. Each has its own
//! days, so that every figure opens what is behind it; sums of whole periods stand in the balances.

use chrono::{Datelike, Days, Months, NaiveDate};
use kontor_reports::{
    Bilingual, ColumnKey, Component, PaperFacts, Ratio, ReportError, RowKind, Statement, per_cent,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EQUITY, GetStatement, Span, equity, year_start};
use crate::context::Context;
use crate::errors::{Code, Refusal};

/// Which columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum ColumnSet {
    /// Those of the form.
    #[default]
    Form,
    /// Beside the same days of the year before, and that year's end.
    Comparative,
    /// The months of the fiscal year so far, with their total.
    Months,
    /// The quarters of the fiscal year so far, with their total.
    Quarters,
    /// Each in per cent of revenue, or of total assets.
    Share,
    /// Against the stretch before, in per cent.
    Growth,
    /// Against the same days of the year before, in per cent.
    YearGrowth,
    /// As known at an operation, as known now, and the difference.
    ThenNow,
}

impl ColumnSet {
    /// Every one, with the name it has on the command line and its letter in the code of a print.
    pub const ALL: [(Self, &'static str, char); 8] = [
        (Self::Form, "form", 'F'),
        (Self::Comparative, "comparative", 'C'),
        (Self::Months, "months", 'M'),
        (Self::Quarters, "quarters", 'Q'),
        (Self::Share, "share", 'S'),
        (Self::Growth, "growth", 'G'),
        (Self::YearGrowth, "year-growth", 'Y'),
        (Self::ThenNow, "then-now", 'N'),
    ];

    /// The set of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(set, _, _)| *set)
    }

    /// Its letter in the code of a print.
    #[must_use]
    pub fn letter(self) -> char {
        Self::ALL.iter().find(|(set, _, _)| *set == self).map_or('F', |(_, _, letter)| *letter)
    }

    /// The set of a letter.
    #[must_use]
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.iter().find(|(_, _, known)| *known == letter).map(|(set, _, _)| *set)
    }
}

/// The key of the difference between two columns.
pub(super) const DIFFERENCE: &str = "difference";

/// A column that is to be worked out.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    /// Its name.
    pub(super) key: String,
    /// The column of the layout it is one of.
    pub(super) base: ColumnKey,
    /// Its heading; the layout's own when nothing is said.
    pub(super) label: Option<Bilingual>,
    /// The heading it shares with its neighbours.
    pub(super) group: Option<Bilingual>,
    /// The component of equity it shows, where it is not all of them.
    pub(super) component: Option<Component>,
    /// Its days.
    pub(super) days: Span,
    /// Whether it shows nothing but the balances of its last day.
    pub(super) is_balance: bool,
    /// Whether it shows what was known at the operation asked for.
    pub(super) is_then: bool,
}

/// The columns a request asks for, and from which day on the book has figures where some were left out for lack of them.
pub(super) struct Plan {
    pub(super) columns: Vec<Planned>,
    pub(super) lacks_before: Option<NaiveDate>,
}

impl Planned {
    pub(super) fn of(key: &str, base: ColumnKey, days: Span) -> Self {
        let is_balance = base == ColumnKey::Opening;
        let key = key.to_owned();
        Self {
            key,
            base,
            label: None,
            group: None,
            component: None,
            days,
            is_balance,
            is_then: false,
        }
    }

    pub(super) fn labelled(self, label: Bilingual) -> Self {
        Self { label: Some(label), ..self }
    }
}

/// Plans the columns of a statement that has a layout.
///
/// # Errors
/// When the columns need an operation and none is said.
pub(super) fn plan(
    context: &Context<'_>,
    request: &GetStatement,
    span: Span,
) -> Result<Plan, Refusal> {
    let is_balance = request.name == "balance-sheet";
    let start = year_start(context, span.to);
    let before = start.pred_opt().unwrap_or(start);
    let base = if is_balance { ColumnKey::Closing } else { ColumnKey::Period };
    let main = Planned::of(base.name(), base, span);
    let opening = Planned::of("opening", ColumnKey::Opening, Span { from: before, to: before });
    let to_date =
        Planned::of("year-to-date", ColumnKey::YearToDate, Span { from: start, to: span.to });
    let named = |key: &str, days: Span| {
        let label = Bilingual::word(&format!("statement-column-{key}"));
        Planned::of(key, base, days).labelled(label)
    };
    if request.name == EQUITY {
        return Ok(with_figures(context, equity::columns(context, request, span)?));
    }
    let columns = match request.columns {
        ColumnSet::Form | ColumnSet::Share if is_balance => vec![main, opening],
        ColumnSet::Form | ColumnSet::Share => vec![main, to_date],
        ColumnSet::Comparative if is_balance => {
            vec![main, named("prior-year-day", year_before(span)), opening]
        }
        ColumnSet::Comparative => vec![
            main,
            named("prior-period", year_before(span)),
            to_date.clone(),
            named("prior-year-to-date", year_before(to_date.days)),
        ],
        ColumnSet::Growth => vec![main, named("stretch-before", stretch_before(span))],
        ColumnSet::YearGrowth => vec![main, named("prior-period", year_before(span))],
        ColumnSet::Months => stretches(context, span, base, 1),
        ColumnSet::Quarters => stretches(context, span, base, 3),
        ColumnSet::ThenNow => {
            if request.known_at.is_none() {
                return Err(Refusal::new(Code::NoSuchColumns)
                    .with("columns", "then-now")
                    .with("statement", &request.name)
                    .with("field", "columns"));
            }
            vec![Planned { is_then: true, ..named("then", span) }, named("now", span)]
        }
    };
    Ok(with_figures(context, columns))
}

/// Leaves out the columns whose days lie before the book; an opening balance stands before it and is there.
fn with_figures(context: &Context<'_>, columns: Vec<Planned>) -> Plan {
    let Some(first) = context.facts.periods.first().map(|period| period.first_day) else {
        return Plan { columns, lacks_before: None };
    };
    let is_there = |one: &Planned| {
        one.days.to >= first || one.base == ColumnKey::Opening || one.key == "year-to-date"
    };
    let count = columns.len();
    let columns: Vec<Planned> = columns.into_iter().filter(is_there).collect();
    let lacks_before = (columns.len() < count).then_some(first);
    Plan { columns, lacks_before }
}

/// The periods of the fiscal year up to the end of a span, so many to a column; movements with their total.
fn stretches(context: &Context<'_>, span: Span, base: ColumnKey, size: usize) -> Vec<Planned> {
    let start = year_start(context, span.to);
    let mut own = context.facts.periods.iter().filter(|one| one.first_day <= span.to);
    let year = own.next_back().map(|period| period.key.year);
    let of_year: Vec<_> = (context.facts.periods.iter())
        .filter(|one| Some(one.key.year) == year && one.first_day <= span.to)
        .collect();
    let mut columns = Vec::new();
    // A book that begins in mid-year still has its quarters where the year's are.
    let place = |number: u8| usize::from(number.saturating_sub(1)) / size;
    let mut at = 0;
    while let Some(first) = of_year.get(at) {
        let same =
            of_year.iter().skip(at).filter(|one| place(one.key.number) == place(first.key.number));
        let members: Vec<_> = same.collect();
        let last = members.last().map_or(first.last_day, |one| one.last_day).min(span.to);
        let days = Span { from: first.first_day, to: last };
        let label = if base == ColumnKey::Closing {
            PaperFacts::as_of(last)
        } else if size == 1 {
            days.label(false)
        } else {
            PaperFacts::quarter(first.key.year, place(first.key.number) + 1)
        };
        let name = if size == 1 { "month" } else { "quarter" };
        let key = format!("{name}-{}", place(first.key.number) + 1);
        columns.push(Planned::of(&key, base, days).labelled(label));
        at += members.len().max(1);
    }
    if base != ColumnKey::Closing {
        let days = Span { from: start, to: span.to };
        let label = Bilingual::word("report-total");
        columns.push(Planned::of("total", base, days).labelled(label));
    }
    columns
}

/// The same days of the year before; the end of a month stays one.
pub(super) fn year_before(span: Span) -> Span {
    Span { from: months_before(span.from, 12), to: months_before(span.to, 12) }
}

/// As many months before, or days where it is not of whole months.
fn stretch_before(span: Span) -> Span {
    let to = span.from.pred_opt().unwrap_or(span.from);
    if span.from.day() == 1 && is_month_end(span.to) {
        let months = (span.to.year() - span.from.year()) * 12 + span.to.month0().cast_signed()
            - span.from.month0().cast_signed()
            + 1;
        return Span { from: months_before(span.from, months.unsigned_abs()), to };
    }
    let days = (span.to - span.from).num_days().unsigned_abs();
    Span { from: to.checked_sub_days(Days::new(days)).unwrap_or(to), to }
}

fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    let earlier = day.checked_sub_months(Months::new(months)).unwrap_or(day);
    if !is_month_end(day) {
        return earlier;
    }
    let next = earlier.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    next.and_then(|next| next.pred_opt()).unwrap_or(earlier)
}

fn is_month_end(day: NaiveDate) -> bool {
    day.succ_opt().is_some_and(|next| next.day() == 1)
}

/// Gives a statement what its columns are asked to say besides amounts: names, shares, growth, a difference.
///
/// # Errors
/// When a difference does not fit.
pub(super) fn dress(
    statement: &mut Statement,
    request: &GetStatement,
    plan: &[Planned],
) -> Result<(), Refusal> {
    for (column, planned) in statement.columns.iter_mut().zip(plan) {
        column.key.clone_from(&planned.key);
        if let Some(label) = &planned.label {
            column.label = label.clone();
        }
        if planned.group.is_some() {
            column.group.clone_from(&planned.group);
        }
    }
    let keys = plan.iter().map(|one| one.key.clone()).cycle();
    for (check, key) in statement.checks.iter_mut().zip(keys) {
        check.column = Some(key);
    }
    if request.columns != ColumnSet::Form && request.columns != ColumnSet::Share {
        statement.paper_order = (0..plan.len()).collect();
    }
    match request.columns {
        ColumnSet::Share => {
            let whole = if request.name == "balance-sheet" { "total-assets" } else { "revenue" };
            let Some(whole) = statement.row(whole).map(|row| row.values.clone()) else {
                return Err(Refusal::new(Code::NoSuchColumns)
                    .with("columns", "share")
                    .with("statement", &request.name)
                    .with("field", "columns"));
            };
            for (place, whole) in whole.into_iter().enumerate() {
                let of = |values: &[kontor_ledger::money::Amount]| {
                    values.get(place).and_then(|value| per_cent(*value, whole))
                };
                let key = format!("{}-share", column_key(statement, place));
                ratio(statement, &key, "statement-column-share", place, of);
            }
        }
        ColumnSet::Growth | ColumnSet::YearGrowth if statement.columns.len() > 1 => {
            let of = |values: &[kontor_ledger::money::Amount]| {
                let (now, before) = (values.first()?, values.get(1)?);
                // What grew from a loss or from nothing has no per cent that means anything.
                let is_growth = !before.is_negative() && !before.is_zero();
                let change = now.minus(*before).ok().filter(|_| is_growth)?;
                per_cent(change, *before)
            };
            ratio(statement, "growth", "statement-column-growth", 1, of);
        }
        ColumnSet::ThenNow => difference(statement)?,
        _ => {}
    }
    Ok(())
}

fn column_key(statement: &Statement, place: usize) -> String {
    statement.columns.get(place).map_or_else(String::new, |column| column.key.clone())
}

fn ratio(
    statement: &mut Statement,
    key: &str,
    word: &str,
    after: usize,
    of: impl Fn(&[kontor_ledger::money::Amount]) -> Option<i64>,
) {
    let values = statement.rows.iter().map(|row| match row.kind {
        RowKind::Heading => None,
        _ => of(&row.values),
    });
    let values = values.collect();
    let label = Bilingual::word(word);
    statement.ratios.push(Ratio { key: key.to_owned(), label, after, values });
}

/// A third column: what is now less what was then.
fn difference(statement: &mut Statement) -> Result<(), Refusal> {
    for row in &mut statement.rows {
        if let [then, now] = row.values[..] {
            let too_large = |_| Refusal::bug(ReportError::TooLarge { at: row.key.clone() });
            row.values.push(now.minus(then).map_err(too_large)?);
        }
    }
    statement.columns.push(kontor_reports::Column {
        key: DIFFERENCE.to_owned(),
        label: Bilingual::word("statement-column-difference"),
        group: None,
    });
    statement.paper_order.push(2);
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn the_year_before_ends_with_its_month_also_after_a_leap_day() {
        assert_eq!(year_before(span("2024-02-01", "2024-02-29")), span("2023-02-01", "2023-02-28"));
        assert_eq!(year_before(span("2025-02-01", "2025-02-28")), span("2024-02-01", "2024-02-29"));
        assert_eq!(year_before(span("2026-03-05", "2026-03-20")), span("2025-03-05", "2025-03-20"));
    }

    #[test]
    fn before_a_quarter_stands_a_quarter_and_before_ten_days_ten() {
        assert_eq!(
            stretch_before(span("2026-01-01", "2026-03-31")),
            span("2025-10-01", "2025-12-31")
        );
        assert_eq!(
            stretch_before(span("2026-03-11", "2026-03-20")),
            span("2026-03-01", "2026-03-10")
        );
    }
}
