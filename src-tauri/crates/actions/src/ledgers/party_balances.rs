//! Balances by party 辅助余额表: of each account kept by party, what each began with, moved and came to, and their sum
//! against the account.

use kontor_ledger::balance::Turnover;
use kontor_ledger::money::Amount;
use kontor_reports::{Check, ColumnKind, Content, RowKind};
use kontor_store::books::{self, Part};

use super::GetLedger;
use super::rows::{BookRow, LedgerPlace, Page, column, grouped, split, unless_zero, word};
use super::sections::{asked, label};
use crate::context::Context;
use crate::errors::Refusal;
use crate::statements::Span;

pub(super) fn page(
    context: &Context<'_>,
    request: &GetLedger,
    span: Span,
) -> Result<Page, Refusal> {
    let mut rows = Vec::new();
    let mut checks = Vec::new();
    let connection = context.connection;
    for account in asked(context, request)? {
        let mut of_account = Vec::new();
        let (mut opened, mut moved) = (Amount::ZERO, Turnover::default());
        for party in books::parties(connection, account.account.id)? {
            let part = Part { account: account.account.id, party: Some(party.id) };
            let (opening, turnover) = books::moved(connection, part, (span.from, span.to))?;
            let is_bare = turnover.debit.is_zero() && turnover.credit.is_zero();
            if opening.is_zero() && is_bare {
                continue;
            }
            opened = opened.plus(opening)?;
            moved = moved.plus(turnover)?;
            let code = account.account.code.clone();
            let mut contents =
                vec![Content::Text(party.code.clone()), Content::Text(party.name.clone())];
            contents.extend(figures(opening, turnover)?.map(unless_zero));
            let opens = LedgerPlace::Party(code, party.code);
            of_account.push(BookRow::new(RowKind::Item, contents).opening(opens));
        }
        let part = Part { account: account.account.id, party: None };
        let (opening, turnover) = books::moved(connection, part, (span.from, span.to))?;
        if of_account.is_empty() && opening.is_zero() && turnover == Turnover::default() {
            continue;
        }
        let mut heading = vec![Content::Empty; 8];
        if let Some(cell) = heading.get_mut(1) {
            *cell = Content::Label(label(&account), 0);
        }
        let opens = LedgerPlace::Account(account.account.code.clone());
        rows.push(BookRow::new(RowKind::Heading, heading).opening(opens));
        rows.append(&mut of_account);
        let mut total = vec![Content::Empty, word("report-total")];
        total.extend(figures(opened, moved)?.map(Content::Amount));
        rows.push(BookRow::new(RowKind::Total, total));
        let left = opened.plus(moved.net_debit()?)?;
        let right = opening.plus(turnover.net_debit()?)?;
        let name = "parties-equal-account".to_owned();
        checks.push(Check { name, column: None, holds: left == right, left, right });
    }
    let columns = vec![
        column("ledger-party-code", ColumnKind::Code),
        column("ledger-party", ColumnKind::Label),
        grouped("trial-balance-opening", "trial-balance-debit"),
        grouped("trial-balance-opening", "trial-balance-credit"),
        grouped("trial-balance-turnover", "trial-balance-debit"),
        grouped("trial-balance-turnover", "trial-balance-credit"),
        grouped("trial-balance-closing", "trial-balance-debit"),
        grouped("trial-balance-closing", "trial-balance-credit"),
    ];
    Ok(Page { columns, label: 1, rows, next: None, checks })
}

fn figures(opening: Amount, turnover: Turnover) -> Result<[Amount; 6], Refusal> {
    let [opening_debit, opening_credit] = split(opening)?;
    let [closing_debit, closing_credit] = split(opening.plus(turnover.net_debit()?)?)?;
    Ok([
        opening_debit,
        opening_credit,
        turnover.debit,
        turnover.credit,
        closing_debit,
        closing_credit,
    ])
}
