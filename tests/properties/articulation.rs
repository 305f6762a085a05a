//! Random ledgers of all four standards, other currencies among their lines: every equality of statements.md §6 holds
//! before and after closing entries, a reversal, closing the months and opening them again.

use kontor_actions::Door;
use kontor_actions::creation::{NewCompany, create};
use kontor_actions::prints::print;
use kontor_actions::statements::GetStatement;
use kontor_ledger::money::{Amount, Currency};
use kontor_reports::{Format, Lang};
use kontor_tests::{PASSWORD, assert_verifies, now, perform};
use kontor_vault::Secret;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

/// Where a standard's books put what these ledgers do.
struct Places {
    standard: &'static str,
    currency: &'static str,
    bank: &'static str,
    receivable: &'static str,
    revenue: &'static str,
    expense: &'static str,
    capital: &'static str,
    profit: &'static str,
    cash_difference: &'static str,
}

const PLACES: [Places; 4] = [
    Places {
        standard: "cn-small",
        currency: "CNY",
        bank: "1002",
        receivable: "1122",
        revenue: "5001",
        expense: "560212",
        capital: "3001",
        profit: "3103",
        cash_difference: "560302",
    },
    Places {
        standard: "cn-enterprise",
        currency: "CNY",
        bank: "1002",
        receivable: "1122",
        revenue: "6001",
        expense: "6602",
        capital: "4001",
        profit: "4103",
        cash_difference: "660304",
    },
    Places {
        standard: "ifrs",
        currency: "EUR",
        bank: "1010",
        receivable: "1100",
        revenue: "4000",
        expense: "6130",
        capital: "3000",
        profit: "3100",
        cash_difference: "7010",
    },
    Places {
        standard: "us-gaap",
        currency: "USD",
        bank: "1010",
        receivable: "1100",
        revenue: "4010",
        expense: "6110",
        capital: "3010",
        profit: "3200",
        cash_difference: "7030",
    },
];

/// Currencies of none, two and three decimals.
const FOREIGN: [&str; 3] = ["JPY", "GBP", "KWD"];

#[derive(Clone, Debug)]
enum Event {
    Sale { foreign: usize, minor: i64, rate: i64 },
    Receipt { foreign: usize, minor: i64, rate: i64 },
    Expense { cents: i64 },
    Revaluation { foreign: usize, cents: i64 },
}

fn events() -> impl Strategy<Value = Vec<(u8, Event)>> {
    let (foreign, minor, rate) = (0..FOREIGN.len(), 1..900_000_i64, 1..90_000_i64);
    let one = prop_oneof![
        4 => (foreign.clone(), minor.clone(), rate.clone())
            .prop_map(|(foreign, minor, rate)| Event::Sale { foreign, minor, rate }),
        4 => (foreign.clone(), minor.clone(), rate)
            .prop_map(|(foreign, minor, rate)| Event::Receipt { foreign, minor, rate }),
        3 => minor.prop_map(|cents| Event::Expense { cents }),
        2 => (foreign, prop_oneof![-9_000..-1_i64, 1..9_000_i64])
            .prop_map(|(foreign, cents)| Event::Revaluation { foreign, cents }),
    ];
    proptest::collection::vec((1..=3_u8, one), 1..14)
}

fn text(minor: i64, code: &str) -> String {
    Amount::from_minor(minor).to_text(Currency::from_code(code).unwrap())
}

struct Book<'a> {
    door: Door,
    at: &'a Places,
    party: Uuid,
}

