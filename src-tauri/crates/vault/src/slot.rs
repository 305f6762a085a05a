//! A key slot: what one person's password, or the recovery sheet, opens the book with.
//!
//! The password opens the person's identity; the book key is sealed to that identity. So a
//! password changes without touching the database, and the book key can be sealed to a person
//! without knowing their password.

use crate::FORMAT_VERSION;
use crate::bytes::Reader;
use crate::error::Result;
use crate::identity::{IDENTITY_LENGTH, Identity, PersonKeys, SEALED_KEY_LENGTH, SealedKey};
use crate::kdf::{KdfParameters, SlotKeys};
use crate::keys::{self, BookKey, TAG_LENGTH, derive_mac, make_bytes};
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Bytes of a slot in the header.
pub(crate) const SLOT_LENGTH: usize =
    1 + 1 + 16 + 16 + 12 + 16 + 12 + 32 + WRAPPED_LENGTH + 32 + 32 + 32 + SEALED_KEY_LENGTH;
const WRAPPED_LENGTH: usize = IDENTITY_LENGTH + TAG_LENGTH;

/// What a slot is opened with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SlotKind {
    Password = 1,
    Recovery = 2,
}

/// One slot as it lies in the header.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) number: u8,
    pub(crate) kind: SlotKind,
    pub(crate) person: PersonKeys,
    pub(crate) name_tag: [u8; 16],
    pub(crate) parameters: KdfParameters,
    pub(crate) salt: [u8; 16],
    nonce: [u8; 12],
    commitment: [u8; 32],
    wrapped: [u8; WRAPPED_LENGTH],
    sealed: SealedKey,
}

/// How a slot is found by name without the name being readable: the name as people mean it
/// (composed, lower case, single spaces) under a key that differs per book.
pub(crate) fn derive_name_tag(book_uid: Uuid, name: &str) -> [u8; 16] {
    let lower: String = name.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let key = keys::derive_key(book_uid.as_bytes(), b"", "kontor/1/name");
    let mac = derive_mac(&key, &[words.join(" ").as_bytes()]);
    let mut tag = [0u8; 16];
    tag.copy_from_slice(mac.split_at(16).0);
    tag
}

/// What a new slot is made from.
pub(crate) struct SlotOrder<'a> {
    pub(crate) number: u8,
    pub(crate) kind: SlotKind,
    pub(crate) name_tag: [u8; 16],
    pub(crate) parameters: KdfParameters,
    pub(crate) identity: &'a Identity,
}

impl Slot {
    /// Makes a slot with a fresh salt and nonce; `derive` turns the salt into the slot's keys.
    pub(crate) fn make(
        order: &SlotOrder<'_>,
        book_uid: Uuid,
        book_key: &BookKey,
        derive: impl FnOnce(&[u8; 16]) -> Result<SlotKeys>,
    ) -> Result<Slot> {
        let mut slot = Slot {
            number: order.number,
            kind: order.kind,
            person: order.identity.public(),
            name_tag: order.name_tag,
            parameters: order.parameters,
            salt: [0; 16],
            nonce: [0; 12],
            commitment: [0; 32],
            wrapped: [0; WRAPPED_LENGTH],
            sealed: SealedKey { carrier: [0; 32], sealed: [0; SEALED_KEY_LENGTH] },
        };
        slot.seal(book_uid, book_key)?;
        slot.wrap(book_uid, order.identity, derive)?;
        Ok(slot)
    }

    /// Seals a book key to the person, whose password is not needed.
    pub(crate) fn seal(&mut self, book_uid: Uuid, book_key: &BookKey) -> Result<()> {
        self.sealed = SealedKey::make(book_key.bytes(), &self.person, &self.place(book_uid))?;
        Ok(())
    }

    /// Wraps the identity anew, under other slot keys.
    pub(crate) fn wrap(
        &mut self,
        book_uid: Uuid,
        identity: &Identity,
        derive: impl FnOnce(&[u8; 16]) -> Result<SlotKeys>,
    ) -> Result<()> {
        self.salt = make_bytes()?;
        self.nonce = make_bytes()?;
        let slot_keys = derive(&self.salt)?;
        let plain = identity.encode();
        let wrapped = keys::seal(&slot_keys.wrap, &self.nonce, &self.meaning(book_uid), &plain);
        self.wrapped.copy_from_slice(&wrapped);
        self.commitment = *slot_keys.commitment;
        Ok(())
    }

    /// The identity inside, if these are the slot's keys.
    pub(crate) fn unwrap(&self, book_uid: Uuid, slot_keys: &SlotKeys) -> Option<Identity> {
        if !bool::from(self.commitment.ct_eq(slot_keys.commitment.as_slice())) {
            return None;
        }
        let bound = self.meaning(book_uid);
        let plain = keys::open(&slot_keys.wrap, &self.nonce, &bound, &self.wrapped)?;
        let identity = Identity::decode(self.person.uid, &plain)?;
        (identity.public() == self.person).then_some(identity)
    }

