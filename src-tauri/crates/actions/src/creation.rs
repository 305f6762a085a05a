//! A new book: its file, its first person, its company, chart and periods, as one first operation.

use std::path::Path;

use kontor_ledger::money::Currency;
use kontor_ledger::period::PeriodKey;
use kontor_ledger::permission::Role;
use kontor_store::company::Company;
use kontor_store::{Book, NewBook, Stamp, accounts, company, periods, persons};
use kontor_vault::{PersonKeys, RecoverySheet, Secret};
use serde_json::json;
use uuid::Uuid;

use crate::charts;
use crate::company::{check_industry, check_vat_kind, first_period, first_periods};
use crate::context::Now;
use crate::door::Door;
use crate::errors::{Code, Refusal};
use crate::people::check_password;
use crate::standards::Standard;

/// What a new book is made from.
#[derive(Clone, Debug)]
pub struct NewCompany {
    /// The accounting standard.
    pub standard: String,
    /// The currency's code.
    pub currency: String,
    /// The first period: `2026-01`.
    pub first_period: String,
    /// The company's name.
    pub company: String,
    /// small-scale or general; the standard's usual kind when nothing is said.
    pub vat_kind: Option<String>,
    /// What it does: trade, retail, workshop, services or other.
    pub industry: Option<String>,
    /// Whether balances from before the first period will follow; the first close waits for them then.
    pub expects_opening: bool,
    /// The owner's name.
    pub person: String,
}

/// Makes a book. On failure no file is left behind.
///
/// # Errors
/// When something asked for does not exist, the password is too short, or the place is taken.
pub fn create(
    path: &Path,
    new: &NewCompany,
    password: &Secret,
    now: &Now,
) -> Result<(Door, RecoverySheet), Refusal> {
    let standard = Standard::find(&new.standard).ok_or_else(|| {
        let known = Standard::names().collect::<Vec<_>>().join(", ");
        Refusal::new(Code::StandardUnknown)
            .with("standard", &new.standard)
            .with("known", known)
            .with("field", "standard")
    })?;
    let currency = Currency::from_code(&new.currency).ok_or_else(|| {
        Refusal::new(Code::CurrencyUnknown)
            .with("currency", &new.currency)
            .with("field", "currency")
    })?;
    let first = first_period(&new.first_period)?;
    let (name, person) = (new.company.trim(), new.person.trim());
    if name.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "company"));
    }
    if person.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "person"));
    }
    let vat_kind = new.vat_kind.clone().unwrap_or_else(|| standard.usual_vat_kind.to_owned());
    check_vat_kind(&vat_kind)?;
    check_industry(new.industry.as_deref())?;
    check_password(password)?;

    let uids = new_uids(now.uid);
    let made = NewBook { uid: uids.0, person_uid: uids.1, person, password };
    let company = Company {
        uid: uids.0,
        name: name.to_owned(),
        standard: standard.name.to_owned(),
        currency,
        vat_kind,
        tax_number: None,
        address: None,
        industry: new.industry.clone(),
        expects_opening: new.expects_opening,
    };
    let fill = |book: &mut Book| fill(book, &company, standard, first, person, now);
    let (book, sheet) = Book::create(path, &made, fill)?;
    Ok((Door::new(book)?, sheet))
}

/// Unique ids of the book and of its first person, made from the request's.
fn new_uids(request: Uuid) -> (Uuid, Uuid) {
    let nth = |n: u8| {
        let mut bytes = *request.as_bytes();
        if let Some(last) = bytes.last_mut() {
            *last = last.wrapping_add(n);
        }
        Uuid::from_bytes(bytes)
    };
    (nth(1), nth(2))
}

fn fill(
    book: &mut Book,
    company: &Company,
    standard: &Standard,
    first: PeriodKey,
    person: &str,
    now: &Now,
) -> Result<(), Refusal> {
    let action = json!({
        "do": "create_book",
        "company": company.name,
        "standard": company.standard,
        "currency": company.currency.code(),
        "first_period": first.to_string(),
        "vat_kind": company.vat_kind,
        "industry": company.industry,
        "expects_opening": company.expects_opening,
        "person": person,
    })
    .to_string();
    let keys: PersonKeys = book.file().own_keys();
    let stamp = Stamp { uid: now.uid, at: &now.at, action: &action };
    book.write(&stamp, |writing| -> Result<(), Refusal> {
        persons::insert(writing, person, Role::Owner, &keys)?;
        company::insert(writing, company)?;
        periods::insert(writing, &first_periods(first))?;
        for account in charts::of(standard) {
            accounts::insert(writing, &account)?;
        }
        Ok(())
    })?;
    Ok(())
}
