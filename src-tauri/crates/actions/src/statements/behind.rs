//! What stands behind a figure: the accounts it is made of, and their lines.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::money::Amount;
use kontor_reports::{Sources, Statement};
use kontor_store::accounts;
use kontor_store::figures::{self, LedgerRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{GetStatement, Span, is_balance_class, make, resolve, year_start};
use crate::context::{Context, page_size};
use crate::errors::{Code, Refusal};

/// What stands behind one figure of a statement.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct BehindFigure {
    #[ts(as = "String")]
    pub name: String,
    /// The key of the row; in a trial balance the account's code.
    #[ts(as = "String")]
    pub row: String,
    /// The key of the column.
    #[ts(as = "String")]
    pub column: String,
    pub period: Option<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub as_of: Option<NaiveDate>,
    pub limit: Option<u32>,
}

/// An account behind a figure.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct BehindAccount {
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    /// Debit minus credit: the balance of a balance sheet account, the movement of a result account.
    pub amount: String,
}

/// A line of an account's ledger.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct LedgerRowView {
    pub uid: Uuid,
    pub number: String,
    pub date: NaiveDate,
    pub memo: String,
    pub account: String,
    pub party: Option<String>,
    pub debit: String,
    pub credit: String,
    /// The balance after this line, debit positive; only in an account's own ledger.
    pub balance: Option<String>,
}

/// What stands behind a figure.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Behind {
    pub accounts: Vec<BehindAccount>,
    pub entries: Vec<LedgerRowView>,
    /// Whether there are more entries than shown.
    pub more: bool,
}

pub(crate) fn behind(context: &Context<'_>, request: &BehindFigure) -> Result<Behind, Refusal> {
    let statement_request = GetStatement {
        name: request.name.clone(),
        period: request.period.clone(),
        from: request.from,
        to: request.to,
        as_of: request.as_of,
        level: None,
    };
    let span = resolve(context, &statement_request)?;
    let statement = make(context, &statement_request, span)?;
    let codes = account_codes(context, &statement, &request.row)?;
    let span = column_span(context, span, &request.column);
    let at_end = figures::balances(context.connection, span.to)?;
    let moved = figures::movement(context.connection, span.from, span.to)?;
    let limit = page_size(request.limit);
    let mut answer = Behind { accounts: Vec::new(), entries: Vec::new(), more: false };
    for row in accounts::list(context.connection)? {
        if !codes.contains(&row.account.code) {
            continue;
        }
        let amount = if is_balance_class(row.account.class) {
            at_end.get(&row.account.id).copied().unwrap_or_default()
        } else {
            let mut sum = Amount::ZERO;
            for ((account, kind), turnover) in &moved {
                if *account == row.account.id && *kind == kontor_ledger::entry::EntryKind::Normal {
                    sum = sum.plus(turnover.net_debit()?)?;
                }
            }
            sum
        };
        let has_lines = moved.keys().any(|(account, _)| *account == row.account.id);
        if amount.is_zero() && !has_lines {
            continue;
        }
        let page = figures::account_ledger(
            context.connection,
            row.account.id,
            span.from,
            span.to,
            None,
            limit,
        )?;
        answer.more |= page.next.is_some();
        let code = &row.account.code;
        answer.entries.extend(page.rows.into_iter().map(|line| show(context, line, code, None)));
        answer.accounts.push(BehindAccount {
            code: row.account.code,
            name_zh: row.name_zh,
            name_en: row.name_en,
            amount: context.text(amount),
        });
    }
    answer.entries.sort_by_key(|entry| entry.date);
    if answer.entries.len() > limit as usize {
        answer.entries.truncate(limit as usize);
        answer.more = true;
    }
    Ok(answer)
}

fn show(
    context: &Context<'_>,
    line: LedgerRow,
    account: &str,
    balance: Option<Amount>,
) -> LedgerRowView {
    let side = |amount: Amount| if amount.is_zero() { String::new() } else { context.text(amount) };
    LedgerRowView {
        uid: line.entry,
        number: line.number,
        date: line.date,
        memo: line.memo,
        account: account.to_owned(),
        party: line.party,
        debit: side(line.debit),
        credit: side(line.credit),
        balance: balance.map(|balance| context.text(balance)),
    }
}

/// The days whose lines make a column's figure.
fn column_span(context: &Context<'_>, span: Span, column: &str) -> Span {
    let start = year_start(context, span.to);
    match column {
        "year-to-date" => Span { from: start, to: span.to },
        "opening" => {
            let before = start.pred_opt().unwrap_or(start);
            Span { from: before, to: before }
        }
        _ => span,
    }
}

/// The accounts a row is made of, those of the rows it sums included. A cash-flow row is made of cash.
fn account_codes(
    context: &Context<'_>,
    statement: &Statement,
    key: &str,
) -> Result<BTreeSet<String>, Refusal> {
    if statement.name == "trial-balance" {
        return Ok(BTreeSet::from([key.to_owned()]));
    }
    let mut codes = BTreeSet::new();
    let mut pending = vec![
        statement
            .rows
            .iter()
            .find(|row| row.key == key || row.row == key)
            .ok_or_else(|| Refusal::new(Code::UnknownRow).with("row", key))?,
    ];
    let mut seen = BTreeSet::new();
    while let Some(row) = pending.pop() {
        if !seen.insert(&row.key) {
            continue;
        }
        let Sources { accounts, items, rows } = &row.sources;
        codes.extend(accounts.iter().cloned());
        if !items.is_empty() {
            let cash = context.facts.chart.accounts().filter(|account| account.is_cash);
            codes.extend(cash.map(|account| account.code.clone()));
        }
        pending.extend(statement.rows.iter().filter(|other| rows.contains(&other.row)));
    }
    Ok(codes)
}

/// The ledger of one account 明细账.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct GetAccountLedger {
    #[ts(as = "String")]
    pub account: String,
    pub period: Option<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Where the page begins, as the page before said.
    pub after: Option<(i64, i64, i64)>,
    pub limit: Option<u32>,
}

/// The ledger of one account.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AccountLedger {
    pub account: String,
    /// The balance before the span, debit positive.
    pub opening: String,
    pub rows: Vec<LedgerRowView>,
    /// The balance at the end of the span, debit positive.
    pub closing: String,
    pub next: Option<(i64, i64, i64)>,
}

pub(crate) fn account_ledger(
    context: &Context<'_>,
    request: &GetAccountLedger,
) -> Result<AccountLedger, Refusal> {
    let account: AccountId = context.account(&request.account, "account")?.id;
    let span = resolve(
        context,
        &GetStatement {
            period: request.period.clone(),
            from: request.from,
            to: request.to,
            ..GetStatement::default()
        },
    )?;
    let of = |day: NaiveDate| -> Result<Amount, Refusal> {
        Ok(figures::balances(context.connection, day)?.get(&account).copied().unwrap_or_default())
    };
    let opening = of(span.from.pred_opt().unwrap_or(span.from))?;
    let page = figures::account_ledger(
        context.connection,
        account,
        span.from,
        span.to,
        request.after,
        page_size(request.limit),
    )?;
    // A running balance is only known from the first page on.
    let mut running = request.after.is_none().then_some(opening);
    let mut rows = Vec::new();
    for line in page.rows {
        if let Some(balance) = running {
            running = Some(balance.plus(line.debit.minus(line.credit)?)?);
        }
        rows.push(show(context, line, &request.account, running));
    }
    Ok(AccountLedger {
        account: request.account.clone(),
        opening: context.text(opening),
        rows,
        closing: context.text(of(span.to)?),
        next: page.next,
    })
}
