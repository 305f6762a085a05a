//! Tax rates: dated data, replaceable without a new program.

use std::sync::LazyLock;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;

/// The file of rates.
#[derive(Debug, Default, Deserialize)]
struct RatesFile {
    #[serde(default)]
    rates: Vec<RateRow>,
}

/// A rate as the file writes it.
#[derive(Debug, Deserialize)]
struct RateRow {
    id: String,
    taxpayer: Option<String>,
    percent: Option<Decimal>,
    reduces: Option<String>,
    valid_from: toml::value::Datetime,
    valid_to: Option<toml::value::Datetime>,
    label: Label,
}

#[derive(Debug, Deserialize)]
struct Label {
    zh: String,
    en: String,
}

/// A rate with its span of days; a supply without a rate has none of tax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rate {
    /// Its code.
    pub(crate) code: String,
    /// The rate as a fraction.
    pub(crate) rate: Decimal,
    /// The kind of taxpayer it is for; both when nothing.
    taxpayer: Option<String>,
    /// The rate it is proposed in place of while it holds.
    reduces: Option<String>,
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
    /// What it is called in Chinese.
    pub(crate) label_zh: String,
    /// What it is called in English.
    pub(crate) label_en: String,
}

/// A file that does not parse is caught by the tests; no rate is then known.
static RATES: LazyLock<Vec<Rate>> = LazyLock::new(|| {
    let file: RatesFile =
        toml::from_str(include_str!("../../../../assets/rates/cn-vat.toml")).unwrap_or_default();
    file.rates.into_iter().filter_map(read).collect()
});

fn read(row: RateRow) -> Option<Rate> {
    let day = |datetime: toml::value::Datetime| datetime.date?.to_string().parse().ok();
    let percent = row.percent.unwrap_or_default();
    Some(Rate {
        code: row.id,
        rate: percent.checked_div(Decimal::ONE_HUNDRED)?.normalize(),
        taxpayer: row.taxpayer,
        reduces: row.reduces,
        valid_from: day(row.valid_from)?,
        valid_to: row.valid_to.and_then(day),
        label_zh: row.label.zh,
        label_en: row.label.en,
    })
}

/// The rate of a code.
pub(crate) fn find(code: &str) -> Option<&'static Rate> {
    RATES.iter().find(|rate| rate.code == code)
}

/// The rates a kind of taxpayer may use on a day; the first is the one to propose. A rate stands behind the one that
/// reduces it while that is in force.
pub(crate) fn on(day: NaiveDate, vat_kind: &str) -> Vec<&'static Rate> {
    let mut rates: Vec<&Rate> = RATES
        .iter()
        .filter(|rate| {
            rate.taxpayer.as_deref().is_none_or(|taxpayer| taxpayer == vat_kind)
                && rate.valid_from <= day
                && rate.valid_to.is_none_or(|last| day <= last)
        })
        .collect();
    let reduced: Vec<&str> = rates.iter().filter_map(|rate| rate.reduces.as_deref()).collect();
    rates.sort_by_key(|rate| reduced.contains(&rate.code.as_str()));
    rates
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn proposed(day: &str, vat_kind: &str) -> (String, Decimal) {
        let rates = on(day.parse().unwrap(), vat_kind);
        (rates[0].code.clone(), rates[0].rate)
    }

    #[test]
    fn the_rate_proposed_follows_the_kind_of_taxpayer_and_the_day() {
        assert_eq!(proposed("2026-03-05", "general"), ("general-13".into(), Decimal::new(13, 2)));
        assert_eq!(proposed("2026-03-05", "small-scale"), ("levy-1".into(), Decimal::new(1, 2)));
        // The reduction ends with 2027.
        assert_eq!(proposed("2028-01-01", "small-scale"), ("levy-3".into(), Decimal::new(3, 2)));
    }

    #[test]
    fn every_rate_of_the_file_is_read() {
        let text = include_str!("../../../../assets/rates/cn-vat.toml");
        assert_eq!(RATES.len(), text.matches("[[rates]]").count());
    }
}
