//! Finding what a machine lacks and installing it; what is there already costs a few milliseconds.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::needs::{BY_HAND, NEEDS, Need, Probe, Purpose};
use crate::shell::{Call, find_program};
use crate::tree;

/// The version whose behaviour the journeys were written against.
const TAURI_DRIVER_VERSION: &str = "2.1.0";

pub(crate) fn prepare(purpose: Purpose) -> Outcome {
    if find_program("node").is_none() || find_program("npm").is_none() {
        return Err(Failure::new(format!("Node with npm is missing.\n\n{BY_HAND}")));
    }
    if cfg!(target_os = "linux") {
        install_missing(purpose)?;
    } else if !has_build_tools() {
        return Err(Failure::new(format!("Something is missing.\n\n{BY_HAND}")));
    }
    if purpose == Purpose::Test && !cfg!(target_os = "macos") {
        install_tauri_driver()?;
    }
    Ok(())
}

/// Elsewhere than on Linux we look only for what fails late and obscurely.
fn has_build_tools() -> bool {
    if cfg!(windows) { find_program("perl").is_some() } else { find_program("cc").is_some() }
}

fn install_missing(purpose: Purpose) -> Outcome {
    let missing: Vec<&Need> =
        NEEDS.iter().filter(|need| need.purpose <= purpose && !is_there(&need.probe)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("This machine lacks:");
    for need in &missing {
        println!("  - {}", need.what);
    }
    let Some(installer) = Installer::of_this_machine() else {
        return Err(Failure::new(BY_HAND));
    };
    installer.install(&missing)?;
    let still: Vec<&str> =
        missing.iter().filter(|need| !is_there(&need.probe)).map(|need| need.what).collect();
    if still.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("Still missing after the installation: {}.", still.join(", "))))
}

fn is_there(probe: &Probe) -> bool {
    match probe {
        Probe::Program(names) => names.iter().any(|name| find_program(name).is_some()),
        Probe::Succeeds(line) => answer(line).is_some(),
        Probe::Prints(line) => answer(line).is_some_and(|text| !text.trim().is_empty()),
    }
}

fn answer(line: &[&str]) -> Option<String> {
    let (program, args) = line.split_first()?;
    Call::new(program).args(args).answer()
}

enum Installer {
    Apt,
    Dnf,
    Pacman,
}

impl Installer {
    fn of_this_machine() -> Option<Installer> {
        let found = |name| find_program(name).is_some();
        if found("apt-get") {
            Some(Installer::Apt)
        } else if found("dnf") {
            Some(Installer::Dnf)
        } else if found("pacman") {
            Some(Installer::Pacman)
        } else {
            None
        }
    }

    fn install(&self, missing: &[&Need]) -> Outcome {
        match self {
            Installer::Apt => {
                // Another package program may be at work on a fresh machine: wait for its lock.
                let apt = || {
                    as_root("env").arg("DEBIAN_FRONTEND=noninteractive").args([
                        "apt-get",
                        "-o",
                        "DPkg::Lock::Timeout=300",
                    ])
                };
                apt().arg("update").run()?;
                let names =
                    chosen(missing, |need| need.apt, |name| answer(&["apt-cache", "show", name]));
                apt().args(["install", "-y", "--no-install-recommends"]).args(names).run()
            }
            Installer::Dnf => {
                let names = chosen(missing, |need| need.dnf, |name| answer(&["dnf", "info", name]));
                as_root("dnf")
                    .args(["install", "-y", "--setopt=install_weak_deps=False"])
                    .args(names)
                    .run()
            }
            Installer::Pacman => {
                // Refreshing the lists without upgrading everything can break a rolling system, so
                // it is done only where there are none yet.
                let is_fresh = !Path::new("/var/lib/pacman/sync/core.db").exists();
                let verb = if is_fresh { "-Sy" } else { "-S" };
                let names =
                    chosen(missing, |need| need.pacman, |name| answer(&["pacman", "-Si", name]));
                as_root("pacman").args([verb, "--needed", "--noconfirm"]).args(names).run()
            }
        }
    }
}

/// The packages to install, each once; `knows` decides between alternatives.
fn chosen(
    missing: &[&Need],
    packages: impl Fn(&Need) -> &'static [&'static str],
    knows: impl Fn(&str) -> Option<String>,
) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for alternatives in missing.iter().flat_map(|need| packages(need)) {
        let known = || alternatives.split('|').find(|name| knows(name).is_some());
        let first = alternatives.split('|').next().unwrap_or(alternatives);
        let name = if alternatives.contains('|') { known().unwrap_or(first) } else { first };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn as_root(program: &str) -> Call {
    let is_root = answer(&["id", "-u"]).is_some_and(|id| id.trim() == "0");
    if is_root { Call::new(program) } else { Call::new("sudo").arg(program) }
}

fn install_tauri_driver() -> Outcome {
    if tree::tool("tauri-driver").is_file() {
        return Ok(());
    }
    Call::cargo()
        .args(["install", "tauri-driver", "--locked", "--version", TAURI_DRIVER_VERSION, "--root"])
        .arg(tree::target().join("tools"))
        .run()
}
