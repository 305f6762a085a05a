//! `cargo xtask test`: all there is, from an empty machine to the journeys in the real window.

use crate::failure::Outcome;
use crate::needs::Purpose;
use crate::parts::{BROWSER, FORMAT_AND_LINT, GALLERY, REAL_WINDOW, RUST, WINDOW, run_all};
use crate::setup;

pub(crate) fn test(_: &[String]) -> Outcome {
    setup::prepare(Purpose::Test)?;
    run_all(&[FORMAT_AND_LINT, WINDOW, GALLERY, RUST, BROWSER, REAL_WINDOW])
}
