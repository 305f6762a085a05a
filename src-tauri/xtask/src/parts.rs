//! The parts of the tests in the order they run: each does all its steps, counts, and says how it went.

use crate::failure::{Failure, Outcome};
use crate::shell::{Call, Heard};
use crate::tally::Tally;
use crate::{bindings, browser, e2e, rust, window};

pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) steps: fn(&mut Steps),
}

pub(crate) const FORMAT_AND_LINT: Part = Part {
    name: "format and lint",
    steps: |steps| {
        steps.whole(rust::format());
        steps.whole(rust::clippy());
    },
};

/// Lint, types and unit tests of the page; the build comes with them because its budget of warnings is none.
pub(crate) const WINDOW: Part = Part {
    name: "window",
    steps: |steps| {
        if steps.must(window::install()) {
            steps.whole(window::script("lint"));
            steps.whole(window::script("check"));
            steps.counted(window::script("test"));
            steps.one(window::build());
        }
    },
};

/// Everything cargo tests: units, documentation, cases, faults, the laws of the tree.
pub(crate) const RUST: Part = Part {
    name: "rust",
    steps: |steps| {
        // Tests that watch another process start our own programs, which `cargo test` does not build.
        steps.whole(rust::build());
        steps.counted(rust::test().arg("--no-fail-fast"));
        steps.counted(rust::test_xtask());
        steps.one(bindings::are_current());
    },
};

/// The share of the Rust tests that answers in seconds.
pub(crate) const RUST_UNITS: Part = Part {
    name: "rust units and laws",
    steps: |steps| {
        steps.counted(rust::test().args(["--lib", "--bins", "--no-fail-fast"]));
        steps.counted(rust::test().args(["--test", "all", "--", "tidy::"]));
        steps.counted(rust::test_xtask());
        steps.one(bindings::are_current());
    },
};

/// Needs a browser and nothing of Rust.
pub(crate) const GALLERY: Part =
    Part { name: "gallery", steps: |steps| steps.heard(browser::gallery()) };

pub(crate) const BROWSER: Part = Part {
    name: "browser",
    steps: |steps| {
        if steps.must(browser::prepare()) {
            browser::journeys().for_each(|heard| steps.heard(heard));
        }
    },
};

pub(crate) const REAL_WINDOW: Part = Part {
    name: "real window",
    steps: |steps| match e2e::why_not() {
        Some(reason) => println!("Not run: {reason}"),
        None => {
            if steps.must(e2e::prepare()) {
                steps.heard(e2e::journey());
            }
        }
    },
};

/// What a part has done so far.
#[derive(Default)]
pub(crate) struct Steps {
    tally: Tally,
}

impl Steps {
    /// A program whose success is one test.
    fn whole(&mut self, call: Call) {
        self.one(call.run());
    }

    /// A program that says how many of its tests passed.
    fn counted(&mut self, call: Call) {
        self.heard(call.hear());
    }

    fn heard(&mut self, heard: Outcome<Heard>) {
        match heard {
            Ok(heard) => self.tally += Tally::of(&heard),
            Err(failure) => self.fail(&failure),
        }
    }

    /// A check of our own.
    fn one(&mut self, outcome: Outcome) {
        match outcome {
            Ok(()) => self.tally += Tally::of_one(true),
            Err(failure) => self.fail(&failure),
        }
    }

    /// What the following steps stand on: no test when it succeeds, a failed one when it does not.
    fn must(&mut self, outcome: Outcome) -> bool {
        outcome.map_err(|failure| self.fail(&failure)).is_ok()
    }

    fn fail(&mut self, failure: &Failure) {
        eprintln!("{failure}");
        self.tally += Tally::of_one(false);
    }
}

/// Runs all parts, also after one has failed, and ends with the totals.
pub(crate) fn run_all(parts: &[Part]) -> Outcome {
    let mut total = Tally::default();
    let mut results = Vec::new();
    for part in parts {
        println!("\n== {} ==", part.name);
        let mut steps = Steps::default();
        (part.steps)(&mut steps);
        println!("{}: {}", part.name, steps.tally);
        total += steps.tally;
        results.push((part.name, steps.tally));
    }
    println!("\n== all ==");
    for (name, tally) in &results {
        println!("{name}: {tally}");
    }
    println!("{total}");
    let failed: Vec<&str> =
        results.iter().filter(|(_, tally)| tally.failed > 0).map(|(name, _)| *name).collect();
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("Failed: {}.", failed.join(", "))))
}
