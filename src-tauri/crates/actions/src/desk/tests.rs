//! A day at the desk: create, lock, unlock, back up, restore, recover; what each leaves behind.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use super::{Desk, Places, Purpose};
use crate::context::Now;
use crate::errors::{Code, Refusal};
use crate::progress::{Phase, Progress, Work};

const PASSWORD: &str = "ink and paper 1";

/// Answers every question for a place with the next name in a folder.
struct Folder(PathBuf);

impl Places for Folder {
    fn choose(&self, purpose: Purpose, suggested: &str) -> Option<PathBuf> {
        match purpose {
            Purpose::NewBook => Some(self.0.join(format!("{suggested}.kontor"))),
            Purpose::SaveStatement { extension } => {
                Some(self.0.join(format!("{suggested}.{extension}")))
            }
            Purpose::SaveText => Some(self.0.join(format!("{suggested}.txt"))),
            Purpose::Folder => Some(self.0.join("backups")),
            Purpose::OpenBackup => {
                let mut found: Vec<_> = std::fs::read_dir(self.0.join("backups"))
                    .unwrap()
                    .map(|entry| entry.unwrap().path())
                    .collect();
                found.sort();
                found.pop()
            }
            Purpose::OpenAttachment => Some(self.0.join("paper.xml")),
            Purpose::OpenTable => Some(self.0.join("table.csv")),
            Purpose::OpenBook => None,
        }
    }
}

struct Office {
    folder: TempDir,
    desk: Desk,
    minutes: std::cell::Cell<u32>,
}

impl Office {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("backups")).unwrap();
        let desk = Desk::new(Box::new(Folder(folder.path().into())), folder.path().join("device"));
        Self { folder, desk, minutes: std::cell::Cell::new(0) }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn now(&self) -> Now {
        self.minutes.set(self.minutes.get() + 1);
        let minutes = self.minutes.get();
        let (hour, minute) = (8 + minutes / 60, minutes % 60);
        Now {
            at: format!("2026-03-05T{hour:02}:{minute:02}:00Z"),
            today: NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
            uid: Uuid::from_u128(u128::from(minutes) << 64 | 0x7000_8000_0000_0000),
        }
    }

    fn desk(&self, request: Value) -> Result<Value, Refusal> {
        self.desk.desk(request, &self.now())
    }

    fn choose(&self, request: Value) -> String {
        self.desk(request).unwrap()["handle"].as_str().unwrap().to_owned()
    }

    /// A book with one sale over the counter; answers its recovery sheet.
    fn with_a_sale(&self) -> String {
        let place = self.choose(json!({"desk": "choose_new_book", "suggested": "shop"}));
        let made = self
            .desk(json!({"desk": "create_book", "place": place, "standard": "cn-small",
                "currency": "CNY", "first_period": "2026-01", "company": "Shop", "person": "Chen",
                "password": PASSWORD}))
            .unwrap();
        self.sell();
        made["recovery_sheet"].as_str().unwrap().to_owned()
    }

    fn sell(&self) {
        let sale = json!({"do": "record_sale", "date": "2026-03-05", "lines": [{"description": "tray",
            "quantity": "1", "unit_price": "101", "tax_included": true, "rate": "levy-1"}],
            "paid": [{"account": "1001", "amount": "101"}]});
        self.desk.perform(sale, &self.now()).unwrap();
    }

    fn sales(&self) -> usize {
        let answer = self.desk.ask(json!({"ask": "list_sales"}), &self.now()).unwrap();
        answer["rows"].as_array().unwrap().len()
    }

    fn unlock(&self, password: &str) -> Result<Value, Refusal> {
        self.desk(json!({"desk": "unlock_book", "person": "Chen", "password": password}))
    }

    fn backups(&self) -> usize {
        std::fs::read_dir(self.path().join("backups")).unwrap().count()
    }
}

