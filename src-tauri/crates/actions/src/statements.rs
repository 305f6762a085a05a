//! Statements: figures of the book through a layout, for any span of days, and what stands behind each figure.

mod behind;
mod columns;
mod equity;
mod income;
mod indirect;
mod mapped;
mod span;
mod unposted;
mod view;

pub use behind::{
    AccountLedger, Behind, BehindAccount, BehindFigure, GetAccountLedger, LedgerRowView,
};
pub(crate) use behind::{account_ledger, behind, ledger_row};
pub use columns::ColumnSet;
use columns::Planned;
pub(crate) use income::Income;
pub(crate) use mapped::{Mapping, asked as mapping_asked};
pub use span::Span;
pub(crate) use span::resolve;
pub(crate) use unposted::Unposted;
pub use view::{
    CheckView, ColumnView, OpenActivityView, StatementRowView, StatementView, UnpostedView,
};

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use kontor_ledger::account::AccountId;
use kontor_ledger::balance::Turnover;
use kontor_ledger::entry::EntryKind;
use kontor_ledger::money::Amount;
use kontor_reports::{
    Bilingual, ColumnFigures, ColumnKey, Layout, Statement, TrialBalanceLine, evaluate, layouts,
    trial_balance,
};
use kontor_store::{accounts, drafts, figures, head};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::errors::{Code, Refusal};

/// A statement for a span of days: a period (`2026-03`, `2026-Q1`, `2026`), two days, or a day.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct GetStatement {
    /// balance-sheet, income-statement, cash-flow, cash-flow-indirect, trial-balance; except for cn-small
    /// changes-in-equity; for ifrs also income-statement-by-nature
    #[ts(as = "String")]
    pub name: String,
    pub period: Option<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub as_of: Option<NaiveDate>,
    /// Of a trial balance: how deep, from 1; leaves only when nothing is said.
    pub level: Option<u8>,
    /// Counts in what is not posted yet, and says so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>")]
    pub include_unposted: bool,
    /// Which columns; those of the form when nothing is said.
    #[serde(skip_serializing_if = "is_form")]
    #[ts(as = "Option<ColumnSet>")]
    pub columns: ColumnSet,
    /// The number of an operation: the figures as the book knew them when it had been performed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(type = "number")]
    pub known_at: Option<i64>,
    /// Another standard, through which the book is seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// What counts as now, where a print is made again as it was.
    #[serde(skip)]
    #[ts(skip)]
    pub now_at: Option<i64>,
}

fn is_form(columns: &ColumnSet) -> bool {
    *columns == ColumnSet::Form
}

/// The statements there are.
pub const NAMES: [&str; 5] =
    [TRIAL_BALANCE, "income-statement", "balance-sheet", "cash-flow", INDIRECT];

/// How many entries of open activity are shown.
const OPEN_SHOWN: u32 = 50;

/// The trial balance, the only statement without a layout.
pub(crate) const TRIAL_BALANCE: &str = "trial-balance";

/// What changed each component of equity.
pub(crate) const EQUITY: &str = "changes-in-equity";

/// The cash of operations from the profit.
pub(crate) const INDIRECT: &str = "cash-flow-indirect";

pub(crate) fn get(context: &Context<'_>, request: &GetStatement) -> Result<StatementView, Refusal> {
    let span = resolve(context, request)?;
    let pending = Unposted::asked(context, request, span.to)?;
    let statement = make(context, request, span, &pending)?;
    let head = head(context.connection)?;
    let unposted = drafts::count(context.connection, None)?;
    let gaps = if request.name == INDIRECT {
        let from = year_start(context, span.to).min(span.from);
        kontor_store::entries::gaps(context.connection, from, span.to, OPEN_SHOWN)?
    } else {
        Vec::new()
    };
    let lacks_before = match request.name.as_str() {
        TRIAL_BALANCE => None,
        _ => columns::plan(context, request, span)?.lacks_before,
    };
    let counts = (unposted, pending.count());
    let about = view::About { request, span, head: &head, counts, gaps, lacks_before };
    Ok(view::show(context, &statement, about))
}

