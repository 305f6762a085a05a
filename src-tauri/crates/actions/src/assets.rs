//! Asset cards 固定资产卡片: what a long-lived asset cost, how it is charged, and what happened to it since. A card never
//! changes what a closed period was charged; the purchase itself is posted by whoever records it (posting rule F01).

mod add;
mod change;
mod dispose;
mod list;
mod view;

pub use add::AddAsset;
pub(crate) use add::{NewAsset, plan_add, planned_card};
pub use change::{
    Addition, AssetUnits, ChangeAsset, RecordAssetUnits, Revision, TakeBackAssetEvent,
};
pub(crate) use change::{plan_change, plan_take_back, plan_units};
pub use dispose::DisposeAsset;
pub(crate) use dispose::plan_dispose;
pub use list::{AssetControl, AssetList, AssetListRow, AssetSums, ListAssets};
pub(crate) use list::{Listed, control_sums, list, listed};
pub(crate) use view::get;
pub use view::{AssetAccount, AssetEventView, AssetMonth, AssetView, GetAsset};

use chrono::NaiveDate;
use kontor_ledger::depreciation::{Asset, AssetClass, Method, Month};
use kontor_ledger::money::{AmountError, Quantity};
use kontor_ledger::period::{Period, PeriodState};
use kontor_store::assets::{self, AssetRow};
use uuid::Uuid;

use crate::context::{Context, Facts};
use crate::errors::{Code, Refusal};

/// The card of a unique id, and what its schedule needs.
fn find(context: &Context<'_>, uid: Uuid) -> Result<(AssetRow, Asset), Refusal> {
    let unknown = || Refusal::new(Code::UnknownAsset).with("asset", uid);
    let row = assets::find(context.connection, uid)?.ok_or_else(unknown)?;
    let asset = row.asset(context.facts.standard.is_chinese()).ok_or_else(unknown)?;
    Ok((row, asset))
}

/// A card that is still there.
fn find_present(context: &Context<'_>, uid: Uuid) -> Result<(AssetRow, Asset), Refusal> {
    let (row, asset) = find(context, uid)?;
    match asset.disposed {
        Some(day) => {
            Err(Refusal::new(Code::AssetDisposed).with("code", row.card.code).with("day", day))
        }
        None => Ok((row, asset)),
    }
}

/// The first period that may still be charged.
fn first_open(facts: &Facts) -> Option<&Period> {
    facts.periods.iter().find(|period| period.state != PeriodState::Closed)
}

/// Refuses what would change the charge of a closed period, or of a time before the book.
fn check_open(facts: &Facts, month: Month, field: &'static str) -> Result<(), Refusal> {
    let is_open = first_open(facts).is_none_or(|period| month >= Month::of_period(period));
    if is_open {
        return Ok(());
    }
    let closed = facts.periods.iter().find(|period| Month::of_period(period) == month);
    let (Some(open), Some(last)) = (first_open(facts), facts.periods.last()) else { return Ok(()) };
    Err(match closed {
        Some(period) => Refusal::new(Code::PeriodClosed)
            .with("period", period.key)
            .with("day", open.first_day)
            .with("field", field),
        None => Refusal::new(Code::DateOutOfRange)
            .with("date", month.first_day())
            .with("first", open.first_day)
            .with("last", last.last_day)
            .with("field", field),
    })
}

fn class(word: Option<&str>) -> Result<AssetClass, Refusal> {
    match word.map(str::trim) {
        None | Some("") => Ok(AssetClass::Tangible),
        Some(word) => AssetClass::from_word(word).ok_or_else(|| {
            Refusal::new(Code::UnknownWord)
                .with("text", word)
                .with("known", "tangible, intangible")
                .with("field", "class")
        }),
    }
}

fn method(word: &str) -> Result<Method, Refusal> {
    Method::from_word(word.trim()).ok_or_else(|| {
        let known: Vec<&str> = Method::ALL.into_iter().map(Method::word).collect();
        Refusal::new(Code::UnknownWord)
            .with("text", word)
            .with("known", known.join(", "))
            .with("field", "method")
    })
}

/// A quantity of a field; nothing when it is empty.
fn units(text: Option<&str>, field: &'static str) -> Result<Option<Quantity>, Refusal> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => {
            let quantity: Quantity = text.parse().map_err(|error: AmountError| {
                Refusal::from(error).with("text", text).with("field", field)
            })?;
            if quantity.millionths() < 0 {
                return Err(Refusal::new(Code::QuantityNotPositive)
                    .with("quantity", text)
                    .with("field", field));
            }
            Ok(Some(quantity))
        }
    }
}

/// The period a page about assets shows when none is named: that of today, or the last.
fn period_of(context: &Context<'_>, asked: Option<&str>) -> Result<Period, Refusal> {
    if let Some(name) = asked {
        return context.period(name);
    }
    let today: NaiveDate = context.now.today;
    let periods = &context.facts.periods;
    let holds = |period: &&Period| period.first_day <= today && today <= period.last_day;
    periods
        .iter()
        .find(holds)
        .or_else(|| periods.last())
        .copied()
        .ok_or_else(|| Refusal::new(Code::PeriodUnknown).with("period", today))
}

#[cfg(test)]
mod tests;
