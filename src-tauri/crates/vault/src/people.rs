//! Who can open a book: admitting, changing a password, giving a new one, renewing the sheet.
//!
//! All of these change the header only. Removing a person is not here: whoever knew the book key
//! may have kept it, so removal means a new key and a new file.

use crate::book::{BookFile, NewPerson};
use crate::error::{Result, VaultError};
use crate::header::{COPY_LENGTH, COPY_OFFSETS, Header, MOST_SLOTS};
use crate::identity::{Identity, PersonKeys};
use crate::kdf::{self, KdfParameters, derive_from_password, derive_from_recovery};
use crate::recovery::RecoverySheet;
use crate::secret::Secret;
use crate::slot::{NO_NAME, Slot, SlotKind, SlotOrder, derive_name_tag};
use uuid::Uuid;

const NO_PARAMETERS: KdfParameters = KdfParameters { memory_kib: 0, passes: 0, lanes: 0 };
/// Takes the room of a name in the recovery sheet's identity.
const RECOVERY_NAME: &str = "recovery";

impl BookFile {
    /// Gives a person a slot of their own, and returns the keys others know them by.
    pub fn admit(&mut self, person: &NewPerson<'_>) -> Result<PersonKeys> {
        let tag = derive_name_tag(self.book_uid(), person.name);
        let taken = |slot: &&Slot| slot.name_tag == tag || slot.person.uid == person.uid;
        if person.uid.is_nil() {
            return Err(VaultError::UnfitPerson);
        }
        if self.header.slots.iter().find(taken).is_some() {
            return Err(VaultError::AlreadyAdmitted);
        }
        let identity = Identity::make(person.uid, person.name)?;
        let slot = self.make_password_slot(&identity, person.password)?;
        let mut header = self.header.clone();
        header.slots.push(slot);
        self.replace_header(header)?;
        Ok(identity.public())
    }

    /// Takes back a slot given a moment ago, when what went with it failed. This is no removal:
    /// see `make_successor` for somebody who has used their slot.
    pub fn withdraw(&mut self, person: &PersonKeys) -> Result<()> {
        let mut header = self.header.clone();
        header.slots.retain(|slot| slot.person != *person || slot.kind == SlotKind::Recovery);
        if *person == self.own_keys() || header.slots.len() == self.header.slots.len() {
            return Err(VaultError::NotAdmitted);
        }
        self.replace_header(header)
    }

    /// Gives a person who lost their password a new identity and password. What they signed
    /// before stays good under the old keys, which the caller keeps.
    pub fn readmit(&mut self, person: &NewPerson<'_>) -> Result<PersonKeys> {
        let tag = derive_name_tag(self.book_uid(), person.name);
        let others = |slot: &&Slot| slot.name_tag == tag && slot.person.uid != person.uid;
        if self.header.slots.iter().find(others).is_some() {
            return Err(VaultError::AlreadyAdmitted);
        }
        let identity = Identity::make(person.uid, person.name)?;
        let made = self.make_password_slot(&identity, person.password)?;
        let mut header = self.header.clone();
        let slot = header.slots.iter_mut().find(|slot| slot.person.uid == person.uid);
        *slot.filter(|_| !person.uid.is_nil()).ok_or(VaultError::NotAdmitted)? = made;
        self.replace_header(header)?;
        if self.person_uid() == person.uid {
            self.keys.identity = identity.clone();
        }
        Ok(identity.public())
    }

    /// Changes the password of who unlocked the book. The database is not touched.
    pub fn change_password(&mut self, old: &Secret, new: &Secret) -> Result<()> {
        let (book_uid, uid) = (self.book_uid(), self.person_uid());
        let mut header = self.header.clone();
        let slot = header
            .slots
            .iter_mut()
            .find(|slot| slot.person.uid == uid && slot.kind == SlotKind::Password)
            .ok_or(VaultError::NotAdmitted)?;
        let keys = derive_from_password(old, &slot.salt, &slot.parameters)?;
        let identity = slot.unwrap(book_uid, &keys).ok_or(VaultError::WrongPassword)?;
        slot.parameters = kdf::DEFAULT;
        slot.wrap(book_uid, &identity, |salt| derive_from_password(new, salt, &kdf::DEFAULT))?;
        self.replace_header(header)
    }

