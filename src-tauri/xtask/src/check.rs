//! `cargo xtask check`: what must hold before each commit and needs neither a browser nor a display.

use crate::failure::Outcome;
use crate::needs::Purpose;
use crate::parts::{FORMAT_AND_LINT, RUST_UNITS, WINDOW, run_all};
use crate::setup;

pub(crate) fn check(_: &[String]) -> Outcome {
    setup::prepare(Purpose::Run)?;
    run_all(&[FORMAT_AND_LINT, RUST_UNITS, WINDOW])
}
