//! Balances: moved in the same transaction as the lines, and summed in Rust so that an overflow is an error.

use std::collections::BTreeMap;

use kontor_ledger::account::AccountId;
use kontor_ledger::balance::{Movements, PartyKey, Turnover, reclassified};
use kontor_ledger::entry::EntryKind;
use kontor_ledger::money::Amount;
use kontor_ledger::party::PartyId;
use rusqlite::{Connection, OptionalExtension as _};

use crate::currency_balances;
use crate::error::Result;
use crate::{kind_id, period_id};

/// The pseudo-period of opening balances in `side_balance`: before every period.
pub(crate) const BEFORE_ALL_PERIODS: i64 = 0;

/// The kind of turnover of the year before the book was opened.
pub(crate) const BROUGHT_IN: i64 = 3;

/// Adds movements to the balances of the file.
pub(crate) fn apply(connection: &Connection, movements: Movements) -> Result<()> {
    for ((period, account, kind), turnover) in &movements.accounts {
        add_account(connection, period_id(*period), account.0, kind_id(*kind), *turnover)?;
    }
    let mut sides = BTreeMap::new();
    // What moved on one party's account stands together; it is never all of an import at once.
    let mut parties = movements.parties.into_iter().peekable();
    while let Some(((account, party, _, _), _)) = parties.peek().copied() {
        let is_same = |key: &PartyKey| (key.0, key.1) == (account, party);
        let mut moves = Moves::new();
        while let Some(((_, _, period, kind), turnover)) = parties.next_if(|(key, _)| is_same(key))
        {
            moves.push((period_id(period), kind, turnover));
        }
        move_party(connection, account, party, &moves, &mut sides)?;
    }
    for ((period, account), change) in sides {
        add_side(connection, period, account, change)?;
    }
    for (key, turnover) in &movements.currencies {
        currency_balances::add(connection, key, *turnover)?;
    }
    for ((period, item, kind), amount) in &movements.cash {
        add_cash(connection, period_id(*period), item, kind_id(*kind), *amount)?;
    }
    for ((period, account), amount) in &movements.activities {
        add_activity(connection, period_id(*period), account.0, *amount)?;
    }
    Ok(())
}

/// What moved on one party's account, by period and kind of entry.
type Moves = Vec<(i64, EntryKind, Turnover)>;

/// What stands on one party's account, by period and kind of entry.
type Balances = BTreeMap<(i64, i64), Turnover>;

fn move_party(
    connection: &Connection,
    account: AccountId,
    party: PartyId,
    moves: &Moves,
    sides: &mut BTreeMap<(i64, i64), Turnover>,
) -> Result<()> {
    let balances = party_balances(connection, account, party)?;
    move_sides(account, &balances, moves, sides)?;
    let mut set = connection.prepare_cached(include_str!("balances/set_party.sql"))?;
    for (period, kind, turnover) in moves {
        let kind = kind_id(*kind);
        let sum = balances.get(&(*period, kind)).copied().unwrap_or_default().plus(*turnover)?;
        set.execute((account.0, party.0, period, kind, sum.debit.minor(), sum.credit.minor()))?;
    }
    let mut net = Amount::ZERO;
    for turnover in balances.values().chain(moves.iter().map(|(_, _, turnover)| turnover)) {
        net = net.plus(turnover.net_debit()?)?;
    }
    set_net(connection, account, party, net)
}

/// Keeps what stands on one party's account.
fn set_net(connection: &Connection, account: AccountId, party: PartyId, net: Amount) -> Result<()> {
    if net.is_zero() {
        connection
            .prepare_cached("DELETE FROM party_net WHERE account = ?1 AND party = ?2")?
            .execute((account.0, party.0))?;
    } else {
        connection.prepare_cached(include_str!("balances/set_net.sql"))?.execute((
            account.0,
            party.0,
            net.minor(),
        ))?;
    }
    Ok(())
}

fn party_balances(connection: &Connection, account: AccountId, party: PartyId) -> Result<Balances> {
    let mut statement = connection.prepare_cached(include_str!("balances/list_by_party.sql"))?;
    let mut rows = statement.query((account.0, party.0))?;
    let mut balances = Balances::new();
    while let Some(row) = rows.next()? {
        let (debit, credit) = (Amount::from_minor(row.get(2)?), Amount::from_minor(row.get(3)?));
        balances.insert((row.get(0)?, row.get(1)?), Turnover { debit, credit });
    }
    Ok(balances)
}

