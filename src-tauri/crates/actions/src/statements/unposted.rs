//! Entries laid over the figures of the book: drafts, where a statement is asked to count them in, and entries posted
//! after an operation, taken out again where it is asked for what the book knew then.
//!
//! Of drafts only those that could be posted as they are: the others would make a statement that does not balance, and
//! are counted as left out. Both are few beside the book, so they are read; balances are not touched.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kontor_ledger::account::{Account, AccountId};
use kontor_ledger::activity;
use kontor_ledger::balance::{Turnover, reclassified};
use kontor_ledger::entry::{Entry, EntryKind, Line};
use kontor_ledger::money::Amount;
use kontor_ledger::party::PartyId;
use kontor_ledger::period::PeriodKey;
use kontor_reports::UnpostedCount;
use kontor_store::Connection;
use kontor_store::drafts::{self, Draft};
use kontor_store::entries::{Changed, since};
use kontor_store::figures::{self, BroughtIn, Movement};

use super::GetStatement;
use crate::context::Context;
use crate::entries::{content_of, planned};
use crate::errors::{Code, Refusal};

/// Entries laid over the book; none where a statement asks for what is posted, as it is now.
#[derive(Debug, Default)]
pub(crate) struct Unposted {
    is_asked: bool,
    entries: Vec<(Draft, Entry)>,
    left_out: u32,
    since: Vec<Changed>,
    brought_in_since: BroughtIn,
}

impl Unposted {
    /// What a statement up to a day counts in, and what it takes out.
    pub(crate) fn asked(
        context: &Context<'_>,
        request: &GetStatement,
        until: NaiveDate,
    ) -> Result<Self, Refusal> {
        let mut unposted = match request.known_at {
            Some(operation) => Self::as_known_at(context, operation)?,
            None => Self::default(),
        };
        unposted.is_asked = request.include_unposted;
        if !request.include_unposted {
            return Ok(unposted);
        }
        for draft in drafts::list(context.connection, None)? {
            if draft.date > until {
                continue;
            }
            let entry = content_of(context, &draft).and_then(|entry| planned(context, entry));
            match entry {
                Ok(planned) => unposted.entries.push((draft, planned.entry)),
                Err(_) => unposted.left_out += 1,
            }
        }
        Ok(unposted)
    }

    /// What takes the book back to what it knew after an operation.
    pub(crate) fn as_known_at(context: &Context<'_>, operation: i64) -> Result<Self, Refusal> {
        let last = kontor_store::head(context.connection)?.number;
        if operation < 1 || operation > last {
            return Err(Refusal::new(Code::UnknownOperation)
                .with("operation", operation)
                .with("last", last)
                .with("field", "known_at"));
        }
        Ok(Self {
            since: since(context.connection, operation)?,
            brought_in_since: figures::brought_in_since(context.connection, operation)?,
            ..Self::default()
        })
    }

    /// How many are counted in and how many left out, where they were asked for.
    pub(crate) fn count(&self) -> Option<UnpostedCount> {
        let included = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.is_asked.then_some(UnpostedCount { included, left_out: self.left_out })
    }

    /// The entries that are not what they were.
    pub(crate) fn changed(&self) -> &[Changed] {
        &self.since
    }

