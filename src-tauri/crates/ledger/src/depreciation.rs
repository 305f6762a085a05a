//! Depreciation 折旧 and amortisation 摊销: what a long-lived asset loses each month, from its card alone. The whole life
//! sums exactly to what may be depreciated, to the cent; nothing is ever charged below the residual value.

mod methods;

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::money::{Amount, AmountError, Quantity};
use crate::period::Period;

/// The longest life a card may have: a hundred years.
pub const LONGEST_LIFE_MONTHS: u32 = 1200;

/// A month of the calendar; what is charged is counted in these, whatever the periods of the book are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() * 12 + day.month0().cast_signed())
    }

    /// The month a period stands for: that of its middle day, so that 4-4-5 periods and a thirteenth one fit.
    #[must_use]
    pub fn of_period(period: &Period) -> Self {
        let half = (period.last_day - period.first_day) / 2;
        Self::of(period.first_day + half)
    }

    /// So many months later.
    #[must_use]
    pub const fn later(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// How many months lie between an earlier one and this.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        let month = self.0.rem_euclid(12).cast_unsigned() + 1;
        NaiveDate::from_ymd_opt(self.0.div_euclid(12), month, 1).unwrap_or_default()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

/// How an asset's value is spread over its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// 年限平均法
    StraightLine,
    /// 双倍余额递减法
    DecliningBalance,
    /// 年数总和法
    SumOfDigits,
    /// 工作量法
    Units,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 4] =
        [Self::StraightLine, Self::DecliningBalance, Self::SumOfDigits, Self::Units];

    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::StraightLine => "straight-line",
            Self::DecliningBalance => "declining-balance",
            Self::SumOfDigits => "sum-of-digits",
            Self::Units => "units",
        }
    }

    /// The method of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.word() == word)
    }
}

/// Whether an asset can be touched; the two are charged by different rules and generators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetClass {
    /// 固定资产
    Tangible,
    /// 无形资产
    Intangible,
}

impl AssetClass {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tangible => "tangible",
            Self::Intangible => "intangible",
        }
    }

    /// The class of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Tangible, Self::Intangible].into_iter().find(|class| class.word() == word)
    }
}

/// Which months are charged (posting rule F03), and when the declining balance gives way to the straight line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convention {
    /// Whether the first month charged is the one after the asset came into use.
    pub begins_next_month: bool,
    /// Whether the month of disposal is still charged.
    pub charges_disposal_month: bool,
    /// Whether the declining balance is left for the last two years; otherwise as soon as the straight line gives more.
    pub straight_for_two_years: bool,
}

impl Convention {
    /// Chinese books charge fixed assets from the month after they come to the month they go, intangibles from the month
    /// they come (小企业会计准则 art. 31, 41; CAS 4 and CAS 6 with their guidance), and spread what the declining balance
    /// leaves over the last two years. Elsewhere an asset is charged from when it is available for use (IAS 16.55), by
    /// whole months: the month it comes is charged, the month it goes is not.
    #[must_use]
    pub const fn of(is_chinese: bool, class: AssetClass) -> Self {
        let is_chinese_tangible = is_chinese && matches!(class, AssetClass::Tangible);
        Self {
            begins_next_month: is_chinese_tangible,
            charges_disposal_month: is_chinese_tangible,
            straight_for_two_years: is_chinese,
        }
    }

    fn begins(self, day: NaiveDate) -> Month {
        Month::of(day).later(i32::from(self.begins_next_month))
    }

    fn ends(self, day: NaiveDate) -> Month {
        Month::of(day).later(if self.charges_disposal_month { 0 } else { -1 })
    }
}

/// How an asset is charged, until it is revised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The method.
    pub method: Method,
    /// 预计净残值: what is expected to be left.
    pub residual: Amount,
    /// 使用年限 in months, from the first month charged.
    pub life_months: u32,
    /// 预计总工作量: what it is expected to do in its life; of the units method only.
    pub total_units: Quantity,
}

/// What an asset had behind it when the book took it over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BroughtIn {
    /// The last day that is accounted for.
    pub as_of: NaiveDate,
    /// What had been charged by then.
    pub accumulated: Amount,
    /// What it had done by then; of the units method only.
    pub units: Quantity,
}

/// Something that changes what is charged from a month on; what was charged before stays (CAS 28 art. 9, IAS 8.36).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// 后续支出资本化: cost is added on a day.
    Added(NaiveDate, Amount),
    /// Other terms from a month on.
    Revised(Month, Terms),
}

