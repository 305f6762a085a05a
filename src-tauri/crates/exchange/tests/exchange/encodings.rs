//! UTF-8 with and without mark, GB18030, commas, tabs, line ends: all mean the same.

use std::io::{Seek, SeekFrom, Write};

use kontor_exchange::text::SourceFile;
use kontor_exchange::{FaultReason, PartyRow, Rows};
use kontor_ledger::money::Currency;
use proptest::prelude::*;

use crate::{faults, file, of_row, open, rows};

const TABLE: &str =
    "code,name,note\nC1,青禾电器店有限公司,\"他说\"\"好\"\", 𠮷野家\n第二行\"\nC2,€ café 镕,\n";

#[test]
fn all_encodings_and_separators_give_the_same_rows() {
    let expected: Vec<PartyRow> = rows(TABLE);
    assert_eq!(expected.len(), 2);
    assert_eq!(expected[0].note, "他说\"好\", 𠮷野家\n第二行");

    let gb18030 = encoding_rs::GB18030.encode(TABLE).0.into_owned();
    assert_eq!(rows::<PartyRow>(&gb18030), expected);
    assert_eq!(rows::<PartyRow>(format!("\u{feff}{TABLE}")), expected);
    assert_eq!(rows::<PartyRow>([b"\x84\x31\x95\x33", gb18030.as_slice()].concat()), expected);

    let quoted_header = TABLE.replacen("code", "\u{feff}\"code\"", 1);
    assert_eq!(rows::<PartyRow>(quoted_header), expected);
    let tabs = TABLE.replace("\", ", "\"，").replace(',', "\t").replace('，', ", ");
    assert_eq!(open::<PartyRow>(file(&tabs).path()).source().separator(), b'\t');
    assert_eq!(rows::<PartyRow>(tabs), expected);

    let lines = |end: &str| rows::<PartyRow>(format!("code,name{end}1,a{end}{end}2,b{end}"));
    assert_eq!(lines("\n"), lines("\r\n"));
    assert_eq!(lines("\n"), lines("\r"));
    assert_eq!(open::<PartyRow>(file(&gb18030).path()).source().encoding(), "gb18030");
}

#[test]
fn broken_utf8_is_not_taken_for_gb18030() {
    let row = "C1,青禾电器店有限公司\n";
    // Half a character at the end of a long enough text, and after a mark in a short one.
    let long = format!("code,name\n{}C2,青", row.repeat(10));
    let marked = format!("\u{feff}code,name\n{row}C2,青");
    for (text, line) in [(long, 12), (marked, 3)] {
        let bytes = &text.as_bytes()[..text.len() - 1];
        assert_eq!(faults::<PartyRow>(bytes), [of_row(line, FaultReason::NotText)]);
    }
}

#[test]
fn a_fingerprint_is_that_of_the_bytes() {
    let source = SourceFile::open(file("abc").path()).unwrap();
    let hex: String = source.sha256().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn a_file_that_changes_after_the_scan_is_refused() {
    let mut file = file("code,name\n1,a\n");
    let source = SourceFile::open(file.path()).unwrap();
    file.seek(SeekFrom::Start(10)).unwrap();
    file.write_all(b"2").unwrap();
    let mut rows = Rows::<PartyRow>::from_source(source, Currency::CNY).unwrap();
    assert_eq!(rows.next().unwrap().unwrap().1.code, "2");
    assert_eq!(rows.next(), Some(Err(of_row(3, FaultReason::ChangedWhileReading))));
    assert_eq!(rows.next(), None);
}

#[test]
fn a_folder_is_no_file() {
    assert!(SourceFile::open(std::env::temp_dir().as_path()).is_err());
}

#[test]
fn characters_are_not_torn_where_pieces_meet() {
    // 64 KiB is the size of a piece; every offset of a character to its end is tried, in both encodings.
    for shift in 0..8 {
        let name = format!("{}{}", "a".repeat(shift), "电器𠮷".repeat(1500));
        let table: String = (0..20).map(|row| format!("{row},{name}\n")).collect();
        let table = format!("code,name\n{table}");
        let expected: Vec<PartyRow> = rows(&table);
        assert!(expected.iter().all(|party| party.name == name));
        assert_eq!(rows::<PartyRow>(&*encoding_rs::GB18030.encode(&table).0), expected);
    }
}

proptest! {
    #[test]
    fn any_bytes_give_rows_or_faults_but_never_a_panic(
        header in "(code,name\n)?",
        bytes in proptest::collection::vec(
            prop_oneof![any::<u8>(), Just(b'"'), Just(b','), Just(b'\n')], 0..400),
    ) {
        let file = file([header.as_bytes(), &bytes].concat());
        if let Ok(rows) = Rows::<PartyRow>::open(file.path(), Currency::CNY) {
            let count = rows.count();
            prop_assert!(count <= bytes.len());
        }
    }
}
