//! The form of a backup file: a clear preamble with the key slots, a sealed manifest, then the
//! database in sealed chunks.
//!
//! ```text
//! magic 8 · format 2 · zero 2 · header length 4 · manifest length 4 · database size 8 ·
//! salt 32 · nonce prefix 7 · zero 1
//! key-slot header · sealed manifest · SHA-256 of all before
//! chunk 0 · chunk 1 · ... · last chunk      (64 KiB each, AES-256-GCM STREAM, 16 bytes of tag)
//! ```
//! Every chunk is bound to the checksum, and so to everything in front of it.

use crate::FORMAT_VERSION;
use crate::bytes::Reader;
use crate::error::{Result, VaultError};
use crate::header::{COPY_LENGTH, ReadHeader};
use crate::keys::{self, BookKey, Key, TAG_LENGTH, derive_key, make_bytes};
use aead_stream::{DecryptorBE32, EncryptorBE32};
use aes_gcm::Aes256Gcm;
use aes_gcm::aead::KeyInit;
use sha2::{Digest, Sha256};
use std::io::Read;
use zeroize::Zeroizing;

/// Bytes of the database in one chunk.
pub(crate) const CHUNK: usize = 64 * 1024;
/// A manifest is a page of facts, not a copy of the books.
pub(crate) const LONGEST_MANIFEST: usize = 1024 * 1024;

const MAGIC: [u8; 8] = *b"KONTORB\x01";
const FIXED_LENGTH: usize = 8 + 2 + 2 + 4 + 4 + 8 + 32 + 8;

/// The clear front of a backup.
pub(crate) struct Preamble {
    pub(crate) header: ReadHeader,
    pub(crate) database_size: u64,
    salt: [u8; 32],
    nonce_prefix: [u8; 7],
    /// What the manifest's seal is bound to.
    before_manifest: Vec<u8>,
    sealed_manifest: Vec<u8>,
    checksum: [u8; 32],
}

