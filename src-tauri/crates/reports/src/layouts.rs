//! The layouts that come with the program, and which of them holds on a day.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::error::LayoutError;
use crate::layout::Layout;

macro_rules! layout_files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"), "/../../../assets/statements/", $path
        )))),*]
    };
}

/// Every file in `assets/statements`, by its path there. A new file is entered here; a test compares.
pub const FILES: &[(&str, &str)] = layout_files![
    "cn-small/balance-sheet.toml",
    "cn-small/income-statement.toml",
    "cn-small/cash-flow.toml",
    "cn-enterprise/balance-sheet.toml",
    "cn-enterprise/income-statement.toml",
    "cn-enterprise/cash-flow.toml",
    "ifrs/balance-sheet.toml",
    "ifrs/income-statement.toml",
    "ifrs/income-statement-2027.toml",
    "ifrs/income-statement-by-nature.toml",
    "ifrs/income-statement-by-nature-2027.toml",
    "ifrs/cash-flow.toml",
    "us-gaap/balance-sheet.toml",
    "us-gaap/income-statement.toml",
    "us-gaap/cash-flow.toml",
    "cn-small/cash-flow-indirect.toml",
    "cn-enterprise/cash-flow-indirect.toml",
    "ifrs/cash-flow-indirect.toml",
    "us-gaap/cash-flow-indirect.toml",
    "ifrs/cash-flow-indirect-2027.toml",
    "cn-enterprise/changes-in-equity.toml",
    "ifrs/changes-in-equity.toml",
    "us-gaap/changes-in-equity.toml",
];

static ALL: LazyLock<Result<Vec<Layout>, LayoutError>> =
    LazyLock::new(|| FILES.iter().map(|(_, text)| Layout::parse(text)).collect());

/// All layouts.
///
/// # Errors
/// When an embedded file is broken, which a test excludes.
pub fn all() -> Result<&'static [Layout], LayoutError> {
    ALL.as_ref().map(Vec::as_slice).map_err(Clone::clone)
}

/// The latest layout of that statement which is in force on the day, if the standard has one.
///
/// # Errors
/// When an embedded file is broken, which a test excludes.
pub fn find(
    standard: &str,
    statement: &str,
    day: NaiveDate,
) -> Result<Option<&'static Layout>, LayoutError> {
    Ok(all()?
        .iter()
        .filter(|l| l.standard == standard && l.statement == statement && l.effective_from <= day)
        .max_by_key(|layout| layout.effective_from))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::words::Words;
    use crate::{Lang, RowKind};

    #[test]
    fn every_file_is_embedded_and_parses() {
        let root =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/statements");
        let mut found = Vec::new();
        for folder in std::fs::read_dir(root).unwrap().map(Result::unwrap) {
            if !folder.file_type().unwrap().is_dir() {
                continue;
            }
            for file in std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
                let folder = folder.file_name().into_string().unwrap();
                found.push(format!("{folder}/{}", file.file_name().into_string().unwrap()));
            }
        }
        found.sort();
        let mut embedded: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        embedded.sort_unstable();
        assert_eq!(found, embedded);
        for (path, text) in FILES {
            let layout = Layout::parse(text).unwrap_or_else(|e| panic!("{path}: {e}"));
            let file = format!("{}/{}", layout.standard, layout.statement);
            assert!(path.starts_with(&file), "{path} says it is {file}");
        }
    }

    #[test]
    fn the_small_enterprise_forms_are_complete() {
        let rows = |statement| {
            let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
            let layout = find("cn-small", statement, day).unwrap().unwrap();
            layout.rows().map(|row| row.row).collect::<Vec<_>>()
        };
        assert_eq!(rows("balance-sheet"), (1..=53).collect::<Vec<_>>());
        assert_eq!(rows("income-statement"), (1..=32).collect::<Vec<_>>());
        assert_eq!(rows("cash-flow"), (1..=22).collect::<Vec<_>>());
        let long_ago = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
        assert!(find("cn-small", "cash-flow", long_ago).unwrap().is_none());
    }

    #[test]
    fn every_equality_has_its_words_and_no_row_is_a_heading() {
        for layout in all().unwrap() {
            for must in &layout.must {
                let key = format!("check-{}", must.name);
                assert!(Words::new(Lang::Both).has(&key), "{key}");
            }
            assert!(layout.rows().all(|row| row.kind != RowKind::Heading));
        }
    }
}
