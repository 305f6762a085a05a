//! A person's keys: one to receive the book key with, one to sign with.

use crate::bytes::Reader;
use crate::error::{Result, VaultError};
use crate::keys::{Key, make_bytes};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::UnwrapErr;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use uuid::Uuid;
use zeroize::Zeroizing;

/// Room for a name in a slot; every name takes all of it, so that its length is not seen.
pub(crate) const NAME_ROOM: usize = 96;
/// Bytes of an identity at rest.
pub(crate) const IDENTITY_LENGTH: usize = 32 + 32 + NAME_ROOM;
/// Bytes of a sealed book key: the key and its tag.
pub(crate) const SEALED_KEY_LENGTH: usize = 32 + 16;

const PURPOSE: &[u8] = b"kontor/1/book-key";

/// The public half of a person's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonKeys {
    /// Whose keys.
    pub uid: Uuid,
    /// Checks this person's signatures (Ed25519).
    pub verify_key: [u8; 32],
    /// Seals the book key to this person (X25519).
    pub seal_key: [u8; 32],
}

/// Whether `signature` was made over `bytes` by the holder of `verify_key`.
pub fn verify_signature(verify_key: &[u8; 32], bytes: &[u8], signature: &[u8]) -> bool {
    let Ok(key) = VerifyingKey::from_bytes(verify_key) else { return false };
    let Ok(signature) = Signature::from_slice(signature) else { return false };
    key.verify_strict(bytes, &signature).is_ok()
}

/// The secret half, in memory only while a book is open.
#[derive(Clone)]
pub(crate) struct Identity {
    pub(crate) uid: Uuid,
    pub(crate) name: String,
    unseal: Key,
    sign: SigningKey,
}

impl Identity {
    pub(crate) fn make(uid: Uuid, name: &str) -> Result<Identity> {
        if name.trim().is_empty() || name.len() >= NAME_ROOM {
            return Err(VaultError::UnfitPerson);
        }
        let (seed, sign) = (Zeroizing::new(make_bytes::<32>()?), Zeroizing::new(make_bytes()?));
        let (unseal, _) = X25519HkdfSha256::derive_keypair(seed.as_slice());
        Ok(Identity {
            uid,
            name: name.trim().to_owned(),
            unseal: Zeroizing::new(unseal.to_bytes().into()),
            sign: SigningKey::from_bytes(&sign),
        })
    }

    pub(crate) fn public(&self) -> PersonKeys {
        let seal_key = match <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&self.unseal[..]) {
            Ok(unseal) => X25519HkdfSha256::sk_to_pk(&unseal).to_bytes().into(),
            Err(_) => unreachable!("any 32 bytes are an X25519 key"),
        };
        PersonKeys { uid: self.uid, verify_key: self.sign.verifying_key().to_bytes(), seal_key }
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.sign.sign(bytes).to_bytes()
    }

    /// The book key, if `sealed` was sealed to this identity and bound to the same facts.
    pub(crate) fn unseal(&self, sealed: &SealedKey, bound: &[u8]) -> Option<Key> {
        let unseal = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&self.unseal[..]).ok()?;
        let carrier = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&sealed.carrier).ok()?;
        let opened = hpke::single_shot_open::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &unseal,
            &carrier,
            PURPOSE,
            &sealed.sealed,
            bound,
        );
        let opened = Zeroizing::new(opened.ok()?);
        Some(Zeroizing::new(opened.as_slice().try_into().ok()?))
    }

    pub(crate) fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(IDENTITY_LENGTH));
        bytes.extend_from_slice(self.unseal.as_slice());
        bytes.extend_from_slice(self.sign.as_bytes());
        bytes.extend_from_slice(&[u8::try_from(self.name.len()).unwrap_or(0)]);
        bytes.extend_from_slice(self.name.as_bytes());
        bytes.resize(IDENTITY_LENGTH, 0);
        bytes
    }

    pub(crate) fn decode(uid: Uuid, bytes: &[u8]) -> Option<Identity> {
        let mut reader = Reader::new(bytes);
        let unseal = Zeroizing::new(reader.array()?);
        let sign = Zeroizing::new(reader.array()?);
        let length = usize::from(reader.u8()?);
        let name = std::str::from_utf8(reader.slice(length)?).ok()?.to_owned();
        Some(Identity { uid, name, unseal, sign: SigningKey::from_bytes(&sign) })
    }
}

/// The book key sealed to one identity.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct SealedKey {
    pub(crate) carrier: [u8; 32],
    pub(crate) sealed: [u8; SEALED_KEY_LENGTH],
}

impl SealedKey {
    /// Seals to a public key; nobody's password is needed.
    pub(crate) fn make(book_key: &[u8; 32], to: &PersonKeys, bound: &[u8]) -> Result<SealedKey> {
        // The generator below cannot report a failure; ask it once in a way that can.
        make_bytes::<32>()?;
        let public = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&to.seal_key);
        let public = public.map_err(|_| VaultError::NotAdmitted)?;
        let sealed = hpke::single_shot_seal_with_rng::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base,
            &public,
            PURPOSE,
            book_key,
            bound,
            &mut UnwrapErr(getrandom::SysRng),
        );
        let (carrier, sealed) = sealed.map_err(|_| VaultError::NotAdmitted)?;
        let sealed = sealed.as_slice().try_into().map_err(|_| VaultError::NotAdmitted)?;
        Ok(SealedKey { carrier: carrier.to_bytes().into(), sealed })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_comes_back_from_its_bytes() {
        let made = Identity::make(Uuid::from_u128(7), "王小明").unwrap();
        let bytes = made.encode();
        assert_eq!(bytes.len(), IDENTITY_LENGTH);
        let read = Identity::decode(made.uid, &bytes).unwrap();
        assert_eq!(read.public(), made.public());
        assert_eq!(read.name, "王小明");
    }

    #[test]
    fn a_key_sealed_to_one_person_opens_for_nobody_else_and_for_no_other_use() {
        let (one, other) = (
            Identity::make(Uuid::from_u128(1), "one").unwrap(),
            Identity::make(Uuid::from_u128(2), "other").unwrap(),
        );
        let sealed = SealedKey::make(&[9; 32], &one.public(), b"here").unwrap();
        assert_eq!(*one.unseal(&sealed, b"here").unwrap(), [9; 32]);
        assert!(one.unseal(&sealed, b"there").is_none());
        assert!(other.unseal(&sealed, b"here").is_none());
    }

    #[test]
    fn a_signature_holds_for_its_bytes_and_signer_only() {
        let one = Identity::make(Uuid::nil(), "one").unwrap();
        let other = Identity::make(Uuid::nil(), "other").unwrap();
        let signature = one.sign(b"entry 1");
        assert!(verify_signature(&one.public().verify_key, b"entry 1", &signature));
        assert!(!verify_signature(&one.public().verify_key, b"entry 2", &signature));
        assert!(!verify_signature(&other.public().verify_key, b"entry 1", &signature));
        assert!(!verify_signature(&one.public().verify_key, b"entry 1", &signature[..63]));
    }

    #[test]
    fn a_name_must_be_there_and_fit() {
        assert!(matches!(Identity::make(Uuid::nil(), "  "), Err(VaultError::UnfitPerson)));
        assert!(Identity::make(Uuid::nil(), &"a".repeat(95)).is_ok());
        assert!(matches!(
            Identity::make(Uuid::nil(), &"a".repeat(96)),
            Err(VaultError::UnfitPerson)
        ));
    }
}
