//! The sample company: a small shop with about a year of business, made through the same door as a person would.
//!
//! The same every time for the same last day: what happens is drawn from a fixed sequence, the moments from the days.

mod month;

use std::path::Path;

use chrono::{Datelike, Months, NaiveDate};
use kontor_vault::Secret;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::context::Now;
use crate::creation::{NewCompany, create};
use crate::door::{Done, Door};
use crate::errors::Refusal;

/// The sample company's file.
#[derive(Debug, Deserialize)]
struct Shop {
    company: String,
    owner: String,
    capital: String,
    customers: Vec<SampleParty>,
    suppliers: Vec<SampleParty>,
    items: Vec<SampleItem>,
    rent: Decimal,
    wages: Decimal,
    utilities: Decimal,
    bank_charges: Decimal,
    fittings: String,
    depreciation: Decimal,
}

#[derive(Debug, Deserialize)]
struct SampleParty {
    code: String,
    name: String,
    phone: String,
    terms_days: u32,
}

#[derive(Debug, Deserialize)]
struct SampleItem {
    code: String,
    name: String,
    kind: String,
    unit: String,
    price: Decimal,
    cost: Decimal,
}

/// The company while its year is being lived.
struct Life {
    door: Door,
    shop: Shop,
    customers: Vec<Uuid>,
    suppliers: Vec<Uuid>,
    items: Vec<Uuid>,
    rate: String,
    /// What was sold since the last cost entry, at cost.
    cost_of_sales: Decimal,
    /// Whether the shelves are still empty.
    is_new: bool,
    drawn: u64,
    performed: u64,
}

/// Makes the sample company's book, with business up to a day.
///
/// # Errors
/// When the place is taken or cannot be written.
pub fn make(path: &Path, until: NaiveDate, password: &Secret) -> Result<(), Refusal> {
    let shop: Shop = toml::from_str(include_str!("../../../../assets/sample/shop.toml"))
        .map_err(Refusal::bug)?;
    let first = until
        .checked_sub_months(Months::new(11))
        .and_then(|day| day.with_day(1))
        .ok_or_else(|| Refusal::bug("day out of range"))?;
    let new = NewCompany {
        standard: "cn-small".to_owned(),
        currency: "CNY".to_owned(),
        first_period: first.format("%Y-%m").to_string(),
        company: shop.company.clone(),
        vat_kind: Some("small-scale".to_owned()),
        person: shop.owner.clone(),
    };
    let (door, _) = create(path, &new, password, &moment(first, 0))?;
    let mut life = Life {
        door,
        shop,
        customers: Vec::new(),
        suppliers: Vec::new(),
        items: Vec::new(),
        rate: String::new(),
        cost_of_sales: Decimal::ZERO,
        is_new: true,
        drawn: 20_260_101,
        performed: 10,
    };
    life.found(first)?;
    let mut month = first;
    while month <= until {
        life.month(month, until)?;
        month = month
            .checked_add_months(Months::new(1))
            .ok_or_else(|| Refusal::bug("day out of range"))?;
    }
    life.door.book().checkpoint()?;
    Ok(())
}

/// The moment of the n-th thing that happens, on a day.
fn moment(day: NaiveDate, n: u64) -> Now {
    let (hour, minute, second) = (9 + n / 3600 % 8, n / 60 % 60, n % 60);
    let mut bytes = [0_u8; 16];
    for (byte, part) in bytes.iter_mut().zip(n.to_be_bytes().into_iter().chain([0x5a; 8])) {
        *byte = part;
    }
    let days = u32::try_from(day.num_days_from_ce()).unwrap_or_default();
    for (byte, part) in bytes.iter_mut().skip(8).zip(days.to_be_bytes()) {
        *byte = part;
    }
    Now {
        at: format!("{day}T{hour:02}:{minute:02}:{second:02}Z"),
        today: day,
        uid: uuid::Builder::from_bytes(bytes).with_version(uuid::Version::Custom).into_uuid(),
    }
}

