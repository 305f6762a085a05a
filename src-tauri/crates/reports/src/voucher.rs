//! Entries on paper 记账凭证: what stands on one, and the sheets they are printed on.

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency};
use serde::{Deserialize, Serialize};

use crate::bilingual::Bilingual;
use crate::error::ReportError;
use crate::facts::PaperFacts;
use crate::pdf;

/// The sheets vouchers are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoucherSheet {
    /// One to a sheet of A5 across.
    #[default]
    A5,
    /// Two to a sheet of A4 upright, to be cut in the middle.
    A4Two,
}

impl VoucherSheet {
    /// The sheet named `a5` or `a4-two`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "a5" => Some(Self::A5),
            "a4-two" => Some(Self::A4Two),
            _ => None,
        }
    }
}

/// How far an entry has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoucherState {
    /// A draft with its temporary number.
    Draft(i64),
    /// Posted under a word and a number.
    Posted(String, i64),
}

/// An entry as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    /// How far it has come.
    pub state: VoucherState,
    /// Its date.
    pub date: NaiveDate,
    /// Its lines.
    pub lines: Vec<VoucherLine>,
    /// The sum of its debits, and that of its credits.
    pub totals: (Amount, Amount),
    /// How many papers are attached.
    pub attachments: u32,
    /// The number of the entry it takes back.
    pub reverses: Option<String>,
    /// Who posted it; nobody yet in a draft.
    pub posted_by: Option<String>,
    /// Who reviewed it, a person or a rule.
    pub reviewed_by: Option<String>,
    /// Who prepared it.
    pub prepared_by: String,
    /// The cashier who signed it.
    pub signed_by: Option<String>,
    /// What has to be said of who had a hand in it.
    pub mark: Option<VoucherMark>,
}

/// What a voucher says of who had a hand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoucherMark {
    /// One person prepared and posted it; nobody reviewed it.
    OnePerson,
    /// Who prepared it reviewed it, as a company of one person chose.
    OwnReview,
}

/// A line of an entry as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherLine {
    /// What happened.
    pub memo: String,
    /// The account's code.
    pub account: String,
    /// The account's name.
    pub name: Bilingual,
    /// Party, item, quantity.
    pub detail: String,
    /// The amount on the debit side, else zero.
    pub debit: Amount,
    /// The amount on the credit side, else zero.
    pub credit: Amount,
}

/// Entries as a PDF, in the order they are given; the same entries and facts give the same bytes.
///
/// # Errors
/// When a character has no glyph or an amount is wider than its column.
pub fn vouchers(
    vouchers: &[Voucher],
    sheet: VoucherSheet,
    currency: Currency,
    facts: &PaperFacts,
) -> Result<Vec<u8>, ReportError> {
    pdf::vouchers_pdf(vouchers, sheet, currency, facts)
}
