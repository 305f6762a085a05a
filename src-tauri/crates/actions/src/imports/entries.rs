//! Importing entries: each goes through the rules of posting as if a person had typed it.

use std::collections::HashMap;

use kontor_exchange::text::SourceFile;
use kontor_exchange::{Activity, Entries, Entry as FileEntry, EntryKind as FileKind, EntryLine};
use kontor_ledger::account::{AccountId, Activity as LedgerActivity};
use kontor_ledger::cash_flow;
use kontor_ledger::entry::{self, Entry, EntryKind, EntryRefusal, Foreign, ItemId, Line};
use kontor_ledger::exchange::rate_between;
use kontor_ledger::lock::{Area, AreaLocked};
use kontor_ledger::money::Amount;
use kontor_ledger::party::{PartyId, PartyKinds};
use kontor_ledger::period::PeriodRefusal;
use kontor_store::accounts;
use kontor_store::entries::{Posting, post};
use kontor_store::items::{self, NewItem};
use kontor_store::parties::{self, NewParty};

use super::{Import, ImportRefused, sheet_refused};
use crate::cash_flow_items;
use crate::entry_policies::{needs_second_person, proposed_word};
use crate::errors::ledger::from_entry;
use crate::errors::{Code, Refusal};

/// Parties and items by code, as the file names them.
#[derive(Default)]
pub(super) struct Names {
    parties: HashMap<String, Option<PartyId>>,
    items: HashMap<String, Option<ItemId>>,
}

impl Names {
    /// The party of a code; a fault where the book has none and none may be added.
    pub(super) fn party(
        &mut self,
        import: &mut Import<'_, '_>,
        row: u64,
        code: Option<&str>,
    ) -> Result<Option<PartyId>, ImportRefused> {
        let Some(code) = code else { return Ok(None) };
        let id = match self.parties.get(code) {
            Some(id) => *id,
            None => {
                let mut id = parties::find_by_code(import.writing.connection(), code)?;
                if id.is_none() && import.options.create_parties {
                    let new = new_party(import, code)?;
                    id = Some(parties::insert(import.writing, &new)?.0);
                }
                self.parties.insert(code.to_owned(), id);
                id
            }
        };
        if id.is_none() {
            import.fault(row, Some("party"), Refusal::new(Code::UnknownParty).with("party", code));
        }
        Ok(id)
    }

    /// The item of a code; a fault where the book has none and none may be added.
    pub(super) fn item(
        &mut self,
        import: &mut Import<'_, '_>,
        row: u64,
        code: Option<&str>,
    ) -> Result<Option<ItemId>, ImportRefused> {
        let Some(code) = code else { return Ok(None) };
        let id = match self.items.get(code) {
            Some(id) => *id,
            None => {
                let mut id = items::find_by_code(import.writing.connection(), code)?;
                if id.is_none() && import.options.create_parties {
                    let name = import.new_items.get(code).map_or(code, String::as_str);
                    let new = NewItem {
                        code: code.to_owned(),
                        name: name.to_owned(),
                        kind: "goods".to_owned(),
                        ..NewItem::default()
                    };
                    id = Some(items::insert(import.writing, &new)?.0);
                }
                self.items.insert(code.to_owned(), id);
                id
            }
        };
        if id.is_none() {
            import.fault(row, Some("item"), Refusal::new(Code::UnknownItem).with("item", code));
        }
        Ok(id)
    }
}

/// A party the book does not have: as the file describes it, else customer and supplier under its code.
fn new_party(import: &Import<'_, '_>, code: &str) -> Result<NewParty, ImportRefused> {
    let told = import.new_parties.get(code);
    let kinds = match told.and_then(|party| party.kind) {
        Some("customer") => PartyKinds { customer: true, supplier: false, employee: false },
        Some("supplier") => PartyKinds { customer: false, supplier: true, employee: false },
        Some("employee") => PartyKinds { customer: false, supplier: false, employee: true },
        _ => PartyKinds { customer: true, supplier: true, employee: false },
    };
    let letter = match (kinds.customer, kinds.supplier) {
        (true, _) => 'C',
        (_, true) => 'S',
        _ => 'E',
    };
    let name = told.map_or(code, |party| party.name.as_str()).to_owned();
    let code = match told {
        Some(party) if party.code.is_empty() => {
            parties::next_code(import.writing.connection(), letter)?
        }
        _ => code.to_owned(),
    };
    Ok(NewParty { code, name, kinds, ..NewParty::default() })
}

pub(super) fn entries(
    import: &mut Import<'_, '_>,
    source: SourceFile,
) -> Result<u64, ImportRefused> {
    let currency = import.facts.company.currency;
    let entries = Entries::from_source(source, currency).map_err(sheet_refused)?;
    let activities: HashMap<AccountId, Option<LedgerActivity>> =
        accounts::list(import.writing.connection())?
            .into_iter()
            .map(|row| (row.account.id, row.activity))
            .collect();
    let mut names = Names::default();
    let mut count = 0;
    for entry in entries {
        let (row, entry) = match entry {
            Ok(entry) => entry,
            Err(fault) => {
                import.form_fault(fault);
                continue;
            }
        };
        count += 1;
        import.told(count)?;
        let rows: Vec<u64> = entry.lines.iter().map(|(row, _)| *row).collect();
        let Some(entry) = to_entry(import, &mut names, &activities, entry)? else { continue };
        match entry::check(&entry, &import.facts.chart, &import.facts.periods) {
            // An import posts at once, so it goes where one person may.
            Ok(period)
                if entry.kind != EntryKind::Opening
                    && needs_second_person(import.facts, period) =>
            {
                let refusal = Refusal::new(Code::ImportNeedsReview).with("period", period);
                import.fault(row, Some("date"), refusal);
            }
            Ok(period)
                if entry.kind != EntryKind::Opening
                    && import.facts.locks.has(period, Area::Entries) =>
            {
                let refusal = AreaLocked { period, area: Area::Entries };
                import.fault(row, Some("date"), refusal.into());
            }
            Ok(period) if import.is_clean() => {
                let posting = Posting {
                    entry: &entry,
                    period,
                    uid: None,
                    prepared_by: None,
                    signed_by: None,
                    reviewed_by: None,
                    rule: None,
                    paper: None,
                    reversal_of: None,
                };
                post(import.writing, &posting, &import.facts.chart)?;
            }
            Ok(_) => {}
            Err(refusal) => {
                let (row, column) = place(&refusal, row, &rows);
                import.fault(row, column, from_entry(refusal, currency));
            }
        }
    }
    Ok(count)
}

