//! Closing a period 结账: which checks are made, which of them stop a close and which only warn, and how a period opens
//! again. What each check finds is read elsewhere; what follows from it is decided here and nowhere else.

use crate::period::{Period, PeriodKey, PeriodState};

/// A check that is made before a period is closed (controls.md §2). In the order in which a refusal names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// 上期已结账: periods close in order.
    PreviousClosed,
    /// 凭证全部记账: the law has the program look before it closes (财会〔2024〕12号 art. 24).
    EntriesPosted,
    /// 凭证号连续: no number of a word is missing (财会〔2024〕12号 art. 21(3)).
    NumbersContinuous,
    /// 现金流量项目: every cash line says why cash moved (corrections.md 2).
    CashItemsAssigned,
    /// 期初余额: balances from before the book are there before its first close (corrections.md 7).
    OpeningPresent,
    /// 试算平衡: debits equal credits.
    TrialBalance,
    /// 往来与总账: the parties' balances of an account add up to the account.
    PartiesAgree,
    /// 应收明细: open invoices against the account for receivables.
    ReceivablesAgree,
    /// 预收明细: nobody's advance stands on the wrong side.
    AdvancesAgree,
    /// 业务活动: lines whose activity could not be derived keep the two cash flows apart (statements.md §5.6).
    ActivitiesKnown,
    /// 待处理与过渡科目: accounts that only pass on are empty.
    ClearingEmpty,
    /// 损益已结转: accounts of profit and loss are empty.
    ProfitTransferred,
    /// 月末凭证: what is derived from the books was made.
    EntriesGenerated,
    /// 税务信息: what stands on tax accounts says what it is to the tax office (corrections.md 12).
    TaxRowsKnown,
    /// 税务资料: what surcharges and income tax are reckoned by was decided.
    TaxProfileKnown,
    /// 资产卡片与总账: cards stand at what is posted (F03).
    AssetsAgree,
}

impl Check {
    /// The word it is known by.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::PreviousClosed => "previous-closed",
            Self::EntriesPosted => "entries-posted",
            Self::NumbersContinuous => "numbers-continuous",
            Self::CashItemsAssigned => "cash-items-assigned",
            Self::OpeningPresent => "opening-present",
            Self::TrialBalance => "trial-balance",
            Self::PartiesAgree => "parties-agree",
            Self::ReceivablesAgree => "receivables-agree",
            Self::AdvancesAgree => "advances-agree",
            Self::ActivitiesKnown => "activities-known",
            Self::ClearingEmpty => "clearing-empty",
            Self::ProfitTransferred => "profit-transferred",
            Self::EntriesGenerated => "entries-generated",
            Self::TaxRowsKnown => "tax-rows-known",
            Self::TaxProfileKnown => "tax-profile-known",
            Self::AssetsAgree => "assets-agree",
        }
    }

    /// Whether it stops a close. What may rightly stand open through a year stops only the close of its last period:
    /// losses under investigation must be settled by then (小企业会计准则 art. 15), and a year's profit leaves the accounts
    /// it was gathered on.
    #[must_use]
    pub const fn stops(self, is_year_end: bool) -> bool {
        match self {
            Self::PreviousClosed
            | Self::EntriesPosted
            | Self::NumbersContinuous
            | Self::CashItemsAssigned
            | Self::OpeningPresent
            | Self::TrialBalance
            | Self::PartiesAgree => true,
            Self::ReceivablesAgree
            | Self::AdvancesAgree
            | Self::ActivitiesKnown
            | Self::EntriesGenerated
            | Self::TaxRowsKnown
            | Self::TaxProfileKnown
            | Self::AssetsAgree => false,
            Self::ClearingEmpty | Self::ProfitTransferred => is_year_end,
        }
    }
}

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check.
    pub check: Check,
    /// How many things are still to be done; none where it holds.
    pub count: u64,
}

/// Whether a finding holds, warns or stops the close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is left to be done.
    Holds,
    /// Something is, but the period may be closed as it is.
    Warns,
    /// The period may not be closed before it is done.
    Stops,
}

impl Outcome {
    /// The word it is known by.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Warns => "warns",
            Self::Stops => "stops",
        }
    }
}

impl Finding {
    /// What follows from it.
    #[must_use]
    pub const fn outcome(self, is_year_end: bool) -> Outcome {
        match (self.count, self.check.stops(is_year_end)) {
            (0, _) => Outcome::Holds,
            (_, false) => Outcome::Warns,
            (_, true) => Outcome::Stops,
        }
    }
}

