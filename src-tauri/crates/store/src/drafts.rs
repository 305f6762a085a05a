//! Drafts of entries: everything about them may still change, and they move no balance.

use chrono::NaiveDate;
use kontor_ledger::duties::{Marks, PersonId};
use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::error::Result;
use crate::write::Writing;
use crate::{date, day, period_id, period_key};

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The key within the book.
    pub id: i64,
    /// The unique id.
    pub uid: Uuid,
    /// The temporary number on its paper.
    pub number: i64,
    /// The period its date proposes.
    pub period: PeriodKey,
    /// The entry date.
    pub date: NaiveDate,
    /// Who prepared it.
    pub prepared_by: String,
    /// Who prepared it, by key.
    pub prepared_by_id: i64,
    /// The entry as it was typed, as JSON.
    pub content: String,
    /// Who handed it in.
    pub submitted_by: Option<PersonId>,
    /// The cashier who signed it: key and name.
    pub signed_by: Option<(PersonId, String)>,
    /// Who reviewed it: key and name.
    pub reviewed_by: Option<(PersonId, String)>,
    /// Who sent it back last, and why; until it is handed in again.
    pub returned: Option<(String, String)>,
}

/// What a draft is to say.
#[derive(Clone, Copy, Debug)]
pub struct NewDraft<'a> {
    /// The period its date proposes.
    pub period: PeriodKey,
    /// The entry date.
    pub date: NaiveDate,
    /// The entry as it was typed, as JSON.
    pub content: &'a str,
    /// Whether it is handed in at once.
    pub is_submitted: bool,
}

impl Draft {
    /// What has been done with it.
    #[must_use]
    pub fn marks(&self, moves_cash: bool) -> Marks {
        Marks {
            prepared_by: PersonId(self.prepared_by_id),
            submitted_by: self.submitted_by,
            signed_by: self.signed_by.as_ref().map(|(id, _)| *id),
            reviewed_by: self.reviewed_by.as_ref().map(|(id, _)| *id),
            moves_cash,
        }
    }
}

fn read(row: &Row<'_>) -> Result<Draft> {
    let person = |id: &str, name: &str| -> Result<Option<(PersonId, String)>> {
        let id: Option<i64> = row.get(id)?;
        let name: Option<String> = row.get(name)?;
        Ok(id.map(PersonId).zip(name))
    };
    let returned_by: Option<String> = row.get("returned_by")?;
    let submitted_by: Option<i64> = row.get("submitter_id")?;
    Ok(Draft {
        id: row.get("id")?,
        uid: Uuid::from_bytes(row.get("uid")?),
        number: row.get("number")?,
        period: period_key(row.get("period")?)?,
        date: date(row.get("date")?)?,
        prepared_by: row.get("prepared_by")?,
        prepared_by_id: row.get("preparer_id")?,
        content: row.get("content")?,
        submitted_by: submitted_by.map(PersonId),
        signed_by: person("signer_id", "signed_by")?,
        reviewed_by: person("reviewer_id", "reviewed_by")?,
        returned: returned_by.zip(row.get("return_reason")?),
    })
}

/// All drafts, or those of one period, in the order they were made.
///
/// # Errors
/// When the table cannot be read.
pub fn list(connection: &Connection, period: Option<PeriodKey>) -> Result<Vec<Draft>> {
    let mut statement = connection.prepare_cached(include_str!("drafts/list.sql"))?;
    let mut rows = statement.query((period.map(period_id), None::<&[u8]>))?;
    let mut drafts = Vec::new();
    while let Some(row) = rows.next()? {
        drafts.push(read(row)?);
    }
    Ok(drafts)
}

/// The draft of a unique id.
///
/// # Errors
/// When the table cannot be read.
pub fn find(connection: &Connection, uid: Uuid) -> Result<Option<Draft>> {
    let mut statement = connection.prepare_cached(include_str!("drafts/list.sql"))?;
    let mut rows = statement.query((None::<i64>, Some(uid.as_bytes().as_slice())))?;
    rows.next()?.map(read).transpose()
}

/// How many entries of a period are not posted yet; of all periods without one.
///
/// # Errors
/// When the table cannot be read.
pub fn count(connection: &Connection, period: Option<PeriodKey>) -> Result<u64> {
    let count: i64 = connection
        .prepare_cached("SELECT count(*) FROM entry_draft WHERE ?1 IS NULL OR period = ?1")?
        .query_row([period.map(period_id)], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Adds a draft; answers its unique id and temporary number.
///
/// # Errors
/// When the file cannot be written.
pub fn insert(writing: &mut Writing<'_>, draft: &NewDraft<'_>) -> Result<(Uuid, i64)> {
    let uid = writing.next_uid();
    let connection = writing.connection();
    let number: i64 = connection
        .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM entry_draft")?
        .query_row([], |row| row.get(0))?;
    connection.prepare_cached(include_str!("drafts/insert.sql"))?.execute((
        uid.as_bytes(),
        number,
        period_id(draft.period),
        day(draft.date),
        writing.person(),
        draft.content,
        draft.is_submitted,
    ))?;
    Ok((uid, number))
}

/// Changes what a draft says; who changes it has prepared it.
///
/// # Errors
/// When the file cannot be written.
pub fn update(writing: &Writing<'_>, id: i64, draft: &NewDraft<'_>) -> Result<()> {
    writing.connection().prepare_cached(include_str!("drafts/update.sql"))?.execute((
        id,
        period_id(draft.period),
        day(draft.date),
        writing.person(),
        draft.content,
        draft.is_submitted,
    ))?;
    Ok(())
}

/// Writes what has been done with a draft; with a reason, who writes sends it back.
///
/// # Errors
/// When the file cannot be written.
pub fn mark(writing: &Writing<'_>, id: i64, marks: &Marks, reason: Option<&str>) -> Result<()> {
    let key = |person: Option<PersonId>| person.map(|person| person.0);
    writing.connection().prepare_cached(include_str!("drafts/mark.sql"))?.execute((
        id,
        key(marks.submitted_by),
        key(marks.signed_by),
        key(marks.reviewed_by),
        reason,
        writing.person(),
    ))?;
    Ok(())
}

/// Removes a draft that was posted or given up.
///
/// # Errors
/// When the file cannot be written.
pub fn delete(writing: &Writing<'_>, id: i64) -> Result<()> {
    writing.connection().prepare_cached("DELETE FROM entry_draft WHERE id = ?1")?.execute([id])?;
    Ok(())
}