/// The row and column a refusal is about.
fn place(refusal: &EntryRefusal, first: u64, rows: &[u64]) -> (u64, Option<&'static str>) {
    let of = |line: usize| rows.get(line.saturating_sub(1)).copied().unwrap_or(first);
    match refusal {
        EntryRefusal::NoAmount { line } | EntryRefusal::BothSides { line } => {
            (of(*line), Some("debit"))
        }
        EntryRefusal::UnknownAccount { line } | EntryRefusal::InactiveAccount { line, .. } => {
            (of(*line), Some("account"))
        }
        EntryRefusal::PartyMissing { line, .. } => (of(*line), Some("party")),
        EntryRefusal::NotCash { line, .. } => (of(*line), Some("cash_flow_item")),
        EntryRefusal::CurrencyNotKept { line, .. } => (of(*line), Some("currency")),
        EntryRefusal::Period(PeriodRefusal::OutOfRange { .. } | PeriodRefusal::Closed { .. }) => {
            (first, Some("date"))
        }
        _ => (first, None),
    }
}

fn to_entry(
    import: &mut Import<'_, '_>,
    names: &mut Names,
    activities: &HashMap<AccountId, Option<LedgerActivity>>,
    entry: FileEntry,
) -> Result<Option<Entry>, ImportRefused> {
    let kind = match entry.kind {
        FileKind::Normal => EntryKind::Normal,
        FileKind::Opening => EntryKind::Opening,
        FileKind::Closing => EntryKind::Closing,
    };
    let mut lines = Vec::with_capacity(entry.lines.len());
    let mut memo = String::new();
    let mut is_whole = true;
    for (row, line) in entry.lines {
        if memo.is_empty() {
            memo.clone_from(&line.memo);
        }
        match to_line(import, names, activities, row, line)? {
            Some(line) => lines.push(line),
            None => is_whole = false,
        }
    }
    if !is_whole {
        return Ok(None);
    }
    if kind == EntryKind::Normal {
        cash_flow::propose(&mut lines, &import.facts.chart);
    }
    let word = match (entry.word, kind) {
        (_, EntryKind::Opening) => import.facts.standard.opening_word.to_owned(),
        (word, _) if word.is_empty() => proposed_word(import.facts, entry.date, &lines),
        (word, _) => word,
    };
    Ok(Some(Entry { date: entry.date, word, kind, memo, lines }))
}

fn to_line(
    import: &mut Import<'_, '_>,
    names: &mut Names,
    activities: &HashMap<AccountId, Option<LedgerActivity>>,
    row: u64,
    line: EntryLine,
) -> Result<Option<Line>, ImportRefused> {
    let party = names.party(import, row, line.party.as_deref())?;
    let item = names.item(import, row, line.item.as_deref())?;
    if let Some(code) = &line.cash_flow_item {
        let mut known = cash_flow_items::of(import.facts.standard.name);
        if !known.any(|item| item.code == *code) {
            let refusal = Refusal::new(Code::UnknownCashFlowItem).with("item", code);
            import.fault(row, Some("cash_flow_item"), refusal);
        }
    }
    let Some(account) = import.facts.chart.find(&line.account) else {
        let refusal = Refusal::new(Code::UnknownAccount).with("account", &line.account);
        import.fault(row, Some("account"), refusal);
        return Ok(None);
    };
    let activity = match line.activity {
        Some(Activity::Operating) => Some(LedgerActivity::Operating),
        Some(Activity::Investing) => Some(LedgerActivity::Investing),
        Some(Activity::Financing) => Some(LedgerActivity::Financing),
        // Transfers and exchange differences follow from the cash-flow item.
        _ => None,
    };
    let own = activities.get(&account.id).copied().flatten();
    let base = if line.debit.is_zero() { line.credit } else { line.debit };
    Ok(Some(Line {
        account: account.id,
        debit: line.debit,
        credit: line.credit,
        party,
        item,
        quantity: line.quantity,
        memo: Some(line.memo).filter(|memo| !memo.is_empty()),
        cash_flow_item: line.cash_flow_item,
        // Only what differs from the account's own activity is worth a tag.
        activity: activity.filter(|activity| !account.is_cash && Some(*activity) != own),
        foreign: line.foreign.map(|foreign| to_foreign(import, base, foreign)),
    }))
}

/// A foreign amount as the file gives it, at the rate the two amounts say.
pub(super) fn to_foreign(
    import: &Import<'_, '_>,
    amount: Amount,
    foreign: kontor_exchange::Foreign,
) -> Foreign {
    let own = import.facts.company.currency;
    let rate = rate_between(amount, own, foreign.amount, foreign.currency);
    Foreign { rate: rate.unwrap_or_default(), currency: foreign.currency, amount: foreign.amount }
}
