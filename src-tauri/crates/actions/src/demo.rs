//! The sample companies: fourteen months of a trading company, a shop or a studio, made through the same door as a
//! person would, so that a year can be compared with the one before.
//!
//! The same every time for the same kind, language and last day: what happens is drawn from a fixed sequence, the
//! moments from the days.

mod company;
mod day;
mod month;
#[cfg(test)]
pub(crate) mod opened;
mod tax;

use std::path::Path;

use chrono::{Datelike, Months, NaiveDate};
use kontor_reports::Lang;
use kontor_reports::words::Words;
use kontor_vault::Secret;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Now;
use crate::creation::{NewCompany, create};
use crate::door::{Done, Door};
use crate::errors::Refusal;
use crate::progress::{Phase, Progress};
use company::{Company, Move};

/// The password of the sample companies made by the window. Everybody may know it: the companies are invented.
pub(crate) const PASSWORD: &str = "kontor-sample";

/// How many months a sample company has lived, the last one included.
const MONTHS: u32 = 14;

/// The sample companies there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export, rename = "SampleKind")]
pub enum Kind {
    /// A trading company: on credit, larger amounts, a loan.
    Trade,
    /// A shop: over the counter and on credit.
    #[default]
    Retail,
    /// A studio: few large invoices and no stock.
    Services,
}

impl Kind {
    /// The word used in files and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Trade => "trade",
            Self::Retail => "retail",
            Self::Services => "services",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Trade, Self::Retail, Self::Services].into_iter().find(|kind| kind.word() == word)
    }
}

/// Which sample company, in which language, for whom.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Which company.
    pub kind: Kind,
    /// The language of its names.
    pub language: Lang,
    /// Who owns the book.
    pub person: String,
}

impl Default for Sample {
    fn default() -> Self {
        Self { kind: Kind::default(), language: Lang::Zh, person: "owner".to_owned() }
    }
}

impl Sample {
    /// The sample a newcomer opens in the window: its owner has a name of the story.
    pub(crate) fn of(kind: Kind, language: Lang) -> Result<Self, Refusal> {
        Ok(Self { kind, language, person: Company::of(kind)?.person(language) })
    }
}

/// Makes a sample company's book, with business up to a day.
///
/// # Errors
/// When the place is taken or cannot be written, or somebody stops it.
pub fn make(
    path: &Path,
    sample: &Sample,
    until: NaiveDate,
    password: &Secret,
    progress: &Progress,
) -> Result<(), Refusal> {
    let company = Company::of(sample.kind)?;
    let first = until
        .checked_sub_months(Months::new(MONTHS - 1))
        .and_then(|day| day.with_day(1))
        .ok_or_else(|| Refusal::bug("day out of range"))?;
    let new = NewCompany {
        standard: "cn-small".to_owned(),
        currency: "CNY".to_owned(),
        first_period: first.format("%Y-%m").to_string(),
        company: company.company.pick(sample.language),
        vat_kind: Some(company.vat_kind.clone()),
        industry: Some(company.industry.clone()),
        expects_opening: false,
        person: sample.person.clone(),
    };
    let (door, _) = create(path, &new, password, &moment(first, 0))?;
    // Nobody waits for the disk a thousand times over what can be made again; at the end everything is on it.
    door.book().wait_for_disk(false)?;
    let mut life = Life::of(door, company, sample.language, until);
    life.found(first)?;
    life.tax_profile(first)?;
    let mut month = first;
    let mut lived = 0;
    while month <= until {
        progress.at(Phase::Fill, lived, u64::from(MONTHS))?;
        lived += 1;
        life.month(month)?;
        month = month
            .checked_add_months(Months::new(1))
            .ok_or_else(|| Refusal::bug("day out of range"))?;
    }
    life.leave_drafts()?;
    life.door.book().wait_for_disk(true)?;
    life.door.book().checkpoint()?;
    Ok(())
}

/// What a customer owes for a sale.
struct Owed {
    /// The customer's place in the file.
    customer: usize,
    sale: Uuid,
    open: Decimal,
    /// The day it will be paid, unless never.
    pays_on: Option<NaiveDate>,
}

