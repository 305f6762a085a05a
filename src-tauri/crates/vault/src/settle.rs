//! From a temporary name to the book's own: nothing appears half made, nothing is written over.

use crate::book::{BookFile, Claim};
use crate::error::{Result, VaultError};
use crate::header::Header;
use crate::journal;
use crate::open_file::OpenFile;
use crate::placement::HEADER_LENGTH;
use crate::slot::Unlocked;
use std::io;
use std::path::Path;

impl BookFile {
    /// An empty file of ours, under a temporary name beside the place it is meant for.
    pub(crate) fn create_unsettled(
        meant_for: &Path,
        header: Header,
        keys: Unlocked,
    ) -> Result<BookFile> {
        let refused = |source| VaultError::from_io(source, meant_for);
        let made = tempfile::Builder::new()
            .prefix(".kontor-")
            .suffix(".part")
            .tempfile_in(folder_of(meant_for))
            .map_err(refused)?;
        let (file, temporary) = made.into_parts();
        let path = temporary.to_path_buf();
        let file = OpenFile::adopt(file, &path)?;
        if !file.claim().map_err(refused)? {
            return Err(VaultError::InUse { holder: None });
        }
        let file = Claim(file);
        // All but the last byte, which is locked.
        file.write(0, &[0; HEADER_LENGTH as usize - 1]).map_err(refused)?;
        Ok(BookFile { path, file, header, keys, unsettled: Some(temporary) })
    }

    /// Gives a book made or unpacked under a temporary name its own, which must be free, and
    /// returns when the folder is on disk. Its connections must be closed.
    pub fn settle(mut self, path: &Path) -> Result<BookFile> {
        self.make_ready_to_move()?;
        let Some(temporary) = self.unsettled.take() else { return Ok(self) };
        if let Err(kept) = temporary.persist_noclobber(path) {
            self.unsettled = Some(kept.path);
            return Err(VaultError::from_io(kept.error, path));
        }
        self.arrive(path)?;
        Ok(self)
    }

    /// Puts a verified successor in the place of the book it succeeds, which moves to `aside`.
    /// All connections of both must be closed. Where the file system can, there is no moment
    /// without a whole book in the place.
    pub fn settle_in_place_of(mut self, mut old: BookFile, aside: &Path) -> Result<BookFile> {
        self.make_ready_to_move()?;
        old.make_ready_to_move()?;
        let refused = |source| VaultError::from_io(source, aside);
        let path = old.path.clone();
        let Some(temporary) = self.unsettled.take() else { return Err(VaultError::Busy) };
        let second_name = match std::fs::hard_link(&path, aside) {
            Ok(()) => Ok(()),
            Err(taken) if taken.kind() == io::ErrorKind::AlreadyExists => Err(taken),
            // A file system without hard links: for a moment the book has only its other name.
            Err(_) if aside.symlink_metadata().is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => std::fs::rename(&path, aside),
        };
        if let Err(source) = second_name {
            self.unsettled = Some(temporary);
            return Err(refused(source));
        }
        if let Err(source) = std::fs::rename(&temporary, &path) {
            self.unsettled = Some(temporary);
            // Back as it was: the book under its name only.
            if path.symlink_metadata().is_ok() {
                let _ = std::fs::remove_file(aside);
            } else {
                let _ = std::fs::rename(aside, &path);
            }
            return Err(refused(source));
        }
        // It is in place; there is nothing temporary to remove any more.
        let _ = temporary.keep();
        old.arrive(aside)?;
        self.arrive(&path)?;
        Ok(self)
    }

    fn make_ready_to_move(&self) -> Result<()> {
        if self.file.connections() > 0 || journal::length(&self.path)? > 0 {
            return Err(VaultError::Busy);
        }
        self.file.sync().map_err(|source| VaultError::from_io(source, &self.path))
    }

    fn arrive(&mut self, path: &Path) -> Result<()> {
        self.file.moved(path)?;
        let absolute = std::path::absolute(path).and_then(|absolute| {
            sync_folder(path)?;
            Ok(absolute)
        });
        self.path = absolute.map_err(|source| VaultError::from_io(source, path))?;
        Ok(())
    }
}

/// The folder a file lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// A renamed file is safe when its folder is. Windows has no such call and needs none.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    std::fs::File::open(folder_of(path))?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
