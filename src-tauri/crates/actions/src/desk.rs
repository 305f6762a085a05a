//! The desk: which book lies open, where files are, and when it is locked. The windows and the tests' bridge hand every
//! request to it; it knows no window.
//!
//! Nothing waits for long work that need not: questions are answered on connections of their own ([`readers`]), and a
//! backup is proved, a book looked through, a backup unpacked without holding the table. Whatever takes long is begun
//! with `works.begin(Work::...)` and tells its steps to the [`crate::Progress`] it gets. The page sees them by
//! `{desk: "progress"}` and ends one by `{desk: "stop_work", number}`; what was stopped answers `cancelled` and leaves
//! nothing behind.

mod attachments;
mod device;
mod diagnosis;
mod imports;
mod keeping;
mod long;
mod papers;
mod readers;
mod request;
mod samples;
mod usage;
mod work;
mod works;

pub use long::{CheckedView, VerificationView};
pub use request::{BegunSample, DeskRequest, DeskState, OpenBook, Place};
pub use usage::{UseList, UseRow};
pub use works::{WorkList, WorkView};

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::DateTime;
use kontor_vault::RecoverySheet;
use serde_json::Value;

use crate::context::Now;
use crate::door::Door;
use crate::errors::{Code, Kind, Refusal};
use device::Device;
use readers::Readers;
use works::Works;

/// What a place is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A name for a new book.
    NewBook,
    /// A book to open.
    OpenBook,
    /// A backup to restore.
    OpenBackup,
    /// A folder for backups.
    Folder,
    /// A picture, PDF or XML to attach to an entry.
    OpenAttachment,
    /// A workbook or a text file with a table.
    OpenTable,
    /// A name for a paper: a statement, vouchers, a copy of what is attached.
    SaveStatement {
        /// The file's ending.
        extension: &'static str,
    },
    /// A name for a text, such as the report of a fault.
    SaveText,
}

/// Who asks a person for places: the system's dialogs, or a folder in tests.
pub trait Places: Send + Sync {
    /// A place for a purpose; nothing when the person decides otherwise.
    fn choose(&self, purpose: Purpose, suggested: &str) -> Option<PathBuf>;
}

/// How long nobody needs to do anything until the book is locked, in seconds.
const IDLE_SECONDS: i64 = 300;

/// The desk of one process, whatever number of windows it shows.
pub struct Desk {
    places: Box<dyn Places>,
    table: Mutex<Table>,
    readers: Arc<Readers>,
    works: Arc<Works>,
    /// Held while automatic backups are made.
    keeping: Mutex<()>,
    /// When something was last asked, in seconds since 1970.
    last_asked: AtomicI64,
}

/// What lies on the desk.
struct Table {
    device: Device,
    door: Option<Door>,
    /// The book meant when none is named: offered, or locked a moment ago.
    book: Option<PathBuf>,
    /// Places chosen so far; the page knows only their handles.
    handles: HashMap<String, PathBuf>,
    /// The recovery sheet of a book just made, until it has been typed back.
    sheet: Option<RecoverySheet>,
    /// The file that was dropped last to be imported.
    dropped: Option<Arc<[u8]>>,
    readers: Arc<Readers>,
    works: Arc<Works>,
    /// The operation up to which backups at close were tried since the book was opened.
    kept_at_close: Option<i64>,
}

impl Desk {
    /// A desk with nothing on it; `device` is the folder for data of this machine.
    #[must_use]
    pub fn new(places: Box<dyn Places>, device: PathBuf) -> Self {
        let (readers, works) = (Arc::new(Readers::default()), Arc::new(Works::default()));
        let table = Table {
            device: Device::read(device),
            door: None,
            book: None,
            handles: HashMap::new(),
            sheet: None,
            dropped: None,
            readers: Arc::clone(&readers),
            works: Arc::clone(&works),
            kept_at_close: None,
        };
        let (table, keeping) = (Mutex::new(table), Mutex::new(()));
        Self { places, table, readers, works, keeping, last_asked: AtomicI64::new(0) }
    }

    /// Puts a book that was named from outside on the desk, locked.
    pub fn offer(&self, book: PathBuf) {
        let mut table = self.table();
        if table.door.is_none() {
            table.book = Some(book);
        }
    }

    /// Locks the book when nobody has asked anything for a while; tells whether it did.
    pub fn lock_if_idle(&self, now: &Now) -> bool {
        if !self.is_idle(now) {
            return false;
        }
        self.keep_backups(true, now);
        let mut table = self.table();
        // Somebody may have come back while the backup was made.
        if table.door.is_none() || !self.is_idle(now) {
            return false;
        }
        table.lock(now);
        true
    }

