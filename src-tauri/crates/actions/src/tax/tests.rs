//! A small trader's quarter by each rule, worked by hand, to the cent: what is owed, what is given, what stands behind it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use kontor_vault::Secret;
use serde_json::{Value, json};

use crate::creation::{NewCompany, create};
use crate::demo::opened::moment;
use crate::door::Door;
use crate::errors::Code;

struct Trader {
    door: Door,
    day: &'static str,
    done: u128,
    _folder: tempfile::TempDir,
}

fn trader(standard: &str, vat_kind: &str) -> Trader {
    let folder = tempfile::tempdir().unwrap();
    let new = NewCompany {
        standard: standard.to_owned(),
        currency: "CNY".to_owned(),
        first_period: "2026-01".to_owned(),
        company: "河东商行".to_owned(),
        vat_kind: Some(vat_kind.to_owned()),
        industry: None,
        expects_opening: false,
        person: "owner".to_owned(),
    };
    let path = folder.path().join("trader.kontor");
    let secret = Secret::from("a long password");
    let (door, _) = create(&path, &new, &secret, &moment("2026-01-05", 1)).unwrap();
    Trader { door, day: "2026-03-31", done: 10, _folder: folder }
}

impl Trader {
    fn perform(&mut self, request: Value) -> Value {
        self.done += 1;
        let done = self.door.perform(request, &moment(self.day, self.done)).unwrap();
        serde_json::to_value(done).unwrap()
    }

    fn refused(&mut self, request: Value) -> Code {
        self.done += 1;
        self.door.perform(request, &moment(self.day, self.done)).unwrap_err().code
    }

    fn ask(&self, request: Value) -> Value {
        self.door.ask(request, &moment(self.day, 1)).unwrap()
    }

    fn profile(&mut self, exporter: &str) {
        self.perform(json!({"do": "set_tax_profile", "from": "2026-01", "place": "city",
            "filing": if exporter == "small" { "quarterly" } else { "monthly" },
            "exporter": if exporter == "small" { "none" } else { exporter },
            "staff": 12, "assets": "800000.00", "export_rate": "13", "refund_rate": "9"}));
    }

    /// A sale over the counter, paid at once, its price without tax.
    fn sell(&mut self, date: &str, rate: &str, price: &str, paid: &str, invoice: Option<&str>) {
        self.perform(json!({"do": "record_sale", "date": date, "invoice_kind": invoice,
            "paid": [{"account": "1002", "amount": paid}],
            "lines": [{"description": "电水壶", "quantity": "1", "unit_price": price,
                "tax_included": false, "rate": rate}]}));
    }

    /// Goods bought by bank, with a tax row for their input tax.
    fn buy(&mut self, date: &str, goods: &str, tax: &str, kind: &str, invoice: &str) -> String {
        let total: rust_decimal::Decimal = goods.parse::<rust_decimal::Decimal>().unwrap()
            + tax.parse::<rust_decimal::Decimal>().unwrap();
        let done =
            self.perform(json!({"do": "record_entry", "date": date, "memo": "进货", "post": true,
            "lines": [{"account": "1405", "debit": goods}, {"account": "22210101", "debit": tax},
                {"account": "1002", "credit": total.to_string()}]}));
        let uid = done["given"][0]["uid"].as_str().unwrap().to_owned();
        self.perform(
            json!({"do": "record_tax_rows", "rows": [{"entry": uid, "line": 2, "kind": kind,
            "base": goods, "rate": "13", "invoice_kind": "special", "invoice_number": invoice}]}),
        );
        uid
    }

    fn get(&self, kind: &str, period: &str) -> Value {
        self.ask(json!({"ask": "get_tax_return", "kind": kind, "period": period}))
    }
}

