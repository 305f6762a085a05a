//! A row of the month close: what a check found, in words the window makes, and where Enter leads.

use std::collections::BTreeMap;

use kontor_ledger::close::{Check, Finding};
use kontor_ledger::money::Amount;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;

/// Checks that belong together.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CloseGroup {
    /// entries, ledgers or accounts
    pub name: &'static str,
    pub rows: Vec<CloseRow>,
}

/// A check and what it came to.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CloseRow {
    pub check: &'static str,
    /// holds, warns or stops
    pub state: &'static str,
    pub count: u64,
    pub amount: Option<String>,
    /// Which sentence says why, filled with the facts.
    pub cause: &'static str,
    pub facts: BTreeMap<&'static str, String>,
    /// Where it is looked at or put right.
    pub opens: Option<CloseLead>,
}

/// Where a row leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
#[ts(export)]
#[allow(missing_docs)] // each is a page of the window
pub enum CloseLead {
    Entry(Uuid),
    Entries,
    Account(String),
    PartyBalances(String),
    Aging,
    Close(String),
    Opening,
    Statement(&'static str),
    Tax,
    Assets,
}

/// What a check found, before it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) finding: Finding,
    amount: Option<Amount>,
    cause: &'static str,
    pub(crate) facts: BTreeMap<&'static str, String>,
    opens: Option<CloseLead>,
}

impl Found {
    /// A check with so many things left to do, and the sentence that says why.
    pub(crate) fn new(check: Check, count: u64, cause: &'static str) -> Self {
        let finding = Finding { check, count };
        Self { finding, amount: None, cause, facts: BTreeMap::new(), opens: None }
    }

    /// The figure it is about.
    pub(crate) const fn amount(mut self, amount: Amount) -> Self {
        self.amount = Some(amount);
        self
    }

    /// A fact of its sentence.
    pub(crate) fn fact(mut self, name: &'static str, fact: impl std::fmt::Display) -> Self {
        self.facts.insert(name, fact.to_string());
        self
    }

    /// Where it is looked at or put right.
    pub(crate) fn opening(mut self, lead: Option<CloseLead>) -> Self {
        self.opens = lead;
        self
    }

    pub(super) fn shown(self, context: &Context<'_>, is_year_end: bool) -> CloseRow {
        CloseRow {
            check: self.finding.check.word(),
            state: self.finding.outcome(is_year_end).word(),
            count: self.finding.count,
            amount: self.amount.map(|amount| context.text(amount)),
            cause: self.cause,
            facts: self.facts,
            opens: self.opens,
        }
    }
}
