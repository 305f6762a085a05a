//! `cargo xtask e2e`: the journeys in the real window, driven through WebDriver on a display without a screen.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;

use crate::failure::{Failure, Outcome, While};
use crate::needs::Purpose;
use crate::parts::{REAL_WINDOW, run_all};
use crate::shell::{Call, Heard, find_program};
use crate::{display, rust, setup, tree};

/// Where tests/e2e/journey.mjs has the driver and, behind it, the web view's own driver listen.
const DRIVER_PORTS: [u16; 2] = [4544, 4545];

pub(crate) fn e2e(_: &[String]) -> Outcome {
    setup::prepare(Purpose::Test)?;
    run_all(&[REAL_WINDOW])
}

/// Where the window cannot be driven, and why.
pub(crate) fn why_not() -> Option<&'static str> {
    cfg!(target_os = "macos").then_some("there is no WebDriver for the web view of macOS.")
}

pub(crate) fn prepare() -> Outcome {
    rust::build_programs()?;
    DRIVER_PORTS.into_iter().try_for_each(demand_free)
}

/// The journey with a display and a session bus of its own: without a bus a second start of the
/// program would not find the first. It starts and ends the driver, and keeps its own device data.
pub(crate) fn journey() -> Outcome<Heard> {
    driven(display::node(), "real-window")?.arg(tree::journey("journey.mjs")).hear()
}

/// A call that is told where the program and its drivers are, and has folders of its own.
pub(crate) fn driven(call: Call, name: &str) -> Outcome<Call> {
    let native = if cfg!(windows) { "msedgedriver" } else { "WebKitWebDriver" };
    let native =
        find_program(native).ok_or_else(|| Failure::new(format!("{native} is not on PATH.")))?;
    Ok(call
        .env("KONTOR_APP", tree::binary("kontor-desktop"))
        .env("KONTOR_DRIVER", tree::tool("tauri-driver"))
        .env("KONTOR_NATIVE", native)
        .env("KONTOR_PLACES", fresh_folder(name)?)
        .env("KONTOR_PICTURES", fresh_folder(&format!("{name}-pictures"))?))
}

/// A driver left over from a journey that was broken off would answer for a dead window.
fn demand_free(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .while_doing(format!("use port {port}, where the driver listens"))
}

/// An empty folder of the journey's own; what it leaves there stays readable until the next run.
pub(crate) fn fresh_folder(journey: &str) -> Outcome<PathBuf> {
    let folder = tree::target().join("journeys").join(journey);
    if folder.exists() {
        fs::remove_dir_all(&folder).while_doing(format!("empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).while_doing(format!("make {}", folder.display()))?;
    Ok(folder)
}
