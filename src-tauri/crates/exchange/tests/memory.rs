//! Large and hostile files are read in a memory that does not grow with them.
//!
//! One test in a program of its own, since it looks at the most memory the whole program ever had.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::io::{BufWriter, Write};

use kontor_exchange::{Entries, EntryRow, FaultReason, Rows};
use kontor_ledger::money::Currency;

const HEADER: &str =
    "date,entry,word,kind,memo,account,party,item,quantity,debit,credit,cash_flow_item\n";

/// The most memory this program has had, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn file(write: impl FnOnce(&mut dyn Write)) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    let mut out = BufWriter::new(&mut file);
    out.write_all(HEADER.as_bytes()).unwrap();
    write(&mut out);
    out.flush().unwrap();
    drop(out);
    file
}

/// A hundred thousand entries of two lines, the second line `apart` entries after the first.
fn lines(apart: u64) -> tempfile::NamedTempFile {
    let entries = 100_000;
    file(|out| {
        for at in 0..entries + apart {
            if at < entries {
                writeln!(
                    out,
                    "2026-01-05,{at},记,,销售商品 客户付款 发货单,1002,C-A,,,1234.50,,CF01"
                )
                .unwrap();
            }
            if let Some(at) = at.checked_sub(apart) {
                writeln!(
                    out,
                    "2026-01-05,{at},记,,销售商品 客户付款 发货单,5001,C-A,P1,-3,,1234.50,"
                )
                .unwrap();
            }
        }
    })
}

#[test]
fn memory_does_not_grow_with_the_file() {
    let before = peak();

    let huge_cell = file(|out| {
        out.write_all(b"2026-01-05,1,,,\"").unwrap();
        for _ in 0..10 * 1024 {
            out.write_all(&[b'a'; 1024]).unwrap();
        }
        out.write_all(b"\",1002,,,,5,,\n").unwrap();
    });
    let mut rows = Rows::<EntryRow>::open(huge_cell.path(), Currency::CNY).unwrap();
    let fault = rows.next().unwrap().unwrap_err();
    assert_eq!((fault.row, fault.column.as_deref()), (2, Some("memo")));
    assert_eq!(fault.reason, FaultReason::CellTooLong { limit: 65_536 });
    let after_cell = peak();
    assert!(after_cell - before < 2 * 1024, "{before} -> {after_cell} KiB for a cell of 10 MiB");

    for (apart, is_sorted, most) in [(0, false, 8 * 1024), (50_000, true, 16 * 1024)] {
        let file = lines(apart);
        assert!(file.as_file().metadata().unwrap().len() > 15_000_000);
        let entries = Entries::open(file.path(), Currency::CNY).unwrap();
        assert_eq!(entries.is_sorted_on_disk(), is_sorted);
        let mut count = 0;
        for entry in entries {
            let (_, entry) = entry.unwrap();
            assert_eq!(entry.lines.len(), 2);
            assert_eq!(entry.entry, count.to_string());
            count += 1;
        }
        assert_eq!(count, 100_000);
        let now = peak();
        assert!(now - before < most, "{before} -> {now} KiB for 200,000 lines {apart} apart");
        println!("apart {apart}: {before} -> {now} KiB");
    }
}
