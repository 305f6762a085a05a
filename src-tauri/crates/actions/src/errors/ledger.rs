//! What the rules refuse, as errors with facts.

use kontor_ledger::account::CodeRefusal;
use kontor_ledger::close::{Check, CloseRefusal, Finding};
use kontor_ledger::depreciation::AssetRefusal;
use kontor_ledger::duties::DutyRefusal;
use kontor_ledger::entry::EntryRefusal;
use kontor_ledger::lock::AreaLocked;
use kontor_ledger::money::{Amount, AmountError, Currency};
use kontor_ledger::period::PeriodRefusal;
use kontor_ledger::posting::PostingRefusal;
use kontor_ledger::reversal::ReversalRefusal;
use kontor_ledger::sale::SaleRefusal;

use super::{Code, Refusal};

impl From<AmountError> for Refusal {
    fn from(error: AmountError) -> Self {
        match error {
            AmountError::NotANumber => Self::new(Code::AmountNotANumber),
            AmountError::TooManyDecimals { allowed } => {
                Self::new(Code::AmountTooManyDecimals).with("allowed", allowed)
            }
            AmountError::OutOfRange => Self::new(Code::AmountOutOfRange),
        }
    }
}

impl From<PeriodRefusal> for Refusal {
    fn from(refusal: PeriodRefusal) -> Self {
        match refusal {
            PeriodRefusal::OutOfRange { date, first_day, last_day } => {
                Self::new(Code::DateOutOfRange)
                    .with("date", date)
                    .with("first", first_day)
                    .with("last", last_day)
                    .with("field", "date")
            }
            PeriodRefusal::Closed { period, first_open_day } => {
                let refusal =
                    Self::new(Code::PeriodClosed).with("period", period).with("field", "date");
                match first_open_day {
                    Some(day) => refusal.with("day", day),
                    None => refusal.with("day", "none"),
                }
            }
        }
    }
}

impl From<AreaLocked> for Refusal {
    fn from(locked: AreaLocked) -> Self {
        Self::new(Code::AreaLocked)
            .with("area", locked.area.word())
            .with("period", locked.period)
            .with("field", "date")
    }
}

impl From<CloseRefusal> for Refusal {
    fn from(refusal: CloseRefusal) -> Self {
        match refusal {
            CloseRefusal::AlreadySo => Self::new(Code::AlreadySo),
            CloseRefusal::EarlierOpen { period } => {
                Self::new(Code::EarlierPeriodOpen).with("period", period)
            }
            CloseRefusal::LaterClosed { period } => {
                Self::new(Code::LaterPeriodClosed).with("period", period)
            }
            CloseRefusal::Held(finding) => held(finding),
        }
    }
}

/// What holds a close up: its own code where its words say where to go, one for all others.
fn held(finding: Finding) -> Refusal {
    match finding.check {
        Check::EntriesPosted => Refusal::new(Code::UnpostedEntries).with("count", finding.count),
        Check::CashItemsAssigned => Refusal::new(Code::UnassignedCash).with("count", finding.count),
        Check::OpeningPresent => Refusal::new(Code::OpeningMissing),
        check => {
            Refusal::new(Code::CloseHeld).with("check", check.word()).with("count", finding.count)
        }
    }
}

impl From<CodeRefusal> for Refusal {
    fn from(refusal: CodeRefusal) -> Self {
        match refusal {
            CodeRefusal::Malformed => Self::new(Code::CodeMalformed).with("field", "code"),
            CodeRefusal::NotUnderParent { parent } => {
                Self::new(Code::CodeNotUnderParent).with("parent", parent).with("field", "code")
            }
            CodeRefusal::NotByRule { parent, digits } => Self::new(Code::CodeNotByRule)
                .with("parent", parent)
                .with("digits", digits)
                .with("field", "code"),
        }
    }
}

/// Why a card cannot be as it says; amounts are of the book's currency.
pub(crate) fn from_asset(refusal: AssetRefusal, currency: Currency) -> Refusal {
    match refusal {
        AssetRefusal::CostNotPositive => Refusal::new(Code::CostNotPositive).with("field", "cost"),
        AssetRefusal::ResidualTooLarge { cost } => Refusal::new(Code::ResidualTooLarge)
            .with("cost", cost.to_text(currency))
            .with("field", "residual"),
        AssetRefusal::LifeOutOfRange { most } => {
            Refusal::new(Code::LifeOutOfRange).with("most", most).with("field", "life_months")
        }
        AssetRefusal::LifeOver { elapsed } => {
            Refusal::new(Code::LifeOver).with("elapsed", elapsed).with("field", "life_months")
        }
        AssetRefusal::UnitsMissing => Refusal::new(Code::UnitsMissing).with("field", "total_units"),
        AssetRefusal::AccumulatedTooLarge { most } => Refusal::new(Code::AccumulatedTooLarge)
            .with("most", most.to_text(currency))
            .with("field", "accumulated"),
        AssetRefusal::OutsideLife { first } => {
            Refusal::new(Code::OutsideLife).with("month", first).with("field", "date")
        }
    }
}

impl From<PostingRefusal> for Refusal {
    fn from(refusal: PostingRefusal) -> Self {
        let PostingRefusal::RoleMissing { rule, role } = refusal;
        Self::new(Code::RoleMissing).with("rule", rule).with("role", role)
    }
}