    /// The book key, if it was sealed to this identity in this slot of this book.
    pub(crate) fn unseal(&self, book_uid: Uuid, identity: &Identity) -> Option<BookKey> {
        let key = identity.unseal(&self.sealed, &self.place(book_uid))?;
        Some(BookKey::from_bytes(key, book_uid))
    }

    /// Everything the slot's place says: a slot cannot move to another book, number or person.
    fn place(&self, book_uid: Uuid) -> Vec<u8> {
        let mut bound = b"kontor/1/slot".to_vec();
        bound.extend(FORMAT_VERSION.to_le_bytes());
        bound.extend(book_uid.as_bytes());
        bound.extend([self.number, self.kind as u8]);
        bound.extend(self.person.uid.as_bytes());
        bound.extend(self.person.verify_key);
        bound.extend(self.person.seal_key);
        bound
    }

    /// The place and what opens it: neither the name nor the cost of guessing can be edited.
    fn meaning(&self, book_uid: Uuid) -> Vec<u8> {
        let mut bound = self.place(book_uid);
        bound.extend(self.name_tag);
        self.encode_parameters(&mut bound);
        bound.extend(self.salt);
        bound
    }

    fn encode_parameters(&self, bytes: &mut Vec<u8>) {
        let KdfParameters { memory_kib, passes, lanes } = self.parameters;
        for number in [memory_kib, passes, lanes] {
            bytes.extend(number.to_le_bytes());
        }
    }

    pub(crate) fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.extend([self.number, self.kind as u8]);
        bytes.extend(self.person.uid.as_bytes());
        bytes.extend(self.name_tag);
        self.encode_parameters(bytes);
        bytes.extend(self.salt);
        bytes.extend(self.nonce);
        bytes.extend(self.commitment);
        bytes.extend(self.wrapped);
        bytes.extend(self.person.verify_key);
        bytes.extend(self.person.seal_key);
        bytes.extend(self.sealed.carrier);
        bytes.extend(self.sealed.sealed);
    }

    pub(crate) fn decode(reader: &mut Reader<'_>) -> Option<Slot> {
        let number = reader.u8()?;
        let kind = match reader.u8()? {
            1 => SlotKind::Password,
            2 => SlotKind::Recovery,
            _ => return None,
        };
        let uid = Uuid::from_bytes(reader.array()?);
        let name_tag = reader.array()?;
        let parameters = KdfParameters {
            memory_kib: reader.u32()?,
            passes: reader.u32()?,
            lanes: reader.u32()?,
        };
        let (salt, nonce, commitment) = (reader.array()?, reader.array()?, reader.array()?);
        let wrapped = reader.array()?;
        let person = PersonKeys { uid, verify_key: reader.array()?, seal_key: reader.array()? };
        let sealed = SealedKey { carrier: reader.array()?, sealed: reader.array()? };
        Some(Slot {
            number,
            kind,
            person,
            name_tag,
            parameters,
            salt,
            nonce,
            commitment,
            wrapped,
            sealed,
        })
    }
}

/// An identity and the book key it unsealed: what an open book works with.
#[derive(Clone)]
pub(crate) struct Unlocked {
    pub(crate) identity: Identity,
    pub(crate) book_key: BookKey,
}

impl Slot {
    /// Opens the slot all the way to the book key.
    pub(crate) fn unlock(&self, book_uid: Uuid, slot_keys: &SlotKeys) -> Option<Unlocked> {
        let identity = self.unwrap(book_uid, slot_keys)?;
        let book_key = self.unseal(book_uid, &identity)?;
        Some(Unlocked { identity, book_key })
    }
}

/// A password slot's unused name field in recovery slots.
pub(crate) const NO_NAME: [u8; 16] = [0; 16];

/// Bytes for a slot that is only ever derived against, so that an unknown name takes as long as a
/// wrong password.
pub(crate) fn make_decoy_salt() -> Result<Zeroizing<[u8; 16]>> {
    Ok(Zeroizing::new(make_bytes()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        let tag = |name| derive_name_tag(Uuid::from_u128(1), name);
        assert_eq!(tag("Wang Xiaoming"), tag("  wang   XIAOMING "));
        assert_eq!(tag("Jos\u{e9}"), tag("jose\u{301}"));
        assert_eq!(tag("\u{ff57}ang"), tag("wang"), "full width letters of an input method");
        assert_ne!(tag("wang"), tag("wangx"));
        assert_ne!(tag("wang"), derive_name_tag(Uuid::from_u128(2), "wang"), "per book");
    }
}
