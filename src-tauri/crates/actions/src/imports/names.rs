//! What a book knows by name, asked while the table of another program is translated.

use std::collections::HashMap;

use kontor_exchange::mapping::{Names, path};
use kontor_ledger::account::{Class, Side};
use kontor_store::{Connection, accounts, items, parties};

use crate::cash_flow_items;
use crate::context::Facts;
use crate::errors::Refusal;

/// An account as other programs may name it.
struct Known {
    code: String,
    class: Class,
    is_debit: bool,
    needs_party: bool,
    /// Its names and those above it, from the top.
    path: Vec<String>,
}

/// The names of a book.
pub(super) struct BookNames<'a> {
    connection: &'a Connection,
    facts: &'a Facts,
    accounts: Vec<Known>,
    by_code: HashMap<String, usize>,
    /// By the code without its dots.
    by_digits: HashMap<String, usize>,
}

impl<'a> BookNames<'a> {
    pub(super) fn read(connection: &'a Connection, facts: &'a Facts) -> Result<Self, Refusal> {
        let mut found = Self {
            connection,
            facts,
            accounts: Vec::new(),
            by_code: HashMap::new(),
            by_digits: HashMap::new(),
        };
        for row in accounts::list(connection)? {
            let above = row.parent.as_ref().and_then(|parent| found.find(parent));
            let path = path_under(above.map(|above| above.path.as_slice()), &row.name_zh);
            let code = row.account.code.clone();
            let number = found.accounts.len();
            found.by_code.insert(code.clone(), number);
            found.by_digits.insert(digits(&code), number);
            found.accounts.push(Known {
                code,
                class: row.account.class,
                is_debit: row.account.normal_side == Side::Debit,
                needs_party: row.account.needs_party,
                path,
            });
        }
        Ok(found)
    }

    fn find(&self, code: &str) -> Option<&Known> {
        self.by_code.get(code).and_then(|number| self.accounts.get(*number))
    }

    /// The one account of these names: all of them from the top, or its own alone where only one is called so.
    fn named(&self, path: &[&str], top: &str) -> Option<&Known> {
        let last = path.last()?;
        let is_same =
            |known: &&Known| known.path.iter().map(String::as_str).eq(path.iter().copied());
        let whole = self.accounts.iter().find(is_same);
        whole.or_else(|| {
            let is_called = |known: &&Known| known.path.last().is_some_and(|name| name == last);
            let under = |known: &&Known| !top.is_empty() && known.code.starts_with(top);
            let mut near = self.accounts.iter().filter(is_called).filter(under);
            match (near.next(), near.next()) {
                (Some(known), None) => return Some(known),
                (Some(_), Some(_)) => return None,
                _ => {}
            }
            let mut all = self.accounts.iter().filter(is_called);
            let first = all.next();
            first.filter(|_| path.len() == 1 && all.next().is_none())
        })
    }
}

impl Names for BookNames<'_> {
    /// By its code, with or without dots. Where the code means something else in this standard (5001 is 生产成本 in
    /// one and 主营业务收入 in another), the name decides.
    fn account(&self, code: &str, path: &[&str]) -> Option<String> {
        let number = self.by_code.get(code).or_else(|| self.by_digits.get(&digits(code)));
        let by_code = number.filter(|_| !code.is_empty()).and_then(|n| self.accounts.get(*n));
        let top = code.get(..4).unwrap_or_default();
        let found = match by_code {
            Some(known) if fits(known, path) => Some(known),
            Some(known) => self.named(path, "").or(Some(known)),
            None => self.named(path, top),
        };
        found.map(|known| known.code.clone())
    }

    fn is_debit_account(&self, code: &str) -> bool {
        self.find(code).is_none_or(|known| known.is_debit)
    }

    fn needs_party(&self, code: &str) -> bool {
        // Of an account that is not known yet nobody can say; its parties are listed rather than lost.
        self.find(code).is_none_or(|known| known.needs_party)
    }

    fn class(&self, code: &str) -> Option<&'static str> {
        Some(match self.find(code)?.class {
            Class::Asset => "asset",
            Class::Liability => "liability",
            Class::Equity => "equity",
            Class::Cost => "cost",
            Class::ProfitLoss => "profit-loss",
        })
    }

    fn party(&self, code: &str, name: &str) -> Option<String> {
        let by_code = || parties::find_by_code(self.connection, code).ok().flatten();
        if !code.is_empty() && by_code().is_some() {
            return Some(code.to_owned());
        }
        let name = if name.is_empty() { code } else { name };
        parties::code_of_name(self.connection, name).ok().flatten()
    }

    fn item(&self, code: &str, name: &str) -> Option<String> {
        let by_code = || items::find_by_code(self.connection, code).ok().flatten();
        if !code.is_empty() && by_code().is_some() {
            return Some(code.to_owned());
        }
        let name = if name.is_empty() { code } else { name };
        items::code_of_name(self.connection, name).ok().flatten()
    }

    fn cash_flow_item(&self, text: &str) -> Option<String> {
        let mut known = cash_flow_items::of(self.facts.standard.name);
        let bare = text.trim();
        known
            .find(|item| item.code == bare || item.name_zh == bare || item.name_en == bare)
            .map(|item| item.code.clone())
    }

    fn currency(&self) -> &str {
        self.facts.company.currency.code()
    }
}

/// The names of an account from the top. Where its own name begins with one above it (管理费用-办公费), that is not said
/// twice.
fn path_under(above: Option<&[String]>, name: &str) -> Vec<String> {
    let above = above.unwrap_or_default();
    let own = path(name);
    let shared = above.iter().position(|upper| own.first().is_some_and(|first| first == upper));
    let upper = above.get(..shared.unwrap_or(above.len())).unwrap_or_default();
    upper.iter().cloned().chain(own.into_iter().map(str::to_owned)).collect()
}

/// Whether the names of the file are those of the account: one of them is one of its own, or none is given.
fn fits(known: &Known, path: &[&str]) -> bool {
    path.is_empty() || known.path.iter().any(|name| path.contains(&name.as_str()))
}

fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect()
}
