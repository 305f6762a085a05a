//! The book as a journal in plain text, for hledger and its relatives.

use std::collections::HashMap;

use kontor_exchange::journal::{JournalEntry, JournalLine, JournalType, JournalWriter};
use kontor_ledger::account::{AccountId, Class, Side};
use kontor_ledger::entry::EntryKind;
use kontor_ledger::party::PartyId;
use kontor_reports::Lang;
use kontor_store::accounts::{self, AccountRow};
use kontor_store::{entries, head, parties};

use super::each_entry;
use crate::context::Context;
use crate::errors::Refusal;

/// Writes the whole book: accounts, then the entries as they were posted.
pub(super) fn write(context: &Context<'_>) -> Result<Vec<u8>, Refusal> {
    let chart = accounts::list(context.connection)?;
    let paths = paths(&chart, context.facts.standard.language);
    let company = &context.facts.company;
    let head = vec![
        company.name.clone(),
        company.standard.clone(),
        format!("operation {}", head(context.connection)?.number),
    ];
    let mut writer =
        JournalWriter::new(Vec::new(), context.currency(), &head).map_err(Refusal::bug)?;
    for row in &chart {
        let path = paths.get(&row.account.id).map_or(&[][..], Vec::as_slice);
        writer.account(path, kind(row)).map_err(Refusal::bug)?;
    }
    let mut codes: HashMap<PartyId, String> = HashMap::new();
    each_entry(context, |entry| {
        let code = format!("{}-{}", entry.period, entry.number_text());
        let stored = entries::get_lines(context.connection, entry.id)?;
        let mut lines = Vec::with_capacity(stored.len());
        for row in &stored {
            let line = &row.line;
            let mut tags = Vec::new();
            if let Some(id) = line.party {
                let code = match codes.get(&id) {
                    Some(code) => code.clone(),
                    None => parties::get(context.connection, id)?.code,
                };
                codes.insert(id, code.clone());
                tags.push(("party", code));
            }
            if let Some(item) = &line.cash_flow_item {
                tags.push(("cash_flow_item", item.clone()));
            }
            lines.push(JournalLine {
                account: paths.get(&line.account).map_or(&[][..], Vec::as_slice),
                amount: line.debit.minus(line.credit)?,
                foreign: line.foreign.as_ref().map(|foreign| {
                    // A foreign amount stands for the line: of a credit it is what went out.
                    let amount = if line.credit.is_zero() {
                        Ok(foreign.amount)
                    } else {
                        foreign.amount.negated()
                    };
                    (foreign.currency, amount.unwrap_or_default())
                }),
                memo: line.memo.as_deref().unwrap_or_default(),
                tags,
            });
        }
        let mut tags = Vec::new();
        match entry.kind {
            EntryKind::Normal => {}
            EntryKind::Opening => tags.push(("kind", "opening".to_owned())),
            EntryKind::Closing => tags.push(("kind", "closing".to_owned())),
        }
        let head = JournalEntry { date: entry.date, code: &code, memo: &entry.memo, tags };
        writer.entry(&head, &lines).map_err(Refusal::bug)
    })?;
    writer.finish().map_err(Refusal::bug)
}

/// Each account's code and name, and of those above it, from the top of the chart down.
fn paths(chart: &[AccountRow], lang: Lang) -> HashMap<AccountId, Vec<String>> {
    let by_code: HashMap<&str, &AccountRow> =
        chart.iter().map(|row| (row.account.code.as_str(), row)).collect();
    let name = |row: &AccountRow| {
        let name = if lang == Lang::En { &row.name_en } else { &row.name_zh };
        format!("{} {name}", row.account.code)
    };
    chart
        .iter()
        .map(|row| {
            let above = std::iter::successors(Some(row), |row| {
                row.parent.as_deref().and_then(|code| by_code.get(code)).copied()
            });
            let mut path: Vec<String> = above.take(usize::from(u8::MAX)).map(name).collect();
            path.reverse();
            (row.account.id, path)
        })
        .collect()
}

fn kind(row: &AccountRow) -> JournalType {
    match (row.account.class, row.account.normal_side) {
        _ if row.account.is_cash => JournalType::Cash,
        (Class::Asset | Class::Cost, _) => JournalType::Asset,
        (Class::Liability, _) => JournalType::Liability,
        (Class::Equity, _) => JournalType::Equity,
        (Class::ProfitLoss, Side::Credit) => JournalType::Revenue,
        (Class::ProfitLoss, Side::Debit) => JournalType::Expense,
    }
}
