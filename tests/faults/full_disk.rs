//! A disk with no room left: nothing lost, nothing falsely saved, readable while full, writable again afterwards.

use std::path::{Path, PathBuf};
use std::process::Command;

use kontor_actions::{Code, Door};
use kontor_tests::{Desk, Template, assert_verifies, last_operation, now, sale, trial_balance};
use kontor_vault::faults::{self, Failure, Operation, Plan};
use tempfile::TempDir;

/// A file system of its own with little room, where this machine lets us mount one.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount(kib: u64) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={kib}k"), "tmpfs"])
            .arg(folder.path())
            .output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(folder))
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // A disk that stays mounted is lost room, not a failed test.
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}

/// Sells until there is no room; answers how often "saved" was said.
fn sell_until_full(door: &mut Door) -> i64 {
    for said in 0..100_000 {
        match door.perform(sale(&Template::small().known, "2026-03-02", 1), &now()) {
            Ok(_) => {}
            Err(refusal) => {
                assert_eq!(refusal.code, Code::DiskFull, "{refusal}");
                return said;
            }
        }
    }
    panic!("the disk is never full");
}

#[test]
fn on_a_full_disk_nothing_is_lost_and_nothing_falsely_saved() {
    let Some(disk) = SmallDisk::mount(4096) else {
        return on_a_disk_that_says_it_is_full();
    };
    let ballast = disk.folder().join("ballast");
    std::fs::write(&ballast, vec![0; 1024 * 1024]).unwrap();
    let desk = Desk::within(tempfile::tempdir_in(disk.folder()).unwrap(), Template::small());
    let mut door = desk.door();
    let before = last_operation(&door);
    let said = sell_until_full(&mut door);
    assert!(said > 5, "{said}");
    let shown = trial_balance(&door).unwrap();
    assert_eq!(last_operation(&door), before + said, "readable while full");
    drop(door);
    // Another process, the disk still full.
    let mut door =
        desk.try_door().unwrap_or_else(|refusal| panic!("opening while full: {refusal}"));
    assert_eq!((last_operation(&door), trial_balance(&door).unwrap()), (before + said, shown));
    assert_verifies(&door, "while full");
    // Closing tidied the log into the file; filling the rest again ends in the same refusal.
    let more = sell_until_full(&mut door);
    assert_eq!(last_operation(&door), before + said + more);
    std::fs::remove_file(ballast).unwrap();
    let done = door.perform(sale(&Template::small().known, "2026-03-03", 1), &now()).unwrap();
    assert_eq!(done.operation, before + said + more + 1, "there is room again");
    assert_verifies(&door, "with room again");
    drop(door);
    assert_verifies(&desk.door(), "reopened");
}

/// Where nothing can be mounted, the vault plays the full disk.
fn on_a_disk_that_says_it_is_full() {
    let desk = Desk::new();
    let mut door = desk.door();
    let before = last_operation(&door);
    let plan =
        Plan { operation: Operation::Write, nth: 200, lasting: true, failure: Failure::Full };
    let armed = faults::arm(plan);
    let said = sell_until_full(&mut door);
    assert!(said > 2 && trial_balance(&door).is_ok());
    assert_eq!(last_operation(&door), before + said);
    drop(armed);
    let done = door.perform(sale(&Template::small().known, "2026-03-03", 1), &now()).unwrap();
    assert_eq!(done.operation, before + said + 1);
    drop(door);
    assert_verifies(&desk.door(), "reopened");
}

#[test]
fn where_the_disk_is_full_no_book_is_made_and_no_file_left() {
    let Some(disk) = SmallDisk::mount(64) else { return };
    let new = kontor_actions::creation::NewCompany {
        standard: "cn-small".to_owned(),
        currency: "CNY".to_owned(),
        first_period: "2026-01".to_owned(),
        company: "没有地方".to_owned(),
        vat_kind: None,
        industry: None,
        expects_opening: false,
        person: "owner".to_owned(),
    };
    let password = kontor_vault::Secret::from(kontor_tests::PASSWORD);
    let made =
        kontor_actions::creation::create(&disk.folder().join("a.kontor"), &new, &password, &now());
    assert_eq!(made.err().map(|refusal| refusal.code), Some(Code::DiskFull));
    let left: Vec<PathBuf> =
        std::fs::read_dir(disk.folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(left, Vec::<PathBuf>::new());
}
