//! What several groups of tests share: a small book to copy, the moments of a test, the program of the command line.
// A test may stop at the first surprise; the program may not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

pub mod company;
mod golden;
mod program;
mod template;

pub use golden::blessed;
pub use program::{Program, Spoken};
pub use template::{Known, Template};

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use kontor_actions::{Door, Now, Refusal};
use kontor_ledger::permission::Role;
use kontor_store::Book;
use kontor_vault::{BookFile, OpenedKeys};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

/// The password of every person in every book of the tests.
pub const PASSWORD: &str = "counting house 7";

/// The n-th moment of a test and its unique id: the same in every run.
#[must_use]
pub fn moment(n: u64) -> Now {
    let mut bytes = [0x4b; 16];
    bytes[..8].copy_from_slice(&(0x0195_0000_0000_0000 + (n << 16)).to_be_bytes());
    bytes[8..].copy_from_slice(&n.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    Now {
        at: format!("2026-03-31T{:02}:{:02}:{:02}Z", n / 3600 % 24, n / 60 % 60, n % 60),
        today: chrono::NaiveDate::from_ymd_opt(2026, 3, 31).unwrap(),
        uid: uuid::Builder::from_bytes(bytes).with_version(uuid::Version::SortRand).into_uuid(),
    }
}

/// A moment that no other test of this run has.
#[must_use]
pub fn now() -> Now {
    // The first thousand are the template's.
    static NEXT: AtomicU64 = AtomicU64::new(1000);
    moment(NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A folder of its own with a copy of a book, opened by keys that were derived once per run.
pub struct Desk {
    /// The folder; gone with the desk.
    pub folder: TempDir,
    /// The book.
    pub path: PathBuf,
    /// The owner's keys.
    pub keys: OpenedKeys,
}

impl Desk {
    /// A copy of the small book: four persons, two customers, one item, no sale yet.
    #[must_use]
    pub fn new() -> Self {
        Self::of(Template::small())
    }

    /// A copy of any prepared book.
    #[must_use]
    pub fn of(template: &Template) -> Self {
        Self::within(folder(), template)
    }

    /// The same in a folder that somebody chose.
    #[must_use]
    pub fn within(folder: TempDir, template: &Template) -> Self {
        let path = folder.path().join("book.kontor");
        std::fs::write(&path, &template.bytes).unwrap();
        Self { folder, path, keys: template.keys(Role::Owner) }
    }

    /// The book, opened without deriving anything.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn try_book(&self) -> Result<Book, Refusal> {
        let file = BookFile::reopen(&self.path, &self.keys).map_err(Refusal::from)?;
        Ok(Book::enter(file)?)
    }

    /// The book behind its door, as its owner.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn try_door(&self) -> Result<Door, Refusal> {
        Door::new(self.try_book()?)
    }

    /// The book behind its door, as its owner.
    #[must_use]
    pub fn door(&self) -> Door {
        self.try_door().unwrap()
    }
}

/// A folder for one test, in memory where the system offers that: what fails here fails on order, and a sweep syncs
/// thousands of times.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// A sale on credit of some pieces at 100.00 with 1 % tax included.
#[must_use]
pub fn sale(known: &Known, day: &str, pieces: u64) -> Value {
    json!({"do": "record_sale", "date": day, "customer": known.customer,
        "lines": [{"item": known.item, "quantity": pieces.to_string(), "unit_price": "100.00",
                   "tax_included": true, "rate": "levy-1"}]})
}

/// What the first customer pays into the bank.
#[must_use]
pub fn receipt(known: &Known, day: &str, amount: &str) -> Value {
    json!({"do": "receive_money", "date": day, "customer": known.customer, "account": "1002",
        "amount": amount})
}

/// The unique id of the first thing an action gave.
#[must_use]
pub fn perform(door: &mut Door, request: Value) -> Uuid {
    let text = request.to_string();
    let done = door.perform(request, &now()).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
    done.given.first().map_or(Uuid::nil(), |given| given.uid)
}

/// The trial balance of the year as text: account and its six values, a row a line.
///
/// # Errors
/// What the door refuses.
pub fn trial_balance(door: &Door) -> Result<String, Refusal> {
    let answer = door.ask(
        json!({"ask": "get_statement", "name": "trial-balance", "period": "2026"}),
        &moment(0),
    )?;
    let rows = answer["rows"].as_array().unwrap();
    Ok(rows.iter().map(|row| format!("{} {}\n", row["row"], row["values"])).collect())
}

/// The number of the last operation.
#[must_use]
pub fn last_operation(door: &Door) -> i64 {
    kontor_store::head(door.book().connection()).unwrap().number
}

/// Fails unless everything in the book fits.
pub fn assert_verifies(door: &Door, after: &str) {
    let verification = door.book().verify().unwrap_or_else(|error| panic!("{after}: {error}"));
    assert_eq!(verification.first_misfit(), None, "{after}");
}

/// Numbers that look random and are the same in every run.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// The next number below a bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound.max(1)
    }

    /// A place in something of that length.
    pub fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap()
    }
}
