//! Importing at the desk: a file chosen or dropped is looked at, tried and taken in, with a line to stop it by.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::request::DeskRequest;
use super::{Desk, Place};
use crate::context::Now;
use crate::errors::{Code, Refusal};
use crate::imports::{self, Input, Options};
use crate::progress::{Phase, Work};

/// The most bytes of a dropped file, in base64; a larger one is chosen by its place.
const LARGEST_DROPPED: usize = 48 * 1024 * 1024;

impl Desk {
    /// Carries out a request about imports; nothing when it is about something else.
    pub(super) fn imports(
        &self,
        request: &DeskRequest,
        now: &Now,
    ) -> Option<Result<Value, Refusal>> {
        let answer = match request {
            DeskRequest::DropImport { name, content } => self.drop_import(name, content),
            DeskRequest::ReadImport { file, kind, sheet, mapping } => {
                self.asked(now);
                self.with_file(file, |input| {
                    let table = self.table();
                    let door = table.door()?;
                    door.allow("import", now)?;
                    let facts = door.facts();
                    let (kind, sheet) = (kind.as_deref(), sheet.as_deref());
                    let connection = door.book().connection();
                    let view =
                        imports::view(connection, &facts, input, kind, sheet, mapping.as_ref())
                            .map_err(first_of)?;
                    serde_json::to_value(view).map_err(Refusal::bug)
                })
            }
            DeskRequest::RunImport { file, kind, sheet, mapping, create_parties, dry_run } => {
                let options = Options {
                    dry_run: *dry_run,
                    create_parties: *create_parties,
                    mapping: mapping.clone().map(Into::into),
                    sheet: sheet.clone(),
                };
                self.run_import(file, kind, options, now)
            }
            _ => return None,
        };
        self.asked(now);
        Some(answer)
    }

    fn drop_import(&self, name: &str, content: &str) -> Result<Value, Refusal> {
        if content.len() > LARGEST_DROPPED {
            return Err(Refusal::new(Code::Malformed).with("what", "content"));
        }
        let bytes = STANDARD
            .decode(content)
            .map_err(|error| Refusal::new(Code::Malformed).with("what", error))?;
        let mut table = self.table();
        // Only the last one is kept; nobody imports two files at a time.
        table.dropped = Some(Arc::from(bytes));
        let place =
            Place { handle: "dropped".to_owned(), label: name.to_owned(), folder: String::new() };
        serde_json::to_value(place).map_err(Refusal::bug)
    }

    fn with_file<T>(
        &self,
        handle: &str,
        run: impl FnOnce(&Input<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        if handle == "dropped" {
            let unknown = || Refusal::new(Code::UnknownPlace).with("place", handle);
            let bytes = self.table().dropped.clone().ok_or_else(unknown)?;
            return run(&Input::Bytes(bytes));
        }
        let path = self.table().path(handle)?;
        run(&Input::Path(&path))
    }

    fn run_import(
        &self,
        file: &str,
        kind: &str,
        options: Options,
        now: &Now,
    ) -> Result<Value, Refusal> {
        let work = self.works.begin(Work::Import);
        let is_dry = options.dry_run;
        let outcome = self.with_file(file, |input| {
            let mut table = self.table();
            let mut told = |count| work.progress.may_go_on(Phase::Fill, count, 0);
            let door = table.door_mut()?;
            let result = imports::import_from(door, kind, input, options, now, &mut told);
            if !is_dry {
                self.readers.refresh(door);
            }
            imports::outcome(result)
        })?;
        if outcome.operation.is_some() {
            self.table().dropped = None;
        }
        serde_json::to_value(outcome).map_err(Refusal::bug)
    }
}

/// What is wrong with a file as a whole is said as such; there are no rows to look at yet.
fn first_of(refused: imports::ImportRefused) -> Refusal {
    let first = refused.faults.into_iter().next();
    first.map_or(refused.refusal, |fault| fault.refusal)
}
