//! Charts of accounts, parties and items: words brought into ours, what stands under what found by the codes.

use super::super::cells;
use super::super::own_columns;
use super::super::translate::{Skip, Values};
use super::{Reader, put};

impl Reader<'_> {
    /// A row of a chart. An account under one the book has takes class and side after it, where the file is silent.
    pub(super) fn account_row(&mut self, row: usize) -> Option<Values> {
        let mut values = self.plain_row(row)?;
        let code = values.get("code").cloned().unwrap_or_default();
        let path = cells::path(self.cell(row, "name_zh"));
        if let Some(ours) = self.names.account(&code, &path) {
            put(&mut values, "code", ours);
        }
        let code = values.get("code").cloned().unwrap_or_default();
        if !values.contains_key("parent") {
            let ends = (1..code.len()).rev().filter_map(|end| code.get(..end));
            let parent = ends
                .map(|start| start.trim_end_matches('.'))
                .find(|start| start.len() >= 4 && self.names.class(start).is_some());
            put(&mut values, "parent", parent.unwrap_or_default().to_owned());
        }
        let like = values.get("parent").cloned().unwrap_or_else(|| code.clone());
        let class = match values.get("class").map(String::as_str) {
            Some("资产" | "流动资产" | "非流动资产") => Some("asset"),
            Some("负债" | "流动负债" | "非流动负债") => Some("liability"),
            Some("权益" | "所有者权益") => Some("equity"),
            Some("成本") => Some("cost"),
            Some("损益") => Some("profit-loss"),
            Some(_) => None,
            None => self.names.class(&like),
        };
        put(&mut values, "class", class.unwrap_or_default().to_owned());
        let said = values.get("normal_balance").map(String::as_str).unwrap_or_default();
        let is_known = self.names.class(&like).is_some();
        let side = match cells::is_debit(said) {
            Some(is_debit) => Some(is_debit),
            None if said.is_empty() && is_known => Some(self.names.is_debit_account(&like)),
            None => None,
        };
        if let Some(is_debit) = side {
            put(
                &mut values,
                "normal_balance",
                if is_debit { "debit" } else { "credit" }.to_owned(),
            );
        }
        Some(values)
    }

    /// A row whose cells are taken as they stand, but for words of ours that other programs say in Chinese.
    pub(super) fn plain_row(&mut self, row: usize) -> Option<Values> {
        let mut values = Values::new();
        for column in own_columns(&self.mapping.kind) {
            let text = self.cell(row, column);
            let ours = match (column, text) {
                ("kind", "客户") => "customer",
                ("kind", "供应商" | "供货商") => "supplier",
                ("kind", "职员" | "员工" | "个人") => "employee",
                ("kind", "商品" | "存货" | "产品") => "goods",
                ("kind", "服务" | "劳务") => "service",
                ("quantity" | "foreign_currency" | "cash", "是" | "√") => "Y",
                ("quantity" | "foreign_currency" | "cash", "否") => "N",
                (_, other) => other,
            };
            put(&mut values, column, ours.to_owned());
        }
        if self.mapping.kind == "exchange-rates" {
            let day = cells::day(self.cell(row, "date"), self.grid.counts_from_1904);
            put(&mut values, "date", day);
            put(&mut values, "currency", cells::currency(self.cell(row, "currency")));
        }
        if self.mapping.kind == "opening-cash-flow" {
            let said = self.cell(row, "cash_flow_item");
            if let Some(ours) = self.names.cash_flow_item(said) {
                put(&mut values, "cash_flow_item", ours);
            }
            let amount = cells::amount(self.cell(row, "amount"));
            if !cells::is_something(&amount) {
                return self.skip(row, Skip::Nothing);
            }
            put(&mut values, "amount", amount);
        }
        Some(values)
    }
}
