//! Carrying out what the page asks of the desk.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use kontor_reports::words::Words;
use kontor_reports::{Lang, RecoveryPaper, recovery_sheet};
use kontor_store::{Book, Connection, forms};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::device::BackupPlace;
use super::request::{BegunSample, DeskRequest, DeskState, OpenBook};
use super::{Desk, Purpose, Table};
use crate::context::Now;
use crate::creation::{NewCompany, create};
use crate::door::Door;
use crate::errors::vault::from_io;
use crate::errors::{Code, Refusal};
use crate::people::{Password, check_password};
use crate::standards::Standard;
use crate::{prints, recovery};

/// The most a form's draft may hold, in bytes.
const LARGEST_DRAFT: usize = 256 * 1024;

/// The most a saved text may hold, in bytes.
const LARGEST_TEXT: usize = 1024 * 1024;

impl Desk {
    /// Saves a text that says nothing the person has not read on the screen; no book needs to be open for it.
    pub(super) fn save_text(&self, name: &str, content: &str) -> Result<Value, Refusal> {
        if content.len() > LARGEST_TEXT {
            return Err(Refusal::new(Code::Malformed).with("what", "content"));
        }
        match self.places.choose(Purpose::SaveText, name) {
            Some(path) => self.save(path, content.as_bytes()),
            None => Ok(Value::Null),
        }
    }

    /// Writes a new file at a place that was just chosen, and tells where it is.
    pub(super) fn save(&self, path: PathBuf, bytes: &[u8]) -> Result<Value, Refusal> {
        write_new(&path, bytes)?;
        let place = self.table().place(path);
        Ok(json!({ "label": place.label, "folder": place.folder }))
    }

    /// Draws the recovery sheet and writes it where a person says and nowhere else; what it was drawn into is wiped.
    pub(super) fn save_recovery_sheet(&self, now: &Now) -> Result<Value, Refusal> {
        let (bytes, suggested) = {
            self.asked(now);
            let table = self.table();
            let door = table.door()?;
            let sheet = table.sheet.as_ref().ok_or_else(|| Refusal::new(Code::SheetGone))?;
            let facts = door.facts();
            let company = &facts.company.name;
            let person = door.context(now)?.actor.name;
            let paper =
                RecoveryPaper { company, person: &person, day: now.today, groups: sheet.groups() };
            let bytes = Zeroizing::new(recovery_sheet(&paper).map_err(prints::refused)?);
            let words = Words::new(
                Lang::from_name(&table.device.language().unwrap_or_default()).unwrap_or(Lang::Zh),
            );
            (bytes, words.say("recovery-paper-file", &[("company", company.into())]))
        };
        let Some(path) =
            self.places.choose(Purpose::SaveStatement { extension: "pdf" }, &suggested)
        else {
            return Ok(Value::Null);
        };
        self.save(path, &bytes)
    }
}

/// Writes a new file, never over one that is there.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let refused = |error: std::io::Error| from_io(&error, path);
    let mut file = std::fs::File::create_new(path).map_err(refused)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a file made by this very call helps nobody.
        let _ = std::fs::remove_file(path);
    }
    written.map_err(refused)
}

impl Table {
    pub(super) fn carry_out(&mut self, request: DeskRequest, now: &Now) -> Result<Value, Refusal> {
        match request {
            DeskRequest::State {} => {
                let state = self.state();
                return serde_json::to_value(state).map_err(Refusal::bug);
            }
            DeskRequest::CreateBook {
                place,
                standard,
                currency,
                first_period,
                company,
                vat_kind,
                industry,
                expects_opening,
                person,
                password,
            } => {
                let path = self.path(&place)?;
                let new = NewCompany {
                    standard,
                    currency,
                    first_period,
                    company,
                    vat_kind,
                    industry,
                    expects_opening,
                    person,
                };
                let (door, sheet) = create(&path, &new, &password.0, now)?;
                let groups = sheet.groups().to_owned();
                self.lock(now);
                self.take(door, path, now)?;
                self.sheet = Some(sheet);
                return Ok(json!({ "recovery_sheet": groups }));
            }
            DeskRequest::TrySample { kind, language, fresh } => {
                self.try_sample(kind, language, fresh, now)?;
            }
            DeskRequest::OpenSample {} => {
                let path = self.path_or_book(None)?;
                self.open_sample(&path, now)?;
            }
            DeskRequest::ConfirmRecovery { typed } => {
                let matches = self.sheet.as_ref().is_some_and(|sheet| sheet.confirm(&typed));
                if matches {
                    self.sheet = None;
                }
                return Ok(json!({ "matches": matches }));
            }
            DeskRequest::UnlockBook { place, person, password } => {
                self.unlock(place, &person, &password, now)?;
            }
            DeskRequest::RecoverBook { place, sheet, person, password } => {
                let path = self.path_or_book(place)?;
                self.lock(now);
                let door = recovery::recover(&path, &sheet, &person, &password.0, now)?;
                self.take(door, path, now)?;
            }
            DeskRequest::LockBook {} => self.lock(now),
            DeskRequest::ChangePassword { old, new } => {
                check_password(&new.0)?;
                let door = self.door_mut()?;
                door.book_mut().file_mut().change_password(&old.0, &new.0)?;
                door.note(now, "password-changed", &json!({}))?;
            }
            DeskRequest::SetBackupPlaces { folders } => self.set_backup_places(&folders)?,
            DeskRequest::SetLanguage { language } => self.device.set_language(language)?,
            DeskRequest::Diagnose { language } => return self.diagnose(language, now),
            DeskRequest::CountUse { counts } => self.count_use(&counts, now)?,
            DeskRequest::ListUse {} => return self.list_use(),
            DeskRequest::ForgetUse {} => self.forget_use()?,
            DeskRequest::SaveDraft { form, content } => {
                if content.len() > LARGEST_DRAFT {
                    return Err(Refusal::new(Code::Malformed).with("what", "content"));
                }
                let (connection, person) = self.drafts(now)?;
                forms::save(connection, person, &form, &content)?;
            }
            DeskRequest::LoadDraft { form } => {
                let (connection, person) = self.drafts(now)?;
                let content = forms::load(connection, person, &form)?;
                return Ok(json!({ "content": content }));
            }
            DeskRequest::DropDraft { form } => {
                let (connection, person) = self.drafts(now)?;
                forms::forget(connection, person, &form)?;
            }
            // The rest is done without holding the table.
            _ => return Err(Refusal::bug("table")),
        }
        Ok(Value::Null)
    }

