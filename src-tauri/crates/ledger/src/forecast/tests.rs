//! The forecast against figures worked out by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const fn yuan(whole: i64) -> Amount {
    Amount::from_minor(whole * 100)
}

fn owed(id: i64, due: &str, whole: i64, habit: Option<Habit>) -> Receivable {
    Receivable { paper: PaperId(id), due: day(due), open: yuan(whole), habit }
}

fn payment(on: &str, whole: i64) -> Payment {
    Payment { day: day(on), amount: yuan(whole) }
}

const LATE: Habit = Habit { early: 5, usual: 10, late: 20 };

#[test]
fn a_habit_needs_three_invoices_and_is_their_quartiles() {
    assert_eq!(habit(&[3, 9]), None);
    assert_eq!(habit(&[9, -2, 4]), Some(Habit { early: -2, usual: 4, late: 9 }));
    // Of eight: the second, the fourth and the sixth; the one forgotten for 200 days moves none of them.
    assert_eq!(habit(&[12, 0, 5, 30, 7, 200, 1, 9]), Some(Habit { early: 1, usual: 7, late: 12 }));
}

#[test]
fn an_invoice_comes_in_as_late_as_its_customer_usually_pays() {
    let today = day("2026-04-30");
    let coming = owed(1, "2026-05-10", 100, Some(LATE)).coming(today);
    assert_eq!(coming.early, day("2026-05-15"));
    assert_eq!(coming.usual, day("2026-05-20"));
    assert_eq!(coming.late, day("2026-05-30"));
    // Later than usual already: at once, or as much later as the delays spread.
    let coming = owed(1, "2026-03-01", 100, Some(LATE)).coming(today);
    assert_eq!((coming.early, coming.usual, coming.late), (today, today, day("2026-05-10")));
    // Without a habit: on the due day, or at once when that is past.
    assert_eq!(owed(1, "2026-05-10", 100, None).coming(today).late, day("2026-05-10"));
    assert_eq!(owed(1, "2026-04-10", 100, None).coming(today).usual, today);
}

#[test]
fn the_weeks_begin_today_and_each_ends_where_the_next_begins() {
    let today = day("2026-04-30");
    let receivables = [owed(1, "2026-05-07", 300, None), owed(2, "2026-05-10", 200, Some(LATE))];
    let payments =
        [payment("2026-04-01", 50), payment("2026-05-06", 100), payment("2026-09-30", 9)];
    let forecast = forecast(today, yuan(1000), &receivables, &payments).unwrap();
    assert_eq!(forecast.weeks.len(), 13);
    let first = forecast.weeks[0];
    assert_eq!((first.from, first.to), (today, day("2026-05-06")));
    // 1000 - 50 overdue - 100; the 300 due on 7 May belong to the second week.
    assert_eq!((first.inflow, first.outflow, first.left), (yuan(0), yuan(150), yuan(850)));
    assert_eq!(forecast.weeks[1].left, yuan(1150));
    // 200 due on 10 May: usually on the 20th (week 3), early on the 15th (week 3), late on the 30th (week 5).
    assert_eq!(forecast.weeks[2].left, yuan(1350));
    assert_eq!((forecast.weeks[3].low, forecast.weeks[3].high), (yuan(1150), yuan(1350)));
    assert_eq!(forecast.weeks[4].low, yuan(1350));
    assert_eq!(forecast.shortfall, None);
    assert_eq!(forecast.weeks[12].to, day("2026-07-29"));
}

#[test]
fn the_first_shortfall_has_its_day_its_amount_its_cause_and_its_remedy() {
    let today = day("2026-04-30");
    let receivables = [
        owed(1, "2026-05-20", 80, None),
        owed(2, "2026-06-01", 400, None),
        owed(3, "2026-05-05", 60, None),
    ];
    let payments =
        [payment("2026-05-08", 50), payment("2026-05-12", 300), payment("2026-05-12", 10)];
    let forecast = forecast(today, yuan(100), &receivables, &payments).unwrap();
    // 100 + 60 - 50 - 310 = -200 on 12 May.
    let shortfall = forecast.shortfall.unwrap();
    assert_eq!((shortfall.day, shortfall.balance), (day("2026-05-12"), yuan(-200)));
    assert_eq!(shortfall.cause, Some(1));
    let help = help(today, &shortfall, &receivables);
    assert_eq!(help.iter().map(|one| one.paper.0).collect::<Vec<_>>(), [2, 1]);
    assert!(covers(&shortfall, help[0].open) && !covers(&shortfall, help[1].open));
}

