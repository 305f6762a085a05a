//! The door of a book: the table of actions and questions, their bodies, the permission check, errors and wire types.
//!
//! The window, the command line, imports and tests come through here; there is no other way in.

pub mod accounts;
pub mod assets;
pub mod attachments;
pub mod backups;
pub mod close;
pub mod company;
pub mod context;
pub mod courses;
pub mod creation;
pub mod currency_policies;
pub mod demo;
pub mod desk;
pub mod door;
pub mod entries;
pub mod entry_policies;
pub mod errors;
pub mod exchange_differences;
pub mod exchange_rates;
pub mod exports;
pub mod feedback;
pub mod generated;
pub mod import_mappings;
pub mod imports;
pub mod items;
pub mod kept;
pub mod ledgers;
pub mod locks;
pub mod log;
pub mod opening;
pub mod parties;
pub mod people;
pub mod periods;
pub mod prints;
pub mod progress;
pub mod proofs;
pub mod receipts;
pub mod receivables;
pub mod recovery;
pub mod register;
pub mod report_set;
pub mod sales;
pub mod search;
pub mod standards;
pub mod statements;
pub mod tax;
pub mod today;
pub mod transfers;
pub mod vouchers;

mod cash_flow_items;
mod charts;
mod plan;
mod rates;

use std::path::Path;

use kontor_store::Book;
use kontor_vault::Secret;

pub use context::{Facts, Now};
pub use door::{Done, Door};
pub use errors::{Code, Kind, Refusal};
pub use kontor_vault::forbid_core_dumps;
pub use progress::Progress;

/// Opens a book with a person's name and password; without a name, every person is tried.
///
/// # Errors
/// When the file refuses, or was written by a newer program.
pub fn open(path: &Path, person: Option<&str>, password: &Secret) -> Result<Book, Refusal> {
    Ok(Book::open(path, person, password)?)
}
