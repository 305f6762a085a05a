//! Prepares the shell: which commands exist (each then needs a permission), and where the page lies.

use std::error::Error;
use std::fs;
use std::path::Path;

/// Named here, a command is refused to the page unless capabilities/main.json allows it.
const COMMANDS: &[&str] = &["perform", "ask", "desk", "window"];

fn main() -> Result<(), Box<dyn Error>> {
    // The page is put inside the program when it is compiled. A fresh clone has not built it yet:
    // an empty folder lets `cargo test` and clippy go on; `cargo xtask run` fills it.
    let page = Path::new("../ui/dist");
    if !page.exists() {
        fs::create_dir_all(page)?;
    }
    println!("cargo:rerun-if-changed={}", page.display());

    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    Ok(tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?)
}
