//! The write-ahead log SQLite keeps beside an open book, looked at before SQLite reads it.
//!
//! After a crash the log holds commits the file does not. SQLite believes any log it finds there:
//! one of another book would be copied over the pages, and after a damaged frame it silently
//! forgets the commits that follow. Both are found here and refused; a last transaction that never
//! finished is neither.

use crate::bytes::Reader;
use crate::error::{Damage, Result, VaultError};
use crate::keys::BookKey;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const PAGE: usize = 4096;
/// What SQLCipher keeps at the end of a page: 16 bytes to start the cipher from, 64 of MAC.
const PAGE_MAC: usize = 64;

/// Where SQLite keeps the log of the book at `path`.
fn place(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push("-wal");
    PathBuf::from(name)
}

/// How long the log is; zero if there is none.
pub(crate) fn length(path: &Path) -> Result<u64> {
    let place = place(path);
    match std::fs::metadata(&place) {
        Ok(facts) => Ok(facts.len()),
        Err(none) if none.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(source) => Err(VaultError::from_io(source, &place)),
    }
}

/// Refuses a log that is not this book's or has lost commits in its middle.
pub(crate) fn check(path: &Path, key: &BookKey) -> Result<()> {
    if length(path)? == 0 {
        return Ok(());
    }
    let place = place(path);
    // Unlike the book itself, the log is locked by nobody: SQLite's locks are on the book.
    let file = File::open(&place).map_err(|source| VaultError::from_io(source, &place))?;
    match scan(&mut BufReader::new(file), &PageMac::derive(key)) {
        Ok(true) => Ok(()),
        Ok(false) => Err(VaultError::Damaged { what: Damage::Journal }),
        Err(source) => Err(VaultError::from_io(source, &place)),
    }
}

/// Walks the frames as SQLite will: up to the first whose checksum does not follow.
fn scan(log: &mut impl Read, mac: &PageMac) -> io::Result<bool> {
    let mut start = [0u8; 32];
    if !filled(log, &mut start)? {
        return Ok(true);
    }
    let Some(mut chain) = Chain::begin(&start) else {
        // SQLite ignores such a log. If nothing follows, nothing was lost: the log was just begun.
        return Ok(!filled(log, &mut [0u8; 24 + PAGE])?);
    };
    let (mut follows, mut lost_commits) = (true, 0u32);
    let mut frame = [0u8; 24 + PAGE];
    while filled(log, &mut frame)? {
        let (head, page) = frame.split_at(24);
        let Some(facts) = FrameFacts::read(head) else { break };
        // An older round of the log, which SQLite overwrites from the front.
        if facts.salts != chain.salts {
            if follows {
                break;
            }
            continue;
        }
        let followed = follows;
        follows = follows && chain.follow(head, page, facts.checksum);
        let is_ours = mac.fits(facts.page_number, page);
        if follows && !is_ours {
            return Ok(false);
        }
        // The broken frame itself need not be readable to have ended a commit.
        let is_first_broken = followed && !follows;
        if !follows && facts.is_commit && (is_ours || is_first_broken) {
            lost_commits += 1;
        }
    }
    // One commit at or behind a broken frame may be a last one the power cut; of two, the first
    // was acknowledged.
    Ok(lost_commits < 2)
}

fn filled(log: &mut impl Read, into: &mut [u8]) -> io::Result<bool> {
    match log.read_exact(into) {
        Ok(()) => Ok(true),
        Err(end) if end.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

struct FrameFacts {
    page_number: u32,
    is_commit: bool,
    salts: [u8; 8],
    checksum: [u32; 2],
}

impl FrameFacts {
    fn read(head: &[u8]) -> Option<FrameFacts> {
        let mut fields = Reader::new(head);
        Some(FrameFacts {
            page_number: u32::from_be_bytes(fields.array()?),
            is_commit: fields.array::<4>()? != [0; 4],
            salts: fields.array()?,
            checksum: [u32::from_be_bytes(fields.array()?), u32::from_be_bytes(fields.array()?)],
        })
    }
}

/// SQLite's running checksum (file format, section 4.2).
struct Chain {
    salts: [u8; 8],
    is_big_endian: bool,
    sums: [u32; 2],
}

impl Chain {
    fn begin(start: &[u8; 32]) -> Option<Chain> {
        let mut fields = Reader::new(start);
        let is_big_endian = match u32::from_be_bytes(fields.array()?) {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let (_version, page) = (fields.array::<4>()?, u32::from_be_bytes(fields.array()?));
        let (_round, salts) = (fields.array::<4>()?, fields.array()?);
        let mut chain = Chain { salts, is_big_endian, sums: [0; 2] };
        chain.add(start.split_at(24).0);
        let told = [u32::from_be_bytes(fields.array()?), u32::from_be_bytes(fields.array()?)];
        (chain.sums == told && usize::try_from(page) == Ok(PAGE)).then_some(chain)
    }

    /// Whether the frame continues what came before.
    fn follow(&mut self, head: &[u8], page: &[u8], checksum: [u32; 2]) -> bool {
        self.add(head.split_at(8).0);
        self.add(page);
        self.sums == checksum
    }

    fn add(&mut self, bytes: &[u8]) {
        let [mut first, mut second] = self.sums;
        let read = if self.is_big_endian { u32::from_be_bytes } else { u32::from_le_bytes };
        for (a, b) in bytes.as_chunks::<8>().0.iter().map(|pair| {
            let [a, b, c, d, e, f, g, h] = *pair;
            (read([a, b, c, d]), read([e, f, g, h]))
        }) {
            first = first.wrapping_add(a).wrapping_add(second);
            second = second.wrapping_add(b).wrapping_add(first);
        }
        self.sums = [first, second];
    }
}

/// Recognises pages of one book by SQLCipher's own MAC: HMAC-SHA512 over the page and its number,
/// under a key stretched twice from the database key with the salt XOR 0x3a.
struct PageMac(Zeroizing<[u8; 32]>);

impl PageMac {
    fn derive(key: &BookKey) -> PageMac {
        let mut salt = key.derive("database-salt");
        salt.iter_mut().for_each(|byte| *byte ^= 0x3a);
        let database_key = key.derive("database-key");
        let one = [0, 0, 0, 1];
        let first = mac_512(&database_key, &[salt.split_at(16).0, &one]);
        let second = mac_512(&database_key, &[first.as_slice()]);
        let mut stretched = Zeroizing::new([0u8; 32]);
        for (to, (a, b)) in stretched.iter_mut().zip(first.iter().zip(second.iter())) {
            *to = a ^ b;
        }
        PageMac(stretched)
    }

    fn fits(&self, number: u32, page: &[u8]) -> bool {
        let Some((body, mac)) = page.split_last_chunk::<PAGE_MAC>() else { return false };
        // The first page starts with the salt, which is not under the MAC.
        let body = if number == 1 { body.get(16..).unwrap_or_default() } else { body };
        *mac_512(&self.0, &[body, &number.to_le_bytes()]) == *mac
    }
}

fn mac_512(key: &[u8; 32], parts: &[&[u8]]) -> Zeroizing<[u8; 64]> {
    let Ok(mut mac) = Hmac::<Sha512>::new_from_slice(key) else {
        unreachable!("HMAC takes keys of any length")
    };
    parts.iter().for_each(|part| mac.update(part));
    Zeroizing::new(mac.finalize().into_bytes().into())
}