impl Book<'_> {
    fn ask(&self, question: Value) -> Value {
        self.door.ask(question, &now()).unwrap()
    }

    fn record(&mut self, month: u8, kind: &str, lines: &[Value]) -> Uuid {
        let date = format!("2026-{month:02}-20");
        perform(
            &mut self.door,
            json!({"do": "record_entry", "date": date, "memo": "x", "kind": kind, "post": true, "lines": lines}),
        )
    }

    /// What an amount in another currency comes to; a nothing is no line.
    fn worth(&self, currency: &str, foreign: &str, rate: &str) -> Option<String> {
        let found = self.ask(json!({"ask": "find_exchange", "currency": currency,
            "date": "2026-01-20", "foreign_amount": foreign, "rate": rate}));
        let amount = found["amount"].as_str().unwrap().to_owned();
        (amount.bytes().any(|byte| (b'1'..=b'9').contains(&byte))).then_some(amount)
    }

    fn play(&mut self, month: u8, event: &Event) {
        let at = self.at;
        match event {
            Event::Sale { foreign, minor, rate } => {
                let code = FOREIGN[*foreign];
                let (foreign, rate) = (text(*minor, code), rate_text(*rate));
                let Some(amount) = self.worth(code, &foreign, &rate) else { return };
                self.record(
                    month,
                    "normal",
                    &[
                        json!({"account": at.receivable, "party": self.party, "debit": amount,
                        "currency": code, "foreign_amount": foreign, "rate": rate}),
                        json!({"account": at.revenue, "credit": amount}),
                    ],
                );
            }
            Event::Receipt { foreign, minor, rate } => self.receive(month, *foreign, *minor, *rate),
            Event::Expense { cents } => {
                let amount = text(*cents, "CNY");
                self.record(
                    month,
                    "normal",
                    &[
                        json!({"account": at.expense, "debit": amount}),
                        json!({"account": at.bank, "credit": amount}),
                    ],
                );
            }
            Event::Revaluation { foreign, cents } => {
                let (cash, difference) =
                    if *cents < 0 { ("credit", "debit") } else { ("debit", "credit") };
                let amount = text(cents.abs(), "CNY");
                self.record(
                    month,
                    "normal",
                    &[
                        json!({"account": at.bank, cash: amount, "currency": FOREIGN[*foreign],
                        "foreign_amount": "0", "cash_flow_item": "FX"}),
                        json!({"account": at.cash_difference, difference: amount}),
                    ],
                );
            }
        }
    }

    /// Money comes in at one rate and takes off what is carried at others; the difference stands on its own line.
    fn receive(&mut self, month: u8, foreign: usize, minor: i64, rate: i64) {
        let (code, at) = (FOREIGN[foreign], self.at);
        let (foreign, rate) = (text(minor, code), rate_text(rate));
        let Some(amount) = self.worth(code, &foreign, &rate) else { return };
        let settled =
            self.ask(json!({"ask": "get_settlement_difference", "account": at.receivable,
            "party": self.party, "currency": code, "foreign_amount": foreign, "side": "credit",
            "date": "2026-01-20", "rate": rate}));
        let carried = match settled["settles"].as_bool().unwrap() {
            true => settled["carried"].clone(),
            false => json!(amount),
        };
        // A balance that came to stand on the wrong side by its rates has nothing that could be paid off.
        let own = Currency::from_code(at.currency).unwrap();
        if Amount::parse(carried.as_str().unwrap(), own).unwrap().minor() <= 0 {
            return;
        }
        let mut lines = vec![
            json!({"account": at.bank, "debit": amount, "currency": code, "foreign_amount": foreign, "rate": rate}),
            json!({"account": at.receivable, "party": self.party, "credit": carried,
                "currency": code, "foreign_amount": foreign}),
        ];
        if settled["settles"] == true && settled["difference"] != "" {
            let side = settled["side"].as_str().unwrap();
            lines.push(json!({"account": settled["account"], side: settled["difference"]}));
        }
        self.record(month, "normal", &lines);
    }

    /// Profit and loss of the whole time to the profit account.
    fn close_accounts(&mut self) {
        let statement = |name: &str| GetStatement {
            name: name.to_owned(),
            from: Some("2026-01-01".parse().unwrap()),
            to: Some("2026-03-31".parse().unwrap()),
            ..GetStatement::default()
        };
        let told: Value = serde_json::from_slice(
            &print(&self.door, &statement("trial-balance"), Format::Json, Lang::En, &now())
                .unwrap(),
        )
        .unwrap();
        let accounts = self.ask(json!({"ask": "list_accounts"}));
        let of = |code: &str| {
            accounts["rows"].as_array().unwrap().iter().find(|row| row["code"] == code).cloned()
        };
        let own = Currency::from_code(self.at.currency).unwrap();
        let (mut lines, mut sum) = (Vec::new(), 0);
        for row in told["rows"].as_array().unwrap() {
            let code = row["row"].as_str().unwrap();
            if of(code).is_none_or(|account| account["class"] != "profit-loss") {
                continue;
            }
            let value = |at: usize| {
                Amount::parse(row["values"][at].as_str().unwrap(), own).unwrap().minor()
            };
            let net = value(4) - value(5);
            sum += net;
            match net {
                0 => {}
                1.. => lines.push(json!({"account": code, "credit": text(net, self.at.currency)})),
                _ => lines.push(json!({"account": code, "debit": text(-net, self.at.currency)})),
            }
        }
        match sum {
            0 => {}
            1.. => {
                lines.push(json!({"account": self.at.profit, "debit": text(sum, self.at.currency)}))
            }
            _ => lines
                .push(json!({"account": self.at.profit, "credit": text(-sum, self.at.currency)})),
        }
        if lines.len() > 1 {
            self.record(3, "closing", &lines);
        }
    }

    fn assert_articulates(&self, when: &str) {
        for period in ["2026-01", "2026-02", "2026-03"] {
            for name in [
                "trial-balance",
                "balance-sheet",
                "income-statement",
                "cash-flow",
                "cash-flow-indirect",
            ] {
                let request = GetStatement {
                    name: name.to_owned(),
                    period: Some(period.to_owned()),
                    ..GetStatement::default()
                };
                let json = print(&self.door, &request, Format::Json, Lang::En, &now()).unwrap();
                let told: Value = serde_json::from_slice(&json).unwrap();
                for check in told["checks"].as_array().unwrap() {
                    assert_eq!(
                        check["holds"], true,
                        "{} {name} {period} {when}: {check}",
                        self.at.standard
                    );
                }
            }
        }
    }
}

