//! The chart of accounts a new book begins with, from its standard's file.

use kontor_ledger::account::{Account, AccountId, Activity, Class, KeptCurrency, Side};
use kontor_store::accounts::AccountRow;
use serde::Deserialize;

use crate::standards::Standard;

/// A line of a chart's file, as far as a book needs it.
#[derive(Debug, Deserialize)]
struct ChartRow {
    code: String,
    parent: Option<String>,
    level: i64,
    name_zh: String,
    name_en: String,
    class: String,
    normal_balance: String,
    balance_sheet_row: String,
    cash: String,
    cash_in_default: Option<String>,
    cash_out_default: Option<String>,
    activity: Option<String>,
    indirect: Option<String>,
    auxiliary: String,
    quantity: String,
    foreign_currency: String,
}

/// An account whose lines may be in another currency and that is not money all the same.
#[derive(Debug, Deserialize)]
struct NonMonetary {
    standard: String,
    code: String,
}

const NON_MONETARY_CSV: &str = include_str!("../../../../assets/charts/non-monetary.csv");

/// The codes of a standard's accounts that stand at the rate of their day for good.
fn non_monetary(standard: &Standard) -> Vec<String> {
    csv::Reader::from_reader(NON_MONETARY_CSV.as_bytes())
        .deserialize::<NonMonetary>()
        .filter_map(Result::ok)
        .filter(|row| row.standard == standard.name)
        .map(|row| row.code)
        .collect()
}

/// The accounts of a standard; a line that does not parse is left out, which the tests do not let pass.
pub(crate) fn of(standard: &Standard) -> Vec<AccountRow> {
    let excepted = non_monetary(standard);
    csv::Reader::from_reader(standard.chart_csv.as_bytes())
        .deserialize::<ChartRow>()
        .filter_map(|row| read(row.ok()?, &excepted))
        .collect()
}

fn read(row: ChartRow, non_monetary: &[String]) -> Option<AccountRow> {
    let (is_cash, keeps_currency) = (row.cash == "Y", row.foreign_currency == "Y");
    let class = Class::from_word(&row.class)?;
    let may_be_money = matches!(class, Class::Asset | Class::Liability);
    let needs_party = is_kept_per_party(&row.auxiliary, &row.balance_sheet_row);
    Some(AccountRow {
        account: Account {
            id: AccountId(0),
            class,
            normal_side: Side::from_word(&row.normal_balance)?,
            is_cash,
            is_active: true,
            needs_party,
            cash_in_item: row.cash_in_default,
            cash_out_item: row.cash_out_default,
            activity: row.activity.as_deref().and_then(Activity::from_code),
            indirect: row.indirect.clone(),
            currency: if keeps_currency { KeptCurrency::All } else { KeptCurrency::None },
            is_monetary: may_be_money
                && (is_cash || keeps_currency)
                && !non_monetary.contains(&row.code),
            code: row.code,
        },
        parent: row.parent,
        level: row.level,
        name_zh: row.name_zh,
        name_en: row.name_en,
        activity: row.activity.as_deref().and_then(Activity::from_code),
        indirect: row.indirect,
        auxiliary: row.auxiliary,
        keeps_quantity: row.quantity == "Y",
    })
}

/// Whether lines must name a party: accounts of customers or suppliers whose debit and credit balances the balance
/// sheet shows apart, for without the party nobody could tell them apart.
pub(crate) fn is_kept_per_party(auxiliary: &str, balance_sheet_row: &str) -> bool {
    ["customer", "supplier"].contains(&auxiliary) && balance_sheet_row.contains("debit balances")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::standards::Standard;

    #[test]
    fn every_line_of_every_chart_is_an_account() {
        for name in Standard::names() {
            let standard = Standard::find(name).unwrap();
            let lines = csv::Reader::from_reader(standard.chart_csv.as_bytes()).records().count();
            let accounts = of(standard);
            assert_eq!(accounts.len(), lines, "{name}");
            for account in &accounts {
                let parent = account.parent.as_deref();
                let code = &account.account.code;
                assert!(kontor_ledger::account::check_code(code, parent).is_ok(), "{code}");
                assert!(parent.is_none_or(|p| accounts.iter().any(|a| a.account.code == p)));
            }
        }
    }

    fn needing_a_party(standard: &str) -> Vec<String> {
        let chart = of(Standard::find(standard).unwrap());
        let needing = chart.into_iter().filter(|row| row.account.needs_party);
        needing.map(|row| row.account.code).collect()
    }

    #[test]
    fn in_chinese_books_the_accounts_of_customers_and_suppliers_need_a_party() {
        for standard in ["cn-small", "cn-enterprise"] {
            assert_eq!(needing_a_party(standard), ["1122", "1123", "2202", "2203"], "{standard}");
        }
        // Elsewhere a journal entry to a control account is usual without one.
        for standard in ["ifrs", "us-gaap"] {
            assert!(needing_a_party(standard).is_empty(), "{standard}");
        }
    }

    #[test]
    fn every_role_is_an_account_of_the_chart() {
        for standard in Standard::names().filter_map(Standard::find) {
            let chart = of(standard);
            let roles = ["receivable", "payable", "advance-from-customer", "revenue", "output-tax"];
            let profit = ["undistributed-profit", "current-year-profit"];
            let differences =
                ["exchange-gain", "exchange-loss", "cash-exchange-gain", "cash-exchange-loss"];
            let borrowings = ["borrowing-exchange-gain", "borrowing-exchange-loss"];
            let of_currency = differences.into_iter().chain(borrowings);
            for role in roles.into_iter().chain(["cash", "bank"]).chain(profit).chain(of_currency) {
                for vat_kind in crate::company::VAT_KINDS {
                    let code = standard.role(role, vat_kind).unwrap();
                    assert!(chart.iter().any(|row| row.account.code == code), "{role} {code}");
                }
            }
            assert!(standard.rule("S02").is_some() && standard.rule("S17").is_some());
        }
    }

    #[test]
    fn every_cash_flow_item_a_rule_names_is_one_of_its_standard() {
        for standard in Standard::names().filter_map(Standard::find) {
            let named = ["S02", "S17"].into_iter().flat_map(|id| &standard.rule(id).unwrap().lines);
            for item in named.filter_map(|line| line.cash_flow_item.as_deref()) {
                let known = crate::cash_flow_items::of(standard.name);
                assert!(known.into_iter().any(|row| row.code == item), "{} {item}", standard.name);
            }
        }
    }
}
