//! One search for everything: names, codes, pinyin initials, numbers, amounts. Each part is bounded, and shows only
//! what the person may read elsewhere.

mod typed;

use chrono::NaiveDate;
use kontor_ledger::money::Amount;
use kontor_ledger::paper::PaperKind;
use kontor_ledger::party::PartyId;
use kontor_store::papers::{self, Filter, PaperRow};
use kontor_store::search::{self, Noun, Wanted, initials};
use kontor_store::{accounts, entries, items, parties};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::items::ItemRow;
use crate::parties::PartyRow;
use typed::Typed;

/// How many of each sort are shown when nothing is said, and at most.
const SHOWN: u32 = 6;
const MOST_SHOWN: u32 = 50;

/// So many parties that fit give their papers too.
const PARTIES_WITH_PAPERS: usize = 3;

/// A number is looked for in so many years, the latest first.
const YEARS: usize = 20;

/// Nobody types more; what is pasted is cut here.
const LONGEST_QUERY: usize = 100;

/// Looks for a text in everything.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct Search {
    /// A name or a part of it, pinyin initials, a code, a number, an amount.
    pub query: String,
    /// How many of each sort.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// An account that was found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AccountHit {
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
}

/// A paper that was found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaperHit {
    pub uid: Uuid,
    /// sale or receipt
    pub kind: &'static str,
    pub number: String,
    pub date: NaiveDate,
    /// The name it was issued to.
    pub party: Option<String>,
    pub gross: String,
    pub is_reversed: bool,
    /// The entry it made; nothing for those who meet no entries.
    pub entry: Option<Uuid>,
}

/// An entry that was found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct EntryHit {
    pub uid: Uuid,
    pub number: String,
    pub period: String,
    pub date: NaiveDate,
    pub memo: String,
    pub total: String,
}

/// What was found, by sort; what the person may not read is empty.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct Findings {
    pub parties: Vec<PartyRow>,
    pub items: Vec<ItemRow>,
    pub accounts: Vec<AccountHit>,
    /// By number, and those of the parties that were found.
    pub papers: Vec<PaperHit>,
    /// By number.
    pub entries: Vec<EntryHit>,
    /// The amount that the text is; nothing when it is none.
    pub amount: Option<String>,
    /// Papers that come to the amount.
    pub amount_papers: Vec<PaperHit>,
    /// Entries whose total is the amount.
    pub amount_entries: Vec<EntryHit>,
}

pub(crate) fn answer(context: &Context<'_>, request: &Search) -> Result<Findings, Refusal> {
    let text: String = request.query.trim().chars().take(LONGEST_QUERY).collect();
    let limit = request.limit.unwrap_or(SHOWN).clamp(1, MOST_SHOWN);
    let mut findings = Findings::default();
    if text.is_empty() {
        return Ok(findings);
    }
    let connection = context.connection;
    let wanted = Wanted { text: &text, kind: None, after: None, limit };
    let number = Typed::read(&text);
    let mut found_parties = Vec::new();
    if may(context, "list_parties") {
        (found_parties, _) = parties::search(connection, &wanted)?;
    }
    if may(context, "list_items") {
        let (found, _) = items::search(connection, &wanted)?;
        findings.items = found.into_iter().map(crate::items::row).collect();
    }
    if may(context, "list_accounts") {
        findings.accounts = find_accounts(context, &wanted)?;
    }
    if let Some(number) = &number {
        numbered_papers(context, number, limit, &mut findings.papers)?;
        if may(context, "get_entry") && number.may_be_entry() {
            findings.entries = numbered_entries(context, number, limit)?;
        }
    }
    for party in found_parties.iter().take(PARTIES_WITH_PAPERS) {
        papers_of(context, party.id, limit, &mut findings.papers)?;
    }
    findings.papers.truncate(limit as usize);
    for party in found_parties {
        findings.parties.push(crate::parties::row(context, party)?);
    }
    if let Some(amount) = typed::amount(&text, context.currency()) {
        findings.amount = Some(context.text(amount));
        findings.amount_papers = amount_papers(context, amount, limit)?;
        if may(context, "get_entry") {
            let found = entries::by_amount(connection, amount, limit)?;
            findings.amount_entries =
                found.into_iter().map(|row| entry_hit(context, row)).collect();
        }
    }
    Ok(findings)
}

/// Whether the person may do what a row of the register names.
fn may(context: &Context<'_>, name: &str) -> bool {
    crate::register::find(name).is_some_and(|row| row.allows(context.actor.role))
}

const fn list_name(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Sale => "list_sales",
        PaperKind::Receipt => "list_receipts",
    }
}

fn find_accounts(context: &Context<'_>, wanted: &Wanted<'_>) -> Result<Vec<AccountHit>, Refusal> {
    let ids = search::find(context.connection, Noun::Account, wanted)?.ids;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = accounts::list(context.connection)?;
    let hit = |id: i64| {
        let row = rows.iter().find(|row| row.account.id.0 == id)?;
        Some(AccountHit {
            code: row.account.code.clone(),
            name_zh: row.name_zh.clone(),
            name_en: row.name_en.clone(),
        })
    };
    Ok(ids.into_iter().filter_map(hit).collect())
}

