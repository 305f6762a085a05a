//! Automatic backups at the desk, daily and at close. A copy is written while the book stands still; while it is proved,
//! everybody goes on.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use kontor_store::head;

use super::device::{BackupOutcome, BackupState};
use super::{Desk, Table};
use crate::backups::{self, Proved, Written};
use crate::context::Now;
use crate::errors::{Code, Refusal};
use crate::progress::{Progress, Work};

/// Which book is to be backed up, from which operation on, and where to.
struct Due {
    uid: String,
    operation: i64,
    folders: Vec<PathBuf>,
}

/// How a backup into a folder went; nothing was made where today's was there.
type Outcome = (PathBuf, Result<Option<Proved>, Refusal>);

/// Writes and proves a backup in every folder. One that fails (a stick not plugged in) does not hold up the others;
/// work that is stopped makes no further ones.
fn keep(
    due: &Due,
    progress: &Progress,
    mut write: impl FnMut(&Path) -> Result<Option<Written>, Refusal>,
) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for folder in due.folders.iter().filter(|_| !progress.is_to_stop()) {
        let written = write(folder);
        let proved = written.and_then(|made| made.map(|made| made.prove(progress)).transpose());
        outcomes.push((folder.clone(), proved));
    }
    outcomes
}

impl Desk {
    /// Makes the automatic backups that are due; how they went is kept and shown, never swallowed.
    pub(super) fn keep_backups(&self, at_close: bool, now: &Now) {
        // Two at once would make the same backups twice: the second finds what the first has made.
        let _alone = self.keeping.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(due) = self.table().due() else { return };
        let work = self.works.begin(Work::Backup);
        let outcomes = keep(&due, &work.progress, |folder| {
            let table = self.table();
            // Another book may lie on the desk by now; then there is nothing to be kept here any more.
            match table.door.as_ref().filter(|_| table.book_uid().as_ref() == Some(&due.uid)) {
                Some(door) => backups::write_due(door, folder, at_close, now, &work.progress),
                None => Ok(None),
            }
        });
        let mut table = self.table();
        table.note_backups(&due, outcomes, now);
        table.kept_at_close = at_close.then_some(due.operation).or(table.kept_at_close);
    }
}

impl Table {
    /// What is to be backed up; nothing when the last good one has everything.
    fn due(&self) -> Option<Due> {
        let (uid, door) = (self.book_uid()?, self.door.as_ref()?);
        let state = self.device.backups(&uid);
        let operation = head(door.book().connection()).map_or(0, |head| head.number);
        let is_kept = state.failure.is_none()
            && state.last_good.as_ref().is_some_and(|last| last.operation == operation);
        if is_kept || state.places.is_empty() {
            return None;
        }
        let folders = state.places.iter().map(|place| PathBuf::from(&place.path)).collect();
        Some(Due { uid, operation, folders })
    }

    /// What was done since the backup at close was begun is kept as well, before nobody can do any more.
    pub(super) fn keep_at_close(&mut self, now: &Now) {
        let Some(due) = self.due().filter(|due| self.kept_at_close != Some(due.operation)) else {
            return;
        };
        let Some(door) = self.door.as_ref() else { return };
        let work = self.works.begin(Work::Backup);
        let progress = work.progress.clone();
        let outcomes =
            keep(&due, &progress, |folder| backups::write_due(door, folder, true, now, &progress));
        drop(work);
        self.note_backups(&due, outcomes, now);
    }

    fn note_backups(&mut self, due: &Due, outcomes: Vec<Outcome>, now: &Now) {
        let mut state = self.device.backups(&due.uid);
        let mut has_changed = false;
        for (folder, outcome) in outcomes {
            let result = match outcome {
                Ok(None) => continue,
                // Who stops a backup has decided so; that is no failure to be shown until the next one.
                Err(refusal) if refusal.code == Code::Cancelled => continue,
                Ok(Some(proved)) => self.note_proved(due, &proved, now),
                Err(refusal) => Err(refusal),
            };
            has_changed = true;
            let operation = due.operation;
            let folder = folder.to_string_lossy();
            record(&mut state, &folder, result.as_ref().map(|_| ()), operation, now);
        }
        if has_changed {
            // What cannot be noted on this device stands in the folder all the same.
            let _ = self.device.set_backups(&due.uid, state);
        }
    }

    /// The log of the book says it too, where the book is still open.
    fn note_proved(&self, due: &Due, proved: &Proved, now: &Now) -> Result<(), Refusal> {
        match self.door.as_ref().filter(|_| self.book_uid().as_ref() == Some(&due.uid)) {
            Some(door) => proved.note(door, now),
            None => Ok(()),
        }
    }
}

/// Keeps how a backup into a folder went.
pub(super) fn record(
    state: &mut BackupState,
    folder: &str,
    result: Result<(), &Refusal>,
    operation: i64,
    now: &Now,
) {
    let mut outcome =
        BackupOutcome { at: now.at.clone(), place: folder.to_owned(), operation, code: None };
    match result {
        Ok(()) => {
            state.failure = state.failure.take().filter(|failure| failure.place != folder);
            state.last_good = Some(outcome);
        }
        Err(refusal) => {
            outcome.code = Some(refusal.code.word());
            state.failure = Some(outcome);
        }
    }
}
