//! A small company's day, worked out by hand: the top line, the forecast and the charts must say the same.

use chrono::NaiveDate;
use kontor_actions::{Door, Now};
use kontor_ledger::permission::Role;
use kontor_store::Book;
use kontor_tests::{Desk, Template, now, perform, receipt, sale};
use kontor_vault::BookFile;
use serde_json::{Value, json};

fn on(day: &str) -> Now {
    Now { today: day.parse::<NaiveDate>().unwrap(), ..now() }
}

fn ask(door: &Door, question: &str) -> Value {
    door.ask(json!({ "ask": question }), &on("2026-04-20")).unwrap()
}

/// Some pieces at 100.00, tax included, due on a day.
fn sold(door: &mut Door, day: &str, due: &str, pieces: u64) {
    let mut request = sale(&Template::small().known, day, pieces);
    request["due"] = due.into();
    let _ = perform(door, request);
}

fn entry(door: &mut Door, day: &str, lines: Value) {
    let request =
        json!({"do": "record_entry", "date": day, "memo": "手工", "lines": lines, "post": true});
    let _ = perform(door, request);
}

/// Ten thousand to begin with. The first customer pays 5, 10 and 20 days late and owes 300, the other one owes 400
/// without a history. Rent of 500 on the fifth of every month; 9,000 owed to a supplier who gives thirty days.
fn company(desk: &Desk) -> Door {
    let known = &Template::small().known;
    let mut door = desk.door();
    let capital = json!([{"account": "1002", "debit": "10000.00"}, {"account": "3001", "credit": "10000.00"}]);
    entry(&mut door, "2026-01-02", capital);
    for month in 1..=4 {
        let rent = json!([{"account": "560112", "debit": "500.00"}, {"account": "1002", "credit": "500.00"}]);
        entry(&mut door, &format!("2026-{month:02}-05"), rent);
    }
    for (day, due, paid) in [
        ("2026-01-10", "2026-01-20", "2026-01-25"),
        ("2026-01-12", "2026-02-01", "2026-02-11"),
        ("2026-02-01", "2026-02-10", "2026-03-02"),
    ] {
        sold(&mut door, day, due, 2);
        let _ = perform(&mut door, receipt(known, paid, "200.00"));
    }
    sold(&mut door, "2026-03-05", "2026-03-20", 3);
    let mut other = sale(known, "2026-03-10", 4);
    other["customer"] = json!(known.other_customer);
    other["due"] = "2026-05-15".into();
    let _ = perform(&mut door, other);
    let supplier = perform(
        &mut door,
        json!({"do": "add_party", "name": "江南批发", "kinds": ["supplier"], "terms_days": 30}),
    );
    let bought = json!([{"account": "1405", "debit": "9000.00"},
        {"account": "2202", "credit": "9000.00", "party": supplier}]);
    entry(&mut door, "2026-03-25", bought);
    door
}

#[test]
fn the_top_line_says_what_the_book_says() {
    let desk = Desk::new();
    let today = ask(&company(&desk), "get_today");
    // 10,000 + three times 200 - four rents.
    assert_eq!(today["cash"], json!({"amount": "8600.00", "accounts": 1}));
    assert_eq!(
        today["due_in"],
        json!({"amount": "700.00", "count": 2, "overdue": "300.00", "overdue_count": 1, "total": "700.00"})
    );
    assert_eq!(today["due_out"], json!({"amount": "9000.00", "suppliers": 1, "total": "9000.00"}));
    let profit = &today["profit"];
    assert_eq!(
        (profit["period"].as_str(), profit["profit"].as_str()),
        (Some("2026-04"), Some("-500.00"))
    );
    // 300 and 400 less one per cent inside, less the rent.
    assert_eq!(profit["last_profit"], "193.07");
    assert_eq!(profit["lacks"].as_array().unwrap().len(), 1);
    assert_eq!(profit["lacks"][0]["key"], "revenue");
    let waiting = &today["waiting"];
    assert_eq!(
        waiting["overdue"],
        json!({"customers": 1, "count": 1, "amount": "300.00", "first": "河东小学"})
    );
    assert_eq!(waiting["closable"], json!({"count": 3, "first": "2026-01", "is_ready": true}));
    assert_eq!(waiting["opening"], true);
    assert_eq!((&waiting["drafts"], &waiting["unassigned"]), (&Value::Null, &Value::Null));
}

#[test]
fn what_is_posted_ahead_is_not_cash_today() {
    let desk = Desk::new();
    let mut door = company(&desk);
    let ahead =
        json!([{"account": "1002", "debit": "77.00"}, {"account": "3001", "credit": "77.00"}]);
    entry(&mut door, "2026-04-29", ahead);
    assert_eq!(ask(&door, "get_today")["cash"]["amount"], "8600.00");
}