/// What is known of an asset: all that its schedule needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Which months are charged.
    pub convention: Convention,
    /// The day it was ready for use.
    pub in_use: NaiveDate,
    /// 原值: what it cost at first.
    pub cost: Amount,
    /// How it is charged at first.
    pub terms: Terms,
    /// What was charged before this book.
    pub brought_in: Option<BroughtIn>,
    /// What changed since, in order of time.
    pub changes: Vec<Change>,
    /// What it did, by month; of the units method only.
    pub units: BTreeMap<Month, Quantity>,
    /// The day it was disposed of.
    pub disposed: Option<NaiveDate>,
}

/// A month of an asset's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charge {
    /// The month.
    pub month: Month,
    /// What is charged.
    pub amount: Amount,
    /// The cost at its end.
    pub cost: Amount,
    /// What has been charged by its end.
    pub accumulated: Amount,
}

/// What an asset stands at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The cost.
    pub cost: Amount,
    /// What has been charged so far.
    pub accumulated: Amount,
    /// What is charged in the month itself.
    pub charge: Amount,
}

impl Standing {
    /// 账面净值: cost less what has been charged.
    ///
    /// # Errors
    /// When the difference does not fit.
    pub fn book_value(self) -> Result<Amount, AmountError> {
        self.cost.minus(self.accumulated)
    }
}

/// Why a card cannot be as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssetRefusal {
    /// A cost, or what is added to it, is above nothing.
    CostNotPositive,
    /// The residual value lies between nothing and the cost.
    ResidualTooLarge {
        /// The cost.
        cost: Amount,
    },
    /// A life has a month at least, and a hundred years at most.
    LifeOutOfRange {
        /// The most months.
        most: u32,
    },
    /// A life that is over by the month a change begins.
    LifeOver {
        /// How many months are over by then.
        elapsed: i32,
    },
    /// The units method needs to know what the asset will do in its life.
    UnitsMissing,
    /// More was charged before than may be charged in a whole life.
    AccumulatedTooLarge {
        /// What may be charged.
        most: Amount,
    },
    /// A change lies before the asset's first month, or after its last.
    OutsideLife {
        /// The first month that could be.
        first: Month,
    },
}

impl Asset {
    /// The first month charged.
    #[must_use]
    pub fn first_month(&self) -> Month {
        self.convention.begins(self.in_use)
    }

    /// The first month this book charges.
    #[must_use]
    pub fn first_month_here(&self) -> Month {
        let first = self.first_month();
        self.brought_in.map_or(first, |before| first.max(Month::of(before.as_of).later(1)))
    }

    /// Whether the card can be as it says.
    ///
    /// # Errors
    /// The first thing that cannot be.
    pub fn check(&self) -> Result<(), AssetRefusal> {
        if self.cost.minor() <= 0 {
            return Err(AssetRefusal::CostNotPositive);
        }
        check_terms(self.terms, self.cost)?;
        if let Some(before) = self.brought_in {
            let most = Amount::from_minor(self.cost.minor() - self.terms.residual.minor());
            if before.accumulated.is_negative() || before.accumulated > most {
                return Err(AssetRefusal::AccumulatedTooLarge { most });
            }
            let elapsed = self.first_month_here().since(self.first_month());
            if before.accumulated < most && elapsed >= self.terms.life_months.cast_signed() {
                return Err(AssetRefusal::LifeOver { elapsed });
            }
        }
        let mut cost = self.cost;
        for change in &self.changes {
            let from = self.effective(change);
            if from < self.first_month_here() {
                return Err(AssetRefusal::OutsideLife { first: self.first_month_here() });
            }
            match change {
                Change::Added(_, amount) if amount.minor() <= 0 => {
                    return Err(AssetRefusal::CostNotPositive);
                }
                Change::Added(_, amount) => {
                    cost = cost.plus(*amount).map_err(|_| AssetRefusal::CostNotPositive)?;
                }
                Change::Revised(_, terms) => check_terms(*terms, cost)?,
            }
            let life = self.terms_at(from).life_months.cast_signed();
            let elapsed = from.since(self.first_month());
            if elapsed >= life {
                return Err(AssetRefusal::LifeOver { elapsed });
            }
        }
        if self.disposed.is_some_and(|day| day < self.in_use) {
            return Err(AssetRefusal::OutsideLife { first: Month::of(self.in_use) });
        }
        Ok(())
    }

