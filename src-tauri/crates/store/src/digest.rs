//! The digest of all rows: the sum of keyed hashes of single rows, so that it moves with each change and needs no walk.
//!
//! A page put back by somebody without the key changes rows and so the sum; `verify` walks all rows and compares.

use rusqlite::types::{Value, ValueRef};
use sha2::{Digest as _, Sha256};

/// A sum of row hashes modulo 2^256.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowDigest([u64; 4]);

impl RowDigest {
    /// Reads what an operation recorded.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: [u8; 32] = bytes.try_into().ok()?;
        let mut words = [0; 4];
        for (word, chunk) in words.iter_mut().zip(bytes.chunks_exact(8)) {
            *word = u64::from_le_bytes(chunk.try_into().ok()?);
        }
        Some(Self(words))
    }

    /// The sum as bytes.
    pub(crate) fn to_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (chunk, word) in bytes.chunks_exact_mut(8).zip(self.0) {
            chunk.copy_from_slice(&word.to_le_bytes());
        }
        bytes
    }

    /// Adds a row.
    pub(crate) fn add(&mut self, row: [u8; 32]) {
        let Some(row) = Self::from_bytes(&row) else { return };
        let mut carry = 0_u128;
        for (word, other) in self.0.iter_mut().zip(row.0) {
            let sum = u128::from(*word) + u128::from(other) + carry;
            *word = sum as u64;
            carry = sum >> 64;
        }
    }

    /// Takes a row out.
    pub(crate) fn take(&mut self, row: [u8; 32]) {
        let Some(row) = Self::from_bytes(&row) else { return };
        let mut borrow = false;
        for (word, other) in self.0.iter_mut().zip(row.0) {
            let (less, first) = word.overflowing_sub(other);
            let (less, second) = less.overflowing_sub(u64::from(borrow));
            *word = less;
            borrow = first || second;
        }
    }
}

/// Appends one value in a form in which different values never look alike.
pub(crate) fn encode_value(bytes: &mut Vec<u8>, value: ValueRef<'_>) {
    let text = |bytes: &mut Vec<u8>, tag: u8, text: &[u8]| {
        begin_text(bytes, tag, text);
        bytes.extend_from_slice(text);
    };
    match value {
        ValueRef::Null => bytes.push(0),
        ValueRef::Integer(number) => {
            bytes.push(1);
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        // The tables are strict and hold no reals; one that appears still gets its own form.
        ValueRef::Real(number) => {
            bytes.push(2);
            bytes.extend_from_slice(&number.to_bits().to_le_bytes());
        }
        ValueRef::Text(value) => text(bytes, 3, value),
        ValueRef::Blob(value) => text(bytes, BLOB, value),
    }
}

/// The values of a row as [`encode_value`] wrote them; what does not read as such ends it.
pub(crate) fn decode_row(mut bytes: &[u8]) -> Vec<Value> {
    let mut values = Vec::new();
    while let Some((value, rest)) = decode_value(bytes) {
        values.push(value);
        bytes = rest;
    }
    values
}

fn decode_value(bytes: &[u8]) -> Option<(Value, &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    if *tag == 0 {
        return Some((Value::Null, rest));
    }
    let (eight, rest) = rest.split_first_chunk::<8>()?;
    let size = || usize::try_from(u64::from_le_bytes(*eight)).ok();
    match *tag {
        1 => Some((Value::Integer(i64::from_le_bytes(*eight)), rest)),
        3 => {
            let (text, rest) = rest.split_at_checked(size()?)?;
            Some((Value::Text(String::from_utf8(text.to_vec()).ok()?), rest))
        }
        BLOB => {
            let (blob, rest) = rest.split_at_checked(size()?)?;
            Some((Value::Blob(blob.to_vec()), rest))
        }
        _ => None,
    }
}

const BLOB: u8 = 4;

fn begin_text(bytes: &mut Vec<u8>, tag: u8, text: &[u8]) {
    bytes.push(tag);
    bytes.extend_from_slice(&(text.len() as u64).to_le_bytes());
}

/// From this size on, in bytes, a value is hashed where it lies and not copied first.
const LARGE: usize = 4096;

/// A row being hashed value by value, as [`encode_value`] writes them.
pub(crate) struct RowHash<'a> {
    hasher: Sha256,
    encoded: &'a mut Vec<u8>,
}

