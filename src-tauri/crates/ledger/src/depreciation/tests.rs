//! Schedules against tables worked by hand, for each method and each convention.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn yuan(whole: i64) -> Amount {
    Amount::from_minor(whole * 100)
}

fn month(year: i32, number: u32) -> Month {
    Month::of(day(year, number, 1))
}

fn asset(method: Method, cost: i64, residual: i64, life_months: u32) -> Asset {
    Asset {
        convention: Convention::of(true, AssetClass::Tangible),
        in_use: day(2026, 1, 15),
        cost: yuan(cost),
        terms: Terms {
            method,
            residual: yuan(residual),
            life_months,
            total_units: Quantity::from_millionths(500_000_000_000),
        },
        brought_in: None,
        changes: Vec::new(),
        units: BTreeMap::new(),
        disposed: None,
    }
}

fn by_year(asset: &Asset) -> Vec<i64> {
    let charges = asset.schedule(asset.last_month()).unwrap();
    charges.chunks(12).map(|year| year.iter().map(|one| one.amount.minor()).sum()).collect()
}

fn minor(asset: &Asset, until: Month) -> Vec<i64> {
    asset.schedule(until).unwrap().iter().map(|one| one.amount.minor()).collect()
}

#[test]
fn the_straight_line_charges_the_same_each_month_and_the_cents_in_the_last() {
    let months = minor(&asset(Method::StraightLine, 1000, 0, 36), month(2030, 1));
    assert!(months[..35].iter().all(|charge| *charge == 2778));
    assert_eq!(months[35], 2770);
    assert_eq!(months.iter().sum::<i64>(), 100_000);
    assert!(months[36..].iter().all(|charge| *charge == 0));
}

#[test]
fn the_declining_balance_of_chinese_books_is_straight_in_the_last_two_years() {
    let asset = asset(Method::DecliningBalance, 20_000, 200, 60);
    assert_eq!(by_year(&asset), [800_000, 480_000, 288_000, 206_000, 206_000]);
}

#[test]
fn the_declining_balance_elsewhere_stops_at_the_residual_value() {
    let mut asset = asset(Method::DecliningBalance, 10_000, 1_000, 60);
    asset.convention = Convention::of(false, AssetClass::Tangible);
    assert_eq!(by_year(&asset), [400_000, 240_000, 144_000, 86_400, 29_600]);
}

#[test]
fn the_declining_balance_elsewhere_turns_straight_once_that_gives_more() {
    let mut asset = asset(Method::DecliningBalance, 10_000, 0, 60);
    asset.convention = Convention::of(false, AssetClass::Tangible);
    assert_eq!(by_year(&asset), [400_000, 240_000, 144_000, 108_000, 108_000]);
}

#[test]
fn the_sum_of_the_years_digits_falls_by_the_same_each_year() {
    let asset = asset(Method::SumOfDigits, 50_000, 2_000, 60);
    assert_eq!(by_year(&asset), [1_600_000, 1_280_000, 960_000, 640_000, 320_000]);
}

#[test]
fn units_are_charged_as_they_are_used() {
    let mut asset = asset(Method::Units, 60_000, 3_000, 60);
    let kilometres = |whole: i64| Quantity::from_millionths(whole * 1_000_000);
    asset.units.insert(month(2026, 2), kilometres(4_000));
    asset.units.insert(month(2026, 4), kilometres(400_000));
    asset.units.insert(month(2026, 5), kilometres(200_000));
    assert_eq!(minor(&asset, month(2026, 5)), [45_600, 0, 4_560_000, 5_700_000 - 4_605_600]);
}

#[test]
fn chinese_fixed_assets_are_charged_from_the_month_after_to_the_month_they_go() {
    let mut asset = asset(Method::StraightLine, 12_000, 0, 60);
    assert_eq!(asset.first_month(), month(2026, 2));
    asset.disposed = Some(day(2026, 4, 20));
    assert_eq!(minor(&asset, month(2027, 1)), [20_000, 20_000, 20_000]);
    let left = asset.leaving(day(2026, 4, 20)).unwrap();
    assert_eq!((left.cost, left.accumulated), (yuan(12_000), yuan(600)));
    let april = asset.standing(month(2026, 4)).unwrap();
    assert_eq!((april.cost, april.charge), (Amount::ZERO, yuan(200)));
    assert_eq!(asset.standing(month(2026, 5)).unwrap(), Standing::default());
}

#[test]
fn intangibles_and_assets_elsewhere_are_charged_from_their_own_month() {
    for convention in
        [Convention::of(true, AssetClass::Intangible), Convention::of(false, AssetClass::Tangible)]
    {
        let mut asset = asset(Method::StraightLine, 12_000, 0, 60);
        asset.convention = convention;
        asset.disposed = Some(day(2026, 4, 20));
        assert_eq!(asset.first_month(), month(2026, 1));
        assert_eq!(minor(&asset, month(2027, 1)), [20_000, 20_000, 20_000]);
        assert_eq!(asset.leaving(day(2026, 4, 20)).unwrap().accumulated, yuan(600));
    }
}

