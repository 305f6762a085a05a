//! What the readers and writers promise, tested through the crate's public face.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod encodings;
mod entries;
mod faults;
mod round_trip;
mod shipped;

use std::io::Write;
use std::path::Path;

use kontor_exchange::{Fault, FaultReason, OpenError, Rows, Sheet};
use kontor_ledger::money::Currency;

/// A file with these bytes.
pub(crate) fn file(bytes: impl AsRef<[u8]>) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes.as_ref()).unwrap();
    file
}

/// Opens a file that must open.
pub(crate) fn open<T: Sheet>(path: &Path) -> Rows<T> {
    Rows::open(path, Currency::CNY).unwrap_or_else(|error| panic!("{error:?}"))
}

/// All rows of a file without faults.
pub(crate) fn rows<T: Sheet>(bytes: impl AsRef<[u8]>) -> Vec<T> {
    open(file(bytes).path()).map(|row| row.unwrap().1).collect()
}

/// All faults of a file, of its header or of its rows.
pub(crate) fn faults<T: Sheet>(bytes: impl AsRef<[u8]>) -> Vec<Fault> {
    match Rows::<T>::open(file(bytes).path(), Currency::CNY) {
        Ok(rows) => rows.filter_map(Result::err).collect(),
        Err(OpenError::Faults(faults)) => faults,
        Err(OpenError::Io(error)) => panic!("{error}"),
    }
}

/// A fault of a cell.
pub(crate) fn at(row: u64, column: &str, reason: FaultReason) -> Fault {
    Fault { row, column: Some(column.to_owned()), reason }
}

/// A fault of a row.
pub(crate) fn of_row(row: u64, reason: FaultReason) -> Fault {
    Fault { row, column: None, reason }
}
