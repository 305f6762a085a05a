//! The VAT of a sample company: by the quarter for a small-scale taxpayer; output less input by the month for a
//! general one, with the surcharges on it.

use chrono::{Datelike, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::json;
use uuid::Uuid;

use super::Life;
use crate::errors::Refusal;

/// The accounts of VAT being gathered in a month: output, input, and what was moved on.
const GATHERED: [&str; 3] = ["22210106", "22210101", "22210103"];

/// Surcharges on VAT: the expense, what is owed, and how much of it.
const SURCHARGES: [(&str, &str, i64); 3] =
    [("540302", "222108", 7), ("540303", "222113", 3), ("540304", "222117", 2)];

/// To the cent, halves away from zero.
fn cents(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

impl Life {
    /// What the company is to the tax office, from its first period on.
    pub(super) fn tax_profile(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let from = self.door.facts().periods.first().map(|period| period.key.to_string());
        let filing = if self.company.vat_kind == "general" { "monthly" } else { "quarterly" };
        let request = json!({"do": "set_tax_profile", "from": from, "place": "city", "filing": filing,
            "exporter": "none", "staff": 12, "assets": "1800000.00"});
        self.perform(day, request).map(drop)
    }

    /// The invoice of goods bought: its input tax stands on the second line of the entry.
    pub(super) fn input_tax(
        &mut self,
        day: NaiveDate,
        entry: Uuid,
        base: Decimal,
    ) -> Result<(), Refusal> {
        let rate = self.company.input_rate.unwrap_or_default() * Decimal::ONE_HUNDRED;
        let number = format!("{}{:012}", day.format("%Y%m%d"), self.performed);
        let row = json!({"entry": entry, "line": 2, "kind": "input", "base": base.to_string(),
            "rate": rate.normalize().to_string(), "invoice_kind": "special", "invoice_number": number});
        self.perform(day, json!({"do": "record_tax_rows", "rows": [row]})).map(drop)
    }

    pub(super) fn end_of_month_taxes(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        if self.company.vat_kind == "general" {
            return self.gather_vat(day);
        }
        if day.month().is_multiple_of(3) {
            // The quarter's VAT, as far as the account stands in credit.
            let owed = -self.balances(day)?.get("222101").copied().unwrap_or_default();
            if owed > Decimal::ZERO {
                self.move_between(
                    day,
                    "sample-memo-vat-paid",
                    ("222101", "1002"),
                    &owed.to_string(),
                )?;
            }
        }
        Ok(())
    }

    /// What output VAT is more than input VAT is owed, and so are the surcharges.
    fn gather_vat(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let balances = self.balances(day)?;
        let gathered = GATHERED.iter().filter_map(|code| balances.get(*code));
        let owed = -gathered.sum::<Decimal>();
        if owed <= Decimal::ZERO {
            return Ok(());
        }
        let amount = owed.to_string();
        self.move_between(day, "sample-memo-vat-moved", ("22210103", "222102"), &amount)?;
        let mut lines = Vec::new();
        for (expense, due, percent) in SURCHARGES {
            // Half is given to a small company (六税两费); due and relief are each rounded, as a return has them.
            let whole = cents(owed * Decimal::new(percent, 2));
            let amount = (whole - cents(whole * Decimal::new(5, 1))).to_string();
            lines.push(json!({"account": expense, "debit": amount}));
            lines.push(json!({"account": due, "credit": amount}));
        }
        self.post(day, "sample-memo-surcharges", lines)
    }

    /// A general taxpayer pays in the month after.
    pub(super) fn pay_taxes_of_last_month(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        if self.company.vat_kind != "general" {
            return Ok(());
        }
        let balances = self.balances(day)?;
        let due = SURCHARGES.iter().map(|(_, due, _)| *due).chain(["222102"]);
        let mut lines = Vec::new();
        let mut sum = Decimal::ZERO;
        for code in due {
            let owed = -balances.get(code).copied().unwrap_or_default();
            if owed > Decimal::ZERO {
                sum += owed;
                lines.push(json!({"account": code, "debit": owed.to_string()}));
            }
        }
        if lines.is_empty() {
            return Ok(());
        }
        lines.push(json!({"account": "1002", "credit": sum.to_string()}));
        self.post(day, "sample-memo-taxes-paid", lines)
    }
}
