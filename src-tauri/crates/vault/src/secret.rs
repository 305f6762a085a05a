//! A password in memory: wiped when dropped, never printed.

use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A password as typed.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The bytes the key derivation sees. Composed form (NFC), because keyboards differ between
    /// systems in how they send an accented letter and the book travels between them.
    pub(crate) fn bytes(&self) -> Zeroizing<Vec<u8>> {
        // Twice the room, so that composing does not move the text and leave a copy behind.
        let mut composed = Zeroizing::new(String::with_capacity(self.0.len().saturating_mul(4)));
        composed.extend(self.0.nfc());
        Zeroizing::new(composed.as_bytes().to_vec())
    }

    /// How many characters were typed, for a rule about length.
    pub fn length(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Secret {
    fn from(typed: String) -> Secret {
        Secret(Zeroizing::new(typed))
    }
}

impl From<&str> for Secret {
    fn from(typed: &str) -> Secret {
        Secret(Zeroizing::new(typed.to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_the_same_however_the_keyboard_composes_it() {
        assert_eq!(Secret::from("caf\u{e9}").bytes(), Secret::from("cafe\u{301}").bytes());
        assert_ne!(Secret::from("cafe").bytes(), Secret::from("caf\u{e9}").bytes());
    }

    #[test]
    fn a_password_is_never_printed() {
        assert!(!format!("{:?}", Secret::from("abacus")).contains("abacus"));
    }
}
