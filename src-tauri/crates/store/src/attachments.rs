//! Attachments: pictures and papers kept with an entry, each content once, by the hash of its bytes.
//!
//! Nothing is taken away again: what is removed from a draft is only no longer attached to it.

use rusqlite::{Connection, OptionalExtension as _, Row};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::write::Writing;

const LIST: &str = concat!(
    include_str!("attachments/select.sql"),
    "AND attachment.holder = ?1 ORDER BY attachment.id"
);
const FIND: &str = concat!(include_str!("attachments/select.sql"), "AND attachment.uid = ?1");

/// Something attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// The unique id of what it is attached to.
    pub holder: Uuid,
    /// The file's name.
    pub name: String,
    /// The hash of the bytes.
    pub hash: [u8; 32],
    /// What kind of file it is.
    pub media_type: String,
    /// How many bytes it has.
    pub size: i64,
    /// The operation that attached it.
    pub operation: i64,
    /// When, UTC.
    pub at: String,
    /// Who attached it.
    pub person: String,
    content: i64,
}

/// The hash that contents are found by.
#[must_use]
pub fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// What is attached to something, in the order it was attached.
///
/// # Errors
/// When the tables cannot be read.
pub fn list(connection: &Connection, holder: Uuid) -> Result<Vec<Attachment>> {
    let mut statement = connection.prepare_cached(LIST)?;
    let mut rows = statement.query([holder.as_bytes()])?;
    let mut attachments = Vec::new();
    while let Some(row) = rows.next()? {
        attachments.push(read(row)?);
    }
    Ok(attachments)
}

/// The attachment of a unique id, unless it was removed.
///
/// # Errors
/// When the tables cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<Attachment>> {
    let mut statement = connection.prepare_cached(FIND)?;
    let mut rows = statement.query([uid.as_bytes()])?;
    rows.next()?.map(read).transpose()
}

/// How many things are attached to something.
///
/// # Errors
/// When the tables cannot be read.
pub fn count(connection: &Connection, holder: Uuid) -> Result<u32> {
    Ok(connection
        .prepare_cached(include_str!("attachments/count.sql"))?
        .query_row([holder.as_bytes()], |row| row.get(0))?)
}

/// Whether the book has a content already.
///
/// # Errors
/// When the table cannot be read.
pub fn has_content(connection: &Connection, hash: &[u8; 32]) -> Result<bool> {
    Ok(content_of(connection, hash)?.is_some())
}

fn content_of(connection: &Connection, hash: &[u8; 32]) -> Result<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT id FROM attachment_content WHERE hash = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?)
}

/// The bytes of an attachment.
///
/// # Errors
/// When they cannot be read.
pub fn load(connection: &Connection, attachment: &Attachment) -> Result<Vec<u8>> {
    Ok(connection
        .prepare_cached("SELECT bytes FROM attachment_content WHERE id = ?1")?
        .query_row([attachment.content], |row| row.get(0))?)
}

/// A file to attach.
#[derive(Clone, Copy, Debug)]
pub struct NewAttachment<'a> {
    /// The unique id of the entry or draft it is attached to.
    pub entry: Uuid,
    /// The file's name.
    pub name: &'a str,
    /// What kind of file it is.
    pub media_type: &'a str,
    /// The hash of its bytes.
    pub hash: [u8; 32],
    /// The bytes; not needed where the book has the content already.
    pub bytes: Option<&'a [u8]>,
}

/// Attaches a file to an entry; answers its unique id.
///
/// # Errors
/// When the file cannot be written, or neither brings the bytes nor has them.
pub fn insert(writing: &mut Writing<'_>, new: &NewAttachment<'_>) -> Result<Uuid> {
    let uid = writing.next_uid();
    let (connection, operation) = (writing.connection(), writing.operation());
    let content = match (content_of(connection, &new.hash)?, new.bytes) {
        (Some(content), _) => content,
        (None, Some(bytes)) => {
            let size = i64::try_from(bytes.len()).map_err(|_| StoreError::OutOfRange)?;
            connection
                .prepare_cached(include_str!("attachments/insert_content.sql"))?
                .execute((operation, new.hash, new.media_type, size, bytes))?;
            connection.last_insert_rowid()
        }
        (None, None) => return Err(StoreError::Unreadable { what: "attachment" }),
    };
    connection.prepare_cached(include_str!("attachments/insert.sql"))?.execute((
        uid.as_bytes(),
        operation,
        new.entry.as_bytes(),
        content,
        new.name,
    ))?;
    Ok(uid)
}

/// Removes an attachment from what it was attached to.
///
/// # Errors
/// When the file cannot be written.
pub fn remove(writing: &Writing<'_>, id: i64) -> Result<()> {
    writing
        .connection()
        .prepare_cached("INSERT INTO attachment_removal (attachment, operation) VALUES (?1, ?2)")?
        .execute((id, writing.operation()))?;
    Ok(())
}

/// The next attachment of a posted entry after a key, for walking all of them: the entry's period and number, and it.
///
/// # Errors
/// When the tables cannot be read.
pub fn next_of_posted(
    connection: &Connection,
    after: i64,
) -> Result<Option<(kontor_ledger::period::PeriodKey, String, Attachment)>> {
    let mut statement = connection.prepare_cached(include_str!("attachments/of_posted.sql"))?;
    let mut rows = statement.query([after])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let period = crate::period_key(row.get(0)?)?;
    let number = crate::entries::number_text(&row.get::<_, String>(1)?, row.get(2)?);
    let attachment = find(connection, Uuid::from_bytes(row.get(3)?))?;
    Ok(attachment.map(|attachment| (period, number, attachment)))
}

fn read(row: &Row<'_>) -> Result<Attachment> {
    Ok(Attachment {
        id: row.get(0)?,
        uid: Uuid::from_bytes(row.get(1)?),
        holder: Uuid::from_bytes(row.get(2)?),
        name: row.get(3)?,
        hash: row.get(4)?,
        media_type: row.get(5)?,
        size: row.get(6)?,
        operation: row.get(7)?,
        at: row.get(8)?,
        person: row.get(9)?,
        content: row.get(10)?,
    })
}

/// The first content whose bytes are not those of its hash.
pub(crate) fn misfit(connection: &Connection) -> Result<Option<String>> {
    let mut statement =
        connection.prepare("SELECT id, hash, bytes FROM attachment_content ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(2)?.as_blob().unwrap_or_default();
        if hash(bytes) != row.get::<_, [u8; 32]>(1)? {
            return Ok(Some(format!("content {}", row.get::<_, i64>(0)?)));
        }
    }
    Ok(None)
}