#[test]
fn a_locked_book_says_nothing_until_the_right_password_comes() {
    let office = Office::open();
    let sheet = office.with_a_sale();
    assert_eq!(
        office.desk(json!({"desk": "confirm_recovery", "typed": "wrong"})).unwrap()["matches"],
        false
    );
    let typed = sheet.to_lowercase().replace('-', " ");
    assert_eq!(
        office.desk(json!({"desk": "confirm_recovery", "typed": typed})).unwrap()["matches"],
        true
    );
    office.desk(json!({"desk": "lock_book"})).unwrap();
    let state = office.desk(json!({"desk": "state"})).unwrap();
    assert_eq!((&state["phase"], &state["book"]["company"]), (&json!("locked"), &Value::Null));
    let asked = office.desk.ask(json!({"ask": "list_sales"}), &office.now());
    assert_eq!(asked.unwrap_err().code, Code::Locked);
    assert_eq!(office.unlock("something else").unwrap_err().code, Code::WrongPassword);
    office.unlock(PASSWORD).unwrap();
    assert_eq!(office.sales(), 1);
}

#[test]
fn nobody_at_the_desk_for_five_minutes_locks_the_book() {
    let office = Office::open();
    office.with_a_sale();
    let later = |minutes: u32| {
        let mut now = office.now();
        now.at = format!("2026-03-05T{:02}:{:02}:00Z", 9 + minutes / 60, minutes % 60);
        now
    };
    office.desk.ask(json!({"ask": "company"}), &later(0)).unwrap();
    assert!(!office.desk.lock_if_idle(&later(4)));
    assert!(office.desk.lock_if_idle(&later(5)));
    assert!(!office.desk.lock_if_idle(&later(60)));
}

#[test]
fn backups_are_made_by_hand_daily_and_at_close_when_something_changed() {
    let office = Office::open();
    office.with_a_sale();
    let folder = office.choose(json!({"desk": "choose_folder"}));
    office.desk(json!({"desk": "set_backup_places", "folders": [folder]})).unwrap();
    office.desk(json!({"desk": "backup_now"})).unwrap();
    assert_eq!(office.backups(), 1);
    office.desk.keep_daily(&office.now());
    assert_eq!(office.backups(), 1, "nothing changed since");
    office.sell();
    office.desk.keep_daily(&office.now());
    assert_eq!(office.backups(), 1, "today's is there");
    office.desk(json!({"desk": "lock_book"})).unwrap();
    assert_eq!(office.backups(), 2, "the day's work is kept at close");
    office.unlock(PASSWORD).unwrap();
    office.desk(json!({"desk": "lock_book"})).unwrap();
    assert_eq!(office.backups(), 2, "nothing changed since");
}

#[test]
fn while_an_automatic_backup_is_proved_the_desk_answers_and_takes_more_work() {
    let office = Office::open();
    office.with_a_sale();
    let folder = office.choose(json!({"desk": "choose_folder"}));
    office.desk(json!({"desk": "set_backup_places", "folders": [folder]})).unwrap();
    let gate = std::sync::Arc::new(std::sync::Barrier::new(2));
    for (round, at_close) in [false, true].into_iter().enumerate() {
        office.desk.works.next(Progress::that_waits_in(Phase::Check, &gate));
        let now = office.now();
        std::thread::scope(|scope| {
            scope.spawn(|| match at_close {
                true => drop(office.desk.desk(json!({"desk": "lock_book"}), &now).unwrap()),
                false => office.desk.keep_daily(&now),
            });
            gate.wait();
            assert_eq!(office.sales(), 1 + round);
            office.desk(json!({"desk": "save_draft", "form": "x", "content": "1"})).unwrap();
            office.sell();
            assert_eq!(office.sales(), 2 + round);
            gate.wait();
        });
        let state = office.desk(json!({"desk": "state"})).unwrap();
        assert_eq!(state["phase"], if at_close { "locked" } else { "open" });
        // What was sold while the backup at close was proved is in one of its own.
        assert_eq!(office.backups(), if at_close { 3 } else { 1 });
    }
    office.unlock(PASSWORD).unwrap();
    assert_eq!(office.sales(), 3);
}

