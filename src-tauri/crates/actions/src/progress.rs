//! Long work under way: what it does, how far it is, and whether somebody wants it to stop.
//!
//! Work tells each step with [`Progress::at`], which refuses with `cancelled` once it is to stop; whoever began something
//! then takes it back. The desk lists what is under way; nothing here draws, waits or knows a clock.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kontor_store::InterruptHandle;
use serde::Serialize;
use ts_rs::TS;

use crate::errors::{Code, Refusal};

/// What takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
#[allow(missing_docs)]
pub enum Work {
    Backup,
    Restore,
    Verify,
    Sample,
    Import,
}

/// A part of long work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
#[allow(missing_docs)]
pub enum Phase {
    Begin,
    Copy,
    Unpack,
    Check,
    Fill,
}

/// How far work is; `of` is zero where nobody can say how much there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Step {
    pub phase: Phase,
    pub done: u64,
    pub of: u64,
}

/// The line between work and whoever watches it; a clone is the same line.
#[derive(Clone)]
pub struct Progress(Arc<Line>);

struct Line {
    step: Mutex<Step>,
    is_to_stop: AtomicBool,
    /// What else stops with the work: a read that does not come back to tell anything.
    reads: Mutex<Vec<InterruptHandle>>,
    #[cfg(test)]
    stops_in: Option<Phase>,
    #[cfg(test)]
    waits: Mutex<Option<(Phase, Arc<std::sync::Barrier>)>>,
}

impl Default for Progress {
    fn default() -> Self {
        Self(Arc::new(Line {
            step: Mutex::new(Step { phase: Phase::Begin, done: 0, of: 0 }),
            is_to_stop: AtomicBool::new(false),
            reads: Mutex::new(Vec::new()),
            #[cfg(test)]
            stops_in: None,
            #[cfg(test)]
            waits: Mutex::new(None),
        }))
    }
}

impl Progress {
    /// Tells a step.
    ///
    /// # Errors
    /// When the work is to stop.
    pub fn at(&self, phase: Phase, done: u64, of: u64) -> Result<(), Refusal> {
        if self.may_go_on(phase, done, of) {
            return Ok(());
        }
        Err(Refusal::new(Code::Cancelled))
    }

    /// The same for those who stop by an answer of their own.
    #[must_use]
    pub fn may_go_on(&self, phase: Phase, done: u64, of: u64) -> bool {
        *held(&self.0.step) = Step { phase, done, of };
        #[cfg(test)]
        if self.0.stops_in == Some(phase) {
            self.stop();
        }
        #[cfg(test)]
        self.wait(phase);
        !self.is_to_stop()
    }

    /// Where the work is.
    #[must_use]
    pub fn step(&self) -> Step {
        *held(&self.0.step)
    }

    /// Whether somebody wants it to stop.
    #[must_use]
    pub fn is_to_stop(&self) -> bool {
        self.0.is_to_stop.load(Ordering::Relaxed)
    }

    /// Asks the work to stop.
    pub fn stop(&self) {
        self.0.is_to_stop.store(true, Ordering::Relaxed);
        for read in held(&self.0.reads).iter() {
            read.interrupt();
        }
    }

    /// A read that is to end when the work is.
    pub(crate) fn reads_with(&self, read: InterruptHandle) {
        held(&self.0.reads).push(read);
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    impl Progress {
        /// A line whose watcher stops the work as soon as it comes to a phase.
        pub(crate) fn that_stops_in(phase: Phase) -> Self {
            let mut made = Self::default();
            if let Some(line) = Arc::get_mut(&mut made.0) {
                line.stops_in = Some(phase);
            }
            made
        }
    }

    impl Progress {
        /// A line whose work waits as soon as it comes to a phase: once until somebody sees it there, and once until it
        /// is let go.
        pub(crate) fn that_waits_in(phase: Phase, gate: &Arc<std::sync::Barrier>) -> Self {
            let made = Self::default();
            *held(&made.0.waits) = Some((phase, Arc::clone(gate)));
            made
        }

        pub(super) fn wait(&self, phase: Phase) {
            let gate = held(&self.0.waits).take_if(|(wanted, _)| *wanted == phase);
            if let Some((_, gate)) = gate {
                gate.wait();
                gate.wait();
            }
        }
    }

    #[test]
    fn work_hears_at_its_next_step_that_it_is_to_stop() {
        let work = Progress::default();
        let watcher = work.clone();
        work.at(Phase::Copy, 1, 3).unwrap();
        assert_eq!(watcher.step(), Step { phase: Phase::Copy, done: 1, of: 3 });
        watcher.stop();
        assert_eq!(work.at(Phase::Copy, 2, 3).unwrap_err().code, Code::Cancelled);
    }
}