    /// Makes a new recovery sheet; the one before opens nothing any more.
    pub fn renew_recovery(&mut self) -> Result<RecoverySheet> {
        let mut header = self.header.clone();
        header.slots.retain(|slot| slot.kind != SlotKind::Recovery);
        let (slot, sheet) = self.make_recovery_slot()?;
        header.slots.push(slot);
        self.replace_header(header)?;
        Ok(sheet)
    }

    /// The slots of a new book: its first person's and the recovery sheet's.
    pub(crate) fn write_first_slots(&mut self, password: &Secret) -> Result<RecoverySheet> {
        let mut header = self.header.clone();
        header.slots.push(self.make_password_slot(&self.keys.identity, password)?);
        self.header.slots.clone_from(&header.slots);
        let (slot, sheet) = self.make_recovery_slot()?;
        header.slots.push(slot);
        self.replace_header(header)?;
        Ok(sheet)
    }

    fn make_password_slot(&self, identity: &Identity, password: &Secret) -> Result<Slot> {
        let order = SlotOrder {
            number: self.free_number()?,
            kind: SlotKind::Password,
            name_tag: derive_name_tag(self.book_uid(), &identity.name),
            parameters: kdf::DEFAULT,
            identity,
        };
        Slot::make(&order, self.book_uid(), &self.keys.book_key, |salt| {
            derive_from_password(password, salt, &kdf::DEFAULT)
        })
    }

    fn make_recovery_slot(&self) -> Result<(Slot, RecoverySheet)> {
        let (sheet, secret) = RecoverySheet::make()?;
        let order = SlotOrder {
            number: self.free_number()?,
            kind: SlotKind::Recovery,
            name_tag: NO_NAME,
            parameters: NO_PARAMETERS,
            identity: &Identity::make(Uuid::nil(), RECOVERY_NAME)?,
        };
        let slot = Slot::make(&order, self.book_uid(), &self.keys.book_key, |salt| {
            Ok(derive_from_recovery(&secret, salt))
        })?;
        Ok((slot, sheet))
    }

    fn free_number(&self) -> Result<u8> {
        if self.header.slots.len() >= MOST_SLOTS {
            return Err(VaultError::NoFreeSlot);
        }
        let taken = |number: &u8| self.header.slots.iter().any(|slot| slot.number == *number);
        (0..=u8::MAX).find(|number| !taken(number)).ok_or(VaultError::NoFreeSlot)
    }

    /// Puts a new slot table in force: both copies, one after the other, each on disk before the
    /// next. When that fails, what was in force is put back as far as the disk allows.
    fn replace_header(&mut self, mut header: Header) -> Result<()> {
        header.sequence = self.header.sequence.saturating_add(1);
        let written = self.write_copies(&header.encode(&self.keys.book_key));
        if written.is_err() {
            // Numbered past the failed attempt, of which a copy may have arrived.
            self.header.sequence = header.sequence.saturating_add(1);
            let _ = self.write_copies(&self.header.encode(&self.keys.book_key));
            return written;
        }
        self.header = header;
        Ok(())
    }

    pub(crate) fn write_copies(&self, copy: &[u8]) -> Result<()> {
        // Padded, so that nothing of a longer table before it stays behind.
        let mut padded = copy.to_vec();
        padded.resize(COPY_LENGTH, 0);
        for offset in COPY_OFFSETS {
            let written = self.file.write(offset, &padded).and_then(|()| self.file.sync());
            written.map_err(|source| VaultError::from_io(source, &self.path))?;
        }
        Ok(())
    }
}
