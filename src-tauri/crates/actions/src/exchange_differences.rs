//! Exchange differences: which account takes one, and what a settlement realises (posting rules X02, X04, X05).

use chrono::NaiveDate;
use kontor_ledger::account::{Account, Activity};
use kontor_ledger::exchange::{Position, settled_share, translate};
use kontor_ledger::money::{Amount, Currency};
use kontor_ledger::party::PartyId;
use kontor_store::currency_balances;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::exchange_rates::{foreign_currency, rate_of, read_foreign_amount, read_rate};
use crate::parties::{self, filled};
use crate::plan::account_code;

/// What caused a difference: it decides the account, and whether it is an effect on cash (X04, X06).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cause {
    Cash,
    Trade,
    Borrowings,
}

impl Cause {
    /// A difference follows the item that caused it.
    pub(crate) const fn of(account: &Account) -> Self {
        match account.activity {
            _ if account.is_cash => Self::Cash,
            Some(Activity::Financing) => Self::Borrowings,
            _ => Self::Trade,
        }
    }

    /// What the key of a revaluation ends in.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Trade => "trade",
            Self::Borrowings => "borrowings",
        }
    }

    /// The roles of the accounts that take a gain and a loss.
    pub(crate) const fn roles(self) -> (&'static str, &'static str) {
        match self {
            Self::Cash => ("cash-exchange-gain", "cash-exchange-loss"),
            Self::Trade => ("exchange-gain", "exchange-loss"),
            Self::Borrowings => ("borrowing-exchange-gain", "borrowing-exchange-loss"),
        }
    }
}

/// What a line that takes off a balance in another currency realises.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct GetSettlementDifference {
    pub account: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
    pub currency: String,
    pub foreign_amount: String,
    /// The side of the line: debit or credit.
    pub side: String,
    pub date: NaiveDate,
    /// The day's when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
}

/// What a settlement takes off and realises.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SettlementDifference {
    /// Whether the line takes off a balance that stands on the other side.
    pub settles: bool,
    /// What the line is to be on its side: the balance's carrying amount, in proportion; the last payment takes the rest.
    pub carried: String,
    /// The difference to the amount at the rate; empty where there is none.
    pub difference: String,
    /// The side of the difference: credit for a gain.
    pub side: &'static str,
    /// The account that takes it.
    pub account: String,
}

pub(crate) fn get(
    context: &Context<'_>,
    request: &GetSettlementDifference,
) -> Result<SettlementDifference, Refusal> {
    let account = context.account(&request.account, "account")?;
    let own = context.currency();
    let currency = foreign_currency(own, &request.currency)?;
    let typed = read_foreign_amount(&request.foreign_amount, currency)?;
    let moved = if request.side == "credit" { typed.negated()? } else { typed };
    let party = request.party.map(|uid| parties::get(context, uid, "party")).transpose()?;
    let standing = standing(context, account, currency, party.map(|party| party.id))?;
    let is_opposite = standing.foreign.is_negative() != moved.is_negative();
    if moved.is_zero() || standing.foreign.is_zero() || !is_opposite {
        return Ok(SettlementDifference::default());
    }
    let rate = rate(context, request, currency)?;
    let carried = carried(standing, moved, |rest| Ok(translate(rest, currency, rate, own)?))?;
    let at_rate = translate(moved, currency, rate, own)?;
    let difference = at_rate.minus(carried)?;
    let (gain, loss) = Cause::of(account).roles();
    let (role, side) = match difference.is_negative() {
        true => (gain, "credit"),
        false => (loss, "debit"),
    };
    let id = context
        .role_account(role)
        .ok_or_else(|| Refusal::new(Code::RoleMissing).with("rule", "X02").with("role", role))?;
    let positive =
        |amount: Amount| if amount.is_negative() { amount.negated() } else { Ok(amount) };
    Ok(SettlementDifference {
        settles: true,
        carried: context.text(if request.side == "credit" { carried.negated()? } else { carried }),
        difference: match difference.is_zero() {
            true => String::new(),
            false => context.text(positive(difference)?),
        },
        side,
        account: account_code(&context.facts.chart, id),
    })
}

/// What stands on an account, or for a party on it, in a currency with everything that is posted.
fn standing(
    context: &Context<'_>,
    account: &Account,
    currency: Currency,
    party: Option<PartyId>,
) -> Result<Position, Refusal> {
    let party = party.filter(|_| account.is_kept_per_party());
    let mut sum = Position::default();
    for one in currency_balances::of_account(context.connection, account.id, currency, party)? {
        sum = sum.plus(one.moved.position()?)?;
    }
    Ok(sum)
}

fn rate(
    context: &Context<'_>,
    request: &GetSettlementDifference,
    currency: Currency,
) -> Result<Decimal, Refusal> {
    if let Some(text) = filled(request.rate.as_ref()) {
        return read_rate(&text);
    }
    let known = rate_of(context, currency, request.date)?.map(|known| known.rate);
    known.ok_or_else(|| {
        Refusal::new(Code::ExchangeRateMissing)
            .with("currency", currency.code())
            .with("date", request.date)
    })
}

/// What a movement against a balance takes off; what goes beyond the balance is taken at the rate.
fn carried(
    standing: Position,
    moved: Amount,
    at_rate: impl Fn(Amount) -> Result<Amount, Refusal>,
) -> Result<Amount, Refusal> {
    let left = standing.foreign.plus(moved)?;
    let is_beyond = !left.is_zero() && left.is_negative() != standing.foreign.is_negative();
    if is_beyond {
        return Ok(standing.carried.negated()?.plus(at_rate(left)?)?);
    }
    Ok(settled_share(standing, moved.negated()?)?.negated()?)
}