    /// Where drafts of forms are kept, and whose they are.
    fn drafts(&self, now: &Now) -> Result<(&Connection, i64), Refusal> {
        let door = self.door()?;
        Ok((door.book().connection(), door.person(now)?))
    }

    fn state(&mut self) -> DeskState {
        let label = |path: &Path| {
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let phase = match (&self.door, &self.book) {
            (Some(_), _) => "open",
            (None, Some(_)) => "locked",
            (None, None) => "start",
        };
        let company = self.door.as_ref().map(|door| door.facts().company.name.clone());
        let book = self.book.as_deref().map(|path| OpenBook {
            label: label(path),
            company,
            is_sample: self.is_sample(path),
        });
        let recent = self.device.recent();
        let samples = self.begun_samples();
        DeskState {
            phase,
            book,
            recent: recent.into_iter().map(|path| self.place(path)).collect(),
            samples: samples
                .into_iter()
                .map(|(kind, language)| BegunSample { kind, language })
                .collect(),
            language: self.device.language(),
            can_choose_places: true,
            standards: Standard::names().collect(),
            backup: self.book_uid().map(|uid| self.device.backups(&uid)),
        }
    }

    pub(super) fn book_uid(&self) -> Option<String> {
        self.door.as_ref().map(|door| door.book().file().book_uid().to_string())
    }

    /// Lays an open book on the desk.
    pub(super) fn take(&mut self, door: Door, path: PathBuf, now: &Now) -> Result<(), Refusal> {
        door.note(now, "unlock", &json!({}))?;
        door.book().file().announce(&machine(), &now.at)?;
        for at in self.device.take_failed_unlocks(&path) {
            // The device says so and nobody signed it when it happened.
            door.note(now, "unlock-failed", &json!({ "at": at, "authenticated": false }))?;
        }
        self.readers.open(&door)?;
        self.kept_at_close = None;
        if !self.is_sample(&path) {
            self.device.opened(&path);
        }
        self.book = Some(path);
        self.door = Some(door);
        Ok(())
    }

    /// The place of a handle, or the book that lies on the desk.
    pub(super) fn path_or_book(&self, place: Option<String>) -> Result<PathBuf, Refusal> {
        match place {
            Some(handle) => self.path(&handle),
            None => self.book.clone().ok_or_else(|| Refusal::new(Code::NoBook)),
        }
    }

    fn unlock(
        &mut self,
        place: Option<String>,
        person: &str,
        password: &Password,
        now: &Now,
    ) -> Result<(), Refusal> {
        let path = self.path_or_book(place)?;
        self.lock(now);
        let opened = Book::open(&path, Some(person), &password.0).map_err(Refusal::from);
        let book = match opened {
            Ok(book) => book,
            Err(refusal) => {
                if refusal.code == Code::WrongPassword {
                    self.book = Some(path.clone());
                    self.device.failed_unlock(&path, &now.at);
                }
                return Err(refusal);
            }
        };
        let door = Door::new(book)?;
        self.take(door, path, now)
    }

    /// Backs up, brings everything into the one file and forgets the keys.
    pub(super) fn lock(&mut self, now: &Now) {
        if self.door.is_none() {
            return;
        }
        self.keep_at_close(now);
        self.readers.close();
        if let Some(door) = self.door.take() {
            // What stays in the journal beside the file is safe too, only less tidy.
            let _ = door.book().checkpoint();
        }
        self.sheet = None;
        self.dropped = None;
    }

    fn set_backup_places(&mut self, handles: &[String]) -> Result<(), Refusal> {
        let uid = self.book_uid().ok_or_else(|| self.why_closed())?;
        let mut state = self.device.backups(&uid);
        state.places.clear();
        for handle in handles {
            // A folder chosen before is named by its path, as the state told it.
            let path = self.path(handle).unwrap_or_else(|_| PathBuf::from(handle));
            let label = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            let label = label.into_owned();
            state.places.push(BackupPlace { path: path.to_string_lossy().into_owned(), label });
        }
        self.device.set_backups(&uid, state)
    }
}

/// The name of this machine, for the note of who has a book open.
fn machine() -> String {
    ["HOSTNAME", "COMPUTERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .or_else(|| std::fs::read_to_string("/etc/hostname").ok())
        .map_or_else(|| "-".to_owned(), |name| name.trim().to_owned())
}
