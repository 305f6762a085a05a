//! Accounts of a book.

use kontor_ledger::account::{Account, AccountId, Activity, Chart, Class, KeptCurrency, Side};
use rusqlite::{Connection, Row};

use crate::error::{Result, StoreError};
use crate::search::{self, Noun};
use crate::write::Writing;

/// An account as the chart shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// What the rules know of it.
    pub account: Account,
    /// The code of the account above.
    pub parent: Option<String>,
    /// How deep it stands, from 1.
    pub level: i64,
    /// The Chinese name.
    pub name_zh: String,
    /// The English name.
    pub name_en: String,
    /// The activity of its lines where they do not say.
    pub activity: Option<Activity>,
    /// The row of the indirect cash flow it belongs to.
    pub indirect: Option<String>,
    /// What its lines are told apart by, as the chart says.
    pub auxiliary: String,
    /// Whether its lines name an item and how much of it.
    pub keeps_quantity: bool,
}

/// The whole chart for the rules.
///
/// # Errors
/// When the table cannot be read.
pub fn chart(connection: &Connection) -> Result<Chart> {
    Ok(Chart::new(list(connection)?.into_iter().map(|row| row.account)))
}

/// All accounts in order of their codes.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection) -> Result<Vec<AccountRow>> {
    let mut statement = connection.prepare_cached(include_str!("accounts/list.sql"))?;
    let mut rows = statement.query([])?;
    let mut accounts = Vec::new();
    while let Some(row) = rows.next()? {
        accounts.push(read(row)?);
    }
    Ok(accounts)
}

fn read(row: &Row<'_>) -> Result<AccountRow> {
    let (class, side): (String, String) = (row.get("class")?, row.get("normal_side")?);
    let activity: Option<String> = row.get("activity")?;
    let currency: String = row.get("currency")?;
    Ok(AccountRow {
        account: Account {
            id: AccountId(row.get("id")?),
            code: row.get("code")?,
            class: Class::from_word(&class).ok_or(StoreError::Unreadable { what: "class" })?,
            normal_side: Side::from_word(&side).ok_or(StoreError::Unreadable { what: "side" })?,
            is_cash: row.get("is_cash")?,
            is_active: row.get("is_active")?,
            needs_party: row.get("needs_party")?,
            cash_in_item: row.get("cash_in_item")?,
            cash_out_item: row.get("cash_out_item")?,
            activity: activity.as_deref().and_then(Activity::from_code),
            indirect: row.get("indirect")?,
            currency: KeptCurrency::from_word(&currency)
                .ok_or(StoreError::Unreadable { what: "currency" })?,
            is_monetary: row.get("is_monetary")?,
        },
        parent: row.get("parent")?,
        level: row.get("level")?,
        name_zh: row.get("name_zh")?,
        name_en: row.get("name_en")?,
        activity: activity.as_deref().and_then(Activity::from_code),
        indirect: row.get("indirect")?,
        auxiliary: row.get("auxiliary")?,
        keeps_quantity: row.get("keeps_quantity")?,
    })
}

/// Adds an account; its id is given by the file.
///
/// # Errors
/// When the code is taken or the file cannot be written.
pub fn insert(writing: &Writing<'_>, new: &AccountRow) -> Result<AccountId> {
    writing.connection().prepare_cached(include_str!("accounts/insert.sql"))?.execute(
        rusqlite::params![
            new.account.code,
            new.parent,
            new.level,
            new.name_zh,
            new.name_en,
            new.account.class.word(),
            new.account.normal_side.word(),
            new.account.is_cash,
            new.account.needs_party,
            new.activity.map(Activity::code),
            new.indirect,
            new.account.cash_in_item,
            new.account.cash_out_item,
            new.auxiliary,
            new.keeps_quantity,
            new.account.currency.word(),
            new.account.is_monetary,
            new.account.is_active,
        ],
    )?;
    let id = writing.connection().last_insert_rowid();
    let texts = [new.account.code.as_str(), &new.name_zh, &new.name_en];
    search::keep(writing.connection(), Noun::Account, id, &texts)?;
    Ok(AccountId(id))
}

/// What of an account may be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountChange {
    /// The Chinese name.
    pub name_zh: String,
    /// The English name.
    pub name_en: String,
    /// Whether it is in use.
    pub is_active: bool,
    /// The currencies its lines may be in.
    pub currency: KeptCurrency,
    /// Whether what stands on it in another currency is revalued.
    pub is_monetary: bool,
}

/// Changes an account.
///
/// # Errors
/// When the file cannot be written.
pub fn update(writing: &Writing<'_>, id: AccountId, change: &AccountChange) -> Result<()> {
    let connection = writing.connection();
    let code: String = connection.prepare_cached(include_str!("accounts/update.sql"))?.query_row(
        (
            id.0,
            &change.name_zh,
            &change.name_en,
            change.is_active,
            change.currency.word(),
            change.is_monetary,
        ),
        |row| row.get(0),
    )?;
    search::forget(connection, Noun::Account, id.0)?;
    let texts = [code.as_str(), &change.name_zh, &change.name_en];
    search::keep(connection, Noun::Account, id.0, &texts)
}

/// Whether an account has a posted line that it could not take were it to keep only this currency.
///
/// # Errors
/// When the table cannot be read.
pub fn has_other_currency(
    connection: &Connection,
    id: AccountId,
    currency: KeptCurrency,
) -> Result<bool> {
    if currency == KeptCurrency::All {
        return Ok(false);
    }
    Ok(connection
        .prepare_cached(include_str!("accounts/other_currency.sql"))?
        .query_row((id.0, currency.word()), |row| row.get(0))?)
}

/// Whether anything names an account: a line, a paper, a card, a draft or a template.
///
/// # Errors
/// When the tables cannot be read.
pub fn is_used(connection: &Connection, account: &Account) -> Result<bool> {
    Ok(connection
        .prepare_cached(include_str!("accounts/is_used.sql"))?
        .query_row((account.id.0, &account.code), |row| row.get(0))?)
}

/// Removes an account that nothing names.
///
/// # Errors
/// When something names it or the file cannot be written.
pub fn delete(writing: &Writing<'_>, id: AccountId) -> Result<()> {
    let connection = writing.connection();
    connection.prepare_cached("DELETE FROM account WHERE id = ?1")?.execute([id.0])?;
    search::forget(connection, Noun::Account, id.0)
}
