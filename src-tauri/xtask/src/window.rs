//! The window's content: its packages, its build, and stamps that tell when either is out of date.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, While};
use crate::shell::Call;
use crate::tree;

/// What the page is made of. Words and fonts lie in assets/ because other readers use them too.
const SOURCES: &[&str] = &[
    "ui/src",
    "ui/index.html",
    "ui/package-lock.json",
    "ui/svelte.config.js",
    "ui/tsconfig.json",
    "ui/vite.config.ts",
    "assets/messages",
    "assets/manual",
    "assets/fonts",
];

/// Exactly the packages of the lock file.
pub(crate) fn install() -> Outcome {
    let modules = tree::ui().join("node_modules");
    // Inside the folder, so that whoever removes the folder removes the stamp.
    let stamp = Stamp::of(&["ui/package-lock.json"], modules.join(".kontor-stamp"))?;
    if stamp.is_current() {
        return Ok(());
    }
    Call::npm().args(["ci", "--no-audit", "--no-fund"]).run()?;
    stamp.leave()
}

/// The files that the desktop program carries inside it.
pub(crate) fn build() -> Outcome {
    install()?;
    // Outside the folder: whatever lies in dist becomes part of the program.
    let stamp = Stamp::of(SOURCES, tree::target().join("stamps").join("window"))?;
    if stamp.is_current() && tree::ui().join("dist").join("index.html").is_file() {
        return Ok(());
    }
    script("build").run()?;
    stamp.leave()
}

/// A script of ui/package.json.
pub(crate) fn script(name: &str) -> Call {
    Call::npm().args(["run", "--silent", name])
}

/// A fingerprint of the contents of some files, kept from the last time the work was done.
struct Stamp {
    place: PathBuf,
    fingerprint: String,
}

impl Stamp {
    fn of(sources: &[&str], place: PathBuf) -> Outcome<Stamp> {
        let mut hasher = DefaultHasher::new();
        for source in sources {
            add(&tree::root().join(source), &mut hasher)?;
        }
        Ok(Stamp { place, fingerprint: format!("{:016x}", hasher.finish()) })
    }

    fn is_current(&self) -> bool {
        fs::read_to_string(&self.place).is_ok_and(|kept| kept == self.fingerprint)
    }

    fn leave(&self) -> Outcome {
        if let Some(folder) = self.place.parent() {
            fs::create_dir_all(folder).while_doing(format!("make {}", folder.display()))?;
        }
        fs::write(&self.place, &self.fingerprint)
            .while_doing(format!("write {}", self.place.display()))
    }
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> Outcome {
    if path.is_dir() {
        let mut inside: Vec<PathBuf> = fs::read_dir(path)
            .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
            .while_doing(format!("list {}", path.display()))?;
        inside.sort();
        for path in inside {
            add(&path, hasher)?;
        }
    } else if path.is_file() {
        path.hash(hasher);
        fs::read(path).while_doing(format!("read {}", path.display()))?.hash(hasher);
    }
    Ok(())
}