fn rate_text(rate: i64) -> String {
    rust_decimal::Decimal::new(rate, 3).to_string()
}

fn opened<'a>(folder: &std::path::Path, at: &'a Places) -> Book<'a> {
    let company = NewCompany {
        standard: at.standard.to_owned(),
        currency: at.currency.to_owned(),
        first_period: "2026-01".to_owned(),
        company: "x".to_owned(),
        vat_kind: None,
        industry: None,
        expects_opening: false,
        person: "owner".to_owned(),
    };
    let (mut door, _) =
        create(&folder.join("book.kontor"), &company, &Secret::from(PASSWORD), &now()).unwrap();
    let party =
        perform(&mut door, json!({"do": "add_party", "name": "customer", "kinds": ["customer"]}));
    let mut book = Book { door, at, party };
    let lines = [
        json!({"account": at.bank, "debit": "900000.00"}),
        json!({"account": at.capital, "credit": "900000.00"}),
    ];
    book.record(1, "normal", &lines);
    book
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn statements_articulate_in_every_standard_whatever_currencies_are_traded(events in events()) {
        for at in &PLACES {
            let folder = tempfile::tempdir().unwrap();
            let mut book = opened(folder.path(), at);
            for (month, event) in &events {
                book.play(*month, event);
            }
            book.assert_articulates("before closing entries");
            book.close_accounts();
            book.assert_articulates("after closing entries");
            let entries = book.ask(json!({"ask": "list_entries", "limit": 500}));
            let posted = entries["rows"].as_array().unwrap();
            let last = posted.iter().find(|row| row["kind"] == "normal").unwrap()["uid"].clone();
            let _ = perform(&mut book.door,
                json!({"do": "reverse_entry", "date": "2026-03-31", "entry": last}));
            book.assert_articulates("after a reversal");
            assert_verifies(&book.door, at.standard);
        }
    }
}
