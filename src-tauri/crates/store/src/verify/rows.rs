//! The digest of all rows, and the mutable rows replayed from their images.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::capture::{APPEND_ONLY, MUTABLE, column_names};
use crate::digest::{RowDigest, RowHasher, encode_value};
use crate::error::Result;
use crate::operations::Head;

/// Walks every captured row and compares the sum of their hashes with the one the last operation recorded.
pub(super) fn digest_misfit(
    connection: &Connection,
    hasher: &RowHasher,
    head: &Head,
) -> Result<Option<String>> {
    let mut digest = RowDigest::default();
    let mut room = Vec::new();
    for noun in APPEND_ONLY.into_iter().chain(MUTABLE) {
        let names = column_names(connection, noun)?;
        let mut statement =
            connection.prepare(&format!("SELECT {} FROM {noun}", names.join(", ")))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut hash = hasher.begin(noun, &mut room);
            for index in 0..names.len() {
                hash.value(row.get_ref(index)?);
            }
            digest.add(hash.finish());
        }
    }
    let fits = digest.to_bytes() == head.digest;
    Ok((!fits).then(|| format!("rows after operation {}", head.number)))
}

/// Replays the images of mutable rows from the first operation on: each must begin with what the ones before left,
/// and the last must be what the tables hold.
pub(super) fn image_misfit(connection: &Connection) -> Result<Option<String>> {
    let mut replayed: BTreeMap<String, BTreeSet<Vec<u8>>> = BTreeMap::new();
    let mut statement = connection.prepare(
        "SELECT operation, noun, before, after FROM operation_image ORDER BY operation, no",
    )?;
    let mut images = statement.query([])?;
    while let Some(image) = images.next()? {
        let (operation, noun): (i64, String) = (image.get(0)?, image.get(1)?);
        let rows = replayed.entry(noun.clone()).or_default();
        if let Some(before) = image.get::<_, Option<Vec<u8>>>(2)?
            && !rows.remove(&before)
        {
            return Ok(Some(format!("{noun} at operation {operation}")));
        }
        if let Some(after) = image.get::<_, Option<Vec<u8>>>(3)? {
            rows.insert(after);
        }
    }
    for noun in MUTABLE {
        let mut left = replayed.remove(noun).unwrap_or_default();
        let mut unknown = false;
        each_row(connection, noun, &mut |row| unknown |= !left.remove(row))?;
        if unknown || !left.is_empty() {
            return Ok(Some(noun.to_owned()));
        }
    }
    Ok(None)
}

fn each_row(connection: &Connection, noun: &str, visit: &mut dyn FnMut(&[u8])) -> Result<()> {
    let names = column_names(connection, noun)?;
    let mut statement = connection.prepare(&format!("SELECT {} FROM {noun}", names.join(", ")))?;
    let mut rows = statement.query([])?;
    let mut bytes = Vec::new();
    while let Some(row) = rows.next()? {
        bytes.clear();
        for index in 0..names.len() {
            encode_value(&mut bytes, row.get_ref(index)?);
        }
        visit(&bytes);
    }
    Ok(())
}