/// The figures of numbered rows: number, base, amount.
fn figures(made: &Value, numbers: &[&str]) -> Vec<(String, String)> {
    numbers
        .iter()
        .map(|number| {
            let rows = made["rows"].as_array().unwrap();
            let row = rows.iter().find(|row| row["number"] == *number).unwrap();
            let text = |field: &str| row[field].as_str().unwrap_or("-").to_owned();
            (text("base"), text("amount"))
        })
        .collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(base, amount)| ((*base).to_owned(), (*amount).to_owned())).collect()
}

#[test]
fn a_small_quarter_below_the_threshold_owes_for_special_invoices_only() {
    let mut it = trader("cn-small", "small-scale");
    it.profile("small");
    // 100 000 without a special invoice and 50 000 with one: 150 000 in all, up to 300 000 is exempt.
    it.sell("2026-01-10", "levy-1", "100000.00", "101000.00", Some("ordinary"));
    it.sell("2026-02-10", "levy-1", "50000.00", "50500.00", Some("special"));
    let made = it.get("vat-small", "2026-02");
    assert_eq!(
        (made["from"].as_str(), made["to"].as_str()),
        (Some("2026-01-01"), Some("2026-03-31"))
    );
    assert_eq!(made["states"][0]["holds"], true);
    // Taxed: 50 000 at 3 % is 1 500, less 1 000 of reduction is 500. Exempt: 100 000, at 3 % 3 000.
    assert_eq!(
        figures(&made, &["1", "2", "10", "15", "16", "18", "20", "22"]),
        pairs(&[
            ("50000.00", "-"),
            ("50000.00", "-"),
            ("100000.00", "-"),
            ("-", "1500.00"),
            ("-", "1000.00"),
            ("-", "3000.00"),
            ("-", "500.00"),
            ("-", "500.00"),
        ])
    );
    // 7 % of 500 is 35, half of it 17.50; the education surcharges are not charged below the threshold.
    assert_eq!(
        figures(&made, &["23", "24", "25"]),
        pairs(&[("-", "17.50"), ("-", "0.00"), ("-", "0.00")])
    );
    assert_eq!(made["agreements"][0]["holds"], true, "{}", made["agreements"]);
    assert_eq!(made["untaxed"].as_array().unwrap().len(), 0);
}

#[test]
fn a_small_quarter_above_the_threshold_owes_for_every_sale() {
    let mut it = trader("cn-small", "small-scale");
    it.profile("small");
    it.sell("2026-01-10", "levy-1", "250000.00", "252500.00", None);
    it.sell("2026-03-10", "levy-1", "50000.01", "50500.01", Some("special"));
    let made = it.get("vat-small", "2026-Q1");
    assert_eq!(made["states"][0]["holds"], false);
    // 300 000.01 at 3 % is 9 000.00, at 1 % 3 000.00 (2 500.00 and 500.00).
    assert_eq!(
        figures(&made, &["1", "10", "15", "16", "20"]),
        pairs(&[
            ("300000.01", "-"),
            ("0.00", "-"),
            ("-", "9000.00"),
            ("-", "6000.00"),
            ("-", "3000.00")
        ])
    );
    // 7 %, 3 % and 2 % of 3 000, each halved.
    assert_eq!(
        figures(&made, &["23", "24", "25"]),
        pairs(&[("-", "105.00"), ("-", "45.00"), ("-", "30.00")])
    );
}

