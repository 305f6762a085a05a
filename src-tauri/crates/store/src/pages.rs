//! A page of a list in one of its orders: what comes after a row, by the keys of the order. Each order has an index,
//! so a page costs the rows it shows, however many come before it or share a key with it.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql};

use crate::error::Result;

/// What rows are put in order by: the columns, which together are unique, and the statement that reads them of the
/// row after which a page begins.
#[derive(Clone, Copy)]
pub(crate) struct Keys {
    pub(crate) columns: &'static [&'static str],
    pub(crate) of_row: &'static str,
}

/// The page that is wanted.
pub(crate) struct Page<'a> {
    /// Which rows, before a condition: the columns and tables.
    pub(crate) select: &'static str,
    /// Which of them; its values are `?1` and the following.
    pub(crate) condition: &'a str,
    pub(crate) values: Vec<Value>,
    pub(crate) keys: Keys,
    pub(crate) is_descending: bool,
    /// The row after which it begins; nothing for the first.
    pub(crate) after: Option<Value>,
    pub(crate) limit: u32,
}

impl Page<'_> {
    /// Reads it.
    ///
    /// After a row come first those that differ from it in the last key only, then those that differ in the one before
    /// it, and so on: each of these is one stretch of the index.
    pub(crate) fn read<T>(
        self,
        connection: &Connection,
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let keys = match &self.after {
            None => Some(Vec::new()),
            Some(after) => self.keys_of(connection, after)?,
        };
        let mut found = Vec::new();
        let Some(keys) = keys else { return Ok(found) };
        let stretches = if keys.is_empty() { 0..=0 } else { 1..=keys.len() };
        for same in stretches.rev() {
            let Some(left) = (self.limit as usize).checked_sub(found.len()).filter(|it| *it > 0)
            else {
                break;
            };
            let values = self.values.iter().chain(keys.iter().take(same));
            let limit = Value::from(i64::try_from(left).unwrap_or(i64::MAX));
            let mut statement = connection.prepare_cached(&self.text(same))?;
            let mut rows = statement
                .query(rusqlite::params_from_iter(values.chain(std::iter::once(&limit))))?;
            while let Some(row) = rows.next()? {
                found.push(read(row)?);
            }
        }
        Ok(found)
    }

    /// The keys of a row; nothing when there is no such row.
    fn keys_of(&self, connection: &Connection, row: &dyn ToSql) -> Result<Option<Vec<Value>>> {
        let count = self.keys.columns.len();
        Ok(connection
            .prepare_cached(self.keys.of_row)?
            .query_row([row], |row| (0..count).map(|at| row.get(at)).collect())
            .optional()?)
    }

    /// The statement for the stretch in which so many keys are bound: all but the last of them the same.
    fn text(&self, bound: usize) -> String {
        let first = self.values.len() + 1;
        let (beyond, way) = if self.is_descending { ("<", " DESC") } else { (">", "") };
        let mut text = format!("{}WHERE {}", self.select, self.condition);
        for (at, column) in self.keys.columns.iter().take(bound).enumerate() {
            let sign = if at + 1 == bound { beyond } else { "=" };
            text += &format!(" AND {column} {sign} ?{}", first + at);
        }
        let order: Vec<String> =
            self.keys.columns.iter().map(|column| format!("{column}{way}")).collect();
        text + &format!(" ORDER BY {} LIMIT ?{}", order.join(", "), first + bound)
    }
}
