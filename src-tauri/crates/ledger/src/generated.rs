//! Generated entries: what a period end asks for by rule, and what of it is still to be posted (posting-rules.md §9).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::account::{AccountId, Side};
use crate::balance::Turnover;
use crate::entry::{EntryKind, ItemId, Line};
use crate::money::{Amount, AmountError};
use crate::party::PartyId;
use crate::reversal::ReversalStyle;

macro_rules! generators {
    ($($(#[$doc:meta])+ $name:ident $word:literal;)+) => {
        /// What makes entries at the end of a period, in the order they are made: each sees what those before it propose.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Generator { $($(#[$doc])+ $name,)+ }

        impl Generator {
            /// Every generator, in order.
            pub const ALL: &[Generator] = &[$(Self::$name,)+];

            /// The word used in files and in the wire format.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
        }
    };
}

generators! {
    /// 计提折旧 (F03)
    Depreciation "depreciation";
    /// 无形资产摊销 (F03)
    Amortisation "amortisation";
    /// 自动转账: transfers the company defined
    Transfers "transfers";
    /// 期末调汇 (X03)
    Revaluation "revaluation";
    /// 出口退税 (T10)
    ExportRefund "export-refund";
    /// 转出未交增值税 (T01, T04)
    VatTransfer "vat-transfer";
    /// 计提附加税费 (T05)
    Surcharges "surcharges";
    /// 计提所得税 (T07)
    IncomeTax "income-tax";
    /// 结转损益 (C01, C02, C08)
    ProfitTransfer "profit-transfer";
    /// 结转本年利润 (C03)
    YearProfit "year-profit";
    /// 提取盈余公积 (C04, C07)
    Appropriation "appropriation";
    /// 结转利润分配 (C06), in other books the dividends account (C08)
    Distribution "distribution";
}

impl Generator {
    /// The generator of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|generator| generator.word() == word)
    }
}

/// An entry that a generator asks for: the whole of it, whatever of it has been posted.
///
/// Without lines it says that nothing should stand under its key, so that what was posted is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Who asks for it.
    pub generator: Generator,
    /// Which of the generator's entries it is; the same in every run.
    pub key: String,
    /// The entry date.
    pub date: NaiveDate,
    /// What it is for.
    pub kind: EntryKind,
    /// What happened.
    pub memo: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// What tells the lines of an entry apart when two states of it are compared.
type Place = (AccountId, Option<PartyId>, Option<ItemId>, Option<String>);

/// What stands at a place: the sides, and the foreign amount, debit positive.
#[derive(Clone, Copy, Default)]
struct Standing {
    turnover: Turnover,
    foreign: Amount,
    quantity: i64,
}

fn standing(lines: &[Line]) -> Result<BTreeMap<Place, Standing>, AmountError> {
    let mut sums: BTreeMap<Place, Standing> = BTreeMap::new();
    for line in lines {
        let sum = sums.entry(place(line)).or_default();
        sum.turnover = sum.turnover.plus(Turnover { debit: line.debit, credit: line.credit })?;
        let is_debit = line.side() == Side::Debit;
        if let Some(foreign) = &line.foreign {
            let amount = if is_debit { foreign.amount } else { foreign.amount.negated()? };
            sum.foreign = sum.foreign.plus(amount)?;
        }
        let quantity = line.quantity.map_or(0, |quantity| quantity.millionths());
        sum.quantity += if is_debit { quantity } else { -quantity };
    }
    Ok(sums)
}

fn place(line: &Line) -> Place {
    let currency = line.foreign.as_ref().map(|foreign| foreign.currency.code().to_owned());
    (line.account, line.party, line.item, currency)
}

/// The lines still to post so that what is posted becomes the target; none when it is the target already.
///
/// Chinese books keep each side's turnover right and write a decrease in red; others write it on the other side (R04).
///
/// # Errors
/// When a difference does not fit.
pub fn remaining(
    target: &[Line],
    posted: &[Line],
    style: ReversalStyle,
) -> Result<Vec<Line>, AmountError> {
    if posted.is_empty() {
        return Ok(target.to_vec());
    }
    let (wanted, stands) = (standing(target)?, standing(posted)?);
    let mut lines: Vec<Line> = Vec::new();
    let mut done: Vec<Place> = Vec::new();
    // In the order of the target, what is no longer asked for last.
    for pattern in target.iter().chain(posted) {
        let key = place(pattern);
        if done.contains(&key) {
            continue;
        }
        let want = wanted.get(&key).copied().unwrap_or_default();
        let stand = stands.get(&key).copied().unwrap_or_default();
        let debit = want.turnover.debit.minus(stand.turnover.debit)?;
        let credit = want.turnover.credit.minus(stand.turnover.credit)?;
        let foreign = want.foreign.minus(stand.foreign)?;
        let quantity = want.quantity - stand.quantity;
        for (side, amount) in sides(debit, credit, style)? {
            lines.push(difference(pattern, side, amount, (foreign, quantity))?);
        }
        done.push(key);
    }
    Ok(lines)
}

/// On which sides a difference stands.
fn sides(
    debit: Amount,
    credit: Amount,
    style: ReversalStyle,
) -> Result<Vec<(Side, Amount)>, AmountError> {
    let net = debit.minus(credit)?;
    let sides = match style {
        ReversalStyle::Red => vec![(Side::Debit, debit), (Side::Credit, credit)],
        ReversalStyle::Swapped if net.minor() < 0 => vec![(Side::Credit, net.negated()?)],
        ReversalStyle::Swapped => vec![(Side::Debit, net)],
    };
    Ok(sides.into_iter().filter(|(_, amount)| !amount.is_zero()).collect())
}

fn difference(
    pattern: &Line,
    side: Side,
    amount: Amount,
    (foreign, quantity): (Amount, i64),
) -> Result<Line, AmountError> {
    let mut line = Line::new(pattern.account, side, amount);
    line.party = pattern.party;
    line.item = pattern.item;
    line.memo.clone_from(&pattern.memo);
    line.cash_flow_item.clone_from(&pattern.cash_flow_item);
    line.activity = pattern.activity;
    line.foreign.clone_from(&pattern.foreign);
    let is_debit = side == Side::Debit;
    if let Some(of_line) = &mut line.foreign {
        of_line.amount = if is_debit { foreign } else { foreign.negated()? };
    }
    line.quantity = (quantity != 0).then(|| {
        crate::money::Quantity::from_millionths(if is_debit { quantity } else { -quantity })
    });
    Ok(line)
}

/// The lines that bring accounts to nothing against one account, which takes the sum; none where all are empty.
///
/// A balance on the abnormal side is moved like any other (C01): `balances` are debit positive.
///
/// # Errors
/// When the sum does not fit.
pub fn closing_lines(
    balances: &[(AccountId, Amount)],
    against: AccountId,
) -> Result<Vec<Line>, AmountError> {
    let mut lines = Vec::new();
    let mut sum = Amount::ZERO;
    for (account, balance) in balances.iter().filter(|(_, balance)| !balance.is_zero()) {
        sum = sum.plus(*balance)?;
        lines.push(standing_line(*account, balance.negated()?)?);
    }
    if !sum.is_zero() {
        lines.push(standing_line(against, sum)?);
    }
    Ok(lines)
}

/// A line of an amount on its own side: debit when it is more than nothing, credit when less.
///
/// # Errors
/// When it cannot be negated.
pub fn standing_line(account: AccountId, net_debit: Amount) -> Result<Line, AmountError> {
    if net_debit.minor() < 0 {
        return Ok(Line::new(account, Side::Credit, net_debit.negated()?));
    }
    Ok(Line::new(account, Side::Debit, net_debit))
}

/// What is put into the statutory reserve: a tenth of the year's profit, of no more than is left after losses of earlier
/// years, until the reserve has come to half of the capital (C04, C07). `undistributed` has the year's profit in it.
///
/// # Errors
/// When a sum does not fit.
pub fn statutory_reserve(
    profit: Amount,
    undistributed: Amount,
    reserve: Amount,
    capital: Amount,
) -> Result<Amount, AmountError> {
    let base = profit.min(undistributed).max(Amount::ZERO);
    // Half up to the cent; half the capital is rounded down, since it is a ceiling.
    let tenth = Amount::from_minor((base.plus(Amount::from_minor(5))?.minor()) / 10);
    let room = Amount::from_minor(capital.minor() / 2).minus(reserve)?;
    Ok(tenth.min(room).max(Amount::ZERO))
}

#[cfg(test)]
mod tests;
