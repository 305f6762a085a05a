//! The desktop shell: windows, menu, the system's dialogs, and the door between the pages and the books.
//!
//! No rule of bookkeeping and no SQL is here, and nothing else in the tree knows Tauri. What the page
//! may ask of this shell is listed in `capabilities/main.json`.

mod dialogs;
mod menu;
mod session;
mod windows;

use std::path::PathBuf;

use tauri::{App, AppHandle, Manager, RunEvent};
use tauri_plugin_window_state::StateFlags;

use dialogs::dialogs_of;
use session::Session;

/// The label of the first window; further ones are `main-2`, `main-3`.
const WINDOW: &str = "main";

/// Opens the window and returns when it has been closed.
///
/// # Errors
/// When the system offers no web view, no display or no folder for device data.
pub fn open_window() -> tauri::Result<()> {
    kontor_vault::forbid_core_dumps();
    tauri::Builder::default()
        // First of all, as its documentation asks: a second start ends before it does anything.
        .plugin(tauri_plugin_single_instance::init(|app, words, folder| {
            show_window(app);
            if let Some(book) = book_named(&words, folder.into()) {
                app.state::<Session>().offer(book);
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_window_state::Builder::new().with_state_flags(kept_of_a_window()).build(),
        )
        .on_menu_event(|app, event| menu::choose(app, event.id().as_ref()))
        .setup(|app| Ok(begin(app)?))
        .invoke_handler(tauri::generate_handler![
            session::perform,
            session::ask,
            session::desk,
            windows::window
        ])
        .build(tauri::generate_context!())?
        .run(heed);
    Ok(())
}

/// Where a window stood and how large it was; whether it was shown is not kept, for a hidden one could not be found.
fn kept_of_a_window() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN
}

fn begin(app: &App) -> tauri::Result<()> {
    let device = app.path().app_data_dir()?;
    let session = Session::new(app.handle().clone(), dialogs_of(app.handle()), device);
    session.watch();
    let words: Vec<String> = std::env::args().collect();
    if let Some(book) = book_named(&words, std::env::current_dir()?) {
        session.offer(book);
    }
    app.manage(session);
    Ok(())
}

fn heed(app: &AppHandle, event: RunEvent) {
    match event {
        RunEvent::Exit => app.state::<Session>().close(),
        // macOS hands over a double-clicked book as an event, not on the command line.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            if let Some(book) = urls.iter().find_map(|url| url.to_file_path().ok()) {
                app.state::<Session>().offer(book);
            }
        }
        _ => {}
    }
}

fn show_window(app: &AppHandle) {
    let first = app.get_webview_window(WINDOW);
    // The first window may have been closed while others stay.
    if let Some(window) = first.or_else(|| app.webview_windows().into_values().next()) {
        // A window system may refuse to raise a window; then it stays where it is.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// The book on a command line, found from the folder where the command was given.
fn book_named(words: &[String], folder: PathBuf) -> Option<PathBuf> {
    let name = words.get(1).filter(|word| !word.starts_with('-'))?;
    Some(folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_on_the_command_line_is_found_from_its_folder() {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let desk = || PathBuf::from("/desk");
        assert_eq!(
            book_named(&words(&["kontor", "账 2026.kontor"]), desk()),
            Some(PathBuf::from("/desk/账 2026.kontor"))
        );
        assert_eq!(
            book_named(&words(&["kontor", "/else/a.kontor"]), desk()),
            Some(PathBuf::from("/else/a.kontor"))
        );
        assert_eq!(book_named(&words(&["kontor"]), desk()), None);
        assert_eq!(book_named(&words(&["kontor", "--help"]), desk()), None);
    }
}
