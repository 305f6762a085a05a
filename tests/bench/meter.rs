//! Time on the clock, time of the processor and memory, as the system tells them.

use std::fmt;
use std::time::{Duration, Instant};

/// What something took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Took {
    pub(crate) wall: Duration,
    /// The processor's time on this thread; nothing where the system does not tell.
    pub(crate) processor: Duration,
}

/// Measures a piece of work.
pub(crate) fn take<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (processor, began) = (processor_time(), Instant::now());
    let answer = work();
    let wall = began.elapsed();
    (answer, Took { wall, processor: processor_time().saturating_sub(processor) })
}

/// The processor's time of this thread so far. Linux counts it in nanoseconds; elsewhere it stays zero.
fn processor_time() -> Duration {
    // A thread's account is brought up to date when it gives way.
    std::thread::yield_now();
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|number| number.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}

/// The most memory this process has had, in bytes; zero where the system does not tell.
pub(crate) fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kib.unwrap_or(0) * 1024
}

impl Took {
    /// The least of several runs, each of both times by itself.
    pub(crate) fn least(runs: &[Self]) -> Self {
        Self {
            wall: runs.iter().map(|run| run.wall).min().unwrap_or_default(),
            processor: runs.iter().map(|run| run.processor).min().unwrap_or_default(),
        }
    }

    /// The middle one of several runs, each of both times by itself.
    pub(crate) fn median(runs: &[Self]) -> Self {
        let middle = |of: fn(&Self) -> Duration| {
            let mut times: Vec<_> = runs.iter().map(of).collect();
            times.sort();
            times.get(times.len() / 2).copied().unwrap_or_default()
        };
        Self { wall: middle(|run| run.wall), processor: middle(|run| run.processor) }
    }

    /// How many times as long as something else: on the clock, and of the processor.
    pub(crate) fn times(self, other: Self) -> (f64, f64) {
        let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64().max(1e-9);
        (ratio(self.wall, other.wall), ratio(self.processor, other.processor))
    }
}

/// Whether a ratio is at most so much, on the clock and of the processor: on a busy machine the clock alone compares
/// how long each had to wait.
pub(crate) fn is_within((wall, processor): (f64, f64), most: f64) -> bool {
    wall <= most && processor <= most
}

/// A time in the unit it is best read in.
pub(crate) fn text(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    match seconds {
        _ if seconds >= 1.0 => format!("{seconds:.2} s"),
        _ if seconds >= 0.001 => format!("{:.2} ms", seconds * 1e3),
        _ => format!("{:.0} µs", seconds * 1e6),
    }
}

impl fmt::Display for Took {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ({})", text(self.wall), text(self.processor))
    }
}
