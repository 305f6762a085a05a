//! 无形资产摊销: what the cards of intangibles are charged in a period, from the month they come (F03).

use kontor_ledger::depreciation::AssetClass;
use kontor_ledger::generated::{Generator, Proposal};

use super::{Close, depreciation};
use crate::errors::Refusal;

/// One entry for all intangibles.
pub(super) fn propose(close: &Close<'_>) -> Result<Vec<Proposal>, Refusal> {
    let (class, generator) = (AssetClass::Intangible, Generator::Amortisation);
    depreciation::charged(close, class, generator, "memo-amortisation")
}
