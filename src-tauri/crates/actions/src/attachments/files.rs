//! Files on their way into the book and out of it: what they are is told by their bytes, and nothing is written over.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use kontor_exchange::media::{MediaFault, MediaType};
use kontor_store::attachments::{self as stored, Attachment};
use serde_json::json;
use uuid::Uuid;

use super::{AttachFile, find, hash_text};
use crate::context::Now;
use crate::door::{Done, Door};
use crate::errors::vault::from_io;
use crate::errors::{Code, Refusal};
use crate::register::Action;

/// The most bytes of one file.
pub const LARGEST_FILE: u64 = 20 * 1024 * 1024;

/// Refuses a file that is empty or too large.
pub(crate) fn check_size(name: &str, size: u64) -> Result<(), Refusal> {
    if size == 0 {
        return Err(Refusal::new(Code::AttachmentKindUnknown).with("name", name));
    }
    if size > LARGEST_FILE {
        return Err(Refusal::new(Code::AttachmentTooLarge)
            .with("name", name)
            .with("size", megabytes(size))
            .with("limit", megabytes(LARGEST_FILE)));
    }
    Ok(())
}

/// Megabytes with one decimal, never less than there are.
fn megabytes(size: u64) -> String {
    let tenths = (size * 10).div_ceil(1024 * 1024);
    if tenths.is_multiple_of(10) {
        return (tenths / 10).to_string();
    }
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Attaches bytes to an entry under a name.
///
/// # Errors
/// When they are of no kind that is kept, too many, or what the door refuses.
pub fn attach(
    door: &mut Door,
    entry: Uuid,
    name: &str,
    bytes: &[u8],
    now: &Now,
) -> Result<Done, Refusal> {
    check_size(name, bytes.len() as u64)?;
    let kind = MediaType::of(bytes).map_err(|fault| match fault {
        MediaFault::Unknown => Refusal::new(Code::AttachmentKindUnknown).with("name", name),
        MediaFault::Malformed { what, at } => Refusal::new(Code::AttachmentMalformed)
            .with("name", name)
            .with("what", what)
            .with("at", at),
    })?;
    let action = Action::AttachFile(AttachFile {
        entry,
        name: name.to_owned(),
        media_type: kind.name().to_owned(),
        hash: hash_text(&stored::hash(bytes)),
        size: bytes.len() as u64,
    });
    door.perform_with(&action, bytes, now)
}

/// Attaches a file that lies on the disk.
///
/// # Errors
/// When it cannot be read, or as [`attach`].
pub fn attach_file_at(
    door: &mut Door,
    entry: Uuid,
    path: &Path,
    now: &Now,
) -> Result<Done, Refusal> {
    let refused = |error: std::io::Error| from_io(&error, path);
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let file = File::open(path).map_err(refused)?;
    check_size(&name, file.metadata().map_err(refused)?.len())?;
    let mut bytes = Vec::new();
    // What grows while it is read is not read without end.
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(refused)?;
    attach(door, entry, &name, &bytes, now)
}

/// An attachment with its bytes; noted in the access log.
///
/// # Errors
/// When it may not be seen, does not exist or cannot be read.
pub(crate) fn load(door: &Door, uid: Uuid, now: &Now) -> Result<(Attachment, Vec<u8>), Refusal> {
    door.allow("load_attachment", now)?;
    let context = door.context(now)?;
    let attachment = find(&context, uid)?;
    let bytes = stored::load(context.connection, &attachment)?;
    Ok((attachment, bytes))
}

/// Writes every attachment of posted entries into a new folder, one after the other; answers how many.
///
/// # Errors
/// When it may not be exported, the folder exists or cannot be written.
pub fn save_all(door: &Door, folder: &Path, now: &Now) -> Result<u64, Refusal> {
    door.allow("export", now)?;
    std::fs::create_dir(folder).map_err(|error| from_io(&error, folder))?;
    let connection = door.book().connection();
    let (mut after, mut count) = (0, 0);
    while let Some((period, number, attachment)) = stored::next_of_posted(connection, after)? {
        count += 1;
        let name = plain(&format!("{period} {number} {count} {}", attachment.name));
        let path = folder.join(with_ending(&name, &attachment.media_type));
        let bytes = stored::load(connection, &attachment)?;
        File::create_new(&path)
            .and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()))
            .map_err(|error| from_io(&error, &path))?;
        after = attachment.id;
    }
    door.note(now, "export", &json!({ "kind": "attachments" }))?;
    Ok(count)
}

/// A name that any system takes for a file and nothing else.
pub(crate) fn plain(name: &str) -> String {
    let unfit = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    name.chars().map(|c| if unfit(c) { '-' } else { c }).collect()
}

/// The name with the ending of what the file is, so that a system opens it as that and as nothing else.
fn with_ending(name: &str, media_type: &str) -> String {
    let Some(kind) = MediaType::from_name(media_type) else { return name.to_owned() };
    let lower = name.to_lowercase();
    let is_so = lower.ends_with(&format!(".{}", kind.extension()))
        || (kind == MediaType::Jpeg && lower.ends_with(".jpeg"));
    if is_so { name.to_owned() } else { format!("{name}.{}", kind.extension()) }
}
