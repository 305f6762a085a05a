//! The message files, each embedded in both languages. The list is made by `build.rs` from what lies in the folder.

/// A message file in both languages.
#[derive(Clone, Copy, Debug)]
pub struct MessageFile {
    /// Its name without the ending, for example `report`.
    pub name: &'static str,
    /// The Chinese text; empty when there is none, which a test refuses.
    pub zh: &'static str,
    /// The English text.
    pub en: &'static str,
}

/// Every file in `assets/messages/<language>`.
pub const FILES: &[MessageFile] = include!(concat!(env!("OUT_DIR"), "/message_files.rs"));
