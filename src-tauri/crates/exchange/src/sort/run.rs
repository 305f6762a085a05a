//! One sorted run on the disk, encrypted under a key that exists only in this process and only for this run.
//!
//! The file has no name on Unix and is deleted on closing elsewhere, but a disk keeps what was once written to it;
//! without the key that is noise. STREAM makes a block that was changed, moved or cut off fail to open.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

use aead_stream::{DecryptorBE32, EncryptorBE32};
use aes_gcm::Aes256Gcm;
use zeroize::Zeroizing;

use super::Item;

/// How much is collected before it is encrypted as one block.
const BLOCK: usize = 64 * 1024;
/// The one nonce: a key is never used for a second run.
const NONCE: [u8; 7] = [0; 7];

/// A run that is being written.
pub(super) struct RunWriter {
    file: BufWriter<File>,
    key: Zeroizing<[u8; 32]>,
    encryptor: EncryptorBE32<Aes256Gcm>,
    block: Vec<u8>,
}

impl RunWriter {
    pub(super) fn new() -> io::Result<Self> {
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(key.as_mut_slice()).map_err(io::Error::other)?;
        let encryptor = EncryptorBE32::new(&(*key).into(), &NONCE.into());
        let file = BufWriter::new(tempfile::tempfile()?);
        Ok(Self { file, key, encryptor, block: Vec::with_capacity(BLOCK) })
    }

    pub(super) fn push(&mut self, (key, value): &Item) -> io::Result<()> {
        for part in [key, value] {
            let length = u32::try_from(part.len()).map_err(io::Error::other)?;
            self.block.extend(length.to_le_bytes());
            self.block.extend(part);
        }
        if self.block.len() < BLOCK {
            return Ok(());
        }
        self.encryptor
            .encrypt_next_in_place(&[], &mut self.block)
            .map_err(|_| io::Error::other("block not sealed"))?;
        write_block(&mut self.file, false, &self.block)?;
        self.block.clear();
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<RunReader> {
        self.encryptor
            .encrypt_last_in_place(&[], &mut self.block)
            .map_err(|_| io::Error::other("block not sealed"))?;
        write_block(&mut self.file, true, &self.block)?;
        let mut file = self.file.into_inner().map_err(|error| error.into_error())?;
        file.seek(SeekFrom::Start(0))?;
        Ok(RunReader {
            file: BufReader::with_capacity(4 * 1024, file),
            decryptor: Some(DecryptorBE32::new(&(*self.key).into(), &NONCE.into())),
            block: io::Cursor::new(Vec::new()),
        })
    }
}

/// The flag tells the reader which way to open the block; STREAM has it authenticated.
fn write_block(file: &mut impl Write, is_last: bool, sealed: &[u8]) -> io::Result<()> {
    let length = u32::try_from(sealed.len()).map_err(io::Error::other)?;
    file.write_all(&[u8::from(is_last)])?;
    file.write_all(&length.to_le_bytes())?;
    file.write_all(sealed)
}

/// A run that is being read.
pub(super) struct RunReader {
    file: BufReader<File>,
    decryptor: Option<DecryptorBE32<Aes256Gcm>>,
    block: io::Cursor<Vec<u8>>,
}

impl RunReader {
    pub(super) fn next(&mut self) -> io::Result<Option<Item>> {
        while self.block.position() == self.block.get_ref().len() as u64 {
            let Some(mut decryptor) = self.decryptor.take() else { return Ok(None) };
            let mut flag = [0];
            self.file.read_exact(&mut flag)?;
            let mut block = read_part(&mut self.file)?;
            let opened = if flag == [0] {
                let opened = decryptor.decrypt_next_in_place(&[], &mut block);
                self.decryptor = Some(decryptor);
                opened
            } else {
                decryptor.decrypt_last_in_place(&[], &mut block)
            };
            opened.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
            self.block = io::Cursor::new(block);
        }
        Ok(Some((read_part(&mut self.block)?, read_part(&mut self.block)?)))
    }
}

fn read_part(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let mut part = vec![0; usize::try_from(u32::from_le_bytes(length)).map_err(io::Error::other)?];
    from.read_exact(&mut part)?;
    Ok(part)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nothing_legible_is_on_the_disk_and_a_changed_block_does_not_open() {
        let mut writer = RunWriter::new().unwrap();
        let item = (b"entry".to_vec(), "青禾电器店 canary".repeat(20).into_bytes());
        for _ in 0..1000 {
            writer.push(&item).unwrap();
        }
        let mut reader = writer.finish().unwrap();
        let mut bytes = Vec::new();
        let file = reader.file.get_mut();
        file.read_to_end(&mut bytes).unwrap();
        assert!(bytes.len() > 100_000);
        assert!(!bytes.windows(6).any(|window| window == b"canary"));

        file.seek(SeekFrom::Start(1000)).unwrap();
        file.write_all(b"x").unwrap();
        file.seek(SeekFrom::Start(0)).unwrap();
        assert!(reader.next().is_err());
    }
}