/// Works out a statement.
///
/// # Errors
/// When there is no such statement, or a sum does not fit.
pub(crate) fn make(
    context: &Context<'_>,
    request: &GetStatement,
    span: Span,
    unposted: &Unposted,
) -> Result<Statement, Refusal> {
    if request.name == TRIAL_BALANCE {
        if request.columns != ColumnSet::Form {
            return Err(Refusal::new(Code::NoSuchColumns)
                .with("columns", column_name(request.columns))
                .with("statement", TRIAL_BALANCE)
                .with("field", "columns"));
        }
        mapped::asked(context, request)?;
        return make_trial_balance(context, span, request.level, unposted);
    }
    let mapping = mapped::asked(context, request)?;
    let standard = mapping.as_ref().map_or(context.facts.standard.name, Mapping::standard);
    let layout = layout_of(standard, &request.name, span.to)?;
    let plan = columns::plan(context, request, span)?.columns;
    let figures = figures_of(context, request, &plan, unposted)?;
    let mut mapped = figures.clone();
    if let Some(mapping) = &mapping {
        mapped.iter_mut().for_each(|column| mapping.apply(context, column));
    }
    let mut statement = evaluate(layout, &mapped, context.currency()).map_err(Refusal::bug)?;
    if !span.is_month() {
        // The forms speak of the month; a quarter or any other span must not be called one.
        let period = ColumnKey::Period.name();
        for column in statement.columns.iter_mut().filter(|one| one.key == period) {
            column.label = Bilingual::word("report-column-span");
        }
    }
    if let Some(mapping) = &mapping {
        let own = layout_of(context.facts.standard.name, &request.name, span.to)?;
        let own = evaluate(own, &figures, context.currency()).map_err(Refusal::bug)?;
        let is_balance = request.name == "balance-sheet";
        let (row, check) = if is_balance {
            ("total-equity", "equity-is-the-same")
        } else {
            ("profit", "profit-is-the-same")
        };
        mapping.compare(&mut statement, &own, row, check);
        mapping.list_differences(context, &mut statement, &figures, is_balance)?;
    }
    columns::dress(&mut statement, request, &plan)?;
    if request.name == EQUITY {
        equity::articulate(context, &mut statement, span, unposted)?;
    }
    Ok(statement)
}

fn column_name(columns: ColumnSet) -> &'static str {
    ColumnSet::ALL.iter().find(|(set, _, _)| *set == columns).map_or("form", |(_, name, _)| name)
}

/// The figures of a statement's columns.
fn figures_of(
    context: &Context<'_>,
    request: &GetStatement,
    plan: &[Planned],
    unposted: &Unposted,
) -> Result<Vec<ColumnFigures>, Refusal> {
    // Where then and now stand side by side, what was asked for is then.
    let now = match request.columns {
        ColumnSet::ThenNow => {
            let asked = GetStatement { known_at: request.now_at, ..request.clone() };
            let until = plan.iter().map(|one| one.days.to).max().unwrap_or_default();
            Some(Unposted::asked(context, &asked, until)?)
        }
        _ => None,
    };
    let mut columns = Vec::new();
    for planned in plan {
        let unposted = now.as_ref().filter(|_| !planned.is_then).unwrap_or(unposted);
        let days = planned.days;
        let mut column = if planned.is_balance {
            opening_figures(context, planned.base, days.to, unposted)?
        } else {
            column_figures(context, planned.base, days.from, days.to, unposted)?
        };
        if request.name == INDIRECT {
            let layout = layout(context, &request.name, days.to)?;
            indirect::explain(context, layout, &mut column, (days.from, days.to), unposted)?;
        }
        if request.name == EQUITY {
            equity::open(context, &mut column, days.from, unposted)?;
        }
        if let Some(component) = &planned.component {
            equity::only(component, &mut column)?;
        }
        columns.push(column);
    }
    Ok(columns)
}

