//! The journeys in a headless browser: the same page and the same door, over the test bridge instead of the shell.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::needs::CHROMIUM_NAMES;
use crate::shell::{Call, Heard, find_program};
use crate::{e2e, rust, tree, window};

/// Where Windows and macOS keep a browser that is not on PATH.
const CHROMIUM_PLACES: &[&str] = &[
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

pub(crate) fn prepare() -> Outcome {
    window::build()?;
    rust::build().args(["--bin", "bridge", "--bin", "kontor"]).run()
}

/// Each with a browser, a bridge and a folder of its own; they end the bridge they start.
const JOURNEYS: &[&str] = &["browser", "look", "habits", "vouchers"];

/// One of the journeys; what it left behind stays readable until the next run.
pub(crate) fn journeys() -> impl Iterator<Item = Outcome<Heard>> {
    JOURNEYS.iter().map(|name| journey(name))
}

fn journey(name: &str) -> Outcome<Heard> {
    Call::new("node")
        .arg(tree::journey(&format!("{name}.mjs")))
        .env("KONTOR_BRIDGE", tree::binary("bridge"))
        .env("KONTOR_CLI", tree::binary("kontor"))
        .env("KONTOR_PAGE", tree::ui().join("dist"))
        .env("KONTOR_CHROMIUM", chromium()?)
        .env("KONTOR_PLACES", e2e::fresh_folder(name)?)
        .env("KONTOR_PICTURES", e2e::fresh_folder(&format!("{name}-pictures"))?)
        .hear()
}

/// Every part of the window in every state, without the door: how it looks and whether it can be used by all.
pub(crate) fn gallery() -> Outcome<Heard> {
    let chromium = chromium()?;
    // What is shipped is searched for the gallery, so it must be there.
    window::build()?;
    window::script("build-gallery").run()?;
    let pictures = e2e::fresh_folder("gallery-pictures")?;
    Call::new("node")
        .arg(tree::ui().join("test").join("gallery.mjs"))
        .env("KONTOR_CHROMIUM", chromium)
        .env("KONTOR_PICTURES", pictures)
        .hear()
}

fn chromium() -> Outcome<PathBuf> {
    let on_path = CHROMIUM_NAMES.iter().find_map(|name| find_program(name));
    let elsewhere = || CHROMIUM_PLACES.iter().map(Path::new).find(|place| place.is_file());
    on_path
        .or_else(|| elsewhere().map(Path::to_path_buf))
        .ok_or_else(|| Failure::new("Neither Chromium, Chrome nor Edge was found."))
}
