//! The methods of depreciation as plans of months: each sums to what may be charged, the last month takes the cents.

use super::{Asset, Change, Method, Month, Terms};
use crate::money::{Amount, AmountError};

/// An asset on its way through its months.
pub(super) struct Run {
    pub(super) cost: Amount,
    pub(super) accumulated: Amount,
    terms: Terms,
    /// What the coming months are charged, and how many of them have been; of every method but units.
    plan: Vec<i64>,
    charged_months: usize,
    /// What may be charged from here by units, what has been, the units left and those done; in millionths.
    units: Units,
}

#[derive(Default)]
struct Units {
    value: i64,
    charged: i64,
    left: i64,
    done: i64,
}

impl Run {
    /// Before the first month this book charges.
    pub(super) fn begin(asset: &Asset) -> Result<Self, AmountError> {
        let before = asset.brought_in.map_or(Amount::ZERO, |before| before.accumulated);
        let mut run = Self {
            cost: asset.cost,
            accumulated: before,
            terms: asset.terms,
            plan: Vec::new(),
            charged_months: 0,
            units: Units::default(),
        };
        let terms = asset.terms;
        let left = asset.cost.minus(terms.residual)?.minus(before)?.minor().max(0);
        if terms.method == Method::Units {
            let done = asset.brought_in.map_or(0, |before| before.units.millionths());
            let units_left = terms.total_units.millionths().saturating_sub(done);
            run.units = Units { value: left, left: units_left, ..Units::default() };
            return Ok(run);
        }
        let elapsed = asset.first_month_here().since(asset.first_month());
        let elapsed = usize::try_from(elapsed).unwrap_or(0);
        let whole = plan(asset, terms, asset.cost, terms.life_months)?;
        let rest = whole.get(elapsed..).unwrap_or_default();
        let planned: i64 = rest.iter().sum();
        run.plan = if planned == left {
            rest.to_vec()
        } else if terms.method == Method::StraightLine {
            straight(left, rest.len().max(1))
        } else {
            scaled(rest, planned, left)
        };
        Ok(run)
    }

    /// What changes from this month on: the value that is left goes over the life that is left.
    pub(super) fn change(
        &mut self,
        asset: &Asset,
        month: Month,
        change: &Change,
    ) -> Result<(), AmountError> {
        match change {
            Change::Added(_, amount) => self.cost = self.cost.plus(*amount)?,
            Change::Revised(_, terms) => self.terms = *terms,
        }
        let book = self.cost.minus(self.accumulated)?;
        let elapsed = month.since(asset.first_month());
        let left = (self.terms.life_months.cast_signed() - elapsed).max(1);
        if self.terms.method == Method::Units {
            let before = asset.brought_in.map_or(0, |before| before.units.millionths());
            let done: i64 = asset.units.range(..month).map(|(_, one)| one.millionths()).sum();
            let units_left = self.terms.total_units.millionths() - before - done;
            let value = book.minus(self.terms.residual)?.minor().max(0);
            self.units = Units { value, left: units_left.max(0), ..Units::default() };
            self.plan.clear();
        } else {
            self.plan = plan(asset, self.terms, book, left.cast_unsigned())?;
        }
        self.charged_months = 0;
        Ok(())
    }

    /// Charges a month.
    pub(super) fn charge(&mut self, asset: &Asset, month: Month) -> Result<Amount, AmountError> {
        let minor = if self.terms.method == Method::Units {
            let done = asset.units.get(&month).map_or(0, |units| units.millionths());
            self.units.done = self.units.done.saturating_add(done);
            let by_now = if self.units.done >= self.units.left {
                self.units.value
            } else {
                part(self.units.value, self.units.done, self.units.left)?
            };
            let minor = if done == 0 { 0 } else { by_now - self.units.charged };
            self.units.charged += minor;
            minor
        } else {
            let minor = self.plan.get(self.charged_months).copied().unwrap_or(0);
            self.charged_months += 1;
            minor
        };
        let amount = Amount::from_minor(minor);
        self.accumulated = self.accumulated.plus(amount)?;
        Ok(amount)
    }
}