#[test]
fn what_was_brought_in_goes_on_where_it_stood() {
    let mut asset = asset(Method::SumOfDigits, 50_000, 2_000, 60);
    asset.in_use = day(2024, 6, 10);
    // July 2024 to December 2025: a year of 16 000 and six months of 12 800 / 12 = 1066.67.
    let (as_of, units) = (day(2025, 12, 31), Quantity::default());
    let accumulated = Amount::from_minor(2_240_002);
    asset.brought_in = Some(BroughtIn { as_of, accumulated, units });
    assert_eq!(asset.check(), Ok(()));
    let charges = asset.schedule(asset.last_month()).unwrap();
    assert_eq!(charges[0].month, month(2026, 1));
    let half: Amount = Amount::sum(charges[..6].iter().map(|one| one.amount)).unwrap();
    assert_eq!(half, Amount::from_minor(639_998));
    assert_eq!(charges.last().unwrap().accumulated, yuan(48_000));
    assert_eq!(asset.standing(month(2025, 12)).unwrap().accumulated, accumulated);
}

#[test]
fn what_was_brought_in_off_its_plan_is_spread_over_the_months_left() {
    let mut asset = asset(Method::StraightLine, 12_000, 0, 60);
    asset.in_use = day(2024, 12, 10);
    let (as_of, units) = (day(2025, 12, 31), Quantity::default());
    asset.brought_in = Some(BroughtIn { as_of, accumulated: yuan(4_800), units });
    let months = minor(&asset, asset.last_month());
    assert_eq!((months.len(), months[0]), (48, 15_000));
}

#[test]
fn a_longer_life_spreads_the_rest_and_leaves_the_past() {
    let mut asset = asset(Method::StraightLine, 12_000, 0, 60);
    let terms = Terms { life_months: 84, ..asset.terms };
    asset.changes.push(Change::Revised(month(2028, 2), terms));
    let months = minor(&asset, asset.last_month());
    assert_eq!(months.len(), 84);
    assert!(months[..24].iter().all(|charge| *charge == 20_000));
    assert!(months[24..].iter().all(|charge| *charge == 12_000));
}

#[test]
fn what_is_added_is_charged_over_the_life_that_is_left() {
    let mut asset = asset(Method::StraightLine, 12_000, 0, 60);
    asset.changes.push(Change::Added(day(2028, 1, 20), yuan(3_600)));
    let months = minor(&asset, asset.last_month());
    assert_eq!((months[23], months[24], months.len()), (20_000, 30_000, 60));
    assert_eq!(asset.standing(month(2028, 1)).unwrap().cost, yuan(15_600));
}

#[test]
fn a_card_that_cannot_be_is_refused() {
    let refused = |change: fn(&mut Asset)| {
        let mut asset = asset(Method::StraightLine, 12_000, 0, 60);
        change(&mut asset);
        asset.check().unwrap_err()
    };
    let cost = yuan(12_000);
    assert_eq!(refused(|asset| asset.cost = Amount::ZERO), AssetRefusal::CostNotPositive);
    assert_eq!(
        refused(|asset| asset.terms.residual = yuan(12_001)),
        AssetRefusal::ResidualTooLarge { cost }
    );
    assert_eq!(
        refused(|asset| asset.terms.life_months = 0),
        AssetRefusal::LifeOutOfRange { most: 1200 }
    );
    assert_eq!(
        refused(|asset| {
            asset.terms.method = Method::Units;
            asset.terms.total_units = Quantity::default();
        }),
        AssetRefusal::UnitsMissing
    );
    assert_eq!(
        refused(|asset| {
            let terms = Terms { life_months: 12, ..asset.terms };
            asset.changes.push(Change::Revised(month(2027, 2), terms));
        }),
        AssetRefusal::LifeOver { elapsed: 12 }
    );
    assert_eq!(
        refused(|asset| asset.changes.push(Change::Revised(month(2026, 1), asset.terms))),
        AssetRefusal::OutsideLife { first: month(2026, 2) }
    );
}

proptest! {
    #[test]
    fn a_life_sums_to_what_may_be_charged(
        cost in 1_i64..10_000_000_000, share in 0_i64..=100, life in 1_u32..=600,
        method in 0_usize..3, is_chinese: bool,
    ) {
        let mut asset = asset(Method::ALL[method], 0, 0, life);
        asset.convention = Convention::of(is_chinese, AssetClass::Tangible);
        asset.cost = Amount::from_minor(cost);
        asset.terms.residual = Amount::from_minor(cost / 100 * share);
        let charges = asset.schedule(asset.last_month()).unwrap();
        let value = cost - asset.terms.residual.minor();
        prop_assert_eq!(charges.last().unwrap().accumulated.minor(), value);
        prop_assert!(charges.iter().all(|one| !one.amount.is_negative()));
        prop_assert_eq!(charges.len(), life as usize);
    }

    #[test]
    fn what_is_brought_in_at_any_month_ends_at_the_residual_value(
        cost in 1_000_i64..10_000_000, elapsed in 1_i32..59, charged in 0_i64..=100, method in 0_usize..3,
    ) {
        let mut asset = asset(Method::ALL[method], 0, 0, 60);
        asset.cost = Amount::from_minor(cost);
        let as_of = asset.first_month().later(elapsed).first_day().pred_opt().unwrap();
        let accumulated = Amount::from_minor(cost / 100 * charged);
        asset.brought_in = Some(BroughtIn { as_of, accumulated, units: Quantity::default() });
        prop_assert_eq!(asset.check(), Ok(()));
        let charges = asset.schedule(asset.last_month()).unwrap();
        prop_assert_eq!(charges.last().unwrap().accumulated.minor(), cost);
        prop_assert!(charges.iter().all(|one| !one.amount.is_negative()));
    }
}
