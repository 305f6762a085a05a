//! What is still to be posted, and closing to nothing.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;

fn minor(amount: i64) -> Amount {
    Amount::from_minor(amount)
}

fn line(account: i64, net_debit: i64) -> Line {
    standing_line(AccountId(account), minor(net_debit)).unwrap()
}

fn nets(lines: &[Line]) -> BTreeMap<i64, i64> {
    let mut nets = BTreeMap::new();
    for line in lines {
        *nets.entry(line.account.0).or_default() += line.net_debit().unwrap().minor();
    }
    nets.retain(|_, net| *net != 0);
    nets
}

#[test]
fn every_generator_has_its_word_and_they_stand_in_the_order_of_the_rules() {
    for generator in Generator::ALL {
        assert_eq!(Generator::from_word(generator.word()), Some(*generator));
    }
    assert!(Generator::ALL.is_sorted());
    assert!(Generator::IncomeTax < Generator::ProfitTransfer);
}

#[test]
fn what_was_posted_already_leaves_nothing_to_post() {
    let target = [line(5001, 100), line(3103, -100)];
    assert!(remaining(&target, &target, ReversalStyle::Red).unwrap().is_empty());
    assert_eq!(remaining(&target, &[], ReversalStyle::Red).unwrap(), target);
}

#[test]
fn too_much_posted_is_taken_back_in_red_or_on_the_other_side() {
    let (posted, target) = ([line(5001, 100), line(3103, -100)], [line(5001, 70), line(3103, -70)]);
    let red = remaining(&target, &posted, ReversalStyle::Red).unwrap();
    assert_eq!((red[0].debit, red[1].credit), (minor(-30), minor(-30)));
    let swapped = remaining(&target, &posted, ReversalStyle::Swapped).unwrap();
    assert_eq!((swapped[0].credit, swapped[1].debit), (minor(30), minor(30)));
}

#[test]
fn accounts_on_their_abnormal_side_close_to_nothing_too() {
    let balances = [
        (AccountId(6603), minor(-150)),
        (AccountId(6001), minor(-900)),
        (AccountId(6401), minor(0)),
    ];
    let lines = closing_lines(&balances, AccountId(4103)).unwrap();
    assert_eq!(lines, [line(6603, 150), line(6001, 900), line(4103, -1050)]);
    assert!(closing_lines(&[], AccountId(4103)).unwrap().is_empty());
}

proptest! {
    /// Whatever was posted and whatever is asked for: posting what remains makes the target, in either style.
    #[test]
    fn posting_what_remains_makes_the_target(
        target in prop::collection::vec((1_i64..6, -500_i64..500), 0..6),
        posted in prop::collection::vec((1_i64..6, -500_i64..500), 1..6),
        is_red in any::<bool>(),
    ) {
        let lines = |of: &[(i64, i64)]| {
            of.iter().filter(|(_, net)| *net != 0).map(|(account, net)| line(*account, *net)).collect::<Vec<_>>()
        };
        let (target, posted) = (lines(&target), lines(&posted));
        let style = if is_red { ReversalStyle::Red } else { ReversalStyle::Swapped };
        let rest = remaining(&target, &posted, style).unwrap();
        let after: Vec<Line> = posted.iter().cloned().chain(rest.clone()).collect();
        prop_assert_eq!(nets(&after), nets(&target));
        prop_assert!(rest.iter().all(|line| line.debit.is_zero() != line.credit.is_zero()));
        if !posted.is_empty() && style == ReversalStyle::Red {
            prop_assert!(remaining(&target, &after, style).unwrap().is_empty());
        }
    }
}

#[test]
fn a_tenth_goes_to_the_reserve_after_losses_and_up_to_half_the_capital() {
    let reserve = |profit, undistributed, reserve, capital| {
        let of = [profit, undistributed, reserve, capital].map(minor);
        statutory_reserve(of[0], of[1], of[2], of[3]).unwrap().minor()
    };
    assert_eq!(reserve(100_000, 250_000, 0, 1_000_000), 10_000);
    assert_eq!(reserve(100_005, 100_005, 0, 1_000_000), 10_001, "half up");
    assert_eq!(reserve(100_000, 40_000, 0, 1_000_000), 4_000, "60,000 of losses are covered first");
    assert_eq!(reserve(100_000, -1, 0, 1_000_000), 0, "losses are not covered yet");
    assert_eq!(reserve(-100_000, 500_000, 0, 1_000_000), 0, "a loss puts nothing aside");
    assert_eq!(reserve(100_000, 100_000, 495_000, 1_000_000), 5_000, "up to half the capital");
    assert_eq!(reserve(100_000, 100_000, 600_000, 1_000_000), 0, "which it is above already");
}