#[test]
fn a_dip_within_a_week_is_a_shortfall_though_the_week_ends_well() {
    let today = day("2026-04-30");
    let receivables = [owed(1, "2026-05-05", 500, None)];
    let forecast = forecast(today, yuan(100), &receivables, &[payment("2026-05-02", 150)]).unwrap();
    assert_eq!(forecast.shortfall.unwrap().day, day("2026-05-02"));
    assert_eq!(forecast.weeks[0].left, yuan(450));
}

fn paid(days: &[(&str, i64)]) -> Vec<(NaiveDate, Amount)> {
    days.iter().map(|(on, whole)| (day(on), yuan(*whole))).collect()
}

#[test]
fn a_payment_of_three_months_in_a_row_is_expected_to_go_on() {
    let rent = [
        paid(&[("2026-01-01", 2800)]),
        paid(&[("2026-02-02", 2800)]),
        paid(&[("2026-03-01", 3000)]),
    ];
    let found = monthly(&rent).unwrap().unwrap();
    assert_eq!((found.amount, found.day), (yuan(2800), 1));
    // More than a fifth apart, a month without one, a month taken back: no habit.
    let uneven = [
        paid(&[("2026-01-01", 1000)]),
        paid(&[("2026-02-01", 1000)]),
        paid(&[("2026-03-01", 1300)]),
    ];
    assert_eq!(monthly(&uneven).unwrap(), None);
    assert_eq!(monthly(&[rent[0].clone(), Vec::new(), rent[2].clone()]).unwrap(), None);
    let taken_back = paid(&[("2026-03-01", 2800), ("2026-03-02", -2800)]);
    assert_eq!(monthly(&[rent[0].clone(), rent[1].clone(), taken_back]).unwrap(), None);
}

#[test]
fn a_monthly_payment_falls_on_the_last_day_of_a_shorter_month_and_not_twice_in_one() {
    let wages = Monthly { amount: yuan(6200), day: 31 };
    let days = wages.days(day("2026-04-10"), day("2026-07-09"), false);
    assert_eq!(days, [day("2026-04-30"), day("2026-05-31"), day("2026-06-30")]);
    assert_eq!(wages.days(day("2026-04-10"), day("2026-05-31"), true), [day("2026-05-31")]);
    let rent = Monthly { amount: yuan(2800), day: 1 };
    assert_eq!(
        rent.days(day("2026-04-10"), day("2026-05-31"), false),
        [day("2026-04-10"), day("2026-05-01")]
    );
}

proptest! {
    #[test]
    fn the_weeks_carry_every_amount_once_and_the_range_holds_the_usual(
        cash in -50_000_i64..500_000,
        owed_days in prop::collection::vec((-60_i64..120, 1_i64..90_000), 0..8),
        paid_days in prop::collection::vec((-10_i64..120, 1_i64..90_000), 0..8),
    ) {
        let today = day("2026-04-30");
        let receivables: Vec<Receivable> = (1..).zip(&owed_days).map(|(id, (on, minor))| Receivable {
            paper: PaperId(id), due: after(today, *on), open: Amount::from_minor(*minor),
            habit: (id % 2 == 0).then_some(LATE),
        }).collect();
        let payments: Vec<Payment> = paid_days.iter().map(|(on, minor)| Payment {
            day: after(today, *on), amount: Amount::from_minor(*minor),
        }).collect();
        let forecast = forecast(today, Amount::from_minor(cash), &receivables, &payments).unwrap();
        let mut left = Amount::from_minor(cash);
        for week in &forecast.weeks {
            left = left.plus(week.inflow).unwrap().minus(week.outflow).unwrap();
            prop_assert_eq!(left, week.left);
            prop_assert!(week.low <= week.left && week.left <= week.high);
        }
    }
}
