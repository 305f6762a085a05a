//! What a plan or an answer may look at: the book, the facts read once, who asks and when.

use std::sync::Arc;

use chrono::NaiveDate;
use kontor_ledger::account::{Account, AccountId, Chart};
use kontor_ledger::lock::Locks;
use kontor_ledger::money::{Amount, Currency};
use kontor_ledger::period::{Period, PeriodKey};
use kontor_ledger::permission::Role;
use kontor_reports::words::Words;
use kontor_store::company::Company;
use kontor_store::currency_policies::CurrencyPolicy;
use kontor_store::entry_policies::EntryPolicy;
use kontor_store::generated::{self, GenerationPolicy};
use kontor_store::persons::Person;
use kontor_store::tax::TaxProfile;
use kontor_store::{
    Connection, accounts, company, currency_policies, entry_policies, exchange_rates, period_locks,
    periods, tax,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::errors::{Code, Refusal};
use crate::standards::Standard;

/// The moment and the identity of a request; both come from outside.
#[derive(Clone, Debug)]
pub struct Now {
    /// The moment, UTC: `2026-03-05T08:30:00Z`.
    pub at: String,
    /// The day at the desk.
    pub today: NaiveDate,
    /// A fresh unique id, for an action that brings none.
    pub uid: Uuid,
}

/// Facts of a book that few actions change, read once and again after each of those.
#[derive(Debug)]
pub struct Facts {
    /// The company.
    pub company: Company,
    /// The accounting standard.
    pub standard: &'static Standard,
    /// The accounts.
    pub chart: Chart,
    /// The periods, in order of time.
    pub periods: Vec<Period>,
    /// The areas of work that are locked, by period.
    pub locks: Locks,
    /// What the company asks of its entries, from which period on.
    pub policies: Vec<EntryPolicy>,
    /// How the company treats other currencies, from which period on.
    pub currency_policies: Vec<CurrencyPolicy>,
    /// The other currencies it has rates of.
    pub currencies: Vec<Currency>,
    /// What the company is to the tax office, from which period on.
    pub tax_profiles: Vec<TaxProfile>,
    /// What the company decided about generated entries, from which period on.
    pub generation: Vec<GenerationPolicy>,
}

impl Facts {
    /// Reads the facts of a book.
    ///
    /// # Errors
    /// When the file cannot be read or names a standard this program does not have.
    pub fn read(connection: &Connection) -> Result<Arc<Self>, Refusal> {
        let company = company::get(connection)?;
        let standard = Standard::find(&company.standard).ok_or_else(|| {
            Refusal::new(Code::StandardUnknown).with("standard", &company.standard)
        })?;
        Ok(Arc::new(Self {
            standard,
            chart: accounts::chart(connection)?
                .with_items(crate::cash_flow_items::activities(standard.name)),
            periods: periods::list(connection)?,
            locks: period_locks::list(connection)?,
            policies: entry_policies::list(connection)?,
            currency_policies: currency_policies::list(connection)?,
            currencies: exchange_rates::currencies(connection)?,
            tax_profiles: tax::profiles(connection)?,
            generation: generated::policies(connection)?,
            company,
        }))
    }
}

/// What a plan or an answer may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The book, to read from.
    pub connection: &'a Connection,
    /// Facts read before.
    pub facts: Arc<Facts>,
    /// Who asks.
    pub actor: Person,
    /// The moment.
    pub now: &'a Now,
}

impl Context<'_> {
    /// The currency of the book.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.facts.company.currency
    }

    /// The words of the book itself: what is written into it stays, so it follows the standard, not the window.
    #[must_use]
    pub fn words(&self) -> Words {
        self.facts.standard.words()
    }

    /// An amount as it crosses the door.
    #[must_use]
    pub fn text(&self, amount: Amount) -> String {
        amount.to_text(self.currency())
    }

    /// The person whose papers the asker may see; everybody's when nothing (a salesperson: own papers only).
    #[must_use]
    pub fn only_own(&self) -> Option<i64> {
        (self.actor.role == Role::Salesperson).then_some(self.actor.id)
    }

    /// The account of a role in this book.
    #[must_use]
    pub fn role_account(&self, role: &str) -> Option<AccountId> {
        let code = self.facts.standard.role(role, &self.facts.company.vat_kind)?;
        self.facts.chart.find(code).map(|account| account.id)
    }

    /// The account of a code that a field names.
    ///
    /// # Errors
    /// When the book has no such account.
    pub fn account(&self, code: &str, field: &'static str) -> Result<&Account, Refusal> {
        self.facts.chart.find(code.trim()).ok_or_else(|| {
            Refusal::new(Code::UnknownAccount).with("account", code).with("field", field)
        })
    }

    /// Reads an amount of a field.
    ///
    /// # Errors
    /// When it is no amount of the book's currency.
    pub fn amount(&self, text: &str, field: &'static str) -> Result<Amount, Refusal> {
        Amount::parse(text.trim(), self.currency())
            .map_err(|error| Refusal::from(error).with("text", text).with("field", field))
    }

    /// The period of a name.
    ///
    /// # Errors
    /// When the book has no such period.
    pub fn period(&self, text: &str) -> Result<Period, Refusal> {
        PeriodKey::parse(text)
            .and_then(|key| self.facts.periods.iter().find(|period| period.key == key))
            .copied()
            .ok_or_else(|| {
                Refusal::new(Code::PeriodUnknown).with("period", text).with("field", "period")
            })
    }
}

/// How many rows a page may have when nothing is said, and at most.
const PAGE: u32 = 100;
const LARGEST_PAGE: u32 = 500;

/// A page size within bounds.
#[must_use]
pub(crate) fn page_size(asked: Option<u32>) -> u32 {
    asked.unwrap_or(PAGE).clamp(1, LARGEST_PAGE)
}

/// The order a list was asked for in; the list's own when nothing is said.
pub(crate) fn order<O: Default>(
    word: Option<&str>,
    of: impl FnOnce(&str) -> Option<O>,
) -> Result<O, Refusal> {
    match word {
        None | Some("") => Ok(O::default()),
        Some(word) => {
            of(word).ok_or_else(|| Refusal::new(Code::UnknownField).with("field", "order"))
        }
    }
}

/// Something named on the way out: its unique id and what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export)]
pub struct Named {
    /// The unique id.
    pub uid: Uuid,
    /// The name or number.
    pub name: String,
}

#[cfg(test)]
mod tests;