/// The layout of a statement of the book's standard on a day.
fn layout(context: &Context<'_>, name: &str, day: NaiveDate) -> Result<&'static Layout, Refusal> {
    layout_of(context.facts.standard.name, name, day)
}

/// The layout of a statement of a standard on a day.
fn layout_of(standard: &str, name: &str, day: NaiveDate) -> Result<&'static Layout, Refusal> {
    let found = layouts::find(standard, name, day).map_err(Refusal::bug)?;
    found.ok_or_else(|| {
        Refusal::new(Code::UnknownStatement).with("name", name).with("standard", standard)
    })
}

/// The first day of the fiscal year of a day.
pub(crate) fn year_start(context: &Context<'_>, day: NaiveDate) -> NaiveDate {
    let year = context
        .facts
        .periods
        .iter()
        .find(|period| period.first_day <= day && day <= period.last_day)
        .map_or(day.year(), |period| period.key.year);
    // A book opened in mid-year still has its year begin in January.
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(day)
}

/// The figures of a column whose movements lie between two days and whose balances are those of the last.
fn column_figures(
    context: &Context<'_>,
    key: ColumnKey,
    from: NaiveDate,
    to: NaiveDate,
    unposted: &Unposted,
) -> Result<ColumnFigures, Refusal> {
    let connection = context.connection;
    let chart = &context.facts.chart;
    let before = from.pred_opt().unwrap_or(from);
    let mut opening = unposted.balances(connection, before)?;
    let mut movements: BTreeMap<AccountId, Turnover> = BTreeMap::new();
    for ((account, kind), turnover) in unposted.movement(connection, from, to)? {
        // Closing entries never enter an income statement.
        if kind == EntryKind::Normal {
            let sum = movements.entry(account).or_default();
            *sum = sum.plus(turnover)?;
        }
    }
    let mut cash = unposted.cash(context, from, to)?;
    if let Some(first) = context.facts.periods.first()
        && from < first.first_day
    {
        // The year began before the book: what it had turned over by then was brought in.
        let brought_in = unposted.brought_in(connection, first.key)?;
        for (account, turnover) in brought_in.accounts {
            let sum = movements.entry(account).or_default();
            *sum = sum.plus(turnover)?;
            let before = opening.entry(account).or_default();
            *before = before.minus(turnover.net_debit()?)?;
        }
        for (item, amount) in brought_in.cash {
            let sum = cash.entry(item).or_default();
            *sum = sum.plus(amount)?;
        }
    }
    let code = |account: AccountId| crate::plan::account_code(chart, account);
    Ok(ColumnFigures {
        opening_cash: figures::cash_total(&opening, chart)?,
        movements: movements
            .into_iter()
            .map(|(account, turnover)| Ok((code(account), turnover.credit.minus(turnover.debit)?)))
            .collect::<Result<_, Refusal>>()?,
        cash: cash.into_iter().collect(),
        ..balance_figures(context, key, to, unposted)?
    })
}

/// The figures of a column that shows nothing but the balances of a day.
fn balance_figures(
    context: &Context<'_>,
    key: ColumnKey,
    at: NaiveDate,
    unposted: &Unposted,
) -> Result<ColumnFigures, Refusal> {
    let chart = &context.facts.chart;
    let balances = unposted.balances(context.connection, at)?;
    let sides = unposted.sides(context, at)?;
    let code = |account: AccountId| crate::plan::account_code(chart, account);
    Ok(ColumnFigures {
        closing_cash: figures::cash_total(&balances, chart)?,
        balances: balances.into_iter().map(|(account, amount)| (code(account), amount)).collect(),
        party_balances: party_balances(&sides, &code)?,
        ..ColumnFigures::empty(key)
    })
}

