//! `cargo xtask bindings`: the wire types in TypeScript, written by the crate that owns them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, While};
use crate::{rust, tree, window};

pub(crate) fn bindings(_: &[String]) -> Outcome {
    export_to(&generated())?;
    println!("\nWritten to {}; the window must still fit them:", generated().display());
    window::install()?;
    window::script("check").run()
}

/// Whether the committed types are those the Rust code describes today.
pub(crate) fn are_current() -> Outcome {
    let fresh = rust::bindings();
    if fresh.exists() {
        fs::remove_dir_all(&fresh).while_doing(format!("empty {}", fresh.display()))?;
    }
    fs::create_dir_all(&fresh).while_doing(format!("make {}", fresh.display()))?;
    export_to(&fresh)?;
    let (committed, described) = (read_all(&generated())?, read_all(&fresh)?);
    let differs = |name: &&String| committed.get(*name) != described.get(*name);
    let stale: BTreeSet<&String> =
        described.keys().chain(committed.keys()).filter(differs).collect();
    if stale.is_empty() {
        return Ok(());
    }
    let names = stale.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
    Err(Failure::new(format!(
        "Stale in ui/src/api/generated: {names}. Run `cargo xtask bindings`."
    )))
}

/// The export is a test of the crate with the types, as ts-rs does it; it runs no other test. One more file then names
/// them all, so that the window imports from one place.
fn export_to(folder: &Path) -> Outcome {
    rust::test_exporting_to(folder).args(["--lib", "export_bindings"]).run()?;
    let mut index = String::from("// Every type of the wire.\n");
    for name in read_all(folder)?.keys().filter_map(|name| name.strip_suffix(".ts")) {
        if name != "index" {
            index += &format!("export type * from \"./{name}\";\n");
        }
    }
    let file = folder.join("index.ts");
    fs::write(&file, index).while_doing(format!("write {}", file.display()))
}

fn generated() -> PathBuf {
    tree::ui().join("src").join("api").join("generated")
}

fn read_all(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let listing = fs::read_dir(folder).while_doing(format!("list {}", folder.display()))?;
    let mut files = BTreeMap::new();
    for entry in listing {
        let entry = entry.while_doing(format!("list {}", folder.display()))?;
        let text = fs::read_to_string(entry.path());
        let text = text.while_doing(format!("read {}", entry.path().display()))?;
        files.insert(entry.file_name().to_string_lossy().into_owned(), text);
    }
    Ok(files)
}