#[test]
fn an_automatic_backup_that_is_stopped_is_no_failure_and_holds_up_no_lock() {
    let office = Office::open();
    office.with_a_sale();
    let folder = office.choose(json!({"desk": "choose_folder"}));
    office.desk(json!({"desk": "set_backup_places", "folders": [folder]})).unwrap();
    office.desk.works.next(Progress::that_stops_in(Phase::Unpack));
    office.desk(json!({"desk": "lock_book"})).unwrap();
    assert_eq!(office.backups(), 0);
    office.unlock(PASSWORD).unwrap();
    let state = office.desk(json!({"desk": "state"})).unwrap();
    assert_eq!(
        (&state["backup"]["failure"], &state["backup"]["last_good"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn a_backup_that_fails_is_shown_until_one_succeeds() {
    let office = Office::open();
    office.with_a_sale();
    let gone = office.path().join("stick").to_string_lossy().into_owned();
    office.desk(json!({"desk": "set_backup_places", "folders": [gone]})).unwrap();
    assert_eq!(office.desk(json!({"desk": "backup_now"})).unwrap_err().code, Code::NotFound);
    let state = office.desk(json!({"desk": "state"})).unwrap();
    assert_eq!(state["backup"]["failure"]["code"], "not_found");
    std::fs::create_dir(office.path().join("stick")).unwrap();
    office.desk(json!({"desk": "backup_now"})).unwrap();
    let state = office.desk(json!({"desk": "state"})).unwrap();
    assert_eq!(state["backup"]["failure"], Value::Null);
    assert!(state["backup"]["last_good"]["operation"].as_i64().unwrap() >= 2);
}

#[test]
fn a_backup_becomes_a_new_book_and_never_another_one() {
    let office = Office::open();
    office.with_a_sale();
    let folder = office.choose(json!({"desk": "choose_folder"}));
    office.desk(json!({"desk": "set_backup_places", "folders": [folder]})).unwrap();
    office.desk(json!({"desk": "backup_now"})).unwrap();
    office.sell();
    let backup = office.choose(json!({"desk": "choose_backup"}));
    let place = office.choose(json!({"desk": "choose_new_book", "suggested": "again"}));
    let request = json!({"desk": "restore_backup", "backup": backup, "place": place,
        "person": "Chen", "password": PASSWORD});
    let restored = office.desk(request.clone()).unwrap();
    assert_eq!(restored["company"], "Shop");
    assert_eq!(restored["trial_balance_total"], "101.00");
    assert_eq!(office.desk(request).unwrap_err().code, Code::AlreadyExists);
    assert_eq!(office.sales(), 2, "the open book is as it was");
    office
        .desk(
            json!({"desk": "unlock_book", "place": place, "person": "Chen", "password": PASSWORD}),
        )
        .unwrap();
    assert_eq!(office.sales(), 1);
}

#[test]
fn a_lost_password_is_replaced_with_the_recovery_sheet() {
    let office = Office::open();
    let sheet = office.with_a_sale();
    office.desk(json!({"desk": "lock_book"})).unwrap();
    let recover = |sheet: &str, person: &str| {
        office.desk(json!({"desk": "recover_book", "sheet": sheet, "person": person,
            "password": "another one 2"}))
    };
    let broken = sheet.replacen(|c: char| c.is_ascii_alphanumeric(), "", 1);
    assert_eq!(recover(&broken, "Chen").unwrap_err().code, Code::WrongRecovery);
    assert_eq!(recover(&sheet, "Nobody").unwrap_err().code, Code::UnknownPerson);
    recover(&sheet, "chen").unwrap();
    office.sell();
    office.desk(json!({"desk": "lock_book"})).unwrap();
    assert_eq!(office.unlock(PASSWORD).unwrap_err().code, Code::WrongPassword);
    office.unlock("another one 2").unwrap();
    assert_eq!(office.sales(), 2);
    let book = office.path().join("shop.kontor");
    office.desk(json!({"desk": "lock_book"})).unwrap();
    let secret = kontor_vault::Secret::from("another one 2");
    let book = kontor_store::Book::open(&book, Some("Chen"), &secret).unwrap();
    assert_eq!(book.verify().unwrap().first_misfit(), None);
}

#[test]
fn an_unfinished_form_waits_behind_the_lock() {
    let office = Office::open();
    office.with_a_sale();
    let typed = json!({"desk": "save_draft", "form": "sale", "content": "{\"memo\":\"half\"}"});
    office.desk(typed).unwrap();
    office.desk(json!({"desk": "lock_book"})).unwrap();
    office.unlock(PASSWORD).unwrap();
    let load = || office.desk(json!({"desk": "load_draft", "form": "sale"})).unwrap();
    assert_eq!(load()["content"], "{\"memo\":\"half\"}");
    office.desk(json!({"desk": "drop_draft", "form": "sale"})).unwrap();
    assert_eq!(load()["content"], Value::Null);
}

#[test]
fn a_changed_password_opens_and_the_old_one_does_not() {
    let office = Office::open();
    office.with_a_sale();
    let change = |old: &str, new: &str| {
        office.desk(json!({"desk": "change_password", "old": old, "new": new}))
    };
    assert_eq!(change(PASSWORD, "short").unwrap_err().code, Code::PasswordTooShort);
    assert_eq!(change("not this one", "a longer one 3").unwrap_err().code, Code::WrongPassword);
    change(PASSWORD, "a longer one 3").unwrap();
    office.desk(json!({"desk": "lock_book"})).unwrap();
    assert_eq!(office.unlock(PASSWORD).unwrap_err().code, Code::WrongPassword);
    office.unlock("a longer one 3").unwrap();
}

#[test]
fn a_statement_is_saved_once_and_never_over_another_file() {
    let office = Office::open();
    office.with_a_sale();
    let save = || {
        office.desk(json!({"desk": "save_statement", "format": "pdf", "language": "zh-CN",
            "request": {"name": "balance-sheet", "period": "2026-03"}}))
    };
    let saved = save().unwrap();
    let file = office.path().join(saved["label"].as_str().unwrap());
    assert!(std::fs::read(file).unwrap().starts_with(b"%PDF"));
    assert_eq!(save().unwrap_err().code, Code::AlreadyExists);
}

#[test]
fn a_text_is_saved_as_it_was_read_and_never_over_another_file() {
    let office = Office::open();
    let save = |content: &str| {
        office.desk(json!({"desk": "save_text", "name": "report", "content": content}))
    };
    let saved = save("code: bug\n").unwrap();
    assert_eq!(saved["label"], "report.txt");
    let file = office.path().join("report.txt");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "code: bug\n");
    assert_eq!(save("another").unwrap_err().code, Code::AlreadyExists);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "code: bug\n");
    assert_eq!(save(&"x".repeat(2_000_000)).unwrap_err().code, Code::Malformed);
}

#[test]
fn questions_are_answered_while_somebody_holds_the_table() {
    let office = Office::open();
    office.with_a_sale();
    let held = office.desk.table();
    assert_eq!(office.sales(), 1);
    let desk = &office.desk;
    let now = office.now();
    std::thread::scope(|scope| {
        let asking: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| desk.ask(json!({"ask": "list_sales"}), &now).is_ok()))
            .collect();
        assert!(asking.into_iter().all(|asked| asked.join().unwrap()));
    });
    drop(held);
}

