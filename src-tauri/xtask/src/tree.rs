//! Where things lie: the root of the tree, the build folder, the binaries, the window's sources.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};

/// The folder of the workspace's Cargo.toml.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.ancestors().nth(2).unwrap_or(xtask).to_path_buf()
}

pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program of ours. All commands build with the dev profile: see `[profile.dev]` in Cargo.toml.
pub(crate) fn binary(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{EXE_SUFFIX}"))
}

/// A program that only the tests need and that cargo installs for us.
pub(crate) fn tool(name: &str) -> PathBuf {
    target().join("tools").join("bin").join(format!("{name}{EXE_SUFFIX}"))
}

pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

pub(crate) fn journey(name: &str) -> PathBuf {
    root().join("tests").join("e2e").join(name)
}

/// What a person makes while trying the program; git ignores it.
pub(crate) fn playground() -> PathBuf {
    root().join(".kontor")
}
