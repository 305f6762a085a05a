//! What stands in other currencies: by account, currency and party, moved with the lines like every balance.

use kontor_ledger::account::AccountId;
use kontor_ledger::balance::{CurrencyKey, CurrencyTurnover, Turnover};
use kontor_ledger::entry::EntryKind;
use kontor_ledger::money::{Amount, Currency};
use kontor_ledger::party::PartyId;
use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::error::{Result, StoreError};
use crate::{entry_kind, kind_id, period_id, period_key};

/// What moved on an account in a currency, for a party where there is one, in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrencyBalance {
    /// The account.
    pub account: AccountId,
    /// The currency.
    pub currency: Currency,
    /// The party.
    pub party: Option<PartyId>,
    /// The period; what the book began with counts to its first.
    pub period: PeriodKey,
    /// Opening, business or closing.
    pub kind: EntryKind,
    /// What moved.
    pub moved: CurrencyTurnover,
}

/// Everything in other currencies up to a period and within it, in order of account, currency and party.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection, until: PeriodKey) -> Result<Vec<CurrencyBalance>> {
    let mut statement = connection.prepare_cached(include_str!("currency_balances/list.sql"))?;
    let mut rows = statement.query([period_id(until)])?;
    let mut balances = Vec::new();
    while let Some(row) = rows.next()? {
        balances.push(read(row)?);
    }
    Ok(balances)
}

/// What moved on one account in one currency, for one party where it is named.
///
/// # Errors
/// When the table cannot be read.
pub fn of_account(
    connection: &Connection,
    account: AccountId,
    currency: Currency,
    party: Option<PartyId>,
) -> Result<Vec<CurrencyBalance>> {
    let mut statement =
        connection.prepare_cached(include_str!("currency_balances/of_account.sql"))?;
    let mut rows = statement.query((account.0, currency.code(), party.map(|party| party.0)))?;
    let mut balances = Vec::new();
    while let Some(row) = rows.next()? {
        balances.push(read(row)?);
    }
    Ok(balances)
}

fn read(row: &Row<'_>) -> Result<CurrencyBalance> {
    let code: String = row.get(1)?;
    let party: i64 = row.get(2)?;
    let amount = |at| Ok::<_, StoreError>(Amount::from_minor(row.get(at)?));
    Ok(CurrencyBalance {
        account: AccountId(row.get(0)?),
        currency: Currency::from_code(&code).ok_or(StoreError::Unreadable { what: "currency" })?,
        party: (party != 0).then_some(PartyId(party)),
        period: period_key(row.get(3)?)?,
        kind: entry_kind(row.get(4)?)?,
        moved: CurrencyTurnover {
            foreign: Turnover { debit: amount(5)?, credit: amount(6)? },
            carried: Turnover { debit: amount(7)?, credit: amount(8)? },
        },
    })
}

/// Adds what moved.
pub(crate) fn add(
    connection: &Connection,
    (account, currency, party, period, kind): &CurrencyKey,
    more: CurrencyTurnover,
) -> Result<()> {
    let party = party.map_or(0, |party| party.0);
    let key = (account.0, currency.code(), party, period_id(*period), kind_id(*kind));
    let turnover = |row: &Row<'_>, at: usize| {
        let (debit, credit) = (row.get(at)?, row.get(at + 1)?);
        Ok::<_, rusqlite::Error>(Turnover {
            debit: Amount::from_minor(debit),
            credit: Amount::from_minor(credit),
        })
    };
    let old = connection
        .prepare_cached(include_str!("currency_balances/get.sql"))?
        .query_row(key, |row| {
            Ok(CurrencyTurnover { foreign: turnover(row, 0)?, carried: turnover(row, 2)? })
        })
        .optional()?;
    let sum = old.unwrap_or_default().plus(more)?;
    connection.prepare_cached(include_str!("currency_balances/set.sql"))?.execute((
        key.0,
        key.1,
        key.2,
        key.3,
        key.4,
        sum.foreign.debit.minor(),
        sum.foreign.credit.minor(),
        sum.carried.debit.minor(),
        sum.carried.credit.minor(),
    ))?;
    Ok(())
}
