//! What taxes are reckoned by and the rows of returns, as data: embedded files, dated.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use kontor_ledger::money::{Amount, Currency};
use kontor_ledger::tax::TaxKind;
use kontor_ledger::tax::income::SmallLowProfit;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::rates;

const RULES: &str = include_str!("../../../../../assets/tax/cn-rules.toml");
const CN: &str = include_str!("../../../../../assets/tax/cn-returns.toml");
const IFRS: &str = include_str!("../../../../../assets/tax/ifrs-returns.toml");
const US: &str = include_str!("../../../../../assets/tax/us-returns.toml");

/// A text in both languages.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Label {
    pub(crate) zh: String,
    pub(crate) en: String,
}

/// The days something is in force, where it stands, and whether that was looked up.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Dated<T> {
    valid_from: toml::value::Datetime,
    valid_to: Option<toml::value::Datetime>,
    #[serde(flatten)]
    what: T,
}

impl<T> Dated<T> {
    fn on(&self, at: NaiveDate) -> bool {
        let from = rates::day(self.valid_from);
        from.is_some_and(|from| from <= at)
            && self.valid_to.and_then(rates::day).is_none_or(|last| at <= last)
    }
}

/// A surcharge on VAT.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct SurchargeRule {
    pub(crate) id: String,
    city: Decimal,
    county: Decimal,
    other: Decimal,
    /// Monthly sales up to which it is not charged.
    pub(crate) exempt_monthly: Option<Decimal>,
}

impl SurchargeRule {
    /// Its rate at a place, as a fraction.
    pub(crate) fn rate(&self, place: &str) -> Decimal {
        fraction(match place {
            "city" => self.city,
            "county" => self.county,
            _ => self.other,
        })
    }
}

#[derive(Clone, Debug, Deserialize)]
struct Half {}

#[derive(Clone, Debug, Deserialize)]
struct Income {
    rate: Decimal,
}

#[derive(Clone, Debug, Deserialize)]
struct Small {
    income: Decimal,
    staff: u32,
    assets: Decimal,
    rate: Decimal,
}

/// When a return is due.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Due {
    pub(crate) id: String,
    /// filing, quarter or year
    pub(crate) every: String,
    pub(crate) months: u32,
    pub(crate) day: u32,
    pub(crate) label: Label,
    /// The roles of the accounts it is owed on.
    pub(crate) payable: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct RulesFile {
    surcharges: Vec<Dated<SurchargeRule>>,
    halves: Vec<Dated<Half>>,
    income: Vec<Dated<Income>>,
    small_low_profit: Vec<Dated<Small>>,
    due: Vec<Due>,
}

/// A row of a return; what gives its figure is one of the things it may name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ReturnRow {
    pub(crate) number: Option<String>,
    pub(crate) zh: String,
    pub(crate) en: String,
    /// heading, total, grand-total; a plain row when nothing is said.
    pub(crate) kind: Option<String>,
    base: Vec<String>,
    tax: Vec<String>,
    pub(crate) invoice: Option<String>,
    pub(crate) by_rate: bool,
    pub(crate) plus: Vec<String>,
    pub(crate) minus: Vec<String>,
    pub(crate) lesser: Vec<String>,
    pub(crate) amount: Option<String>,
    pub(crate) base_amount: Option<String>,
}

impl ReturnRow {
    /// The kinds of tax row whose bases it sums.
    pub(crate) fn base_kinds(&self) -> Vec<TaxKind> {
        self.base.iter().filter_map(|word| TaxKind::from_word(word)).collect()
    }

    /// The kinds of tax row whose tax it sums.
    pub(crate) fn tax_kinds(&self) -> Vec<TaxKind> {
        self.tax.iter().filter_map(|word| TaxKind::from_word(word)).collect()
    }
}

/// A return by its rows.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Return {
    pub(crate) kind: String,
    pub(crate) form: Label,
    pub(crate) source: String,
    pub(crate) verified: bool,
    pub(crate) rows: Vec<ReturnRow>,
}

#[derive(Debug, Default, Deserialize)]
struct ReturnsFile {
    returns: Vec<Return>,
}