/// Why a period cannot be closed or opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CloseRefusal {
    /// It is closed already, or open already.
    AlreadySo,
    /// Periods close in order; this one must be closed first.
    EarlierOpen {
        /// The earliest period that is not closed.
        period: PeriodKey,
    },
    /// Only the last closed period may be opened again.
    LaterClosed {
        /// The last closed period.
        period: PeriodKey,
    },
    /// A check stops it.
    Held(Finding),
}

/// Whether a period is the last of its fiscal year.
#[must_use]
pub fn is_year_end(periods: &[Period], key: PeriodKey) -> bool {
    let last = periods.iter().rfind(|period| period.key.year == key.year);
    last.is_some_and(|period| period.key == key)
}

/// Whether a period may be closed: in order, and with no check that stops it.
///
/// # Errors
/// When it is closed, an earlier one is open, or something is still to be done.
pub fn check_close(
    periods: &[Period],
    key: PeriodKey,
    findings: &[Finding],
) -> Result<(), CloseRefusal> {
    let earliest = periods.iter().find(|period| period.state != PeriodState::Closed);
    match earliest {
        Some(earliest) if earliest.key < key => {
            return Err(CloseRefusal::EarlierOpen { period: earliest.key });
        }
        Some(earliest) if earliest.key == key => {}
        _ => return Err(CloseRefusal::AlreadySo),
    }
    let is_year_end = is_year_end(periods, key);
    let stopping = |finding: &&Finding| finding.outcome(is_year_end) == Outcome::Stops;
    match findings.iter().filter(stopping).min_by_key(|finding| finding.check) {
        Some(finding) => Err(CloseRefusal::Held(*finding)),
        None => Ok(()),
    }
}

/// Whether a period may be opened again: only the last closed one.
///
/// # Errors
/// When it is open or a later one is closed.
pub fn check_reopen(periods: &[Period], key: PeriodKey) -> Result<(), CloseRefusal> {
    let last_closed = periods.iter().rev().find(|period| period.state == PeriodState::Closed);
    match last_closed {
        Some(last) if last.key == key => Ok(()),
        Some(last) if last.key > key => Err(CloseRefusal::LaterClosed { period: last.key }),
        _ => Err(CloseRefusal::AlreadySo),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::period::calendar_year;

    fn with_closed(count: usize) -> Vec<Period> {
        let mut periods = calendar_year(2026);
        for period in periods.iter_mut().take(count) {
            period.state = PeriodState::Closed;
        }
        periods
    }

    fn key(number: u8) -> PeriodKey {
        PeriodKey { year: 2026, number }
    }

    fn open(check: Check) -> Finding {
        Finding { check, count: 1 }
    }

    #[test]
    fn periods_close_in_order_and_reopen_backwards() {
        let periods = with_closed(2);
        assert_eq!(check_close(&periods, key(3), &[]), Ok(()));
        assert_eq!(
            check_close(&periods, key(5), &[]),
            Err(CloseRefusal::EarlierOpen { period: key(3) })
        );
        assert_eq!(check_close(&periods, key(1), &[]), Err(CloseRefusal::AlreadySo));
        assert_eq!(check_reopen(&periods, key(2)), Ok(()));
        assert_eq!(
            check_reopen(&periods, key(1)),
            Err(CloseRefusal::LaterClosed { period: key(2) })
        );
        assert_eq!(check_reopen(&periods, key(7)), Err(CloseRefusal::AlreadySo));
    }

    #[test]
    fn the_first_check_in_the_order_of_the_work_is_the_one_that_is_named() {
        let findings = [open(Check::CashItemsAssigned), open(Check::EntriesPosted)];
        assert_eq!(
            check_close(&with_closed(2), key(3), &findings),
            Err(CloseRefusal::Held(open(Check::EntriesPosted)))
        );
    }

    #[test]
    fn what_only_warns_lets_a_month_close_and_some_of_it_stops_the_year() {
        let findings = [open(Check::ReceivablesAgree), open(Check::ProfitTransferred)];
        assert_eq!(check_close(&with_closed(2), key(3), &findings), Ok(()));
        assert_eq!(
            check_close(&with_closed(11), key(12), &findings),
            Err(CloseRefusal::Held(open(Check::ProfitTransferred)))
        );
        assert_eq!(check_close(&with_closed(11), key(12), &findings[..1]), Ok(()));
    }

    #[test]
    fn nothing_open_holds_whatever_the_check() {
        let done = Finding { check: Check::TrialBalance, count: 0 };
        assert_eq!(done.outcome(true), Outcome::Holds);
        assert_eq!(check_close(&with_closed(0), key(1), &[done]), Ok(()));
    }
}
