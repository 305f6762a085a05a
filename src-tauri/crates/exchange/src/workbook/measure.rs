//! What a package would unpack to, counted while it is unpacked into nothing: what its directory claims is not believed.

use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;

use super::whole;
use crate::fault::{FaultReason, OpenError};

/// The most bytes of a file.
pub const LARGEST_FILE: usize = 128 * 1024 * 1024;
/// The most files in a package.
const MOST_PARTS: usize = 4096;
/// The most that all parts may unpack to.
const LARGEST_UNPACKED: u64 = 768 * 1024 * 1024;
/// How many times larger a part may become; the XML of honest sheets shrinks to a thirtieth, rarely to a hundredth.
const LARGEST_RATIO: u64 = 250;
/// Below this nobody asks how well it was packed.
const SMALL: u64 = 4 * 1024 * 1024;

/// Refuses a package that is broken, locked, or a bomb.
pub(super) fn measure(bytes: &Arc<[u8]>) -> Result<(), OpenError> {
    if bytes.len() > LARGEST_FILE {
        return Err(whole(FaultReason::TableTooLarge));
    }
    let not_one = |_| whole(FaultReason::NotAWorkbook);
    let mut package = ZipArchive::new(Cursor::new(Arc::clone(bytes))).map_err(not_one)?;
    if package.len() > MOST_PARTS {
        return Err(whole(FaultReason::TableTooLarge));
    }
    let mut left = LARGEST_UNPACKED;
    let mut piece = vec![0; 64 * 1024];
    for number in 0..package.len() {
        let mut part = package.by_index(number).map_err(not_one)?;
        let most = left.min(SMALL.max(part.compressed_size().saturating_mul(LARGEST_RATIO)));
        let mut unpacked = 0_u64;
        loop {
            let count = part.read(&mut piece).map_err(|_| whole(FaultReason::NotAWorkbook))?;
            if count == 0 {
                break;
            }
            unpacked += count as u64;
            if unpacked > most {
                return Err(whole(FaultReason::TableTooLarge));
            }
        }
        left -= unpacked;
    }
    Ok(())
}
