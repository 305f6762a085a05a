//! The one way to write: an SQL transaction that is one operation, whole or not at all.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use chrono::NaiveDate;
use kontor_ledger::account::Chart;
use kontor_ledger::balance::Movements;
use kontor_ledger::entry::Entry;
use kontor_ledger::money::Amount;
use kontor_ledger::period::PeriodKey;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::book::Book;
use crate::error::{Result, StoreError};
use crate::operations::{self, Sealed};
use crate::{access, balances, period_id, persons};

/// Who does what, and when: everything an operation records that the tables do not know.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// The operation's unique id; the same id never happens twice.
    pub uid: Uuid,
    /// When, UTC.
    pub at: &'a str,
    /// What, as JSON, without secrets.
    pub action: &'a str,
}

/// What writing came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written<T> {
    /// The operation was performed now.
    Now {
        /// Its number.
        operation: i64,
        /// What the body answered.
        answer: T,
    },
    /// An operation of this unique id was performed before; nothing was written.
    Before {
        /// Its number.
        operation: i64,
    },
}

/// A book while one operation is being written.
pub struct Writing<'a> {
    transaction: Transaction<'a>,
    operation: i64,
    uid: Uuid,
    uids_made: u64,
    person: i64,
    movements: Movements,
    /// The last number of each period and word that was drawn.
    numbers: BTreeMap<(PeriodKey, String), i64>,
}

impl Writing<'_> {
    /// The connection, inside the transaction.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.transaction
    }

    /// The number of the operation being written.
    #[must_use]
    pub const fn operation(&self) -> i64 {
        self.operation
    }

    /// Who writes.
    #[must_use]
    pub const fn person(&self) -> i64 {
        self.person
    }

    /// The next unique id of this operation: made from the operation's own, so that the same operation makes the
    /// same ids, and in order of time like it.
    pub fn next_uid(&mut self) -> Uuid {
        self.uids_made += 1;
        let mut hasher = Sha256::new();
        hasher.update(self.uid.as_bytes());
        hasher.update(self.uids_made.to_le_bytes());
        let hash = hasher.finalize();
        let mut bytes = *self.uid.as_bytes();
        for (byte, hashed) in bytes.iter_mut().skip(6).zip(hash) {
            *byte = hashed;
        }
        uuid::Builder::from_bytes(bytes)
            .with_version(uuid::Version::SortRand)
            .with_variant(uuid::Variant::RFC4122)
            .into_uuid()
    }

    /// Draws the next entry number of a word in a period. The file is asked for the first one only: an import draws
    /// many, and nobody else draws meanwhile.
    pub(crate) fn draw_number(&mut self, period: PeriodKey, word: &str) -> Result<i64> {
        let key = (period, word.to_owned());
        let number = match self.numbers.get(&key) {
            Some(last) => last + 1,
            None => self
                .transaction
                .prepare_cached(include_str!("entries/next_number.sql"))?
                .query_row((period_id(period), word), |row| row.get(0))?,
        };
        self.numbers.insert(key, number);
        Ok(number)
    }

    /// Adds the lines of a posted entry to the balances that move when the operation is committed; tells what its
    /// operating lines do not sum to zero by.
    pub(crate) fn moves(
        &mut self,
        entry: &Entry,
        period: PeriodKey,
        chart: &Chart,
    ) -> Result<Amount> {
        Ok(self.movements.add(entry, period, chart)?)
    }

    /// Writes the balances moved so far, so that what follows reads them.
    ///
    /// # Errors
    /// When the file cannot be written or a sum does not fit.
    pub fn move_balances(&mut self) -> Result<()> {
        balances::apply(&self.transaction, std::mem::take(&mut self.movements))
    }

    /// The date as the file keeps it.
    pub(crate) fn day(date: NaiveDate) -> i64 {
        crate::day(date)
    }
}

impl Book {
    /// Performs one operation: the body writes, the balances move, the log grows, all in one transaction.
    ///
    /// # Errors
    /// What the body or the file refuses; nothing is written then.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        stamp: &Stamp<'_>,
        body: impl FnOnce(&mut Writing<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Written<T>, E> {
        let capture = self.capture()?;
        let (connection, file) = self.parts();
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        if let Some(operation) = operations::find(&transaction, stamp.uid)? {
            return Ok(Written::Before { operation });
        }
        let head = operations::head(&transaction)?;
        let before = {
            let mut capture = capture.lock().unwrap_or_else(PoisonError::into_inner);
            capture.images.clear();
            capture.digest
        };
        let mut writing = Writing {
            transaction,
            operation: head.number + 1,
            uid: stamp.uid,
            uids_made: 0,
            person: 0,
            movements: Movements::default(),
            numbers: BTreeMap::new(),
        };
        let result = (|| -> std::result::Result<T, E> {
            // The first operation of a book makes the person who performs it.
            writing.person =
                persons::find_by_uid(&writing.transaction, file.person_uid())?.unwrap_or(1);
            let answer = body(&mut writing)?;
            writing.move_balances()?;
            let images = {
                let mut capture = capture.lock().unwrap_or_else(PoisonError::into_inner);
                std::mem::take(&mut capture.images)
            };
            insert_images(&writing, &images)?;
            let digest = {
                let capture = capture.lock().unwrap_or_else(PoisonError::into_inner);
                capture.digest.to_bytes()
            };
            let sealed = Sealed {
                book: file.book_uid(),
                number: writing.operation,
                uid: stamp.uid,
                at: stamp.at,
                person: file.person_uid(),
                action: stamp.action,
                digest: &digest,
                access: &access::last_hash(&writing.transaction)?,
            };
            let hash = sealed.hash(&head.hash);
            insert_operation(&writing, stamp, &digest, &hash, &file.sign(&hash))?;
            Ok(answer)
        })();
        let operation = writing.operation;
        let result = result.and_then(|answer| {
            writing.transaction.commit().map_err(StoreError::from)?;
            Ok(Written::Now { operation, answer })
        });
        if result.is_err() {
            // What was rolled back is not in the book, so it must not be in the digest either.
            let mut capture = capture.lock().unwrap_or_else(PoisonError::into_inner);
            capture.digest = before;
            capture.images.clear();
        }
        result
    }
}

fn insert_images(writing: &Writing<'_>, images: &[crate::capture::Image]) -> Result<()> {
    let mut insert = writing.transaction.prepare_cached(
        "INSERT INTO operation_image (operation, no, noun, before, after) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (no, image) in (1_i64..).zip(images) {
        insert.execute((writing.operation, no, &image.noun, &image.before, &image.after))?;
    }
    Ok(())
}

fn insert_operation(
    writing: &Writing<'_>,
    stamp: &Stamp<'_>,
    digest: &[u8; 32],
    hash: &[u8; 32],
    signature: &[u8; 64],
) -> Result<()> {
    writing.transaction.prepare_cached(include_str!("operations/insert.sql"))?.execute((
        writing.operation,
        stamp.uid.as_bytes(),
        stamp.at,
        writing.person,
        stamp.action,
        digest,
        hash,
        signature.as_slice(),
    ))?;
    Ok(())
}
