//! One row of a file as cells of text, before anything is made of them.

mod reader;

pub(crate) use reader::RecordReader;

/// One row of cells and the line it begins on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) row: u64,
    text: String,
    ends: Vec<usize>,
    found: usize,
}

impl Record {
    /// The cell at a place; empty when there is none.
    pub(crate) fn cell(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let end = self.ends.get(place).copied();
        start.zip(end).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// How many cells the row has in the file; those beyond the reader's limit are counted but not kept.
    pub(crate) fn found(&self) -> usize {
        self.found
    }

    /// Whether there is nothing in any cell.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// How much text the cells hold together.
    pub(crate) fn text_length(&self) -> usize {
        self.text.len()
    }

    /// The record as bytes, for the sorter.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(16 + 4 * self.ends.len() + self.text.len());
        bytes.extend(self.row.to_le_bytes());
        bytes.extend((self.ends.len() as u64).to_le_bytes());
        for end in &self.ends {
            bytes.extend((*end as u64).to_le_bytes());
        }
        bytes.extend(self.text.as_bytes());
        bytes
    }

    /// A record from the bytes that [`Record::to_bytes`] made; `None` for any others.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let mut number = || {
            let (head, tail) = rest.split_first_chunk::<8>()?;
            rest = tail;
            Some(u64::from_le_bytes(*head))
        };
        let row = number()?;
        let found = usize::try_from(number()?).ok()?;
        let ends = (0..found)
            .map(|_| number().and_then(|end| usize::try_from(end).ok()))
            .collect::<Option<Vec<_>>>()?;
        let text = std::str::from_utf8(rest).ok()?.to_owned();
        Some(Self { row, text, ends, found })
    }
}