#[test]
fn the_forecast_names_the_first_shortfall_its_cause_and_what_would_help() {
    let desk = Desk::new();
    let forecast = ask(&company(&desk), "forecast_cash");
    assert_eq!((&forecast["invoices"], &forecast["invoices_with_habit"]), (&json!(2), &json!(1)));
    let weeks = forecast["weeks"].as_array().unwrap();
    assert_eq!(weeks.len(), 13);
    // The 300 are later than their customer usually is: at once, or ten days from now. 9,000 on 24 April.
    assert_eq!(
        weeks[0],
        json!({"from": "2026-04-20", "to": "2026-04-26", "inflow": "300.00", "outflow": "9000.00",
               "left": "-100.00", "low": "-400.00", "high": "-100.00"})
    );
    // Rent on 5 May (week 3), 5 June (week 7), 5 July (week 11); 400 on 15 May (week 4).
    let left: Vec<_> = weeks.iter().map(|week| week["left"].as_str().unwrap()).collect();
    assert_eq!(left[1..4], ["-100.00", "-600.00", "-200.00"]);
    assert_eq!(left[6], "-700.00");
    assert_eq!(left[12], "-1200.00");
    let monthly: Vec<_> = forecast["payments"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["kind"] == "monthly")
        .map(|one| (one["day"].as_str().unwrap(), one["amount"].as_str().unwrap()))
        .collect();
    assert_eq!(
        monthly,
        [("2026-05-05", "500.00"), ("2026-06-05", "500.00"), ("2026-07-05", "500.00")]
    );
    let shortfall = &forecast["shortfall"];
    assert_eq!(
        (&shortfall["day"], &shortfall["balance"], &shortfall["week"]),
        (&json!("2026-04-24"), &json!("-100.00"), &json!(0))
    );
    assert_eq!(shortfall["cause"]["name_zh"], "江南批发");
    let help = shortfall["help"].as_array().unwrap();
    assert_eq!(help.len(), 1);
    assert_eq!(
        (&help[0]["open"], &help[0]["expected"], &help[0]["sooner_days"], &help[0]["covers"]),
        (&json!("400.00"), &json!("2026-05-15"), &json!(21), &json!(true))
    );
}

#[test]
fn the_charts_say_what_the_statements_say() {
    let desk = Desk::new();
    let door = company(&desk);
    let sales = ask(&door, "get_sales_by_month");
    let months: Vec<_> =
        sales["months"].as_array().unwrap().iter().map(|month| month["now"].as_str()).collect();
    assert_eq!(months[..5], [Some("396.04"), Some("198.02"), Some("693.07"), Some("0.00"), None]);
    assert_eq!((&sales["total"], &sales["total_before"]), (&json!("1287.13"), &Value::Null));
    let ages = ask(&door, "get_receivable_ages");
    let amounts: Vec<_> = ages["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["amount"].as_str().unwrap())
        .collect();
    // Due on 20 March, 31 days ago.
    assert_eq!(amounts, ["400.00", "0.00", "300.00", "0.00", "0.00"]);
    let bridge = ask(&door, "get_profit_bridge");
    assert_eq!((&bridge["before"], &bridge["after"]), (&json!("193.07"), &json!("-500.00")));
    assert_eq!(bridge["steps"].as_array().unwrap().len(), 1);
    assert_eq!(bridge["steps"][0]["change"], "-693.07");
    let open = ask(&door, "list_receivables");
    assert_eq!((&open["count"], &open["total"]), (&json!(2), &json!("700.00")));
    assert_eq!(open["rows"][0]["days_late"], 31);
    let second = json!({"ask": "list_receivables", "after": open["rows"][0]["uid"]});
    let rest = door.ask(second, &on("2026-04-20")).unwrap();
    assert_eq!(rest["rows"].as_array().unwrap().len(), 1);
    assert_eq!(rest["rows"][0]["days_late"], -25);
}

#[test]
fn everybody_sees_the_figures_of_their_role_and_no_others() {
    let desk = Desk::new();
    drop(company(&desk));
    let seen = |role: Role| {
        let file = BookFile::reopen(&desk.path, &Template::small().keys(role)).unwrap();
        let door = Door::new(Book::enter(file).unwrap()).unwrap();
        ask(&door, "get_today")
    };
    let cashier = seen(Role::Cashier);
    assert_eq!(cashier["cash"]["amount"], "8600.00");
    assert_eq!(cashier["due_in"]["amount"], "700.00");
    for hidden in ["due_out", "profit", "sales"] {
        assert_eq!(cashier[hidden], Value::Null, "{hidden}");
    }
    let salesperson = seen(Role::Salesperson);
    assert_eq!(salesperson["sales"], json!({"net": "0.00", "count": 0, "last_net": "0.00"}));
    // The invoices are the owner's; a salesperson sees what their own customers owe.
    assert_eq!(salesperson["due_in"]["amount"], "0.00");
    for hidden in ["cash", "due_out", "profit"] {
        assert_eq!(salesperson[hidden], Value::Null, "{hidden}");
    }
    assert_eq!(salesperson["waiting"]["closable"], Value::Null);
}
