//! Sample companies on this machine: made in its own data folder, each under a name of its own, opened without anybody
//! typing a password. A sample is never written over; starting afresh makes another.

use std::path::{Path, PathBuf};

use kontor_reports::Lang;
use kontor_store::Book;
use kontor_vault::Secret;

use super::Table;
use crate::context::Now;
use crate::demo::{self, Kind, Sample};
use crate::door::Door;
use crate::errors::vault::from_io;
use crate::errors::{Code, Refusal};
use crate::progress::{Progress, Work};

/// How often somebody may start afresh before the oldest samples are in the way.
const MOST: u32 = 999;

impl Table {
    /// Opens the latest sample of a kind, or makes one.
    pub(super) fn try_sample(
        &mut self,
        kind: Kind,
        language: Lang,
        is_fresh: bool,
        now: &Now,
    ) -> Result<(), Refusal> {
        let folder = self.samples();
        let name = |number: u32| {
            let language = if language == Lang::En { "en" } else { "zh" };
            folder.join(match number {
                1 => format!("{}-{language}.kontor", kind.word()),
                _ => format!("{}-{language}-{number}.kontor", kind.word()),
            })
        };
        let known = (1..MOST).take_while(|number| name(*number).exists()).last();
        let path = match known {
            Some(number) if !is_fresh => name(number),
            _ => {
                let path = name(known.unwrap_or_default() + 1);
                let work = self.works.begin(Work::Sample);
                make(&path, kind, language, now, &work.progress)?;
                path
            }
        };
        self.open_sample(&path, now)
    }

    /// Opens a sample, also one that was locked a moment ago.
    pub(super) fn open_sample(&mut self, path: &Path, now: &Now) -> Result<(), Refusal> {
        if !self.is_sample(path) {
            return Err(Refusal::new(Code::UnknownPlace).with("place", path.display()));
        }
        self.lock(now);
        let book = Book::open(path, None, &Secret::from(demo::PASSWORD))?;
        self.take(Door::new(book)?, path.to_path_buf(), now)
    }

    /// The samples that were begun on this machine, as kind and language.
    pub(super) fn begun_samples(&self) -> Vec<(Kind, &'static str)> {
        let folder = self.samples();
        let kinds = [Kind::Trade, Kind::Retail, Kind::Services];
        let all = kinds.into_iter().flat_map(|kind| [(kind, "zh-CN"), (kind, "en")]);
        all.filter(|(kind, language)| {
            let short = language.get(..2).unwrap_or_default();
            folder.join(format!("{}-{short}.kontor", kind.word())).exists()
        })
        .collect()
    }

    /// Whether a book is one of the samples of this machine.
    pub(super) fn is_sample(&self, path: &Path) -> bool {
        path.parent() == Some(self.samples().as_path())
    }

    fn samples(&self) -> PathBuf {
        self.device.folder().join("samples")
    }
}

/// Makes a sample beside its name and gives it the name when it is whole, so that no half company is ever opened.
fn make(
    path: &Path,
    kind: Kind,
    language: Lang,
    now: &Now,
    progress: &Progress,
) -> Result<(), Refusal> {
    let refused = |error: std::io::Error| from_io(&error, path);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(refused)?;
    }
    let part = path.with_extension("making");
    // What was left behind when the program ended while making it, with its journal; nobody has ever seen it.
    for ending in ["making", "making-wal", "making-shm"] {
        let left = path.with_extension(ending);
        if left.exists() {
            std::fs::remove_file(left).map_err(refused)?;
        }
    }
    let sample = Sample::of(kind, language)?;
    let password = Secret::from(demo::PASSWORD);
    let made = demo::make(&part, &sample, now.today, &password, progress);
    if made.is_err() {
        // Half a sample helps nobody; what cannot be removed now is removed before the next.
        let _ = std::fs::remove_file(&part);
    }
    made?;
    std::fs::rename(&part, path).map_err(refused)
}