/// What each month of a life is charged, from a book value to the residual value.
fn plan(asset: &Asset, terms: Terms, book: Amount, months: u32) -> Result<Vec<i64>, AmountError> {
    let value = book.minus(terms.residual)?.minor().max(0);
    let months = months as usize;
    match terms.method {
        Method::DecliningBalance => {
            let two_years = asset.convention.straight_for_two_years;
            declining(book.minor(), terms.residual.minor(), months, two_years)
        }
        Method::SumOfDigits => sum_of_digits(value, months),
        Method::StraightLine | Method::Units => Ok(straight(value, months)),
    }
}

/// The same each month; the last takes what rounding left, and none takes more than there is.
fn straight(value: i64, months: usize) -> Vec<i64> {
    let count = i64::try_from(months).unwrap_or(i64::MAX);
    let monthly = part(value, 1, count).unwrap_or(value);
    let mut left = value;
    (1..=months)
        .map(|month| {
            let charge = if month == months { left } else { monthly.min(left) };
            left -= charge;
            charge
        })
        .collect()
}

/// Each year twice the straight rate of what is left at its beginning, without looking at the residual value; then the
/// straight line to it: in the last two years, or as soon as that gives more.
fn declining(
    book: i64,
    residual: i64,
    months: usize,
    two_years: bool,
) -> Result<Vec<i64>, AmountError> {
    let mut plan = Vec::with_capacity(months);
    let (mut book, mut is_straight) = (book, false);
    while plan.len() < months {
        let left = months - plan.len();
        let value = (book - residual).max(0);
        let year = left.min(12);
        let rate = (i64::try_from(2 * year).unwrap_or(0), i64::try_from(months).unwrap_or(1));
        let declined = part(book, rate.0, rate.1)?.min(value);
        let level =
            part(value, i64::try_from(year).unwrap_or(0), i64::try_from(left).unwrap_or(1))?;
        is_straight |= if two_years { left <= 24 } else { level >= declined };
        let charge = if is_straight { level } else { declined };
        plan.extend(straight(charge, year));
        book -= charge;
    }
    Ok(plan)
}

/// Each year the share that the years left have in the sum of all years' digits; a last part of a year counts in part.
fn sum_of_digits(value: i64, months: usize) -> Result<Vec<i64>, AmountError> {
    let weight = |begun: usize| {
        let left = months - begun;
        i64::try_from(left * left.min(12)).unwrap_or(0)
    };
    let begins: Vec<usize> = (0..months).step_by(12).collect();
    let total: i64 = begins.iter().map(|begun| weight(*begun)).sum();
    let mut plan = Vec::with_capacity(months);
    let mut left = value;
    for begun in begins {
        let year = (months - begun).min(12);
        let is_last = begun + year == months;
        let share = if is_last { left } else { part(value, weight(begun), total)?.min(left) };
        left -= share;
        plan.extend(straight(share, year));
    }
    Ok(plan)
}

/// A plan whose months keep their proportions and sum to another value.
fn scaled(plan: &[i64], planned: i64, value: i64) -> Vec<i64> {
    if planned == 0 {
        return straight(value, plan.len().max(1));
    }
    let (mut sum, mut charged) = (0, 0);
    plan.iter()
        .map(|one| {
            sum += one;
            let by_now = part(value, sum, planned).unwrap_or(value);
            let charge = by_now - charged;
            charged = by_now;
            charge
        })
        .collect()
}

/// A part of a value, halves rounded up (posting rule P0.3).
fn part(value: i64, of: i64, whole: i64) -> Result<i64, AmountError> {
    let whole = i128::from(whole.max(1));
    let doubled = i128::from(value) * i128::from(of) * 2 + whole;
    i64::try_from(doubled.div_euclid(whole * 2)).map_err(|_| AmountError::OutOfRange)
}
