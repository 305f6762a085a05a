//! Tax rates: dated data, replaceable without a new program. Where rates differ by place, a person types the percentage.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use kontor_ledger::tax::TaxKind;
use rust_decimal::Decimal;
use serde::Deserialize;

/// The file of rates.
#[derive(Debug, Default, Deserialize)]
struct RatesFile {
    /// Whether a person may type a percentage.
    #[serde(default)]
    typed: bool,
    #[serde(default)]
    rates: Vec<RateRow>,
    #[serde(default)]
    thresholds: Vec<ThresholdRow>,
}

/// A threshold as the file writes it.
#[derive(Debug, Deserialize)]
struct ThresholdRow {
    monthly: Decimal,
    quarterly: Decimal,
    valid_from: toml::value::Datetime,
    valid_to: Option<toml::value::Datetime>,
}

/// A rate as the file writes it.
#[derive(Debug, Deserialize)]
struct RateRow {
    id: String,
    kind: String,
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
    /// The kind of supply: `taxed`, `zero-rated`, `exempt` or `outside`.
    kind: String,
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

/// Sales up to which a small-scale taxpayer owes nothing.
#[derive(Debug)]
struct Threshold {
    monthly: Decimal,
    quarterly: Decimal,
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
}

/// The rates of a standard.
#[derive(Debug, Default)]
struct Table {
    rates: Vec<Rate>,
    thresholds: Vec<Threshold>,
    typed: bool,
}

const CN: &str = include_str!("../../../../assets/rates/cn-vat.toml");
const IFRS: &str = include_str!("../../../../assets/rates/ifrs-vat.toml");
const US: &str = include_str!("../../../../assets/rates/us-sales-tax.toml");

/// The file of each standard's rates. One that does not parse is caught by the tests; no rate is then known.
static TABLES: LazyLock<BTreeMap<&str, Table>> = LazyLock::new(|| {
    [("cn-small", CN), ("cn-enterprise", CN), ("ifrs", IFRS), ("us-gaap", US)]
        .map(|(standard, text)| (standard, table(text)))
        .into()
});

fn table(text: &str) -> Table {
    let file: RatesFile = toml::from_str(text).unwrap_or_default();
    Table {
        rates: file.rates.into_iter().filter_map(read).collect(),
        thresholds: file.thresholds.into_iter().filter_map(read_threshold).collect(),
        typed: file.typed,
    }
}

fn read_threshold(row: ThresholdRow) -> Option<Threshold> {
    Some(Threshold {
        monthly: row.monthly,
        quarterly: row.quarterly,
        valid_from: day(row.valid_from)?,
        valid_to: row.valid_to.and_then(day),
    })
}

/// A day of a file.
pub(crate) fn day(datetime: toml::value::Datetime) -> Option<NaiveDate> {
    datetime.date?.to_string().parse().ok()
}

fn read(row: RateRow) -> Option<Rate> {
    let percent = row.percent.unwrap_or_default();
    Some(Rate {
        code: row.id,
        rate: percent.checked_div(Decimal::ONE_HUNDRED)?.normalize(),
        kind: row.kind,
        taxpayer: row.taxpayer,
        reduces: row.reduces,
        valid_from: day(row.valid_from)?,
        valid_to: row.valid_to.and_then(day),
        label_zh: row.label.zh,
        label_en: row.label.en,
    })
}

/// What the code of a typed rate begins with; the percentage follows: `at-8.875`.
const TYPED: &str = "at-";

/// The kind of a supply that bears tax.
const TAXED: &str = "taxed";

/// Whether a person may type a percentage in the books of a standard.
pub(crate) fn accepts_typed(standard: &str) -> bool {
    TABLES.get(standard).is_some_and(|table| table.typed)
}

/// The rate of a code.
pub(crate) fn find(standard: &str, code: &str) -> Option<Rate> {
    let table = TABLES.get(standard)?;
    if let Some(percent) = code.strip_prefix(TYPED) {
        return typed(percent).filter(|_| table.typed);
    }
    table.rates.iter().find(|rate| rate.code == code).cloned()
}

/// The rate of a typed percentage: above nothing, below a hundred, at most four decimals, written in one way only.
fn typed(percent: &str) -> Option<Rate> {
    let value = Decimal::from_str_exact(percent).ok()?;
    let is_plain = value.normalize().to_string() == percent && value.scale() <= 4;
    if !is_plain || value <= Decimal::ZERO || value >= Decimal::ONE_HUNDRED {
        return None;
    }
    Some(Rate {
        code: format!("{TYPED}{percent}"),
        rate: value.checked_div(Decimal::ONE_HUNDRED)?.normalize(),
        kind: TAXED.to_owned(),
        taxpayer: None,
        reduces: None,
        valid_from: NaiveDate::MIN,
        valid_to: None,
        label_zh: format!("{percent}%"),
        label_en: format!("{percent} %"),
    })
}

/// The rates a kind of taxpayer may use on a day; the first is the one to propose. A rate stands behind the one that
/// reduces it while that is in force.
pub(crate) fn on(standard: &str, day: NaiveDate, vat_kind: &str) -> Vec<Rate> {
    let all = TABLES.get(standard).map(|table| table.rates.as_slice()).unwrap_or_default();
    let mut rates: Vec<Rate> =
        all.iter().filter(|rate| rate.is_for(day, vat_kind)).cloned().collect();
    let reduced: Vec<String> = rates.iter().filter_map(|rate| rate.reduces.clone()).collect();
    rates.sort_by_key(|rate| reduced.contains(&rate.code));
    rates
}

/// What the tax row of a paper is about, by the code of its rate. A code of a file that was taken away is taxed.
pub(crate) fn tax_kind(standard: &str, code: &str) -> TaxKind {
    let rate = find(standard, code);
    match rate.as_ref().map_or(TAXED, |rate| rate.kind.as_str()) {
        "zero-rated" => TaxKind::ZeroRated,
        "exempt" => TaxKind::Exempt,
        "outside" => TaxKind::Outside,
        _ => TaxKind::Output,
    }
}

/// The sales of a filing period up to which a small-scale taxpayer owes nothing, on a day.
pub(crate) fn threshold(standard: &str, day: NaiveDate, is_monthly: bool) -> Option<Decimal> {
    let all = TABLES.get(standard).map(|table| table.thresholds.as_slice()).unwrap_or_default();
    let found = all
        .iter()
        .find(|one| one.valid_from <= day && one.valid_to.is_none_or(|last| day <= last))?;
    Some(if is_monthly { found.monthly } else { found.quarterly })
}

impl Rate {
    /// Whether a kind of taxpayer may use it on a day.
    pub(crate) fn is_for(&self, day: NaiveDate, vat_kind: &str) -> bool {
        self.taxpayer.as_deref().is_none_or(|taxpayer| taxpayer == vat_kind)
            && self.valid_from <= day
            && self.valid_to.is_none_or(|last| day <= last)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn proposed(day: &str, vat_kind: &str) -> (String, Decimal) {
        let rates = on("cn-small", day.parse().unwrap(), vat_kind);
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
    fn every_rate_of_every_file_is_read() {
        for (standard, text) in
            [("cn-small", CN), ("cn-enterprise", CN), ("ifrs", IFRS), ("us-gaap", US)]
        {
            assert_eq!(
                TABLES[standard].rates.len(),
                text.matches("[[rates]]").count(),
                "{standard}"
            );
        }
        assert!(crate::standards::Standard::names().all(|name| TABLES.contains_key(name)));
    }

    #[test]
    fn a_typed_percentage_is_a_rate_where_rates_differ_by_place_and_nowhere_else() {
        assert_eq!(find("us-gaap", "at-8.875").unwrap().rate, Decimal::new(8875, 5));
        assert_eq!(find("ifrs", "at-20").unwrap().rate, Decimal::new(2, 1));
        assert_eq!(find("cn-small", "at-8.875"), None);
        for wrong in ["at-0", "at-100", "at--5", "at-8.50", "at-1.23456", "at-x", "at-", "at-1e1"] {
            assert_eq!(find("us-gaap", wrong), None, "{wrong}");
        }
    }
}
