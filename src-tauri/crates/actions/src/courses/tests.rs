//! A course step by step: what counts, what does not, and what is remembered.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use kontor_vault::Secret;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::context::Now;
use crate::creation::{NewCompany, create};
use crate::door::Door;
use crate::errors::{Code, Refusal};

/// A book with the customer and the item the courses speak of.
struct School {
    _folder: TempDir,
    door: Door,
    moments: u32,
    customer: Uuid,
    item: Uuid,
}

impl School {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let new = NewCompany {
            standard: "cn-small".to_owned(),
            currency: "CNY".to_owned(),
            first_period: "2026-01".to_owned(),
            company: "练习公司".to_owned(),
            vat_kind: Some("small-scale".to_owned()),
            industry: None,
            expects_opening: false,
            person: "owner".to_owned(),
        };
        let path = folder.path().join("school.kontor");
        let password = Secret::from("ink and paper 1");
        let (door, _) = create(&path, &new, &password, &moment(1)).unwrap();
        let mut school =
            Self { _folder: folder, door, moments: 10, customer: Uuid::nil(), item: Uuid::nil() };
        school.customer = school.give(
            json!({"do": "add_party", "code": "C0001", "name": "朝阳小学", "kinds": ["customer"]}),
        );
        school.item = school
            .give(json!({"do": "add_item", "code": "P0001", "name": "电水壶", "kind": "goods"}));
        school
    }

    fn act(&mut self, request: Value) -> Result<Vec<Uuid>, Refusal> {
        self.moments += 1;
        let done = self.door.perform(request, &moment(self.moments))?;
        Ok(done.given.iter().map(|given| given.uid).collect())
    }

    fn give(&mut self, request: Value) -> Uuid {
        self.act(request).unwrap()[0]
    }

    fn sell(&mut self, quantity: &str) -> Uuid {
        let (customer, item) = (self.customer, self.item);
        self.give(json!({"do": "record_sale", "date": "2026-03-05", "customer": customer, "lines": [
            {"item": item, "quantity": quantity, "unit_price": "129.00", "tax_included": true, "rate": "levy-1"}]}))
    }

    fn finish(&mut self, course: &str, step: &str) -> Result<(), Code> {
        let request = json!({"do": "finish_step", "course": course, "step": step});
        self.act(request).map(drop).map_err(|refusal| refusal.code)
    }

    fn answer(&mut self, course: &str, step: &str, answer: &str) -> Result<(), Code> {
        let request =
            json!({"do": "finish_step", "course": course, "step": step, "answer": answer});
        self.act(request).map(drop).map_err(|refusal| refusal.code)
    }

    fn ask(&self, request: Value) -> Value {
        self.door.ask(request, &moment(1)).unwrap()
    }
}

fn moment(n: u32) -> Now {
    Now {
        at: format!("2026-03-05T{:02}:{:02}:00Z", 8 + n / 60, n % 60),
        today: "2026-03-05".parse().unwrap(),
        uid: Uuid::from_u128(u128::from(n) << 64 | 0x7000_8000_0000_0000),
    }
}

#[test]
fn a_sale_counts_only_when_it_is_the_one_that_was_asked_for_and_came_after_the_step_before() {
    let mut school = School::open();
    school.sell("2");
    assert_eq!(school.finish("owner", "sale"), Err(Code::ExerciseNotDone), "not begun");
    school.finish("owner", "begin").unwrap();
    assert_eq!(school.finish("owner", "sale"), Err(Code::ExerciseNotDone), "sold before");
    school.sell("3");
    assert_eq!(school.finish("owner", "sale"), Err(Code::ExerciseNotDone), "too many");
    let sale = school.sell("2");
    school
        .act(json!({"do": "reverse_sale", "sale": sale, "date": "2026-03-05", "reason": "x"}))
        .unwrap();
    assert_eq!(school.finish("owner", "sale"), Err(Code::ExerciseNotDone), "taken back");
    school.sell("2");
    school.finish("owner", "sale").unwrap();
    assert_eq!(school.finish("owner", "owed"), Err(Code::ExerciseNotDone), "a step left out");
}

