//! Papers 单据: sales and receipts as they were issued, and what is still open on them.

mod look_up;
mod open;
mod read;

pub use look_up::{by_gross, by_number};
pub use open::{OpenRow, allocate, open_items, release};
pub use read::{
    Filter, Order, PaperLineRow, PaperRow, SettlementRow, entry_of, find, get, lines, list,
    payments, settlements,
};

use chrono::NaiveDate;
use kontor_ledger::account::AccountId;
use kontor_ledger::entry::ItemId;
use kontor_ledger::money::{Amount, Quantity};
use kontor_ledger::paper::{PaperId, PaperKind};
use kontor_ledger::party::PartyId;
use kontor_ledger::sale::TaxedAmount;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::error::Result;
use crate::write::Writing;
use crate::{day, payment_habits, period_id};
use kontor_ledger::period::PeriodKey;

/// A line of a new paper.
#[derive(Clone, Debug)]
pub struct NewLine {
    /// The item, where it is one of the book's.
    pub item: Option<ItemId>,
    /// What is printed.
    pub description: String,
    /// How many.
    pub quantity: Quantity,
    /// The price of one.
    pub unit_price: Decimal,
    /// Whether the price includes tax.
    pub tax_included: bool,
    /// The code of the tax rate.
    pub rate_code: String,
    /// The tax rate as a fraction.
    pub rate: Decimal,
    /// What the line comes to.
    pub amounts: TaxedAmount,
}

/// A paper about to be issued.
#[derive(Clone, Debug)]
pub struct NewPaper {
    /// The kind.
    pub kind: PaperKind,
    /// The document date.
    pub date: NaiveDate,
    /// The period its tax belongs to.
    pub tax_period: PeriodKey,
    /// The fiscal year whose numbers it continues.
    pub year: i32,
    /// The party, with name and tax number as they are now: an issued paper keeps them.
    pub party: Option<(PartyId, String, Option<String>)>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// What it comes to.
    pub total: TaxedAmount,
    /// What is still owed on it; nothing on receipts.
    pub owed: Amount,
    /// What it is about.
    pub memo: String,
    /// The kind and number of the tax invoice, where it was written with one.
    pub invoice: (Option<String>, Option<String>),
    /// Its lines.
    pub lines: Vec<NewLine>,
    /// What was paid, and to which account.
    pub payments: Vec<(AccountId, Amount)>,
}

/// The number of a paper as it is printed.
pub(crate) fn number_text(kind: &str, year: i32, number: u32) -> String {
    PaperKind::from_word(kind).map_or_else(String::new, |kind| kind.number(year, number))
}

/// Issues a paper: draws the next number of its kind and year and keeps it as it is.
///
/// # Errors
/// When the file cannot be written.
pub fn issue(writing: &mut Writing<'_>, new: &NewPaper) -> Result<(PaperId, Uuid, String)> {
    let uid = writing.next_uid();
    let connection = writing.connection();
    let number: u32 = connection
        .prepare_cached(include_str!("papers/next_number.sql"))?
        .query_row((new.kind.word(), new.year), |row| row.get(0))?;
    connection.prepare_cached(include_str!("papers/insert.sql"))?.execute(rusqlite::params![
        uid.as_bytes(),
        writing.operation(),
        new.kind.word(),
        new.year,
        number,
        day(new.date),
        new.party.as_ref().map(|(id, _, _)| id.0),
        new.party.as_ref().map(|(_, name, _)| name),
        new.party.as_ref().and_then(|(_, _, tax_number)| tax_number.as_ref()),
        new.due.map(day),
        new.total.net.minor(),
        new.total.tax.minor(),
        new.total.gross.minor(),
        new.memo,
        writing.person(),
    ])?;
    let id = PaperId(connection.last_insert_rowid());
    for (no, line) in (1_i64..).zip(&new.lines) {
        insert_line(writing, id, no, line, new)?;
    }
    for (no, (account, amount)) in (1_i64..).zip(&new.payments) {
        connection
            .prepare_cached(
                "INSERT INTO paper_payment (paper, no, account, amount) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((id.0, no, account.0, amount.minor()))?;
    }
    if let Some((party, _, _)) = &new.party {
        open::set(connection, id, *party, day(new.due.unwrap_or(new.date)), new.owed)?;
        payment_habits::keep(connection, *party)?;
    }
    Ok((id, uid, new.kind.number(new.year, number)))
}

fn insert_line(
    writing: &Writing<'_>,
    paper: PaperId,
    no: i64,
    line: &NewLine,
    new: &NewPaper,
) -> Result<()> {
    let connection = writing.connection();
    connection.prepare_cached(include_str!("papers/insert_line.sql"))?.execute(
        rusqlite::params![
            paper.0,
            no,
            line.item.map(|item| item.0),
            line.description,
            line.quantity.millionths(),
            line.unit_price.to_string(),
            line.tax_included,
            line.amounts.net.minor(),
            line.amounts.tax.minor(),
            line.amounts.gross.minor(),
        ],
    )?;
    connection.prepare_cached(include_str!("papers/insert_tax_row.sql"))?.execute((
        paper.0,
        no,
        line.amounts.net.minor(),
        &line.rate_code,
        line.rate.to_string(),
        line.amounts.tax.minor(),
        period_id(new.tax_period),
        &new.invoice.0,
        &new.invoice.1,
    ))?;
    Ok(())
}

/// Notes that a paper was taken back.
///
/// # Errors
/// When it was taken back before, or the file cannot be written.
pub fn reverse(writing: &Writing<'_>, paper: PaperId, date: NaiveDate, reason: &str) -> Result<()> {
    let connection = writing.connection();
    connection
        .prepare_cached(
            "INSERT INTO paper_reversal (paper, operation, date, reason) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((paper.0, writing.operation(), day(date), reason))?;
    connection.prepare_cached("DELETE FROM open_item WHERE paper = ?1")?.execute([paper.0])?;
    let party: Option<i64> = connection
        .prepare_cached("SELECT party FROM paper WHERE id = ?1")?
        .query_row([paper.0], |row| row.get(0))?;
    party.map_or(Ok(()), |party| payment_habits::keep(connection, PartyId(party)))
}
