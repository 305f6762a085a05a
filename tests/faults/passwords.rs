//! A password change that is cut off: the old password opens the book, or the new one does.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use kontor_tests::{Desk, PASSWORD};
use kontor_vault::faults::{self, Failure, Operation, Plan};
use kontor_vault::{BookFile, Secret};

const NEW: &str = "another counting house";

fn opening(path: &Path) -> [bool; 2] {
    [PASSWORD, NEW]
        .map(|password| BookFile::unlock(path, Some("owner"), &Secret::from(password)).is_ok())
}

#[test]
fn killed_while_the_header_changes_the_old_or_the_new_password_opens() {
    for changes in 0..6 {
        let desk = Desk::new();
        let mut child = Command::new(env!("CARGO_BIN_EXE_password-changer"))
            .arg(&desk.path)
            .args(["owner", PASSWORD, NEW])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
        for _ in 0..changes {
            out.next().unwrap().unwrap();
        }
        // The first of the two copies has just been written when the file is seen to differ.
        let start = std::fs::read(&desk.path).unwrap();
        while std::fs::read(&desk.path).unwrap() == start {}
        child.kill().unwrap();
        child.wait().unwrap();
        let opens = opening(&desk.path);
        assert!(opens[0] != opens[1], "after {changes} changes: {opens:?}");
        kontor_tests::assert_verifies(&desk.door(), "after a killed password change");
    }
}

#[test]
fn cut_off_at_any_write_or_sync_the_old_or_the_new_password_opens() {
    let mut points = 0;
    for (operation, failure) in [
        (Operation::Write, Failure::Io),
        (Operation::Write, Failure::Torn),
        (Operation::Sync, Failure::Io),
    ] {
        for nth in 1.. {
            let desk = Desk::new();
            let mut file = BookFile::reopen(&desk.path, &desk.keys).unwrap();
            let armed = faults::arm(Plan { operation, nth, lasting: true, failure });
            let changed = file.change_password(&Secret::from(PASSWORD), &Secret::from(NEW));
            let struck = armed.struck();
            drop((file, armed));
            let opens = opening(&desk.path);
            assert!(opens[0] != opens[1], "{operation:?} {nth} {failure:?}: {opens:?}");
            assert!(changed.is_err() || opens[1], "never a change that is said and not made");
            if struck == 0 {
                assert!(changed.is_ok());
                break;
            }
            points += 1;
        }
    }
    assert!(points >= 6, "{points} points");
}
