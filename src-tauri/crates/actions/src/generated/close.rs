//! The close of a period as generators see it: what is posted, plus what generators before them propose.

use kontor_ledger::account::{Account, AccountId, Class};
use kontor_ledger::balance::Turnover;
use kontor_ledger::close::is_year_end;
use kontor_ledger::entry::{EntryKind, Line};
use kontor_ledger::generated::{Generator, Proposal};
use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_reports::words::Arg;
use kontor_store::generated::{Moved, Span, moved};

use super::policy::{self, Policy};
use crate::context::Context;
use crate::errors::{Code, Refusal};

/// What a generator may look at.
pub(crate) struct Close<'a> {
    /// The book.
    pub(crate) context: &'a Context<'a>,
    /// The period that is closed.
    pub(crate) period: Period,
    /// What the company decided.
    pub(crate) policy: Policy,
    posted: Vec<Moved>,
    /// Lines that are not posted but proposed, and posted ones that are proposed anew, with their sign turned.
    shifts: Vec<(EntryKind, Line)>,
    /// What generators before propose in full, posted or not.
    proposals: Vec<Proposal>,
}

impl<'a> Close<'a> {
    /// Reads what is posted up to the end of a period.
    pub(super) fn read(context: &'a Context<'a>, period: Period) -> Result<Self, Refusal> {
        Ok(Self {
            context,
            period,
            policy: policy::of(context, period.key),
            posted: moved(context.connection, period.key)?,
            shifts: Vec::new(),
            proposals: Vec::new(),
        })
    }

    /// Counts lines in.
    pub(super) fn give(&mut self, kind: EntryKind, lines: &[Line]) {
        self.shifts.extend(lines.iter().map(|line| (kind, line.clone())));
    }

    /// Keeps what a generator proposes, for those after it.
    pub(super) fn keep(&mut self, proposal: Proposal) {
        self.proposals.push(proposal);
    }

    /// What a generator before proposes in full, posted or not.
    pub(crate) fn proposed(&self, generator: Generator) -> impl Iterator<Item = &Proposal> {
        self.proposals.iter().filter(move |proposal| proposal.generator == generator)
    }

    /// Counts posted lines out, for their generator proposes them anew.
    pub(super) fn take(&mut self, kind: EntryKind, lines: &[Line]) -> Result<(), Refusal> {
        for line in lines {
            let mut taken = line.clone();
            (taken.debit, taken.credit) = (line.debit.negated()?, line.credit.negated()?);
            if let Some(foreign) = &mut taken.foreign {
                foreign.amount = foreign.amount.negated()?;
            }
            self.shifts.push((kind, taken));
        }
        Ok(())
    }

    /// The lines that differ from what is posted: proposed by generators before, or counted out because they are
    /// proposed anew. For balances by other measures than account and party.
    pub(crate) fn shifts(&self) -> impl Iterator<Item = &Line> {
        self.shifts.iter().map(|(_, line)| line)
    }

    /// The balance of an account at the end of the period, debit positive.
    pub(crate) fn balance(&self, account: AccountId) -> Result<Amount, Refusal> {
        let mut sum = Amount::ZERO;
        let own = |moved: &&Moved| moved.account == account && moved.kind.is_some();
        for moved in self.posted.iter().filter(own) {
            sum = sum.plus(moved.turnover.net_debit()?)?;
        }
        for line in self.shifts().filter(|line| line.account == account) {
            sum = sum.plus(line.net_debit()?)?;
        }
        Ok(sum)
    }

    /// What moved on an account in the period by business; transfers of profit and loss are none.
    pub(crate) fn turnover(&self, account: AccountId) -> Result<Turnover, Refusal> {
        self.moved(account, |span| span == Span::Period)
    }

    /// The same from the beginning of the fiscal year, with what was brought in of it.
    pub(crate) fn year_turnover(&self, account: AccountId) -> Result<Turnover, Refusal> {
        let brought_in =
            self.posted.iter().filter(|moved| moved.account == account && moved.kind.is_none());
        let mut sum = self.moved(account, |span| span >= Span::Year)?;
        for moved in brought_in.filter(|moved| moved.span >= Span::Year) {
            sum = sum.plus(moved.turnover)?;
        }
        Ok(sum)
    }

    fn moved(&self, account: AccountId, within: fn(Span) -> bool) -> Result<Turnover, Refusal> {
        let mut sum = Turnover::default();
        let own = |moved: &&Moved| {
            moved.account == account && moved.kind == Some(EntryKind::Normal) && within(moved.span)
        };
        for moved in self.posted.iter().filter(own) {
            sum = sum.plus(moved.turnover)?;
        }
        let shifts = self
            .shifts
            .iter()
            .filter(|(kind, line)| *kind == EntryKind::Normal && line.account == account);
        for (_, line) in shifts {
            sum = sum.plus(Turnover { debit: line.debit, credit: line.credit })?;
        }
        Ok(sum)
    }

    /// The profit of the fiscal year to the end of the period, before what a generator adds itself.
    pub(crate) fn year_profit(&self) -> Result<Amount, Refusal> {
        let mut profit = Amount::ZERO;
        for account in self.accounts(|account| account.class == Class::ProfitLoss) {
            profit = profit.minus(self.year_turnover(account.id)?.net_debit()?)?;
        }
        Ok(profit)
    }

    /// Whether the period is the last of its fiscal year.
    pub(crate) fn is_year_end(&self) -> bool {
        is_year_end(&self.context.facts.periods, self.period.key)
    }

    /// The accounts of a kind, by code.
    pub(crate) fn accounts(&self, is_meant: impl Fn(&Account) -> bool) -> Vec<&'a Account> {
        let chart = &self.context.facts.chart;
        let mut accounts: Vec<&Account> =
            chart.accounts().filter(|account| is_meant(account)).collect();
        accounts.sort_by(|one, other| one.code.cmp(&other.code));
        accounts
    }

    /// An account and those below it, by code.
    pub(crate) fn below(&self, code: &str) -> Vec<&'a Account> {
        self.accounts(|account| account.code.starts_with(code))
    }

    /// The account of a role; a rule that needs one the book lacks refuses and names it (P0.5).
    pub(crate) fn role(&self, rule: &'static str, role: &str) -> Result<AccountId, Refusal> {
        self.context
            .role_account(role)
            .ok_or_else(|| Refusal::new(Code::RoleMissing).with("rule", rule).with("role", role))
    }

    /// A proposal of the period's last day, with its memo in the language of the book.
    pub(crate) fn proposal(
        &self,
        generator: Generator,
        key: &str,
        kind: EntryKind,
        (memo, facts): (&str, &[(&str, Arg<'_>)]),
        lines: Vec<Line>,
    ) -> Proposal {
        let memo = self.context.words().say(memo, facts);
        let date = self.period.last_day;
        Proposal { generator, key: key.to_owned(), date, kind, memo, lines }
    }
}
