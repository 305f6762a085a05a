//! The whole set of a period: all statements, trial balance, general ledger, journals, entry list and the report of
//! numbers as PDFs in a folder of their own, with an index that says what each file is and its hash.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use kontor_reports::words::Words;
use kontor_reports::{Format, Lang};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use crate::context::Now;
use crate::door::Door;
use crate::errors::Refusal;
use crate::errors::vault::from_io;
use crate::ledgers::{self, GetLedger};
use crate::prints;
use crate::statements::{self, GetStatement};

/// The set of a period.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ReportSet {
    pub period: String,
    #[ts(type = "\"zh-CN\" | \"en\" | \"both\"")]
    pub language: Lang,
}

/// A file of the set.
struct File {
    name: String,
    title: String,
    bytes: Vec<u8>,
}

/// The books of account that belong to a set.
const LEDGERS: [&str; 4] = ["general-ledger", "journal", "entry-list", "gaps"];

/// The most folders of one name that are tried.
const TRIES: u32 = 99;

/// Writes the set into a new folder below another one; answers the folder and how many files it holds. On failure the
/// folder is taken away again.
///
/// # Errors
/// When it may not be printed, the book has no such period, or the folder cannot be written.
pub fn save(
    door: &Door,
    request: &ReportSet,
    below: &Path,
    now: &Now,
) -> Result<(PathBuf, usize), Refusal> {
    door.allow("print", now)?;
    let files = files(door, request, now)?;
    let name = format!("{} {}", door.facts().company.name, request.period);
    let folder = new_folder(below, &plain(&name))?;
    let written = write_all(&folder, &files, request.language);
    if written.is_err() {
        // A half-written set made by this very call helps nobody.
        let _ = std::fs::remove_dir_all(&folder);
    }
    written?;
    Ok((folder, files.len() + 1))
}

fn files(door: &Door, request: &ReportSet, now: &Now) -> Result<Vec<File>, Refusal> {
    let mut files = Vec::new();
    let mut keep = |title: String, bytes: Vec<u8>| {
        let name = format!("{:02} {}.pdf", files.len() + 1, plain(&title));
        files.push(File { name, title, bytes });
    };
    for name in statements::NAMES {
        let about = GetStatement {
            name: name.to_owned(),
            period: Some(request.period.clone()),
            ..GetStatement::default()
        };
        let title = prints::file_name(door, &about, request.language, now)?;
        keep(title, prints::print(door, &about, Format::Pdf, request.language, now)?);
    }
    for name in LEDGERS {
        let about = GetLedger {
            name: name.to_owned(),
            period: Some(request.period.clone()),
            ..GetLedger::default()
        };
        let title = ledgers::file_name(door, &about, request.language, now)?;
        keep(title, ledgers::print(door, &about, Format::Pdf, request.language, now)?);
    }
    Ok(files)
}

fn write_all(folder: &Path, files: &[File], lang: Lang) -> Result<(), Refusal> {
    for file in files {
        write(&folder.join(&file.name), &file.bytes)?;
    }
    let words = Words::new(if lang == Lang::Both { Lang::Zh } else { lang });
    let name = format!("00 {}.csv", words.say("set-index", &[]));
    write(&folder.join(name), index(files).as_bytes())
}

/// The index as CSV; a spreadsheet reads it as UTF-8 by the mark in front.
fn index(files: &[File]) -> String {
    let mut text = String::from("\u{feff}file,title,bytes,sha256\r\n");
    for file in files {
        let hash: String =
            Sha256::digest(&file.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let (name, title) = (quoted(&file.name), quoted(&file.title));
        text += &format!("{name},{title},{},{hash}\r\n", file.bytes.len());
    }
    text
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let refused = |error: std::io::Error| from_io(&error, path);
    let mut file = std::fs::File::create_new(path).map_err(refused)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(refused)
}

/// A folder that was not there before, so that nothing is written over.
fn new_folder(below: &Path, name: &str) -> Result<PathBuf, Refusal> {
    let named = |number: u32| match number {
        1 => below.join(name),
        _ => below.join(format!("{name} ({number})")),
    };
    let free = (1..=TRIES).map(named).find(|folder| !folder.exists());
    let folder = free.unwrap_or_else(|| below.join(name));
    std::fs::create_dir(&folder).map_err(|error| from_io(&error, &folder))?;
    Ok(folder)
}

/// A name that every file system takes.
fn plain(name: &str) -> String {
    let is_bad = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    let text: String = name.chars().map(|c| if is_bad(c) { '-' } else { c }).collect();
    text.trim().trim_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::demo::opened;
    use crate::errors::Code;

    #[test]
    fn a_set_is_written_whole_into_a_folder_of_its_own() {
        let (folder, door) = opened::opened("2026-03-20");
        let now = opened::moment("2026-03-20", 1);
        let request = ReportSet { period: "2026-02".to_owned(), language: Lang::Zh };
        let (first, count) = save(&door, &request, folder.path(), &now).unwrap();
        let names: Vec<_> = std::fs::read_dir(&first).unwrap().collect();
        assert_eq!((names.len(), count), (10, 10));
        let index = std::fs::read_to_string(first.join("00 目录.csv")).unwrap();
        assert_eq!(index.lines().count(), 10);
        let (second, _) = save(&door, &request, folder.path(), &now).unwrap();
        assert_ne!(first, second);
        assert_eq!(index, std::fs::read_to_string(second.join("00 目录.csv")).unwrap());
    }

    #[test]
    fn a_period_the_book_does_not_have_leaves_no_folder() {
        let (folder, door) = opened::opened("2026-03-20");
        let request = ReportSet { period: "2031-02".to_owned(), language: Lang::En };
        let now = opened::moment("2026-03-20", 1);
        let before = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(
            save(&door, &request, folder.path(), &now).unwrap_err().code,
            Code::PeriodUnknown
        );
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), before);
    }

    #[test]
    fn a_company_with_a_slash_in_its_name_gets_a_folder_too() {
        assert_eq!(plain("A/B: \"C\" Ltd."), "A-B- -C- Ltd");
    }
}
