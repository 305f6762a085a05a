//! Sorting more than fits in memory: sorted runs on the disk, merged when read. Nothing legible reaches the disk.
//!
//! Memory is bounded by one buffer being filled and one block of each run being merged; runs are merged into longer
//! ones before they become many.

mod run;

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::io;

use run::{RunReader, RunWriter};

/// How much is sorted in memory before it becomes a run.
const BUFFER: usize = 3 * 1024 * 1024;
/// What an item costs beside its bytes: its place in the buffer and the allocator's share.
const ITEM_OVERHEAD: usize = 96;
/// How many runs of one length there may be before they are merged into one.
const RUNS_PER_LEVEL: usize = 12;

/// What is sorted: first by key, then by value.
pub(super) type Item = (Vec<u8>, Vec<u8>);

/// Takes items in any order.
pub(crate) struct Sorter {
    buffer: Vec<Item>,
    buffer_limit: usize,
    buffered: usize,
    levels: Vec<Vec<RunReader>>,
}

impl Sorter {
    pub(crate) fn new() -> Self {
        Self::with_buffer(BUFFER)
    }

    fn with_buffer(buffer_limit: usize) -> Self {
        Self { buffer: Vec::new(), buffer_limit, buffered: 0, levels: Vec::new() }
    }

    /// Takes an item.
    pub(crate) fn push(&mut self, key: Vec<u8>, value: Vec<u8>) -> io::Result<()> {
        self.buffered += key.len() + value.len() + ITEM_OVERHEAD;
        self.buffer.push((key, value));
        if self.buffered >= self.buffer_limit { self.spill() } else { Ok(()) }
    }

    /// Everything taken, in order.
    pub(crate) fn finish(mut self) -> io::Result<Sorted> {
        self.buffer.sort_unstable();
        let mut sources: Vec<Source> =
            self.levels.into_iter().flatten().map(|run| Source::OnDisk(Box::new(run))).collect();
        sources.push(Source::InMemory(self.buffer.into_iter()));
        Sorted::merging(sources)
    }

    fn spill(&mut self) -> io::Result<()> {
        self.buffered = 0;
        self.buffer.sort_unstable();
        let mut writer = RunWriter::new()?;
        for item in self.buffer.drain(..) {
            writer.push(&item)?;
        }
        let mut run = writer.finish()?;
        let mut level = 0;
        loop {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let Some(runs) = self.levels.get_mut(level) else { return Ok(()) };
            runs.push(run);
            if runs.len() < RUNS_PER_LEVEL {
                return Ok(());
            }
            let full = std::mem::take(runs).into_iter().map(|run| Source::OnDisk(Box::new(run)));
            let mut writer = RunWriter::new()?;
            for item in Sorted::merging(full.collect())? {
                writer.push(&item?)?;
            }
            run = writer.finish()?;
            level += 1;
        }
    }
}

/// Where sorted items come from.
enum Source {
    InMemory(std::vec::IntoIter<Item>),
    OnDisk(Box<RunReader>),
}

impl Source {
    fn next(&mut self) -> io::Result<Option<Item>> {
        match self {
            Self::InMemory(items) => Ok(items.next()),
            Self::OnDisk(run) => run.next(),
        }
    }
}

/// All items in order.
pub(crate) struct Sorted {
    sources: Vec<Source>,
    /// The first item of each source that has one, and which source that is.
    heads: BinaryHeap<Reverse<(Item, usize)>>,
}

impl Sorted {
    fn merging(mut sources: Vec<Source>) -> io::Result<Self> {
        let mut heads = BinaryHeap::with_capacity(sources.len());
        for (index, source) in sources.iter_mut().enumerate() {
            if let Some(item) = source.next()? {
                heads.push(Reverse((item, index)));
            }
        }
        Ok(Self { sources, heads })
    }

    fn take(&mut self) -> io::Result<Option<Item>> {
        let Some(mut head) = self.heads.peek_mut() else { return Ok(None) };
        let Reverse((item, index)) = &mut *head;
        let next = match self.sources.get_mut(*index) {
            Some(source) => source.next()?,
            None => None,
        };
        match next {
            Some(next) => Ok(Some(std::mem::replace(item, next))),
            None => Ok(Some(PeekMut::pop(head).0.0)),
        }
    }
}

impl Iterator for Sorted {
    type Item = io::Result<Item>;

    fn next(&mut self) -> Option<Self::Item> {
        self.take().transpose()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn items_come_back_in_order_however_often_they_went_to_the_disk(
            numbers in proptest::collection::vec(any::<u16>(), 0..1500),
        ) {
            // A tiny buffer makes more than a hundred runs, so that levels of them are merged too.
            let mut sorter = Sorter::with_buffer(8 * ITEM_OVERHEAD);
            for number in &numbers {
                sorter.push(number.to_be_bytes().to_vec(), b"value".to_vec()).unwrap();
            }
            let sorted: Vec<Vec<u8>> =
                sorter.finish().unwrap().map(|item| item.unwrap().0).collect();
            let mut expected: Vec<Vec<u8>> =
                numbers.iter().map(|number| number.to_be_bytes().to_vec()).collect();
            expected.sort();
            prop_assert_eq!(sorted, expected);
        }
    }
}
