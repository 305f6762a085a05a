//! A case of an error as it lies in its folder, which is named like the code.

use std::collections::BTreeMap;
use std::path::Path;

use kontor_actions::Code;
use serde::Deserialize;

/// What provokes an error, and its sentence in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    #[serde(skip)]
    pub(super) name: String,
    /// Files in the folder `{{folder}}`, by name.
    #[serde(default)]
    pub(super) files: BTreeMap<String, String>,
    /// Commands that prepare the book and are done.
    #[serde(default)]
    pub(super) before: Vec<Vec<String>>,
    /// Requests as JSON, each of them done, except the last where no command follows.
    #[serde(default)]
    pub(super) steps: Vec<String>,
    /// Who performs the steps; the owner when nothing is said.
    pub(super) as_role: Option<String>,
    /// The command that is refused.
    pub(super) command: Option<Vec<String>>,
    /// The password it is given, where it is not the right one.
    pub(super) password: Option<String>,
    /// What it reads from standard input.
    pub(super) input: Option<String>,
    pub(super) zh: String,
    pub(super) en: String,
}

impl Case {
    /// The code that the folder is named after.
    pub(super) fn code(&self) -> Code {
        *Code::ALL
            .iter()
            .find(|code| code.word() == self.name)
            .unwrap_or_else(|| panic!("tests/errors/{} is not the name of a code", self.name))
    }
}

/// Every case there is.
pub(super) fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("errors");
    let mut cases: Vec<Case> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("case.toml").is_file())
        .map(|path| {
            let text = std::fs::read_to_string(path.join("case.toml")).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let case: Case =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            Case { name, ..case }
        })
        .collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}
