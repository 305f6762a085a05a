//! The year so far: profit by the income statement, income tax on it, and whether the company is small and low in profit.

use chrono::NaiveDate;
use kontor_ledger::entry::EntryKind;
use kontor_ledger::money::Amount;
use kontor_ledger::tax::income::{IncomeTax, SmallLowProfit, income_tax};
use kontor_store::figures;

use super::data;
use super::figures::{Figures, is_chinese, is_small};
use crate::errors::{Code, Refusal};
use crate::statements::{GetStatement, Span, Unposted, make, year_start};

impl Figures<'_> {
    /// Whether half of the surcharges is given: to small-scale taxpayers, and to small low-profit companies.
    pub(crate) fn is_halved(&self) -> Result<bool, Refusal> {
        if !data::halves(self.span.to) {
            return Ok(false);
        }
        Ok(is_small(self.context) || self.small_low_profit()?.is_some_and(|(_, is_met)| is_met))
    }

    /// What makes a company small and low in profit, and whether this one is, by its year so far.
    pub(crate) fn small_low_profit(&self) -> Result<Option<(SmallLowProfit, bool)>, Refusal> {
        let (Some(conditions), Some(profile)) =
            (data::small_low_profit(self.span.to), self.profile)
        else {
            return Ok(None);
        };
        let profit = self.year_row("profit-before-tax")?;
        let is_met = conditions.is_met(profit, profile.staff, profile.assets);
        Ok(Some((conditions, is_met)))
    }

    /// A row of the income statement, of the year so far.
    pub(crate) fn year_row(&self, key: &str) -> Result<Amount, Refusal> {
        let request = GetStatement {
            name: "income-statement".to_owned(),
            from: Some(self.year_start()),
            to: Some(self.span.to),
            ..GetStatement::default()
        };
        let span = Span { from: self.year_start(), to: self.span.to };
        let unposted = Unposted::asked(self.context, &request, span.to)?;
        let statement = make(self.context, &request, span, &unposted)?;
        let row = statement.row(key);
        Ok(row.and_then(|row| row.values.get(1)).copied().unwrap_or_default())
    }

    pub(crate) fn year_start(&self) -> NaiveDate {
        year_start(self.context, self.span.to)
    }

    /// Income tax of the year so far.
    pub(crate) fn income(&self) -> Result<IncomeTax, Refusal> {
        self.income_on(self.year_row("profit-before-tax")?)
    }

    /// Income tax on a profit of the year so far.
    pub(crate) fn income_on(&self, profit: Amount) -> Result<IncomeTax, Refusal> {
        let profile = self.needed_profile()?;
        if !is_chinese(self.context) {
            let rate = profile.income_rate.ok_or_else(|| {
                Refusal::new(Code::TaxProfileMissing).with("period", self.periods.1)
            })?;
            return Ok(income_tax(profit, rate, None, self.currency())?);
        }
        let rate = profile.income_rate.or_else(|| data::income_rate(self.span.to));
        let reduced = data::small_low_profit(self.span.to)
            .filter(|small| small.is_met(profit, profile.staff, profile.assets))
            .map(|small| small.rate);
        Ok(income_tax(profit, rate.unwrap_or_default(), reduced, self.currency())?)
    }

    /// Income tax of this year that was paid: what was debited beyond what stood at its beginning.
    pub(crate) fn income_paid(&self) -> Result<Amount, Refusal> {
        let start = self.year_start();
        let Some(account) = self.context.role_account("income-tax-payable") else {
            return Ok(Amount::ZERO);
        };
        let connection = self.context.connection;
        let mut paid = Amount::ZERO;
        for ((moved, _), turnover) in figures::movement(connection, start, self.span.to)? {
            if moved == account {
                paid = paid.plus(turnover.debit)?;
            }
        }
        let before = start.pred_opt().unwrap_or(start);
        let opening = figures::balances(connection, before)?.get(&account).copied();
        let owed_before = opening.unwrap_or_default().negated()?.max(Amount::ZERO);
        Ok(paid.minus(owed_before)?.max(Amount::ZERO))
    }

    /// Income tax the year's books carry so far, closing entries left out.
    pub(crate) fn accrued_income_tax(&self) -> Result<Amount, Refusal> {
        let Some(account) = self.context.role_account("income-tax-expense") else {
            return Ok(Amount::ZERO);
        };
        let moved = figures::movement(self.context.connection, self.year_start(), self.span.to)?;
        let sum = moved.get(&(account, EntryKind::Normal)).copied().unwrap_or_default();
        Ok(sum.net_debit()?)
    }
}
