//! Every role before every row of the register: allowed exactly as the table says, and a denial leaves its trace.

use kontor_actions::imports::{Options, import};
use kontor_actions::prints::print;
use kontor_actions::register::{ACTIONS, FILES, QUESTIONS, Row};
use kontor_actions::statements::GetStatement;
use kontor_actions::{Code, Door, Progress, Refusal, backups, exports};
use kontor_ledger::permission::Role;
use kontor_reports::{Format, Lang};
use kontor_store::Book;
use kontor_tests::{Desk, PASSWORD, Template, last_operation, now, sale};
use kontor_vault::BookFile;
use serde_json::{Value, json};
use uuid::Uuid;

/// A well-formed request of each name, about things that mostly do not exist.
fn request(name: &str) -> Value {
    let known = &Template::small().known;
    let (nobody, day) = (Uuid::from_u128(1), "2026-03-10");
    let mut request = match name {
        "record_sale" => sale(known, day, 1),
        "reverse_sale" => json!({"sale": nobody, "date": day}),
        "receive_money" => {
            json!({"date": day, "customer": known.customer, "account": "1002", "amount": "1.00"})
        }
        "reverse_receipt" => json!({"receipt": nobody, "date": day}),
        "record_entry" => json!({"date": day, "memo": "x", "lines": []}),
        "post_entry" | "discard_entry" => json!({"entry": nobody}),
        "post_entries" | "submit_entries" | "sign_entries" | "review_entries"
        | "withdraw_entries" => json!({"entries": [nobody]}),
        "return_entries" => json!({"entries": [nobody], "reason": "x"}),
        "set_entry_policy" => json!({"from": "2026-01", "review": "free",
            "cashier_signs": false, "words": "general"}),
        "set_exchange_rates" => {
            json!({"rates": [{"currency": "USD", "date": day, "rate": "7.08"}]})
        }
        "set_currency_policy" => json!({"from": "2026-01", "rate": "day",
            "revaluation": "permanent"}),
        "get_settlement_difference" => json!({"account": "1002", "currency": "USD",
            "foreign_amount": "1", "side": "credit", "date": day, "rate": "7"}),
        "find_exchange" => json!({"currency": "USD", "date": day}),
        "generate_entries" | "preview_generated" | "get_close" => json!({"period": "2026-03"}),
        "compare_close" => json!({"period": "2026-03", "against": "previous"}),
        "set_generation_policy" => json!({"from": "2026-01", "transfer": "yearly"}),
        "save_transfer" => {
            json!({"name": "x", "content": {"first": "2026-01", "every": "month", "lines": []}})
        }
        "remove_transfer" => json!({"transfer": nobody}),
        "set_tax_profile" => json!({"from": "2026-01", "place": "city", "filing": "monthly",
            "exporter": "none", "staff": 1, "assets": "1.00"}),
        "record_tax_rows" => json!({"rows": []}),
        "reverse_entries" => json!({"entries": [nobody], "date": day}),
        "change_entry" => {
            json!({"entry": nobody, "to": {"date": day, "memo": "x", "lines": []}})
        }
        "save_template" => json!({"name": "x", "lines": [{"account": "1002", "side": "debit"}]}),
        "remove_template" => json!({"template": nobody}),
        "save_import_mapping" => json!({"name": "x", "mapping": {"kind": "entries"}}),
        "remove_import_mapping" => json!({"mapping": nobody}),
        "get_account_story" => json!({"account": "1002"}),
        "get_entry_habits" => json!({"since": "2026-03-10T00:00:00Z"}),
        "reverse_entry" => json!({"entry": nobody, "date": day}),
        "set_cash_flow_item" => json!({"entry": nobody, "line": 1, "item": "1"}),
        "attach_file" => json!({"entry": nobody, "name": "x.png", "media_type": "image/png",
            "hash": "00".repeat(32), "size": 1}),
        "detach_file" => json!({"attachment": nobody}),
        "list_attachments" => json!({"entry": nobody}),
        "add_party" => json!({"name": "某人", "kinds": ["customer"]}),
        "add_item" => json!({"name": "某物", "kind": "goods"}),
        "add_account" => json!({"code": "100299", "parent": "1002", "name_zh": "某行"}),
        "change_account" => json!({"account": "100299", "name_zh": "某行", "name_en": "A bank",
            "is_active": true}),
        "remove_account" => json!({"account": "100299"}),
        "add_person" => json!({"name": "某职员", "role": "cashier", "password": PASSWORD}),
        "set_company" => json!({"name": "某公司", "vat_kind": "small-scale"}),
        "add_year" => json!({"year": 2028}),
        "close_period" => json!({"period": "2026-01"}),
        "soft_close_period" => json!({"period": "2026-01", "soft": true}),
        "lock_period" => json!({"period": "2026-02", "areas": ["sales"]}),
        "mark_filed" => json!({"period": "2026-01"}),
        "ask_reopening" => json!({"period": "2026-01", "reason": "x"}),
        "reopen_period" => json!({"period": "2026-01", "reason": "x"}),
        "add_asset" => {
            json!({"name": "某物", "in_use": day, "cost": "1000.00", "life_months": 60})
        }
        "change_asset" => json!({"asset": nobody, "name": "某物"}),
        "record_asset_units" => {
            json!({"period": "2026-03", "rows": [{"asset": nobody, "units": "1"}]})
        }
        "dispose_asset" => json!({"asset": nobody, "date": day}),
        "take_back_asset_event" | "get_asset" => json!({"asset": nobody}),
        "list_rates" => json!({"date": day}),
        "get_entry" | "get_sale" | "get_party" => json!({"uid": nobody}),
        "list_open_invoices" => json!({"customer": known.customer}),
        "get_statement" => json!({"name": "balance-sheet"}),
        "behind_figure" => json!({"name": "balance-sheet", "row": "cash", "column": "closing"}),
        "search" => json!({"query": "某人"}),
        "list_initials" => json!({"texts": ["某人"]}),
        "leave_feedback" => json!({"kind": "wish", "words": "x"}),
        "finish_step" => json!({"course": "owner", "step": "begin"}),
        "set_opening" => json!({"lines": []}),
        "get_course" => json!({"course": "owner"}),
        "get_account_ledger" => json!({"account": "1002"}),
        "get_ledger" => json!({"name": "journal"}),
        _ => json!({}),
    };
    let row = ACTIONS.iter().find(|row| row.name == name);
    let word = if row.is_some() { "do" } else { "ask" };
    request[word] = name.into();
    request
}