    /// The lines of drafts between two days, each with its draft and its entry.
    pub(super) fn lines(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (&Draft, &Entry, &Line)> {
        self.entries
            .iter()
            .filter(move |(draft, _)| from <= draft.date && draft.date <= to)
            .flat_map(|(draft, entry)| entry.lines.iter().map(move |line| (draft, entry, line)))
    }

    /// Every entry that is laid over, and whether it is added or taken out.
    fn laid(&self) -> impl Iterator<Item = (bool, &Entry)> {
        let drafts = self.entries.iter().map(|(_, entry)| (true, entry));
        let since = self.since.iter().flat_map(|changed| {
            let before = changed.before.iter().map(|entry| (true, entry));
            before.chain(std::iter::once((false, &changed.now)))
        });
        drafts.chain(since)
    }

    /// What is laid over the movements between two days, debit and credit with the sign they have.
    fn moving(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (&Entry, &Line, Result<Turnover, Refusal>)> {
        let within = move |entry: &Entry| {
            entry.kind != EntryKind::Opening && from <= entry.date && entry.date <= to
        };
        self.laid().filter(move |(_, entry)| within(entry)).flat_map(|(is_added, entry)| {
            entry.lines.iter().map(move |line| (entry, line, signed(line, is_added)))
        })
    }

    /// What is laid over the balances of a day; opening balances count on every day.
    fn standing(&self, at: NaiveDate) -> impl Iterator<Item = (&Line, Result<Turnover, Refusal>)> {
        let counts = move |entry: &Entry| entry.kind == EntryKind::Opening || entry.date <= at;
        self.laid().filter(move |(_, entry)| counts(entry)).flat_map(|(is_added, entry)| {
            entry.lines.iter().map(move |line| (line, signed(line, is_added)))
        })
    }

    pub(super) fn balances(
        &self,
        connection: &Connection,
        at: NaiveDate,
    ) -> Result<BTreeMap<AccountId, Amount>, Refusal> {
        let mut sums = figures::balances(connection, at)?;
        for (line, turnover) in self.standing(at) {
            let sum = sums.entry(line.account).or_default();
            *sum = sum.plus(turnover?.net_debit()?)?;
        }
        Ok(sums)
    }

    pub(super) fn movement(
        &self,
        connection: &Connection,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Movement, Refusal> {
        let mut sums = figures::movement(connection, from, to)?;
        for (entry, line, turnover) in self.moving(from, to) {
            let sum = sums.entry((line.account, entry.kind)).or_default();
            *sum = sum.plus(turnover?)?;
        }
        Ok(sums)
    }

    pub(super) fn cash(
        &self,
        context: &Context<'_>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<BTreeMap<String, Amount>, Refusal> {
        let mut sums = figures::cash(context.connection, from, to)?;
        let chart = &context.facts.chart;
        for (_, line, turnover) in self.moving(from, to) {
            if chart.get(line.account).is_some_and(|account| account.is_cash) {
                let item = line.cash_flow_item.clone().unwrap_or_default();
                let sum = sums.entry(item).or_default();
                *sum = sum.plus(turnover?.net_debit()?)?;
            }
        }
        Ok(sums)
    }

    /// What was brought in of the year before the book, as far as it was known.
    pub(super) fn brought_in(
        &self,
        connection: &Connection,
        period: PeriodKey,
    ) -> Result<BroughtIn, Refusal> {
        let mut brought_in = figures::brought_in(connection, period)?;
        for (account, turnover) in &self.brought_in_since.accounts {
            let sum = brought_in.accounts.entry(*account).or_default();
            sum.debit = sum.debit.minus(turnover.debit)?;
            sum.credit = sum.credit.minus(turnover.credit)?;
        }
        for (item, amount) in &self.brought_in_since.cash {
            let sum = brought_in.cash.entry(item.clone()).or_default();
            *sum = sum.minus(*amount)?;
        }
        Ok(brought_in)
    }

    /// What belongs to another activity than its account's own, as the entries laid over leave it.
    pub(super) fn activities(
        &self,
        context: &Context<'_>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<BTreeMap<AccountId, Amount>, Refusal> {
        let mut sums = figures::activities(context.connection, from, to)?;
        let within = |entry: &Entry| from <= entry.date && entry.date <= to;
        for (is_added, entry) in self.laid().filter(|(_, entry)| within(entry)) {
            for (account, amount) in activity::of_entry(entry, &context.facts.chart)?.shifts {
                let sum = sums.entry(account).or_default();
                *sum = if is_added { sum.plus(amount)? } else { sum.minus(amount)? };
            }
        }
        Ok(sums)
    }

    /// The parties' debit and credit balances of each account, as the entries laid over leave them.
    pub(super) fn sides(
        &self,
        context: &Context<'_>,
        at: NaiveDate,
    ) -> Result<BTreeMap<AccountId, Turnover>, Refusal> {
        let mut sums = figures::sides(context.connection, at)?;
        let chart = &context.facts.chart;
        let mut moved: BTreeMap<(AccountId, PartyId), Amount> = BTreeMap::new();
        for (line, turnover) in self.standing(at) {
            let is_kept = chart.get(line.account).is_some_and(Account::is_kept_per_party);
            if let Some(party) = line.party.filter(|_| is_kept) {
                let sum = moved.entry((line.account, party)).or_default();
                *sum = sum.plus(turnover?.net_debit()?)?;
            }
        }
        for ((account, party), amount) in moved {
            let before = figures::party_balance_at(context.connection, account, party, at)?;
            let sum = sums.entry(account).or_default();
            *sum = sum.plus(reclassified(before, before.plus(amount)?)?)?;
        }
        Ok(sums)
    }
}

/// What a line moves, with its sign turned where it is taken out.
fn signed(line: &Line, is_added: bool) -> Result<Turnover, Refusal> {
    if is_added {
        return Ok(Turnover { debit: line.debit, credit: line.credit });
    }
    Ok(Turnover { debit: line.debit.negated()?, credit: line.credit.negated()? })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use kontor_reports::{Format, Lang};
    use serde_json::{Value, json};

    use super::super::GetStatement;
    use crate::context::Now;
    use crate::demo::opened;
    use crate::door::Door;

    fn moment(n: u128) -> Now {
        opened::moment("2026-03-20", n)
    }

    fn statement(door: &Door, name: &str, include: bool) -> Value {
        let about = json!({"ask": "get_statement", "name": name, "period": "2026-03",
            "include_unposted": include});
        door.ask(about, &moment(1)).unwrap()
    }

    fn record(door: &mut Door, n: u128, lines: &Value, post: bool) -> uuid::Uuid {
        let entry = json!({"do": "record_entry", "date": "2026-03-18", "memo": "试算", "lines": lines,
            "post": post});
        door.perform(entry, &moment(n)).unwrap().given[0].uid
    }

    /// The sample company's book without the drafts that wait in it.
    fn sample() -> (tempfile::TempDir, Door) {
        let (folder, mut door) = opened::opened("2026-03-20");
        let drafts =
            door.ask(json!({"ask": "list_entries", "status": "draft"}), &moment(3)).unwrap();
        for (n, row) in (1000..).zip(drafts["rows"].as_array().unwrap()) {
            let discard = json!({"do": "discard_entry", "entry": row["uid"]});
            door.perform(discard, &moment(n)).unwrap();
        }
        (folder, door)
    }

    /// Whatever a statement says with the drafts counted in, it says without them once they are posted.
    #[test]
    fn counting_drafts_in_gives_what_posting_them_gives() {
        let (_folder, mut door) = sample();
        let parties = door.ask(json!({"ask": "list_parties", "limit": 1}), &moment(2)).unwrap();
        let party = parties["rows"][0]["uid"].clone();
        // Moves cash, profit, and a party from owing to being owed.
        let cash = json!([{"account": "560212", "debit": "500.00"}, {"account": "1002", "credit": "500.00"}]);
        let owed = json!([{"account": "1002", "debit": "900000.00"},
            {"account": "1122", "credit": "900000.00", "party": party}]);
        let uneven =
            json!([{"account": "560212", "debit": "7.00"}, {"account": "1002", "credit": "6.00"}]);
        let drafts = [record(&mut door, 10, &cash, false), record(&mut door, 11, &owed, false)];
        record(&mut door, 12, &uneven, false);

        let names = super::super::NAMES;
        let with: Vec<Value> = names.iter().map(|name| statement(&door, name, true)).collect();
        let without = statement(&door, "balance-sheet", false);
        assert_eq!(without["includes_unposted"], Value::Null);
        for (n, uid) in (20..).zip(drafts) {
            door.perform(json!({"do": "post_entry", "entry": uid}), &moment(n)).unwrap();
        }
        for (name, with) in names.iter().zip(&with) {
            let posted = statement(&door, name, false);
            assert_eq!(with["rows"], posted["rows"], "{name}");
            assert_eq!(with["checks"], posted["checks"], "{name}");
            let said = &with["includes_unposted"];
            assert_eq!((said["included"].as_u64(), said["left_out"].as_u64()), (Some(2), Some(1)));
            assert_eq!(said["label_zh"], "含未记账凭证 2 张，另有 1 张还不能记账，未计入");
        }
        assert_ne!(without["rows"], with[2]["rows"]);
    }

    #[test]
    fn drafts_behind_a_figure_are_marked_and_paper_says_how_many() {
        let (_folder, mut door) = sample();
        let cash = json!([{"account": "560212", "debit": "500.00"}, {"account": "1002", "credit": "500.00"}]);
        let draft = record(&mut door, 10, &cash, false);
        let behind = |include: bool| {
            let about = json!({"ask": "behind_figure", "name": "balance-sheet", "row": "cash",
                "column": "closing", "period": "2026-03", "limit": 500, "include_unposted": include});
            let answer = door.ask(about, &moment(11)).unwrap();
            let marked = answer["entries"].as_array().unwrap().iter();
            marked
                .filter(|row| row["is_draft"] == true)
                .map(|row| row["uid"].clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(behind(true), [json!(draft)]);
        assert_eq!(behind(false), [Value::Null; 0]);
        let request = GetStatement {
            name: "trial-balance".to_owned(),
            period: Some("2026-03".to_owned()),
            include_unposted: true,
            ..GetStatement::default()
        };
        for format in [Format::Text, Format::Csv] {
            let bytes =
                crate::prints::print(&door, &request, format, Lang::Both, &moment(12)).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains("含未记账凭证 1 张"), "{text}");
            assert!(text.contains("includes entries not yet posted: 1"), "{text}");
        }
    }
}
