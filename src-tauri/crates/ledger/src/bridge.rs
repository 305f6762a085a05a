//! From one profit to the next: what each row of the income statement did to the difference.

use crate::money::{Amount, AmountError};

/// A row of a bridge: how much of the profit it is before and after, a cost below nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its share of the earlier profit.
    pub before: Amount,
    /// Its share of the later one.
    pub after: Amount,
}

/// A bridge that stands: it begins at the earlier profit, and its steps lead to the later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The earlier profit.
    pub before: Amount,
    /// What each part added or took, in the order of the parts.
    pub steps: Vec<Amount>,
    /// The later profit: the earlier and all steps, exactly.
    pub after: Amount,
}

/// Builds the bridge over all parts of a profit.
///
/// # Errors
/// When a sum does not fit.
pub fn bridge(parts: &[Part]) -> Result<Bridge, AmountError> {
    let steps = parts
        .iter()
        .map(|part| part.after.minus(part.before))
        .collect::<Result<Vec<_>, AmountError>>()?;
    let before = Amount::sum(parts.iter().map(|part| part.before))?;
    let after = Amount::sum(steps.iter().copied())?.plus(before)?;
    Ok(Bridge { before, steps, after })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_steps_lead_from_one_profit_to_the_next() {
        let yuan = |whole: i64| Amount::from_minor(whole * 100);
        let part = |before, after| Part { before: yuan(before), after: yuan(after) };
        // Revenue 500 to 620, cost -300 to -390, rent -50 to -50: 150 to 180.
        let bridge = bridge(&[part(500, 620), part(-300, -390), part(-50, -50)]).unwrap();
        assert_eq!((bridge.before, bridge.after), (yuan(150), yuan(180)));
        assert_eq!(bridge.steps, [yuan(120), yuan(-90), yuan(0)]);
    }
}