#[test]
fn a_general_month_with_a_credit_carries_it_forward_and_the_next_month_uses_it() {
    let mut it = trader("cn-small", "general");
    it.profile("none");
    it.sell("2026-01-10", "general-13", "100000.00", "113000.00", Some("special"));
    it.buy("2026-01-12", "120000.00", "15600.00", "input", "24412000000000000001");
    // January: 13 000 of output, 15 600 of input, 2 600 carried forward.
    let made = it.get("vat-general", "2026-01");
    assert_eq!(
        figures(&made, &["1", "11", "12", "13", "17", "18", "19", "20"]),
        pairs(&[
            ("100000.00", "-"),
            ("-", "13000.00"),
            ("-", "15600.00"),
            ("-", "0.00"),
            ("-", "15600.00"),
            ("-", "13000.00"),
            ("-", "0.00"),
            ("-", "2600.00"),
        ])
    );
    assert!(
        made["agreements"].as_array().unwrap().iter().all(|one| one["holds"] == true),
        "{made}"
    );
    // February: 26 000 of output, 2 600 brought forward, 23 400 owed; 7 %, 3 %, 2 % of it, halved for a small company.
    it.sell("2026-02-10", "general-13", "200000.00", "226000.00", None);
    let made = it.get("vat-general", "2026-02");
    assert_eq!(
        figures(&made, &["11", "13", "18", "19", "20", "24", "39", "40", "41"]),
        pairs(&[
            ("-", "26000.00"),
            ("-", "2600.00"),
            ("-", "2600.00"),
            ("-", "23400.00"),
            ("-", "0.00"),
            ("-", "23400.00"),
            ("-", "819.00"),
            ("-", "351.00"),
            ("-", "234.00"),
        ])
    );
}

#[test]
fn input_tax_without_a_row_is_listed_and_an_invoice_is_recorded_once() {
    let mut it = trader("cn-small", "general");
    let first = it.buy("2026-01-12", "1000.00", "130.00", "input", "24412000000000000001");
    let done = it.perform(json!({"do": "record_entry", "date": "2026-01-13", "memo": "进货", "post": true,
        "lines": [{"account": "22210101", "debit": "26.00"}, {"account": "1002", "credit": "26.00"}]}));
    let second = done["given"][0]["uid"].clone();
    let made = it.get("vat-general", "2026-01");
    assert_eq!(figures(&made, &["12"]), pairs(&[("-", "130.00")]));
    assert_eq!(made["untaxed"][0]["amount"], "26.00");
    assert_eq!(made["untaxed"][0]["entry"], second);
    assert_eq!(made["agreements"][1]["difference"], "26.00");
    let row = |tax: &str, invoice: &str| {
        json!({"do": "record_tax_rows", "rows": [{"entry": second, "line": 1,
        "kind": "input", "base": "200.00", "rate": "13", "tax": tax, "invoice_number": invoice}]})
    };
    assert_eq!(it.refused(row("26.00", "24412000000000000001")), Code::InvoiceTwice);
    assert_eq!(it.refused(row("25.00", "24412000000000000002")), Code::TaxRowDiffers);
    it.perform(row("26.00", "24412000000000000002"));
    assert_eq!(it.get("vat-general", "2026-01")["untaxed"].as_array().unwrap().len(), 0);
    // Without a base the rate gives it: 26.00 at 13 % is on 200.00.
    let again = json!({"do": "record_tax_rows", "rows": [{"entry": second, "line": 1,
        "kind": "input", "rate": "13", "invoice_number": "24412000000000000002"}]});
    it.perform(again);
    let rows = it.ask(json!({"ask": "get_ledger", "name": "tax-rows", "period": "2026-01"}));
    assert_eq!(rows["rows"][1]["cells"][6], "200.00");
    // What is recorded again takes the place of what was before, and a reversal takes it back.
    it.perform(
        json!({"do": "record_tax_rows", "rows": [{"entry": first, "line": 2, "kind": "customs",
        "base": "1000.00", "rate": "13", "invoice_number": "24412000000000000001"}]}),
    );
    it.perform(
        json!({"do": "reverse_entry", "entry": first, "date": "2026-02-03", "reason": "退货"}),
    );
    assert_eq!(figures(&it.get("vat-general", "2026-01"), &["12"]), pairs(&[("-", "156.00")]));
    assert_eq!(figures(&it.get("vat-general", "2026-02"), &["12"]), pairs(&[("-", "-130.00")]));
    let rows = it.ask(
        json!({"ask": "get_ledger", "name": "tax-rows", "period": "2026", "by": "customs@13"}),
    );
    assert_eq!(rows["rows"].as_array().unwrap().len(), 3, "{rows}");
}