/// The fiscal years of the book, the latest first.
fn years(context: &Context<'_>) -> Vec<i32> {
    let mut years: Vec<i32> = context.facts.periods.iter().map(|period| period.key.year).collect();
    years.dedup();
    years.reverse();
    years.truncate(YEARS);
    years
}

fn numbered_papers(
    context: &Context<'_>,
    number: &Typed,
    limit: u32,
    hits: &mut Vec<PaperHit>,
) -> Result<(), Refusal> {
    for year in years(context) {
        if number.year.is_some_and(|asked| asked != year) {
            continue;
        }
        for kind in number.kinds() {
            if hits.len() >= limit as usize {
                return Ok(());
            }
            if let Some(paper) = papers::by_number(context.connection, kind, year, number.number)? {
                hits.extend(paper_hit(context, paper)?);
            }
        }
    }
    Ok(())
}

fn numbered_entries(
    context: &Context<'_>,
    typed: &Typed,
    limit: u32,
) -> Result<Vec<EntryHit>, Refusal> {
    let number = entries::Number {
        word: typed.word.clone(),
        year: typed.year,
        period: typed.month,
        number: typed.number,
    };
    let found = entries::by_number(context.connection, &number, limit)?;
    Ok(found.into_iter().map(|row| entry_hit(context, row)).collect())
}

/// Papers that come to an amount, the latest first.
fn amount_papers(
    context: &Context<'_>,
    amount: Amount,
    limit: u32,
) -> Result<Vec<PaperHit>, Refusal> {
    let mut found = Vec::new();
    for kind in [PaperKind::Sale, PaperKind::Receipt] {
        found.extend(papers::by_gross(
            context.connection,
            kind,
            amount,
            context.only_own(),
            limit,
        )?);
    }
    found.sort_by_key(|paper| std::cmp::Reverse(paper.id));
    let mut hits = Vec::new();
    for paper in found.into_iter().take(limit as usize) {
        hits.extend(paper_hit(context, paper)?);
    }
    Ok(hits)
}

fn papers_of(
    context: &Context<'_>,
    party: PartyId,
    limit: u32,
    hits: &mut Vec<PaperHit>,
) -> Result<(), Refusal> {
    for kind in [PaperKind::Sale, PaperKind::Receipt] {
        if !may(context, list_name(kind)) {
            continue;
        }
        let filter =
            Filter { party: Some(party), prepared_by: context.only_own(), ..Filter::default() };
        for paper in papers::list(context.connection, kind, filter, limit)? {
            if hits.iter().all(|hit| hit.uid != paper.uid) {
                hits.extend(paper_hit(context, paper)?);
            }
        }
    }
    Ok(())
}

/// A paper, unless it is of a kind or of a person that the asker may not see.
fn paper_hit(context: &Context<'_>, paper: PaperRow) -> Result<Option<PaperHit>, Refusal> {
    let is_own = context.only_own().is_none_or(|own| own == paper.prepared_by);
    if !is_own || !may(context, list_name(paper.kind)) {
        return Ok(None);
    }
    let entry = match may(context, "get_entry") {
        true => papers::entry_of(context.connection, paper.id)?.map(|(_, uid)| uid),
        false => None,
    };
    Ok(Some(PaperHit {
        uid: paper.uid,
        kind: paper.kind.word(),
        number: paper.number,
        date: paper.date,
        party: paper.party_name,
        gross: context.text(paper.total.gross),
        is_reversed: paper.is_reversed,
        entry,
    }))
}

fn entry_hit(context: &Context<'_>, row: entries::EntryRow) -> EntryHit {
    EntryHit {
        uid: row.uid,
        number: row.number_text(),
        period: row.period.to_string(),
        date: row.date,
        memo: row.memo,
        total: context.text(row.total),
    }
}

/// The pinyin initials of texts that are not of the book: names of pages and actions in the window.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListInitials {
    /// The texts, at most a thousand.
    pub texts: Vec<String>,
}

/// The initials of texts.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct InitialsList {
    /// For each text its initials, letter by letter: `y xh` for 银行; empty when it has no hanzi.
    pub rows: Vec<String>,
}

/// More texts are no list of names.
const MOST_TEXTS: usize = 1000;

pub(crate) fn list_initials(
    _: &Context<'_>,
    request: &ListInitials,
) -> Result<InitialsList, Refusal> {
    if request.texts.len() > MOST_TEXTS {
        return Err(Refusal::new(Code::Malformed).with("what", "texts"));
    }
    let cut = |text: &String| text.chars().take(LONGEST_QUERY).collect::<String>();
    Ok(InitialsList { rows: request.texts.iter().map(|text| initials(&cut(text))).collect() })
}
