//! The system's menu. The page says what stands in it, in its language and for its person; this shell knows no words
//! and answers with the name of what was chosen.

use serde::Deserialize;
use tauri::menu::{CheckMenuItem, IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter, Manager, WebviewWindow, Wry};

/// What of the menu was chosen, and in which window.
pub(crate) const CHOSEN: &str = "menu";

/// Between the window's label and the name of a command in the id of an item.
const OF: char = '/';

/// One menu of the bar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MenuRequest {
    label: String,
    items: Vec<ItemRequest>,
}

/// What stands in a menu.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum ItemRequest {
    /// A command of the page; `key` shows beside it and works like a choice.
    Command {
        id: String,
        label: String,
        key: Option<String>,
        checked: Option<bool>,
    },
    Line {},
    /// What the system itself does with the text under the caret.
    System {
        what: SystemItem,
        label: String,
    },
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SystemItem {
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
}

/// Puts a menu on a window; on macOS it is the program's, and the window in front sets it.
pub(crate) fn set_menu(window: &WebviewWindow, menus: &[MenuRequest]) -> tauri::Result<()> {
    let app = window.app_handle();
    let bar = Menu::new(app)?;
    for menu in menus {
        let submenu = Submenu::new(app, plain(&menu.label), true)?;
        for item in &menu.items {
            if let Some(item) = made(app, window.label(), item)? {
                submenu.append(item.as_ref())?;
            }
        }
        if !submenu.items()?.is_empty() {
            bar.append(&submenu)?;
        }
    }
    if cfg!(target_os = "macos") {
        app.set_menu(bar)?;
    } else {
        window.set_menu(bar)?;
    }
    Ok(())
}

/// Tells the page what was chosen.
pub(crate) fn choose(app: &AppHandle, id: &str) {
    if let Some((window, command)) = id.split_once(OF) {
        // A window that has just been closed chooses nothing any more.
        let _ = app.emit(CHOSEN, serde_json::json!({ "to": window, "id": command }));
    }
}

type Made = Box<dyn IsMenuItem<Wry>>;

fn made(app: &AppHandle, window: &str, item: &ItemRequest) -> tauri::Result<Option<Made>> {
    Ok(match item {
        ItemRequest::Line {} => Some(Box::new(PredefinedMenuItem::separator(app)?)),
        ItemRequest::System { what, label } => system(app, *what, label)?,
        ItemRequest::Command { id, label, key, checked } => {
            let (id, label) = (format!("{window}{OF}{id}"), plain(label));
            let key = key.as_deref().map(accelerator);
            Some(command(app, &id, &label, key.as_deref(), *checked).or_else(|_| {
                // A key that this system does not know is not shown; the page still hears it.
                command(app, &id, &label, None, *checked)
            })?)
        }
    })
}

fn command(
    app: &AppHandle,
    id: &str,
    label: &str,
    key: Option<&str>,
    checked: Option<bool>,
) -> tauri::Result<Made> {
    Ok(match checked {
        Some(checked) => Box::new(CheckMenuItem::with_id(app, id, label, true, checked, key)?),
        None => Box::new(MenuItem::with_id(app, id, label, true, key)?),
    })
}

/// GTK does these only through a library that types for the person, so there they stay with the keyboard.
#[cfg(target_os = "linux")]
fn system(_: &AppHandle, what: SystemItem, label: &str) -> tauri::Result<Option<Made>> {
    let _ = (what, label);
    Ok(None)
}

#[cfg(not(target_os = "linux"))]
fn system(app: &AppHandle, what: SystemItem, label: &str) -> tauri::Result<Option<Made>> {
    let label = Some(label);
    Ok(Some(Box::new(match what {
        SystemItem::Undo => PredefinedMenuItem::undo(app, label)?,
        SystemItem::Redo => PredefinedMenuItem::redo(app, label)?,
        SystemItem::Cut => PredefinedMenuItem::cut(app, label)?,
        SystemItem::Copy => PredefinedMenuItem::copy(app, label)?,
        SystemItem::Paste => PredefinedMenuItem::paste(app, label)?,
        SystemItem::SelectAll => PredefinedMenuItem::select_all(app, label)?,
    })))
}

/// An ampersand would else mark the letter after it.
fn plain(label: &str) -> String {
    label.replace('&', "&&")
}

/// A key as the page names it, as the system reads it: on a Mac the command key does what Ctrl does elsewhere.
fn accelerator(key: &str) -> String {
    key.replace("Ctrl", "CmdOrCtrl")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_menu_is_read_as_the_page_writes_it() {
        let text = r#"{"label": "Go", "items": [
            {"kind": "command", "id": "sales", "label": "Sales & more", "key": "Ctrl+1"},
            {"kind": "line"}, {"kind": "system", "what": "copy", "label": "Copy"}]}"#;
        let menu: MenuRequest = serde_json::from_str(text).unwrap();
        assert_eq!((menu.label.as_str(), menu.items.len()), ("Go", 3));
        assert_eq!(plain("Sales & more"), "Sales && more");
        assert_eq!(accelerator("Ctrl+Shift+N"), "CmdOrCtrl+Shift+N");
        let strange = r#"{"label": "Go", "items": [{"kind": "system", "what": "shell"}]}"#;
        assert!(serde_json::from_str::<MenuRequest>(strange).is_err());
    }
}
