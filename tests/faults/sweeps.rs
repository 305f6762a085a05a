//! A disk that fails at the n-th read, write or sync, for every n: refused or done, never a false "saved".

use std::path::Path;

use kontor_actions::imports::{Options, import};
use kontor_actions::{Door, Progress, backups};
use kontor_tests::{
    Desk, Template, assert_verifies, last_operation, moment, now, perform, receipt, sale,
};
use kontor_vault::faults::{self, Failure, Operation, Plan};

/// What can fail, and how.
const WAYS: [(Operation, Failure); 5] = [
    (Operation::Read, Failure::Io),
    (Operation::Write, Failure::Io),
    (Operation::Write, Failure::Full),
    (Operation::Write, Failure::Torn),
    (Operation::Sync, Failure::Io),
];

/// Does one thing on every disk that fails once or from then on; answers at how many points one failed.
///
/// `work` says whether it was told "done"; `adds` is how many operations it then makes. Sent again after the failure,
/// it happens once in all.
fn sweep(start: &Desk, adds: i64, mut work: impl FnMut(&mut Door, &Path) -> bool) -> u32 {
    let bytes = std::fs::read(&start.path).unwrap();
    let before = last_operation(&start.door());
    let (mut points, mut kept) = (0, 0);
    for (operation, failure) in WAYS {
        for lasting in [false, true] {
            for nth in 1.. {
                assert!(nth < 3000, "the sweep ends");
                let plan = Plan { operation, nth, lasting, failure };
                let desk = Desk::new();
                std::fs::write(&desk.path, &bytes).unwrap();
                let mut door = desk.door();
                let armed = faults::arm(plan);
                let done = work(&mut door, desk.folder.path());
                let struck = armed.struck();
                if struck > 0 && operation != Operation::Read {
                    let now = after_power_cut(&desk, &format!("{plan:?}, and the power cut"));
                    assert!([before, before + adds].contains(&now), "{plan:?}: half done");
                    assert!(!done || now == before + adds, "{plan:?}: a false \"saved\"");
                    kept += u32::from(!done && adds > 0 && now == before + adds);
                }
                // Closed on the disk as it still is.
                drop(door);
                drop(armed);
                let mut door =
                    desk.try_door().unwrap_or_else(|refusal| panic!("{plan:?}: {refusal}"));
                assert_verifies(&door, &format!("{plan:?}"));
                let now = last_operation(&door);
                assert!([before, before + adds].contains(&now), "{plan:?}: half done");
                assert!(!done || now == before + adds, "{plan:?}: a false \"saved\"");
                if adds > 0 {
                    assert!(work(&mut door, desk.folder.path()), "{plan:?}: sent again");
                    assert_eq!(last_operation(&door), before + adds, "{plan:?}: happened twice");
                }
                let _ = perform(&mut door, sale(&Template::small().known, "2026-03-05", 1));
                if struck == 0 {
                    assert!(done, "{plan:?}: refused on a sound disk");
                    break;
                }
                points += 1;
            }
        }
    }
    println!("{points} points; {kept} refused where only the last word was lost");
    points
}

/// The last operation of what is on the disk at this moment, while the book is still open.
fn after_power_cut(desk: &Desk, what: &str) -> i64 {
    let left = Desk::new();
    for ending in ["kontor", "kontor-wal"] {
        let from = desk.path.with_extension(ending);
        if from.exists() {
            std::fs::copy(from, left.path.with_extension(ending)).unwrap();
        }
    }
    let door = left.try_door().unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
    assert_verifies(&door, what);
    last_operation(&door)
}

/// A book with an open invoice.
fn start() -> Desk {
    let desk = Desk::new();
    let mut door = desk.door();
    let _ = perform(&mut door, sale(&Template::small().known, "2026-03-01", 5));
    door.book().checkpoint().unwrap();
    drop(door);
    desk
}

#[test]
fn a_sale_on_a_failing_disk_is_refused_or_done() {
    let points = sweep(&start(), 1, |door, _| {
        door.perform(sale(&Template::small().known, "2026-03-02", 2), &moment(900)).is_ok()
    });
    assert!(points > 50, "{points} points");
}

#[test]
fn money_received_on_a_failing_disk_is_refused_or_done() {
    let points = sweep(&start(), 1, |door, _| {
        door.perform(receipt(&Template::small().known, "2026-03-02", "250.00"), &moment(900))
            .is_ok()
    });
    assert!(points > 50, "{points} points");
}

#[test]
fn an_import_on_a_failing_disk_is_refused_or_done() {
    const ENTRIES: &str = "date,entry,account,debit,credit,memo\n\
        2026-03-03,2,5602,80.00,,房租\n2026-03-02,1,1001,500.00,,提现\n\
        2026-03-02,1,1002,,500.00,提现\n2026-03-03,2,1001,,80.00,房租\n";
    let points = sweep(&start(), 1, |door, folder| {
        let file = folder.join("entries.csv");
        std::fs::write(&file, ENTRIES).unwrap();
        import(door, "entries", &file, Options::default(), &moment(900), &mut |_| true).is_ok()
    });
    assert!(points > 50, "{points} points");
}

#[test]
fn a_backup_on_a_failing_disk_is_proven_or_absent_and_the_book_untouched() {
    let points = sweep(&start(), 0, |door, folder| {
        let made = backups::back_up(door, folder, &moment(900), &Progress::default());
        let listed = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let backups: Vec<_> = listed
            .filter(|path| path.extension().is_some_and(|ending| ending == backups::ENDING))
            .collect();
        match &made {
            Ok(file) => assert_eq!(backups, std::slice::from_ref(file)),
            // The backup itself may be good when only the note of it was refused.
            Err(_) => assert!(backups.len() <= 1),
        }
        made.is_ok()
    });
    assert!(points > 50, "{points} points");
}

#[test]
fn after_a_failure_the_same_open_book_goes_on_or_refuses_and_never_miscounts() {
    let desk = start();
    let bytes = std::fs::read(&desk.path).unwrap();
    for (operation, failure) in WAYS {
        for nth in 1..40 {
            std::fs::write(&desk.path, &bytes).unwrap();
            let mut door = desk.door();
            let before = last_operation(&door);
            let plan = Plan { operation, nth, lasting: false, failure };
            let armed = faults::arm(plan);
            let known = &Template::small().known;
            let mut said = i64::from(door.perform(sale(known, "2026-03-02", 2), &now()).is_ok());
            let struck = armed.struck();
            drop(armed);
            said += i64::from(door.perform(sale(known, "2026-03-03", 3), &now()).is_ok());
            drop(door);
            let door = desk.door();
            assert_verifies(&door, &format!("{plan:?}"));
            let kept = last_operation(&door) - before;
            assert!((said..=2).contains(&kept), "{plan:?}: {said} said, {kept} kept");
            if struck == 0 {
                break;
            }
        }
    }
}
