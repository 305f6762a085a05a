//! Statements as they stood when they counted: filed, before a closed period was opened again, after it was closed again.
//! Filed ones keep their files byte for byte; what a reopening changed is shown row by row.

mod compare;
mod list;
mod make;

pub use compare::KeptDifference;
pub(crate) use list::list;
pub use list::{KeptFile, KeptSetView, KeptSets, ListKept};
pub(crate) use make::made;

use kontor_ledger::period::{PeriodKey, PeriodState};
use kontor_reports::Format;
use kontor_store::kept;
use kontor_store::kept::KeptSet;
use kontor_store::persons;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use crate::context::{Context, Now};
use crate::door::Door;
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};
use crate::register;

/// The statements of a period were handed to an authority, a bank or the owners.
pub(crate) const FILED: &str = "filed";
/// Somebody wants the period opened again, and another one decides.
pub(crate) const ASKED: &str = "asked";
/// As they stood before the period was opened again.
pub(crate) const REOPENED: &str = "reopened";
/// As they stand after it was closed again.
pub(crate) const CLOSED_AGAIN: &str = "closed-again";

/// Notes that a closed period's statements were filed, and keeps them as they are.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct MarkFiled {
    pub period: String,
    /// With whom, or for what.
    #[serde(default)]
    pub note: Option<String>,
}

pub(crate) fn plan_filed(context: &Context<'_>, request: &MarkFiled) -> Result<Plan, Refusal> {
    let period = context.period(&request.period)?;
    if period.state != PeriodState::Closed {
        return Err(Refusal::new(Code::PeriodNotClosed).with("period", period.key));
    }
    let note = crate::parties::filled(request.note.as_ref());
    let statements = made(context, period, true)?;
    Ok(Plan::of(Step::KeepStatements {
        period: period.key,
        occasion: FILED,
        reason: note,
        statements,
    }))
}

/// Asks another person to open a period again whose statements were filed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AskReopening {
    pub period: String,
    pub reason: String,
}

pub(crate) fn plan_ask(context: &Context<'_>, request: &AskReopening) -> Result<Plan, Refusal> {
    let period = context.period(&request.period)?;
    kontor_ledger::close::check_reopen(&context.facts.periods, period.key)?;
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(Refusal::new(Code::NameMissing).with("field", "reason"));
    }
    Ok(Plan::of(Step::KeepStatements {
        period: period.key,
        occasion: ASKED,
        reason: Some(reason.to_owned()),
        statements: Vec::new(),
    }))
}

/// Whether a period's statements were ever filed.
pub(crate) fn is_filed(sets: &[KeptSet]) -> bool {
    sets.iter().any(|set| set.occasion == FILED)
}

/// Who asked for a period to be opened again, where that has not happened since.
pub(crate) fn asked(sets: &[KeptSet]) -> Option<&KeptSet> {
    sets.iter()
        .find(|set| set.occasion == ASKED || set.occasion == REOPENED)
        .filter(|set| set.occasion == ASKED)
}

/// A period that was filed is opened again by two: one asks, another one does it. In a company where only one person
/// keeps the books there is nobody to ask, and the log says so by itself (controls.md §1.3).
pub(crate) fn check_second_person(context: &Context<'_>, key: PeriodKey) -> Result<(), Refusal> {
    let sets = kept::sets(context.connection, Some(key))?;
    if !is_filed(&sets) || asked(&sets).is_some_and(|set| set.person_id != context.actor.id) {
        return Ok(());
    }
    let may_ask = register::find("ask_reopening");
    let others = persons::list(context.connection)?.into_iter().filter(|person| {
        person.is_active
            && person.id != context.actor.id
            && may_ask.is_some_and(|row| row.allows(person.role))
    });
    match others.count() {
        0 => Ok(()),
        _ => Err(Refusal::new(Code::SecondPersonNeeded).with("period", key)),
    }
}

/// What a close has to keep: the statements again, where the period was opened again since it was last closed.
pub(crate) fn after_closing(
    context: &Context<'_>,
    period: kontor_ledger::period::Period,
) -> Result<Option<Step>, Refusal> {
    let sets = kept::sets(context.connection, Some(period.key))?;
    let last = sets.iter().find(|set| set.occasion == REOPENED || set.occasion == CLOSED_AGAIN);
    if last.is_none_or(|set| set.occasion != REOPENED) {
        return Ok(None);
    }
    Ok(Some(Step::KeepStatements {
        period: period.key,
        occasion: CLOSED_AGAIN,
        reason: None,
        statements: made(context, period, false)?,
    }))
}

/// A kept file as it was, byte for byte, with a name for it.
///
/// # Errors
/// When it may not be printed or was not kept.
pub(crate) fn file(
    door: &Door,
    operation: i64,
    name: &str,
    format: Format,
    now: &Now,
) -> Result<(Vec<u8>, String), Refusal> {
    door.allow("print", now)?;
    let missing = || Refusal::new(Code::UnknownStatement).with("name", name).with("standard", "-");
    let connection = door.book().connection();
    let (csv, pdf) = kept::files(connection, operation, name)?.ok_or_else(missing)?;
    let bytes = if format == Format::Pdf { pdf.ok_or_else(missing)? } else { csv };
    let what = if format == Format::Pdf { "print" } else { "export" };
    door.note(now, what, &json!({ "kept": operation, "name": name }))?;
    let sets = kept::sets(connection, None)?;
    let period = sets.iter().find(|set| set.operation == operation).map(|set| set.period);
    let period = period.map(|period| period.to_string()).unwrap_or_default();
    let title = kontor_reports::Bilingual::word(&format!("nav-{name}"));
    let zh = door.facts().standard.language == kontor_reports::Lang::Zh;
    let title = if zh { title.zh } else { title.en };
    Ok((bytes, format!("{title} {period} {operation}")))
}

#[cfg(test)]
mod tests;
