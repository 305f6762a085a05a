//! Exports: accounts, parties, items and entries as CSV in the form the import reads, and the whole book as a journal.

mod journal;

use kontor_exchange::{
    AccountClass, AccountRow, EntryKind, EntryLine, EntryRow, ItemKind, ItemRow, PartyKind,
    PartyRow, Sheet, SheetWriter, Side,
};
use kontor_ledger::account::{self as rules, Class};
use kontor_ledger::entry::EntryKind as LedgerKind;
use kontor_reports::Lang;
use kontor_reports::words::Words;
use kontor_store::entries::{self, EntryRow as Stored, Filter};
use kontor_store::{accounts, items, parties};
use serde_json::json;

use crate::context::{Context, Now};
use crate::door::Door;
use crate::errors::{Code, Refusal};

/// What may be exported.
pub const KINDS: [&str; 6] = ["accounts", "parties", "items", "entries", "hledger", "attachments"];

/// How many rows are read at a time.
const PAGE: u32 = 500;

/// Exports a kind of thing as CSV, or as a journal, and notes it in the access log.
///
/// # Errors
/// When it may not be exported, or there is no such kind.
pub fn export(door: &Door, kind: &str, now: &Now) -> Result<Vec<u8>, Refusal> {
    door.allow("export", now)?;
    let context = door.context(now)?;
    let bytes = match kind {
        "accounts" => write(&context, &account_rows(&context)?)?,
        "parties" => write(&context, &party_rows(&context)?)?,
        "items" => write(&context, &item_rows(&context)?)?,
        "entries" => write_entries(&context)?,
        "hledger" => journal::write(&context)?,
        _ => {
            let known = KINDS.join(", ");
            return Err(Refusal::new(Code::ImportKindUnknown)
                .with("kind", kind)
                .with("known", known));
        }
    };
    door.note(now, "export", &json!({ "kind": kind }))?;
    Ok(bytes)
}

/// How the file of an export ends.
pub(crate) fn extension(kind: &str) -> &'static str {
    if kind == "hledger" { "journal" } else { "csv" }
}

/// The name an export is offered under.
pub(crate) fn file_name(door: &Door, kind: &str, lang: Lang, now: &Now) -> Result<String, Refusal> {
    let title = Words::new(if lang == Lang::Both { Lang::Zh } else { lang })
        .say(&format!("export-{kind}"), &[]);
    let context = door.context(now)?;
    Ok(format!("{title} {} {}", context.facts.company.name, now.today))
}

fn write<T: Sheet>(context: &Context<'_>, rows: &[T]) -> Result<Vec<u8>, Refusal> {
    let mut writer = SheetWriter::new(Vec::new(), context.currency()).map_err(Refusal::bug)?;
    for row in rows {
        writer.write(row).map_err(Refusal::bug)?;
    }
    writer.finish().map_err(Refusal::bug)
}

fn account_rows(context: &Context<'_>) -> Result<Vec<AccountRow>, Refusal> {
    Ok(accounts::list(context.connection)?
        .into_iter()
        .map(|row| AccountRow {
            code: row.account.code,
            parent: row.parent,
            level: u32::try_from(row.level).ok(),
            name_zh: row.name_zh,
            name_en: row.name_en,
            class: match row.account.class {
                Class::Asset => AccountClass::Asset,
                Class::Liability => AccountClass::Liability,
                Class::Equity => AccountClass::Equity,
                Class::Cost => AccountClass::Cost,
                Class::ProfitLoss => AccountClass::ProfitLoss,
            },
            normal_balance: match row.account.normal_side {
                rules::Side::Debit => Side::Debit,
                rules::Side::Credit => Side::Credit,
            },
            is_cash: row.account.is_cash,
            cash_in_default: row.account.cash_in_item,
            cash_out_default: row.account.cash_out_item,
            activity: row.activity.map(activity),
            indirect: row.indirect,
            auxiliary: row.auxiliary,
            balance_sheet_row: String::new(),
            income_statement_row: String::new(),
            has_quantity: row.keeps_quantity,
            foreign_currency: row.account.currency,
            is_monetary: Some(row.account.is_monetary),
            applies_to: String::new(),
            source: String::new(),
            note: String::new(),
        })
        .collect())
}

const fn activity(activity: rules::Activity) -> kontor_exchange::Activity {
    match activity {
        rules::Activity::Operating => kontor_exchange::Activity::Operating,
        rules::Activity::Investing => kontor_exchange::Activity::Investing,
        rules::Activity::Financing => kontor_exchange::Activity::Financing,
    }
}

