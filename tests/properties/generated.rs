//! Period ends of random ledgers: made and posted once they are done, what comes after is posted as the difference, and
//! the next year opens with what this one closed with.

use std::collections::BTreeMap;

use kontor_actions::creation::{NewCompany, create};
use kontor_actions::{Code, Done, Door, Refusal};
use kontor_ledger::account::Class;
use kontor_tests::{Dice, PASSWORD, assert_verifies, moment};
use kontor_vault::Secret;
use serde_json::{Value, json};

struct Books {
    _folder: tempfile::TempDir,
    door: Door,
    dice: Dice,
    n: u64,
    /// Accounts of profit and loss, and the bank.
    accounts: Vec<String>,
    bank: String,
}

impl Books {
    fn new(standard: &str, bank: &str, seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let company = NewCompany {
            standard: standard.to_owned(),
            currency: "CNY".to_owned(),
            first_period: "2026-01".to_owned(),
            company: "期末".to_owned(),
            vat_kind: Some("general".to_owned()),
            industry: None,
            expects_opening: false,
            person: "owner".to_owned(),
        };
        let secret = Secret::from(PASSWORD);
        let path = folder.path().join("book.kontor");
        let (door, _) = create(&path, &company, &secret, &moment(1)).unwrap();
        let facts = door.facts();
        let chart = &facts.chart;
        let is_leaf = |code: &str| {
            !chart
                .accounts()
                .any(|other| other.code.len() > code.len() && other.code.starts_with(code))
        };
        let mut accounts: Vec<String> = chart
            .accounts()
            .filter(|account| account.class == Class::ProfitLoss && !account.needs_party)
            .filter(|account| is_leaf(&account.code))
            .map(|account| account.code.clone())
            .collect();
        accounts.sort();
        let bank = bank.to_owned();
        Self { _folder: folder, door, dice: Dice::new(seed), n: 10, accounts, bank }
    }

    fn perform(&mut self, action: Value) -> Result<Done, Refusal> {
        self.n += 1;
        self.door.perform(action, &moment(self.n))
    }

    /// Business on either side of any account of profit and loss.
    fn trade(&mut self, month: u64, count: u64) {
        for _ in 0..count {
            let account = self.accounts[self.dice.place(self.accounts.len())].clone();
            let amount = format!("{}.{:02}", 1 + self.dice.below(9_000), self.dice.below(100));
            let day = 1 + self.dice.below(28);
            let (one, other) = match self.dice.below(2) {
                0 => (account, self.bank.clone()),
                _ => (self.bank.clone(), account),
            };
            let lines =
                json!([{"account": one, "debit": amount}, {"account": other, "credit": amount}]);
            let entry = json!({"do": "record_entry", "date": format!("2026-{month:02}-{day:02}"),
                "memo": "事", "lines": lines, "post": true});
            self.perform(entry).unwrap();
        }
    }

    /// Makes and posts what a period asks for; then there is nothing more to make.
    fn finish(&mut self, period: &str) -> usize {
        let made = match self.perform(json!({"do": "generate_entries", "period": period})) {
            Ok(done) => done.given.len(),
            Err(refusal) => {
                assert_eq!(refusal.code, Code::NothingToGenerate);
                return 0;
            }
        };
        let preview = self
            .door
            .ask(json!({"ask": "preview_generated", "period": period}), &moment(5))
            .unwrap();
        assert_eq!(preview["to_write"], 0);
        self.perform(json!({"do": "post_entries", "entries": preview["drafts"]})).unwrap();
        let again = self.perform(json!({"do": "generate_entries", "period": period})).unwrap_err();
        assert_eq!(again.code, Code::NothingToGenerate);
        made
    }

    /// The trial balance of a period: by account, its opening and closing net.
    fn trial(&self, period: &str) -> BTreeMap<String, (String, String)> {
        let ask = json!({"ask": "get_statement", "name": "trial-balance", "period": period});
        let told = self.door.ask(ask, &moment(5)).unwrap();
        let mut rows = BTreeMap::new();
        for row in told["rows"].as_array().unwrap() {
            let value = |at: usize| row["values"][at].as_str().unwrap_or_default().to_owned();
            let code = row["row"].as_str().unwrap_or_default().to_owned();
            if code.chars().all(|letter| letter.is_ascii_digit()) && !code.is_empty() {
                let (opening, closing) = (value(0) + "/" + &value(1), value(4) + "/" + &value(5));
                rows.insert(code, (opening, closing));
            }
        }
        rows
    }

    fn assert_no_profit_left(&self, period: &str) {
        let trial = self.trial(period);
        for account in &self.accounts {
            if let Some((_, closing)) = trial.get(account) {
                assert!(
                    !closing.contains(|digit| ('1'..='9').contains(&digit)),
                    "{account} {closing}"
                );
            }
        }
    }
}

fn play(standard: &str, bank: &str, seed: u64) {
    let mut books = Books::new(standard, bank, seed);
    let monthly = json!({"do": "set_generation_policy", "from": "2026-01", "transfer": "monthly"});
    books.perform(monthly).unwrap();
    for month in 1..=2 {
        let period = format!("2026-{month:02}");
        let count = 1 + books.dice.below(6);
        books.trade(month, count);
        assert!(books.finish(&period) > 0);
        books.assert_no_profit_left(&period);
        // What comes later is posted as the difference.
        let count = 1 + books.dice.below(3);
        books.trade(month, count);
        books.finish(&period);
        books.assert_no_profit_left(&period);
    }
    let count = books.dice.below(5);
    books.trade(12, count);
    books.finish("2026-12");
    books.assert_no_profit_left("2026-12");
    let (closed, opened) = (books.trial("2026-12"), books.trial("2027-01"));
    for (account, (_, closing)) in &closed {
        if let Some((opening, _)) = opened.get(account) {
            assert_eq!(
                opening, closing,
                "{standard}, {account}: the year opens as the last one closed"
            );
        } else {
            assert!(!closing.contains(|digit| ('1'..='9').contains(&digit)), "{account} {closing}");
        }
    }
    for profit in ["3103", "4103"].iter().filter(|_| standard.starts_with("cn-")) {
        let left = closed.get(*profit).map_or(String::new(), |(_, closing)| closing.clone());
        assert!(!left.contains(|digit| ('1'..='9').contains(&digit)), "{profit} {left}");
    }
    assert_verifies(&books.door, standard);
}

#[test]
fn a_period_end_is_done_once_and_what_comes_after_is_its_difference() {
    let banks =
        [("cn-small", "1002"), ("cn-enterprise", "1002"), ("ifrs", "1010"), ("us-gaap", "1010")];
    for (standard, bank) in banks {
        for seed in 1..=3 {
            play(standard, bank, seed);
        }
    }
}
