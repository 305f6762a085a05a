//! Cash over the coming weeks, gathered from the book for the rule that adds it up.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use kontor_ledger::account::{Account, AccountId, Class, Side};
use kontor_ledger::entry::EntryKind;
use kontor_ledger::forecast::{
    self, MONTHS, Payment, Receivable, Shortfall, WEEKS, covers, help, monthly,
};
use kontor_ledger::money::Amount;
use kontor_ledger::party::PartyId;
use kontor_store::{accounts, figures, parties, payables, receivables};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::{Context, Named};
use crate::errors::Refusal;

/// So many suppliers are looked at one by one; what is owed to the others is due at once.
const SUPPLIERS: u32 = 100;
/// How many receivables are offered against a shortfall.
const HELPS: usize = 8;

/// Cash over the coming thirteen weeks.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ForecastCash {}

/// Cash over the coming thirteen weeks.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CashForecast {
    /// Cash today.
    pub cash: String,
    pub weeks: Vec<WeekRow>,
    /// What is expected to go out, in order of days.
    pub payments: Vec<PaymentRow>,
    /// How many open invoices are in it, and for how many of them the customer has a habit.
    pub invoices: usize,
    pub invoices_with_habit: usize,
    pub shortfall: Option<ShortfallView>,
    /// When every customer pays late; only where there is no shortfall otherwise.
    pub late_shortfall: Option<ShortfallView>,
}

/// A week of the forecast.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct WeekRow {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub inflow: String,
    pub outflow: String,
    pub left: String,
    pub low: String,
    pub high: String,
}

/// A payment that is expected.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct PaymentRow {
    /// supplier, suppliers (the many small ones together) or monthly
    pub kind: &'static str,
    pub name_zh: String,
    pub name_en: String,
    pub day: NaiveDate,
    pub amount: String,
}

/// The first day the money does not reach.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ShortfallView {
    pub day: NaiveDate,
    /// Its week, counted from nothing.
    pub week: usize,
    /// What is left at the end of the day, below nothing.
    pub balance: String,
    pub cause: Option<PaymentRow>,
    /// What would help if it came in sooner, the largest first.
    pub help: Vec<HelpRow>,
}

/// A receivable that would help.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct HelpRow {
    pub sale: Uuid,
    pub number: String,
    pub customer: Named,
    pub open: String,
    pub due: NaiveDate,
    /// When it is expected.
    pub expected: NaiveDate,
    /// How many days sooner it would have to come.
    pub sooner_days: i64,
    /// Whether it alone would be enough.
    pub covers: bool,
}

/// A payment and what it is for.
struct Planned {
    payment: Payment,
    kind: &'static str,
    name_zh: String,
    name_en: String,
}

impl Planned {
    fn row(&self, context: &Context<'_>) -> PaymentRow {
        PaymentRow {
            kind: self.kind,
            name_zh: self.name_zh.clone(),
            name_en: self.name_en.clone(),
            day: self.payment.day,
            amount: context.text(self.payment.amount),
        }
    }
}

pub(crate) fn forecast_cash(
    context: &Context<'_>,
    _: &ForecastCash,
) -> Result<CashForecast, Refusal> {
    let today = context.now.today;
    let balances = figures::cash_at(context.connection, &context.facts.chart, today)?;
    let cash = Amount::sum(balances.values().copied())?;
    let owed = receivables(context)?;
    let mut planned = suppliers(context, today)?;
    planned.extend(every_month(context, today)?);
    planned.sort_by_key(|one| (one.payment.day, std::cmp::Reverse(one.payment.amount)));
    let payments: Vec<Payment> = planned.iter().map(|one| one.payment).collect();
    let outlook = forecast::forecast(today, cash, &owed, &payments)?;
    let view = |shortfall: Shortfall| shortfall_view(context, today, &shortfall, &owed, &planned);
    let late = outlook.late_shortfall.filter(|_| outlook.shortfall.is_none());
    Ok(CashForecast {
        cash: context.text(cash),
        weeks: outlook
            .weeks
            .iter()
            .map(|week| WeekRow {
                from: week.from,
                to: week.to,
                inflow: context.text(week.inflow),
                outflow: context.text(week.outflow),
                left: context.text(week.left),
                low: context.text(week.low),
                high: context.text(week.high),
            })
            .collect(),
        payments: planned.iter().map(|one| one.row(context)).collect(),
        invoices: owed.len(),
        invoices_with_habit: owed.iter().filter(|one| one.habit.is_some()).count(),
        shortfall: outlook.shortfall.map(view).transpose()?,
        late_shortfall: late.map(view).transpose()?,
    })
}

/// Open invoices, each with its customer's habit.
fn receivables(context: &Context<'_>) -> Result<Vec<Receivable>, Refusal> {
    let owed = receivables::owed_by_habit(context.connection)?.into_iter();
    Ok(owed
        .map(|(one, habit)| Receivable { paper: one.paper, due: one.due, open: one.open, habit })
        .collect())
}

/// What a supplier, or several small ones together, is owed and when.
pub(super) struct OwedTo {
    /// The supplier; nothing for the small ones together.
    party: Option<PartyId>,
    count: usize,
    pub(super) day: NaiveDate,
    pub(super) amount: Amount,
}

impl OwedTo {
    /// How many suppliers it is.
    pub(super) const fn suppliers(&self) -> usize {
        self.count
    }
}

