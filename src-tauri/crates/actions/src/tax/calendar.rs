//! The tax calendar: what is due when, what is owed for it, and whether it was paid.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use kontor_ledger::money::Amount;
use kontor_ledger::period::Period;
use kontor_store::figures;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::data::{self, Due};
use super::figures::{files_monthly, is_chinese, quarter};
use crate::context::Context;
use crate::errors::Refusal;

/// What is due around today.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListTaxDues {}

/// A return that is due.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TaxDue {
    /// vat, surcharges, income-tax or income-tax-year
    pub name: String,
    pub label_zh: String,
    pub label_en: String,
    /// What it is for.
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub due: NaiveDate,
    /// What stood on its accounts at the end of that.
    pub owed: String,
    /// What was paid since.
    pub paid: String,
    /// nothing, open, late or paid
    pub state: &'static str,
}

/// What is due, the earliest first.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct TaxDueList {
    pub rows: Vec<TaxDue>,
}

/// How far back and ahead the calendar looks.
const DAYS_BACK: u64 = 45;
const DAYS_AHEAD: u64 = 75;

pub(crate) fn list(context: &Context<'_>, _: &ListTaxDues) -> Result<TaxDueList, Refusal> {
    Ok(TaxDueList { rows: around(context, DAYS_BACK, DAYS_AHEAD)? })
}

/// What is due from so many days before today to so many after, the earliest first.
pub(crate) fn around(context: &Context<'_>, back: u64, ahead: u64) -> Result<Vec<TaxDue>, Refusal> {
    let mut rows = Vec::new();
    if !is_chinese(context) {
        return Ok(rows);
    }
    let today = context.now.today;
    let first = today.checked_sub_days(Days::new(back)).unwrap_or(today);
    let last = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
    let periods = &context.facts.periods;
    for due in data::dues() {
        for period in periods {
            let Some(from) = begins(context, due, periods, period) else { continue };
            let Some(day) = due_day(due, period.last_day) else { continue };
            if day < first || last < day {
                continue;
            }
            rows.push(row(context, due, (from, period.last_day), day)?);
        }
    }
    rows.sort_by_key(|row| row.due);
    Ok(rows)
}

/// The first day of what is filed when a period ends; nothing where nothing is filed then.
fn begins(
    context: &Context<'_>,
    due: &Due,
    periods: &[Period],
    period: &Period,
) -> Option<NaiveDate> {
    let quarter = quarter(periods, period.key);
    let ends_quarter = quarter.last().is_some_and(|last| last.key == period.key)
        && period.key.number.is_multiple_of(3);
    let of_year = || periods.iter().filter(|one| one.key.year == period.key.year);
    match due.every.as_str() {
        "filing" if files_monthly(context, period.key) => Some(period.first_day),
        "filing" | "quarter" if ends_quarter => quarter.first().map(|first| first.first_day),
        "year" if of_year().next_back().is_some_and(|last| last.key == period.key) => {
            of_year().next().map(|first| first.first_day)
        }
        _ => None,
    }
}

/// So many months on, on the day of the file; a weekend moves it to Monday (税收征收管理法实施细则 art. 109).
fn due_day(due: &Due, end: NaiveDate) -> Option<NaiveDate> {
    let month = end.with_day(1)?.checked_add_months(Months::new(due.months))?;
    let day = month.with_day(due.day)?;
    let more = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    day.checked_add_days(Days::new(more))
}

fn row(
    context: &Context<'_>,
    due: &Due,
    (from, to): (NaiveDate, NaiveDate),
    day: NaiveDate,
) -> Result<TaxDue, Refusal> {
    let today = context.now.today;
    let balances = figures::balances(context.connection, to.min(today))?;
    let since = to.succ_opt().filter(|next| *next <= today);
    let moved = since.map(|next| figures::movement(context.connection, next, today)).transpose()?;
    let (mut owed, mut paid) = (Amount::ZERO, Amount::ZERO);
    for role in &due.payable {
        let Some(account) = context.role_account(role) else { continue };
        owed = owed.minus(balances.get(&account).copied().unwrap_or_default())?;
        for ((moved, _), turnover) in moved.iter().flatten() {
            if *moved == account {
                paid = paid.plus(turnover.debit)?;
            }
        }
    }
    let owed = owed.max(Amount::ZERO);
    let state = if owed.is_zero() {
        "nothing"
    } else if paid >= owed {
        "paid"
    } else if day < today {
        "late"
    } else {
        "open"
    };
    Ok(TaxDue {
        name: due.id.clone(),
        label_zh: due.label.zh.clone(),
        label_en: due.label.en.clone(),
        from,
        to,
        due: day,
        owed: context.text(owed),
        paid: context.text(paid.min(owed)),
        state,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_falls_on_a_weekend_is_due_on_monday() {
        let vat = data::dues().iter().find(|due| due.id == "vat").unwrap();
        let due = |end: &str| due_day(vat, end.parse().unwrap()).unwrap().to_string();
        assert_eq!(due("2026-03-31"), "2026-04-15");
        // The 15th of August 2026 is a Saturday, the 15th of November a Sunday.
        assert_eq!(due("2026-07-31"), "2026-08-17");
        assert_eq!(due("2026-10-31"), "2026-11-16");
    }
}