#[test]
fn a_figure_is_chosen_among_those_of_the_book() {
    let mut school = School::open();
    school.sell("2");
    school.finish("statements", "begin").unwrap();
    let course = school.ask(json!({"ask": "get_course", "course": "statements"}));
    let step = &course["steps"][1];
    assert_eq!(step["kind"], "answer");
    assert!(step["choices"].as_array().unwrap().contains(&json!("258.00")), "{step}");
    assert_eq!(school.answer("statements", "assets", "1.00"), Err(Code::AnswerWrong));
    assert_eq!(school.answer("statements", "assets", "much"), Err(Code::AmountNotANumber));
    school.answer("statements", "assets", "258.00").unwrap();
    for (step, answer) in [
        ("own", "255.45"),
        ("revenue", "255.45"),
        ("profit", "255.45"),
        ("operating", "0.00"),
        ("cash", "0.00"),
    ] {
        school.answer("statements", step, answer).unwrap();
    }
    let progress = school.ask(json!({"ask": "list_progress"}));
    assert_eq!(progress["rows"][0]["done"], 7);
    assert!(progress["rows"][0]["finished_at"].is_string());
    school.finish("statements", "begin").unwrap();
    let progress = school.ask(json!({"ask": "list_progress"}));
    assert_eq!(progress["rows"][0]["done"], 1, "begun anew");
    assert!(progress["rows"][0]["finished_at"].is_string(), "and finished once");
}

#[test]
fn entries_reversals_and_receipts_are_found_in_the_book() {
    let mut school = School::open();
    let entry = |debit: &str, credit: &str, amount: &str| {
        json!({"do": "record_entry", "date": "2026-03-05", "memo": "x", "post": true, "lines": [
            {"account": debit, "debit": amount}, {"account": credit, "credit": amount}]})
    };
    school.finish("bookkeeper", "begin").unwrap();
    school.act(entry("1002", "1001", "2000.00")).unwrap();
    assert_eq!(school.finish("bookkeeper", "cash"), Err(Code::ExerciseNotDone), "wrong way round");
    school.act(entry("1001", "1002", "2000.00")).unwrap();
    school.finish("bookkeeper", "cash").unwrap();
    let wrong = school.give(entry("560206", "1002", "830.00"));
    school.finish("bookkeeper", "wrong").unwrap();
    assert_eq!(school.finish("bookkeeper", "reverse"), Err(Code::ExerciseNotDone));
    school
        .act(json!({"do": "reverse_entry", "entry": wrong, "date": "2026-03-05", "reason": "x"}))
        .unwrap();
    school.finish("bookkeeper", "reverse").unwrap();
    school.act(entry("560206", "1002", "380.00")).unwrap();
    school.finish("bookkeeper", "right").unwrap();

    school.finish("cashier", "begin").unwrap();
    school.sell("3");
    school.finish("cashier", "sale").unwrap();
    let customer = school.customer;
    let pay = |amount: &str| {
        json!({"do": "receive_money", "date": "2026-03-05", "customer": customer,
            "account": "1002", "amount": amount})
    };
    school.act(pay("99.00")).unwrap();
    assert_eq!(school.finish("cashier", "receipt"), Err(Code::ExerciseNotDone));
    school.act(pay("100.00")).unwrap();
    school.finish("cashier", "receipt").unwrap();
    school.act(pay("50000.00")).unwrap();
    school.finish("cashier", "advance").unwrap();
    assert!(school.door.book().verify().unwrap().holds());
}

#[test]
fn a_course_speaks_of_the_customers_of_the_book_and_says_when_it_has_none() {
    let school = School::open();
    let course = school.ask(json!({"ask": "get_course", "course": "salesperson"}));
    assert_eq!(course["is_ready"], true);
    let text = course["steps"][1]["text_zh"].as_str().unwrap();
    assert!(text.contains("朝阳小学") && text.contains("电水壶") && !text.contains('{'), "{text}");
    let courses = school.ask(json!({"ask": "list_courses"}));
    assert_eq!(courses["rows"].as_array().unwrap().len(), 5, "an owner may take all");
}
