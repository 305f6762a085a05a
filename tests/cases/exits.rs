//! How the program ends: exit codes, where it takes the password from, what goes to which stream.

use kontor_tests::{Desk, PASSWORD, Program, Spoken};

fn book(desk: &Desk) -> String {
    desk.path.to_string_lossy().into_owned()
}

fn assert_refused(spoken: &Spoken, code: i32) {
    assert_eq!(spoken.code, code, "{}", spoken.err);
    assert_eq!(spoken.text(), "", "messages do not mix with data");
    assert!(!spoken.err.trim().is_empty(), "it says why");
}

#[test]
fn done_is_0_and_nothing_is_said_beside_the_data() {
    let desk = Desk::new();
    let spoken = Program::run([
        "report",
        &book(&desk),
        "balance-sheet",
        "--period",
        "2026-03",
        "--format",
        "csv",
    ]);
    assert_eq!((spoken.code, spoken.err.as_str()), (0, ""));
    assert!(spoken.text().lines().count() > 20);
}

#[test]
fn rejected_is_1() {
    let desk = Desk::new();
    let book = book(&desk);
    assert_refused(&Program::run(["report", &book, "no-such-statement"]), 1);
    assert_refused(&Program::run(["report", &book, "balance-sheet", "--period", "1999-01"]), 1);
    assert_refused(&Program::run(["export", &book, "stones", "-o", "/nowhere/at/all"]), 1);
    let file = desk.folder.path().join("bad.csv");
    std::fs::write(&file, "date,entry,account,debit,credit\n2026-01-05,1,1001,1.00,\n").unwrap();
    let spoken = Program::run(["import", &book, "entries", &file.to_string_lossy()]);
    assert_refused(&spoken, 1);
    assert!(spoken.err.lines().count() >= 2, "each fault has its line: {}", spoken.err);
}

#[test]
fn usage_is_2() {
    let desk = Desk::new();
    for words in [
        &["nonsense"][..],
        &["report"],
        &["report", &book(&desk), "balance-sheet", "--colour", "red"],
    ] {
        assert_refused(&Program::run(words), 2);
    }
    assert_eq!(Program::run(["--help"]).code, 0);
    let help = Program::run(["help"]);
    assert_eq!(help.code, 0);
    for row in kontor_actions::register::ACTIONS.iter().chain(kontor_actions::register::QUESTIONS) {
        assert!(help.text().contains(row.name), "{} is not in the help", row.name);
    }
}

#[test]
fn trouble_is_3() {
    let desk = Desk::new();
    let missing = desk.folder.path().join("没有.kontor");
    assert_refused(&Program::run(["verify", &missing.to_string_lossy()]), 3);
    let text = desk.folder.path().join("text.kontor");
    std::fs::write(&text, "not a book").unwrap();
    assert_refused(&Program::run(["verify", &text.to_string_lossy()]), 3);
    let held = desk.door();
    assert_refused(&Program::run(["verify", &book(&desk)]), 3);
    drop(held);
    let before = std::fs::read(&desk.path).unwrap();
    let taken = Program::run([
        "new",
        &book(&desk),
        "--standard",
        "cn-small",
        "--first-period",
        "2026-01",
        "--company",
        "甲",
        "--user",
        "u",
    ]);
    assert_refused(&taken, 3);
    assert_eq!(std::fs::read(&desk.path).unwrap(), before, "nothing is written over");
    let output = desk.folder.path().join("there.csv");
    std::fs::write(&output, "mine").unwrap();
    let spoken = Program::run(["export", &book(&desk), "parties", "-o", &output.to_string_lossy()]);
    assert_refused(&spoken, 3);
    assert_eq!(std::fs::read_to_string(&output).unwrap(), "mine");
}

#[test]
fn a_book_that_does_not_verify_is_4_and_the_fault_is_named() {
    let desk = Desk::new();
    let mut bytes = std::fs::read(&desk.path).unwrap();
    let last = bytes.len() - 1000;
    bytes[last] ^= 1;
    std::fs::write(&desk.path, bytes).unwrap();
    let spoken = Program::run(["verify", &book(&desk)]);
    assert_eq!(spoken.code, 4, "{}", spoken.err);
    assert!(spoken.text().lines().any(|line| line.starts_with("FAULT")), "{}", spoken.text());
}

#[test]
fn the_password_comes_from_a_file_then_from_the_environment() {
    let desk = Desk::new();
    let file = desk.folder.path().join("密码.txt");
    std::fs::write(&file, format!("{PASSWORD}\r\nsecond line\n")).unwrap();
    let ask = |file: Option<&str>, environment: Option<&str>| {
        let mut command = Program::command();
        command.args(["report", &book(&desk), "balance-sheet", "--user", "owner"]);
        file.map(|file| command.args(["--password-file", file]));
        environment.map(|password| command.env("KONTOR_PASSWORD", password));
        Program::end(&mut command)
    };
    let file = file.to_string_lossy();
    assert_eq!(ask(Some(&file), None).code, 0);
    assert_eq!(ask(Some(&file), Some("wrong, but the file counts")).code, 0);
    assert_eq!(ask(None, Some(PASSWORD)).code, 0);
    let wrong = ask(None, Some("wrong password"));
    assert_refused(&wrong, 3);
    assert!(!wrong.err.contains("wrong password ") && !wrong.err.contains(PASSWORD));
    assert_refused(&ask(Some("/nowhere/密码.txt"), Some(PASSWORD)), 3);
}

#[test]
fn messages_come_in_the_language_asked_for() {
    let say =
        |language: &str| Program::run(["verify", "/nowhere/a.kontor", "--messages", language]).err;
    let (zh, en) = (say("zh-CN"), say("en"));
    assert!(!zh.is_ascii() && en.is_ascii(), "{zh} / {en}");
}
