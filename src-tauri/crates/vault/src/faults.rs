//! Disks that fail on order, for the tests, and counts of what reached the disk, for the benchmark.
//!
//! Nothing here acts unless a test arms it, and then only on the thread that did.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};

/// What can be made to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Reading from the book or its journals.
    Read,
    /// Writing to them.
    Write,
    /// Asking the disk to keep what was written.
    Sync,
}

/// How it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The device reports an error.
    Io,
    /// No room is left.
    Full,
    /// Half of the bytes arrive, then the device reports an error.
    Torn,
}

/// Which operation fails, when and how.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The operation that fails.
    pub operation: Operation,
    /// Its number, counted from one since arming.
    pub nth: u64,
    /// Whether all later ones fail too.
    pub lasting: bool,
    /// How.
    pub failure: Failure,
}

thread_local! {
    static PLAN: Cell<Option<Plan>> = const { Cell::new(None) };
    static SEEN: Cell<u64> = const { Cell::new(0) };
    static STRUCK: Cell<u64> = const { Cell::new(0) };
}

/// An armed plan; disarmed when dropped. It belongs to its thread.
#[must_use]
pub struct Armed(PhantomData<*const ()>);

/// Arms `plan` on this thread, in place of an earlier one.
pub fn arm(plan: Plan) -> Armed {
    PLAN.set(Some(plan));
    SEEN.set(0);
    STRUCK.set(0);
    Armed(PhantomData)
}

impl Armed {
    /// How often the plan has struck.
    pub fn struck(&self) -> u64 {
        STRUCK.get()
    }

    /// How many operations of the plan's kind there were, so that a sweep knows where to end.
    pub fn seen(&self) -> u64 {
        SEEN.get()
    }
}

impl Drop for Armed {
    fn drop(&mut self) {
        PLAN.set(None);
    }
}

/// What this process has asked of the disk through books and their journals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Reads.
    pub reads: u64,
    /// Writes.
    pub writes: u64,
    /// Bytes in those writes.
    pub bytes_written: u64,
    /// Syncs.
    pub syncs: u64,
}

static READS: AtomicU64 = AtomicU64::new(0);
static WRITES: AtomicU64 = AtomicU64::new(0);
static BYTES_WRITTEN: AtomicU64 = AtomicU64::new(0);
static SYNCS: AtomicU64 = AtomicU64::new(0);

/// The counts so far; subtract an earlier answer.
pub fn counts() -> Counts {
    Counts {
        reads: READS.load(Ordering::Relaxed),
        writes: WRITES.load(Ordering::Relaxed),
        bytes_written: BYTES_WRITTEN.load(Ordering::Relaxed),
        syncs: SYNCS.load(Ordering::Relaxed),
    }
}

/// Counts an operation and says whether it must fail.
pub(crate) fn strike(operation: Operation, bytes: u64) -> Option<Failure> {
    match operation {
        Operation::Read => READS.fetch_add(1, Ordering::Relaxed),
        Operation::Write => {
            BYTES_WRITTEN.fetch_add(bytes, Ordering::Relaxed);
            WRITES.fetch_add(1, Ordering::Relaxed)
        }
        Operation::Sync => SYNCS.fetch_add(1, Ordering::Relaxed),
    };
    let plan = PLAN.get().filter(|plan| plan.operation == operation)?;
    let seen = SEEN.get() + 1;
    SEEN.set(seen);
    let strikes = if plan.lasting { seen >= plan.nth } else { seen == plan.nth };
    if strikes {
        STRUCK.set(STRUCK.get() + 1);
    }
    strikes.then_some(plan.failure)
}
