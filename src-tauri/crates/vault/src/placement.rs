//! Where a byte of the database lies in the file: behind the header, around SQLite's lock bytes.
//!
//! SQLite locks bytes at 1 GiB of the *file* it opened. Shifting the database by the header's
//! length would put live pages under them, and Windows refuses writes to locked bytes; so the
//! 64 KiB there are never used.

/// Bytes in front of the database.
pub(crate) const HEADER_LENGTH: u64 = 64 * 1024;
/// Bytes of one of SQLite's pages.
pub(crate) const PAGE_LENGTH: u64 = 4096;
/// Where SQLite's lock bytes lie (`PENDING_BYTE`).
pub(crate) const HOLE_START: u64 = 0x4000_0000;
/// How many bytes are left alone there.
pub(crate) const HOLE_LENGTH: u64 = 64 * 1024;

/// The place in the file of the database's byte `offset`.
pub(crate) const fn place(offset: u64) -> u64 {
    let shifted = offset.saturating_add(HEADER_LENGTH);
    if shifted >= HOLE_START { shifted.saturating_add(HOLE_LENGTH) } else { shifted }
}

/// The length of a file whose database has `size` bytes.
pub(crate) const fn file_length(size: u64) -> u64 {
    match size.checked_sub(1) {
        None => HEADER_LENGTH,
        Some(last) => place(last).saturating_add(1),
    }
}

/// The size of the database in a file of `length` bytes. A file that ends inside the header has
/// none; one that ends inside the hole has what lies before it.
pub(crate) const fn database_size(length: u64) -> u64 {
    if length <= HOLE_START {
        length.saturating_sub(HEADER_LENGTH)
    } else {
        let past_hole = length.saturating_sub(HOLE_LENGTH);
        let end = if past_hole > HOLE_START { past_hole } else { HOLE_START };
        end - HEADER_LENGTH
    }
}

/// Whether `length` bytes from `offset` would lie on both sides of the hole. SQLite's pages never
/// do, because header, hole and pages are multiples of 4096.
pub(crate) const fn straddles(offset: u64, length: u64) -> bool {
    let start = offset.saturating_add(HEADER_LENGTH);
    start < HOLE_START && start.saturating_add(length) > HOLE_START
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EDGE: u64 = HOLE_START - HEADER_LENGTH;

    #[test]
    fn bytes_before_the_hole_are_shifted_and_those_after_skip_it() {
        assert_eq!(place(0), HEADER_LENGTH);
        assert_eq!(place(EDGE - 1), HOLE_START - 1);
        assert_eq!(place(EDGE), HOLE_START + HOLE_LENGTH);
        assert_eq!(place(HOLE_START), HOLE_START + HEADER_LENGTH + HOLE_LENGTH);
    }

    #[test]
    fn sizes_at_the_exact_edges() {
        assert_eq!(file_length(0), HEADER_LENGTH);
        assert_eq!(file_length(1), HEADER_LENGTH + 1);
        assert_eq!(file_length(EDGE), HOLE_START);
        assert_eq!(file_length(EDGE + 1), HOLE_START + HOLE_LENGTH + 1);
        assert_eq!(database_size(0), 0);
        assert_eq!(database_size(HEADER_LENGTH), 0);
        assert_eq!(database_size(HOLE_START), EDGE);
        assert_eq!(database_size(HOLE_START + 1), EDGE);
        assert_eq!(database_size(HOLE_START + HOLE_LENGTH), EDGE);
        assert_eq!(database_size(HOLE_START + HOLE_LENGTH + 1), EDGE + 1);
    }

    #[test]
    fn only_reads_across_the_edge_straddle() {
        assert!(!straddles(EDGE - 4096, 4096));
        assert!(straddles(EDGE - 4096, 4097));
        assert!(straddles(EDGE - 1, 2));
        assert!(!straddles(EDGE, 4096));
        assert!(!straddles(0, 4096));
    }

    #[test]
    fn every_page_around_one_gibibyte_keeps_clear_of_the_hole() {
        for page in (EDGE / 4096 - 64)..(EDGE / 4096 + 64) {
            let start = page * 4096;
            assert!(!straddles(start, 4096));
            let (first, last) = (place(start), place(start + 4095));
            assert_eq!(last - first, 4095, "a page lies in one piece");
            assert!(last < HOLE_START || first >= HOLE_START + HOLE_LENGTH);
        }
    }

    /// Offsets that crowd around the edges as well as anywhere.
    fn offsets() -> impl Strategy<Value = u64> {
        prop_oneof![
            0..(1u64 << 45),
            (EDGE - 200_000)..(EDGE + 200_000),
            (HOLE_START - 200_000)..(HOLE_START + 200_000),
        ]
    }

    proptest! {
        #[test]
        fn the_mapping_is_monotone_and_injective(a in offsets(), b in offsets()) {
            prop_assert_eq!(a.cmp(&b), place(a).cmp(&place(b)));
        }

        #[test]
        fn no_byte_lies_in_the_header_or_the_hole(a in offsets()) {
            let at = place(a);
            prop_assert!(at >= HEADER_LENGTH);
            prop_assert!(!(HOLE_START..HOLE_START + HOLE_LENGTH).contains(&at));
        }

        #[test]
        fn sizes_come_back(size in offsets()) {
            prop_assert_eq!(database_size(file_length(size)), size);
        }

        #[test]
        fn a_longer_file_never_holds_less(a in offsets(), b in offsets()) {
            prop_assert!(a > b || database_size(a) <= database_size(b));
        }
    }
}
