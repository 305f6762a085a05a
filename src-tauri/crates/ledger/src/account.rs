//! Accounts: what kind of thing an account records and on which side it normally stands.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::money::Currency;

/// The side of an entry line or the side on which an account normally stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// 借
    Debit,
    /// 贷
    Credit,
}

/// The class of an account; it decides which statement the account belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// 资产
    Asset,
    /// 负债
    Liability,
    /// 所有者权益
    Equity,
    /// 成本: a balance here is work in progress, an asset
    Cost,
    /// 损益
    ProfitLoss,
}

/// The kind of activity an account or a line belongs to in the cash-flow statement (statements.md §5.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Activity {
    /// 经营活动
    #[serde(rename = "O")]
    Operating,
    /// 投资活动
    #[serde(rename = "I")]
    Investing,
    /// 筹资活动
    #[serde(rename = "F")]
    Financing,
}

impl Activity {
    /// The one-letter code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Operating => "O",
            Self::Investing => "I",
            Self::Financing => "F",
        }
    }

    /// The activity of a one-letter code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "O" => Some(Self::Operating),
            "I" => Some(Self::Investing),
            "F" => Some(Self::Financing),
            _ => None,
        }
    }
}

impl Side {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Debit => "debit",
            Self::Credit => "credit",
        }
    }

    /// The side of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "debit" => Some(Self::Debit),
            "credit" => Some(Self::Credit),
            _ => None,
        }
    }
}

impl Class {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asset => "asset",
            Self::Liability => "liability",
            Self::Equity => "equity",
            Self::Cost => "cost",
            Self::ProfitLoss => "profit-loss",
        }
    }

    /// The class of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Asset, Self::Liability, Self::Equity, Self::Cost, Self::ProfitLoss]
            .into_iter()
            .find(|class| class.word() == word)
    }
}

/// The currencies an account's lines may be in beside the book's own (posting rule X01).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeptCurrency {
    /// None.
    #[default]
    None,
    /// Any, each line as it likes.
    All,
    /// This one, and every line is in it: a deposit in that currency.
    Only(Currency),
}

impl KeptCurrency {
    /// The word used in files and in the wire format: `none`, `all`, or the currency's code.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::None => "none",
            Self::All => "all",
            Self::Only(currency) => currency.code(),
        }
    }

    /// What a word means.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "none" => Some(Self::None),
            "all" => Some(Self::All),
            code => Currency::from_code(code).map(Self::Only),
        }
    }

    /// Whether a line in this currency, or in the book's own where there is none, may stand on the account.
    #[must_use]
    pub fn takes(self, currency: Option<Currency>) -> bool {
        match self {
            Self::None => currency.is_none(),
            Self::All => true,
            Self::Only(only) => currency == Some(only),
        }
    }
}

/// Names an account within one book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId(pub i64);

/// What the rules need to know of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its key within the book.
    pub id: AccountId,
    /// The code, for example `1122`.
    pub code: String,
    /// What it records.
    pub class: Class,
    /// Where it normally stands.
    pub normal_side: Side,
    /// Whether its lines are cash (现金科目) and so carry a cash-flow item.
    pub is_cash: bool,
    /// Whether new lines may be written to it.
    pub is_active: bool,
    /// Whether every line must name a party: receivables, payables and advances are kept per party, for their
    /// debit and credit balances are shown apart (posting rule P0.6).
    pub needs_party: bool,
    /// The cash-flow item of money coming in against this account.
    pub cash_in_item: Option<String>,
    /// The cash-flow item of money going out against this account.
    pub cash_out_item: Option<String>,
    /// The activity of its lines where they do not say; operating when nothing is known.
    pub activity: Option<Activity>,
    /// The row of the indirect cash flow that explains its movement.
    pub indirect: Option<String>,
    /// The currencies its lines may be in.
    pub currency: KeptCurrency,
    /// Whether what stands on it in another currency is money or a claim to it, and so is revalued at a period's end.
    /// Advances, stock, fixed assets and equity are not (posting rule X03, IAS 21.16).
    pub is_monetary: bool,
}

impl Account {
    /// Whether balances are kept per party: what is owed to or by somebody, not what was earned or spent with them.
    #[must_use]
    pub const fn is_kept_per_party(&self) -> bool {
        matches!(self.class, Class::Asset | Class::Liability | Class::Equity)
    }
}

/// The accounts of one book, found by code or by key.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    by_id: HashMap<AccountId, Account>,
    by_code: HashMap<String, AccountId>,
    item_activities: HashMap<String, Activity>,
}