impl Life {
    /// The next number of the fixed sequence, below a bound.
    fn draw(&mut self, below: u64) -> u64 {
        // A linear congruential sequence: even enough for a sample, and the same on every machine.
        self.drawn = self
            .drawn
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.drawn >> 33) % below.max(1)
    }

    fn perform(&mut self, day: NaiveDate, request: Value) -> Result<Done, Refusal> {
        self.performed += 10;
        let now = moment(day, self.performed);
        self.door.perform(request, &now)
    }

    fn ask(&self, day: NaiveDate, request: Value) -> Result<Value, Refusal> {
        self.door.ask(request, &moment(day, self.performed))
    }

    fn add(&mut self, day: NaiveDate, request: Value) -> Result<Uuid, Refusal> {
        let done = self.perform(day, request)?;
        let given = done.given.first().ok_or_else(|| Refusal::bug("nothing given"))?;
        Ok(given.uid)
    }

    /// Customers, suppliers, items, and the owner's money.
    fn found(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let party = |party: &SampleParty, kind: &str| {
            json!({"do": "add_party", "code": party.code, "name": party.name, "kinds": [kind],
                   "phone": party.phone, "terms_days": party.terms_days})
        };
        let customers: Vec<Value> =
            self.shop.customers.iter().map(|customer| party(customer, "customer")).collect();
        let suppliers: Vec<Value> =
            self.shop.suppliers.iter().map(|supplier| party(supplier, "supplier")).collect();
        for request in customers {
            let uid = self.add(day, request)?;
            self.customers.push(uid);
        }
        for request in suppliers {
            let uid = self.add(day, request)?;
            self.suppliers.push(uid);
        }
        let rates = self.ask(day, json!({"ask": "list_rates", "date": day}))?;
        let code = rates.pointer("/rows/0/code").and_then(Value::as_str);
        self.rate = code.ok_or_else(|| Refusal::bug("no rate"))?.to_owned();
        let items: Vec<Value> = self
            .shop
            .items
            .iter()
            .map(|item| {
                json!({"do": "add_item", "code": item.code, "name": item.name, "kind": item.kind,
                       "unit": item.unit, "price": item.price.to_string(), "rate": self.rate})
            })
            .collect();
        for request in items {
            let uid = self.add(day, request)?;
            self.items.push(uid);
        }
        let capital = self.shop.capital.clone();
        self.entry(
            day,
            "收到投资款",
            &[("1002", "debit", &capital), ("3001", "credit", &capital)],
        )?;
        let fittings = self.shop.fittings.clone();
        self.entry(
            day,
            "购入货架和送货车",
            &[("1601", "debit", &fittings), ("1002", "credit", &fittings)],
        )
    }

    /// Posts an entry of plain lines.
    fn entry(
        &mut self,
        day: NaiveDate,
        memo: &str,
        lines: &[(&str, &str, &str)],
    ) -> Result<(), Refusal> {
        let lines: Vec<Value> = lines
            .iter()
            .map(|(account, side, amount)| json!({"account": account, *side: amount}))
            .collect();
        self.post(day, memo, lines)
    }

    fn post(&mut self, day: NaiveDate, memo: &str, lines: Vec<Value>) -> Result<(), Refusal> {
        let request =
            json!({"do": "record_entry", "date": day, "memo": memo, "lines": lines, "post": true});
        self.perform(day, request).map(drop)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_same_day_makes_the_same_company() {
        let folder = tempfile::tempdir().unwrap();
        let secret = Secret::from("sample password");
        let until = "2026-03-20".parse().unwrap();
        let digest = |name: &str| {
            let path = folder.path().join(name);
            make(&path, until, &secret).unwrap();
            let book = kontor_store::Book::open(&path, Some("owner"), &secret).unwrap();
            assert!(book.verify().unwrap().holds());
            let manifest = crate::backups::manifest(book.connection()).unwrap();
            assert!(manifest.papers > 100, "{manifest:?}");
            (manifest.operation, manifest.lines, manifest.papers, manifest.trial_balance)
        };
        assert_eq!(digest("one.kontor"), digest("two.kontor"));
    }
}
