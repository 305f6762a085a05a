//! The apostrophe that keeps a spreadsheet from running a text as a formula, set when writing and taken off when
//! reading, so that a text comes back exactly as it was.
//!
//! A spreadsheet takes a cell for a formula by its first sign, some after dropping blanks and quotes in front of it
//! (ASVS 5 V1.2.10). Texts that begin so get one apostrophe more; a text that already begins with apostrophes and
//! such a sign gets one too, which is what makes taking it off exact. Amounts are no texts and stay numbers.

use std::borrow::Cow;

/// The signs a spreadsheet acts on, with the full-width forms some Chinese editions treat alike.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text as it may stand in a spreadsheet.
pub(crate) fn set(text: &str) -> Cow<'_, str> {
    if is_dangerous(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`set`] was given.
pub(crate) fn take_off(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_dangerous(rest) => rest,
        _ => text,
    }
}

fn is_dangerous(text: &str) -> bool {
    let first_that_counts = text.trim_start_matches(|sign: char| {
        matches!(sign, '\'' | '"') || (sign.is_whitespace() && !matches!(sign, '\t' | '\r'))
    });
    first_that_counts.starts_with(SIGNS) || first_that_counts.starts_with(['\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_that_a_spreadsheet_would_run_are_guarded_and_others_are_not() {
        for text in [
            "=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", " =1", "\"=1",
            "'=1",
        ] {
            assert_eq!(set(text), format!("'{text}"));
            assert_eq!(take_off(&set(text)), text);
        }
        for text in ["", "a=1", "'quoted'", "库存", "1-2", "'"] {
            assert_eq!(set(text), text);
            assert_eq!(take_off(text), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "['\" =+@\\-\t\ra＝]{0,8}") {
            let guarded = set(&text);
            prop_assert_eq!(take_off(&guarded), text.as_str());
        }
    }
}
