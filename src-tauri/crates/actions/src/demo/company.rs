//! A sample company's file: whom it deals with, what it sells, what every month brings.

use kontor_reports::{Bilingual, Lang};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::Kind;
use crate::errors::Refusal;

/// The file of a sample company.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Company {
    pub(super) vat_kind: String,
    pub(super) industry: String,
    pub(super) company: Bilingual,
    pub(super) person: Bilingual,
    pub(super) first_stock: Option<Decimal>,
    pub(super) input_rate: Option<Decimal>,
    pub(super) rate: Option<String>,
    pub(super) pace: Pace,
    pub(super) founding: Vec<Move>,
    pub(super) monthly: Vec<Move>,
    pub(super) drafts: Vec<Move>,
    pub(super) customers: Vec<Party>,
    #[serde(default)]
    pub(super) suppliers: Vec<Party>,
    pub(super) items: Vec<Item>,
}

/// How lively its business is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pace {
    pub(super) counter_one_in: Option<u64>,
    pub(super) credit_one_in: u64,
    pub(super) largest_quantity: u64,
    #[serde(default = "one")]
    pub(super) quantity_step: u64,
}

fn one() -> u64 {
    1
}

/// An entry of two lines.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Move {
    /// The first or the last day, for what comes every month.
    #[serde(default)]
    pub(super) at: At,
    pub(super) memo: Bilingual,
    pub(super) debit: String,
    pub(super) credit: String,
    pub(super) amount: Decimal,
}

/// When in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum At {
    #[default]
    First,
    Last,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Party {
    pub(super) code: String,
    pub(super) name: Bilingual,
    pub(super) phone: String,
    pub(super) terms_days: u32,
    #[serde(default)]
    pub(super) pays_late_days: u64,
    #[serde(default)]
    pub(super) stops_paying: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub(super) code: String,
    pub(super) name: Bilingual,
    pub(super) kind: String,
    pub(super) unit: Bilingual,
    pub(super) price: Decimal,
    pub(super) cost: Decimal,
}

impl Company {
    /// The company of a kind, as its file says.
    pub(super) fn of(kind: Kind) -> Result<Self, Refusal> {
        let text = match kind {
            Kind::Trade => include_str!("../../../../../assets/sample/trade.toml"),
            Kind::Retail => include_str!("../../../../../assets/sample/retail.toml"),
            Kind::Services => include_str!("../../../../../assets/sample/studio.toml"),
        };
        toml::from_str(text).map_err(Refusal::bug)
    }

    /// Who keeps the books, in the language of the sample.
    pub(super) fn person(&self, language: Lang) -> String {
        self.person.pick(language)
    }
}
