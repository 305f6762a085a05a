//! Papers 单据: the business documents that make entries, and how they are numbered.

/// Names a paper within one book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PaperId(pub i64);

/// The kind of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// 销售单: goods or services sold
    Sale,
    /// 收款单: money received from a customer
    Receipt,
}

impl PaperKind {
    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sale => "sale",
            Self::Receipt => "receipt",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Sale, Self::Receipt].into_iter().find(|kind| kind.word() == word)
    }

    /// The prefix of its numbers.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Sale => "SI",
            Self::Receipt => "RV",
        }
    }

    /// The number of the n-th paper of this kind in a year: `SI-2026-0001`.
    #[must_use]
    pub fn number(self, year: i32, n: u32) -> String {
        format!("{}-{year:04}-{n:04}", self.prefix())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_name_kind_and_year() {
        assert_eq!(PaperKind::Sale.number(2026, 7), "SI-2026-0007");
        assert_eq!(PaperKind::Receipt.number(2026, 12345), "RV-2026-12345");
        assert_eq!(PaperKind::from_word("sale"), Some(PaperKind::Sale));
    }
}
