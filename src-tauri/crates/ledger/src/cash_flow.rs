//! Cash-flow items of cash lines: proposed from the accounts on the other side (statements.md §5).

use crate::account::{Account, Chart, Side};
use crate::entry::Line;

/// The item of a transfer between cash accounts; it appears in no statement and sums to zero per entry.
pub const TRANSFER: &str = "XFER";

/// The item of an exchange difference on foreign cash.
pub const EXCHANGE: &str = "FX";

/// Gives every cash line that has no cash-flow item the one its counter account proposes.
///
/// A debit of cash takes the counter account's item for receipts, a credit its item for payments; a red amount stays
/// with its side, for it takes back what was received or paid. Of several counter accounts the largest decides. Where there is no counter account but cash, it is a
/// transfer. A line for which nothing is proposed stays without, is listed, and holds up the close, not the posting.
pub fn propose(lines: &mut [Line], chart: &Chart) {
    let is_cash = |line: &Line| chart.get(line.account).is_some_and(|account| account.is_cash);
    let all_cash = lines.iter().all(is_cash);
    let counter: Vec<(&Account, Side, u64)> = lines
        .iter()
        .filter(|line| !is_cash(line))
        .filter_map(|line| {
            let size = line.debit.minor().unsigned_abs().max(line.credit.minor().unsigned_abs());
            Some((chart.get(line.account)?, line.side(), size))
        })
        .collect();
    for line in lines.iter_mut() {
        if line.cash_flow_item.is_some() || !is_cash(line) {
            continue;
        }
        if all_cash {
            line.cash_flow_item = Some(TRANSFER.to_owned());
            continue;
        }
        let side = line.side();
        line.cash_flow_item = counter
            .iter()
            .filter(|(_, other, _)| *other != side)
            .filter_map(|(account, _, size)| {
                let item = match side {
                    Side::Debit => &account.cash_in_item,
                    Side::Credit => &account.cash_out_item,
                };
                item.clone().map(|item| (item, *size))
            })
            .max_by_key(|(_, size)| *size)
            .map(|(item, _)| item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{AccountId, Class, KeptCurrency};
    use crate::money::Amount;

    fn chart() -> Chart {
        let account = |id, code: &str, cash_in: Option<&str>, cash_out: Option<&str>| Account {
            id: AccountId(id),
            code: code.into(),
            class: Class::Asset,
            normal_side: Side::Debit,
            is_cash: code.starts_with("10"),
            is_active: true,
            needs_party: false,
            cash_in_item: cash_in.map(Into::into),
            cash_out_item: cash_out.map(Into::into),
            activity: None,
            indirect: None,
            currency: KeptCurrency::All,
            is_monetary: true,
        };
        Chart::new([
            account(1, "1001", None, None),
            account(2, "1002", None, None),
            account(3, "1122", Some("CF01"), Some("CF01")),
            account(4, "560303", None, Some("CF06")),
            account(5, "2202", Some("CF03"), Some("CF03")),
            account(6, "1602", None, None),
        ])
    }

    fn items(lines: &[(i64, Side, i64)]) -> Vec<Option<String>> {
        let mut lines: Vec<_> = lines
            .iter()
            .map(|(account, side, minor)| {
                Line::new(AccountId(*account), *side, Amount::from_minor(*minor))
            })
            .collect();
        propose(&mut lines, &chart());
        lines.into_iter().map(|line| line.cash_flow_item).collect()
    }

    #[test]
    fn a_receipt_takes_the_item_of_the_receivable() {
        let given = items(&[(2, Side::Debit, 980), (4, Side::Debit, 20), (3, Side::Credit, 1000)]);
        assert_eq!(given, [Some("CF01".into()), None, None]);
    }

    #[test]
    fn a_payment_takes_the_item_of_the_largest_counter_account() {
        let given = items(&[(5, Side::Debit, 900), (4, Side::Debit, 20), (2, Side::Credit, 920)]);
        assert_eq!(given.last(), Some(&Some("CF03".into())));
    }

    #[test]
    fn money_between_cash_accounts_is_a_transfer() {
        let given = items(&[(2, Side::Debit, 900), (1, Side::Credit, 900)]);
        assert_eq!(given, [Some(TRANSFER.into()), Some(TRANSFER.into())]);
    }

    #[test]
    fn a_red_amount_takes_the_item_of_what_it_takes_back_and_what_nobody_proposes_stays_open() {
        let given = items(&[(2, Side::Debit, -500), (3, Side::Credit, -500)]);
        assert_eq!(given, [Some("CF01".into()), None]);
        let given = items(&[(4, Side::Debit, -20), (2, Side::Credit, -20)]);
        assert_eq!(given, [None, Some("CF06".into())]);
        assert_eq!(items(&[(2, Side::Debit, 5), (6, Side::Credit, 5)]), [None, None]);
    }
}
