//! Posting rules: named amounts of a business event become lines by account role.
//!
//! Code computes the amounts; a rule, kept as data, says which role stands on which side for which amount.

use serde::{Deserialize, Serialize};

use crate::account::{AccountId, Side};
use crate::entry::{ItemId, Line};
use crate::money::{Amount, Quantity};
use crate::party::PartyId;

/// One line of a rule: for this amount, this role stands on this side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleLine {
    /// The side.
    pub side: Side,
    /// The role whose account takes the line.
    pub role: String,
    /// The name of the amount.
    pub amount: String,
    /// Whether the line names the event's party.
    #[serde(default)]
    pub party: bool,
    /// The cash-flow item, where the account is cash and the counter account does not decide it.
    #[serde(default)]
    pub cash_flow_item: Option<String>,
}

/// A posting rule: one business event, one template (posting-rules.md §0).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The rule's name, for example `S02`.
    pub id: String,
    /// Grows with every change of the rule.
    pub version: u32,
    /// What it is for, in Chinese.
    pub name_zh: String,
    /// What it is for, in English.
    pub name_en: String,
    /// Its lines.
    pub lines: Vec<RuleLine>,
}

/// A named amount of a business event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedAmount {
    /// Its name in rules: net, tax, owed, paid ...
    pub name: &'static str,
    /// The amount.
    pub amount: Amount,
    /// The account, where the event itself names it (the bank account paid into).
    pub account: Option<AccountId>,
    /// The item it is for.
    pub item: Option<ItemId>,
    /// The quantity it is for.
    pub quantity: Option<Quantity>,
}

impl NamedAmount {
    /// An amount with a name and nothing else.
    #[must_use]
    pub const fn new(name: &'static str, amount: Amount) -> Self {
        Self { name, amount, account: None, item: None, quantity: None }
    }
}

/// Why a rule made no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostingRefusal {
    /// The book has no account for a role; the rule refuses and names it (posting rule P0.5).
    RoleMissing {
        /// The rule.
        rule: String,
        /// The role.
        role: String,
    },
}

/// The lines a rule makes of an event. A zero amount writes no line (posting rule P0.5).
///
/// # Errors
/// When a role has no account.
pub fn apply(
    rule: &Rule,
    amounts: &[NamedAmount],
    party: Option<PartyId>,
    account_of: &dyn Fn(&str) -> Option<AccountId>,
) -> Result<Vec<Line>, PostingRefusal> {
    let mut lines = Vec::new();
    for template in &rule.lines {
        let matching = amounts
            .iter()
            .filter(|amount| amount.name == template.amount && !amount.amount.is_zero());
        for amount in matching {
            let account =
                amount.account.or_else(|| account_of(&template.role)).ok_or_else(|| {
                    PostingRefusal::RoleMissing {
                        rule: rule.id.clone(),
                        role: template.role.clone(),
                    }
                })?;
            let mut line = Line::new(account, template.side, amount.amount);
            line.party = party.filter(|_| template.party);
            line.item = amount.item;
            line.quantity = amount.quantity;
            line.cash_flow_item.clone_from(&template.cash_flow_item);
            lines.push(line);
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn rule() -> Rule {
        let line = |side, role: &str, amount: &str, party| RuleLine {
            side,
            role: role.into(),
            amount: amount.into(),
            party,
            cash_flow_item: None,
        };
        Rule {
            id: "S02".into(),
            version: 1,
            name_zh: "销售".into(),
            name_en: "Sale".into(),
            lines: vec![
                line(Side::Debit, "receivable", "owed", true),
                line(Side::Debit, "payment", "paid", false),
                line(Side::Credit, "revenue", "net", false),
                line(Side::Credit, "output-tax", "tax", false),
            ],
        }
    }

    fn minor(amount: i64) -> Amount {
        Amount::from_minor(amount)
    }

    #[test]
    fn each_amount_finds_its_account_and_nothing_writes_no_line() {
        let mut paid = NamedAmount::new("paid", minor(60));
        paid.account = Some(AccountId(1002));
        let amounts = [
            NamedAmount::new("owed", minor(41)),
            paid,
            NamedAmount::new("net", minor(101)),
            NamedAmount::new("tax", Amount::ZERO),
        ];
        let roles = |role: &str| match role {
            "receivable" => Some(AccountId(1122)),
            "revenue" => Some(AccountId(5001)),
            _ => None,
        };
        let lines = apply(&rule(), &amounts, Some(PartyId(7)), &roles).unwrap();
        let accounts: Vec<_> = lines.iter().map(|line| line.account.0).collect();
        assert_eq!(accounts, [1122, 1002, 5001]);
        assert_eq!(lines[0].party, Some(PartyId(7)));
        assert_eq!(lines[1].party, None);
    }

    #[test]
    fn a_missing_role_is_named() {
        let refused = apply(&rule(), &[NamedAmount::new("tax", minor(1))], None, &|_| None);
        let expected =
            PostingRefusal::RoleMissing { rule: "S02".into(), role: "output-tax".into() };
        assert_eq!(refused.unwrap_err(), expected);
    }
}
