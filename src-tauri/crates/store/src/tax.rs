//! Tax: what a company is to the tax office from which period on, and the tax rows of papers and of entries' lines.

mod rows;

pub use rows::{
    Days, NewTaxRow, TaxRow, TaxSum, UntaxedLine, export_pending, insert, invoice, rows, sums,
    untaxed,
};

use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use rusqlite::Connection;
use rust_decimal::Decimal;

use crate::error::{Result, StoreError};
use crate::write::Writing;
use crate::{period_id, period_key};

/// What a company is to the tax office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxProfile {
    /// The first period it holds for.
    pub from: PeriodKey,
    /// Where it is: `city`, `county` or `other`.
    pub place: String,
    /// How often it files VAT: `monthly` or `quarterly`.
    pub filing: String,
    /// Whether it exports: `none`, `trader` or `producer`.
    pub exporter: String,
    /// How many people work for it, on average.
    pub staff: u32,
    /// Its assets, on average.
    pub assets: Amount,
    /// The rate of VAT on what it exports.
    pub export_rate: Option<Decimal>,
    /// The rate at which that is refunded.
    pub refund_rate: Option<Decimal>,
    /// The rate of income tax, where the program brings none.
    pub income_rate: Option<Decimal>,
}

/// Every profile, the one decided last at the end.
///
/// # Errors
/// When the table cannot be read.
pub fn profiles(connection: &Connection) -> Result<Vec<TaxProfile>> {
    let mut statement = connection.prepare_cached(include_str!("tax/profiles.sql"))?;
    let mut rows = statement.query([])?;
    let mut profiles = Vec::new();
    while let Some(row) = rows.next()? {
        let rate = |text: Option<String>| -> Result<Option<Decimal>> {
            text.map(|text| decimal(&text)).transpose()
        };
        profiles.push(TaxProfile {
            from: period_key(row.get("period")?)?,
            place: row.get("place")?,
            filing: row.get("filing")?,
            exporter: row.get("exporter")?,
            staff: row.get("staff")?,
            assets: Amount::from_minor(row.get("assets")?),
            export_rate: rate(row.get("export_rate")?)?,
            refund_rate: rate(row.get("refund_rate")?)?,
            income_rate: rate(row.get("income_rate")?)?,
        });
    }
    Ok(profiles)
}

fn decimal(text: &str) -> Result<Decimal> {
    Decimal::from_str_exact(text).map_err(|_| StoreError::Unreadable { what: "tax rate" })
}

/// Decides a profile.
///
/// # Errors
/// When the file cannot be written.
pub fn insert_profile(writing: &Writing<'_>, profile: &TaxProfile) -> Result<()> {
    let text = |rate: Option<Decimal>| rate.map(|rate| rate.to_string());
    writing.connection().prepare_cached(include_str!("tax/insert_profile.sql"))?.execute((
        writing.operation(),
        period_id(profile.from),
        &profile.place,
        &profile.filing,
        &profile.exporter,
        profile.staff,
        profile.assets.minor(),
        text(profile.export_rate),
        text(profile.refund_rate),
        text(profile.income_rate),
    ))?;
    Ok(())
}
