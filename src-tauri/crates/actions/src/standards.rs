//! Accounting standards as data: chart, cash-flow items, posting rules and tax rates, embedded in the program.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kontor_ledger::posting::Rule;
use kontor_ledger::reversal::ReversalStyle;
use kontor_reports::Lang;
use kontor_reports::words::Words;
use serde::Deserialize;

/// A standard.
#[derive(Debug)]
pub struct Standard {
    /// Its name: `cn-small`.
    pub name: &'static str,
    /// Its chart of accounts, as CSV.
    pub chart_csv: &'static str,
    /// How its books reverse an entry.
    pub reversal: ReversalStyle,
    /// The kind of VAT taxpayer its companies usually are.
    pub usual_vat_kind: &'static str,
    /// The currency a book of it is kept in when nobody says another.
    pub usual_currency: &'static str,
    /// The language its books are kept in.
    pub language: Lang,
    /// The word of its entries' numbers.
    pub word: &'static str,
    /// The word of the opening entry's number.
    pub opening_word: &'static str,
    rules: &'static str,
    parsed: LazyLock<PostingRules>,
}

/// The posting rules of a standard, as their file says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PostingRules {
    roles: BTreeMap<String, RoleAccount>,
    rules: Vec<Rule>,
}

/// The account of a role: one, or one per kind of VAT taxpayer.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum RoleAccount {
    One(String),
    ByVatKind(BTreeMap<String, String>),
}

static CN_SMALL: Standard = Standard {
    name: "cn-small",
    chart_csv: include_str!("../../../../assets/charts/cn-small.csv"),
    reversal: ReversalStyle::Red,
    usual_vat_kind: "small-scale",
    usual_currency: "CNY",
    language: Lang::Zh,
    word: "记",
    opening_word: "期初",
    rules: include_str!("../../../../assets/posting-rules/cn-small.toml"),
    parsed: LazyLock::new(|| parse_rules(CN_SMALL.rules)),
};

static CN_ENTERPRISE: Standard = Standard {
    name: "cn-enterprise",
    chart_csv: include_str!("../../../../assets/charts/cn-enterprise.csv"),
    reversal: ReversalStyle::Red,
    usual_vat_kind: "general",
    usual_currency: "CNY",
    language: Lang::Zh,
    word: "记",
    opening_word: "期初",
    rules: include_str!("../../../../assets/posting-rules/cn-enterprise.toml"),
    parsed: LazyLock::new(|| parse_rules(CN_ENTERPRISE.rules)),
};

static IFRS: Standard = Standard {
    name: "ifrs",
    chart_csv: include_str!("../../../../assets/charts/ifrs.csv"),
    reversal: ReversalStyle::Swapped,
    usual_vat_kind: "general",
    usual_currency: "EUR",
    language: Lang::En,
    word: "JE",
    opening_word: "OB",
    rules: include_str!("../../../../assets/posting-rules/ifrs.toml"),
    parsed: LazyLock::new(|| parse_rules(IFRS.rules)),
};

static US_GAAP: Standard = Standard {
    name: "us-gaap",
    chart_csv: include_str!("../../../../assets/charts/us-gaap.csv"),
    reversal: ReversalStyle::Swapped,
    usual_vat_kind: "general",
    usual_currency: "USD",
    language: Lang::En,
    word: "JE",
    opening_word: "OB",
    rules: include_str!("../../../../assets/posting-rules/us-gaap.toml"),
    parsed: LazyLock::new(|| parse_rules(US_GAAP.rules)),
};

/// Every standard this program has, in the order they are offered.
static STANDARDS: [&Standard; 4] = [&CN_SMALL, &CN_ENTERPRISE, &IFRS, &US_GAAP];

/// The cash-flow items of every standard, as CSV.
pub(crate) const CASH_FLOW_ITEMS_CSV: &str =
    include_str!("../../../../assets/charts/cash-flow-items.csv");

/// A file that does not parse is caught by the tests, which read every one; a book then finds no role and says so.
fn parse_rules(text: &str) -> PostingRules {
    toml::from_str(text).unwrap_or_default()
}

impl Standard {
    /// The standard of a name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Standard> {
        STANDARDS.into_iter().find(|standard| standard.name == name)
    }

    /// Every standard's name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        STANDARDS.into_iter().map(|standard| standard.name)
    }

    /// The words its books are kept in.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::new(self.language)
    }

    /// Whether its books follow the accounting practice of China.
    #[must_use]
    pub fn is_chinese(&self) -> bool {
        self.name.starts_with("cn-")
    }

    /// The rule of a name.
    #[must_use]
    pub fn rule(&'static self, id: &str) -> Option<&'static Rule> {
        self.parsed.rules.iter().find(|rule| rule.id == id)
    }

    /// What the rules use an account for: the rule that names its role, or else the role.
    #[must_use]
    pub fn use_of(&'static self, code: &str, vat_kind: &str) -> Option<&'static str> {
        let mut roles = self.parsed.roles.keys();
        let role = roles.find(|role| self.role(role, vat_kind) == Some(code))?;
        let names = |rule: &&Rule| rule.lines.iter().any(|line| line.role == *role);
        Some(self.parsed.rules.iter().find(names).map_or(role, |rule| rule.id.as_str()))
    }

    /// The account code of a role, for a kind of VAT taxpayer.
    #[must_use]
    pub fn role(&'static self, role: &str, vat_kind: &str) -> Option<&'static str> {
        match self.parsed.roles.get(role)? {
            RoleAccount::One(code) => Some(code),
            RoleAccount::ByVatKind(codes) => codes.get(vat_kind).map(String::as_str),
        }
    }
}
