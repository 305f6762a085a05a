//! Posted entries: written once, numbered without gaps, never changed.

pub(crate) mod activities;
mod habits;
mod look_up;
mod numbers;
mod read;
mod since;
mod tags;

pub use activities::{Gap, gaps};
pub use habits::{memos, recorded_since};
pub use look_up::{Number, by_amount, by_number};
pub use numbers::{
    DiscardedDraft, ReversedEntry, WordNumbers, discarded_in, missing_numbers, numbers, reversed_in,
};
pub use read::{
    EntryRow, Filter, LineRow, Order, find, get_lines, id_of, list, number_text, of_operation,
};
pub use since::{Changed, since};
pub use tags::{NumberedEntry, UnassignedCash, retag, unassigned_cash};

use kontor_ledger::account::{AccountId, Chart};
use kontor_ledger::balance::Turnover;
use kontor_ledger::entry::{Entry, EntryKind, Line};
use kontor_ledger::money::Amount;
use kontor_ledger::paper::PaperId;
use kontor_ledger::party::PartyId;
use kontor_ledger::period::PeriodKey;
use uuid::Uuid;

use crate::error::Result;
use crate::write::Writing;
use crate::{kind_id, period_id};

/// An entry that has passed the rules and is to be posted.
#[derive(Clone, Debug)]
pub struct Posting<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The period that holds it.
    pub period: PeriodKey,
    /// The unique id of the draft it was, which stays its own.
    pub uid: Option<Uuid>,
    /// Who prepared it, where that is not who posts it.
    pub prepared_by: Option<i64>,
    /// The cashier who signed it.
    pub signed_by: Option<i64>,
    /// Who reviewed it, where a person did.
    pub reviewed_by: Option<i64>,
    /// The authorised rule that made it and so reviewed it (财会〔2024〕12号 art. 21(1)).
    pub rule: Option<i64>,
    /// The paper that made it.
    pub paper: Option<PaperId>,
    /// The entry it takes back.
    pub reversal_of: Option<i64>,
}

/// A posted entry's names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// The number within word and period.
    pub number: i64,
}

/// Whether the book has an opening entry.
///
/// # Errors
/// When the table cannot be read.
pub fn has_opening(connection: &rusqlite::Connection) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM account_balance WHERE kind = 0)")?
        .query_row([], |row| row.get(0))?)
}

/// What an account, or a party on it, began with.
pub type Beginning = ((AccountId, Option<PartyId>), Turnover);

/// What accounts, and parties on them, began with: the sums of all opening entries.
///
/// # Errors
/// When the table cannot be read.
pub fn opening(connection: &rusqlite::Connection, first: PeriodKey) -> Result<Vec<Beginning>> {
    let mut statement = connection.prepare_cached(include_str!("entries/opening.sql"))?;
    let rows = statement.query_map([period_id(first)], |row| {
        let party: Option<i64> = row.get(1)?;
        let turnover = Turnover {
            debit: Amount::from_minor(row.get(2)?),
            credit: Amount::from_minor(row.get(3)?),
        };
        Ok(((AccountId(row.get(0)?), party.map(PartyId)), turnover))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Posts an entry: draws the next number of its word and period, writes its lines and tags, moves the balances.
///
/// # Errors
/// When the file cannot be written or a sum does not fit.
pub fn post(writing: &mut Writing<'_>, posting: &Posting<'_>, chart: &Chart) -> Result<Posted> {
    let entry = posting.entry;
    let uid = posting.uid.unwrap_or_else(|| writing.next_uid());
    let number = writing.draw_number(posting.period, &entry.word)?;
    let connection = writing.connection();
    let total = Amount::sum(entry.lines.iter().map(|line| line.debit))?;
    connection.prepare_cached(include_str!("entries/insert.sql"))?.execute(rusqlite::params![
        uid.as_bytes(),
        writing.operation(),
        period_id(posting.period),
        Writing::day(entry.date),
        entry.word,
        number,
        kind_id(entry.kind),
        entry.memo,
        total.minor(),
        posting.prepared_by.unwrap_or_else(|| writing.person()),
        posting.signed_by,
        posting.reviewed_by,
        posting.rule,
        posting.paper.map(|paper| paper.0),
        posting.reversal_of,
    ])?;
    let id = connection.last_insert_rowid();
    for (no, line) in (1_i64..).zip(&entry.lines) {
        insert_line(writing, (id, no), entry, line, chart)?;
    }
    let gap = writing.moves(entry, posting.period, chart)?;
    activities::keep_gap(writing.connection(), id, Writing::day(entry.date), gap)?;
    Ok(Posted { id, uid, number })
}

fn insert_line(
    writing: &Writing<'_>,
    (entry_id, no): (i64, i64),
    entry: &Entry,
    line: &Line,
    chart: &Chart,
) -> Result<()> {
    let connection = writing.connection();
    connection.prepare_cached(include_str!("entries/insert_line.sql"))?.execute(
        rusqlite::params![
            entry_id,
            no,
            line.account.0,
            Writing::day(entry.date),
            line.debit.minor(),
            line.credit.minor(),
            line.party.map(|party| party.0),
            line.item.map(|item| item.0),
            line.quantity.map(|quantity| quantity.millionths()),
            line.foreign.as_ref().map(|foreign| foreign.currency.code().to_owned()),
            line.foreign.as_ref().map(|foreign| foreign.amount.minor()),
            line.foreign.as_ref().map(|foreign| foreign.rate.to_string()),
            line.memo.as_ref().filter(|memo| **memo != entry.memo),
        ],
    )?;
    let is_tagged = line.cash_flow_item.is_some() || line.activity.is_some();
    let of_item = line.cash_flow_item.as_deref().and_then(|item| chart.item_activity(item));
    if is_tagged && entry.kind != EntryKind::Opening {
        connection.prepare_cached(include_str!("entries/insert_tag.sql"))?.execute((
            entry_id,
            no,
            writing.operation(),
            &line.cash_flow_item,
            line.activity.or(of_item).map(|activity| activity.code()),
        ))?;
    }
    Ok(())
}
