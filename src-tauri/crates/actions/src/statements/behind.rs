//! What stands behind a figure: the accounts it is made of, and their lines.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::entry::{Entry, Line};
use kontor_ledger::money::Amount;
use kontor_reports::{Component, Sources, Statement, evaluate};
use kontor_store::drafts::Draft;
use kontor_store::figures::{self, LedgerRow};
use kontor_store::{accounts, parties};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::columns::{self, ColumnSet, DIFFERENCE, Planned};
use super::{
    GetStatement, Mapping, Span, TRIAL_BALANCE, Unposted, figures_of, layout_of, make,
    mapping_asked, resolve,
};
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
    #[ts(as = "Option<bool>")]
    pub include_unposted: bool,
    #[ts(as = "Option<ColumnSet>")]
    pub columns: ColumnSet,
    #[ts(type = "number")]
    pub known_at: Option<i64>,
    pub under: Option<String>,
    pub limit: Option<u32>,
}

/// An account behind a figure, or a cash-flow item.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct BehindAccount {
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    /// What it adds to the figure.
    pub amount: String,
}

/// A line of an account's ledger.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct LedgerRowView {
    pub uid: Uuid,
    /// The temporary number where it is a draft.
    pub number: String,
    /// Whether it is not posted yet.
    pub is_draft: bool,
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
    let asked = GetStatement {
        name: request.name.clone(),
        period: request.period.clone(),
        from: request.from,
        to: request.to,
        as_of: request.as_of,
        level: None,
        include_unposted: request.include_unposted,
        columns: request.columns,
        known_at: request.known_at,
        under: request.under.clone(),
        now_at: None,
    };
    let span = resolve(context, &asked)?;
    let unposted = Unposted::asked(context, &asked, span.to)?;
    let statement = make(context, &asked, span, &unposted)?;
    let limit = page_size(request.limit);
    let mut made_of = sources(&statement, &request.row)?;
    if let Some(mapping) = mapping_asked(context, &asked)? {
        // What the figure is made of under the other standard, in the book's own accounts.
        let codes = context.facts.chart.accounts().map(|account| account.code.clone());
        let is_in = |code: &String| made_of.accounts.contains(mapping.target(context, code).0);
        let own: BTreeSet<String> = codes.filter(is_in).collect();
        made_of.accounts = own;
    }
    let column = figure_column(&statement, &request.column);
    if let Some(component) = component(context, &asked, span, column)? {
        made_of.accounts.retain(|account| component.takes(account));
    }
    let days = column_days(context, &asked, span, column)?;
    // Beside what is known now stands what was: only the difference is made of what came since.
    let is_now = asked.columns == ColumnSet::ThenNow && column == "now";
    let unposted = if is_now {
        Unposted::asked(context, &GetStatement { known_at: None, ..asked.clone() }, span.to)?
    } else {
        unposted
    };
    let came = Came { since: &unposted, is_difference: column == DIFFERENCE };
    if !made_of.items.is_empty() {
        return behind_cash(context, &made_of.items, days, limit, &came);
    }
    let shares =
        shares(context, (&asked, span), (&request.row, column), &made_of.accounts, &unposted)?;
    let mut answer = Behind { accounts: Vec::new(), entries: Vec::new(), more: false };
    for row in accounts::list(context.connection)? {
        let Some(share) = shares.get(&row.account.code) else { continue };
        let id = row.account.id;
        let mut page =
            figures::account_ledger(context.connection, id, days.from, days.to, None, limit)?;
        page.rows.retain(|line| came.shows(line.entry));
        let code = &row.account.code;
        let drafted: Vec<_> = unposted
            .lines(days.from, days.to)
            .filter(|(_, _, line)| line.account == id && !came.is_difference)
            .map(|(draft, entry, line)| show_draft(context, draft, entry, line, code))
            .collect::<Result<_, _>>()?;
        if share.is_zero() && page.rows.is_empty() && drafted.is_empty() {
            continue;
        }
        answer.more |= page.next.is_some();
        answer.entries.extend(drafted);
        answer
            .entries
            .extend(page.rows.into_iter().map(|line| ledger_row(context, line, code, None)));
        answer.accounts.push(BehindAccount {
            code: row.account.code,
            name_zh: row.name_zh,
            name_en: row.name_en,
            amount: context.text(*share),
        });
    }
    answer.entries.sort_by_key(|entry| entry.date);
    if answer.entries.len() > limit as usize {
        answer.entries.truncate(limit as usize);
        answer.more = true;
    }
    Ok(answer)
}

/// The column of amounts a column is about: a per cent opens what it is a part of.
fn figure_column<'a>(statement: &'a Statement, column: &'a str) -> &'a str {
    let ratio = statement.ratios.iter().find(|ratio| ratio.key == column);
    let amounts = ratio.and_then(|ratio| statement.columns.get(ratio.after));
    amounts.map_or(column, |amounts| amounts.key.as_str())
}

/// Which entries a column shows, where it is about what the book knew at an operation.
struct Came<'a> {
    since: &'a Unposted,
    is_difference: bool,
}

