//! A month of a sample company: goods are bought and paid for, day by day something is sold, and the month is ended.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::Life;
use super::company::At;
use super::day::PAID_INTO;
use crate::errors::Refusal;

impl Life {
    pub(super) fn month(&mut self, first: NaiveDate) -> Result<(), Refusal> {
        let last = first
            .checked_add_months(Months::new(1))
            .and_then(|next| next.pred_opt())
            .ok_or_else(|| Refusal::bug("day out of range"))?;
        if first.year() > self.last_year {
            self.perform(first, json!({"do": "add_year", "year": first.year()}))?;
            self.last_year = first.year();
        }
        self.buy(first)?;
        self.pay_taxes_of_last_month(first)?;
        self.what_every_month_brings(first, At::First)?;
        let mut day = first;
        while day <= last.min(self.until) {
            if day.weekday() != Weekday::Sun {
                self.day(day)?;
            }
            day = day.checked_add_days(Days::new(1)).ok_or_else(|| Refusal::bug("day"))?;
        }
        if last > self.until {
            return Ok(());
        }
        self.end_of_month(last)?;
        if last.month() == 12 {
            self.end_of_year(last)?;
        }
        let two_later = last.checked_add_months(Months::new(2));
        if two_later.is_some_and(|day| day <= self.until) {
            let period = first.format("%Y-%m").to_string();
            self.perform(last, json!({"do": "close_period", "period": period}))?;
        }
        Ok(())
    }

    fn what_every_month_brings(&mut self, day: NaiveDate, at: At) -> Result<(), Refusal> {
        for step in self.company.monthly.clone().into_iter().filter(|step| step.at == at) {
            self.entry(day, &step, true)?;
        }
        Ok(())
    }

    /// Goods for the month on credit, from each supplier in turn; what was bought from the other before is paid.
    fn buy(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let turn = usize::from(!day.month0().is_multiple_of(2));
        let (Some(supplier), Some(other)) =
            (self.suppliers.get(turn).copied(), self.suppliers.get(1 - turn).copied())
        else {
            return Ok(());
        };
        let goods = std::mem::take(&mut self.to_buy);
        if !goods.is_zero() {
            let mut lines = vec![json!({"account": "1405", "debit": goods.to_string()})];
            let tax = self.company.input_rate.map(|rate| (goods * rate).round_dp(2));
            if let Some(tax) = tax {
                lines.push(json!({"account": "22210101", "debit": tax.to_string()}));
            }
            let owed = goods + tax.unwrap_or_default();
            lines.push(json!({"account": "2202", "credit": owed.to_string(), "party": supplier}));
            let memo = self.say("sample-memo-bought");
            let bought = self.add(
                day,
                json!({"do": "record_entry", "date": day, "memo": memo, "lines": lines, "post": true}),
            )?;
            if tax.is_some() {
                self.input_tax(day, bought, goods)?;
            }
        }
        let behind = self.owed_to(day, other)?;
        if behind > Decimal::ZERO {
            let amount = behind.to_string();
            let paid = json!({"account": "2202", "debit": amount, "party": other});
            let bank = json!({"account": "1002", "credit": amount});
            self.post(day, "sample-memo-paid", vec![paid, bank])?;
        }
        Ok(())
    }

    fn owed_to(&self, day: NaiveDate, supplier: uuid::Uuid) -> Result<Decimal, Refusal> {
        let now = super::moment(day, 0);
        let context = self.door.context(&now)?;
        let account = context.facts.chart.find("2202").map(|account| account.id);
        let party = kontor_store::parties::find(context.connection, supplier)?;
        let (Some(account), Some(party)) = (account, party) else {
            return Ok(Decimal::ZERO);
        };
        let balance = kontor_store::figures::party_balance(context.connection, account, party.id)?;
        Ok(balance.negated()?.to_decimal(kontor_ledger::money::Currency::CNY))
    }

    fn end_of_month(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        self.what_every_month_brings(day, At::Last)?;
        let cost = std::mem::take(&mut self.cost_of_sales);
        if !cost.is_zero() {
            let amount = cost.to_string();
            self.move_between(day, "sample-memo-cost", ("5401", "1405"), &amount)?;
            // The shelves are filled again, in whole hundreds.
            let hundred = Decimal::ONE_HUNDRED;
            self.to_buy = (cost / hundred).ceil() * hundred;
        }
        self.deposit_cash(day)?;
        self.end_of_month_taxes(day)
    }

    /// What is in the till and the wallets beyond a float goes to the bank.
    fn deposit_cash(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let balances = self.balances(day)?;
        for code in PAID_INTO {
            let amount = balances.get(code).copied().unwrap_or_default() - Decimal::from(1000);
            if amount > Decimal::ZERO {
                let amount = amount.to_string();
                self.move_between(day, "sample-memo-deposit", ("1002", code), &amount)?;
            }
        }
        Ok(())
    }

    /// Posts an entry from one account to another.
    pub(super) fn move_between(
        &mut self,
        day: NaiveDate,
        memo: &str,
        (debit, credit): (&str, &str),
        amount: &str,
    ) -> Result<(), Refusal> {
        let debit = json!({"account": debit, "debit": amount});
        self.post(day, memo, vec![debit, json!({"account": credit, "credit": amount})])
    }

    /// The balance of every account, debit positive.
    pub(super) fn balances(&self, day: NaiveDate) -> Result<BTreeMap<String, Decimal>, Refusal> {
        let accounts = self.ask(day, json!({"ask": "list_accounts"}))?;
        let rows = accounts.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut balances = BTreeMap::new();
        for row in &rows {
            let text = |field: &str| row.get(field).and_then(Value::as_str).unwrap_or_default();
            let balance: Decimal = text("balance").parse().map_err(Refusal::bug)?;
            balances.insert(text("code").to_owned(), balance);
        }
        Ok(balances)
    }

    /// Results go to the profit account, and from there to undistributed profit.
    fn end_of_year(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let accounts = self.ask(day, json!({"ask": "list_accounts"}))?;
        let rows = accounts.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut lines = Vec::new();
        let mut profit = Decimal::ZERO;
        for row in rows.iter().filter(|row| row.get("class").is_some_and(|c| c == "profit-loss")) {
            let text = row.get("balance").and_then(Value::as_str).unwrap_or("0");
            let balance: Decimal = text.parse().map_err(Refusal::bug)?;
            let side = match balance.cmp(&Decimal::ZERO) {
                std::cmp::Ordering::Equal => continue,
                std::cmp::Ordering::Greater => "credit",
                std::cmp::Ordering::Less => "debit",
            };
            profit -= balance;
            lines.push(json!({"account": row.get("code"), side: balance.abs().to_string()}));
        }
        let (to, from) =
            if profit < Decimal::ZERO { ("debit", "credit") } else { ("credit", "debit") };
        let amount = profit.abs().to_string();
        lines.push(json!({"account": "3103", to: amount}));
        self.close_with(day, "sample-memo-results", lines)?;
        let lines = vec![
            json!({"account": "3103", from: amount}),
            json!({"account": "310415", to: amount}),
        ];
        self.close_with(day, "sample-memo-undistributed", lines)
    }

    fn close_with(&mut self, day: NaiveDate, memo: &str, lines: Vec<Value>) -> Result<(), Refusal> {
        let request = json!({"do": "record_entry", "date": day, "memo": self.say(memo),
            "kind": "closing", "lines": lines, "post": true});
        self.perform(day, request).map(drop)
    }
}
