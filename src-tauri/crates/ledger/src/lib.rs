//! The rules of bookkeeping as pure values and functions.
//!
//! Nothing here reads a clock, a file, a random source, JSON or SQL: time, identifiers and stored facts come in as
//! values, and what may be posted, closed or reversed is answered here and nowhere else.

pub mod account;
pub mod activity;
pub mod ages;
pub mod aging;
pub mod balance;
pub mod bridge;
pub mod cash_flow;
pub mod close;
pub mod depreciation;
pub mod duties;
pub mod entry;
pub mod exchange;
pub mod forecast;
pub mod generated;
pub mod lock;
pub mod money;
pub mod paper;
pub mod party;
pub mod period;
pub mod permission;
pub mod posting;
pub mod reversal;
pub mod sale;
pub mod settlement;
pub mod tax;
pub mod transfer;
pub mod voucher_word;
