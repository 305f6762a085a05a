//! The recovery sheet: a random secret to print, keep in a safe and type when all passwords are
//! lost.

use crate::error::Result;
use crate::keys::{Key, make_bytes};
use sha2::{Digest, Sha256};
use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// Digits and capitals without I, L, O and U, which are misread (Crockford).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_LENGTH: usize = 32;
const CHECK_LENGTH: usize = 3;
const SYMBOLS: usize = (SECRET_LENGTH + CHECK_LENGTH) * 8 / 5;
const GROUP: usize = 4;

/// What is printed: fourteen groups of four letters and digits, the last ones a checksum.
pub struct RecoverySheet {
    groups: Zeroizing<String>,
}

impl RecoverySheet {
    pub(crate) fn make() -> Result<(RecoverySheet, Key)> {
        let secret = Zeroizing::new(make_bytes::<SECRET_LENGTH>()?);
        Ok((RecoverySheet { groups: encode(&secret) }, secret))
    }

    /// The groups, separated by hyphens, for printing once.
    pub fn groups(&self) -> &str {
        &self.groups
    }

    /// Whether this was typed, whatever the case, spaces and hyphens.
    pub fn confirm(&self, typed: &str) -> bool {
        match (decode(&self.groups), decode(typed)) {
            (Some(printed), Some(typed)) => printed.ct_eq(typed.as_slice()).into(),
            _ => false,
        }
    }
}

impl fmt::Debug for RecoverySheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoverySheet(..)")
    }
}

/// The secret that was typed; `None` when the checksum does not fit.
pub(crate) fn decode(typed: &str) -> Option<Key> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(SECRET_LENGTH + CHECK_LENGTH));
    let (mut window, mut bits, mut symbols) = (0u32, 0u32, 0usize);
    for letter in typed.chars().filter(|c| c.is_alphanumeric()) {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = ALPHABET.iter().position(|symbol| char::from(*symbol) == letter)?;
        window = (window << 5) | u32::try_from(value).ok()?;
        bits += 5;
        symbols += 1;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((window >> bits) & 0xff).ok()?);
        }
        window &= 0xff;
    }
    let (secret, check) = bytes.split_first_chunk::<SECRET_LENGTH>()?;
    (symbols == SYMBOLS && derive_check(secret) == check).then(|| Zeroizing::new(*secret))
}

fn encode(secret: &[u8; SECRET_LENGTH]) -> Zeroizing<String> {
    let mut groups = Zeroizing::new(String::with_capacity(SYMBOLS + SYMBOLS / GROUP));
    let (mut window, mut bits, mut symbols) = (0u32, 0u32, 0usize);
    for byte in secret.iter().chain(&derive_check(secret)) {
        window = ((window << 8) | u32::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            if symbols > 0 && symbols % GROUP == 0 {
                groups.push('-');
            }
            let value = usize::try_from((window >> bits) & 31).unwrap_or(0);
            groups.extend(ALPHABET.get(value).map(|symbol| char::from(*symbol)));
            symbols += 1;
        }
    }
    groups
}

fn derive_check(secret: &[u8; SECRET_LENGTH]) -> [u8; CHECK_LENGTH] {
    let digest: [u8; 32] = Sha256::new()
        .chain_update("kontor/1/recovery-sheet")
        .chain_update(secret)
        .finalize()
        .into();
    let [a, b, c, ..] = digest;
    [a, b, c]
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_fourteen_groups_and_reads_back() {
        for _ in 0..50 {
            let (sheet, secret) = RecoverySheet::make().unwrap();
            assert_eq!(sheet.groups().split('-').count(), 14);
            assert!(sheet.groups().split('-').all(|group| group.len() == 4));
            assert_eq!(*decode(sheet.groups()).unwrap(), *secret);
        }
    }

    #[test]
    fn typing_is_forgiven_case_spaces_and_lookalikes() {
        let groups = encode(&[0; 32]);
        let sheet = RecoverySheet { groups };
        let typed = sheet.groups().to_lowercase().replace('-', "  ").replace('0', "o");
        assert!(sheet.confirm(&typed));
    }

    #[test]
    fn one_wrong_missing_or_swapped_letter_is_noticed() {
        let (sheet, _) = RecoverySheet::make().unwrap();
        let letters: Vec<char> = sheet.groups().chars().filter(|c| *c != '-').collect();
        for at in 0..letters.len() {
            let mut wrong = letters.clone();
            wrong[at] = if wrong[at] == '7' { '8' } else { '7' };
            assert!(decode(&wrong.iter().collect::<String>()).is_none());
            let mut short = letters.clone();
            short.remove(at);
            assert!(!sheet.confirm(&short.iter().collect::<String>()));
            if at > 0 && letters[at] != letters[at - 1] {
                let mut swapped = letters.clone();
                swapped.swap(at, at - 1);
                assert!(decode(&swapped.iter().collect::<String>()).is_none());
            }
        }
    }

    #[test]
    fn the_sheet_is_never_printed_by_accident() {
        let (sheet, _) = RecoverySheet::make().unwrap();
        assert_eq!(format!("{sheet:?}"), "RecoverySheet(..)");
    }
}
