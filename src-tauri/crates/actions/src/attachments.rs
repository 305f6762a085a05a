//! Attachments: pictures, PDF and XML kept with an entry. They may be added at any time, to a posted entry too; only a
//! draft may lose one again. The log holds the hash of a file; its bytes travel beside the action.

mod files;

pub use files::{LARGEST_FILE, attach, attach_file_at, save_all};
pub(crate) use files::{check_size, load};

use kontor_exchange::media::MediaType;
use kontor_store::attachments::{self as stored, Attachment, NewAttachment};
use kontor_store::{Writing, drafts, entries};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};

/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 200;

/// Attaches a file to an entry or a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AttachFile {
    pub entry: Uuid,
    /// The file's name.
    pub name: String,
    /// image/png, image/jpeg, image/webp, image/gif, application/pdf, application/xml
    pub media_type: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub hash: String,
    /// How many bytes it has.
    #[ts(type = "number")]
    pub size: u64,
}

pub(crate) fn plan_attach(context: &Context<'_>, request: &AttachFile) -> Result<Plan, Refusal> {
    holder(context, request.entry)?;
    let name = request.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Refusal::new(Code::NameMissing).with("field", "name"));
    }
    if MediaType::from_name(&request.media_type).is_none() {
        return Err(Refusal::new(Code::AttachmentKindUnknown).with("name", name));
    }
    check_size(name, request.size)?;
    let hash = read_hash(&request.hash)?;
    let attached = stored::list(context.connection, request.entry)?;
    if let Some(same) = attached.iter().find(|one| one.hash == hash) {
        return Err(Refusal::new(Code::AttachmentTwice).with("name", &same.name));
    }
    Ok(Plan::of(Step::AttachFile(Box::new(request.clone()))))
}

/// Writes a planned attachment with the bytes that came beside it.
pub(crate) fn write(
    writing: &mut Writing<'_>,
    file: &AttachFile,
    bytes: Option<&[u8]>,
) -> Result<Uuid, Refusal> {
    let hash = read_hash(&file.hash)?;
    let name = file.name.trim();
    match bytes {
        Some(bytes) if stored::hash(bytes) == hash && bytes.len() as u64 == file.size => {}
        None if stored::has_content(writing.connection(), &hash)? => {}
        _ => return Err(Refusal::new(Code::AttachmentNotGiven).with("name", name)),
    }
    let media_type = &file.media_type;
    let new = NewAttachment { entry: file.entry, name, media_type, hash, bytes };
    Ok(stored::insert(writing, &new)?)
}

/// Whether an entry is posted or a draft.
enum Holder {
    Posted,
    Draft,
}

fn holder(context: &Context<'_>, entry: Uuid) -> Result<Holder, Refusal> {
    if entries::id_of(context.connection, entry)?.is_some() {
        return Ok(Holder::Posted);
    }
    match drafts::find(context.connection, entry)? {
        Some(_) => Ok(Holder::Draft),
        None => Err(Refusal::new(Code::UnknownEntry).with("entry", entry)),
    }
}

fn read_hash(text: &str) -> Result<[u8; 32], Refusal> {
    let malformed = || Refusal::new(Code::UnknownField).with("field", "hash");
    if text.len() != 64 || !text.is_ascii() {
        return Err(malformed());
    }
    let mut hash = [0; 32];
    for (place, byte) in hash.iter_mut().enumerate() {
        let pair = text.get(place * 2..place * 2 + 2).unwrap_or_default();
        *byte = u8::from_str_radix(pair, 16).map_err(|_| malformed())?;
    }
    Ok(hash)
}

/// The hash as an action names it.
pub(crate) fn hash_text(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Removes a file from a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct DetachFile {
    pub attachment: Uuid,
}

pub(crate) fn plan_detach(context: &Context<'_>, request: &DetachFile) -> Result<Plan, Refusal> {
    let attachment = find(context, request.attachment)?;
    match holder(context, attachment.holder)? {
        Holder::Draft => Ok(Plan::of(Step::DetachFile { id: attachment.id })),
        Holder::Posted => Err(Refusal::new(Code::AttachmentStays).with("name", &attachment.name)),
    }
}

/// The steps that take everything off a draft that is given up.
pub(crate) fn removals(context: &Context<'_>, draft: Uuid) -> Result<Vec<Step>, Refusal> {
    let attached = stored::list(context.connection, draft)?;
    Ok(attached.into_iter().map(|one| Step::DetachFile { id: one.id }).collect())
}

pub(crate) fn find(context: &Context<'_>, uid: Uuid) -> Result<Attachment, Refusal> {
    stored::find(context.connection, uid)?
        .ok_or_else(|| Refusal::new(Code::UnknownAttachment).with("attachment", uid))
}

/// What is attached to an entry or a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ListAttachments {
    pub entry: Uuid,
}

/// Something attached.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AttachmentView {
    pub uid: Uuid,
    pub name: String,
    pub media_type: String,
    /// SHA-256 of the bytes: what was taken off a draft is attached again by it.
    pub hash: String,
    #[ts(type = "number")]
    pub size: i64,
    /// When it was attached, UTC.
    pub at: String,
    /// Who attached it.
    pub person: String,
    pub operation: i64,
}

/// What is attached to an entry.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct AttachmentList {
    pub rows: Vec<AttachmentView>,
    /// Whether one may still be removed.
    pub may_remove: bool,
}

pub(crate) fn list(
    context: &Context<'_>,
    request: &ListAttachments,
) -> Result<AttachmentList, Refusal> {
    let may_remove = matches!(holder(context, request.entry)?, Holder::Draft);
    let rows = stored::list(context.connection, request.entry)?
        .into_iter()
        .map(|one| AttachmentView {
            uid: one.uid,
            name: one.name,
            media_type: one.media_type,
            hash: hash_text(&one.hash),
            size: one.size,
            at: one.at,
            person: one.person,
            operation: one.operation,
        })
        .collect();
    Ok(AttachmentList { rows, may_remove })
}

#[cfg(test)]
mod tests;
