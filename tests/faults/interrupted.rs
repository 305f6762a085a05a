//! Long work killed in the middle: an import is there whole or not at all, and no backup is half a backup.

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use kontor_actions::backups;
use kontor_tests::{
    Desk, PASSWORD, Program, Template, assert_verifies, last_operation, trial_balance,
};
use kontor_vault::backup;

/// Entries of an import that takes a while to commit.
const ENTRIES: u64 = 3000;

fn started(words: &[&str]) -> Child {
    Program::command()
        .args(words)
        .env("KONTOR_PASSWORD", PASSWORD)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills a process as soon as something is so; says whether it was still at work.
fn kill_when(mut child: Child, is_time: impl Fn() -> bool) -> bool {
    while !is_time() {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap().code().is_none()
}

fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |facts| facts.len())
}

#[test]
fn an_import_killed_while_it_is_written_is_there_whole_or_not_at_all() {
    let desk = Desk::new();
    let before = trial_balance(&desk.door()).unwrap();
    let start = std::fs::read(&desk.path).unwrap();
    let file = desk.folder.path().join("entries.csv");
    let mut text = String::from("date,entry,account,debit,credit,memo\n");
    for n in 0..ENTRIES {
        let day = 1 + n % 28;
        text += &format!(
            "2026-01-{day:02},{n},5602,7.00,,房租\n2026-01-{day:02},{n},1002,,7.00,房租\n"
        );
    }
    std::fs::write(&file, text).unwrap();
    let log = desk.path.with_extension("kontor-wal");
    let (mut killed, mut kept) = (0, 0);
    for step in 0..16 {
        std::fs::write(&desk.path, &start).unwrap();
        let words = ["import", &desk.path.to_string_lossy(), "entries", &file.to_string_lossy()];
        let child = started(&words);
        killed += u32::from(kill_when(child, || length(&log) > step * 80_000));
        let door = desk.door();
        assert_verifies(&door, &format!("step {step}"));
        let after = trial_balance(&door).unwrap();
        let is_whole = after.contains(&format!("{}.00", ENTRIES * 7));
        assert!(is_whole || after == before, "step {step}: half an import:\n{after}");
        kept += u32::from(is_whole);
    }
    println!("{killed} imports killed, {kept} of 16 kept");
    assert!(killed > 0 && kept < 16, "{killed} killed, {kept} kept");
}

fn listed(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|found| found == ending)).collect()
}

#[test]
fn a_backup_killed_while_it_is_written_leaves_no_backup_that_is_not_one() {
    let desk = Desk::of(Template::sample());
    let folder = desk.folder.path().join("backups");
    std::fs::create_dir(&folder).unwrap();
    let before = last_operation(&desk.door());
    let mut killed = 0;
    for step in 0..12 {
        let child = started(&["backup", &desk.path.to_string_lossy(), &folder.to_string_lossy()]);
        let has_written = || {
            listed(&folder, "part")
                .iter()
                .any(|part| length(part) >= step * length(&desk.path) / 24)
        };
        killed += u32::from(kill_when(child, has_written));
        for made in listed(&folder, backups::ENDING) {
            let opened = backup::open_with_keys(&made, &desk.keys).unwrap();
            drop(opened.extract(&folder.join("copy.kontor"), &mut |_, _| true).unwrap());
        }
        for rest in listed(&folder, "part") {
            std::fs::remove_file(rest).unwrap();
        }
        let door = desk.door();
        assert_eq!(last_operation(&door), before);
        assert_verifies(&door, &format!("step {step}"));
    }
    println!("{killed} backups killed");
    assert!(killed > 0);
}