#[test]
fn a_trader_s_export_is_refunded_beside_the_return_and_a_producer_s_within_it() {
    let mut it = trader("cn-small", "general");
    it.profile("trader");
    it.buy("2026-01-12", "100000.00", "13000.00", "export", "24412000000000000001");
    // 100 000 at 9 % comes back, 4 000 is a cost; none of it is netted.
    let made = it.get("export-trader", "2026-01");
    assert_eq!(
        figures(&made, &["1", "2", "3", "4"]),
        pairs(&[("100000.00", "-"), ("-", "13000.00"), ("-", "9000.00"), ("-", "4000.00")])
    );
    assert_eq!(
        figures(&it.get("vat-general", "2026-01"), &["12", "20"]),
        pairs(&[("-", "0.00"), ("-", "0.00")])
    );

    let mut it = trader("cn-small", "general");
    it.profile("producer");
    it.sell("2026-01-10", "zero", "200000.00", "200000.00", None);
    it.sell("2026-01-11", "general-13", "100000.00", "113000.00", Some("special"));
    it.buy("2026-01-12", "300000.00", "39000.00", "input", "24412000000000000002");
    // 13 000 - (39 000 - 8 000) = -18 000: refunded up to the limit of 18 000, nothing offset, nothing carried.
    let made = it.get("export-producer", "2026-01");
    assert_eq!(
        figures(&made, &["1", "2", "3", "7", "8", "9", "10"]),
        pairs(&[
            ("200000.00", "-"),
            ("-", "8000.00"),
            ("-", "18000.00"),
            ("-", "0.00"),
            ("-", "18000.00"),
            ("-", "0.00"),
            ("-", "0.00"),
        ])
    );
    let made = it.get("vat-general", "2026-01");
    assert_eq!(
        figures(&made, &["7", "14", "15", "17", "19", "20"]),
        pairs(&[
            ("200000.00", "-"),
            ("-", "8000.00"),
            ("-", "18000.00"),
            ("-", "13000.00"),
            ("-", "0.00"),
            ("-", "0.00"),
        ])
    );
}

#[test]
fn income_tax_follows_the_profit_of_the_year_so_far() {
    let mut it = trader("cn-small", "general");
    assert_eq!(
        it.door
            .ask(
                json!({"ask": "get_tax_return", "kind": "income-tax", "period": "2026-03"}),
                &moment("2026-03-31", 1)
            )
            .unwrap_err()
            .code,
        Code::TaxProfileMissing
    );
    it.profile("none");
    it.sell("2026-02-10", "general-13", "120000.00", "135600.00", None);
    // 120 000 of profit: 25 % is 30 000, 24 000 of it is given to a small low-profit company; 1 000 was paid.
    it.perform(json!({"do": "record_entry", "date": "2026-03-20", "memo": "预缴", "post": true,
        "lines": [{"account": "222106", "debit": "1000.00"}, {"account": "1002", "credit": "1000.00"}]}));
    let made = it.get("income-tax", "2026-03");
    assert_eq!(
        figures(&made, &["1", "3", "12", "13", "14", "16"]),
        pairs(&[
            ("-", "120000.00"),
            ("-", "120000.00"),
            ("-", "30000.00"),
            ("-", "24000.00"),
            ("-", "1000.00"),
            ("-", "5000.00"),
        ])
    );
    assert!(made["states"].as_array().unwrap().iter().all(|state| state["holds"] == true));
    assert_eq!(made["agreements"][0]["difference"], "-6000.00");
}

