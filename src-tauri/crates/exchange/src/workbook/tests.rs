//! Workbooks made here, honest and hostile.
#![allow(clippy::unwrap_used)]

use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer};
use zip::write::SimpleFileOptions;

use super::*;

fn open(bytes: Vec<u8>) -> Result<Workbook, OpenError> {
    Workbook::open(bytes.into())
}

fn reason(error: OpenError) -> FaultReason {
    match error {
        OpenError::Faults(faults) => faults.into_iter().next().unwrap().reason,
        OpenError::Io(error) => FaultReason::Unreadable(error.kind()),
    }
}

#[test]
fn cells_come_as_a_person_sees_them() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("余额").unwrap();
    sheet.write(0, 0, "科目").unwrap();
    sheet.write(1, 0, 22_210_101).unwrap();
    sheet.write(1, 1, 0.1 + 0.2).unwrap();
    sheet.write(2, 0, "1001.10").unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let date = ExcelDateTime::from_ymd(2026, 1, 5).unwrap();
    sheet.write_with_format(2, 1, &date, &day).unwrap();
    sheet.write(3, 0, "两\n行").unwrap();
    sheet.write(3, 1, Formula::new("=WEBSERVICE(\"x\")").set_result("12.5")).unwrap();
    let mut workbook = open(writer.save_to_buffer().unwrap()).unwrap();
    assert_eq!(workbook.sheets(), ["余额"]);
    let grid = workbook.read("余额").unwrap();
    let seen: Vec<_> = (0..4).map(|row| (grid.cell(row, 0), grid.cell(row, 1))).collect();
    assert_eq!(
        seen,
        [("科目", ""), ("22210101", "0.3"), ("1001.10", "2026-01-05"), ("两 行", "12.5")]
    );
    assert!(matches!(reason(workbook.read("没有").unwrap_err()), FaultReason::NoSuchSheet { .. }));
}

#[test]
fn days_counted_from_1904_are_the_same_days() {
    // The workbook says so in one attribute; 44930 days after 1904-01-01 is 2027-01-05.
    let mut writer = Writer::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    writer.add_worksheet().write_with_format(0, 0, 44_930, &day).unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    let changed = with_part(&bytes, "xl/workbook.xml", |xml| {
        xml.replacen("<workbookPr", "<workbookPr date1904=\"1\"", 1)
    });
    let grid = open(changed).unwrap().read("Sheet1").unwrap();
    assert!(grid.counts_from_1904);
    assert_eq!(grid.cell(0, 0), "2027-01-05");
    let grid = open(bytes).unwrap().read("Sheet1").unwrap();
    assert_eq!(grid.cell(0, 0), "2023-01-04");
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    package.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..200 {
        package.write_all(&zeros).unwrap();
    }
    let bytes = package.finish().unwrap().into_inner();
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(reason(open(bytes).err().unwrap()), FaultReason::TableTooLarge);
}

#[test]
fn what_is_no_workbook_is_said_to_be_none() {
    assert_eq!(
        reason(open(b"PK\x03\x04rubbish".to_vec()).err().unwrap()),
        FaultReason::NotAWorkbook
    );
    assert_eq!(reason(open(OLD_MARK.to_vec()).err().unwrap()), FaultReason::OldWorkbook);
    let mut writer = Writer::new();
    writer.add_worksheet().write(0, 0, "x").unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    for length in (0..bytes.len()).step_by(bytes.len() / 20) {
        assert!(open(bytes.get(..length).unwrap().to_vec()).is_err());
    }
    let broken = with_part(&bytes, "xl/worksheets/sheet1.xml", |xml| xml.replace("</row>", "<"));
    assert!(open(broken).unwrap().read("Sheet1").is_err());
}

#[test]
fn an_entity_that_grows_does_not_grow() {
    let mut writer = Writer::new();
    writer.add_worksheet().write(0, 0, "laugh").unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    let hostile = with_part(&bytes, "xl/sharedStrings.xml", |xml| {
        let (head, rest) = xml.split_once("?>").unwrap();
        let dtd = "<!DOCTYPE a [<!ENTITY l \"ha\"><!ENTITY m \"&l;&l;&l;\">]>";
        format!("{head}?>{dtd}{}", rest.replace("laugh", "&m;"))
    });
    if let Ok(mut workbook) = open(hostile) {
        let grid = workbook.read("Sheet1");
        assert!(grid.is_err() || !grid.unwrap().cell(0, 0).contains("ha"));
    }
}

/// The same package with one part changed.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..old.len() {
        let mut part = old.by_index(number).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        let own = part.name().unwrap().into_owned();
        new.start_file(&own, SimpleFileOptions::default()).unwrap();
        let text = if own == name { change(text) } else { text };
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}
