//! `kontor check-print`: what a print says against what the book says, in sentences.

use std::path::Path;
use std::process::ExitCode;

use base64::Engine as _;
use kontor_actions::door::Door;
use kontor_actions::proofs::PrintCheck;
use kontor_actions::{Refusal, errors::Code};
use kontor_reports::Lang;
use kontor_reports::words::Words;
use serde_json::json;

use crate::commands::Outcome;
use crate::edge;

/// The exit code where something does not fit, as for `verify`.
const DIFFERS: u8 = 4;

/// The largest file that is read.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Checks a file, or a code where there is no such file.
pub(crate) fn check(door: &Door, print: &str, words: &Words) -> Outcome {
    let path = Path::new(print);
    let question = if path.is_file() {
        let unreadable = || Refusal::new(Code::FileUnreadable).with("path", print);
        let size = path.metadata().map_err(|_| unreadable())?.len();
        if size > LARGEST {
            return Err(unreadable().into());
        }
        let bytes = std::fs::read(path).map_err(|_| unreadable())?;
        let content = base64::engine::general_purpose::STANDARD.encode(bytes);
        json!({ "ask": "check_print", "content": content })
    } else {
        json!({ "ask": "check_print", "code": print })
    };
    let answer = door.ask(question, &edge::now())?;
    let found: PrintCheck = serde_json::from_value(answer).map_err(Refusal::bug)?;
    tell(&found, words);
    let fits = found.is_genuine && found.deviations.is_empty();
    Ok(ExitCode::from(if fits { 0 } else { DIFFERS }))
}

fn tell(found: &PrintCheck, words: &Words) {
    let is_zh = words.lang() != Lang::En;
    let pick = |zh: &String, en: &String| if is_zh { zh.clone() } else { en.clone() };
    let operation = found.operation.to_string();
    let title = pick(&found.title_zh, &found.title_en);
    let period = pick(&found.period_label_zh, &found.period_label_en);
    let about = [
        ("title", (&title).into()),
        ("period", (&period).into()),
        ("operation", (&operation).into()),
    ];
    println!("{}", words.say("print-check-about", &about));
    let verdict = if found.is_genuine { "print-check-genuine" } else { "print-check-not-genuine" };
    println!("{}", words.say(verdict, &[]));
    if found.is_file {
        let key = if found.deviations.is_empty() {
            "print-check-file-same"
        } else {
            "print-check-file-differs"
        };
        println!("{}", words.say(key, &[]));
    }
    for one in &found.deviations {
        println!("  {} {}: {} <> {}", one.label, one.column, one.printed, one.recorded);
    }
    let key = if found.changed.is_empty() { "print-check-still" } else { "print-check-changed" };
    println!("{}", words.say(key, &[]));
    for one in &found.changed {
        let label = pick(&one.label_zh, &one.label_en);
        let column = pick(&one.column_zh, &one.column_en);
        println!("  {label} {column}: {} -> {}", one.then, one.now);
    }
    if !found.entries.is_empty() {
        let count = found.entry_count.to_string();
        println!("{}", words.say("print-check-since", &[("count", (&count).into())]));
    }
    for one in &found.entries {
        println!("  {} {} {} {}", one.date, one.number, one.memo, one.amount);
    }
}
