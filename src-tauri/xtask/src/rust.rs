//! The one way cargo is called here, so that no command compiles again what another has compiled.
//!
//! Cargo decides the features of an outside crate by the packages *selected*: `-p kontor-cli` alone
//! would build serde, libc and friends with fewer features than the whole workspace does, into
//! other files, and every change of command would compile them anew. So everything selects the
//! whole workspace and narrows by target (`--bin`, `--lib`, `--test`) instead. The package xtask is
//! left out: it is running, and Windows cannot replace a running program. Having no dependencies,
//! it changes nobody's features.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::shell::Call;
use crate::{tree, window};

const WHOLE: [&str; 3] = ["--workspace", "--exclude", "xtask"];

pub(crate) fn build() -> Call {
    Call::cargo().arg("build").args(WHOLE)
}

/// The tests include the export of the wire types; without a place it would write into the tree.
pub(crate) fn test() -> Call {
    test_exporting_to(&bindings())
}

pub(crate) fn test_exporting_to(folder: &Path) -> Call {
    Call::cargo().arg("test").args(WHOLE).env("TS_RS_EXPORT_DIR", folder)
}

/// Where the wire types go unless somebody wants them elsewhere.
pub(crate) fn bindings() -> PathBuf {
    tree::target().join("bindings")
}

/// The laws of this package's own code are tested apart, for the reason above.
pub(crate) fn test_xtask() -> Call {
    Call::cargo().args(["test", "--package", "xtask"])
}

pub(crate) fn format() -> Call {
    Call::cargo().args(["fmt", "--all", "--check"])
}

pub(crate) fn clippy() -> Call {
    Call::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

/// The command line and the window, with the page inside it.
pub(crate) fn build_programs() -> Outcome {
    window::build()?;
    build().args(["--bin", "kontor", "--bin", "kontor-desktop"]).run()
}
