//! The recovery sheet as a paper: the only secret that is ever printed. Nothing of it is kept here.

use chrono::NaiveDate;

use crate::error::ReportError;
use crate::pdf;

/// What stands on a recovery sheet.
#[derive(Clone, Copy)]
pub struct RecoveryPaper<'a> {
    /// The company's name.
    pub company: &'a str,
    /// Who made the book.
    pub person: &'a str,
    /// The day it was made.
    pub day: NaiveDate,
    /// The groups, separated by hyphens.
    pub groups: &'a str,
}

/// The sheet as a PDF in both languages. Whoever asked for the bytes wipes them.
///
/// # Errors
/// When a name has a character that no embedded font has.
pub fn recovery_sheet(paper: &RecoveryPaper<'_>) -> Result<Vec<u8>, ReportError> {
    pdf::recovery::pdf(paper)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const GROUPS: &str = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123-4567-89AB-CDEF-GHJK-MNPQ";

    #[test]
    fn a_sheet_is_one_page_and_the_same_each_time() {
        let paper = RecoveryPaper {
            company: "宁波海砚贸易有限公司",
            person: "陈砚",
            day: NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
            groups: GROUPS,
        };
        let bytes = recovery_sheet(&paper).unwrap();
        assert_eq!(bytes, recovery_sheet(&paper).unwrap());
        let document = lopdf::Document::load_mem(&bytes).unwrap();
        assert_eq!(document.get_pages().len(), 1);
        let text = document.extract_text(&[1]).unwrap();
        for group in GROUPS.split('-') {
            assert!(text.contains(group), "{group} is missing in {text}");
        }
    }
}
