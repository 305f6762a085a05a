//! Locks 锁定: what may still be written into a period that is not closed, by area of work.
//!
//! A soft-closed period 暂结 is over for the front: no sale and no receipt is dated into it any more, while owner and
//! bookkeeper, who alone may post entries, still adjust it (controls.md §2). Beyond that each area is locked by itself.

use std::collections::BTreeSet;

use crate::period::{Period, PeriodKey, PeriodState};

/// An area of work that is locked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// 销售: sales and their reversals.
    Sales,
    /// 收款与银行: money received, and its reversals.
    Receipts,
    /// 凭证: entries that no paper makes.
    Entries,
}

impl Area {
    /// Every area, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Sales, Self::Receipts, Self::Entries];

    /// The word it is known by.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Receipts => "receipts",
            Self::Entries => "entries",
        }
    }

    /// The area of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|area| area.word() == word)
    }
}

/// The areas that are locked, each in its period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locks(BTreeSet<(PeriodKey, Area)>);

/// An area into whose period nothing is written any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaLocked {
    /// The period.
    pub period: PeriodKey,
    /// The area.
    pub area: Area,
}

impl Locks {
    /// The locks there are.
    #[must_use]
    pub fn new(locked: impl IntoIterator<Item = (PeriodKey, Area)>) -> Self {
        Self(locked.into_iter().collect())
    }

    /// Whether an area of a period was locked by itself.
    #[must_use]
    pub fn has(&self, period: PeriodKey, area: Area) -> bool {
        self.0.contains(&(period, area))
    }

    /// Whether something of an area may be written into a period.
    ///
    /// # Errors
    /// When the area is locked there.
    pub fn check(
        &self,
        periods: &[Period],
        period: PeriodKey,
        area: Area,
    ) -> Result<(), AreaLocked> {
        let state = periods.iter().find(|one| one.key == period).map(|one| one.state);
        let is_soft = state == Some(PeriodState::SoftClosed) && area != Area::Entries;
        if is_soft || self.has(period, area) {
            return Err(AreaLocked { period, area });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;
    use crate::period::calendar_year;

    fn key(number: u8) -> PeriodKey {
        PeriodKey { year: 2026, number }
    }

    #[test]
    fn an_area_is_locked_in_its_period_alone() {
        let (periods, locks) = (calendar_year(2026), Locks::new([(key(3), Area::Sales)]));
        assert_eq!(
            locks.check(&periods, key(3), Area::Sales),
            Err(AreaLocked { period: key(3), area: Area::Sales })
        );
        assert_eq!(locks.check(&periods, key(3), Area::Entries), Ok(()));
        assert_eq!(locks.check(&periods, key(4), Area::Sales), Ok(()));
    }

    #[test]
    fn a_soft_closed_period_takes_entries_and_no_papers() {
        let mut periods = calendar_year(2026);
        periods[2].state = PeriodState::SoftClosed;
        let locks = Locks::default();
        assert_eq!(locks.check(&periods, key(3), Area::Entries), Ok(()));
        for area in [Area::Sales, Area::Receipts] {
            assert!(locks.check(&periods, key(3), area).is_err(), "{area:?}");
            assert_eq!(Area::from_word(area.word()), Some(area));
        }
    }
}
