//! The long works under way at the desk: the page asks what they do and may stop them, without waiting for the table.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use ts_rs::TS;

use crate::progress::{Phase, Progress, Work};

/// A long work as the page sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct WorkView {
    /// Stops this one and no other.
    pub number: i64,
    pub work: Work,
    pub phase: Phase,
    pub done: u64,
    /// How much there is; zero where nobody can say.
    pub of: u64,
}

/// Everything under way, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct WorkList {
    pub works: Vec<WorkView>,
}

#[derive(Default)]
pub(super) struct Works {
    list: Mutex<List>,
}

#[derive(Default)]
struct List {
    last: i64,
    /// The line that the next work gets.
    #[cfg(test)]
    next: Option<Progress>,
    works: Vec<(i64, Work, Progress)>,
}

impl List {
    #[cfg(not(test))]
    #[allow(clippy::unused_self)] // the tests hand in a line of their own
    fn line(&self) -> Progress {
        Progress::default()
    }

    #[cfg(test)]
    fn line(&mut self) -> Progress {
        self.next.take().unwrap_or_default()
    }
}

impl Works {
    #[cfg(test)]
    pub(super) fn next(&self, line: Progress) {
        self.list().next = Some(line);
    }

    /// Begins a work; it is listed as long as what is answered lives.
    pub(super) fn begin(&self, work: Work) -> UnderWay<'_> {
        let mut list = self.list();
        list.last += 1;
        let (number, progress) = (list.last, list.line());
        list.works.push((number, work, progress.clone()));
        UnderWay { number, progress, works: self }
    }

    pub(super) fn view(&self) -> WorkList {
        let view = |(number, work, progress): &(i64, Work, Progress)| {
            let step = progress.step();
            let (phase, done, of) = (step.phase, step.done, step.of);
            WorkView { number: *number, work: *work, phase, done, of }
        };
        WorkList { works: self.list().works.iter().map(view).collect() }
    }

    /// Asks a work to stop; one that has ended in the meantime needs no stopping.
    pub(super) fn stop(&self, number: i64) {
        let list = self.list();
        if let Some((.., progress)) = list.works.iter().find(|(known, ..)| *known == number) {
            progress.stop();
        }
    }

    fn list(&self) -> MutexGuard<'_, List> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A work that is under way.
pub(super) struct UnderWay<'a> {
    number: i64,
    pub(super) progress: Progress,
    works: &'a Works,
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.works.list().works.retain(|(known, ..)| *known != self.number);
    }
}