    fn is_idle(&self, now: &Now) -> bool {
        seconds(now) - self.last_asked.load(Ordering::Relaxed) >= IDLE_SECONDS
    }

    /// How often a book was opened or locked: whoever shows the desk asks anew when it has moved on.
    pub fn turn(&self) -> u64 {
        self.readers.turn()
    }

    /// Makes today's automatic backups where they are missing.
    pub fn keep_daily(&self, now: &Now) {
        self.keep_backups(false, now);
    }

    /// Performs an action on the open book.
    ///
    /// # Errors
    /// When no book is open, or what the door refuses.
    pub fn perform(&self, request: Value, now: &Now) -> Result<Value, Refusal> {
        self.asked(now);
        let mut table = self.table();
        let door = table.door_mut()?;
        let done = door.perform(request, now)?;
        self.readers.refresh(door);
        serde_json::to_value(done).map_err(Refusal::bug)
    }

    /// Answers a question about the open book.
    ///
    /// # Errors
    /// When no book is open, or what the door refuses.
    pub fn ask(&self, request: Value, now: &Now) -> Result<Value, Refusal> {
        self.asked(now);
        let answer = self.readers.ask(request.clone(), now);
        match answer {
            Some(Err(refusal)) if needs_table(&refusal) => self.table().door()?.ask(request, now),
            Some(answer) => answer,
            None => Err(self.table().why_closed()),
        }
    }

    /// Carries out a request about files and locking.
    ///
    /// # Errors
    /// What the file, the system or the rules refuse.
    pub fn desk(&self, request: Value, now: &Now) -> Result<Value, Refusal> {
        let request: DeskRequest = serde_json::from_value(request)
            .map_err(|error| Refusal::new(Code::Malformed).with("what", error))?;
        // A dialog may stay open for long; nothing else waits for it.
        if let Some((purpose, suggested)) = request.asks_for_place() {
            let chosen = self.places.choose(purpose, suggested);
            let place = chosen.map(|path| self.table().place(path));
            return serde_json::to_value(place).map_err(Refusal::bug);
        }
        let answer = self
            .papers(&request, now)
            .or_else(|| self.attachments(&request, now))
            .or_else(|| self.imports(&request, now))
            .or_else(|| self.without_table(&request, now));
        if let Some(answer) = answer {
            return answer;
        }
        if request.closes_book() {
            self.keep_backups(true, now);
        }
        self.table().carry_out(request, now)
    }

    fn asked(&self, now: &Now) {
        self.last_asked.store(seconds(now), Ordering::Relaxed);
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A refusal that the log must hear of, or that may come from facts an action was just changing, is asked for again at
/// the table. What the rules refuse is as true on any connection.
fn needs_table(refusal: &Refusal) -> bool {
    refusal.code == Code::NotAllowed || refusal.kind != Kind::Rejected
}

impl Table {
    fn door(&self) -> Result<&Door, Refusal> {
        self.door.as_ref().ok_or_else(|| self.why_closed())
    }

    fn door_mut(&mut self) -> Result<&mut Door, Refusal> {
        let closed = self.why_closed();
        self.door.as_mut().ok_or(closed)
    }

    fn why_closed(&self) -> Refusal {
        Refusal::new(if self.book.is_some() { Code::Locked } else { Code::NoBook })
    }

    /// A place with a handle for the page.
    fn place(&mut self, path: PathBuf) -> Place {
        let text = |part: Option<&Path>| {
            part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let known = self.handles.iter().find(|(_, known)| **known == path);
        let handle = known.map_or_else(
            || format!("place-{}", self.handles.len() + 1),
            |(handle, _)| handle.clone(),
        );
        let place = Place {
            handle: handle.clone(),
            label: text(path.file_name().map(Path::new)),
            folder: text(path.parent()),
        };
        self.handles.insert(handle, path);
        place
    }

    /// The place behind a handle.
    fn path(&self, handle: &str) -> Result<PathBuf, Refusal> {
        self.handles
            .get(handle)
            .cloned()
            .ok_or_else(|| Refusal::new(Code::UnknownPlace).with("place", handle))
    }
}

/// A moment in seconds since 1970.
fn seconds(now: &Now) -> i64 {
    DateTime::parse_from_rfc3339(&now.at).map_or(0, |at| at.timestamp())
}

#[cfg(test)]
mod tests;
