//! From a password to the key that opens one slot: Argon2id with a floor and a ceiling.

use crate::error::{Result, VaultError};
use crate::keys::{Key, derive_key};
use crate::secret::Secret;
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

/// The stored cost of one guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KdfParameters {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

/// What new slots are made with.
pub(crate) const DEFAULT: KdfParameters =
    KdfParameters { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
const FLOOR: KdfParameters = DEFAULT;
const CEILING: KdfParameters = KdfParameters { memory_kib: 1024 * 1024, passes: 10, lanes: 8 };

impl KdfParameters {
    /// Refuses costs somebody lowered to guess faster, or raised to exhaust the machine.
    pub(crate) fn check(&self) -> Result<()> {
        if self.memory_kib < FLOOR.memory_kib
            || self.passes < FLOOR.passes
            || self.lanes < FLOOR.lanes
        {
            return Err(VaultError::WeakParameters);
        }
        if self.memory_kib > CEILING.memory_kib
            || self.passes > CEILING.passes
            || self.lanes > CEILING.lanes
        {
            return Err(VaultError::ExcessiveParameters);
        }
        Ok(())
    }
}

/// The keys one slot is opened with: one wraps, the other shows beforehand that the first is the
/// right one. AES-GCM alone does not bind a ciphertext to a single key.
pub(crate) struct SlotKeys {
    pub(crate) wrap: Key,
    pub(crate) commitment: Key,
}

/// Derives the slot keys from a password. The parameters are checked first.
pub(crate) fn derive_from_password(
    password: &Secret,
    salt: &[u8; 16],
    parameters: &KdfParameters,
) -> Result<SlotKeys> {
    parameters.check()?;
    let params = Params::new(parameters.memory_kib, parameters.passes, parameters.lanes, Some(32))
        .map_err(|_| VaultError::ExcessiveParameters)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut stretched = Zeroizing::new([0u8; 32]);
    argon
        .hash_password_into(&password.bytes(), salt, stretched.as_mut_slice())
        .map_err(|_| VaultError::ExcessiveParameters)?;
    Ok(derive_slot_keys(&stretched, salt))
}

/// Derives the slot keys from the recovery secret, which needs no stretching: it is random.
pub(crate) fn derive_from_recovery(secret: &[u8; 32], salt: &[u8; 16]) -> SlotKeys {
    derive_slot_keys(secret, salt)
}

fn derive_slot_keys(secret: &[u8; 32], salt: &[u8; 16]) -> SlotKeys {
    SlotKeys {
        wrap: derive_key(secret, salt, "kontor/1/slot/wrap"),
        commitment: derive_key(secret, salt, "kontor/1/slot/commitment"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn with(memory_kib: u32, passes: u32, lanes: u32) -> Result<()> {
        KdfParameters { memory_kib, passes, lanes }.check()
    }

    #[test]
    fn the_floor_and_the_ceiling_are_themselves_allowed() {
        assert!(FLOOR.check().is_ok());
        assert!(CEILING.check().is_ok());
    }

    #[test]
    fn anything_cheaper_is_weak_and_anything_dearer_excessive() {
        for weak in [with(64 * 1024 - 1, 3, 1), with(64 * 1024, 2, 1), with(64 * 1024, 3, 0)] {
            assert!(matches!(weak, Err(VaultError::WeakParameters)));
        }
        for dear in [with(1024 * 1024 + 1, 3, 1), with(64 * 1024, 11, 1), with(64 * 1024, 3, 9)] {
            assert!(matches!(dear, Err(VaultError::ExcessiveParameters)));
        }
    }

    #[test]
    fn a_refused_cost_is_refused_before_any_memory_is_taken() {
        let huge = KdfParameters { memory_kib: u32::MAX, passes: u32::MAX, lanes: 8 };
        let answer = derive_from_password(&Secret::from("x"), &[0; 16], &huge);
        assert!(matches!(answer, Err(VaultError::ExcessiveParameters)));
    }
}
