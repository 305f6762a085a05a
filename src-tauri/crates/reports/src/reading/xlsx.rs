//! The cells of a spreadsheet's first sheet, numbers as they are kept and texts as they are read.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::LARGEST;
use crate::error::ReportError;

/// The rows of the first sheet; cells that are left out are empty.
pub(super) fn cells(bytes: &[u8]) -> Result<Vec<Vec<String>>, ReportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(failed)?;
    let shared = match part(&mut archive, "xl/sharedStrings.xml") {
        Ok(text) => strings(&text)?,
        Err(_) => Vec::new(),
    };
    rows(&part(&mut archive, "xl/worksheets/sheet1.xml")?, &shared)
}

fn failed(error: impl ToString) -> ReportError {
    ReportError::Output(error.to_string())
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, ReportError> {
    let file = archive.by_name(name).map_err(failed)?;
    let mut text = String::new();
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    file.take(limit).read_to_string(&mut text).map_err(failed)?;
    Ok(text)
}

/// The texts that cells refer to.
fn strings(xml: &str) -> Result<Vec<String>, ReportError> {
    let mut reader = Reader::from_str(xml);
    let mut strings = Vec::new();
    loop {
        match reader.read_event().map_err(failed)? {
            Event::Start(tag) if tag.local_name().as_ref() == "si" => strings.push(String::new()),
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => strings.push(String::new()),
            Event::Text(text) => add(&mut strings, text.as_ref()),
            Event::GeneralRef(name) => add(&mut strings, &referred(&name)?),
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

fn add(strings: &mut [String], text: &str) {
    if let Some(last) = strings.last_mut() {
        last.push_str(text);
    }
}

/// What stands for a character that XML keeps for itself.
fn referred(name: &quick_xml::events::BytesRef<'_>) -> Result<String, ReportError> {
    if let Some(character) = name.resolve_char_ref().map_err(failed)? {
        return Ok(character.to_string());
    }
    let known = match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    };
    Ok(known.to_owned())
}

fn rows(xml: &str, shared: &[String]) -> Result<Vec<Vec<String>>, ReportError> {
    let mut reader = Reader::from_str(xml);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut is_shared, mut value) = (false, None::<String>);
    loop {
        match reader.read_event().map_err(failed)? {
            Event::Start(tag) if tag.local_name().as_ref() == "row" => rows.push(Vec::new()),
            Event::Start(tag) if tag.local_name().as_ref() == "c" => {
                is_shared = attribute(&tag, "t").as_deref() == Some("s");
                begin(&mut rows, &tag);
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "c" => {
                begin(&mut rows, &tag);
                put(&mut rows, String::new());
            }
            Event::Start(tag) if tag.local_name().as_ref() == "v" => value = Some(String::new()),
            Event::Text(text) => {
                if let Some(value) = &mut value {
                    value.push_str(text.as_ref());
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "c" => {
                let text = value.take().unwrap_or_default();
                let referred = text.parse::<usize>().ok().filter(|_| is_shared);
                let text = referred.and_then(|at| shared.get(at).cloned()).unwrap_or(text);
                put(&mut rows, text);
            }
            Event::Eof => return Ok(rows),
            _ => {}
        }
    }
}

/// Fills up a row to the column that a cell names, so that every cell stands under its heading.
fn begin(rows: &mut [Vec<String>], tag: &BytesStart<'_>) {
    let place = attribute(tag, "r").unwrap_or_default();
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    let column = letters.fold(0_usize, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    if let Some(row) = rows.last_mut().filter(|_| (1..=16_384).contains(&column)) {
        while row.len() + 1 < column {
            row.push(String::new());
        }
    }
}

fn put(rows: &mut [Vec<String>], text: String) {
    if let Some(row) = rows.last_mut() {
        row.push(text);
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}