#[test]
fn sales_tax_is_shown_by_rate_and_a_company_without_exports_files_no_refund() {
    let mut it = trader("us-gaap", "general");
    it.perform(json!({"do": "record_sale", "date": "2026-01-10",
        "paid": [{"account": "1010", "amount": "108.88"}],
        "lines": [{"description": "Kettle", "quantity": "1", "unit_price": "100.00",
            "tax_included": false, "rate": "at-8.875"}]}));
    let made = it.get("sales-tax", "2026-01");
    assert_eq!(made["rows"][0]["rate"], "8.875");
    assert_eq!(figures(&made, &["1", "3"]), pairs(&[("100.00", "8.88"), ("-", "8.88")]));
    assert_eq!(made["agreements"][0]["holds"], true);
    let refused = it.door.ask(
        json!({"ask": "get_tax_return", "kind": "export-trader", "period": "2026-01"}),
        &moment("2026-03-31", 1),
    );
    assert_eq!(refused.unwrap_err().code, Code::UnknownStatement);
}

#[test]
fn the_calendar_says_what_is_due_and_whether_it_was_paid() {
    let mut it = trader("cn-small", "general");
    it.perform(json!({"do": "record_entry", "date": "2026-01-31", "memo": "转出", "post": true,
        "lines": [{"account": "22210103", "debit": "900.00"}, {"account": "222102", "credit": "900.00"}]}));
    it.day = "2026-02-10";
    let due = |it: &Trader| {
        let rows = it.ask(json!({"ask": "list_tax_dues"}));
        let found = rows["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["name"] == "vat" && row["to"] == "2026-01-31")
            .cloned();
        let row = found.unwrap();
        (row["due"].as_str().unwrap().to_owned(), row["state"].as_str().unwrap().to_owned())
    };
    // The 15th of February 2026 is a Sunday.
    assert_eq!(due(&it), ("2026-02-16".to_owned(), "open".to_owned()));
    it.perform(json!({"do": "record_entry", "date": "2026-02-09", "memo": "缴税", "post": true,
        "lines": [{"account": "222102", "debit": "900.00"}, {"account": "1002", "credit": "900.00"}]}));
    assert_eq!(due(&it).1, "paid");
}

impl Trader {
    /// Generates what a period end asks for and posts it; what is left to generate is nothing then.
    fn generate(&mut self, period: &str) {
        self.perform(json!({"do": "generate_entries", "period": period}));
        let drafts =
            self.ask(json!({"ask": "preview_generated", "period": period}))["drafts"].clone();
        self.perform(json!({"do": "post_entries", "entries": drafts}));
        let again = self.refused(json!({"do": "generate_entries", "period": period}));
        assert_eq!(again, Code::NothingToGenerate);
    }

    /// The balances of accounts, debit positive.
    fn balances(&self, codes: &[&str]) -> Vec<String> {
        let accounts = self.ask(json!({"ask": "list_accounts"}));
        let rows = accounts["rows"].as_array().unwrap();
        let of = |code: &&str| {
            let row = rows.iter().find(|row| row["code"] == **code).unwrap();
            row["balance"].as_str().unwrap().to_owned()
        };
        codes.iter().map(of).collect()
    }

    /// Profit and loss stay on their accounts, so that what taxes left there can be read.
    fn without_transfer(&mut self) {
        self.perform(
            json!({"do": "set_generation_policy", "from": "2026-01", "transfer": "yearly"}),
        );
    }
}

#[test]
fn a_general_month_end_moves_what_is_owed_and_a_later_sale_adds_only_the_difference() {
    let mut it = trader("cn-small", "general");
    it.profile("none");
    it.without_transfer();
    it.sell("2026-01-10", "general-13", "100000.00", "113000.00", Some("special"));
    it.buy("2026-01-12", "120000.00", "15600.00", "input", "24412000000000000001");
    // A credit of 2 600 is carried forward: nothing to make.
    assert_eq!(
        it.refused(json!({"do": "generate_entries", "period": "2026-01"})),
        Code::NothingToGenerate
    );
    it.sell("2026-02-10", "general-13", "200000.00", "226000.00", None);
    it.generate("2026-02");
    let owed = ["22210103", "222102", "222108", "222113", "222117"];
    assert_eq!(it.balances(&owed), ["23400.00", "-23400.00", "-819.00", "-351.00", "-234.00"]);
    let made = it.get("vat-general", "2026-02");
    assert!(
        made["agreements"].as_array().unwrap().iter().all(|one| one["holds"] == true),
        "{made}"
    );
    // 1 300 more of VAT, and 45.50, 19.50 and 13.00 of surcharges.
    it.sell("2026-02-20", "general-13", "10000.00", "11300.00", None);
    it.generate("2026-02");
    assert_eq!(it.balances(&owed), ["24700.00", "-24700.00", "-864.50", "-370.50", "-247.00"]);
}

#[test]
fn within_the_threshold_the_tax_of_other_sales_becomes_income_at_the_quarter_s_end() {
    let mut it = trader("cn-small", "small-scale");
    it.profile("small");
    it.without_transfer();
    it.sell("2026-01-10", "levy-1", "100000.00", "101000.00", Some("ordinary"));
    it.sell("2026-02-10", "levy-1", "50000.00", "50500.00", Some("special"));
    // Inside the quarter there is nothing to make.
    assert_eq!(
        it.refused(json!({"do": "generate_entries", "period": "2026-02"})),
        Code::NothingToGenerate
    );
    it.generate("2026-03");
    // 500 of VAT stays owed, 1 000 is income, 17.50 is the urban tax; 5 % of 150 982.50 is 7 549.13 of income tax.
    assert_eq!(
        it.balances(&["222101", "530111", "222108", "222113", "222106"]),
        ["-500.00", "-1000.00", "-17.50", "0.00", "-7549.13"]
    );
    let made = it.get("vat-small", "2026-03");
    assert!(
        made["agreements"].as_array().unwrap().iter().all(|one| one["holds"] == true),
        "{made}"
    );
}

#[test]
fn exports_are_refunded_by_the_rule_of_a_trader_or_of_a_producer() {
    let mut it = trader("cn-small", "general");
    it.profile("trader");
    it.without_transfer();
    it.buy("2026-01-12", "100000.00", "13000.00", "export", "24412000000000000001");
    it.sell("2026-01-13", "general-13", "1000.00", "1130.00", None);
    it.generate("2026-01");
    // 9 000 comes back and 4 000 is a cost; the 130 of the sale at home is owed whole.
    assert_eq!(
        it.balances(&["122104", "5401", "22210107", "22210108", "222102"]),
        ["9000.00", "4000.00", "-9000.00", "-4000.00", "-130.00"]
    );

    let mut it = trader("cn-small", "general");
    it.profile("producer");
    it.without_transfer();
    it.sell("2026-01-10", "zero", "200000.00", "200000.00", None);
    it.sell("2026-01-11", "general-13", "100000.00", "113000.00", Some("special"));
    it.buy("2026-01-12", "250000.00", "32500.00", "input", "24412000000000000002");
    it.generate("2026-01");
    // 13 000 - (32 500 - 8 000) = -11 500 comes back; 18 000 - 11 500 = 6 500 is offset, and bears surcharges: 7 % of it
    // is 455.00, half of that 227.50.
    assert_eq!(
        it.balances(&["122104", "5401", "22210107", "22210108", "22210110", "222102", "222108"]),
        ["11500.00", "8000.00", "-18000.00", "-8000.00", "6500.00", "0.00", "-227.50"]
    );
}

#[test]
fn income_tax_of_a_quarter_is_the_year_s_less_what_was_accrued() {
    let mut it = trader("cn-small", "general");
    it.profile("none");
    it.sell("2026-02-10", "zero", "120000.00", "120000.00", None);
    it.generate("2026-03");
    assert_eq!(it.balances(&["222106"]), ["-6000.00"]);
    it.day = "2026-06-30";
    it.sell("2026-05-10", "zero", "40000.00", "40000.00", None);
    it.generate("2026-06");
    // 160 000 at 5 % is 8 000.
    assert_eq!(it.balances(&["222106"]), ["-8000.00"]);
    let made = it.get("income-tax", "2026-06");
    assert_eq!(made["agreements"][0]["holds"], true, "{made}");
}
