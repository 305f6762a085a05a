//! How late a customer usually pays: the middle of their settled invoices, and the quarter on either side of it.

/// From so many settled invoices on, a customer has a habit.
const FEWEST: usize = 3;

/// How many days after the due day a customer pays; below nothing when before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habit {
    /// A quarter of the invoices were settled by then.
    pub early: i64,
    /// Half of them.
    pub usual: i64,
    /// Three quarters.
    pub late: i64,
}

/// The habit behind the delays of settled invoices, in days; nothing when there are fewer than three.
///
/// Quartiles by nearest rank: each is a delay that really happened, and one forgotten invoice moves none of them far.
#[must_use]
pub fn habit(delays: &[i64]) -> Option<Habit> {
    if delays.len() < FEWEST {
        return None;
    }
    let mut delays = delays.to_vec();
    delays.sort_unstable();
    let rank = |quarters: usize| delays.get((delays.len() * quarters).div_ceil(4) - 1).copied();
    Some(Habit { early: rank(1)?, usual: rank(2)?, late: rank(3)? })
}
