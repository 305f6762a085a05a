//! How much a book holds and what wrote it: numbers for a diagnosis, nothing of its contents.

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::error::{Result, StoreError};

/// What is counted.
const COUNTED: [&str; 10] = [
    "operation",
    "access",
    "person",
    "account",
    "period",
    "party",
    "item",
    "paper",
    "entry",
    "entry_line",
];

/// Numbers about a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Census {
    /// The version of SQLite.
    pub sqlite: String,
    /// The version of SQLCipher; empty when it does not say.
    pub cipher: String,
    /// The version of the tables.
    pub tables: i64,
    /// How the file keeps what is being written.
    pub journal: String,
    /// The size of the database, in bytes.
    pub bytes: i64,
    /// How many rows some tables have.
    pub rows: Vec<(&'static str, i64)>,
}

/// Counts.
///
/// # Errors
/// When the file cannot be read.
pub fn take(connection: &Connection) -> Result<Census> {
    let number = |pragma: &str| -> Result<i64> {
        let value = connection.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))?;
        match value {
            Value::Integer(number) => Ok(number),
            // SQLCipher answers for the size of a page itself, and in text.
            Value::Text(text) => {
                text.parse().map_err(|_| StoreError::Unreadable { what: "pragma" })
            }
            _ => Err(StoreError::Unreadable { what: "pragma" }),
        }
    };
    let text = |pragma: &str| -> String {
        connection.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0)).unwrap_or_default()
    };
    let mut rows = Vec::new();
    for noun in COUNTED {
        let count =
            connection.query_row(&format!("SELECT count(*) FROM {noun}"), [], |row| row.get(0))?;
        rows.push((noun, count));
    }
    Ok(Census {
        sqlite: rusqlite::version().to_owned(),
        cipher: text("cipher_version"),
        tables: number("user_version")?,
        journal: text("journal_mode"),
        bytes: number("page_count")?.saturating_mul(number("page_size")?),
        rows,
    })
}