/// The balances at the start of a year. What was turned over before a book opened in mid-year is taken off again.
fn opening_figures(
    context: &Context<'_>,
    key: ColumnKey,
    before: NaiveDate,
    unposted: &Unposted,
) -> Result<ColumnFigures, Refusal> {
    let mut column = balance_figures(context, key, before, unposted)?;
    if let Some(first) = context.facts.periods.first()
        && before.year() + 1 == first.key.year
    {
        let brought_in = unposted.brought_in(context.connection, first.key)?;
        for (account, turnover) in brought_in.accounts {
            let code = crate::plan::account_code(&context.facts.chart, account);
            column.balances.push((code, turnover.net_debit()?.negated()?));
        }
    }
    Ok(column)
}

/// The parties' debit balances and credit balances of each account, each as if one party had them all: a statement
/// asks only for their two sums.
fn party_balances(
    sides: &BTreeMap<AccountId, Turnover>,
    code: &dyn Fn(AccountId) -> String,
) -> Result<Vec<(String, String, Amount)>, Refusal> {
    let mut balances = Vec::new();
    for (account, turnover) in sides {
        balances.push((code(*account), "debit".to_owned(), turnover.debit));
        balances.push((code(*account), "credit".to_owned(), turnover.credit.negated()?));
    }
    Ok(balances)
}

fn make_trial_balance(
    context: &Context<'_>,
    span: Span,
    level: Option<u8>,
    unposted: &Unposted,
) -> Result<Statement, Refusal> {
    let connection = context.connection;
    let before = span.from.pred_opt().unwrap_or(span.from);
    let opening = unposted.balances(connection, before)?;
    let mut turnovers: BTreeMap<AccountId, Turnover> = BTreeMap::new();
    for ((account, _), turnover) in unposted.movement(connection, span.from, span.to)? {
        let sum = turnovers.entry(account).or_default();
        *sum = sum.plus(turnover)?;
    }
    if !unposted.changed().is_empty() {
        // An account that was first moved since has no row then.
        turnovers.retain(|_, turnover| *turnover != Turnover::default());
    }
    let rows = accounts::list(connection)?;
    let mut lines = Vec::new();
    for row in &rows {
        let depth = u8::try_from(row.level).unwrap_or(u8::MAX);
        // At a level, an account shows what its own lines and all accounts below it come to.
        let members: Vec<AccountId> = match level {
            Some(level) if depth > level => continue,
            Some(level) if depth == level => rows
                .iter()
                .filter(|other| is_within(&rows, &other.account.code, &row.account.code))
                .map(|other| other.account.id)
                .collect(),
            _ => vec![row.account.id],
        };
        let mut sum = Turnover::default();
        let mut start = Amount::ZERO;
        for member in &members {
            sum = sum.plus(turnovers.get(member).copied().unwrap_or_default())?;
            start = start.plus(opening.get(member).copied().unwrap_or_default())?;
        }
        let touched = members.iter().any(|id| turnovers.contains_key(id)) || !start.is_zero();
        if touched {
            lines.push(TrialBalanceLine {
                account: row.account.code.clone(),
                name: Bilingual::new(&row.name_zh, &row.name_en),
                level: depth,
                repeated_below: false,
                opening: start,
                debit: sum.debit,
                credit: sum.credit,
                closing: start.plus(sum.net_debit()?)?,
            });
        }
    }
    trial_balance(context.facts.standard.name, context.currency(), &lines).map_err(Refusal::bug)
}

/// Whether an account is another one or stands below it.
fn is_within(rows: &[accounts::AccountRow], code: &str, above: &str) -> bool {
    let mut current = Some(code);
    for _ in 0..10 {
        match current {
            Some(code) if code == above => return true,
            Some(code) => {
                current = rows
                    .iter()
                    .find(|row| row.account.code == code)
                    .and_then(|row| row.parent.as_deref());
            }
            None => return false,
        }
    }
    false
}
