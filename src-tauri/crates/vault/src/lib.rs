//! The book file: one encrypted SQLite database behind a clear header of key slots.
//!
//! A book is created or unlocked as a [`BookFile`], which hands out keyed connections, signs for
//! the person who unlocked it and holds the book against other processes until it is dropped.
//! There are no tables here and no bookkeeping; those belong to the store and the ledger.

mod backup_container;
mod book;
mod bytes;
mod connection;
mod error;
mod header;
mod identity;
mod journal;
mod kdf;
mod keys;
mod lock;
mod note;
mod open_file;
mod people;
mod placement;
mod process;
mod recovery;
mod secret;
mod settle;
mod slot;
mod successor;
mod vfs;

pub mod backup;
#[doc(hidden)]
pub mod faults;

pub use book::{BookFile, NewPerson, OpenedKeys};
pub use error::{Damage, Holder, Result, VaultError};
pub use identity::{PersonKeys, verify_signature};
pub use process::forbid_core_dumps;
pub use recovery::RecoverySheet;
pub use secret::Secret;

/// The format this program writes; a file with a higher number is refused, not guessed at.
pub const FORMAT_VERSION: u16 = 1;

#[cfg(test)]
mod tests;
