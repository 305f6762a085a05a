//! Parties 往来单位: customers, suppliers, employees and others the company deals with.

/// Names a party within one book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartyId(pub i64);

/// What a party is to the company; one party may be several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartyKinds {
    /// 客户
    pub customer: bool,
    /// 供应商
    pub supplier: bool,
    /// 员工
    pub employee: bool,
}

impl PartyKinds {
    /// The kinds named by words; `None` when a word is none of customer, supplier, employee, other.
    #[must_use]
    pub fn from_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut kinds = Self::default();
        for word in words {
            match word.trim() {
                "customer" => kinds.customer = true,
                "supplier" => kinds.supplier = true,
                "employee" => kinds.employee = true,
                "other" | "" => {}
                _ => return None,
            }
        }
        Some(kinds)
    }

    /// The words, in a fixed order; `other` when it is none of the three.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        let named =
            [(self.customer, "customer"), (self.supplier, "supplier"), (self.employee, "employee")];
        let words: Vec<_> = named.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
        if words.is_empty() { vec!["other"] } else { words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_party_may_be_several_things() {
        let both = PartyKinds::from_words(["supplier", "customer"]);
        assert_eq!(both.map(PartyKinds::words), Some(vec!["customer", "supplier"]));
        assert_eq!(PartyKinds::from_words(["friend"]), None);
        assert_eq!(PartyKinds::from_words([""]).map(PartyKinds::words), Some(vec!["other"]));
    }
}
