//! `cargo xtask bench`: the measurements of `tests/bench`, printed as one table; arguments are passed on.

use crate::failure::Outcome;
use crate::shell::Call;
use crate::{rust, tree};

pub(crate) fn bench(args: &[String]) -> Outcome {
    rust::build().args(["--bin", "bench"]).run()?;
    Call::new(tree::binary("bench")).args(args).run()
}
