//! The general ledger 总账: of each account what it began with, each month's sums, the year so far and the balance.
//! Costs by accounts and periods.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::balance::Turnover;
use kontor_ledger::money::Amount;
use kontor_reports::{Bilingual, ColumnKind, Content, RowKind};
use kontor_store::accounts::{self, AccountRow};
use kontor_store::figures;

use super::GetLedger;
use super::rows::{BookRow, LedgerPlace, Page, column, sided, unless_zero, word};
use super::sections::{asked, stands_under};
use crate::context::Context;
use crate::errors::Refusal;
use crate::statements::{Span, year_start};

type Turnovers = BTreeMap<AccountId, Turnover>;

/// A month of the span, or the part of it that lies in the span.
struct Month {
    name: String,
    last_day: NaiveDate,
    moved: Turnovers,
    year: Turnovers,
}

pub(super) fn page(
    context: &Context<'_>,
    request: &GetLedger,
    span: Span,
) -> Result<Page, Refusal> {
    let all = accounts::list(context.connection)?;
    let level = i64::from(request.level.unwrap_or(1));
    let opening = figures::balances(context.connection, before(span.from))?;
    let months = months(context, span)?;
    let mut rows = Vec::new();
    // An account deeper than the book goes is counted in the one above it.
    let mut wanted = asked(context, request)?;
    wanted.retain(|row| row.level == level || request.account.is_some());
    for row in wanted {
        let members: Vec<AccountId> = all
            .iter()
            .filter(|other| {
                other.account.id == row.account.id || stands_under(&all, other, row.account.id)
            })
            .map(|other| other.account.id)
            .collect();
        rows.extend(of_account(&row, &members, &opening, &months, span)?);
    }
    let columns = vec![
        column("trial-balance-account", ColumnKind::Code),
        column("trial-balance-name", ColumnKind::Label),
        column("ledger-date", ColumnKind::Code),
        column("ledger-memo", ColumnKind::Label),
        column("ledger-debit", ColumnKind::Amount),
        column("ledger-credit", ColumnKind::Amount),
        column("ledger-side", ColumnKind::RowNumber),
        column("ledger-balance", ColumnKind::Amount),
    ];
    Ok(Page { columns, label: 3, rows, next: None, checks: Vec::new() })
}

fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

/// What moved in each month of the span, and in its year by the month's end.
fn months(context: &Context<'_>, span: Span) -> Result<Vec<Month>, Refusal> {
    let mut year = Turnovers::new();
    let mut of_year = None;
    let mut months = Vec::new();
    let periods = &context.facts.periods;
    for period in periods.iter().filter(|one| one.first_day <= span.to && span.from <= one.last_day)
    {
        let (from, to) = (period.first_day.max(span.from), period.last_day.min(span.to));
        if of_year != Some(period.key.year) {
            year = turnovers(context, year_start(context, from), before(from))?;
            if periods.first().is_some_and(|first| first.key.year == period.key.year) {
                let first = periods.first().map_or(period.key, |first| first.key);
                add(&mut year, figures::brought_in(context.connection, first)?.accounts)?;
            }
            of_year = Some(period.key.year);
        }
        let moved = turnovers(context, from, to)?;
        add(&mut year, moved.clone())?;
        months.push(Month {
            name: period.key.to_string(),
            last_day: to,
            moved,
            year: year.clone(),
        });
    }
    Ok(months)
}

fn turnovers(context: &Context<'_>, from: NaiveDate, to: NaiveDate) -> Result<Turnovers, Refusal> {
    let mut sums = Turnovers::new();
    if from > to {
        return Ok(sums);
    }
    for ((account, _), turnover) in figures::movement(context.connection, from, to)? {
        let sum = sums.entry(account).or_default();
        *sum = sum.plus(turnover)?;
    }
    Ok(sums)
}

fn add(sums: &mut Turnovers, more: Turnovers) -> Result<(), Refusal> {
    for (account, turnover) in more {
        let sum = sums.entry(account).or_default();
        *sum = sum.plus(turnover)?;
    }
    Ok(())
}

/// The rows of an account; none when it never moved and begins with nothing.
fn of_account(
    account: &AccountRow,
    members: &[AccountId],
    opening: &BTreeMap<AccountId, Amount>,
    months: &[Month],
    span: Span,
) -> Result<Vec<BookRow>, Refusal> {
    let mut balance = Amount::ZERO;
    for member in members {
        balance = balance.plus(opening.get(member).copied().unwrap_or_default())?;
    }
    let moved = |sums: &Turnovers| members.iter().any(|member| sums.contains_key(member));
    if balance.is_zero() && !months.iter().any(|month| moved(&month.moved)) {
        return Ok(Vec::new());
    }
    let name = Bilingual::new(&account.name_zh, &account.name_en);
    let row = |kind, when: Content, what: &str, turnover: Turnover, balance: Amount| {
        let shown = |amount: Amount| match kind {
            RowKind::Total => Content::Amount(amount),
            _ => unless_zero(amount),
        };
        let [side, size] = sided(balance)?;
        let contents = vec![
            Content::Text(account.account.code.clone()),
            Content::Label(name.clone(), 0),
            when,
            word(what),
            shown(turnover.debit),
            shown(turnover.credit),
            side,
            size,
        ];
        let opens = LedgerPlace::Account(account.account.code.clone());
        Ok::<_, Refusal>(BookRow::new(kind, contents).opening(opens))
    };
    let mut rows = vec![row(
        RowKind::Item,
        Content::Date(span.from),
        "ledger-opening-row",
        Turnover::default(),
        balance,
    )?];
    for month in months.iter().filter(|month| moved(&month.moved)) {
        let (mut turnover, mut year) = (Turnover::default(), Turnover::default());
        for member in members {
            turnover = turnover.plus(month.moved.get(member).copied().unwrap_or_default())?;
            year = year.plus(month.year.get(member).copied().unwrap_or_default())?;
        }
        balance = balance.plus(turnover.net_debit()?)?;
        let when = || Content::Text(month.name.clone());
        rows.push(row(RowKind::Item, when(), "ledger-month-total", turnover, balance)?);
        let when = Content::Date(month.last_day);
        rows.push(row(RowKind::Total, when, "ledger-year-total", year, balance)?);
    }
    Ok(rows)
}
