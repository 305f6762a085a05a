//! A day of a sample company: what is sold over the counter and on credit, and who pays.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Life, Owed};
use crate::errors::Refusal;

/// Cash, bank and wallet, as counter sales are paid.
pub(super) const PAID_INTO: [&str; 3] = ["101201", "1001", "101202"];

/// One customer pays nothing of what they bought in so many days before the end.
const STOPPED_DAYS: u64 = 100;

/// On this day before the end that customer buys once more, so that something is overdue whatever was drawn.
const BOUGHT_DAYS: u64 = 75;

impl Life {
    pub(super) fn day(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        self.collect(day)?;
        if self.is_before_the_end(day, BOUGHT_DAYS) {
            let slow = self.company.customers.iter().position(|customer| customer.stops_paying);
            self.credit_sale(day, slow.unwrap_or_default())?;
        }
        if let Some(one_in) = self.company.pace.counter_one_in {
            // More people come at the end of the week and before the new year.
            let busy = u64::from(matches!(day.weekday(), Weekday::Fri | Weekday::Sat))
                + u64::from(day.month() == 12);
            if self.draw(one_in) + busy >= 2 {
                self.counter_sale(day)?;
            }
        }
        if self.draw(self.company.pace.credit_one_in) == 0 {
            let customer = self.draw(self.customers.len() as u64);
            self.credit_sale(day, usize::try_from(customer).unwrap_or_default())?;
        }
        Ok(())
    }

    /// Whether it is the working day that stands so many days before the end.
    fn is_before_the_end(&self, day: NaiveDate, days: u64) -> bool {
        let exact = self.until.checked_sub_days(Days::new(days)).unwrap_or(self.until);
        let later = u64::from(exact.weekday() == Weekday::Sun);
        exact.checked_add_days(Days::new(later)) == Some(day)
    }

    /// One to three different items; what they cost is remembered.
    fn sale_lines(&mut self, largest: u64, step: u64) -> (Vec<Value>, Decimal) {
        let mut lines = Vec::new();
        let mut gross = Decimal::ZERO;
        let count = 1 + self.draw(3);
        let mut place = self.draw(self.items.len() as u64);
        for _ in 0..count {
            let quantity = Decimal::from((1 + self.draw(largest)) * step);
            let index = usize::try_from(place).unwrap_or_default();
            place = (place + 1 + self.draw(3)) % self.items.len().max(1) as u64;
            let (Some(uid), Some(item)) = (self.items.get(index), self.company.items.get(index))
            else {
                continue;
            };
            gross += item.price * quantity;
            self.cost_of_sales += item.cost * quantity;
            lines.push(json!({"item": uid, "quantity": quantity.to_string(),
                "unit_price": item.price.to_string(), "tax_included": true, "rate": self.rate}));
        }
        (lines, gross)
    }

    fn counter_sale(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let (lines, gross) = self.sale_lines(2, 1);
        let place = usize::try_from(self.draw(PAID_INTO.len() as u64)).unwrap_or_default();
        let account = PAID_INTO.get(place).copied().unwrap_or("1001");
        let request = json!({"do": "record_sale", "date": day, "lines": lines,
            "paid": [{"account": account, "amount": gross.to_string()}]});
        self.perform(day, request).map(drop)
    }

    fn credit_sale(&mut self, day: NaiveDate, customer: usize) -> Result<(), Refusal> {
        let (largest, step) = (self.company.pace.largest_quantity, self.company.pace.quantity_step);
        let (lines, gross) = self.sale_lines(largest, step);
        let uid = self.customers.get(customer).copied();
        let request = json!({"do": "record_sale", "date": day, "customer": uid, "lines": lines});
        let done = self.perform(day, request)?;
        let sale = done.given.first().ok_or_else(|| Refusal::bug("nothing given"))?.uid;
        let pays_on = self.pays_on(day, customer);
        self.owed.push(Owed { customer, sale, open: gross, pays_on });
        Ok(())
    }

    /// The day a customer will pay what they buy today.
    fn pays_on(&mut self, day: NaiveDate, customer: usize) -> Option<NaiveDate> {
        let a_few_days = self.draw(4);
        let party = self.company.customers.get(customer)?;
        let stopped = self.until.checked_sub_days(Days::new(STOPPED_DAYS))?;
        if party.stops_paying && day > stopped {
            return None;
        }
        let days = u64::from(party.terms_days) + party.pays_late_days + a_few_days;
        day.checked_add_days(Days::new(days))
    }

    /// Whoever's day has come pays: mostly all of it, sometimes half and the rest later, rarely something in advance.
    fn collect(&mut self, day: NaiveDate) -> Result<(), Refusal> {
        let owed = std::mem::take(&mut self.owed);
        let (paying, waiting): (Vec<Owed>, Vec<Owed>) =
            owed.into_iter().partition(|one| one.pays_on.is_some_and(|pays_on| pays_on <= day));
        self.owed = waiting;
        for mut one in paying {
            let received = match self.draw(9) {
                0 => (one.open / Decimal::TWO).round_dp_with_strategy(
                    0,
                    rust_decimal::RoundingStrategy::MidpointAwayFromZero,
                ),
                1 => one.open + Decimal::from(200),
                _ => one.open,
            };
            let settled = received.min(one.open);
            let customer = self.customers.get(one.customer).copied();
            let request = json!({"do": "receive_money", "date": day, "customer": customer,
                "account": "1002", "amount": received.to_string(),
                "settle": [{"sale": one.sale, "amount": settled.to_string()}]});
            self.perform(day, request)?;
            one.open -= settled;
            if one.open > Decimal::ZERO {
                one.pays_on = day.checked_add_days(Days::new(20));
                self.owed.push(one);
            }
        }
        Ok(())
    }
}
