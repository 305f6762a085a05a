//! The income statement of one period, and the rows its profit is made of. Costs by accounts: whole periods stand in
//! the balances.

use std::collections::BTreeMap;

use kontor_ledger::account::AccountId;
use kontor_ledger::entry::EntryKind;
use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_reports::{ColumnFigures, ColumnKey, How, Layout, LayoutRow, Statement, evaluate};
use kontor_store::figures;

use super::layout;
use crate::context::Context;
use crate::errors::Refusal;

/// The row an income statement ends with.
const PROFIT: &str = "profit";

/// The income statement of a period, closing entries left out.
pub(crate) struct Income {
    layout: &'static Layout,
    statement: Statement,
}

/// A row that profit is made of, and its share of it: a cost below nothing.
pub(crate) struct ProfitPart<'a> {
    pub(crate) row: &'a LayoutRow,
    pub(crate) amount: Amount,
}

impl Income {
    /// Works it out.
    pub(crate) fn of(context: &Context<'_>, period: &Period) -> Result<Self, Refusal> {
        let layout = layout(context, "income-statement", period.last_day)?;
        let mut movements: BTreeMap<AccountId, Amount> = BTreeMap::new();
        let moved = figures::movement(context.connection, period.first_day, period.last_day)?;
        for ((account, kind), turnover) in moved {
            if kind == EntryKind::Normal {
                let sum = movements.entry(account).or_default();
                *sum = sum.minus(turnover.net_debit()?)?;
            }
        }
        let code = |account: AccountId| crate::plan::account_code(&context.facts.chart, account);
        let column = ColumnFigures {
            movements: movements.into_iter().map(|(id, amount)| (code(id), amount)).collect(),
            ..ColumnFigures::empty(ColumnKey::Period)
        };
        let statement = evaluate(layout, &[column], context.currency()).map_err(Refusal::bug)?;
        Ok(Self { layout, statement })
    }

    /// The figure of a row; nothing when there is no such row.
    pub(crate) fn amount(&self, key: &str) -> Amount {
        let value = self.statement.row(key).and_then(|row| row.values.first());
        value.copied().unwrap_or_default()
    }

    /// The profit.
    pub(crate) fn profit(&self) -> Amount {
        self.amount(PROFIT)
    }

    /// A row's share of the profit.
    pub(crate) fn part(&self, key: &str) -> Amount {
        self.parts().find(|part| part.row.key == key).map_or(Amount::ZERO, |part| part.amount)
    }

    /// The rows that profit is made of, in the order of the statement; together they are the profit.
    pub(crate) fn parts(&self) -> impl Iterator<Item = ProfitPart<'_>> {
        let mut signs = BTreeMap::new();
        if let Some(profit) = self.layout.rows().find(|row| row.key == PROFIT) {
            self.gather(profit, false, &mut signs);
        }
        self.layout.rows().filter_map(move |row| {
            let is_minus = *signs.get(&row.row)?;
            let amount = self.amount(&row.key);
            let amount = if is_minus { amount.negated().ok()? } else { amount };
            Some(ProfitPart { row, amount })
        })
    }

    /// Follows totals down to the rows that are taken from accounts.
    fn gather(&self, row: &LayoutRow, is_minus: bool, signs: &mut BTreeMap<u16, bool>) {
        let is_total = row.take.iter().any(|term| term.how == How::Row);
        if !is_total {
            signs.insert(row.row, is_minus);
            return;
        }
        for term in &row.take {
            for number in &term.rows {
                if let Some(next) = self.layout.rows().find(|other| other.row == *number) {
                    self.gather(next, is_minus != term.minus, signs);
                }
            }
        }
    }
}
