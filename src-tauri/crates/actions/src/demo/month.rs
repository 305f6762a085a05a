//! A month of the sample company: sales and receipts day by day, then what every month brings.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::Life;
use crate::errors::Refusal;

/// Cash, bank and wallet, as counter sales are paid.
const PAID_INTO: [&str; 3] = ["101201", "1001", "101202"];

impl Life {
    pub(super) fn month(&mut self, first: NaiveDate, until: NaiveDate) -> Result<(), Refusal> {
        let last = first
            .checked_add_months(Months::new(1))
            .and_then(|next| next.pred_opt())
            .ok_or_else(|| Refusal::bug("day out of range"))?;
        self.buy(first)?;
        self.pay_rent(first)?;
        let mut day = first;
        while day <= last.min(until) {
            if day.weekday() != Weekday::Sun {
                self.day(day)?;
            }
            day = day.checked_add_days(Days::new(1)).ok_or_else(|| Refusal::bug("day"))?;
        }
        if last > until {
            return Ok(());
        }
        self.end_of_month(last)?;
        if last.month() == 12 {
            self.end_of_year(last)?;
        }
        let is_settled = last.checked_add_months(Months::new(2)).is_some_and(|day| day <= until);
        if is_settled {
            let period = first.format("%Y-%m").to_string();
            self.perform(last, json!({"do": "close_period", "period": period}))?;
        }
        Ok(())
    }

    fn day(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        // More people come at the end of the week and before the new year.
        let busy = u64::from(matches!(day.weekday(), Weekday::Fri | Weekday::Sat))
            + u64::from(day.month() == 12);
        if self.draw(3) + busy >= 2 {
            self.counter_sale(day)?;
        }
        if self.draw(5) == 0 {
            self.credit_sale(day)?;
        }
        if self.draw(4) == 0 {
            self.collect(day)?;
        }
        Ok(())
    }

    /// One to three different items; their cost and tax are remembered.
    fn sale_lines(&mut self, largest: u64) -> (Vec<Value>, Decimal) {
        let mut lines = Vec::new();
        let mut gross = Decimal::ZERO;
        let count = 1 + self.draw(3);
        let mut place = self.draw(self.items.len() as u64);
        for _ in 0..count {
            let quantity = Decimal::from(1 + self.draw(largest));
            let index = usize::try_from(place).unwrap_or_default();
            place = (place + 1 + self.draw(3)) % self.items.len().max(1) as u64;
            let (Some(uid), Some(item)) = (self.items.get(index), self.shop.items.get(index))
            else {
                continue;
            };
            let line = item.price * quantity;
            gross += line;
            self.cost_of_sales += item.cost * quantity;
            lines.push(json!({"item": uid, "quantity": quantity.to_string(),
                "unit_price": item.price.to_string(), "tax_included": true, "rate": self.rate}));
        }
        (lines, gross)
    }

    fn counter_sale(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let (lines, gross) = self.sale_lines(2);
        let place = usize::try_from(self.draw(PAID_INTO.len() as u64)).unwrap_or_default();
        let account = PAID_INTO.get(place).copied().unwrap_or("1001");
        let request = json!({"do": "record_sale", "date": day, "lines": lines,
            "paid": [{"account": account, "amount": gross.to_string()}]});
        self.perform(day, request).map(drop)
    }

    fn credit_sale(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let (lines, _) = self.sale_lines(6);
        let place = usize::try_from(self.draw(self.customers.len() as u64)).unwrap_or_default();
        let customer = self.customers.get(place).copied();
        let request =
            json!({"do": "record_sale", "date": day, "customer": customer, "lines": lines});
        self.perform(day, request).map(drop)
    }