#[test]
fn what_an_action_changed_is_in_the_next_answer() {
    let office = Office::open();
    office.with_a_sale();
    let add = json!({"do": "add_account", "code": "100201", "parent": "1002", "name_zh": "Bank"});
    office.desk.perform(add, &office.now()).unwrap();
    let accounts = office.desk.ask(json!({"ask": "list_accounts"}), &office.now()).unwrap();
    let rows = accounts["rows"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["code"] == "100201"));
}

#[test]
fn the_lock_ends_what_is_being_read() {
    let office = Office::open();
    office.with_a_sale();
    let reader = office.desk.table().door().unwrap().book().reader().unwrap();
    let visit = office.desk.readers.visit(reader.get_interrupt_handle());
    let desk = &office.desk;
    let now = office.now();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // Reads without end until it is interrupted, and then lets go.
            let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
            assert!(reader.query_row(endless, [], |row| row.get::<_, i64>(0)).is_err());
            drop((reader, visit));
        });
        desk.desk(json!({"desk": "lock_book"}), &now).unwrap();
    });
    let asked = office.desk.ask(json!({"ask": "list_sales"}), &office.now());
    assert_eq!(asked.unwrap_err().code, Code::Locked);
    office.unlock(PASSWORD).unwrap();
    assert_eq!(office.sales(), 1);
}

