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
    rust::build().args(["--bin", "bridge"]).run()
}

/// The bridge serves the page and the door, and says on its first line where. It lives as long as the journey.
pub(crate) fn journey() -> Outcome<Heard> {
    // All that may fail comes before the bridge, which would outlive it.
    let chromium = chromium()?;
    let places = e2e::fresh_folder("browser")?;
    let pictures = e2e::fresh_folder("browser-pictures")?;
    let (mut bridge, address) = Call::new(tree::binary("bridge"))
        .arg("--page")
        .arg(tree::ui().join("dist"))
        .arg("--places")
        .arg(&places)
        .spawn_and_read_line()?;
    let heard = Call::new("node")
        .arg(tree::journey("browser.mjs"))
        .env("KONTOR_ADDRESS", address)
        .env("KONTOR_CHROMIUM", chromium)
        .env("KONTOR_PLACES", places)
        .env("KONTOR_PICTURES", pictures)
        .hear();
    // It is ours and holds nothing that needs closing; it may also have ended by itself.
    let _ = bridge.kill();
    let _ = bridge.wait();
    heard
}

fn chromium() -> Outcome<PathBuf> {
    let on_path = CHROMIUM_NAMES.iter().find_map(|name| find_program(name));
    let elsewhere = || CHROMIUM_PLACES.iter().map(Path::new).find(|place| place.is_file());
    on_path
        .or_else(|| elsewhere().map(Path::to_path_buf))
        .ok_or_else(|| Failure::new("Neither Chromium, Chrome nor Edge was found."))
}