/// What suppliers are owed: each balance as a whole, due as many days after the last purchase on credit as the supplier
/// allows, at once where no terms are known.
pub(super) fn owed_to_suppliers(
    context: &Context<'_>,
    today: NaiveDate,
) -> Result<Vec<OwedTo>, Refusal> {
    let Some(account) = context.role_account("payable") else { return Ok(Vec::new()) };
    let (mut others, mut rest) = payables::owed(context.connection, account)?;
    let mut found = Vec::new();
    for (party, amount) in payables::largest(context.connection, account, SUPPLIERS)? {
        let terms = parties::get(context.connection, party)?.terms_days;
        let bought = payables::last_credit(context.connection, account, party)?;
        let due = bought
            .zip(terms)
            .and_then(|(bought, terms)| bought.checked_add_days(Days::new(terms.unsigned_abs())));
        let day = due.map_or(today, |due| due.max(today));
        found.push(OwedTo { party: Some(party), count: 1, day, amount });
        (others, rest) = (others.saturating_sub(1), rest.minus(amount)?);
    }
    if others > 0 {
        found.push(OwedTo { party: None, count: others, day: today, amount: rest });
    }
    Ok(found)
}

fn suppliers(context: &Context<'_>, today: NaiveDate) -> Result<Vec<Planned>, Refusal> {
    owed_to_suppliers(context, today)?
        .into_iter()
        .map(|owed| {
            let name = match owed.party {
                Some(party) => parties::get(context.connection, party)?.name,
                None => owed.count.to_string(),
            };
            Ok(Planned {
                payment: Payment { day: owed.day, amount: owed.amount },
                kind: if owed.party.is_some() { "supplier" } else { "suppliers" },
                name_zh: name.clone(),
                name_en: name,
            })
        })
        .collect()
}

/// What was paid from cash against the same account in each of the last three months, expected to go on.
fn every_month(context: &Context<'_>, today: NaiveDate) -> Result<Vec<Planned>, Refusal> {
    let Some(months) = last_months(today) else { return Ok(Vec::new()) };
    let (this_month, _) = month(today);
    let until = today.checked_add_days(Days::new(WEEKS as u64 * 7 - 1)).unwrap_or(today);
    let names = accounts::list(context.connection)?;
    let mut planned = Vec::new();
    for account in debited_in_each(context, &months)? {
        let paid = |(from, to): (NaiveDate, NaiveDate)| {
            payables::paid_from_cash(context.connection, account, from, to)
        };
        let [first, second, third] = months;
        let Some(found) = monthly(&[paid(first)?, paid(second)?, paid(third)?])? else { continue };
        let now = paid((this_month, today))?;
        let is_paid = Amount::sum(now.iter().map(|(_, amount)| *amount))? > Amount::ZERO;
        let name = names.iter().find(|row| row.account.id == account);
        for day in found.days(today, until, is_paid) {
            planned.push(Planned {
                payment: Payment { day, amount: found.amount },
                kind: "monthly",
                name_zh: name.map(|row| row.name_zh.clone()).unwrap_or_default(),
                name_en: name.map(|row| row.name_en.clone()).unwrap_or_default(),
            });
        }
    }
    Ok(planned)
}

/// The first and last day of a day's month.
fn month(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = chrono::Datelike::with_day(&day, 1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1));
    (first, next.and_then(|next| next.pred_opt()).unwrap_or(day))
}

/// The last three whole months, the earliest first.
fn last_months(today: NaiveDate) -> Option<[(NaiveDate, NaiveDate); MONTHS]> {
    let before = |months: u32| today.checked_sub_months(Months::new(months)).map(month);
    Some([before(3)?, before(2)?, before(1)?])
}

/// Accounts of costs and debts that were debited in each month: the only ones whose lines are looked at.
fn debited_in_each(
    context: &Context<'_>,
    months: &[(NaiveDate, NaiveDate); MONTHS],
) -> Result<Vec<AccountId>, Refusal> {
    let mut counts: BTreeMap<AccountId, usize> = BTreeMap::new();
    for (from, to) in months {
        for ((account, kind), turnover) in figures::movement(context.connection, *from, *to)? {
            if kind == EntryKind::Normal && turnover.debit > Amount::ZERO {
                *counts.entry(account).or_default() += 1;
            }
        }
    }
    let may_recur = |account: &Account| {
        let is_cost = account.class == Class::ProfitLoss && account.normal_side == Side::Debit;
        let is_debt = account.class == Class::Liability;
        // Suppliers are counted by what they are owed.
        (is_cost || is_debt) && !account.is_cash && !account.needs_party
    };
    Ok(counts
        .into_iter()
        .filter(|(_, count)| *count == MONTHS)
        .map(|(account, _)| account)
        .filter(|account| context.facts.chart.get(*account).is_some_and(may_recur))
        .collect())
}

fn shortfall_view(
    context: &Context<'_>,
    today: NaiveDate,
    shortfall: &Shortfall,
    owed: &[Receivable],
    planned: &[Planned],
) -> Result<ShortfallView, Refusal> {
    let mut rows = Vec::new();
    for one in help(today, shortfall, owed).into_iter().take(HELPS) {
        let Some(row) = receivables::find(context.connection, one.paper)? else { continue };
        let expected = one.coming(today).usual;
        rows.push(HelpRow {
            sale: row.uid,
            number: row.number,
            customer: Named { uid: row.customer, name: row.customer_name },
            open: context.text(one.open),
            due: one.due,
            expected,
            sooner_days: (expected - shortfall.day).num_days(),
            covers: covers(shortfall, one.open),
        });
    }
    Ok(ShortfallView {
        day: shortfall.day,
        week: usize::try_from((shortfall.day - today).num_days() / 7).unwrap_or_default(),
        balance: context.text(shortfall.balance),
        cause: shortfall.cause.and_then(|place| planned.get(place)).map(|one| one.row(context)),
        help: rows,
    })
}