/// The rules of China. One that does not parse is caught by the tests; nothing is then reckoned.
static CHINA: LazyLock<RulesFile> = LazyLock::new(|| toml::from_str(RULES).unwrap_or_default());

static RETURNS: LazyLock<BTreeMap<&str, Vec<Return>>> = LazyLock::new(|| {
    [("cn-small", CN), ("cn-enterprise", CN), ("ifrs", IFRS), ("us-gaap", US)]
        .map(|(standard, text)| {
            let file: ReturnsFile = toml::from_str(text).unwrap_or_default();
            (standard, file.returns)
        })
        .into()
});

/// The return of a kind in the books of a standard.
pub(crate) fn find(standard: &str, kind: &str) -> Option<&'static Return> {
    RETURNS.get(standard)?.iter().find(|one| one.kind == kind)
}

/// The surcharges in force on a day.
pub(crate) fn surcharges(at: NaiveDate) -> impl Iterator<Item = &'static SurchargeRule> {
    CHINA.surcharges.iter().filter(move |one| one.on(at)).map(|one| &one.what)
}

/// Whether small companies are given half of the surcharges on a day.
pub(crate) fn halves(at: NaiveDate) -> bool {
    CHINA.halves.iter().any(|one| one.on(at))
}

/// The rate of enterprise income tax on a day, as a fraction.
pub(crate) fn income_rate(at: NaiveDate) -> Option<Decimal> {
    CHINA.income.iter().find(|one| one.on(at)).map(|one| fraction(one.what.rate))
}

/// What makes a company small and low in profit on a day.
pub(crate) fn small_low_profit(at: NaiveDate) -> Option<SmallLowProfit> {
    let small = &CHINA.small_low_profit.iter().find(|one| one.on(at))?.what;
    let amount = |value| Amount::round_half_up(value, Currency::CNY).ok();
    Some(SmallLowProfit {
        income: amount(small.income)?,
        staff: small.staff,
        assets: amount(small.assets)?,
        rate: fraction(small.rate),
    })
}

/// What is due when.
pub(crate) fn dues() -> &'static [Due] {
    &CHINA.due
}

/// A percentage as a fraction.
pub(crate) fn fraction(percent: Decimal) -> Decimal {
    percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default().normalize()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use super::*;
    use crate::standards::Standard;

    #[test]
    fn every_file_is_read_whole_and_its_rules_are_in_force_today() {
        let rules: RulesFile = toml::from_str(RULES).unwrap();
        let today: NaiveDate = "2026-03-31".parse().unwrap();
        assert_eq!(surcharges(today).count(), rules.surcharges.len());
        assert_eq!(income_rate(today), Some(Decimal::new(25, 2)));
        assert_eq!(small_low_profit(today).unwrap().rate, Decimal::new(5, 2));
        assert!(halves(today));
        assert!(!halves("2028-01-01".parse().unwrap()), "the reliefs end with 2027");
        for text in [CN, IFRS, US] {
            let file: ReturnsFile = toml::from_str(text).unwrap();
            assert_eq!(file.returns.len(), text.matches("[[returns]]").count());
        }
        assert!(Standard::names().all(|standard| RETURNS.contains_key(standard)));
    }

    #[test]
    fn a_row_adds_up_rows_that_stand_before_it_and_knows_its_kinds() {
        for one in RETURNS.values().flatten() {
            let mut seen = BTreeSet::new();
            for row in &one.rows {
                for number in row.plus.iter().chain(&row.minus).chain(&row.lesser) {
                    assert!(seen.contains(number), "{} {number}", one.kind);
                }
                assert_eq!(row.base_kinds().len(), row.base.len(), "{} {}", one.kind, row.en);
                assert_eq!(row.tax_kinds().len(), row.tax.len(), "{} {}", one.kind, row.en);
                if let Some(number) = &row.number {
                    assert!(seen.insert(number.clone()), "{} has {number} twice", one.kind);
                }
            }
        }
    }

    #[test]
    fn what_is_due_is_owed_on_accounts_there_are() {
        for standard in ["cn-small", "cn-enterprise"] {
            let standard = Standard::find(standard).unwrap();
            for role in dues().iter().flat_map(|due| &due.payable) {
                assert!(standard.role(role, "general").is_some(), "{role}");
            }
        }
    }
}
