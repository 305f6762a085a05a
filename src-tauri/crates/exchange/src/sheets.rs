//! The formats: one file each, a plain struct with its columns, its reading and its writing.

pub mod accounts;
pub mod assets;
pub mod cash_flow_items;
pub mod entry_lines;
pub mod exchange_rates;
pub mod items;
pub mod opening;
pub mod opening_cash_flow;
pub mod parties;

use crate::values::Word;

/// Which part of the cash-flow statement a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Activity {
    /// 经营活动.
    Operating,
    /// 投资活动.
    Investing,
    /// 筹资活动.
    Financing,
    /// A transfer between cash accounts, in no part.
    Transfer,
    /// The effect of exchange rates on cash, shown apart.
    Exchange,
}

impl Word for Activity {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("O", Self::Operating),
        ("I", Self::Investing),
        ("F", Self::Financing),
        ("XFER", Self::Transfer),
        ("FX", Self::Exchange),
    ];
}

/// `Y` or `N`; an empty cell is a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YesNo {
    /// `Y`.
    Yes,
    /// `N`.
    No,
}

impl Word for YesNo {
    const WORDS: &'static [(&'static str, Self)] =
        &[("Y", Self::Yes), ("N", Self::No), ("", Self::No)];
}

impl YesNo {
    /// Whether it is a yes.
    #[must_use]
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }
}

impl From<bool> for YesNo {
    fn from(is_yes: bool) -> Self {
        if is_yes { Self::Yes } else { Self::No }
    }
}
