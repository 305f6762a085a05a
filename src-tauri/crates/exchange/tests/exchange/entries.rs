//! Lines become entries, whether or not the file has them in order.

use kontor_exchange::FaultReason::{self, *};
use kontor_exchange::{Entries, Entry, EntryKind, EntryRow, Fault, SheetWriter};
use kontor_ledger::money::Currency;
use proptest::prelude::*;

use crate::{at, file, of_row};

const HEADER: &str = "date,entry,account,debit,credit,kind\n";

fn read(bytes: &[u8]) -> (Vec<(u64, Entry)>, Vec<Fault>, bool) {
    let entries = Entries::open(file(bytes).path(), Currency::CNY).unwrap();
    let is_sorted = entries.is_sorted_on_disk();
    let (good, bad): (Vec<_>, Vec<_>) = entries.partition(Result::is_ok);
    let good = good.into_iter().map(Result::unwrap).collect();
    (good, bad.into_iter().filter_map(Result::err).collect(), is_sorted)
}

/// A file of lines, each an entry's name; the account tells the lines apart.
fn lines(names: &[&str]) -> Vec<u8> {
    let body: String = names
        .iter()
        .enumerate()
        .map(|(index, name)| format!("2026-01-05,{name},{index},1,,\n"))
        .collect();
    format!("{HEADER}{body}").into_bytes()
}

fn shape(entries: &[(u64, Entry)]) -> Vec<(u64, String, Vec<u64>)> {
    entries
        .iter()
        .map(|(row, entry)| {
            (*row, entry.entry.clone(), entry.lines.iter().map(|(row, _)| *row).collect())
        })
        .collect()
}

#[test]
fn lines_that_follow_each_other_need_no_sorting() {
    let (entries, faults, is_sorted) = read(&lines(&["b", "b", "a", "c", "c"]));
    assert_eq!((faults, is_sorted), (vec![], false));
    let expected =
        vec![(2, "b".into(), vec![2, 3]), (4, "a".into(), vec![4]), (5, "c".into(), vec![5, 6])];
    assert_eq!(shape(&entries), expected);
}

#[test]
fn scattered_lines_are_brought_together_in_the_order_of_first_appearance() {
    let (entries, faults, is_sorted) = read(&lines(&["b", "a", "b", "c", "a"]));
    assert_eq!((faults, is_sorted), (vec![], true));
    let expected =
        vec![(2, "b".into(), vec![2, 4]), (3, "a".into(), vec![3, 6]), (5, "c".into(), vec![5])];
    assert_eq!(shape(&entries), expected);
}

#[test]
fn the_lines_of_an_entry_agree_on_what_the_entry_is() {
    let body = "2026-01-05,1,1,5,,closing\n2026-01-06,1,2,,5,closing\n2026-01-05,1,2,,5,\n";
    let (entries, faults, _) = read(format!("{HEADER}{body}").as_bytes());
    let reason = DiffersFromFirstLine { first_row: 2 };
    assert_eq!(entries, []);
    assert_eq!(faults, [at(3, "date", reason.clone()), at(4, "kind", reason)]);
}

#[test]
fn an_entry_with_a_fault_is_not_given_but_its_neighbours_are() {
    let wrong = FaultReason::NotANumber { text: "x".into() };
    let body = "2026-01-05,1,1,5,,\n2026-01-05,2,1,x,,\n2026-01-05,2,1,,5,\n2026-01-05,3,1,,y,\n";
    let ordered = format!("{HEADER}{body}2026-01-05,4,1,5,,\n");
    let (entries, faults, is_sorted) = read(ordered.as_bytes());
    let names: Vec<_> = entries.iter().map(|(_, entry)| entry.entry.as_str()).collect();
    assert_eq!((names, is_sorted), (vec!["1", "4"], false));
    let other = FaultReason::NotANumber { text: "y".into() };
    assert_eq!(faults, [at(3, "debit", wrong.clone()), at(5, "credit", other.clone())]);

    let scattered = format!("{HEADER}{body}short\n2026-01-05,1,1,,5,\n");
    let (entries, faults, is_sorted) = read(scattered.as_bytes());
    assert_eq!((shape(&entries), is_sorted), (vec![(2, "1".into(), vec![2, 7])], true));
    let short = of_row(6, WrongFieldCount { expected: 6, found: 1 });
    assert_eq!(faults, [short, at(3, "debit", wrong), at(5, "credit", other)]);
}

#[test]
fn an_entry_has_an_end() {
    let names: Vec<&str> = std::iter::repeat_n("1", 10_001).chain(["2"]).collect();
    let (entries, faults, _) = read(&lines(&names));
    assert_eq!(shape(&entries), [(10_003, "2".into(), vec![10_003])]);
    assert_eq!(faults, [at(10_002, "entry", EntryTooLarge { lines: 10_001 })]);

    let memo = "a".repeat(60_000);
    let line = format!("2026-01-05,1,{memo},1,,\n");
    let (entries, faults, _) = read(format!("{HEADER}{}", line.repeat(80)).as_bytes());
    assert_eq!((entries.len(), faults.len()), (0, 1));
    assert!(matches!(faults[0].reason, EntryTooLarge { lines: 70 }));
}

#[test]
fn a_file_with_nothing_but_faults_gives_the_first_thousand() {
    let body = "x\n".repeat(5_000);
    let start = format!("{HEADER}2026-01-05,1,1,5,,\n");
    let (entries, faults, _) = read(format!("{start}{body}").as_bytes());
    assert_eq!((entries.len(), faults.len()), (0, 1_000));
}

#[test]
fn entries_are_written_as_they_were_read() {
    let body = "2026-01-05,1,1,5,,closing\n2026-01-05,1,2,,5,closing\n2026-01-05,2,2,,-5,\n";
    let (entries, ..) = read(format!("{HEADER}{body}").as_bytes());
    assert_eq!(entries[0].1.kind, EntryKind::Closing);
    let mut writer = SheetWriter::<_, EntryRow>::new(Vec::new(), Currency::CNY).unwrap();
    for (_, entry) in &entries {
        writer.write_entry(entry).unwrap();
    }
    assert_eq!(read(&writer.finish().unwrap()).0, entries);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_order_of_the_lines_does_not_change_the_entries(
        names in prop::collection::vec("[abc]{1,2}", 0..60),
    ) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (entries, faults, _) = read(&lines(&names));
        prop_assert_eq!(faults, vec![]);

        // The plain way: for each name, where it stands.
        let mut first_seen: Vec<&str> = Vec::new();
        for name in &names {
            if !first_seen.contains(name) {
                first_seen.push(name);
            }
        }
        let row = |index: usize| index as u64 + 2;
        let expected: Vec<_> = first_seen.iter().map(|name| {
            let rows: Vec<u64> = (0..names.len()).filter(|index| names[*index] == *name).map(row).collect();
            (rows[0], (*name).to_owned(), rows)
        }).collect();
        prop_assert_eq!(shape(&entries), expected);
    }
}