impl RowHash<'_> {
    /// Adds the next value.
    pub(crate) fn value(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Blob(blob) if blob.len() >= LARGE => {
                begin_text(self.encoded, BLOB, blob);
                self.hasher.update(&self.encoded);
                self.encoded.clear();
                self.hasher.update(blob);
            }
            value => encode_value(self.encoded, value),
        }
    }

    /// The hash of the row.
    pub(crate) fn finish(mut self) -> [u8; 32] {
        self.hasher.update(&self.encoded);
        self.hasher.finalize().into()
    }
}

/// Hashes rows of a book with its key.
#[derive(Clone)]
pub(crate) struct RowHasher {
    keyed: Sha256,
}

impl RowHasher {
    /// A hasher that begins every row with the key, one block long so that its work is done once.
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        let mut keyed = Sha256::new();
        keyed.update(key);
        keyed.update([0; 32]);
        Self { keyed }
    }

    /// The hash of one row of a table, given as its encoded values.
    pub(crate) fn hash(&self, noun: &str, row: &[u8]) -> [u8; 32] {
        let mut hasher = self.of(noun);
        hasher.update(row);
        hasher.finalize().into()
    }

    /// Begins the hash of one row of a table; `encoded` is room to work in.
    pub(crate) fn begin<'a>(&self, noun: &str, encoded: &'a mut Vec<u8>) -> RowHash<'a> {
        encoded.clear();
        RowHash { hasher: self.of(noun), encoded }
    }

    fn of(&self, noun: &str) -> Sha256 {
        let mut hasher = self.keyed.clone();
        hasher.update((noun.len() as u64).to_le_bytes());
        hasher.update(noun.as_bytes());
        hasher
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_rows_does_not_matter_and_taking_undoes_adding() {
        let hasher = RowHasher::new(&[7; 32]);
        let rows: Vec<_> = (0..50_u8).map(|n| hasher.hash("entry", &[n])).collect();
        let mut forward = RowDigest::default();
        rows.iter().for_each(|row| forward.add(*row));
        let mut backward = RowDigest::default();
        rows.iter().rev().for_each(|row| backward.add(*row));
        assert_eq!(forward, backward);
        rows.iter().for_each(|row| forward.take(*row));
        assert_eq!(forward, RowDigest::default());
        assert_eq!(RowDigest::from_bytes(&backward.to_bytes()), Some(backward));
    }

    #[test]
    fn a_large_value_hashed_where_it_lies_gives_the_hash_of_the_copied_row() {
        let hasher = RowHasher::new(&[7; 32]);
        for size in [0, 1, LARGE - 1, LARGE, 3 * LARGE + 5] {
            let blob = vec![0x5a; size];
            let values = [ValueRef::Integer(4), ValueRef::Blob(&blob), ValueRef::Text(b"after")];
            let (mut room, mut encoded) = (vec![1, 2, 3], Vec::new());
            let mut row = hasher.begin("attachment_content", &mut room);
            for value in values {
                row.value(value);
                encode_value(&mut encoded, value);
            }
            assert_eq!(row.finish(), hasher.hash("attachment_content", &encoded), "{size}");
        }
    }

    #[test]
    fn neighbouring_values_never_look_alike() {
        let encode = |values: &[ValueRef<'_>]| {
            let mut bytes = Vec::new();
            values.iter().for_each(|value| encode_value(&mut bytes, *value));
            bytes
        };
        assert_ne!(
            encode(&[ValueRef::Text(b"ab"), ValueRef::Text(b"c")]),
            encode(&[ValueRef::Text(b"a"), ValueRef::Text(b"bc")])
        );
        assert_ne!(encode(&[ValueRef::Null]), encode(&[ValueRef::Integer(0)]));
        assert_ne!(encode(&[ValueRef::Text(b"1")]), encode(&[ValueRef::Blob(b"1")]));
    }
}