/// The company while its months are being lived.
struct Life {
    door: Door,
    company: Company,
    language: Lang,
    until: NaiveDate,
    customers: Vec<Uuid>,
    suppliers: Vec<Uuid>,
    items: Vec<Uuid>,
    rate: String,
    owed: Vec<Owed>,
    /// What was sold since the last cost entry, at cost.
    cost_of_sales: Decimal,
    /// What is bought next: the first stock, then what was sold the month before.
    to_buy: Decimal,
    last_year: i32,
    drawn: u64,
    performed: u64,
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
    fn of(door: Door, company: Company, language: Lang, until: NaiveDate) -> Self {
        let last_year = door.facts().periods.last().map_or(0, |period| period.key.year);
        Self {
            to_buy: company.first_stock.unwrap_or_default(),
            door,
            company,
            language,
            until,
            customers: Vec::new(),
            suppliers: Vec::new(),
            items: Vec::new(),
            rate: String::new(),
            owed: Vec::new(),
            cost_of_sales: Decimal::ZERO,
            last_year,
            drawn: 20_260_101,
            performed: 10,
        }
    }

    /// The next number of the fixed sequence, below a bound.
    fn draw(&mut self, below: u64) -> u64 {
        // A linear congruential sequence: even enough for a sample, and the same on every machine.
        self.drawn = self
            .drawn
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.drawn >> 33) % below.max(1)
    }

    /// A memo of the people who keep these books.
    fn say(&self, key: &str) -> String {
        Words::new(self.language).say(key, &[])
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

    /// Customers, suppliers, items, and what the company begins with.
    fn found(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let language = self.language;
        let party = |party: &company::Party, kind: &str| {
            json!({"do": "add_party", "code": party.code, "name": party.name.pick(language),
                   "kinds": [kind], "phone": party.phone, "terms_days": party.terms_days})
        };
        let customers: Vec<Value> =
            self.company.customers.iter().map(|one| party(one, "customer")).collect();
        let suppliers: Vec<Value> =
            self.company.suppliers.iter().map(|one| party(one, "supplier")).collect();
        self.customers =
            customers.into_iter().map(|one| self.add(day, one)).collect::<Result<_, _>>()?;
        self.suppliers =
            suppliers.into_iter().map(|one| self.add(day, one)).collect::<Result<_, _>>()?;
        self.rate = match &self.company.rate {
            Some(rate) => rate.clone(),
            None => self.usual_rate(day)?,
        };
        let items: Vec<Value> = self
            .company
            .items
            .iter()
            .map(|item| {
                json!({"do": "add_item", "code": item.code, "name": item.name.pick(language),
                       "kind": item.kind, "unit": item.unit.pick(language),
                       "price": item.price.to_string(), "rate": self.rate})
            })
            .collect();
        self.items = items.into_iter().map(|one| self.add(day, one)).collect::<Result<_, _>>()?;
        for step in self.company.founding.clone() {
            self.entry(day, &step, true)?;
        }
        Ok(())
    }

    fn usual_rate(&self, day: NaiveDate) -> Result<String, Refusal> {
        let rates = self.ask(day, json!({"ask": "list_rates", "date": day}))?;
        let code = rates.pointer("/rows/0/code").and_then(Value::as_str);
        code.map(str::to_owned).ok_or_else(|| Refusal::bug("no rate"))
    }

    /// Entries that somebody prepared and nobody has posted yet.
    fn leave_drafts(&mut self) -> Result<(), Refusal> {
        for step in self.company.drafts.clone() {
            self.entry(self.until, &step, false)?;
        }
        Ok(())
    }

    /// Records an entry of two lines.
    fn entry(&mut self, day: NaiveDate, step: &Move, post: bool) -> Result<(), Refusal> {
        let amount = step.amount.to_string();
        let lines = [
            json!({"account": step.debit, "debit": amount}),
            json!({"account": step.credit, "credit": amount}),
        ];
        let memo = step.memo.pick(self.language);
        let request =
            json!({"do": "record_entry", "date": day, "memo": memo, "lines": lines, "post": post});
        self.perform(day, request).map(drop)
    }

    fn post(&mut self, day: NaiveDate, memo: &str, lines: Vec<Value>) -> Result<(), Refusal> {
        let memo = self.say(memo);
        let request =
            json!({"do": "record_entry", "date": day, "memo": memo, "lines": lines, "post": true});
        self.perform(day, request).map(drop)
    }
}

#[cfg(test)]
mod tests;
