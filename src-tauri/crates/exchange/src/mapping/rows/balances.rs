//! Balances: accounts that stand above others in the same table are their sums and passed over, and so is an account's
//! own row where its parties follow.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Layout;
use super::super::cells;
use super::super::translate::{Skip, Values};
use super::{Reader, put};
use crate::grid::Grid;

const AUXILIARIES: [&str; 10] = [
    "party",
    "customer",
    "customer_name",
    "supplier",
    "supplier_name",
    "employee",
    "employee_name",
    "auxiliary",
    "auxiliary_name",
    "item",
];

/// Which accounts of a table have others, or parties, below them.
#[derive(Default)]
pub(super) struct Tree {
    codes: BTreeSet<String>,
    with_parties: BTreeSet<String>,
    /// The account of each row that leaves it out.
    above: BTreeMap<usize, String>,
}

impl Tree {
    pub(super) fn of(grid: &Grid, layout: &Layout) -> Self {
        let mut tree = Self::default();
        let mut last = String::new();
        for row in layout.first_row..grid.rows().len() {
            let (code, _) = cells::account(layout.cell(grid, row, "account"));
            let has_party =
                AUXILIARIES.iter().any(|meaning| !layout.cell(grid, row, meaning).is_empty());
            if !code.is_empty() {
                code.clone_into(&mut last);
                tree.codes.insert(code.to_owned());
            } else if has_party {
                tree.above.insert(row, last.clone());
            }
            if has_party {
                tree.with_parties.insert(last.clone());
            }
        }
        tree
    }

    /// Whether another account of the table stands below this one: 1002 above 100201 and above 1002.01.
    fn is_parent(&self, code: &str) -> bool {
        let mut from = self
            .codes
            .range::<str, _>((std::ops::Bound::Excluded(code), std::ops::Bound::Unbounded));
        from.next().is_some_and(|next| next.starts_with(code))
    }
}

impl Reader<'_> {
    pub(super) fn balance(&mut self, row: usize) -> Option<Values> {
        let (code, name) = self.source_account(row);
        let above = self.balances.above.get(&row).cloned();
        if code.is_empty() && name.is_empty() && above.is_none() {
            return self.skip(row, Skip::Note);
        }
        let has_party = AUXILIARIES.iter().any(|meaning| !self.cell(row, meaning).is_empty());
        let is_sum = self.balances.is_parent(code)
            || !has_party && self.balances.with_parties.contains(code);
        if !code.is_empty() && is_sum {
            return self.skip(row, Skip::Parent);
        }
        let year =
            ["ytd_debit", "ytd_credit"].map(|meaning| cells::amount(self.cell(row, meaning)));
        let balance =
            ["debit", "credit", "balance"].map(|meaning| cells::amount(self.cell(row, meaning)));
        if !year.iter().chain(&balance).any(|text| cells::is_something(text)) {
            return self.skip(row, Skip::Nothing);
        }
        let account = self.account(row, above.as_deref());
        let (party, item) = self.auxiliaries(row, &account);
        let (debit, credit) = self.balance_sides(row, &account);
        let is_credit = cells::is_something(&credit);
        let mut values = Values::new();
        if let Some((currency, amount)) = self.foreign(row, self.cell(row, "foreign_amount")) {
            put(&mut values, "currency", currency);
            put(&mut values, "foreign_amount", amount);
        }
        put(&mut values, "account", account);
        put(&mut values, "party", party);
        put(&mut values, "item", item);
        put(&mut values, "quantity", self.quantity(row, is_credit));
        put(&mut values, "debit", debit);
        put(&mut values, "credit", credit);
        let [year_debit, year_credit] = year;
        put(&mut values, "ytd_debit", year_debit);
        put(&mut values, "ytd_credit", year_credit);
        Some(values)
    }

    /// A balance from two columns, or from one with or without its side; one without stands on the account's own.
    fn balance_sides(&self, row: usize, account: &str) -> (String, String) {
        if !self.layout.columns.contains_key("balance") {
            return self.sides(row);
        }
        let amount = cells::amount(self.cell(row, "balance"));
        let side = cells::is_debit(self.cell(row, "direction"));
        if side.unwrap_or_else(|| self.names.is_debit_account(account)) {
            (amount, String::new())
        } else {
            (String::new(), amount)
        }
    }
}