impl Chart {
    /// A chart of these accounts.
    #[must_use]
    pub fn new(accounts: impl IntoIterator<Item = Account>) -> Self {
        let mut chart = Self::default();
        for account in accounts {
            chart.by_code.insert(account.code.clone(), account.id);
            chart.by_id.insert(account.id, account);
        }
        chart
    }

    /// The same chart, knowing the activities of the standard's cash-flow items.
    #[must_use]
    pub fn with_items(mut self, items: impl IntoIterator<Item = (String, Activity)>) -> Self {
        self.item_activities = items.into_iter().collect();
        self
    }

    /// The activity of a cash-flow item; nothing for transfers and exchange differences.
    #[must_use]
    pub fn item_activity(&self, item: &str) -> Option<Activity> {
        self.item_activities.get(item).copied()
    }

    /// The account of a code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Account> {
        self.by_id.get(self.by_code.get(code)?)
    }

    /// The account of a key.
    #[must_use]
    pub fn get(&self, id: AccountId) -> Option<&Account> {
        self.by_id.get(&id)
    }

    /// Every account, in no particular order.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.by_id.values()
    }
}

/// Why a code cannot name a new account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeRefusal {
    /// Not two to twenty letters or digits.
    Malformed,
    /// A code under a parent begins with the parent's code and is longer.
    NotUnderParent {
        /// The parent's code.
        parent: String,
    },
    /// A code under a parent goes on by another number of digits.
    NotByRule {
        /// The parent's code.
        parent: String,
        /// How many digits follow it.
        digits: usize,
    },
}

/// Checks the code of a new account: letters and digits, and below its parent where it has one.
///
/// # Errors
/// When the code breaks either rule.
pub fn check_code(code: &str, parent: Option<&str>) -> Result<(), CodeRefusal> {
    let well_formed =
        (2..=20).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !well_formed {
        return Err(CodeRefusal::Malformed);
    }
    match parent {
        Some(parent) if !code.starts_with(parent) || code.len() <= parent.len() => {
            Err(CodeRefusal::NotUnderParent { parent: parent.to_owned() })
        }
        _ => Ok(()),
    }
}

/// Checks that a code goes on from its parent's as the chart does: by as many digits as the codes beside it, and by two
/// where it is the first, as Chinese charts are coded 4-2-2 (财会〔2024〕12号 art. 20(2)).
///
/// # Errors
/// When it goes on by another number of digits, or by something else.
pub fn check_extension<'a>(
    code: &str,
    parent: &str,
    beside: impl IntoIterator<Item = &'a str>,
) -> Result<(), CodeRefusal> {
    let tail = |code: &'a str| code.strip_prefix(parent).map(str::len);
    let digits = beside.into_iter().find_map(tail).unwrap_or(2);
    let follows = code.strip_prefix(parent).unwrap_or_default();
    if follows.len() == digits && follows.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(())
    } else {
        Err(CodeRefusal::NotByRule { parent: parent.to_owned(), digits })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_goes_on_by_as_many_digits_as_those_beside_it() {
        assert_eq!(check_extension("100201", "1002", []), Ok(()));
        assert_eq!(check_extension("1002003", "1002", ["1002001", "1002002"]), Ok(()));
        let refused = CodeRefusal::NotByRule { parent: "1002".into(), digits: 2 };
        assert_eq!(check_extension("1002001", "1002", ["100201"]), Err(refused.clone()));
        assert_eq!(check_extension("1002AB", "1002", []), Err(refused));
    }

    #[test]
    fn a_code_below_a_parent_begins_with_it() {
        assert_eq!(check_code("560116", Some("5601")), Ok(()));
        assert_eq!(
            check_code("560216", Some("5601")),
            Err(CodeRefusal::NotUnderParent { parent: "5601".into() })
        );
        assert!(check_code("5601", Some("5601")).is_err());
        assert_eq!(check_code("1", None), Err(CodeRefusal::Malformed));
        assert_eq!(check_code("10 02", None), Err(CodeRefusal::Malformed));
    }

    #[test]
    fn words_and_codes_read_back() {
        for class in [Class::Asset, Class::Liability, Class::Equity, Class::Cost, Class::ProfitLoss]
        {
            assert_eq!(Class::from_word(class.word()), Some(class));
        }
        for side in [Side::Debit, Side::Credit] {
            assert_eq!(Side::from_word(side.word()), Some(side));
        }
        for activity in [Activity::Operating, Activity::Investing, Activity::Financing] {
            assert_eq!(Activity::from_code(activity.code()), Some(activity));
        }
    }
}