impl From<DutyRefusal> for Refusal {
    fn from(refusal: DutyRefusal) -> Self {
        Self::new(match refusal {
            DutyRefusal::Submitted => Code::EntrySubmitted,
            DutyRefusal::NotSubmitted => Code::EntryNotSubmitted,
            DutyRefusal::AlreadySo => Code::StepDone,
            DutyRefusal::NoCash => Code::NoCashToSign,
            DutyRefusal::SignatureMissing => Code::SignatureMissing,
            DutyRefusal::ReviewMissing => Code::ReviewMissing,
            DutyRefusal::OwnEntry => Code::OwnEntry,
            DutyRefusal::CashierReviews => Code::CashierReviews,
            DutyRefusal::NotPreparer => Code::NotPreparer,
            DutyRefusal::NotReviewer => Code::NotReviewer,
        })
    }
}

impl From<ReversalRefusal> for Refusal {
    fn from(refusal: ReversalRefusal) -> Self {
        match refusal {
            ReversalRefusal::AlreadyReversed => Self::new(Code::AlreadyReversed),
            ReversalRefusal::IsReversal => Self::new(Code::IsReversal),
            ReversalRefusal::PriorYear { year } => Self::new(Code::PriorYear).with("year", year),
            ReversalRefusal::IsOpening => Self::new(Code::IsOpening),
            ReversalRefusal::BeforeEntry => {
                Self::new(Code::ReversalBeforeEntry).with("field", "date")
            }
            ReversalRefusal::OutOfRange => Self::new(Code::AmountOutOfRange),
        }
    }
}

/// What stands against an entry, with amounts in the book's currency.
pub(crate) fn from_entry(refusal: EntryRefusal, currency: Currency) -> Refusal {
    let text = |amount: Amount| amount.to_text(currency);
    match refusal {
        EntryRefusal::TooFewLines { lines } => Refusal::new(Code::TooFewLines).with("lines", lines),
        EntryRefusal::Unbalanced { debit, credit } => Refusal::new(Code::Unbalanced)
            .with("debit", text(debit))
            .with("credit", text(credit))
            .with("difference", debit.minus(credit).map_or_else(|_| String::new(), text)),
        EntryRefusal::NoAmount { line } => {
            Refusal::new(Code::LineWithoutAmount).with("line", line).with("field", "debit")
        }
        EntryRefusal::BothSides { line } => {
            Refusal::new(Code::LineWithBothSides).with("line", line).with("field", "credit")
        }
        EntryRefusal::UnknownAccount { line } => {
            let refusal = Refusal::new(Code::UnknownAccount).with("line", line);
            refusal.with("account", "?").with("field", "account")
        }
        EntryRefusal::InactiveAccount { line, account } => {
            let refusal = Refusal::new(Code::InactiveAccount).with("line", line);
            refusal.with("account", account).with("field", "account")
        }
        EntryRefusal::PartyMissing { line, account } => {
            let refusal = Refusal::new(Code::PartyMissing).with("line", line);
            refusal.with("account", account).with("field", "party")
        }
        EntryRefusal::NotCash { line, account } => {
            let refusal = Refusal::new(Code::NotCash).with("line", line);
            refusal.with("account", account).with("field", "cash_flow_item")
        }
        EntryRefusal::CurrencyNotKept { line, account, currency, kept } => {
            Refusal::new(Code::CurrencyNotKept)
                .with("line", line)
                .with("account", account)
                .with("currency", currency.map_or("none".to_owned(), |one| one.code().to_owned()))
                .with("kept", kept.word())
                .with("field", "currency")
        }
        EntryRefusal::OutOfRange => Refusal::new(Code::AmountOutOfRange),
        EntryRefusal::Period(refusal) => refusal.into(),
    }
}

/// What stands against a sale, with amounts in the book's currency.
pub(crate) fn from_sale(refusal: SaleRefusal, currency: Currency) -> Refusal {
    let text = |amount: Amount| amount.to_text(currency);
    match refusal {
        SaleRefusal::NoLines => Refusal::new(Code::NoSaleLines).with("field", "lines"),
        SaleRefusal::QuantityNotPositive { line } => {
            Refusal::new(Code::QuantityNotPositive).with("line", line).with("field", "quantity")
        }
        SaleRefusal::PriceNegative { line } => {
            Refusal::new(Code::PriceNegative).with("line", line).with("field", "unit_price")
        }
        SaleRefusal::NothingToPay => Refusal::new(Code::NothingToPay).with("field", "unit_price"),
        SaleRefusal::PaidTooMuch { gross, paid } => Refusal::new(Code::PaidTooMuch)
            .with("gross", text(gross))
            .with("paid", text(paid))
            .with("field", "paid"),
        SaleRefusal::PaymentNotPositive => {
            Refusal::new(Code::PaymentNotPositive).with("field", "paid")
        }
        SaleRefusal::CustomerMissing { owed } => {
            Refusal::new(Code::CustomerMissing).with("owed", text(owed)).with("field", "customer")
        }
        SaleRefusal::OutOfRange => Refusal::new(Code::AmountOutOfRange),
    }
}
