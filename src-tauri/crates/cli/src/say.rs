//! Messages on standard error, in the reader's language.

use std::process::ExitCode;

use kontor_actions::imports::RowFault;
use kontor_actions::{Kind, Refusal};
use kontor_reports::Lang;
use kontor_reports::words::{Arg, Words};

/// What stopped a command.
pub(crate) struct Failure {
    pub(crate) refusal: Refusal,
    pub(crate) faults: Vec<RowFault>,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self { refusal, faults: Vec::new() }
    }
}

impl From<kontor_actions::imports::ImportRefused> for Failure {
    fn from(refused: kontor_actions::imports::ImportRefused) -> Self {
        Self { refusal: refused.refusal, faults: refused.faults }
    }
}

/// The words of the language asked for, or of the system's.
pub(crate) fn words(asked: Option<&str>) -> Words {
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    let is_chinese = match asked {
        Some(asked) => asked.starts_with("zh"),
        None => system.starts_with("zh"),
    };
    Words::new(if is_chinese { Lang::Zh } else { Lang::En })
}

/// The sentence of an error.
pub(crate) fn sentence(words: &Words, refusal: &Refusal) -> String {
    refusal.sentence(words)
}

/// Says what stopped a command; the exit code tells its kind.
pub(crate) fn failure(words: &Words, failure: &Failure) -> ExitCode {
    eprintln!("{}", sentence(words, &failure.refusal));
    for fault in &failure.faults {
        let row = fault.row.to_string();
        let column = fault.column.as_deref().unwrap_or("-");
        let reason = sentence(words, &fault.refusal);
        if let Some(place) = &fault.place {
            let sheet = place.sheet.as_deref().unwrap_or("-");
            let cell = place.cell.as_deref().unwrap_or(&row);
            let args = [
                ("sheet", Arg::from(sheet)),
                ("cell", Arg::from(cell)),
                ("content", Arg::from(place.content.as_str())),
                ("reason", Arg::from(&reason)),
            ];
            eprintln!("  {}", words.say("import-fault-cell", &args));
            continue;
        }
        let args = [
            ("row", Arg::from(&row)),
            ("column", Arg::from(column)),
            ("reason", Arg::from(&reason)),
        ];
        eprintln!("  {}", words.say("import-fault", &args));
    }
    ExitCode::from(match failure.refusal.kind {
        Kind::Rejected => 1,
        Kind::Trouble | Kind::Bug => 3,
    })
}