fn party_rows(context: &Context<'_>) -> Result<Vec<PartyRow>, Refusal> {
    let mut rows = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page =
            parties::list(context.connection, None, Default::default(), after.as_deref(), PAGE)?;
        after = page.last().map(|party| party.code.clone());
        let is_last = page.len() < PAGE as usize;
        rows.extend(page.into_iter().map(|party| {
            PartyRow {
                kinds: [
                    (party.kinds.customer, PartyKind::Customer),
                    (party.kinds.supplier, PartyKind::Supplier),
                    (party.kinds.employee, PartyKind::Employee),
                ]
                .into_iter()
                .filter_map(|(is, kind)| is.then_some(kind))
                .collect(),
                code: party.code,
                name: party.name,
                tax_number: party.tax_number.unwrap_or_default(),
                phone: party.phone.unwrap_or_default(),
                address: party.address.unwrap_or_default(),
                email: String::new(),
                terms_days: party.terms_days.and_then(|days| u32::try_from(days).ok()),
                credit_limit: None,
                note: String::new(),
            }
        }));
        if is_last {
            return Ok(rows);
        }
    }
}

fn item_rows(context: &Context<'_>) -> Result<Vec<ItemRow>, Refusal> {
    let standard = context.facts.standard.name;
    let mut rows = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = items::list(context.connection, Default::default(), after.as_deref(), PAGE)?;
        after = page.last().map(|item| item.code.clone());
        let is_last = page.len() < PAGE as usize;
        rows.extend(page.into_iter().map(|item| {
            ItemRow {
                kind: Some(if item.kind == "service" {
                    ItemKind::Service
                } else {
                    ItemKind::Goods
                }),
                code: item.code,
                name: item.name,
                unit: item.unit.unwrap_or_default(),
                price: item.unit_price,
                tax_rate: item
                    .rate_code
                    .and_then(|code| crate::rates::find(standard, &code))
                    .map(|rate| rate.rate),
                note: String::new(),
            }
        }));
        if is_last {
            return Ok(rows);
        }
    }
}

fn write_entries(context: &Context<'_>) -> Result<Vec<u8>, Refusal> {
    let mut writer = SheetWriter::new(Vec::new(), context.currency()).map_err(Refusal::bug)?;
    each_entry(context, |entry| {
        for row in entry_lines(context, entry)? {
            writer.write(&row).map_err(Refusal::bug)?;
        }
        Ok(())
    })?;
    writer.finish().map_err(Refusal::bug)
}

/// Every posted entry, as they were posted.
fn each_entry(
    context: &Context<'_>,
    mut take: impl FnMut(&Stored) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut filter = Filter { is_descending: false, ..Filter::default() };
    loop {
        let page = entries::list(context.connection, filter, PAGE)?;
        filter.after = page.last().map(|row| row.id);
        for entry in &page {
            take(entry)?;
        }
        if page.len() < PAGE as usize {
            return Ok(());
        }
    }
}

fn entry_lines(context: &Context<'_>, entry: &Stored) -> Result<Vec<EntryRow>, Refusal> {
    let mut rows = Vec::new();
    for row in entries::get_lines(context.connection, entry.id)? {
        let line = row.line;
        let is_cash = context.facts.chart.get(line.account).is_some_and(|account| account.is_cash);
        let party = line.party.map(|id| parties::get(context.connection, id)).transpose()?;
        let item = line.item.map(|id| items::get(context.connection, id)).transpose()?;
        rows.push(EntryRow {
            date: entry.date,
            // Numbers begin anew in each period, so the period is part of the name of an entry in a file.
            entry: format!("{}-{}", entry.period, entry.number_text()),
            word: entry.word.clone(),
            kind: match entry.kind {
                LedgerKind::Opening => EntryKind::Opening,
                LedgerKind::Normal => EntryKind::Normal,
                LedgerKind::Closing => EntryKind::Closing,
            },
            line: EntryLine {
                memo: line.memo.unwrap_or_else(|| entry.memo.clone()),
                account: crate::plan::account_code(&context.facts.chart, line.account),
                party: party.map(|party| party.code),
                item: item.map(|item| item.code),
                quantity: line.quantity,
                debit: line.debit,
                credit: line.credit,
                foreign: line.foreign.map(|foreign| kontor_exchange::Foreign {
                    currency: foreign.currency,
                    amount: foreign.amount,
                }),
                cash_flow_item: line.cash_flow_item,
                // That of cash follows from its item.
                activity: line.activity.filter(|_| !is_cash).map(activity),
            },
        });
    }
    Ok(rows)
}
