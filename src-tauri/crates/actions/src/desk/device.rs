//! What this machine remembers: recent books, the language, where each book's backups go and how the last one went.
//! Nothing here is secret and nothing here is needed to open a book.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::errors::Refusal;
use crate::errors::vault::from_io;

/// How many recent books are remembered.
const RECENT: usize = 8;

/// How many failed unlocks of a book wait for its log.
const FAILED: usize = 100;

/// A backup folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct BackupPlace {
    pub path: String,
    pub label: String,
}

/// How a backup went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct BackupOutcome {
    pub at: String,
    pub place: String,
    /// The operation it reaches to.
    pub operation: i64,
    /// Why there is none, where it failed.
    pub code: Option<String>,
}

/// Where a book's backups go and how the last ones went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
#[allow(missing_docs)]
pub struct BackupState {
    pub places: Vec<BackupPlace>,
    pub last_good: Option<BackupOutcome>,
    /// The last failure, until a backup succeeds.
    pub failure: Option<BackupOutcome>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Remembered {
    recent: Vec<PathBuf>,
    language: Option<String>,
    backups: BTreeMap<String, BackupState>,
    /// Moments of failed unlocks, by book.
    failed_unlocks: BTreeMap<PathBuf, Vec<String>>,
}

/// The data of this machine.
#[derive(Debug)]
pub(super) struct Device {
    file: PathBuf,
    remembered: Remembered,
}

impl Device {
    /// Reads what the machine remembers; a file that cannot be read is a machine that remembers nothing.
    pub(super) fn read(folder: PathBuf) -> Self {
        let file = folder.join("device.json");
        let text = std::fs::read(&file).unwrap_or_default();
        Self { remembered: serde_json::from_slice(&text).unwrap_or_default(), file }
    }

    /// Writes it, whole or not at all.
    fn write(&self) -> Result<(), Refusal> {
        let refused = |error: std::io::Error| from_io(&error, &self.file);
        let text = serde_json::to_vec_pretty(&self.remembered).map_err(Refusal::bug)?;
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder).map_err(refused)?;
        }
        let part = self.file.with_extension("part");
        std::fs::write(&part, text).map_err(refused)?;
        std::fs::rename(&part, &self.file).map_err(refused)
    }

    /// The folder for the data of this machine.
    pub(super) fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(&self.file)
    }

    /// Books opened lately, the latest first.
    pub(super) fn recent(&self) -> Vec<PathBuf> {
        self.remembered.recent.iter().filter(|path| path.exists()).cloned().collect()
    }

    /// Remembers a book as opened last. That a machine cannot remember it must not keep anybody from working.
    pub(super) fn opened(&mut self, book: &Path) {
        self.remembered.recent.retain(|known| known != book);
        self.remembered.recent.insert(0, book.to_path_buf());
        self.remembered.recent.truncate(RECENT);
        let _ = self.write();
    }

    /// The language the window was last used in.
    pub(super) fn language(&self) -> Option<String> {
        self.remembered.language.clone()
    }

    /// Remembers the language.
    pub(super) fn set_language(&mut self, language: String) -> Result<(), Refusal> {
        self.remembered.language = Some(language);
        self.write()
    }

    /// Where a book's backups go and how the last ones went.
    pub(super) fn backups(&self, book: &str) -> BackupState {
        self.remembered.backups.get(book).cloned().unwrap_or_default()
    }

    /// Changes where a book's backups go or how they went.
    pub(super) fn set_backups(&mut self, book: &str, state: BackupState) -> Result<(), Refusal> {
        self.remembered.backups.insert(book.to_owned(), state);
        self.write()
    }

    /// Keeps the moment of a failed unlock until the book's own log can take it.
    pub(super) fn failed_unlock(&mut self, book: &Path, at: &str) {
        let moments = self.remembered.failed_unlocks.entry(book.to_path_buf()).or_default();
        if moments.len() < FAILED {
            moments.push(at.to_owned());
        }
        // The log of a book nobody could open waits for a machine that can remember.
        let _ = self.write();
    }

    /// The failed unlocks of a book, given over to its log.
    pub(super) fn take_failed_unlocks(&mut self, book: &Path) -> Vec<String> {
        let moments = self.remembered.failed_unlocks.remove(book).unwrap_or_default();
        if !moments.is_empty() {
            let _ = self.write();
        }
        moments
    }
}