#[test]
fn a_stopped_backup_leaves_no_file_and_counts_as_no_failure() {
    let office = Office::open();
    office.with_a_sale();
    let folder = office.choose(json!({"desk": "choose_folder"}));
    office.desk(json!({"desk": "set_backup_places", "folders": [folder]})).unwrap();
    let work = office.desk.works.begin(Work::Backup);
    let listed = office.desk(json!({"desk": "progress"})).unwrap();
    assert_eq!(listed["works"][0]["work"], "backup");
    let number = listed["works"][0]["number"].clone();
    office.desk(json!({"desk": "stop_work", "number": number})).unwrap();
    let stopped = |phase| work.progress.at(phase, 0, 0).unwrap_err().code;
    assert_eq!(stopped(Phase::Copy), Code::Cancelled);

    let table = office.desk.table();
    let door = table.door().unwrap();
    let backups = office.path().join("backups");
    for phase in [Phase::Begin, Phase::Copy, Phase::Unpack, Phase::Check] {
        let progress = Progress::that_stops_in(phase);
        let made = crate::backups::back_up(door, &backups, &office.now(), &progress);
        assert_eq!(made.unwrap_err().code, Code::Cancelled, "{phase:?}");
        assert_eq!(office.backups(), 0, "{phase:?}");
    }
    drop(table);
    drop(work);
    assert_eq!(office.desk(json!({"desk": "progress"})).unwrap()["works"], json!([]));
    office.desk(json!({"desk": "backup_now"})).unwrap();
    assert_eq!(office.backups(), 1);
}

#[test]
fn a_book_is_looked_through_while_it_stays_open() {
    let office = Office::open();
    office.with_a_sale();
    let found = office.desk(json!({"desk": "verify_book"})).unwrap();
    let checks = found["checks"].as_array().unwrap();
    assert!(checks.len() > 10);
    assert!(checks.iter().all(|check| check["misfit"].is_null()));
    assert_eq!(office.sales(), 1);
}

#[test]
fn a_diagnosis_names_nobody_and_nothing_that_is_in_the_book() {
    let office = Office::open();
    let before = office.desk(json!({"desk": "diagnose", "language": "en"})).unwrap();
    assert!(before["text"].as_str().unwrap().contains("No book is open"));
    let place = office.choose(json!({"desk": "choose_new_book", "suggested": "canary-file"}));
    office
        .desk(json!({"desk": "create_book", "place": place, "standard": "cn-small",
            "currency": "CNY", "first_period": "2026-01", "company": "CanaryCompany",
            "person": "CanaryPerson", "password": PASSWORD}))
        .unwrap();
    let act = |request: Value| office.desk.perform(request, &office.now()).unwrap();
    act(json!({"do": "add_party", "name": "CanaryCustomer", "kinds": ["customer"]}));
    act(json!({"do": "record_entry", "date": "2026-03-05", "memo": "CanaryMemo", "post": true,
        "lines": [{"account": "1001", "debit": "31337.17"}, {"account": "1002", "credit": "31337.17"}]}));
    act(json!({"do": "leave_feedback", "kind": "wish", "words": "CanaryWords"}));
    let folder = office.choose(json!({"desk": "choose_folder"}));
    office.desk(json!({"desk": "set_backup_places", "folders": [folder]})).unwrap();
    office.desk(json!({"desk": "backup_now"})).unwrap();
    let book = office.desk.ask(json!({"ask": "company"}), &office.now()).unwrap();
    let uid = book["uid"].as_str().unwrap_or("no uid crosses the door").to_owned();
    for language in ["zh-CN", "en"] {
        let answer = office.desk(json!({"desk": "diagnose", "language": language})).unwrap();
        let text = answer["text"].as_str().unwrap();
        assert!(text.contains("cn-small") && text.contains("entry_line: < 10"), "{text}");
        let folder = office.path().to_string_lossy().into_owned();
        let canaries = ["Canary", "canary", "31337", "3133717", PASSWORD, "/", "\\", &uid, &folder];
        // A slash stands between counts only.
        let plain = text.replace(" / ", " of ");
        for canary in canaries {
            assert!(!plain.contains(canary), "{canary} in {text}");
        }
    }
}

#[test]
fn counts_of_use_are_kept_shown_and_forgotten_and_take_no_words() {
    let office = Office::open();
    office.with_a_sale();
    let count = |counts: Value| office.desk(json!({"desk": "count_use", "counts": counts}));
    count(json!({"sales": 2, "do-record-sale": 1})).unwrap();
    count(json!({"sales": 3, "items": 0})).unwrap();
    let listed = office.desk(json!({"desk": "list_use"})).unwrap();
    assert_eq!(
        listed["rows"],
        json!([{"day": "2026-03-05", "what": "do-record-sale", "count": 1},
               {"day": "2026-03-05", "what": "sales", "count": 5}])
    );
    assert_eq!(count(json!({"朝阳小学": 1})).unwrap_err().code, Code::Malformed);
    assert_eq!(count(json!({"Sales 100.00": 1})).unwrap_err().code, Code::Malformed);
    office.desk(json!({"desk": "forget_use"})).unwrap();
    assert_eq!(office.desk(json!({"desk": "list_use"})).unwrap()["rows"], json!([]));
}