    /// Somebody pays their oldest invoice, sometimes half of it, rarely something in advance.
    fn collect(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let place = usize::try_from(self.draw(self.customers.len() as u64)).unwrap_or_default();
        let Some(customer) = self.customers.get(place).copied() else { return Ok(()) };
        let open = self.ask(day, json!({"ask": "list_open_invoices", "customer": customer}))?;
        let Some(amount) = open.pointer("/rows/0/open").and_then(Value::as_str) else {
            return Ok(());
        };
        let owed: Decimal = amount.parse().map_err(Refusal::bug)?;
        let received = match self.draw(6) {
            0 => (owed / Decimal::TWO)
                .round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero),
            1 => owed + Decimal::from(200),
            _ => owed,
        };
        let request = json!({"do": "receive_money", "date": day, "customer": customer,
            "account": "1002", "amount": received.to_string()});
        self.perform(day, request).map(drop)
    }

    /// Goods for the month on credit; what was bought the month before is paid.
    fn buy(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let supplier = self.suppliers.get(usize::from(!day.month0().is_multiple_of(2))).copied();
        let other = self.suppliers.get(usize::from(day.month0().is_multiple_of(2))).copied();
        // The shelves are filled once; then what is sold is bought again.
        let amount = if self.is_new { 48_000 } else { 20_000 + 500 * self.draw(12) };
        self.is_new = false;
        let amount = Decimal::from(amount).to_string();
        let stock = json!({"account": "1405", "debit": amount});
        let owed = json!({"account": "2202", "credit": amount, "party": supplier});
        self.post(day, "采购商品", vec![stock, owed])?;
        if let Some(uid) = other {
            let behind = self.owed_to(day, uid)?;
            if behind > Decimal::ZERO {
                let amount = behind.to_string();
                let paid = json!({"account": "2202", "debit": amount, "party": uid});
                let bank = json!({"account": "1002", "credit": amount});
                self.post(day, "支付货款", vec![paid, bank])?;
            }
        }
        Ok(())
    }

    fn owed_to(&self, day: NaiveDate, supplier: uuid::Uuid) -> Result<Decimal, Refusal> {
        let context = self.door.context(&super::moment(day, 0)).map(|context| {
            let account = context.facts.chart.find("2202").map(|account| account.id.0);
            let party = kontor_store::parties::find(context.connection, supplier);
            (account, party)
        })?;
        let (Some(account), Some(party)) = (context.0, context.1?) else {
            return Ok(Decimal::ZERO);
        };
        let connection = self.door.book().connection();
        let balance = kontor_store::parties::balance(connection, party.id, account)?;
        Ok(balance.negated()?.to_decimal(kontor_ledger::money::Currency::CNY))
    }

    fn pay_rent(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let rent = self.shop.rent.to_string();
        self.entry(day, "支付本月店租", &[("560112", "debit", &rent), ("1002", "credit", &rent)])
    }

    fn end_of_month(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let wages = self.shop.wages.to_string();
        self.entry(day, "计提工资", &[("560101", "debit", &wages), ("221101", "credit", &wages)])?;
        self.entry(day, "发放工资", &[("221101", "debit", &wages), ("1002", "credit", &wages)])?;
        let utilities = self.shop.utilities.to_string();
        self.entry(
            day,
            "支付水电费",
            &[("560206", "debit", &utilities), ("1002", "credit", &utilities)],
        )?;
        let charges = self.shop.bank_charges.to_string();
        self.entry(
            day,
            "银行手续费",
            &[("560303", "debit", &charges), ("1002", "credit", &charges)],
        )?;
        let wear = self.shop.depreciation.to_string();
        self.entry(day, "计提折旧", &[("560113", "debit", &wear), ("1602", "credit", &wear)])?;
        let cost = self.cost_of_sales.round_dp(2).to_string();
        self.cost_of_sales = Decimal::ZERO;
        self.entry(day, "结转销售成本", &[("5401", "debit", &cost), ("1405", "credit", &cost)])?;
        self.deposit_cash(day)?;
        if day.month().is_multiple_of(3) {
            self.pay_tax(day)?;
        }
        Ok(())
    }

    /// What is in the till and the wallets beyond a float goes to the bank.
    fn deposit_cash(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let accounts = self.ask(day, json!({"ask": "list_accounts"}))?;
        let rows = accounts.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
        for code in PAID_INTO {
            let row = rows.iter().find(|row| row.get("code").is_some_and(|c| c == code));
            let balance = row.and_then(|row| row.get("balance")).and_then(Value::as_str);
            let balance: Decimal = balance.unwrap_or("0").parse().map_err(Refusal::bug)?;
            let amount = balance - Decimal::from(1000);
            if amount > Decimal::ZERO {
                let amount = amount.to_string();
                self.entry(
                    day,
                    "存入银行",
                    &[("1002", "debit", &amount), (code, "credit", &amount)],
                )?;
            }
        }
        Ok(())
    }

    /// The quarter's VAT, as far as the account stands in credit.
    fn pay_tax(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let accounts = self.ask(day, json!({"ask": "list_accounts"}))?;
        let rows = accounts.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
        let row = rows.iter().find(|row| row.get("code").is_some_and(|code| code == "222101"));
        let balance = row.and_then(|row| row.get("balance")).and_then(Value::as_str);
        let balance: Decimal = balance.unwrap_or("0").parse().map_err(Refusal::bug)?;
        if balance < Decimal::ZERO {
            let tax = (-balance).to_string();
            self.entry(day, "缴纳增值税", &[("222101", "debit", &tax), ("1002", "credit", &tax)])?;
        }
        Ok(())
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
        let request = json!({"do": "record_entry", "date": day, "memo": "结转本年损益",
            "kind": "closing", "lines": lines, "post": true});
        self.perform(day, request)?;
        let lines =
            [json!({"account": "3103", from: amount}), json!({"account": "310415", to: amount})];
        let request = json!({"do": "record_entry", "date": day, "memo": "结转未分配利润",
            "kind": "closing", "lines": lines, "post": true});
        self.perform(day, request).map(drop)
    }
}
