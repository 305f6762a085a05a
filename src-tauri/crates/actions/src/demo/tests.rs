//! Each sample company: the same twice, verified, with something overdue, drafts, and no account that ran dry.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use kontor_store::Book;
use serde_json::json;

use super::*;

#[test]
fn the_same_day_makes_the_same_company() {
    let folder = tempfile::tempdir().unwrap();
    let secret = Secret::from("sample password");
    let until = "2026-03-20".parse().unwrap();
    let digest = |name: &str| {
        let path = folder.path().join(name);
        make(&path, &Sample::default(), until, &secret, &Progress::default()).unwrap();
        let book = Book::open(&path, Some("owner"), &secret).unwrap();
        assert!(book.verify().unwrap().holds());
        let manifest = crate::backups::manifest(book.connection()).unwrap();
        assert!(manifest.papers > 100, "{manifest:?}");
        (manifest.operation, manifest.lines, manifest.papers, manifest.trial_balance)
    };
    assert_eq!(digest("one.kontor"), digest("two.kontor"));
}

#[test]
fn each_company_has_something_to_show_and_money_in_the_bank() {
    let folder = tempfile::tempdir().unwrap();
    let secret = Secret::from(PASSWORD);
    // Fourteen months that touch three years.
    let until: NaiveDate = "2026-01-20".parse().unwrap();
    for kind in [Kind::Trade, Kind::Retail, Kind::Services] {
        for language in [Lang::Zh, Lang::En] {
            let path = folder.path().join(format!("{}-{language:?}.kontor", kind.word()));
            let sample = Sample::of(kind, language).unwrap();
            make(&path, &sample, until, &secret, &Progress::default()).unwrap();
            let book = Book::open(&path, Some(&sample.person), &secret).unwrap();
            assert!(book.verify().unwrap().holds(), "{kind:?}");
            let door = Door::new(book).unwrap();
            let ask = |request: Value| door.ask(request, &moment(until, 9)).unwrap();
            let company = ask(json!({"ask": "company"}));
            assert!(company["unposted"].as_u64().unwrap() >= 2, "{kind:?}");
            let customers = ask(json!({"ask": "list_parties", "kind": "customer"}));
            let slow = &customers["rows"][0];
            let open = ask(json!({"ask": "list_open_invoices", "customer": slow["uid"]}));
            let due = open["rows"][0]["due"].as_str().unwrap().to_owned();
            assert!(due < until.to_string(), "{kind:?}: {due}");
            let accounts = ask(json!({"ask": "list_accounts"}));
            let balance = |code: &str| -> Decimal {
                let rows = accounts["rows"].as_array().unwrap();
                let row = rows.iter().find(|row| row["code"] == code).unwrap();
                row["balance"].as_str().unwrap().parse().unwrap()
            };
            for code in ["1001", "1002", "1405"] {
                assert!(balance(code) >= Decimal::ZERO, "{kind:?} {code}: {}", balance(code));
            }
        }
    }
}
