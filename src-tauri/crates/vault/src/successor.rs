//! Removing people: a copy of the book under a new key, which is sealed to everybody who stays.
//!
//! Whoever could open the book may have kept its key, so taking a slot away would remove nobody.
//! Nobody's password is needed. Copies and backups made before still open with the old key.

use crate::book::BookFile;
use crate::connection;
use crate::error::{Result, VaultError};
use crate::header::Header;
use crate::keys::BookKey;
use crate::slot::{SlotKind, Unlocked};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use uuid::Uuid;

/// Pages copied between two looks at `progress`.
const PAGES_AT_ONCE: i32 = 1024;

impl BookFile {
    /// Makes the book's successor beside it, without the people in `without`, under a temporary
    /// name. `connection` is the book's writing connection. Compare the two, close all
    /// connections, then [`BookFile::settle_in_place_of`]. The recovery sheet stays good. Keys from
    /// [`BookFile::derive_key`] differ in the successor, so the caller redoes what it keyed so.
    pub fn make_successor(
        &self,
        connection: &Connection,
        without: &[Uuid],
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<BookFile> {
        if without.contains(&self.person_uid()) {
            return Err(VaultError::NotAdmitted);
        }
        let book_key = BookKey::make(self.book_uid())?;
        let stays = |uid: Uuid, kind| kind == SlotKind::Recovery || !without.contains(&uid);
        let mut slots = self.header.slots.clone();
        slots.retain(|slot| stays(slot.person.uid, slot.kind));
        for slot in &mut slots {
            slot.seal(self.book_uid(), &book_key)?;
        }
        let sequence = self.header.sequence.saturating_add(1);
        let header = Header { book_uid: self.book_uid(), sequence, slots };
        let keys = Unlocked { identity: self.keys.identity.clone(), book_key };
        let successor = BookFile::create_unsettled(&self.path, header, keys)?;
        successor.write_copies(&successor.header.encode(&successor.keys.book_key))?;
        let mut target = connection::open_writer(&successor.path, &successor.keys.book_key)?;
        copy_pages(connection, &mut target, progress)?;
        connection::checkpoint(&target)?;
        drop(target);
        connection::probe(&successor.path, &successor.keys.book_key)?;
        Ok(successor)
    }
}

/// SQLite's own copy of a live database: it decrypts with one key and encrypts with the other.
fn copy_pages(
    from: &Connection,
    to: &mut Connection,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<()> {
    let copy = Backup::new(from, to)?;
    loop {
        let step = copy.step(PAGES_AT_ONCE)?;
        let told = copy.progress();
        let all = u64::try_from(told.pagecount).unwrap_or(0);
        let left = u64::try_from(told.remaining).unwrap_or(0);
        if !progress(all.saturating_sub(left), all) {
            return Err(VaultError::Stopped);
        }
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(VaultError::Busy),
        }
    }
}
