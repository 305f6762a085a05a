//! Taxes: the company's profile, tax rows of entries, returns as worksheets, what is due when. The rules are the ledger's,
//! the rows of the forms are data.

mod amounts;
mod calendar;
mod data;
mod figures;
mod profile;
mod reconcile;
mod record;
mod states;
mod worksheet;
mod year;

pub use calendar::{ListTaxDues, TaxDue, TaxDueList};
pub(crate) use calendar::{around as dues_around, list as list_dues};
pub(crate) use figures::{Figures, is_chinese, is_small, kind_of};
pub use profile::{SetTaxProfile, TaxProfileRow};
pub(crate) use profile::{of as profile_of, plan_set as plan_set_profile};
pub use reconcile::Agreement;
pub use record::{RecordTaxRows, TaxRowRequest};
pub(crate) use record::{check_invoice, plan_record};
pub use states::TaxState;
pub use worksheet::{GetTaxReturn, TaxReturn, TaxReturnRow, UntaxedRow};
pub(crate) use worksheet::{get, lines_without, span};

#[cfg(test)]
mod tests;
