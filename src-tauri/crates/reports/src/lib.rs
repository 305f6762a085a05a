//! Statements on paper: a layout kept as data plus balances become a statement, and a statement becomes text, CSV,
//! JSON, XLSX or PDF. Takes plain values; knows no store, no clock and no file but what is embedded in the program.

mod bilingual;
mod csv;
mod error;
mod evaluate;
mod facts;
mod figures;
mod in_words;
mod json;
mod layout;
pub mod layouts;
mod money_text;
mod pdf;
mod reading;
mod recovery;
mod render;
mod statement;
mod table;
mod text;
mod trial_balance;
mod voucher;
pub mod words;
mod xlsx;

pub use bilingual::{Bilingual, Lang};
pub use error::{LayoutError, ReportError};
pub use evaluate::evaluate;
pub use facts::{PaperFacts, UnpostedCount};
pub use figures::{ColumnFigures, ColumnKey};
pub use in_words::in_words;
pub use layout::{ColumnLabel, Component, How, Layout, LayoutRow, Must, Section, Side, Term};
pub use money_text::{grouped, per_cent_text, printed, printed_quantity};
pub use reading::{Deviation, Print};
pub use recovery::{RecoveryPaper, recovery_sheet};
pub use render::{Format, render, render_table};
pub use statement::{
    Check, Column, Numbering, Ratio, RowKind, Sources, Statement, StatementRow, per_cent,
};
pub use table::{Bar, Binding, Cell, ColumnKind, Content, Paper, Table, TableColumn, View};
pub use trial_balance::{TrialBalanceLine, trial_balance};
pub use voucher::{Voucher, VoucherLine, VoucherMark, VoucherSheet, VoucherState, vouchers};