/// Makes the front of a new backup; returns its bytes and what seals the chunks.
pub(crate) fn make_preamble(
    key: &BookKey,
    header: &[u8],
    manifest: &[u8],
    database_size: u64,
) -> Result<(Vec<u8>, ChunkSeal)> {
    let (salt, nonce_prefix) = (make_bytes::<32>()?, make_bytes::<7>()?);
    let mut bytes = Vec::with_capacity(FIXED_LENGTH + header.len() + manifest.len() + 64);
    bytes.extend(MAGIC);
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend([0, 0]);
    bytes.extend(u32::try_from(header.len()).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend(u32::try_from(manifest.len()).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend(database_size.to_le_bytes());
    bytes.extend(salt);
    bytes.extend(nonce_prefix);
    bytes.push(0);
    bytes.extend(header);
    bytes.extend(keys::seal(&manifest_key(key, &salt), &[0; 12], &bytes, manifest));
    let checksum: [u8; 32] = Sha256::digest(&bytes).into();
    bytes.extend(checksum);
    let cipher = Aes256Gcm::new(&(*chunk_key(key, &salt)).into());
    let stream = EncryptorBE32::from_aead(cipher, &nonce_prefix.into());
    Ok((bytes, ChunkSeal { stream, bound: checksum }))
}

impl Preamble {
    /// Reads the front of a backup. Lengths are checked before anything is allocated for them.
    pub(crate) fn read(from: &mut impl Read) -> Result<Preamble> {
        let damaged = |_| VaultError::BackupDamaged;
        let mut fixed = [0u8; FIXED_LENGTH];
        from.read_exact(&mut fixed).map_err(|_| VaultError::NotABackup)?;
        let mut fields = Reader::new(&fixed);
        if fields.array() != Some(MAGIC) {
            return Err(VaultError::NotABackup);
        }
        let facts = read_fixed(&mut fields).ok_or(VaultError::BackupDamaged)?;
        if facts.header_length > COPY_LENGTH || facts.manifest_length > LONGEST_MANIFEST {
            return Err(VaultError::BackupDamaged);
        }
        let mut header = vec![0u8; facts.header_length];
        from.read_exact(&mut header).map_err(damaged)?;
        let mut sealed_manifest = vec![0u8; facts.manifest_length + TAG_LENGTH];
        from.read_exact(&mut sealed_manifest).map_err(damaged)?;
        let mut checksum = [0u8; 32];
        from.read_exact(&mut checksum).map_err(damaged)?;
        let before_manifest = [fixed.as_slice(), &header].concat();
        let found = Sha256::new().chain_update(&before_manifest).chain_update(&sealed_manifest);
        // Before the format number: a flipped bit must not read as "newer".
        if found.finalize()[..] != checksum[..] {
            return Err(VaultError::BackupDamaged);
        }
        if facts.format > FORMAT_VERSION {
            return Err(VaultError::NewerBook { format: facts.format });
        }
        Ok(Preamble {
            header: ReadHeader::single(&header).map_err(|_| VaultError::BackupDamaged)?,
            database_size: facts.database_size,
            salt: facts.salt,
            nonce_prefix: facts.nonce_prefix,
            before_manifest,
            sealed_manifest,
            checksum,
        })
    }

    /// The manifest, if nothing in front of the chunks was changed.
    pub(crate) fn open_manifest(&self, key: &BookKey) -> Result<Zeroizing<Vec<u8>>> {
        let key = manifest_key(key, &self.salt);
        keys::open(&key, &[0; 12], &self.before_manifest, &self.sealed_manifest)
            .ok_or(VaultError::BackupDamaged)
    }

    pub(crate) fn open_chunks(&self, key: &BookKey) -> ChunkOpening {
        let cipher = Aes256Gcm::new(&(*chunk_key(key, &self.salt)).into());
        let stream = DecryptorBE32::from_aead(cipher, &self.nonce_prefix.into());
        ChunkOpening { stream, bound: self.checksum }
    }
}

struct Fixed {
    format: u16,
    header_length: usize,
    manifest_length: usize,
    database_size: u64,
    salt: [u8; 32],
    nonce_prefix: [u8; 7],
}

fn read_fixed(fields: &mut Reader<'_>) -> Option<Fixed> {
    let (format, _zero) = (fields.u16()?, fields.u16()?);
    Some(Fixed {
        format,
        header_length: usize::try_from(fields.u32()?).ok()?,
        manifest_length: usize::try_from(fields.u32()?).ok()?,
        database_size: fields.u64()?,
        salt: fields.array()?,
        nonce_prefix: fields.array()?,
    })
}

/// Seals chunk after chunk.
pub(crate) struct ChunkSeal {
    stream: EncryptorBE32<Aes256Gcm>,
    bound: [u8; 32],
}

impl ChunkSeal {
    pub(crate) fn next(&mut self, chunk: &mut Vec<u8>) -> Result<()> {
        self.stream.encrypt_next_in_place(&self.bound, chunk).map_err(|_| VaultError::BackupDamaged)
    }

    pub(crate) fn last(self, chunk: &mut Vec<u8>) -> Result<()> {
        self.stream.encrypt_last_in_place(&self.bound, chunk).map_err(|_| VaultError::BackupDamaged)
    }
}

/// Opens chunk after chunk; a changed, missing, moved or added one is refused.
pub(crate) struct ChunkOpening {
    stream: DecryptorBE32<Aes256Gcm>,
    bound: [u8; 32],
}

impl ChunkOpening {
    pub(crate) fn next(&mut self, chunk: &mut Vec<u8>) -> Result<()> {
        self.stream.decrypt_next_in_place(&self.bound, chunk).map_err(|_| VaultError::BackupDamaged)
    }

    pub(crate) fn last(self, chunk: &mut Vec<u8>) -> Result<()> {
        self.stream.decrypt_last_in_place(&self.bound, chunk).map_err(|_| VaultError::BackupDamaged)
    }
}

fn manifest_key(key: &BookKey, salt: &[u8; 32]) -> Key {
    derive_key(key.derive("backup").as_slice(), salt, "kontor/1/backup/manifest")
}

fn chunk_key(key: &BookKey, salt: &[u8; 32]) -> Key {
    derive_key(key.derive("backup").as_slice(), salt, "kontor/1/backup/chunks")
}