#[test]
fn what_somebody_says_is_their_own_and_the_owners_to_read() {
    let office = Office::open();
    office.with_a_sale();
    let act = |request: Value| office.desk.perform(request, &office.now());
    act(json!({"do": "add_person", "name": "Lin", "role": "salesperson", "password": PASSWORD}))
        .unwrap();
    act(json!({"do": "leave_feedback", "kind": "praise", "words": " good ", "feeling": 5}))
        .unwrap();
    office.desk(json!({"desk": "unlock_book", "person": "Lin", "password": PASSWORD})).unwrap();
    act(json!({"do": "leave_feedback", "kind": "survey", "subject": "ease", "feeling": 2}))
        .unwrap();
    let said = |office: &Office| {
        let answer = office.desk.ask(json!({"ask": "list_feedback"}), &office.now()).unwrap();
        let rows = answer["rows"].as_array().unwrap().clone();
        rows.iter().map(|row| row["person"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(said(&office), ["Lin"]);
    for wrong in [
        json!({"do": "leave_feedback", "kind": "wish", "words": "x", "feeling": 6}),
        json!({"do": "leave_feedback", "kind": "wish", "words": "x".repeat(4001)}),
        json!({"do": "leave_feedback", "kind": "order", "words": "x"}),
    ] {
        assert_eq!(act(wrong).unwrap_err().code, Code::Malformed);
    }
    let empty = act(json!({"do": "leave_feedback", "kind": "wish", "words": "  "}));
    assert_eq!(empty.unwrap_err().code, Code::FeedbackEmpty);
    office.unlock(PASSWORD).unwrap();
    assert_eq!(said(&office), ["Lin", "Chen"]);
}

#[test]
fn a_sample_opens_without_a_password_and_is_begun_once() {
    let office = Office::open();
    let retail = json!({"desk": "try_sample", "kind": "retail", "language": "en"});
    office.desk(retail.clone()).unwrap();
    let state = office.desk(json!({"desk": "state"})).unwrap();
    assert_eq!(state["phase"], "open");
    assert_eq!(state["book"]["is_sample"], true);
    assert_eq!(state["recent"], json!([]), "a sample is no book of somebody's own");
    office.sell();
    office.desk(json!({"desk": "lock_book"})).unwrap();
    office.desk(json!({"desk": "open_sample"})).unwrap();
    let sold = office.sales();
    office.desk(json!({"desk": "lock_book"})).unwrap();
    office.desk(retail).unwrap();
    assert_eq!(office.sales(), sold, "the second time it is the same company");
    let other = office.desk.ask(json!({"ask": "company"}), &office.now()).unwrap();
    office
        .desk(json!({"desk": "try_sample", "kind": "retail", "language": "en", "fresh": true}))
        .unwrap();
    let fresh = office.desk.ask(json!({"ask": "company"}), &office.now()).unwrap();
    let number = |company: &Value| company["last_operation"]["number"].as_i64().unwrap();
    assert!(number(&fresh) < number(&other), "a fresh one has lived nothing yet");
}

#[test]
fn only_a_sample_opens_without_a_password() {
    let office = Office::open();
    office.with_a_sale();
    office.desk(json!({"desk": "lock_book"})).unwrap();
    let refused = office.desk(json!({"desk": "open_sample"})).unwrap_err();
    assert_eq!(refused.code, Code::UnknownPlace);
}

#[test]
fn the_recovery_sheet_is_saved_until_it_has_been_typed_back() {
    let office = Office::open();
    let sheet = office.with_a_sale();
    let saved = office.desk(json!({"desk": "save_recovery_sheet"})).unwrap();
    let file = office.path().join(saved["label"].as_str().unwrap());
    assert!(std::fs::read(file).unwrap().starts_with(b"%PDF-"));
    office.desk(json!({"desk": "confirm_recovery", "typed": sheet})).unwrap();
    let refused = office.desk(json!({"desk": "save_recovery_sheet"})).unwrap_err();
    assert_eq!(refused.code, Code::SheetGone);
}