impl Came<'_> {
    /// Whether a posted entry is behind the column.
    fn shows(&self, entry: Uuid) -> bool {
        let changed = self.since.changed().iter().find(|changed| changed.uid == entry);
        match changed {
            Some(changed) => self.is_difference || changed.before.is_some(),
            None => !self.is_difference,
        }
    }
}

/// What each account adds to a figure: the statement worked out for that account alone.
fn shares(
    context: &Context<'_>,
    (asked, span): (&GetStatement, Span),
    (row, column): (&str, &str),
    codes: &BTreeSet<String>,
    unposted: &Unposted,
) -> Result<BTreeMap<String, Amount>, Refusal> {
    let mut shares = BTreeMap::new();
    if asked.name == TRIAL_BALANCE {
        let statement = make(context, asked, span, unposted)?;
        let value = value_of(&statement, row, column);
        shares.extend(codes.iter().map(|code| (code.clone(), value.unwrap_or_default())));
        return Ok(shares);
    }
    let mapping = mapping_asked(context, asked)?;
    let standard = mapping.as_ref().map_or(context.facts.standard.name, Mapping::standard);
    let layout = layout_of(standard, &asked.name, span.to)?;
    let plan = columns::plan(context, asked, span)?.columns;
    // A difference is worked out of two columns, any other figure of its own.
    let plan: Vec<Planned> =
        plan.into_iter().filter(|one| column == DIFFERENCE || one.key == column).collect();
    let whole = figures_of(context, asked, &plan, unposted)?;
    for code in codes {
        let mut share = Amount::ZERO;
        for (planned, whole) in plan.iter().zip(&whole) {
            let mut only = whole.clone();
            only.balances.retain(|(account, _)| account == code);
            only.party_balances.retain(|(account, _, _)| account == code);
            only.movements.retain(|(account, _)| account == code);
            only.opening_balances.retain(|(account, _)| account == code);
            only.adjustments.retain(|(_, account, _)| account == code);
            if let Some(mapping) = &mapping {
                mapping.apply(context, &mut only);
            }
            let statement = evaluate(layout, &[only], context.currency()).map_err(Refusal::bug)?;
            let value = value_of(&statement, row, planned.base.name()).unwrap_or_default();
            let is_taken = column == DIFFERENCE && planned.is_then;
            share = if is_taken { share.minus(value)? } else { share.plus(value)? };
        }
        shares.insert(code.clone(), share);
    }
    Ok(shares)
}

fn value_of(statement: &Statement, row: &str, column: &str) -> Option<Amount> {
    let place = statement.columns.iter().position(|one| one.key == column)?;
    let row = statement.rows.iter().find(|one| one.key == row || one.row == row)?;
    row.values.get(place).copied()
}

/// The cash lines of cash-flow items.
fn behind_cash(
    context: &Context<'_>,
    items: &BTreeSet<String>,
    days: Span,
    limit: u32,
    came: &Came<'_>,
) -> Result<Behind, Refusal> {
    let unposted = came.since;
    let mut answer = Behind { accounts: Vec::new(), entries: Vec::new(), more: false };
    let mut sums = unposted.cash(context, days.from, days.to)?;
    if came.is_difference {
        for (item, amount) in figures::cash(context.connection, days.from, days.to)? {
            let sum = sums.entry(item).or_default();
            *sum = amount.minus(*sum)?;
        }
    }
    let known = crate::cash_flow_items::of(context.facts.standard.name);
    for row in known.filter(|row| items.contains(&row.code)) {
        let Some(amount) = sums.get(&row.code) else { continue };
        answer.accounts.push(BehindAccount {
            code: row.code.clone(),
            name_zh: row.name_zh.clone(),
            name_en: row.name_en.clone(),
            amount: context.text(*amount),
        });
        let lines = figures::cash_lines(context.connection, &row.code, days.from, days.to, limit)?;
        answer.more |= lines.len() == limit as usize;
        let lines = lines.into_iter().filter(|(_, line)| came.shows(line.entry));
        answer
            .entries
            .extend(lines.map(|(account, line)| ledger_row(context, line, &account, None)));
        for (draft, entry, line) in unposted.lines(days.from, days.to) {
            let account = context.facts.chart.get(line.account).filter(|account| account.is_cash);
            if line.cash_flow_item.as_ref() == Some(&row.code)
                && let Some(account) = account
            {
                answer.entries.push(show_draft(context, draft, entry, line, &account.code)?);
            }
        }
    }
    answer.entries.sort_by_key(|entry| entry.date);
    answer.entries.truncate(limit as usize);
    Ok(answer)
}

/// A line of a ledger as it crosses the door.
pub(crate) fn ledger_row(
    context: &Context<'_>,
    line: LedgerRow,
    account: &str,
    balance: Option<Amount>,
) -> LedgerRowView {
    let side = |amount: Amount| if amount.is_zero() { String::new() } else { context.text(amount) };
    LedgerRowView {
        uid: line.entry,
        number: line.number,
        is_draft: false,
        date: line.date,
        memo: line.memo,
        account: account.to_owned(),
        party: line.party,
        debit: side(line.debit),
        credit: side(line.credit),
        balance: balance.map(|balance| context.text(balance)),
    }
}

