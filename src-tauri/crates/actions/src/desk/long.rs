//! What the desk does without holding its table: it takes long or shows a dialog, and the windows go on meanwhile.

use std::path::Path;

use kontor_ledger::money::{Amount, Currency};
use kontor_store::head;
use serde::Serialize;
use serde_json::{Value, json};
use ts_rs::TS;

use super::keeping::record;
use super::{Desk, DeskRequest};
use crate::backups;
use crate::context::Now;
use crate::errors::{Code, Refusal};
use crate::people::Password;
use crate::progress::Work;

/// One check of a book and what it found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CheckedView {
    /// The check's name: its words are `verify-<check>`.
    pub check: &'static str,
    /// The first thing that does not fit.
    pub misfit: Option<String>,
}

/// A whole book looked through.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct VerificationView {
    pub checks: Vec<CheckedView>,
    pub operations: i64,
}

impl Desk {
    /// Carries out what needs no table; nothing for the rest.
    pub(super) fn without_table(
        &self,
        request: &DeskRequest,
        now: &Now,
    ) -> Option<Result<Value, Refusal>> {
        match request {
            // Whoever only watches does not keep the book from being locked.
            DeskRequest::Progress {} | DeskRequest::StopWork { .. } => {}
            _ => self.asked(now),
        }
        Some(match request {
            DeskRequest::Progress {} => {
                serde_json::to_value(self.works.view()).map_err(Refusal::bug)
            }
            DeskRequest::StopWork { number } => {
                self.works.stop(*number);
                Ok(Value::Null)
            }
            DeskRequest::SaveRecoverySheet {} => self.save_recovery_sheet(now),
            DeskRequest::SaveText { name, content } => self.save_text(name, content),
            DeskRequest::BackupNow {} => self.back_up_now(now),
            DeskRequest::VerifyBook {} => self.verify_book(now),
            DeskRequest::RestoreBackup { backup, place, person, password } => {
                self.restore(backup, place, person, password)
            }
            _ => return None,
        })
    }

    /// Writes a backup while the book stands still, and proves it while the work goes on.
    fn back_up_now(&self, now: &Now) -> Result<Value, Refusal> {
        let work = self.works.begin(Work::Backup);
        let (uid, folder, operation, written) = {
            let table = self.table();
            let uid = table.book_uid().ok_or_else(|| table.why_closed())?;
            let Some(place) = table.device.backups(&uid).places.into_iter().next() else {
                return Err(Refusal::new(Code::UnknownPlace).with("place", "-"));
            };
            let door = table.door()?;
            let operation = head(door.book().connection())?.number;
            let written = backups::write(door, Path::new(&place.path), now, &work.progress);
            (uid, place.path, operation, written)
        };
        let proved = written.and_then(|written| written.prove(&work.progress));
        let mut table = self.table();
        // Who stops a backup has decided so; that is no failure to be shown until the next one.
        if !matches!(&proved, Err(refusal) if refusal.code == Code::Cancelled) {
            let mut state = table.device.backups(&uid);
            record(&mut state, &folder, proved.as_ref().map(|_| ()), operation, now);
            table.device.set_backups(&uid, state)?;
        }
        let proved = proved?;
        if table.book_uid().as_ref() == Some(&uid) {
            proved.note(table.door()?, now)?;
        }
        Ok(json!({ "file": proved.file.to_string_lossy(), "verified_at": now.at }))
    }

    /// Looks through the open book while the work goes on; the lock stops it.
    fn verify_book(&self, now: &Now) -> Result<Value, Refusal> {
        let work = self.works.begin(Work::Verify);
        let (verifier, _visit) = {
            let table = self.table();
            let door = table.door()?;
            door.allow("verify", now)?;
            let verifier = door.book().verifier()?;
            let visit = self.readers.visit(verifier.interrupt());
            (verifier, visit)
        };
        let found = backups::verify(verifier, &work.progress)?;
        let checks = found
            .findings
            .into_iter()
            .map(|finding| CheckedView { check: finding.check, misfit: finding.misfit })
            .collect();
        let view = VerificationView { checks, operations: found.operations };
        serde_json::to_value(view).map_err(Refusal::bug)
    }

    fn restore(
        &self,
        backup: &str,
        place: &str,
        person: &str,
        password: &Password,
    ) -> Result<Value, Refusal> {
        let (backup, path) = {
            let table = self.table();
            (table.path(backup)?, table.path(place)?)
        };
        let work = self.works.begin(Work::Restore);
        let restored = backups::restore(&backup, &path, Some(person), &password.0, &work.progress)?;
        self.table().device.opened(&path);
        let total = Amount::from_minor(restored.manifest.trial_balance);
        Ok(json!({
            "trial_balance_total": total.to_text(Currency::CNY),
            "operations": restored.manifest.operation,
            "company": restored.manifest.company,
        }))
    }
}
