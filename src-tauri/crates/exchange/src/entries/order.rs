//! Whether an entry's rows follow each other in the file, and how they are made to.

use std::collections::hash_map::RandomState;
use std::collections::{HashSet, VecDeque};
use std::hash::BuildHasher;

use super::FAULTS_LIMIT;
use crate::fault::{Fault, OpenError};
use crate::guard;
use crate::record::Record;
use crate::sheet::{Header, RecordsUnderHeader};
use crate::sort::{Sorted, Sorter};

/// How many entries are remembered, a hash each, before a file counts as unordered. It is what a table of a million
/// slots holds before it grows.
const REMEMBERED_LIMIT: usize = 900_000;

/// What the rows of one entry have in common.
pub(super) fn key<'r>(header: &Header, record: &'r Record) -> &'r str {
    guard::take_off(header.cell(record, "entry").trim())
}

/// Whether the rows of each entry follow each other. Two entries with the same hash only cost a needless sorting.
pub(super) fn is_grouped(mut records: RecordsUnderHeader) -> bool {
    let hasher = RandomState::new();
    let mut seen = HashSet::new();
    let mut last = None;
    let mut record = Record::default();
    loop {
        match records.read(&mut record) {
            Ok(false) => return true,
            // Faults are given when the rows are read for good.
            Err(_) => {}
            Ok(true) => {
                let hash = hasher.hash_one(key(records.header(), &record));
                if last != Some(hash) {
                    if !seen.insert(hash) || seen.len() > REMEMBERED_LIMIT {
                        return false;
                    }
                    last = Some(hash);
                }
            }
        }
    }
}

/// Sorts by entry and then by the row in which the entry first appears.
pub(super) fn sort(
    mut records: RecordsUnderHeader,
    faults: &mut VecDeque<Fault>,
) -> Result<Sorted, OpenError> {
    let mut by_entry = Sorter::new();
    let mut record = Record::default();
    while faults.len() < FAULTS_LIMIT {
        match records.read(&mut record) {
            Ok(false) => break,
            Err(fault) => faults.push_back(fault),
            Ok(true) => {
                by_entry.push(sorting_key(&records, &record), record.to_bytes())?;
            }
        }
    }
    let mut by_first_row = Sorter::new();
    let mut last: Option<(Vec<u8>, [u8; 8])> = None;
    for item in by_entry.finish()? {
        let (key, value) = item?;
        let Some((entry, row)) = key.split_last_chunk::<8>() else { continue };
        let first_row = match &last {
            Some((last_entry, first_row)) if last_entry == entry => *first_row,
            _ => {
                last = Some((entry.to_vec(), *row));
                *row
            }
        };
        by_first_row.push([first_row, *row].concat(), value)?;
    }
    Ok(by_first_row.finish()?)
}

/// The entry, then the row: a text holds no zero byte, so no entry's rows come between another's.
fn sorting_key(records: &RecordsUnderHeader, record: &Record) -> Vec<u8> {
    let mut key = key(records.header(), record).as_bytes().to_vec();
    key.push(0);
    key.extend(record.row.to_be_bytes());
    key
}
