//! The book key and every key derived from it; random bytes and sealed boxes for the rest.

use crate::error::{Result, VaultError};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

/// A 256-bit key, wiped when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// The authentication tag AES-GCM adds.
pub(crate) const TAG_LENGTH: usize = 16;

/// The random key everything in one book is encrypted under.
#[derive(Clone)]
pub(crate) struct BookKey {
    bytes: Key,
    book_uid: Uuid,
}

impl BookKey {
    pub(crate) fn make(book_uid: Uuid) -> Result<BookKey> {
        Ok(BookKey { bytes: Zeroizing::new(make_bytes()?), book_uid })
    }

    pub(crate) fn from_bytes(bytes: Key, book_uid: Uuid) -> BookKey {
        BookKey { bytes, book_uid }
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// A key for one purpose only; the book's uid is the salt.
    pub(crate) fn derive(&self, purpose: &str) -> Key {
        derive_key(self.bytes(), self.book_uid.as_bytes(), &format!("kontor/1/book/{purpose}"))
    }
}

/// HKDF-SHA256.
pub(crate) fn derive_key(secret: &[u8], salt: &[u8], purpose: &str) -> Key {
    let mut key = Zeroizing::new([0u8; 32]);
    if Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(purpose.as_bytes(), key.as_mut_slice())
        .is_err()
    {
        unreachable!("HKDF-SHA256 gives up to 8160 bytes");
    }
    key
}

/// HMAC-SHA256 over several parts; the caller fixes their lengths or writes them down.
pub(crate) fn derive_mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key) else {
        unreachable!("HMAC takes keys of any length")
    };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Random bytes from the operating system.
pub(crate) fn make_bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
    Ok(bytes)
}

/// AES-256-GCM under a nonce the caller never uses twice with this key.
pub(crate) fn seal(key: &[u8; 32], nonce: &[u8; 12], bound: &[u8], plain: &[u8]) -> Vec<u8> {
    let cipher = Aes256Gcm::new(&(*key).into());
    match cipher.encrypt(&Nonce::from(*nonce), Payload { msg: plain, aad: bound }) {
        Ok(sealed) => sealed,
        Err(_) => unreachable!("AES-GCM seals up to 64 GiB"),
    }
}

/// Opens what [`seal`] made; `None` if a single bit differs.
pub(crate) fn open(
    key: &[u8; 32],
    nonce: &[u8; 12],
    bound: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = Aes256Gcm::new(&(*key).into());
    let payload = Payload { msg: sealed, aad: bound };
    cipher.decrypt(&Nonce::from(*nonce), payload).ok().map(Zeroizing::new)
}
