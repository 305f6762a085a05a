//! The columns of a book of lines, by what its accounts keep: quantities 数量金额式, amounts of another currency 外币金额式.

use chrono::NaiveDate;
use kontor_ledger::balance::Turnover;
use kontor_ledger::money::{Amount, Currency};
use kontor_reports::{Bilingual, ColumnKind, Content, TableColumn};
use kontor_store::accounts::AccountRow;
use kontor_store::books::{self, BookLine, Part};

use crate::context::Context;
use crate::errors::Refusal;
use crate::ledgers::GetLedger;
use crate::ledgers::rows::{column, grouped, quantity, sided, unless_zero};

/// Which columns a book of lines has.
pub(super) struct Shape {
    is_journal: bool,
    has_party: bool,
    keeps_quantity: bool,
    currency: Option<Currency>,
    /// Names of the accounts on the other side.
    accounts: Vec<(i64, Bilingual)>,
}

/// The figures of a row.
pub(super) struct Figures {
    pub(super) turnover: Turnover,
    pub(super) balance: Amount,
    pub(super) quantity: i64,
    pub(super) foreign: i64,
    pub(super) quantity_left: i64,
    pub(super) foreign_left: i64,
    /// Whether nothing is written as zero: of a sum, not of a line.
    pub(super) is_sum: bool,
}

impl Shape {
    pub(super) fn of(
        context: &Context<'_>,
        request: &GetLedger,
        accounts: &[AccountRow],
    ) -> Result<Self, Refusal> {
        let mut currency = None;
        for row in accounts {
            if currency.is_none() {
                currency = books::currency(context.connection, row.account.id)?;
            }
        }
        let is_journal = request.name == "journal";
        let names = if is_journal {
            kontor_store::accounts::list(context.connection)?
                .into_iter()
                .map(|row| (row.account.id.0, Bilingual::new(row.name_zh, row.name_en)))
                .collect()
        } else {
            Vec::new()
        };
        let has_party = request.party.is_none() && request.name == "account-ledger";
        Ok(Self {
            is_journal,
            has_party: has_party && accounts.iter().any(|row| row.account.needs_party),
            keeps_quantity: accounts.iter().any(|row| row.keeps_quantity),
            currency: currency.filter(|currency| *currency != context.currency()),
            accounts: names,
        })
    }

    pub(super) fn is_journal(&self) -> bool {
        self.is_journal
    }

    /// The place of the column that says what a row is.
    pub(super) fn label(&self) -> usize {
        2
    }

    /// Quantity and other currency before a day, where they are kept.
    pub(super) fn before(
        &self,
        context: &Context<'_>,
        part: Part,
        day: NaiveDate,
    ) -> Result<(i64, i64), Refusal> {
        let quantity = match self.keeps_quantity {
            true => books::quantity_before(context.connection, part, day)?,
            false => 0,
        };
        let foreign = match self.currency {
            Some(currency) => {
                books::foreign_before(context.connection, part, currency.code(), day)?
            }
            None => 0,
        };
        Ok((quantity, foreign))
    }

    pub(super) fn columns(&self) -> Vec<TableColumn> {
        let mut columns = vec![
            column("ledger-date", ColumnKind::Code),
            column("ledger-number", ColumnKind::Code),
            column("ledger-memo", ColumnKind::Label),
        ];
        if self.is_journal {
            columns.push(column("ledger-counter", ColumnKind::Label));
        }
        if self.has_party {
            columns.push(column("ledger-party", ColumnKind::Label));
        }
        let side = column("ledger-side", ColumnKind::RowNumber);
        if !self.keeps_quantity && self.currency.is_none() {
            let amount = |key| column(key, ColumnKind::Amount);
            columns.extend([amount("ledger-debit"), amount("ledger-credit"), side]);
            columns.push(amount("ledger-balance"));
            return columns;
        }
        columns.extend(self.group("ledger-debit"));
        columns.extend(self.group("ledger-credit"));
        columns.push(side);
        columns.extend(self.group("ledger-balance"));
        columns
    }

    fn group(&self, group: &str) -> Vec<TableColumn> {
        let mut columns = Vec::new();
        if self.keeps_quantity {
            columns.push(grouped(group, "ledger-quantity"));
        }
        if let Some(currency) = self.currency {
            let code = Bilingual::new(currency.code(), currency.code());
            columns.push(TableColumn { label: code, ..grouped(group, "ledger-amount") });
        }
        columns.push(grouped(group, "ledger-amount"));
        columns
    }

    /// A row: of a line, or of a sum that says what it is.
    pub(super) fn row(
        &self,
        day: Option<NaiveDate>,
        line: Option<(&Context<'_>, &BookLine)>,
        memo: Content,
        figures: Figures,
    ) -> Result<Vec<Content>, Refusal> {
        let number = line.map(|(_, line)| Content::Text(line.number.clone()));
        let mut row =
            vec![day.map_or(Content::Empty, Content::Date), number.unwrap_or(Content::Empty), memo];
        if self.is_journal {
            row.push(match line {
                Some((context, line)) => self.counter(context, line)?,
                None => Content::Empty,
            });
        }
        if self.has_party {
            let party = line.and_then(|(_, line)| line.party.clone());
            row.push(party.map_or(Content::Empty, Content::Text));
        }
        let Turnover { debit, credit } = figures.turnover;
        let shown = |amount: Amount| match figures.is_sum {
            true => Content::Amount(amount),
            false => unless_zero(amount),
        };
        let is_debit = !debit.is_zero();
        let one = |value: i64, is_here: bool| if is_here { value } else { 0 };
        row.extend(self.extra(one(figures.quantity, is_debit), one(figures.foreign, is_debit)));
        row.push(shown(debit));
        row.extend(self.extra(one(figures.quantity, !is_debit), one(figures.foreign, !is_debit)));
        row.push(shown(credit));
        let [side, balance] = sided(figures.balance)?;
        row.push(side);
        let sign = if figures.balance.is_negative() { -1 } else { 1 };
        row.extend(self.extra(sign * figures.quantity_left, sign * figures.foreign_left));
        row.push(balance);
        Ok(row)
    }

    /// What stands before an amount: quantity, and amount in the other currency.
    fn extra(&self, millionths: i64, foreign: i64) -> Vec<Content> {
        let mut contents = Vec::new();
        if self.keeps_quantity {
            contents.push(quantity(millionths));
        }
        if let Some(currency) = self.currency {
            contents.push(match foreign {
                0 => Content::Empty,
                minor => Content::Number(Amount::from_minor(minor).to_text(currency)),
            });
        }
        contents
    }

    /// The account on the other side 对方科目; of several the first, and that there are more.
    fn counter(&self, context: &Context<'_>, line: &BookLine) -> Result<Content, Refusal> {
        let is_debit = !line.turnover.debit.is_zero();
        let found = books::counter_accounts(context.connection, line.place.1, is_debit)?;
        let Some(first) = found.first() else { return Ok(Content::Empty) };
        let name = self.accounts.iter().find(|(id, _)| *id == first.0).map(|(_, name)| name);
        let name = name.cloned().unwrap_or_default();
        let more = if found.len() > 1 { " …" } else { "" };
        let name = Bilingual::new(format!("{}{more}", name.zh), format!("{}{more}", name.en));
        Ok(Content::Label(name, 0))
    }
}
