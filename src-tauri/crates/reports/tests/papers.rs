//! From figures to paper: what the three small-enterprise statements say, and that their papers are whole.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "papers/company.rs"]
mod company;
#[path = "papers/data.rs"]
mod data;
#[path = "papers/pdf.rs"]
mod pdf;
#[path = "papers/statements.rs"]
mod statements;
#[path = "papers/vouchers.rs"]
mod vouchers;
