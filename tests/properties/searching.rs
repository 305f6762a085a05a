//! One search for everything finds what each role may read, and nothing else; what an import brings is found too.

use kontor_actions::Door;
use kontor_actions::imports::{Options, import};
use kontor_ledger::permission::Role;
use kontor_store::Book;
use kontor_tests::{Desk, Template, assert_verifies, moment, now, perform, receipt, sale};
use kontor_vault::BookFile;
use serde_json::{Value, json};

fn opened_by(desk: &Desk, role: Role) -> Door {
    let file = BookFile::reopen(&desk.path, &Template::small().keys(role)).unwrap();
    Door::new(Book::enter(file).unwrap()).unwrap()
}

fn search(door: &Door, query: &str) -> Value {
    door.ask(json!({"ask": "search", "query": query}), &moment(1)).unwrap()
}

/// The values of a field of all that was found in a group.
fn found(door: &Door, query: &str, group: &str, field: &str) -> Vec<String> {
    let findings = search(door, query);
    let rows = findings[group].as_array().unwrap();
    rows.iter().map(|row| row[field].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_role_finds_what_it_may_read_and_nothing_else() {
    let desk = Desk::new();
    let known = &Template::small().known;
    let mut door = opened_by(&desk, Role::Salesperson);
    let _ = perform(&mut door, sale(known, "2026-03-05", 3));
    drop(door);
    let mut door = desk.door();
    let _ = perform(&mut door, sale(known, "2026-03-06", 3));
    let _ = perform(&mut door, receipt(known, "2026-03-07", "50.00"));
    drop(door);

    let door = desk.door();
    assert_eq!(found(&door, "hdxx", "parties", "code"), ["C1"]);
    assert_eq!(found(&door, "水壶", "items", "code"), ["P1"]);
    assert_eq!(found(&door, "yhck", "accounts", "code"), ["1002"]);
    let papers = ["SI-2026-0002", "SI-2026-0001", "RV-2026-0001"];
    assert_eq!(found(&door, "河东", "papers", "number"), papers);
    assert_eq!(found(&door, "300.00", "amount_papers", "number"), papers[..2]);
    assert_eq!(found(&door, "￥300", "amount_entries", "number"), ["记-2", "记-1"]);
    assert_eq!(found(&door, "记-3", "entries", "number"), ["记-3"]);
    assert_eq!(found(&door, "2026-03 记3", "entries", "period"), ["2026-03"]);
    assert_eq!(found(&door, "2026-02 记3", "entries", "period"), [""; 0]);
    assert_eq!(found(&door, "si 2", "papers", "number"), ["SI-2026-0002"]);
    drop(door);

    let door = opened_by(&desk, Role::Cashier);
    assert_eq!(found(&door, "河东", "papers", "number"), papers);
    for query in ["hdxx", "yhck", "记-3", "300.00", "1002"] {
        let findings = search(&door, query);
        for group in ["accounts", "entries", "amount_entries"] {
            assert_eq!(findings[group], json!([]), "a cashier, {query}: {group}");
        }
    }
    drop(door);

    let door = opened_by(&desk, Role::Salesperson);
    let own = ["SI-2026-0001"];
    assert_eq!(found(&door, "河东", "papers", "number"), own);
    assert_eq!(found(&door, "300.00", "amount_papers", "number"), own);
    assert_eq!(found(&door, "SI-2026-0002", "papers", "number"), [""; 0]);
    assert_eq!(found(&door, "RV-2026-0001", "papers", "number"), [""; 0]);
    for query in ["河东", "hdxx", "yhck", "记-1", "1", "300.00", "1002"] {
        let findings = search(&door, query);
        for group in ["accounts", "entries", "amount_entries"] {
            assert_eq!(findings[group], json!([]), "a salesperson, {query}: {group}");
        }
        for paper in findings["papers"].as_array().unwrap() {
            assert_eq!(paper["entry"], Value::Null, "a salesperson, {query}");
        }
    }
}

#[test]
fn what_an_import_brings_is_found_page_by_page_and_verifies() {
    let desk = Desk::new();
    let mut door = desk.door();
    let bring = |door: &mut Door, kind: &str, text: &str| {
        let file = desk.folder.path().join(format!("{kind}.csv"));
        std::fs::write(&file, text).unwrap();
        import(door, kind, &file, Options::default(), &now(), &mut |_| true).unwrap();
    };
    let mut parties = String::from("code,name,kind\n");
    for number in 1..=7 {
        parties += &format!("K{number},宁波海砚{number}号店,customer\n");
    }
    bring(&mut door, "parties", &parties);
    bring(&mut door, "items", "code,name,kind,unit\nTW-2108,釉下彩汤碗,goods,件\n");

    let mut codes = Vec::new();
    let mut after = Value::Null;
    loop {
        let question = json!({"ask": "list_parties", "query": "nbhy", "kind": "customer", "limit": 3, "after": after});
        let page = door.ask(question, &moment(1)).unwrap();
        let rows = page["rows"].as_array().unwrap();
        codes.extend(rows.iter().map(|row| row["code"].as_str().unwrap().to_owned()));
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    assert_eq!(codes, ["K1", "K2", "K3", "K4", "K5", "K6", "K7"]);
    for query in ["汤碗", "yxctw", "tw2108", "2108"] {
        let page = door.ask(json!({"ask": "list_items", "query": query}), &moment(1)).unwrap();
        assert_eq!(page["rows"][0]["code"], "TW-2108", "{query}");
    }
    assert_verifies(&door, "after an import");
}

#[test]
fn a_query_of_any_form_is_answered() {
    let door = Desk::of(Template::sample()).door();
    let long = "长".repeat(500);
    for query in [
        "",
        " ",
        "-",
        "'",
        "%",
        "\u{0}",
        "99999999999999999999",
        "记-99999999999999999999",
        &long,
        "1e5",
        "🙂",
    ] {
        let findings = search(&door, query);
        assert!(findings["parties"].is_array(), "{query}");
    }
    let spoken = door
        .ask(json!({"ask": "list_initials", "texts": ["银行", "Bank", ""]}), &moment(1))
        .unwrap();
    assert_eq!(spoken["rows"], json!(["y xh", "", ""]));
}
