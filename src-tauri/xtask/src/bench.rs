//! `cargo xtask bench`: the measurements of `kontor bench`, printed as its table; arguments are passed on.

use crate::failure::Outcome;
use crate::shell::Call;
use crate::{rust, tree};

pub(crate) fn bench(args: &[String]) -> Outcome {
    rust::build().args(["--bin", "kontor"]).run()?;
    Call::new(tree::binary("kontor")).arg("bench").args(args).run()
}
