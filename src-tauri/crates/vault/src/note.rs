//! The sealed note in the header that tells a refused second opener who has the book.
//!
//! Only somebody who could open the book can read it; the clear file holds no names.

use crate::error::Holder;
use crate::keys::{self, BookKey, TAG_LENGTH, make_bytes};
use crate::open_file::OpenFile;
use std::io;

const OFFSET: u64 = 60 * 1024;
/// Every note is as long as the longest.
const PLAIN_LENGTH: usize = 1024;
const LENGTH: usize = 12 + PLAIN_LENGTH + TAG_LENGTH;
const BOUND: &[u8] = b"kontor/1/holder-note";

/// Writes the note. It need not survive a power cut: neither does the holding.
pub(crate) fn write(file: &OpenFile, key: &BookKey, holder: &Holder) -> io::Result<()> {
    let mut plain = serde_json::to_vec(holder)?;
    if plain.len() > PLAIN_LENGTH {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    plain.resize(PLAIN_LENGTH, b' ');
    let nonce = make_bytes::<12>().map_err(io::Error::other)?;
    let mut note = nonce.to_vec();
    note.extend(keys::seal(&key.derive("holder-note"), &nonce, BOUND, &plain));
    file.write(OFFSET, &note)
}

/// What the note says; `None` if there is none or it cannot be read just now.
pub(crate) fn read(file: &OpenFile, key: &BookKey) -> Option<Holder> {
    let mut note = [0u8; LENGTH];
    file.read(OFFSET, &mut note).ok()?;
    let (nonce, sealed) = note.split_first_chunk::<12>()?;
    let plain = keys::open(&key.derive("holder-note"), nonce, BOUND, sealed)?;
    serde_json::from_slice(&plain).ok()
}

/// Takes the note away, if there is one.
pub(crate) fn clear(file: &OpenFile) -> io::Result<()> {
    let mut note = [0u8; LENGTH];
    file.read(OFFSET, &mut note)?;
    if note.iter().all(|byte| *byte == 0) { Ok(()) } else { file.write(OFFSET, &[0; LENGTH]) }
}
