//! Importing opening balances: one opening entry, what the year had turned over before, and its cash flow.

use kontor_exchange::text::SourceFile;
use kontor_exchange::{OpeningCashFlowRow, OpeningRow};
use kontor_ledger::balance::Turnover;
use kontor_ledger::entry::{self, Entry, EntryKind, Line};
use kontor_ledger::period::Period;
use kontor_store::entries::{Posting, post};
use kontor_store::figures;

use super::entries::{Names, to_foreign};
use super::{Import, ImportRefused, each_row};
use crate::cash_flow_items;
use crate::errors::ledger::from_entry;
use crate::errors::{Code, Refusal};

fn first_period(import: &Import<'_, '_>) -> Result<Period, ImportRefused> {
    let first = import.facts.periods.first().copied();
    first.ok_or_else(|| Refusal::bug("book without periods").into())
}

pub(super) fn balances(
    import: &mut Import<'_, '_>,
    source: SourceFile,
) -> Result<u64, ImportRefused> {
    let period = first_period(import)?;
    let has_opening = !figures::balances(
        import.writing.connection(),
        period.first_day.pred_opt().unwrap_or(period.first_day),
    )?
    .is_empty();
    if has_opening {
        return Err(Refusal::new(Code::OpeningExists).into());
    }
    let mut names = Names::default();
    let mut lines = Vec::new();
    let mut brought_in = Vec::new();
    let count = each_row(import, source, |import, number, row: OpeningRow| {
        let Some(account) = import.facts.chart.find(&row.account) else {
            let refusal = Refusal::new(Code::UnknownAccount).with("account", &row.account);
            import.fault(number, Some("account"), refusal);
            return Ok(());
        };
        let party = names.party(import, number, row.party.as_deref())?;
        let item = names.item(import, number, row.item.as_deref())?;
        if account.needs_party
            && row.party.is_none()
            && !(row.debit.is_zero() && row.credit.is_zero())
        {
            let refusal =
                Refusal::new(Code::PartyMissing).with("line", number).with("account", &row.account);
            import.fault(number, Some("party"), refusal);
        }
        if !row.debit.is_zero() || !row.credit.is_zero() {
            let amount = if row.credit.is_zero() { row.debit } else { row.credit };
            lines.push(Line {
                account: account.id,
                debit: row.debit,
                credit: row.credit,
                party,
                item,
                quantity: row.quantity,
                memo: None,
                cash_flow_item: None,
                activity: None,
                foreign: row.foreign.map(|foreign| to_foreign(import, amount, foreign)),
            });
        }
        let turnover = Turnover { debit: row.year_to_date_debit, credit: row.year_to_date_credit };
        if turnover != Turnover::default() {
            brought_in.push((account.id, turnover));
        }
        Ok(())
    })?;
    if !import.is_clean() {
        return Ok(count);
    }
    if !lines.is_empty() {
        post_opening(import, period, lines)?;
    }
    for (account, turnover) in brought_in {
        figures::bring_in(import.writing, period.key, account, turnover)?;
    }
    Ok(count)
}

fn post_opening(
    import: &mut Import<'_, '_>,
    period: Period,
    lines: Vec<Line>,
) -> Result<(), ImportRefused> {
    let entry = Entry {
        date: period.first_day.pred_opt().unwrap_or(period.first_day),
        word: import.facts.standard.opening_word.to_owned(),
        kind: EntryKind::Opening,
        memo: import.facts.standard.words().say("memo-opening", &[]),
        lines,
    };
    let key = entry::check(&entry, &import.facts.chart, &import.facts.periods)
        .map_err(|refusal| from_entry(refusal, import.facts.company.currency))?;
    let posting = Posting {
        entry: &entry,
        period: key,
        uid: None,
        prepared_by: None,
        signed_by: None,
        reviewed_by: None,
        rule: None,
        paper: None,
        reversal_of: None,
    };
    post(import.writing, &posting, &import.facts.chart)?;
    Ok(())
}

pub(super) fn cash_flow(
    import: &mut Import<'_, '_>,
    source: SourceFile,
) -> Result<u64, ImportRefused> {
    let period = first_period(import)?;
    each_row(import, source, |import, number, row: OpeningCashFlowRow| {
        let known = cash_flow_items::of(import.facts.standard.name)
            .any(|item| item.code == row.cash_flow_item);
        if !known {
            let refusal = Refusal::new(Code::UnknownCashFlowItem).with("item", &row.cash_flow_item);
            import.fault(number, Some("cash_flow_item"), refusal);
        } else if import.is_clean() {
            figures::bring_in_cash(import.writing, period.key, &row.cash_flow_item, row.amount)?;
        }
        Ok(())
    })
}
