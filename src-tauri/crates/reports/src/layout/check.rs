//! What every layout is checked for before it is used.

use std::collections::{BTreeMap, BTreeSet};

use super::{How, Layout, Term};
use crate::error::LayoutError;

/// Refuses a layout that refers to nothing, to itself, or names something twice.
pub(super) fn check(layout: &Layout) -> Result<(), LayoutError> {
    let mut made_of: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
    let mut keys = BTreeSet::new();
    for row in layout.rows() {
        let parts = row.take.iter().flat_map(|term| term.rows.iter().copied()).collect();
        if made_of.insert(row.row, parts).is_some() {
            return Err(LayoutError::RowTwice(row.row));
        }
        if !keys.insert(&row.key) {
            return Err(LayoutError::KeyTwice(row.key.clone()));
        }
    }
    for row in layout.rows() {
        check_terms(&row.take, &format!("row {}", row.row), &made_of)?;
    }
    for must in &layout.must {
        check_terms(&must.left, &must.name, &made_of)?;
        check_terms(&must.right, &must.name, &made_of)?;
    }
    for side in layout.sections.iter().filter_map(|section| section.side.as_ref()) {
        if !layout.sides.iter().any(|known| known.key == *side) {
            return Err(LayoutError::NoSuchSide(side.clone()));
        }
    }
    refuse_circles(made_of)
}

fn check_terms(
    terms: &[Term],
    at: &str,
    rows: &BTreeMap<u16, Vec<u16>>,
) -> Result<(), LayoutError> {
    for term in terms {
        let given = (!term.accounts.is_empty(), !term.items.is_empty(), !term.rows.is_empty());
        let needed = match term.how {
            How::CashIn | How::CashOut | How::Adjustment => (false, true, false),
            How::Row => (false, false, true),
            How::OpeningCash | How::ClosingCash => (false, false, false),
            _ => (true, false, false),
        };
        let is_empty = term.accounts.iter().chain(&term.except).any(String::is_empty);
        let lacks_accounts = term.accounts.is_empty() && !term.except.is_empty();
        if given != needed || is_empty || lacks_accounts {
            let how = format!("{:?}", term.how);
            return Err(LayoutError::WrongTerm { at: at.to_owned(), how });
        }
        if let Some(missing) = term.rows.iter().find(|row| !rows.contains_key(row)) {
            return Err(LayoutError::NoSuchRow { at: at.to_owned(), row: *missing });
        }
    }
    Ok(())
}

/// Takes away rows all of whose parts are known until none is left; what stays is part of a circle.
fn refuse_circles(mut made_of: BTreeMap<u16, Vec<u16>>) -> Result<(), LayoutError> {
    while !made_of.is_empty() {
        let waiting: BTreeSet<u16> = made_of.keys().copied().collect();
        made_of.retain(|_, parts| parts.iter().any(|part| waiting.contains(part)));
        if made_of.len() == waiting.len() {
            return Err(made_of.first_key_value().map_or_else(
                || LayoutError::Unreadable("no rows".to_owned()),
                |(row, _)| LayoutError::Circle(*row),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::Layout;
    use crate::error::LayoutError;

    fn layout(rows: &str) -> Result<Layout, LayoutError> {
        Layout::parse(&format!(
            r#"
            standard = "x"
            statement = "y"
            effective_from = "2020-01-01"
            title = {{ zh = "表", en = "Sheet" }}
            columns = []
            [[sections]]
            rows = [{rows}]
            "#
        ))
    }

    #[test]
    fn a_row_made_of_itself_is_refused_by_number() {
        let rows = r#"
            { row = 1, key = "a", zh = "", en = "", take = [{ how = "row", rows = [2] }] },
            { row = 2, key = "b", zh = "", en = "", take = [{ how = "row", rows = [1] }] }"#;
        assert_eq!(layout(rows).unwrap_err(), LayoutError::Circle(1));
    }

    #[test]
    fn a_missing_row_is_named_with_the_row_that_wants_it() {
        let rows =
            r#"{ row = 1, key = "a", zh = "", en = "", take = [{ how = "row", rows = [9] }] }"#;
        assert_eq!(
            layout(rows).unwrap_err().to_string(),
            "row 1 refers to row 9, which does not exist"
        );
    }

    #[test]
    fn a_term_with_the_wrong_list_and_double_rows_are_refused() {
        let wrong = r#"{ row = 1, key = "a", zh = "", en = "", take = [{ how = "cash-in", accounts = ["1"] }] }"#;
        assert!(matches!(layout(wrong), Err(LayoutError::WrongTerm { .. })));
        let twice = r#"
            { row = 1, key = "a", zh = "", en = "", take = [] },
            { row = 1, key = "b", zh = "", en = "", take = [] }"#;
        assert_eq!(layout(twice).unwrap_err(), LayoutError::RowTwice(1));
        let unknown = r#"{ row = 1, key = "a", zh = "", en = "", take = [], colour = "red" }"#;
        assert!(layout(unknown).unwrap_err().to_string().contains("colour"));
    }
}
