//! Errors across the door: a kind, a code somebody acts on, and facts. The sentence is made late, in the reader's
//! language, from the message `error-<code>`.

pub(crate) mod ledger;
pub(crate) mod vault;

use std::collections::BTreeMap;
use std::fmt;

use kontor_reports::words::{Arg, Words};
use kontor_store::StoreError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It can't be done now; the sentence says what would help.
    Rejected,
    /// Something outside is in the way; it can be tried again.
    Trouble,
    /// A fault of the program; nothing was written.
    Bug,
}

macro_rules! codes {
    ($($kind:ident: $($code:ident)+;)+) => {
        /// What exactly went wrong. A code exists only because somebody acts on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(export)]
        #[allow(missing_docs)] // each is explained by its message
        pub enum Code { $($($code,)+)+ }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$($(Code::$code,)+)+];

            /// The kind of thing it is.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $($(Code::$code => Kind::$kind,)+)+ }
            }
        }
    };
}

codes! {
    Rejected:
        NotAllowed Malformed UnknownField AmountNotANumber AmountTooManyDecimals AmountOutOfRange
        DateOutOfRange PeriodClosed PeriodUnknown AlreadySo EarlierPeriodOpen LaterPeriodClosed UnpostedEntries UnassignedCash CloseHeld AreaLocked
        PeriodNotClosed SecondPersonNeeded
        Unbalanced TooFewLines LineWithoutAmount LineWithBothSides UnknownAccount InactiveAccount PartyMissing NotCash
        UnknownParty UnknownItem UnknownRate UnknownEntry UnknownTemplate UnknownMapping EntryPosted UnknownSale UnknownReceipt UnknownCashFlowItem
        UnknownStatement UnknownRow UnknownOperation NoSuchColumns NoMapping PrintCodeMalformed NoPrintCode
        UnknownPerson NameMissing CodeTaken CodeMalformed CodeNotUnderParent NameTaken PasswordTooShort
        NoSaleLines QuantityNotPositive PriceNegative NothingToPay PaidTooMuch PaymentNotPositive CustomerMissing
        PaymentAccountNotCash NothingReceived ShareNotPositive InvoiceNotOpen ShareTooLarge SharesMoreThanReceived
        RoleMissing AlreadyReversed IsReversal PriorYear IsOpening ReversalBeforeEntry MadeByPaper SettledByReceipts
        WordMalformed CellMalformed NotADate UnknownWord StandardUnknown CurrencyUnknown ImportFaults ImportKindUnknown Cancelled NoBook
        UnknownPlace FormatUnknown OpeningExists OpeningMissing OpeningSettled HasAmounts SheetGone
        UnknownCourse ExerciseNotDone AnswerWrong FeedbackEmpty
        AttachmentKindUnknown AttachmentMalformed AttachmentTooLarge AttachmentTwice AttachmentNotGiven AttachmentStays
        UnknownAttachment NothingToPrint
        EntrySubmitted EntryNotSubmitted StepDone NoCashToSign SignatureMissing ReviewMissing OwnEntry CashierReviews
        NotPreparer NotReviewer NothingChosen DraftOfReversal PolicyPeriodUsed SeveralReviewers ImportNeedsReview
        AccountHasBalance AccountHasChildren
        OwnCurrency ExchangeRateMalformed ExchangeRateMissing CurrencyNotKept CurrencyInUse AmountsDisagree
        RevaluationFixed
        AccountInRule AccountUsed CodeNotByRule UnknownAsset CostNotPositive ResidualTooLarge LifeOutOfRange LifeOver UnitsMissing AccumulatedTooLarge OutsideLife
        AssetDisposed NotByUnits
        TaxProfileMissing RefundRateMissing TaxRowDiffers InvoiceTwice
        NothingToGenerate GeneratorOff TransferUnbalanced ShareMalformed UnknownTransfer NextPeriodMissing;
    Trouble:
        NotFound AlreadyExists NotABook NewerBook Damaged WrongPassword WrongRecovery InUse ReadOnly UnfitPlace
        DiskFull Busy Locked NotABackup BackupDamaged BackupDiffers NotAPerson FileUnreadable CharacterMissing
        InputOutput NotSaved;
    Bug:
        Bug;
}

impl Code {
    /// The code as it crosses the door: `period_closed`.
    #[must_use]
    pub fn word(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(word)) => word,
            _ => String::from("bug"),
        }
    }

    /// The key of its message: `error-period-closed`.
    #[must_use]
    pub fn message_key(self) -> String {
        format!("error-{}", self.word().replace('_', "-"))
    }
}

/// An error on its way to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Refusal {
    /// The kind.
    pub kind: Kind,
    /// The code.
    pub code: Code,
    /// Facts by name, as text; `field` names what to look at.
    pub details: BTreeMap<&'static str, String>,
}

impl Refusal {
    /// A refusal without facts.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { kind: code.kind(), code, details: BTreeMap::new() }
    }

    /// The same with a fact more.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl fmt::Display) -> Self {
        self.details.insert(name, fact.to_string());
        self
    }

    /// The sentence for a person. Of many drafts the one that stands in the way is named first.
    #[must_use]
    pub fn sentence(&self, words: &Words) -> String {
        let facts: Vec<(&str, Arg<'_>)> =
            self.details.iter().map(|(name, fact)| (*name, Arg::from(fact))).collect();
        let reason = words.say(&self.code.message_key(), &facts);
        match self.details.get("draft") {
            Some(draft) => words.say(
                "error-of-draft",
                &[("draft", Arg::from(draft)), ("reason", Arg::from(&reason))],
            ),
            None => reason,
        }
    }

    /// A fault of the program; what happened goes into the report a person can read before sending it.
    #[must_use]
    pub fn bug(what: impl fmt::Display) -> Self {
        Self::new(Code::Bug).with("what", what)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code.word())?;
        for (name, fact) in &self.details {
            write!(f, " {name}={fact}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        if error.is_disk_full() {
            return Self::new(Code::DiskFull);
        }
        match error {
            StoreError::Vault(error) => error.into(),
            StoreError::NewerTables { version } => {
                Self::new(Code::NewerBook).with("format", version)
            }
            StoreError::OutOfRange => Self::new(Code::AmountOutOfRange),
            StoreError::NotAPerson => Self::new(Code::NotAPerson),
            StoreError::Sql(error) => vault::from_sql(&error),
            StoreError::Unreadable { what } => Self::new(Code::Damaged).with("what", what),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_words_and_message_keys() {
        assert_eq!(Code::PeriodClosed.word(), "period_closed");
        assert_eq!(Code::PeriodClosed.message_key(), "error-period-closed");
        assert_eq!(Code::WrongPassword.kind(), Kind::Trouble);
        let refusal = Refusal::new(Code::Unbalanced).with("debit", "1.00").with("credit", "2.00");
        assert_eq!(refusal.to_string(), "unbalanced credit=2.00 debit=1.00");
    }
}
