//! A text file of unknown origin: one scan tells its encoding, its separator and its fingerprint; then it can be read
//! as UTF-8 as often as needed, a piece at a time.
//!
//! UTF-8 (with or without byte order mark) is told from GB18030 by validity: Chinese text in GB18030 stops being valid
//! UTF-8 within its first few characters. So a file that stops only later is broken UTF-8, and is refused rather than
//! read as GB18030, which would make other characters of it without complaint. Plain ASCII is the same in both.

mod decode;

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8};
use sha2::{Digest, Sha256};

pub(crate) use decode::Decoded;

use crate::fault::{Fault, FaultReason, OpenError};

/// How much is read at once.
const PIECE: usize = 64 * 1024;
/// The byte order mark of UTF-8.
const UTF8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
/// The same character in GB18030.
const GB18030_MARK: &[u8] = &[0x84, 0x31, 0x95, 0x33];
/// After so many characters beyond ASCII a text is certainly UTF-8.
const CERTAINLY_UTF8: usize = 32;

/// Where the bytes lie: on the disk, or in memory where they were made or dropped.
#[derive(Debug)]
enum Bytes {
    File(File),
    Held(Arc<[u8]>),
}

/// An open file whose encoding, separator and fingerprint are known.
#[derive(Debug)]
pub struct SourceFile {
    bytes: Bytes,
    encoding: &'static Encoding,
    mark_length: usize,
    separator: u8,
    sha256: [u8; 32],
}

impl SourceFile {
    /// Opens and scans a file.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file, is UTF-16 or holds a zero byte.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        // A pipe would block before anything could be said about it, and cannot be read twice.
        if !std::fs::metadata(path)?.is_file() {
            return Err(OpenError::Io(io::ErrorKind::InvalidInput.into()));
        }
        Self::from_file(File::open(path)?)
    }

    /// Scans a file that is already open.
    ///
    /// # Errors
    /// As [`SourceFile::open`].
    pub fn from_file(mut file: File) -> Result<Self, OpenError> {
        file.seek(SeekFrom::Start(0))?;
        let mut scan = Scan::new();
        let mut piece = vec![0; PIECE];
        loop {
            let count = read_some(&mut file, &mut piece)?;
            let bytes = piece.get(..count).unwrap_or_default();
            scan.take(bytes)?;
            if bytes.is_empty() {
                break;
            }
        }
        Ok(scan.finish(Bytes::File(file)))
    }

    /// Scans bytes that are held in memory.
    ///
    /// # Errors
    /// When they are UTF-16 or hold a zero byte.
    pub fn from_bytes(bytes: Arc<[u8]>) -> Result<Self, OpenError> {
        let mut scan = Scan::new();
        for piece in bytes.chunks(PIECE) {
            scan.take(piece)?;
        }
        scan.take(&[])?;
        Ok(scan.finish(Bytes::Held(bytes)))
    }

    /// The fingerprint of bytes, as [`SourceFile::sha256`] gives that of a file.
    #[must_use]
    pub fn fingerprint(bytes: &[u8]) -> [u8; 32] {
        Sha256::digest(bytes).into()
    }

    /// SHA-256 of the bytes as they lie on the disk.
    #[must_use]
    pub fn sha256(&self) -> [u8; 32] {
        self.sha256
    }

    /// The separator between cells: a comma or a tab.
    #[must_use]
    pub fn separator(&self) -> u8 {
        self.separator
    }

    /// The name of the encoding: `UTF-8` or `gb18030`.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// The text from its beginning. Only one of these may be in use at a time, since they share the file's position.
    pub(crate) fn text(&self) -> io::Result<Decoded> {
        let bytes: Box<dyn Read + Send> = match &self.bytes {
            Bytes::File(file) => {
                let mut file = file.try_clone()?;
                file.seek(SeekFrom::Start(0))?;
                Box::new(file)
            }
            Bytes::Held(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        };
        Ok(Decoded::new(bytes, self.encoding, self.mark_length, self.sha256))
    }
}

/// Reads like [`Read::read`], but is not stopped by a signal.
fn read_some(file: &mut dyn Read, piece: &mut [u8]) -> io::Result<usize> {
    loop {
        match file.read(piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

/// What one reading of all bytes finds out.
struct Scan {
    hash: Sha256,
    utf8: Option<encoding_rs::Decoder>,
    scratch: Vec<u8>,
    wide_characters: usize,
    beginning: Vec<u8>,
    lines: u64,
}

impl Scan {
    fn new() -> Self {
        Self {
            hash: Sha256::new(),
            utf8: Some(UTF_8.new_decoder_without_bom_handling()),
            scratch: vec![0; PIECE],
            wide_characters: 0,
            beginning: Vec::new(),
            lines: 0,
        }
    }

    /// Takes the next bytes; an empty piece is the end of the file.
    fn take(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        if self.beginning.is_empty() {
            self.beginning = bytes.to_vec();
            if matches!(bytes.get(..2), Some([0xFF, 0xFE] | [0xFE, 0xFF])) {
                return Err(Fault::of_row(1, FaultReason::Utf16));
            }
        }
        self.hash.update(bytes);
        let before_nul = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
        self.lines += before_nul.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        if before_nul.len() < bytes.len() {
            return Err(Fault::of_row(self.lines + 1, FaultReason::NulByte));
        }
        self.check_utf8(bytes);
        Ok(())
    }

    fn check_utf8(&mut self, bytes: &[u8]) {
        let is_last = bytes.is_empty();
        let mut rest = bytes;
        while let Some(utf8) = &mut self.utf8 {
            let (result, read, written) =
                utf8.decode_to_utf8_without_replacement(rest, &mut self.scratch, is_last);
            rest = rest.get(read..).unwrap_or_default();
            let decoded = self.scratch.get(..written).unwrap_or_default();
            self.wide_characters += decoded.iter().filter(|byte| **byte >= 0xC0).count();
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => self.utf8 = None,
            }
        }
    }

    fn finish(self, bytes: Bytes) -> SourceFile {
        let is_utf8 = self.utf8.is_some()
            || self.wide_characters >= CERTAINLY_UTF8
            || self.beginning.starts_with(UTF8_MARK);
        let (encoding, mark) = if is_utf8 { (UTF_8, UTF8_MARK) } else { (GB18030, GB18030_MARK) };
        let mark_length = if self.beginning.starts_with(mark) { mark.len() } else { 0 };
        let header =
            self.beginning.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let count = |bytes: &[u8], wanted| bytes.iter().filter(|byte| **byte == wanted).count();
        let is_title = count(header, b'\t') + count(header, b',') == 0;
        // Above the header of another program's table stands a title, which has no cells.
        let told_by = if is_title { self.beginning.as_slice() } else { header };
        let separator = if count(told_by, b'\t') > count(told_by, b',') { b'\t' } else { b',' };
        SourceFile { bytes, encoding, mark_length, separator, sha256: self.hash.finalize().into() }
    }
}