fn show_draft(
    context: &Context<'_>,
    draft: &Draft,
    entry: &Entry,
    line: &Line,
    account: &str,
) -> Result<LedgerRowView, Refusal> {
    let party = line.party.map(|id| parties::get(context.connection, id)).transpose()?;
    let row = LedgerRow {
        entry: draft.uid,
        number: draft.number.to_string(),
        date: draft.date,
        memo: line.memo.clone().unwrap_or_else(|| entry.memo.clone()),
        party: party.map(|party| party.name),
        debit: line.debit,
        credit: line.credit,
    };
    Ok(LedgerRowView { is_draft: true, ..ledger_row(context, row, account, None) })
}

/// The component of equity that a column shows.
fn component(
    context: &Context<'_>,
    asked: &GetStatement,
    span: Span,
    column: &str,
) -> Result<Option<Component>, Refusal> {
    if asked.name == TRIAL_BALANCE {
        return Ok(None);
    }
    let plan = columns::plan(context, asked, span)?.columns;
    Ok(plan.into_iter().find(|one| one.key == column).and_then(|one| one.component))
}

/// The days whose lines make a column's figure.
fn column_days(
    context: &Context<'_>,
    asked: &GetStatement,
    span: Span,
    column: &str,
) -> Result<Span, Refusal> {
    if asked.name == TRIAL_BALANCE {
        return Ok(span);
    }
    let plan = columns::plan(context, asked, span)?.columns;
    Ok(plan.iter().find(|one| one.key == column).map_or(span, |one| one.days))
}

/// What a row is made of, with what the rows it sums are made of.
struct MadeOf {
    accounts: BTreeSet<String>,
    items: BTreeSet<String>,
}

fn sources(statement: &Statement, key: &str) -> Result<MadeOf, Refusal> {
    let mut made_of = MadeOf { accounts: BTreeSet::new(), items: BTreeSet::new() };
    let first = statement
        .rows
        .iter()
        .find(|row| !key.is_empty() && (row.key == key || row.row == key))
        .ok_or_else(|| Refusal::new(Code::UnknownRow).with("row", key))?;
    if statement.name == TRIAL_BALANCE {
        made_of.accounts.insert(first.row.clone());
        return Ok(made_of);
    }
    let mut pending = vec![first];
    let mut seen = BTreeSet::new();
    while let Some(row) = pending.pop() {
        if !seen.insert(&row.key) {
            continue;
        }
        let Sources { accounts, items, rows } = &row.sources;
        made_of.accounts.extend(accounts.iter().cloned());
        made_of.items.extend(items.iter().cloned());
        pending.extend(statement.rows.iter().filter(|other| rows.contains(&other.row)));
    }
    Ok(made_of)
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
        rows.push(ledger_row(context, line, &request.account, running));
    }
    Ok(AccountLedger {
        account: request.account.clone(),
        opening: context.text(opening),
        rows,
        closing: context.text(of(span.to)?),
        next: page.next,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use rust_decimal::Decimal;
    use serde_json::{Value, json};

    use crate::demo::opened::{moment, opened};

    fn decimal(value: &Value) -> Decimal {
        value.as_str().unwrap().parse().unwrap()
    }

    #[test]
    fn what_stands_behind_a_figure_adds_up_to_it() {
        let (_folder, door) = opened("2026-03-20");
        let now = moment("2026-03-20", 0);
        let mut seen = 0;
        for name in ["balance-sheet", "income-statement", "cash-flow"] {
            let about = json!({"ask": "get_statement", "name": name, "period": "2026-02"});
            let statement = door.ask(about, &now).unwrap();
            let columns = statement.get("columns").unwrap().as_array().unwrap();
            for row in statement.get("rows").unwrap().as_array().unwrap() {
                let key = row.get("key").unwrap().as_str().unwrap();
                // Opening and closing cash are balances at a moment, not made of the span's items.
                let values = row.get("values").unwrap().as_array().unwrap();
                if key.is_empty() || ["cash-opening", "cash-closing"].contains(&key) {
                    continue;
                }
                for (column, value) in columns.iter().zip(values) {
                    let column = column.get("key").unwrap();
                    let behind = door
                        .ask(
                            json!({"ask": "behind_figure", "name": name, "row": key,
                                   "column": column, "period": "2026-02"}),
                            &now,
                        )
                        .unwrap();
                    let accounts = behind.get("accounts").unwrap().as_array().unwrap();
                    let sum: Decimal =
                        accounts.iter().map(|one| decimal(one.get("amount").unwrap())).sum();
                    // The cash-flow form shows payments as positive; their items are cash going out.
                    let (sum, value) = match name {
                        "cash-flow" => (sum.abs(), decimal(value).abs()),
                        _ => (sum, decimal(value)),
                    };
                    assert_eq!(sum, value, "{name} {key} {column}");
                    seen += usize::from(!value.is_zero());
                }
            }
        }
        assert!(seen > 40, "{seen}");
    }
}
