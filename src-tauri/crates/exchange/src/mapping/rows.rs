//! One row of another program after the other: sums passed over, what is left blank taken from above, each value
//! brought into our form.

mod balances;
mod masters;
mod vouchers;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cells::{self, AuxiliaryClass};
use super::translate::{Names, Skip, Skipped, UnknownAccount, UnknownParty, Values};
use super::{Layout, Mapping, clean};
use crate::grid::Grid;

/// What reading found beside the rows.
#[derive(Default)]
pub(super) struct Found {
    pub(super) skipped: Vec<Skipped>,
    pub(super) accounts: BTreeMap<String, UnknownAccount>,
    pub(super) parties: BTreeMap<String, UnknownParty>,
    pub(super) items: BTreeSet<(String, String)>,
    pub(super) inherited: HashMap<usize, usize>,
}

/// A reader of rows that remembers what further lines of a voucher leave out.
pub(super) struct Reader<'t> {
    grid: &'t Grid,
    layout: &'t Layout,
    mapping: &'t Mapping,
    names: &'t dyn Names,
    found: Found,
    voucher: vouchers::Standing,
    balances: balances::Tree,
}

impl<'t> Reader<'t> {
    pub(super) fn new(
        grid: &'t Grid,
        layout: &'t Layout,
        mapping: &'t Mapping,
        names: &'t dyn Names,
    ) -> Self {
        let balances = match mapping.kind.as_str() {
            "opening" => balances::Tree::of(grid, layout),
            _ => balances::Tree::default(),
        };
        let (found, voucher) = (Found::default(), vouchers::Standing::default());
        Self { grid, layout, mapping, names, found, voucher, balances }
    }

    /// Reads a row; nothing when it is passed over.
    pub(super) fn read(&mut self, row: usize) -> Option<Values> {
        let is_blank =
            self.layout.columns.values().all(|place| self.grid.cell(row, *place).is_empty());
        let has_text = || {
            self.grid
                .rows()
                .get(row)
                .is_some_and(|cells| cells.iter().any(|text| !text.trim().is_empty()))
        };
        if is_blank {
            if has_text() {
                self.skip(row, Skip::Note);
            }
            return None;
        }
        if self.is_header(row) {
            return self.skip(row, Skip::Header);
        }
        if self.is_total(row) {
            return self.skip(row, Skip::Total);
        }
        match self.mapping.kind.as_str() {
            "entries" => self.voucher_line(row),
            "opening" => self.balance(row),
            "accounts" => self.account_row(row),
            _ => self.plain_row(row),
        }
    }

    pub(super) fn finish(self) -> Found {
        self.found
    }

    fn skip(&mut self, row: usize, why: Skip) -> Option<Values> {
        self.found.skipped.push(Skipped { row: row as u64 + 1, why });
        None
    }

