//! The windows: each shows the same desk, and a further one opens beside the one it was asked from.

use serde::Deserialize;
use serde_json::{Value, json};
use tauri::utils::config::WindowConfig;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::WINDOW;
use crate::menu::{self, MenuRequest};

/// How far a further window stands from the one before, so that both are seen.
const STEP: f64 = 36.0;

/// As many as anybody can use; beyond that a held key is at work.
const MOST: usize = 12;

/// What a page may ask of its own window.
#[derive(Debug, Deserialize)]
#[serde(tag = "window", rename_all = "snake_case", deny_unknown_fields)]
enum WindowRequest {
    /// A further window, at the screen the page names in its own words.
    Open {
        at: Option<Value>,
    },
    SetMenu {
        menus: Vec<MenuRequest>,
    },
    SetTitle {
        title: String,
    },
    Close {},
}

/// What concerns the window itself and no book: opening another, its menu, its title.
#[tauri::command]
pub(crate) async fn window(window: WebviewWindow, request: Value) -> Result<(), Value> {
    let request: WindowRequest = serde_json::from_value(request).map_err(refused)?;
    match request {
        WindowRequest::Open { at } => open_beside(&window, at.as_ref()),
        WindowRequest::SetMenu { menus } => menu::set_menu(&window, &menus),
        WindowRequest::SetTitle { title } => window.set_title(&title),
        WindowRequest::Close {} => window.close(),
    }
    .map_err(refused)
}

fn refused(error: impl std::fmt::Display) -> Value {
    json!({ "kind": "bug", "code": "bug", "details": { "what": error.to_string() } })
}

fn open_beside(window: &WebviewWindow, at: Option<&Value>) -> tauri::Result<()> {
    let app = window.app_handle();
    let Some(label) = free_label(app) else { return Ok(()) };
    let Some(first) = app.config().app.windows.iter().find(|config| config.label == WINDOW) else {
        return Ok(());
    };
    let url = WebviewUrl::App(address(at).into());
    let config = WindowConfig { label, url, center: false, ..first.clone() };
    let mut builder = WebviewWindowBuilder::from_config(app, &config)?;
    if let (Ok(place), Ok(scale)) = (window.outer_position(), window.scale_factor()) {
        let place = place.to_logical::<f64>(scale);
        builder = builder.position(place.x + STEP, place.y + STEP);
    }
    builder.build()?;
    Ok(())
}

/// The labels that the capability names: `main-2`, `main-3`.
fn free_label(app: &AppHandle) -> Option<String> {
    (2..=MOST)
        .map(|number| format!("{WINDOW}-{number}"))
        .find(|label| app.get_webview_window(label).is_none())
}

/// The page's own file, with the screen it is to begin at.
fn address(at: Option<&Value>) -> String {
    let Some(at) = at else { return "index.html".to_owned() };
    let mut address = "index.html?at=".to_owned();
    for byte in at.to_string().bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_in_an_address_leads_nowhere_else() {
        assert_eq!(address(None), "index.html");
        assert_eq!(
            address(Some(&json!({ "page": "sale", "uid": "../x&y" }))),
            "index.html?at=%7B%22page%22%3A%22sale%22%2C%22uid%22%3A%22%2E%2E%2Fx%26y%22%7D"
        );
    }
}
