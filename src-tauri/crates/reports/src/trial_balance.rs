//! The trial balance: every account with opening balance, turnover and closing balance on their sides.

use kontor_ledger::money::{Amount, Currency};

use crate::bilingual::Bilingual;
use crate::error::ReportError;
use crate::figures::ColumnKey;
use crate::statement::{Check, Column, Numbering, RowKind, Sources, Statement, StatementRow};

/// An account of the trial balance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialBalanceLine {
    /// The account code.
    pub account: String,
    /// Its name.
    pub name: Bilingual,
    /// How deep it stands in the chart; the top is 1.
    pub level: u8,
    /// Whether lines below repeat its amounts, so that the total must not count it.
    pub repeated_below: bool,
    /// Debit minus credit at the start of the period.
    pub opening: Amount,
    /// Debit turnover; red amounts are negative and stay on their side.
    pub debit: Amount,
    /// Credit turnover.
    pub credit: Amount,
    /// Debit minus credit at the end of the period.
    pub closing: Amount,
}

const COLUMNS: [(ColumnKey, &str, &str); 6] = [
    (ColumnKey::OpeningDebit, "trial-balance-opening", "trial-balance-debit"),
    (ColumnKey::OpeningCredit, "trial-balance-opening", "trial-balance-credit"),
    (ColumnKey::Debit, "trial-balance-turnover", "trial-balance-debit"),
    (ColumnKey::Credit, "trial-balance-turnover", "trial-balance-credit"),
    (ColumnKey::ClosingDebit, "trial-balance-closing", "trial-balance-debit"),
    (ColumnKey::ClosingCredit, "trial-balance-closing", "trial-balance-credit"),
];

/// Builds the trial balance from its lines, in their order, with a total at the end.
///
/// # Errors
/// When a sum does not fit.
pub fn trial_balance(
    standard: &str,
    currency: Currency,
    accounts: &[TrialBalanceLine],
) -> Result<Statement, ReportError> {
    let mut rows = Vec::new();
    let mut totals = [Amount::ZERO; 6];
    let mut rolled = Amount::ZERO;
    for line in accounts {
        let at = |_| ReportError::TooLarge { at: line.account.clone() };
        let values = sides(line).map_err(at)?;
        if !line.repeated_below {
            for (total, value) in totals.iter_mut().zip(values) {
                *total = total.plus(value).map_err(at)?;
            }
            let expected = line.opening.plus(line.debit).and_then(|a| a.minus(line.credit));
            let gap = expected.and_then(|expected| expected.minus(line.closing)).map_err(at)?;
            // Gaps of both signs must not cancel out, so their sizes are added.
            let size = if gap.is_negative() { gap.negated().map_err(at)? } else { gap };
            rolled = rolled.plus(size).map_err(at)?;
        }
        rows.push(row(line, values));
    }
    let [opening_debit, opening_credit, debit, credit, closing_debit, closing_credit] = totals;
    rows.push(total_row(totals));
    let check = |name: &str, left: Amount, right: Amount| Check {
        name: name.to_owned(),
        column: None,
        holds: left == right,
        left,
        right,
    };
    Ok(Statement {
        name: "trial-balance".to_owned(),
        standard: standard.to_owned(),
        currency,
        title: Bilingual::word("trial-balance-title"),
        form: None,
        numbering: Numbering::AccountCodes,
        columns: COLUMNS.iter().map(column).collect(),
        paper_order: (0..COLUMNS.len()).collect(),
        ratios: Vec::new(),
        sides: Vec::new(),
        rows,
        checks: vec![
            check("opening-balances", opening_debit, opening_credit),
            check("turnovers", debit, credit),
            check("closing-balances", closing_debit, closing_credit),
            check("opening-and-turnover-give-closing", rolled, Amount::ZERO),
        ],
    })
}

fn sides(line: &TrialBalanceLine) -> Result<[Amount; 6], kontor_ledger::money::AmountError> {
    let split = |net: Amount| {
        if net.is_negative() {
            net.negated().map(|credit| (Amount::ZERO, credit))
        } else {
            Ok((net, Amount::ZERO))
        }
    };
    let (opening_debit, opening_credit) = split(line.opening)?;
    let (closing_debit, closing_credit) = split(line.closing)?;
    Ok([opening_debit, opening_credit, line.debit, line.credit, closing_debit, closing_credit])
}

fn row(line: &TrialBalanceLine, values: [Amount; 6]) -> StatementRow {
    StatementRow {
        row: line.account.clone(),
        key: format!("account-{}", line.account),
        label: line.name.clone(),
        indent: line.level.saturating_sub(1),
        kind: RowKind::Item,
        side: 0,
        values: values.to_vec(),
        sources: Sources { accounts: vec![line.account.clone()], ..Sources::default() },
    }
}

fn total_row(values: [Amount; 6]) -> StatementRow {
    StatementRow {
        row: String::new(),
        key: "total".to_owned(),
        label: Bilingual::word("report-total"),
        indent: 0,
        kind: RowKind::GrandTotal,
        side: 0,
        values: values.to_vec(),
        sources: Sources::default(),
    }
}

fn column((key, group, label): &(ColumnKey, &str, &str)) -> Column {
    Column {
        key: key.name().to_owned(),
        label: Bilingual::word(label),
        group: Some(Bilingual::word(group)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn line(account: &str, figures: [i64; 4]) -> TrialBalanceLine {
        let [opening, debit, credit, closing] = figures.map(Amount::from_minor);
        let name = Bilingual::new("科目", "account");
        let (account, level) = (account.to_owned(), 1);
        TrialBalanceLine {
            account,
            name,
            level,
            repeated_below: false,
            opening,
            debit,
            credit,
            closing,
        }
    }

    #[test]
    fn balances_stand_on_their_sides_and_the_total_counts_each_amount_once() {
        let mut parent = line("1002", [300, 50, 0, 350]);
        parent.repeated_below = true;
        let lines = [parent, line("100201", [300, 50, 0, 350]), line("3001", [-300, 0, 50, -350])];
        let table = trial_balance("cn-small", Currency::CNY, &lines).unwrap();
        let values =
            |place: usize| table.rows[place].values.iter().map(|v| v.minor()).collect::<Vec<_>>();
        assert_eq!(values(2), [0, 300, 0, 50, 0, 350]);
        assert_eq!(values(3), [300, 300, 50, 50, 350, 350]);
        assert!(table.holds());
    }

    #[test]
    fn gaps_that_cancel_out_are_still_found() {
        let lines = [line("1002", [0, 100, 0, 101]), line("3001", [0, 0, 100, -101])];
        let table = trial_balance("cn-small", Currency::CNY, &lines).unwrap();
        let failed: Vec<_> = table.checks.iter().filter(|c| !c.holds).map(|c| &c.name).collect();
        assert_eq!(failed, ["opening-and-turnover-give-closing"]);
    }
}
