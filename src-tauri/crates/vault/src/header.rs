//! The clear header: two checksummed copies of the key slots, of which the newer whole one counts.
//!
//! A checksum finds accidents; a MAC under the book key, checked once the book is unlocked, finds
//! edits. No names are here.

use crate::FORMAT_VERSION;
use crate::bytes::Reader;
use crate::error::{Damage, Result, VaultError};
use crate::keys::{BookKey, derive_mac};
use crate::slot::{SLOT_LENGTH, Slot};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// Room for one copy. The copies share no 4 KiB block with each other or with the note.
pub(crate) const COPY_LENGTH: usize = 28 * 1024;
/// Where the copies lie in the file.
pub(crate) const COPY_OFFSETS: [u64; 2] = [0, 32 * 1024];
/// As many slots as fit a copy.
pub(crate) const MOST_SLOTS: usize = 64;

const MAGIC: [u8; 8] = *b"KONTOR\0\x01";
const FIXED_LENGTH: usize = 8 + 2 + 2 + 2 + 2 + 16 + 8;
const MAC_LENGTH: usize = 32;
const CHECKSUM_LENGTH: usize = 32;
const _: () =
    assert!(FIXED_LENGTH + MOST_SLOTS * SLOT_LENGTH + MAC_LENGTH + CHECKSUM_LENGTH <= COPY_LENGTH);

/// The slot table of one book.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) book_uid: Uuid,
    pub(crate) sequence: u64,
    pub(crate) slots: Vec<Slot>,
}

/// A header as read, with what is needed to check it once the book key is known.
#[derive(Clone)]
pub(crate) struct ReadHeader {
    pub(crate) header: Header,
    /// Whether the two copies differ, so that one must be written again.
    pub(crate) needs_repair: bool,
    sealed_part: Vec<u8>,
    mac: [u8; MAC_LENGTH],
    whole: Vec<u8>,
}

/// Why a copy does not count.
enum Fault {
    NotOurs,
    Broken,
    Newer(u16),
}

impl Header {
    /// The bytes of one copy, without padding.
    pub(crate) fn encode(&self, book_key: &BookKey) -> Vec<u8> {
        let length = FIXED_LENGTH + self.slots.len() * SLOT_LENGTH + MAC_LENGTH + CHECKSUM_LENGTH;
        let mut bytes = Vec::with_capacity(length);
        bytes.extend(MAGIC);
        bytes.extend(FORMAT_VERSION.to_le_bytes());
        bytes.extend(u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend(u16::try_from(self.slots.len()).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(self.book_uid.as_bytes());
        bytes.extend(self.sequence.to_le_bytes());
        for slot in &self.slots {
            slot.encode(&mut bytes);
        }
        bytes.extend(derive_mac(&book_key.derive("header"), &[&bytes]));
        bytes.extend(Sha256::digest(&bytes));
        bytes
    }
}

impl ReadHeader {
    /// The header of a file, from its two copies.
    pub(crate) fn choose(first: &[u8], second: &[u8]) -> Result<ReadHeader> {
        let damaged = VaultError::Damaged { what: Damage::Header };
        match (parse(first), parse(second)) {
            (Err(Fault::Newer(format)), _) | (_, Err(Fault::Newer(format))) => {
                Err(VaultError::NewerBook { format })
            }
            (Ok(one), Ok(other)) => {
                // A copy left over from another book must neither win nor be repaired over.
                if one.header.book_uid != other.header.book_uid {
                    return Err(damaged);
                }
                let needs_repair = one.whole != other.whole;
                // The first copy is written first: at equal sequence it is the later attempt.
                let newer = if other.header.sequence > one.header.sequence { other } else { one };
                Ok(ReadHeader { needs_repair, ..newer })
            }
            (Ok(whole), Err(_)) | (Err(_), Ok(whole)) => {
                Ok(ReadHeader { needs_repair: true, ..whole })
            }
            (Err(Fault::NotOurs), Err(Fault::NotOurs)) => Err(VaultError::NotABook),
            (Err(_), Err(_)) => Err(damaged),
        }
    }

    /// The header from a single copy, as a backup carries it.
    pub(crate) fn single(copy: &[u8]) -> Result<ReadHeader> {
        ReadHeader::choose(copy, copy)
    }

    /// Checks that a holder of the book key wrote this header.
    pub(crate) fn verify(&self, book_key: &BookKey) -> Result<()> {
        let mac = derive_mac(&book_key.derive("header"), &[&self.sealed_part]);
        if bool::from(mac.ct_eq(&self.mac)) {
            Ok(())
        } else {
            Err(VaultError::Damaged { what: Damage::HeaderSeal })
        }
    }

    /// The copy as it lies in the file, without padding.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.whole
    }
}

fn parse(copy: &[u8]) -> std::result::Result<ReadHeader, Fault> {
    if !copy.starts_with(&MAGIC) {
        return Err(Fault::NotOurs);
    }
    let mut reader = Reader::new(copy);
    let (_magic, format, length) = (reader.array::<8>(), reader.u16(), reader.u16());
    let (Some(format), Some(length)) = (format, length) else { return Err(Fault::Broken) };
    let whole = copy.get(..usize::from(length)).ok_or(Fault::Broken)?;
    let (body, checksum) = whole.split_last_chunk::<CHECKSUM_LENGTH>().ok_or(Fault::Broken)?;
    // The checksum comes before the format number: a flipped bit must not read as "newer".
    if Sha256::digest(body)[..] != checksum[..] {
        return Err(Fault::Broken);
    }
    if format > FORMAT_VERSION {
        return Err(Fault::Newer(format));
    }
    parse_body(body, whole).ok_or(Fault::Broken)
}

fn parse_body(body: &[u8], whole: &[u8]) -> Option<ReadHeader> {
    let (sealed_part, mac) = body.split_last_chunk::<MAC_LENGTH>()?;
    let mut reader = Reader::new(sealed_part);
    let (_magic, format, _length) = (reader.array::<8>()?, reader.u16()?, reader.u16()?);
    let (count, zero) = (usize::from(reader.u16()?), reader.u16()?);
    let book_uid = Uuid::from_bytes(reader.array()?);
    let sequence = reader.u64()?;
    if format != FORMAT_VERSION || zero != 0 || count > MOST_SLOTS {
        return None;
    }
    let slots = (0..count).map(|_| Slot::decode(&mut reader)).collect::<Option<Vec<_>>>()?;
    reader.is_empty().then(|| ReadHeader {
        header: Header { book_uid, sequence, slots },
        needs_repair: false,
        sealed_part: sealed_part.to_vec(),
        mac: *mac,
        whole: whole.to_vec(),
    })
}
