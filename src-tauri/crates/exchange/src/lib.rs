//! Files of other programs: what comes in is read as hostile and refused with row, column and reason; what goes out
//! can be opened in any spreadsheet without running anything.
//!
//! A file is read in three steps, each knowing nothing of the next: [`text`] finds out how the bytes are meant,
//! `record` cuts the text into cells, [`sheet`] matches the header and turns each row into a plain struct of
//! [`sheets`]. [`entries`] gathers lines into entries. None of these holds a file in memory as a whole, and nothing here
//! knows a book: whether an account exists or an entry balances is decided elsewhere.
//!
//! What other programs write comes in by a step before these: a [`workbook`] or a text is laid out as a [`grid`] of
//! cells, and a [`mapping`] makes of it a table in our own columns that still knows which cell each value stood in.

pub mod entries;
pub mod fault;
pub mod grid;
mod guard;
pub mod journal;
pub mod mapping;
pub mod media;
mod record;
pub mod row;
pub mod sheet;
pub mod sheets;
mod sort;
pub mod text;
mod values;
pub mod workbook;
pub mod write;

pub use entries::{Entries, Entry};
pub use fault::{Fault, FaultReason, OpenError};
pub use sheet::{Column, Rows, Sheet};
pub use sheets::accounts::{AccountClass, AccountRow, Side};
pub use sheets::assets::AssetRow;
pub use sheets::cash_flow_items::{CashDirection, CashFlowItemRow};
pub use sheets::entry_lines::{EntryKind, EntryLine, EntryRow, Foreign};
pub use sheets::exchange_rates::ExchangeRateRow;
pub use sheets::items::{ItemKind, ItemRow};
pub use sheets::opening::OpeningRow;
pub use sheets::opening_cash_flow::OpeningCashFlowRow;
pub use sheets::parties::{PartyKind, PartyRow};
pub use sheets::{Activity, YesNo};
pub use values::Word;
pub use write::SheetWriter;
