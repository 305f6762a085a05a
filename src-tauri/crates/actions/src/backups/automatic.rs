//! Automatic backups: into each chosen folder once a day and at close, the older ones thinned out.

use std::path::{Path, PathBuf};

use crate::backups::{ENDING, Proved, Unproved, name_start, write};
use crate::context::Now;
use crate::door::Door;
use crate::errors::Refusal;
use crate::progress::Progress;

/// How many of the latest backups are kept in a folder; of older ones the last of each month stays.
const LATEST: usize = 14;

/// A backup written into a folder and not opened yet, and the older ones it makes superfluous.
pub struct Written {
    backup: Unproved,
    superseded: Vec<PathBuf>,
}

/// Writes a backup into a folder that has none of today, or a new one where `always` (at close); nothing where today's
/// is there. This is the part that needs the book to stand still.
///
/// # Errors
/// When the folder cannot be read or written, or the work was stopped; no file is left then.
pub fn write_due(
    door: &Door,
    folder: &Path,
    always: bool,
    now: &Now,
    progress: &Progress,
) -> Result<Option<Written>, Refusal> {
    let present = present(folder, &name_start(door.book().file()))?;
    let today = now.at.chars().filter(char::is_ascii_digit).take(8).collect::<String>();
    let has_today = present.iter().any(|(moment, _)| moment.starts_with(&today));
    if has_today && !always {
        return Ok(None);
    }
    let backup = write(door, folder, now, progress)?;
    let superseded = superseded(&present).into_iter().cloned().collect();
    Ok(Some(Written { backup, superseded }))
}

impl Written {
    /// Proves the backup and then removes the older ones that this book made there.
    ///
    /// # Errors
    /// When the copy is not the book, or the work was stopped; the backup is removed then, and the older ones stay.
    pub fn prove(self, progress: &Progress) -> Result<Proved, Refusal> {
        let proved = self.backup.prove(progress)?;
        for old in self.superseded {
            // A backup that cannot be removed takes room, nothing else.
            let _ = std::fs::remove_file(old);
        }
        Ok(proved)
    }
}

/// This book's backups in a folder with their moments, latest first.
fn present(folder: &Path, start: &str) -> Result<Vec<(String, PathBuf)>, Refusal> {
    let listed =
        std::fs::read_dir(folder).map_err(|error| crate::errors::vault::from_io(&error, folder))?;
    let mut found: Vec<(String, PathBuf)> = listed
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let path = entry.path();
            let name = path.file_name()?.to_str()?.to_owned();
            let rest = name.strip_prefix(start)?;
            let moment = rest.strip_suffix(ENDING)?.strip_suffix('.')?;
            let digits = moment.get(..14)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| (moment.to_owned(), path))
        })
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0));
    Ok(found)
}

/// The backups no longer needed: beyond the latest ones, all but the last of each month.
fn superseded(present: &[(String, PathBuf)]) -> Vec<&PathBuf> {
    let mut months = std::collections::BTreeSet::new();
    present
        .iter()
        .enumerate()
        .filter_map(|(place, (moment, path))| {
            let is_last_of_month = months.insert(moment.get(..6)?.to_owned());
            (place >= LATEST && !is_last_of_month).then_some(path)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_and_the_last_of_each_month_stay() {
        let mut present = Vec::new();
        for month in (1..=3).rev() {
            for day in (1..=20).rev() {
                let moment = format!("2026{month:02}{day:02}180000");
                present.push((moment.clone(), PathBuf::from(moment)));
            }
        }
        let gone = superseded(&present);
        assert_eq!(gone.len(), 60 - LATEST - 2);
        assert!(!gone.contains(&&PathBuf::from("20260120180000")));
        assert!(!gone.contains(&&PathBuf::from("20260220180000")));
        assert!(gone.contains(&&PathBuf::from("20260119180000")));
    }
}