    /// The terms in force in a month.
    #[must_use]
    pub fn terms_at(&self, month: Month) -> Terms {
        let revised = self.changes.iter().filter_map(|change| match change {
            Change::Revised(from, terms) if *from <= month => Some((*from, *terms)),
            _ => None,
        });
        revised.max_by_key(|(from, _)| *from).map_or(self.terms, |(_, terms)| terms)
    }

    /// The month a change begins to count.
    fn effective(&self, change: &Change) -> Month {
        match change {
            Change::Added(day, _) => self.convention.begins(*day).max(self.first_month_here()),
            Change::Revised(from, _) => *from,
        }
    }

    /// Every month this book charges, up to one, or to the end of its life.
    ///
    /// # Errors
    /// When an amount does not fit.
    pub fn schedule(&self, until: Month) -> Result<Vec<Charge>, AmountError> {
        let mut run = methods::Run::begin(self)?;
        let mut charges = Vec::new();
        let mut month = self.first_month_here();
        let last = self.disposed.map_or(until, |day| until.min(self.convention.ends(day)));
        while month <= last {
            for change in self.changes.iter().filter(|change| self.effective(change) == month) {
                run.change(self, month, change)?;
            }
            let amount = run.charge(self, month)?;
            let (cost, accumulated) = (run.cost, run.accumulated);
            charges.push(Charge { month, amount, cost, accumulated });
            month = month.later(1);
        }
        Ok(charges)
    }

    /// What it stands at at the end of a month, and what that month is charged; nothing before it came, or after it went.
    ///
    /// # Errors
    /// When an amount does not fit.
    pub fn standing(&self, month: Month) -> Result<Standing, AmountError> {
        let is_gone = self.disposed.is_some_and(|day| Month::of(day) <= month);
        let charged = self.schedule(month)?.last().copied();
        let charge =
            charged.filter(|row| row.month == month).map_or(Amount::ZERO, |row| row.amount);
        let came = self.brought_in.map_or(Month::of(self.in_use), |before| Month::of(before.as_of));
        if is_gone || month < came {
            return Ok(Standing { charge, ..Standing::default() });
        }
        let before = self.brought_in.map_or(Amount::ZERO, |before| before.accumulated);
        let accumulated = charged.map_or(before, |row| row.accumulated);
        // What was added counts as cost from its day, though it is charged later.
        let mut cost = self.cost;
        for change in &self.changes {
            match change {
                Change::Added(day, amount) if Month::of(*day) <= month => {
                    cost = cost.plus(*amount)?
                }
                _ => {}
            }
        }
        Ok(Standing { cost, accumulated, charge })
    }

    /// What leaves the books when it is disposed of on a day: the cost, and all that is charged by its last month.
    ///
    /// # Errors
    /// When an amount does not fit.
    pub fn leaving(&self, day: NaiveDate) -> Result<Standing, AmountError> {
        let disposed = Self { disposed: None, ..self.clone() };
        let last = self.convention.ends(day);
        let at = disposed.standing(Month::of(day))?;
        let before = self.brought_in.map_or(Amount::ZERO, |before| before.accumulated);
        let accumulated =
            disposed.schedule(last)?.last().map_or(before, |charged| charged.accumulated);
        Ok(Standing { accumulated, ..at })
    }

    /// The last month of its life as its terms are now.
    #[must_use]
    pub fn last_month(&self) -> Month {
        let last = self.changes.iter().map(|change| self.effective(change)).max();
        let terms = self.terms_at(last.unwrap_or_else(|| self.first_month()));
        let end = self.first_month().later(terms.life_months.cast_signed() - 1);
        self.disposed.map_or(end, |day| end.min(self.convention.ends(day)))
    }
}

fn check_terms(terms: Terms, cost: Amount) -> Result<(), AssetRefusal> {
    if terms.residual.is_negative() || terms.residual > cost {
        return Err(AssetRefusal::ResidualTooLarge { cost });
    }
    if !(1..=LONGEST_LIFE_MONTHS).contains(&terms.life_months) {
        return Err(AssetRefusal::LifeOutOfRange { most: LONGEST_LIFE_MONTHS });
    }
    if terms.method == Method::Units && terms.total_units.millionths() <= 0 {
        return Err(AssetRefusal::UnitsMissing);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
