//! Cash over the coming weeks: from what is owed, what is to be paid and how late each customer usually is, to the
//! balance at the end of each week, its range, and the first day the money does not reach.
//!
//! Nothing is invented: an amount is in it because it stands open in the book, or because it was paid in each of the
//! last three months (see [`monthly`]), and whoever shows it says which.

mod habit;
mod monthly;

pub use habit::{Habit, habit};
pub use monthly::{MONTHS, Monthly, monthly};

use chrono::{Days, NaiveDate};

use crate::money::{Amount, AmountError};
use crate::paper::PaperId;

/// How many weeks are looked ahead.
pub const WEEKS: usize = 13;

/// An open invoice, and how late its customer usually pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receivable {
    /// The invoice.
    pub paper: PaperId,
    /// When it is due.
    pub due: NaiveDate,
    /// What is owed on it.
    pub open: Amount,
    /// The customer's habit; nothing when too little is known of it.
    pub habit: Option<Habit>,
}

/// The days a receivable may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coming {
    /// As early as this customer's earlier invoices.
    pub early: NaiveDate,
    /// As usual.
    pub usual: NaiveDate,
    /// As late as their later ones.
    pub late: NaiveDate,
}

impl Receivable {
    /// When it may come in: its due day and the customer's usual delay after it, but not before today. What is later
    /// than usual already is expected at once, and may take as much longer as this customer's delays spread.
    #[must_use]
    pub fn coming(&self, today: NaiveDate) -> Coming {
        let Some(habit) = self.habit else {
            let day = self.due.max(today);
            return Coming { early: day, usual: day, late: day };
        };
        let usual = after(self.due, habit.usual).max(today);
        Coming {
            early: after(usual, habit.early - habit.usual).max(today),
            usual,
            late: after(usual, habit.late - habit.usual),
        }
    }
}

/// Something that is to be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// When; a day that is past counts as today.
    pub day: NaiveDate,
    /// How much.
    pub amount: Amount,
}

/// A week of the forecast: seven days, the first of them today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// What comes in.
    pub inflow: Amount,
    /// What goes out.
    pub outflow: Amount,
    /// What is left at its end.
    pub left: Amount,
    /// What is left when every customer pays late.
    pub low: Amount,
    /// What is left when every customer pays early.
    pub high: Amount,
}

/// A day the money does not reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The day.
    pub day: NaiveDate,
    /// The balance at its end, below nothing.
    pub balance: Amount,
    /// The payment that weighs most among those of that day and the six before it, by its place in the list.
    pub cause: Option<usize>,
}

/// Cash over the coming weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The weeks.
    pub weeks: Vec<Week>,
    /// The first day the money does not reach when customers pay as they usually do.
    pub shortfall: Option<Shortfall>,
    /// The first such day when every customer pays late.
    pub late_shortfall: Option<Shortfall>,
}

/// Works out the coming weeks.
///
/// # Errors
/// When a sum does not fit.
pub fn forecast(
    today: NaiveDate,
    cash: Amount,
    receivables: &[Receivable],
    payments: &[Payment],
) -> Result<Forecast, AmountError> {
    let days = WEEKS * 7;
    let mut paid = vec![Amount::ZERO; days];
    for payment in payments {
        add(&mut paid, today, payment.day, payment.amount)?;
    }
    let received = |pick: fn(Coming) -> NaiveDate| -> Result<Vec<Amount>, AmountError> {
        let mut received = vec![Amount::ZERO; days];
        for receivable in receivables {
            add(&mut received, today, pick(receivable.coming(today)), receivable.open)?;
        }
        Ok(received)
    };
    let usual = received(|coming| coming.usual)?;
    let left = balances(cash, &usual, &paid)?;
    let low = balances(cash, &received(|coming| coming.late)?, &paid)?;
    let high = balances(cash, &received(|coming| coming.early)?, &paid)?;
    let end =
        |balances: &[Amount], week: usize| balances.get(week * 7 + 6).copied().unwrap_or(cash);
    let sum = |amounts: &[Amount], week: usize| {
        Amount::sum(amounts.iter().skip(week * 7).take(7).copied())
    };
    let weeks = (0..WEEKS)
        .map(|week| {
            Ok(Week {
                from: after(today, week as i64 * 7),
                to: after(today, week as i64 * 7 + 6),
                inflow: sum(&usual, week)?,
                outflow: sum(&paid, week)?,
                left: end(&left, week),
                low: end(&low, week),
                high: end(&high, week),
            })
        })
        .collect::<Result<_, AmountError>>()?;
    Ok(Forecast {
        weeks,
        shortfall: shortfall(today, &left, payments),
        late_shortfall: shortfall(today, &low, payments),
    })
}

/// Adds an amount to its day; a day before today is today, one beyond the last week is left out.
fn add(
    days: &mut [Amount],
    today: NaiveDate,
    day: NaiveDate,
    amount: Amount,
) -> Result<(), AmountError> {
    let place = usize::try_from((day - today).num_days().max(0)).unwrap_or(usize::MAX);
    if let Some(sum) = days.get_mut(place) {
        *sum = sum.plus(amount)?;
    }
    Ok(())
}

fn balances(
    cash: Amount,
    received: &[Amount],
    paid: &[Amount],
) -> Result<Vec<Amount>, AmountError> {
    let mut balance = cash;
    received
        .iter()
        .zip(paid)
        .map(|(received, paid)| {
            balance = balance.plus(*received)?.minus(*paid)?;
            Ok(balance)
        })
        .collect()
}

fn shortfall(today: NaiveDate, balances: &[Amount], payments: &[Payment]) -> Option<Shortfall> {
    let (place, balance) =
        balances.iter().enumerate().find(|(_, balance)| balance.is_negative())?;
    let day = after(today, i64::try_from(place).ok()?);
    let since = after(day, -6);
    let cause = payments
        .iter()
        .enumerate()
        .filter(|(_, payment)| (since..=day).contains(&payment.day.max(today)))
        // Of equal ones the first counts, so that the same book always names the same.
        .max_by_key(|(place, payment)| (payment.amount, std::cmp::Reverse(*place)))
        .map(|(place, _)| place);
    Some(Shortfall { day, balance: *balance, cause })
}

/// A day some days later or, below nothing, earlier.
fn after(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    moved.unwrap_or(day)
}

/// The receivables that would help against a shortfall if they came in sooner: those expected after its day, the
/// largest first.
#[must_use]
pub fn help(
    today: NaiveDate,
    shortfall: &Shortfall,
    receivables: &[Receivable],
) -> Vec<Receivable> {
    let mut later: Vec<Receivable> = receivables
        .iter()
        .filter(|receivable| receivable.coming(today).usual > shortfall.day)
        .copied()
        .collect();
    later.sort_by_key(|receivable| (std::cmp::Reverse(receivable.open), receivable.paper));
    later
}

/// Whether an amount alone covers a shortfall.
#[must_use]
pub fn covers(shortfall: &Shortfall, amount: Amount) -> bool {
    amount.plus(shortfall.balance).is_ok_and(|rest| !rest.is_negative())
}

#[cfg(test)]
mod tests;
