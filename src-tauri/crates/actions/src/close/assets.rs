//! Whether asset cards agree with the accounts they are kept on; a company without cards is not asked.

use kontor_ledger::close::Check;
use kontor_ledger::money::Amount;

use super::Closing;
use super::row::{CloseLead, Found};
use crate::assets::{control_sums, listed};
use crate::errors::Refusal;

pub(super) fn row(closing: &Closing<'_>) -> Result<Option<Found>, Refusal> {
    let (context, period) = (closing.context, closing.period);
    if listed(context, &period)?.is_empty() {
        return Ok(None);
    }
    let sums = control_sums(context, &period)?;
    let mut differing = sums.iter().filter(|(_, cards, posted)| cards != posted);
    let Some((account, cards, posted)) = differing.next() else {
        let found = Found::new(Check::AssetsAgree, 0, "assets-agree");
        return Ok(Some(found.opening(Some(CloseLead::Assets))));
    };
    let count = 1 + differing.count() as u64;
    let difference: Amount = posted.minus(*cards)?;
    let code = crate::plan::account_code(&context.facts.chart, *account);
    let found = Found::new(Check::AssetsAgree, count, "assets-differ");
    Ok(Some(found.amount(difference).fact("account", code).opening(Some(CloseLead::Assets))))
}
