//! The company a book belongs to: name, standard, currency, kind of VAT taxpayer.

use kontor_ledger::money::Currency;
use rusqlite::Connection;
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::write::Writing;

/// The facts of the company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// The book's unique id.
    pub uid: Uuid,
    /// The company's name.
    pub name: String,
    /// The accounting standard: `cn-small` ...
    pub standard: String,
    /// The currency of the book.
    pub currency: Currency,
    /// `small-scale` or `general`.
    pub vat_kind: String,
    /// The tax number 统一社会信用代码.
    pub tax_number: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// What it does: `trade`, `retail`, `workshop`, `services` or `other`.
    pub industry: Option<String>,
    /// Whether balances from before the first period were announced.
    pub expects_opening: bool,
}

/// The company of a book.
///
/// # Errors
/// When the table cannot be read.
pub fn get(connection: &Connection) -> Result<Company> {
    let mut statement = connection.prepare_cached(include_str!("company/get.sql"))?;
    let company = statement.query_row([], |row| {
        let currency: String = row.get("currency")?;
        Ok(Company {
            uid: Uuid::from_bytes(row.get("uid")?),
            name: row.get("company")?,
            standard: row.get("standard")?,
            currency: Currency::from_code(&currency).ok_or(rusqlite::Error::InvalidQuery)?,
            vat_kind: row.get("vat_kind")?,
            tax_number: row.get("tax_number")?,
            address: row.get("address")?,
            industry: row.get("industry")?,
            expects_opening: row.get("expects_opening")?,
        })
    });
    company.map_err(|error| match error {
        rusqlite::Error::InvalidQuery => StoreError::Unreadable { what: "currency" },
        other => other.into(),
    })
}

/// Writes the company of a new book.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &Writing<'_>, company: &Company) -> Result<()> {
    writing.connection().prepare_cached(include_str!("company/insert.sql"))?.execute((
        company.uid.as_bytes(),
        &company.name,
        &company.standard,
        company.currency.code(),
        &company.vat_kind,
        &company.tax_number,
        &company.address,
        &company.industry,
        company.expects_opening,
    ))?;
    Ok(())
}

/// Changes the facts of the company; which of them may change when is for the rules to say.
///
/// # Errors
/// When the file cannot be written.
pub fn update(writing: &Writing<'_>, company: &Company) -> Result<()> {
    writing.connection().prepare_cached(include_str!("company/update.sql"))?.execute((
        &company.name,
        company.currency.code(),
        &company.vat_kind,
        &company.tax_number,
        &company.address,
        &company.industry,
        company.expects_opening,
    ))?;
    Ok(())
}

/// Whether the book holds any amount yet: an entry, a draft of one, or something brought in.
///
/// # Errors
/// When the tables cannot be read.
pub fn has_amounts(connection: &Connection) -> Result<bool> {
    Ok(connection
        .prepare_cached(include_str!("company/has_amounts.sql"))?
        .query_row([], |row| row.get(0))?)
}
