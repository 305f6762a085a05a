//! The bytes of a scanned file as UTF-8, a piece at a time, checked to be the bytes that were scanned.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};
use sha2::{Digest, Sha256};

use super::{PIECE, read_some};
use crate::fault::Interrupted;

/// A reader of UTF-8 over a file in UTF-8 or GB18030.
pub(crate) struct Decoded {
    file: Box<dyn Read + Send>,
    decoder: Decoder,
    hash: Sha256,
    expected: [u8; 32],
    mark_left: usize,
    piece: Vec<u8>,
    start: usize,
    end: usize,
    is_at_end: bool,
    is_finished: bool,
    is_broken: bool,
}

impl Decoded {
    pub(crate) fn new(
        file: Box<dyn Read + Send>,
        encoding: &'static Encoding,
        mark_length: usize,
        expected: [u8; 32],
    ) -> Self {
        Self {
            file,
            decoder: encoding.new_decoder_without_bom_handling(),
            hash: Sha256::new(),
            expected,
            mark_left: mark_length,
            piece: vec![0; PIECE],
            start: 0,
            end: 0,
            is_at_end: false,
            is_finished: false,
            is_broken: false,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        let count = read_some(&mut self.file, &mut self.piece)?;
        self.hash.update(self.piece.get(..count).unwrap_or_default());
        self.start = self.mark_left.min(count);
        self.mark_left -= self.start;
        self.end = count;
        self.is_at_end = count == 0;
        if self.is_at_end && <[u8; 32]>::from(self.hash.clone().finalize()) != self.expected {
            return Err(Interrupted::Changed.into());
        }
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        // The decoder needs room for one whole character, whatever room the caller has.
        if out.len() < 8 {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        while !self.is_finished && !self.is_broken {
            if self.start == self.end && !self.is_at_end {
                self.refill()?;
            }
            let pending = self.piece.get(self.start..self.end).unwrap_or_default();
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(pending, out, self.is_at_end);
            self.start += read;
            match result {
                // What stands before the break is handed out first, so that the fault names the right row.
                DecoderResult::Malformed(..) => self.is_broken = true,
                DecoderResult::InputEmpty => self.is_finished = self.is_at_end,
                DecoderResult::OutputFull => {}
            }
            if written > 0 {
                return Ok(written);
            }
        }
        if self.is_broken { Err(Interrupted::NotText.into()) } else { Ok(0) }
    }
}
