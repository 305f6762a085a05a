//! Where a person puts and finds files: the system's own dialogs, or a folder that answers for them in tests.
//!
//! Dialogs carry no words of ours: the system titles them in its language, and filters show extensions.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use kontor_actions::desk::{Places, Purpose};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use crate::WINDOW;

const BOOK: &str = "kontor";
const BACKUP: &str = "kontor-backup";
const TEXT: &str = "txt";
const TABLES: [&str; 4] = ["xlsx", "csv", "tsv", "txt"];
const ATTACHMENTS: [&str; 7] = ["png", "jpg", "jpeg", "webp", "gif", "pdf", "xml"];

/// A test driver sees the page and nothing else, so this folder answers in place of the dialogs.
const FOLDER_THAT_ANSWERS: &str = "KONTOR_PLACES";

pub(crate) fn dialogs_of(app: &AppHandle) -> Box<dyn Places> {
    match std::env::var_os(FOLDER_THAT_ANSWERS) {
        Some(folder) => Box::new(AnsweringFolder(folder.into())),
        None => Box::new(SystemDialogs(app.clone())),
    }
}

struct SystemDialogs(AppHandle);

impl Places for SystemDialogs {
    fn choose(&self, purpose: Purpose, suggested: &str) -> Option<PathBuf> {
        match purpose {
            Purpose::NewBook => self.save(suggested, BOOK),
            Purpose::SaveStatement { extension } => self.save(suggested, extension),
            Purpose::SaveText => self.save(suggested, TEXT),
            Purpose::OpenBook => self.pick(BOOK),
            Purpose::OpenBackup => self.pick(BACKUP),
            Purpose::OpenAttachment => {
                let kinds = ATTACHMENTS.map(|kind| format!("*.{kind}")).join(" ");
                let dialog = self.dialog().add_filter(kinds, &ATTACHMENTS);
                dialog.blocking_pick_file()?.into_path().ok()
            }
            Purpose::OpenTable => {
                let kinds = TABLES.map(|kind| format!("*.{kind}")).join(" ");
                let dialog = self.dialog().add_filter(kinds, &TABLES);
                dialog.blocking_pick_file()?.into_path().ok()
            }
            Purpose::Folder => self.dialog().blocking_pick_folder()?.into_path().ok(),
        }
    }
}

impl SystemDialogs {
    fn save(&self, suggested: &str, extension: &str) -> Option<PathBuf> {
        let name = file_name(suggested, extension).display().to_string();
        let dialog = self.with_filter(extension).set_file_name(name);
        let path = dialog.blocking_save_file()?.into_path().ok()?;
        // Some systems do not add the extension that the filter shows.
        Some(with_extension(path, extension))
    }

    fn pick(&self, extension: &str) -> Option<PathBuf> {
        self.with_filter(extension).blocking_pick_file()?.into_path().ok()
    }

    fn with_filter(&self, extension: &str) -> FileDialogBuilder<tauri::Wry> {
        self.dialog().add_filter(format!("*.{extension}"), &[extension])
    }

    fn dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.0.dialog().file();
        let windows = self.0.webview_windows();
        let asking = windows.values().find(|window| window.is_focused().unwrap_or_default());
        match asking.or_else(|| windows.get(WINDOW)) {
            Some(window) => dialog.set_parent(window),
            None => dialog,
        }
    }
}

struct AnsweringFolder(PathBuf);

impl Places for AnsweringFolder {
    fn choose(&self, purpose: Purpose, suggested: &str) -> Option<PathBuf> {
        match purpose {
            Purpose::NewBook => Some(self.0.join(file_name(suggested, BOOK))),
            Purpose::SaveStatement { extension } => {
                Some(self.0.join(file_name(suggested, extension)))
            }
            Purpose::SaveText => Some(self.0.join(file_name(suggested, TEXT))),
            Purpose::OpenBook => newest(&self.0, BOOK),
            Purpose::OpenBackup => newest(&self.0, BACKUP),
            Purpose::OpenAttachment => ATTACHMENTS.iter().find_map(|kind| newest(&self.0, kind)),
            Purpose::OpenTable => TABLES.iter().find_map(|kind| newest(&self.0, kind)),
            Purpose::Folder => Some(self.0.clone()),
        }
    }
}

fn newest(folder: &Path, extension: &str) -> Option<PathBuf> {
    fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension() == Some(OsStr::new(extension)))
        .max_by_key(|path| fs::metadata(path).and_then(|data| data.modified()).ok())
}

/// A company's name may hold what a file name must not, and a page must not lead out of the folder.
fn file_name(suggested: &str, extension: &str) -> PathBuf {
    let plain: String = suggested
        .chars()
        .map(|character| if is_unfit(character) { '-' } else { character })
        .collect();
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    with_extension(PathBuf::from(if plain.is_empty() { "-" } else { plain }), extension)
}

fn is_unfit(character: char) -> bool {
    character.is_control() || r#"/\:*?"<>|"#.contains(character)
}

/// Adds the extension and keeps every dot of the name: `有限公司 2026.03` is no file of kind `03`.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension() == Some(OsStr::new(extension)) {
        return path;
    }
    let mut path = path.into_os_string();
    path.push(".");
    path.push(extension);
    path.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_name_stays_one_file_in_the_folder() {
        let named = |suggested| file_name(suggested, BOOK).display().to_string();
        assert_eq!(named("宁波海砚贸易有限公司"), "宁波海砚贸易有限公司.kontor");
        assert_eq!(named("海砚.kontor"), "海砚.kontor");
        assert_eq!(named("../../etc/passwd"), "-..-etc-passwd.kontor");
        assert_eq!(named("C:\\a|b"), "C--a-b.kontor");
        assert_eq!(named(" .. "), "-.kontor");
    }

    #[test]
    fn dots_inside_a_name_are_kept() {
        assert_eq!(
            with_extension(PathBuf::from("资产负债表 2026.03"), "pdf"),
            PathBuf::from("资产负债表 2026.03.pdf")
        );
    }
}
