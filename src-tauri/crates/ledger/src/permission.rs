//! Roles 角色: which duties a person may be given. What each role may do stands in the door's table.

use serde::{Deserialize, Serialize};

/// The duty of a person in the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 老板: everything
    Owner,
    /// 会计: the books, not the persons
    Bookkeeper,
    /// 出纳: money in and out, no ledgers of income and receivables (会计基础工作规范 art. 12)
    Cashier,
    /// 销售员: sales and customers
    Salesperson,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 4] = [Self::Owner, Self::Bookkeeper, Self::Cashier, Self::Salesperson];

    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Bookkeeper => "bookkeeper",
            Self::Cashier => "cashier",
            Self::Salesperson => "salesperson",
        }
    }

    /// The role of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}