/// A book opened by the person who has a role.
fn opened_by(desk: &Desk, role: Role) -> Door {
    let file = BookFile::reopen(&desk.path, &Template::small().keys(role)).unwrap();
    Door::new(Book::enter(file).unwrap()).unwrap()
}

fn notes(door: &Door) -> i64 {
    door.book().connection().query_row("SELECT count(*) FROM access", [], |row| row.get(0)).unwrap()
}

fn attempt(door: &mut Door, desk: &Desk, row: &Row) -> Result<(), Refusal> {
    let now = now();
    match row.name {
        "import" => {
            let file = desk.folder.path().join("parties.csv");
            std::fs::write(&file, "code,name,kind\nC9,某人,customer\n").unwrap();
            let done = import(door, "parties", &file, Options::default(), &now, &mut |_| true);
            done.map(drop).map_err(|refused| refused.refusal)
        }
        "export" => exports::export(door, "parties", &now).map(drop),
        "print" => {
            let request =
                GetStatement { name: "balance-sheet".to_owned(), ..GetStatement::default() };
            print(door, &request, Format::Csv, Lang::Zh, &now).map(drop)
        }
        "load_attachment" => door.allow("load_attachment", &now),
        "back_up" => {
            backups::back_up(door, desk.folder.path(), &now, &Progress::default()).map(drop)
        }
        "verify" => door.allow("verify", &now),
        name if row.writes => door.perform(request(name), &now).map(drop),
        name => door.ask(request(name), &now).map(drop),
    }
}

#[test]
fn every_role_may_do_exactly_what_the_register_says_and_a_denial_writes_nothing_but_a_note() {
    let mut calls = 0;
    for role in Role::ALL {
        let desk = Desk::new();
        let mut door = opened_by(&desk, role);
        for row in ACTIONS.iter().chain(QUESTIONS).chain(FILES) {
            let (before, noted) = (last_operation(&door), notes(&door));
            let place = format!("{} {}", role.word(), row.name);
            let outcome = attempt(&mut door, &desk, row);
            let is_denied = outcome.as_ref().is_err_and(|refusal| refusal.code == Code::NotAllowed);
            assert_eq!(is_denied, !row.allows(role), "{place}: {outcome:?}");
            let malformed = [Code::Malformed, Code::Bug];
            assert!(
                !outcome.as_ref().is_err_and(|refusal| malformed.contains(&refusal.code)),
                "{place}: {outcome:?}"
            );
            if is_denied {
                assert_eq!(last_operation(&door), before, "{place}: a denied action wrote");
                assert_eq!(notes(&door), noted + 1, "{place}: a denial is noted");
            }
            calls += 1;
        }
        kontor_tests::assert_verifies(&door, role.word());
    }
    assert_eq!(calls, Role::ALL.len() * (ACTIONS.len() + QUESTIONS.len() + FILES.len()));
}

#[test]
fn a_denied_action_stays_denied_in_a_preview_and_whatever_role_the_request_claims() {
    let desk = Desk::new();
    let mut door = opened_by(&desk, Role::Salesperson);
    for row in ACTIONS.iter().filter(|row| !row.allows(Role::Salesperson)) {
        let preview = json!({"ask": "preview", "action": request(row.name)});
        let refusal = door.ask(preview, &now()).unwrap_err();
        assert_eq!(refusal.code, Code::NotAllowed, "{}", row.name);
        for (name, claim) in
            [("role", "owner"), ("user", "owner"), ("person", "owner"), ("actor", "owner")]
        {
            let mut claiming = request(row.name);
            claiming[name] = claim.into();
            assert!(door.perform(claiming, &now()).is_err(), "{}: {name}", row.name);
        }
    }
    assert_eq!(last_operation(&door), last_operation(&opened_after(door, &desk)));
}

fn opened_after(door: Door, desk: &Desk) -> Door {
    drop(door);
    opened_by(desk, Role::Owner)
}
