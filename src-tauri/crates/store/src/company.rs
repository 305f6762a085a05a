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
}

/// The company of a book.
///
/// # Errors
/// When the table cannot be read.
pub fn get(connection: &Connection) -> Result<Company> {
    let (uid, name, standard, currency, vat_kind, tax_number) = connection
        .prepare_cached(
            "SELECT uid, company, standard, currency, vat_kind, tax_number FROM book WHERE id = 1",
        )?
        .query_row([], |row| {
            let currency: String = row.get(3)?;
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, currency, row.get(4)?, row.get(5)?))
        })?;
    let currency =
        Currency::from_code(&currency).ok_or(StoreError::Unreadable { what: "currency" })?;
    Ok(Company { uid: Uuid::from_bytes(uid), name, standard, currency, vat_kind, tax_number })
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
    ))?;
    Ok(())
}

/// Changes the facts that may change: name, kind of taxpayer, tax number.
///
/// # Errors
/// When the file cannot be written.
pub fn update(writing: &Writing<'_>, company: &Company) -> Result<()> {
    writing
        .connection()
        .prepare_cached(
            "UPDATE book SET company = ?1, vat_kind = ?2, tax_number = ?3 WHERE id = 1",
        )?
        .execute((&company.name, &company.vat_kind, &company.tax_number))?;
    Ok(())
}