/// Works out how the sums of debit and credit balances change in every period this party has balances in.
///
/// A movement in a past period shifts the party's balance at the end of each later one, so each is looked at; they are
/// the party's own few rows, whatever the book holds.
fn move_sides(
    account: AccountId,
    balances: &Balances,
    moves: &Moves,
    sides: &mut BTreeMap<(i64, i64), Turnover>,
) -> Result<()> {
    let step_of = |period: i64, kind: i64| {
        if kind == kind_id(EntryKind::Opening) { BEFORE_ALL_PERIODS } else { period }
    };
    let mut steps: BTreeMap<i64, (Amount, Amount)> = BTreeMap::new();
    for ((period, kind), turnover) in balances {
        let step = steps.entry(step_of(*period, *kind)).or_default();
        step.0 = step.0.plus(turnover.net_debit()?)?;
    }
    for (period, kind, turnover) in moves {
        let step = steps.entry(step_of(*period, kind_id(*kind))).or_default();
        step.1 = step.1.plus(turnover.net_debit()?)?;
    }
    let (mut old, mut new) = (Amount::ZERO, Amount::ZERO);
    for (period, (had, gets)) in steps {
        let (old_after, new_after) = (old.plus(had)?, new.plus(had)?.plus(gets)?);
        let before = reclassified(old, old_after)?;
        let after = reclassified(new, new_after)?;
        let change = Turnover {
            debit: after.debit.minus(before.debit)?,
            credit: after.credit.minus(before.credit)?,
        };
        if change != Turnover::default() {
            let side = sides.entry((period, account.0)).or_default();
            *side = side.plus(change)?;
        }
        (old, new) = (old_after, new_after);
    }
    Ok(())
}

/// Adds to an account's balance of a period.
pub(crate) fn add_account(
    connection: &Connection,
    period: i64,
    account: i64,
    kind: i64,
    turnover: Turnover,
) -> Result<()> {
    let old = connection
        .prepare_cached(include_str!("balances/get_account.sql"))?
        .query_row((period, account, kind), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let sum = sum(old, turnover)?;
    connection.prepare_cached(include_str!("balances/set_account.sql"))?.execute((
        period,
        account,
        kind,
        sum.debit.minor(),
        sum.credit.minor(),
    ))?;
    Ok(())
}

fn add_side(connection: &Connection, period: i64, account: i64, change: Turnover) -> Result<()> {
    let old = connection
        .prepare_cached(
            "SELECT debit, credit FROM side_balance WHERE period = ?1 AND account = ?2",
        )?
        .query_row((period, account), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let sum = sum(old, change)?;
    connection.prepare_cached(include_str!("balances/set_side.sql"))?.execute((
        period,
        account,
        sum.debit.minor(),
        sum.credit.minor(),
    ))?;
    Ok(())
}

/// Adds to the cash flow of an item in a period.
pub(crate) fn add_cash(
    connection: &Connection,
    period: i64,
    item: &str,
    kind: i64,
    amount: Amount,
) -> Result<()> {
    let old: Option<i64> = connection
        .prepare_cached(include_str!("balances/get_cash.sql"))?
        .query_row((period, item, kind), |row| row.get(0))
        .optional()?;
    let sum = Amount::from_minor(old.unwrap_or(0)).plus(amount)?;
    connection.prepare_cached(include_str!("balances/set_cash.sql"))?.execute((
        period,
        item,
        kind,
        sum.minor(),
    ))?;
    Ok(())
}

/// Adds to what of an account's movement in a period belongs to another activity than its own.
fn add_activity(connection: &Connection, period: i64, account: i64, amount: Amount) -> Result<()> {
    let old: Option<i64> = connection
        .prepare_cached("SELECT amount FROM activity_balance WHERE period = ?1 AND account = ?2")?
        .query_row((period, account), |row| row.get(0))
        .optional()?;
    let sum = Amount::from_minor(old.unwrap_or(0)).plus(amount)?;
    connection.prepare_cached(include_str!("balances/set_activity.sql"))?.execute((
        period,
        account,
        sum.minor(),
    ))?;
    Ok(())
}

fn sum(old: Option<(i64, i64)>, more: Turnover) -> Result<Turnover> {
    let (debit, credit) = old.unwrap_or((0, 0));
    let old = Turnover { debit: Amount::from_minor(debit), credit: Amount::from_minor(credit) };
    Ok(old.plus(more)?)
}