    /// The cell under a meaning.
    fn cell(&self, row: usize, meaning: &str) -> &'t str {
        self.layout.cell(self.grid, row, meaning)
    }

    fn is_header(&self, row: usize) -> bool {
        let mut same = 0;
        for place in self.layout.columns.values() {
            let text = self.grid.cell(row, *place);
            let header = self.layout.headers.get(*place).map_or("", String::as_str);
            if !text.is_empty() && clean(text) == clean(header) {
                same += 1;
            }
        }
        same >= 2
    }

    /// Whether a cell says that the row is a sum, and no account contradicts it.
    fn is_total(&self, row: usize) -> bool {
        let code = ["account", "code"].map(|meaning| self.cell(row, meaning));
        let has_code = code.iter().any(|text| text.starts_with(|c: char| c.is_ascii_digit()));
        let cells = self.grid.rows().get(row).map(Vec::as_slice).unwrap_or_default();
        !has_code && cells.iter().any(|text| is_sum(text))
    }

    /// Our account of a row: what the mapping says, or the book finds by code or names. Where the book has none the
    /// file's own is kept, and listed.
    fn account(&mut self, row: usize, from_above: Option<&str>) -> String {
        let (code, name) = self.source_account(row);
        let code =
            if code.is_empty() && name.is_empty() { from_above.unwrap_or_default() } else { code };
        let path = cells::path(name);
        let key = if code.is_empty() { name } else { code };
        if key.is_empty() {
            return String::new();
        }
        if let Some(ours) = self.mapping.accounts.get(key).filter(|ours| !ours.is_empty()) {
            return ours.clone();
        }
        self.names.account(code, &path).unwrap_or_else(|| {
            let unknown =
                UnknownAccount { code: key.to_owned(), name: name.to_owned(), row: row as u64 + 1 };
            self.found.accounts.entry(key.to_owned()).or_insert(unknown);
            key.to_owned()
        })
    }

    fn source_account(&self, row: usize) -> (&'t str, &'t str) {
        let (code, beside) = cells::account(self.cell(row, "account"));
        let name = self.cell(row, "account_name");
        let (code_in_name, bare) = cells::account(name);
        let code = if code.is_empty() { code_in_name } else { code };
        let name = if bare.is_empty() { beside } else { bare };
        (code, name)
    }

    /// Our party and item of a row.
    fn auxiliaries(&mut self, row: usize, account: &str) -> (String, String) {
        let mut party = String::new();
        let mut item = String::new();
        for (class, code, name) in self.source_auxiliaries(row) {
            if class == Some(AuxiliaryClass::Item) {
                item = self.item(code, name);
            } else if class != Some(AuxiliaryClass::Other) && party.is_empty() {
                party = self.party(row, class, code, name, account);
            }
        }
        (party, item)
    }

    fn source_auxiliaries(&self, row: usize) -> Vec<(Option<AuxiliaryClass>, String, String)> {
        let mut all = Vec::new();
        let columns = [
            ("customer", "customer_name", Some(AuxiliaryClass::Customer)),
            ("supplier", "supplier_name", Some(AuxiliaryClass::Supplier)),
            ("employee", "employee_name", Some(AuxiliaryClass::Employee)),
            ("item", "item_name", Some(AuxiliaryClass::Item)),
            ("party", "", None),
        ];
        for (code, name, class) in columns {
            let (code, name) = (self.cell(row, code), self.cell(row, name));
            if code.is_empty() && name.is_empty() {
                continue;
            }
            let is_ours = class.is_none() || name.is_empty() && self.mapping.program == "kontor";
            let (own, beside) = if is_ours { (code, "") } else { cells::code_and_name(code) };
            let name = if name.is_empty() { beside } else { name };
            all.push((class, own.to_owned(), name.to_owned()));
        }
        let said = cells::class_of(self.cell(row, "auxiliary_kind"));
        let name = self.cell(row, "auxiliary_name");
        let mut parts = cells::auxiliaries(self.cell(row, "auxiliary"));
        if parts.is_empty() && !name.is_empty() {
            parts = cells::auxiliaries(name);
        } else if let ([one], false) = (parts.as_mut_slice(), name.is_empty()) {
            if one.code.is_empty() {
                one.code = std::mem::take(&mut one.name);
            }
            name.clone_into(&mut one.name);
        }
        all.extend(parts.into_iter().map(|part| (part.class.or(said), part.code, part.name)));
        all
    }

    fn party(
        &mut self,
        row: usize,
        class: Option<AuxiliaryClass>,
        code: String,
        name: String,
        account: &str,
    ) -> String {
        let key = if code.is_empty() { name.clone() } else { code.clone() };
        if let Some(ours) = self.mapping.parties.get(&key).filter(|ours| !ours.is_empty()) {
            return ours.clone();
        }
        if let Some(ours) = self.names.party(&code, &name) {
            return ours;
        }
        // Who typed an expense, or which salesperson sold: the account is not kept by it, and the book need not know.
        if !self.names.needs_party(account) && self.mapping.program != "kontor" {
            return String::new();
        }
        let kind = match class {
            Some(AuxiliaryClass::Customer) => Some("customer"),
            Some(AuxiliaryClass::Supplier) => Some("supplier"),
            Some(AuxiliaryClass::Employee) => Some("employee"),
            _ => None,
        };
        let shown = if name.is_empty() { code.clone() } else { name };
        let unknown =
            UnknownParty { key: key.clone(), code, name: shown, kind, row: row as u64 + 1 };
        self.found.parties.entry(key.clone()).or_insert(unknown);
        key
    }

    fn item(&mut self, code: String, name: String) -> String {
        if let Some(ours) = self.names.item(&code, &name) {
            return ours;
        }
        let key = if code.is_empty() { name.clone() } else { code };
        self.found.items.insert((key.clone(), if name.is_empty() { key.clone() } else { name }));
        key
    }

    /// The currency and the amount in it; nothing of both where the currency is the book's own.
    fn foreign(&self, row: usize, amount: &str) -> Option<(String, String)> {
        let currency = cells::currency(self.cell(row, "currency"));
        let is_foreign = !currency.is_empty() && currency != self.names.currency();
        let amount = cells::amount(amount);
        (is_foreign && cells::is_something(&amount)).then_some((currency, amount))
    }
}

/// Whether a text names a sum.
fn is_sum(text: &str) -> bool {
    let text = clean(text);
    let is_short = text.chars().count() <= 10;
    let ends = ["合计", "小计", "总计", "累计", "共计"].iter().any(|word| text.ends_with(word));
    let is_word = matches!(text.as_str(), "total" | "subtotal" | "grandtotal" | "合计数");
    is_short && (ends || is_word || text.starts_with("合计("))
}

/// Sets a value where there is one.
fn put(values: &mut Values, column: &'static str, text: String) {
    if !text.is_empty() {
        values.insert(column, text);
    }
}
