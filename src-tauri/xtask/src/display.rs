//! Whether a window can be shown here, and a display without a screen for the journeys.

use crate::shell::Call;

/// Windows and macOS always have one as far as a program can tell.
pub(crate) fn is_there() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A call that runs what its arguments name on a display and a session bus of their own.
///
/// Neither WEBKIT_DISABLE_COMPOSITING_MODE nor WEBKIT_DISABLE_DMABUF_RENDERER is set, as is often
/// advised for such displays: with either one WebKit's screenshots never return.
fn without_screen() -> Call {
    Call::new("xvfb-run")
        .args(["--auto-servernum", "--server-args", "-screen 0 1280x900x24"])
        .args(["dbus-run-session", "--"])
}

/// Node, with a display without a screen where the system lets one have one.
pub(crate) fn node() -> Call {
    if cfg!(target_os = "linux") { without_screen().arg("node") } else { Call::new("node") }
}
